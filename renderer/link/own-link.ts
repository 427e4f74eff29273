// The one way to the host that this page has: the bridge of the desktop window, or a socket to whoever served the page.
import type { Link } from '../../shared/contract/link.ts';
import { type Bridge, ipcLinks } from './ipc-link.ts';
import { linkAddress, webSocketLink } from './web-socket-link.ts';

declare global {
  /** There in the desktop window, and nowhere else. */
  var hoidong: Bridge | undefined;
}

/** 128 random bits; also where the context is not secure. */
const newName = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('');

/** Resolves once it is open; rejects where nobody answers. */
export const ownLink: () => Promise<Link> =
  globalThis.hoidong === undefined
    ? () => webSocketLink(linkAddress(location))
    : ipcLinks(globalThis.hoidong, newName());
