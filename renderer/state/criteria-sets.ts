// The library of criteria sets, asked for once the link is open.
import { useEffect, useState } from 'react';
import type { Result } from '../../shared/base/result.ts';
import type { OutputOf } from '../../shared/contract/methods.ts';
import { useHouse } from './house.ts';

export function useCriteriaSets(): Result<OutputOf<'criteria.list'>> | undefined {
  const { client } = useHouse();
  const [answer, setAnswer] = useState<Result<OutputOf<'criteria.list'>> | undefined>(undefined);
  useEffect(() => {
    let isHere = true;
    const ask = async (): Promise<void> => {
      if (client.state.word !== 'open') return;
      const given = await client.call('criteria.list', {});
      if (isHere) setAnswer(given);
    };
    void ask();
    const stop = client.onState(() => void ask());
    return () => {
      isHere = false;
      stop();
    };
  }, [client]);
  return answer;
}
