// The profiles of rules, asked for once the link is open and again after one was kept or discarded.
import { useCallback, useEffect, useState } from 'react';
import type { Result } from '../../shared/base/result.ts';
import type { RulesList } from '../../shared/contract/rules-library.ts';
import { useHouse } from './house.ts';

export type KnownProfiles = {
  /** Undefined until the host has answered. */
  readonly answer: Result<RulesList> | undefined;
  readonly again: () => void;
};

export function useRuleProfiles(): KnownProfiles {
  const { client } = useHouse();
  const [answer, setAnswer] = useState<Result<RulesList> | undefined>(undefined);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` counts the wishes to hear it anew
  useEffect(() => {
    let isHere = true;
    const ask = async (): Promise<void> => {
      if (client.state.word !== 'open') return;
      const given = await client.call('rules.list', {});
      if (isHere) setAnswer(given);
    };
    void ask();
    const stop = client.onState(() => void ask());
    return () => {
      isHere = false;
      stop();
    };
  }, [client, asked]);
  return { answer, again: useCallback(() => setAsked((count) => count + 1), []) };
}
