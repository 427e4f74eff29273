// What the app forbids of the pages' requests, asked before each that is not its own scheme's.
import { strict } from './strict.ts';

type Asked = { readonly url: string; readonly method: string; readonly resourceType: string };
type Answer = { readonly cancel?: boolean };
type Listener = (asked: Asked, answer: (given: Answer) => void) => void;
type Filter = { readonly urls: readonly string[] };

let filter: Filter = { urls: [] };
let listener: Listener | undefined;

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\/]/g, '\\$&');

/** Chrome's match patterns: `scheme://host/path` with stars, and `<all_urls>`. */
export const matches = (pattern: string, url: string): boolean =>
  pattern === '<all_urls>' || new RegExp(`^${escaped(pattern).replaceAll('*', '.*')}$`).test(url);

export const webRequest = strict('webRequest', {
  onBeforeRequest: (wanted: Filter, hear: Listener) => {
    filter = wanted;
    listener = hear;
  },
});

/** True where the app forbids it. */
export async function isForbidden(asked: Asked): Promise<boolean> {
  const hear = listener;
  if (!hear || !filter.urls.some((pattern) => matches(pattern, asked.url))) return false;
  const { cancel } = await new Promise<Answer>((answer) => hear(asked, answer));
  return cancel === true;
}
