// Hits in the text of a session's evidence for what is typed, asked anew as more of it has been read.
import { useEffect, useState } from 'react';
import type { ReadingView, SearchHit } from '../../shared/contract/evidence-methods.ts';
import { useHouse } from './house.ts';
import { useView } from './use-view.ts';

/** Between two keys of somebody who types, ms. */
const PAUSE = 150;
/** A letter alone is in every file. */
const LEAST = 2;

export type EvidenceSearch = {
  readonly hits: readonly SearchHit[];
  readonly more: boolean;
  /** Undefined until it is known, or where this host reads nothing. */
  readonly reading: ReadingView | undefined;
};

const NOTHING = { hits: [], more: false } as const;

/** While it is used the recording device goes on reading. */
export function useEvidenceSearch(book: string, typed: string): EvidenceSearch {
  const { client } = useHouse();
  const view = useView('reading', { book });
  const reading = view?.ok === true ? view.value : undefined;
  const done = reading?.done;
  const [found, setFound] = useState<Omit<EvidenceSearch, 'reading'>>(NOTHING);
  const text = typed.trim().length < LEAST ? '' : typed;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file that was read may hold the words
  useEffect(() => {
    if (text === '') return setFound(NOTHING);
    let isHere = true;
    const soon = setTimeout(() => {
      client.call('evidence.search', { book, text: text.slice(0, 200) }).then(
        (result) => isHere && setFound(result.ok ? result.value : NOTHING),
        () => undefined,
      );
    }, PAUSE);
    return () => {
      isHere = false;
      clearTimeout(soon);
    };
  }, [client, book, text, done]);
  return { ...found, reading };
}
