// A browser's WebSocket as a link to the host that served the page.
import type { Link } from '../../shared/contract/link.ts';
import { linkEnd } from '../../shared/contract/link-end.ts';

/** Where the host of a page listens: its own origin, and nothing else. */
export const linkAddress = (page: { readonly protocol: string; readonly host: string }): string =>
  `${page.protocol === 'https:' ? 'wss:' : 'ws:'}//${page.host}/ws`;

/** Resolves once it is open; rejects where nobody answers. */
export function webSocketLink(address: string): Promise<Link> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    const end = linkEnd({ send: (text) => socket.send(text), close: () => socket.close(1000) });
    socket.onmessage = ({ data }) => {
      if (typeof data === 'string') end.receive(data);
    };
    socket.onopen = () => resolve(end.link);
    // Also after a failed attempt, where it is the only word the browser gives.
    socket.onclose = () => {
      end.end();
      reject(new Error('no link'));
    };
  });
}
