// Several links of one page on one channel: each text carries the name of its link and what it is.

/** `open` comes once, from the page; `close` from either side. A name is the page's own, unlike any of a page before it. */
export type Frame = { readonly word: 'open' | 'text' | 'close'; readonly link: string; readonly text: string };

const HEAD = /^(open|text|close) ([\w.-]{1,60}) /;

export const writeFrame = (word: Frame['word'], link: string, text = ''): string => `${word} ${link} ${text}`;

/** Undefined for what is no frame. */
export function readFrame(given: unknown): Frame | undefined {
  if (typeof given !== 'string') return undefined;
  const [head = '', word, link = ''] = HEAD.exec(given) ?? [];
  if (word !== 'open' && word !== 'text' && word !== 'close') return undefined;
  return { word, link, text: given.slice(head.length) };
}
