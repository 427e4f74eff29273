// Which names and origins are ours: against DNS rebinding, and against pages of others that reach for this machine.
import type { IncomingMessage } from 'node:http';

/** `[::1]` for IPv6, as in a URL. */
const inUrl = (address: string): string => (address.includes(':') ? `[${address}]` : address);

export const originOf = (address: string, port: number): string => `http://${inUrl(address)}:${port}`;

/** What a Host header may say: our addresses and nothing else; a name that somebody's DNS points here is none. */
export const namesOf = (addresses: readonly string[], port: number): ReadonlySet<string> =>
  new Set(addresses.flatMap((each) => [`${inUrl(each)}:${port}`, ...(port === 80 ? [inUrl(each)] : [])]));

/** Asked for under a name of ours. */
export const isOwnName = (names: ReadonlySet<string>, { headers }: IncomingMessage): boolean =>
  headers.host !== undefined && names.has(headers.host);

/** Sent by a page of ours. Browsers always name the origin of a WebSocket and of a PUT. */
export const isOwnOrigin = ({ headers }: IncomingMessage): boolean => headers.origin === `http://${headers.host}`;

/** Not sent by a page of others, as far as the browser says; a GET of the own origin carries no Origin header. */
export const isNotForeign = (request: IncomingMessage): boolean =>
  (request.headers.origin === undefined || isOwnOrigin(request)) &&
  ['same-origin', 'none', undefined].includes(request.headers['sec-fetch-site']?.toString());
