// What the host answers to a question without parameters: asked once the link is open, at every return, and when wished.
import { useCallback, useEffect, useState } from 'react';
import type { Result } from '../../shared/base/result.ts';
import type { OutputOf } from '../../shared/contract/methods.ts';
import { useHouse } from './house.ts';

type Question = 'criteria.list' | 'library.list' | 'rules.list';
export type Answer<M extends Question> = {
  /** Undefined until the host has answered. */
  readonly answer: Result<OutputOf<M>> | undefined;
  /** After an act of this page; what other pages do is seen when the screen is opened again. */
  readonly again: () => void;
};

export function useAnswer<M extends Question>(question: M): Answer<M> {
  const { client } = useHouse();
  const [answer, setAnswer] = useState<Result<OutputOf<M>> | undefined>(undefined);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn is a wish to ask once more
  useEffect(() => {
    let isHere = true;
    const ask = async (): Promise<void> => {
      if (client.state.word !== 'open') return;
      const given = await client.call<Question>(question, {});
      if (isHere) setAnswer(given as Result<OutputOf<M>>);
    };
    void ask();
    const stop = client.onState(() => void ask());
    return () => {
      isHere = false;
      stop();
    };
  }, [client, question, turn]);
  return { answer, again: useCallback(() => setTurn((now) => now + 1), []) };
}
