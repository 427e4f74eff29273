// The one way to the host that this page has.
import type { Link } from '../../shared/contract/link.ts';
import { linkAddress, webSocketLink } from './web-socket-link.ts';

/** Resolves once it is open; rejects where nobody answers. */
export const ownLink = (): Promise<Link> => webSocketLink(linkAddress(location));
