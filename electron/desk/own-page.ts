// What belongs to the window's own page: its scheme, its origin, its addresses.

export const SCHEME = 'app';
export const ORIGIN = `${SCHEME}://desk`;
export const PAGE = `${ORIGIN}/index.html`;

/** The path of an address of ours; undefined for any other. Node gives `null` as the origin of such a scheme. */
export function ownPath(url: string): string | undefined {
  const read = URL.parse(url);
  const isOurs =
    read?.protocol === `${SCHEME}:` && read.host === 'desk' && read.username === '' && read.password === '';
  return isOurs ? read.pathname : undefined;
}

/** A place where the page itself may be; files and uploads are asked for, never gone to. */
export const isOwnPage = (url: string): boolean => ['/', '/index.html', '/stopped'].includes(ownPath(url) ?? '');

/** Bytes of a book, which are saved and never gone to. */
export const isOwnFile = (url: string): boolean => ownPath(url)?.startsWith('/blob/') === true;

/** A frame that may speak to the host: the window's own page itself, not a frame inside it. */
export const isOwnFrame = (frame: { readonly url: string; readonly parent: unknown } | null): boolean =>
  frame !== null && frame.parent === null && isOwnPage(frame.url);
