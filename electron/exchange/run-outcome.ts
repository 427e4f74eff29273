// What follows from a run that was not taken: ask again, stop the feed, wait, give up the book, or count it as forged.

/** What no program of ours ever sends, whatever it has lived through. */
const FORGED: ReadonlySet<string> = new Set([
  'bad-signature',
  'wrong-book',
  'wrong-feed',
  'wrong-seq',
  'head-malformed',
  'head-too-long',
  'body-too-long',
  'run-malformed',
  'run-empty',
  'run-unsigned',
  'run-gap',
]);

/** This machine cannot, whoever sends: the book rests on this link and nothing is lost. */
const isUnable = (code: string): boolean =>
  code.startsWith('store-') || code.startsWith('book-') || code.startsWith('data-key') || code === 'fact-newer';

export type RunOutcome = 'gap' | 'doubt' | 'stop' | 'unable' | 'forged' | 'waits';

/**
 * `doubt`: a signature that does not hold over our own history is a fork or a forgery, and only the whole feed can tell;
 * once asked, it is a forgery. `waits`: true as far as it goes, but its device is not bound, or no longer.
 */
export function outcomeOf(code: string, asked: { readonly gap: boolean; readonly whole: boolean }): RunOutcome {
  if (code === 'fork') return 'stop';
  if (isUnable(code)) return 'unable';
  if (!asked.gap && code === 'run-gap') return 'gap';
  if (!asked.whole && code === 'bad-signature') return 'doubt';
  return FORGED.has(code) ? 'forged' : 'waits';
}
