// Two sets of the library, opened, and the sessions that used either of them.
import { useEffect, useState } from 'react';
import { ok, type Result } from '../../shared/base/result.ts';
import type { LibraryRecord, SetUse } from '../../shared/contract/criteria-library.ts';
import type { LastingClient } from '../../shared/contract/lasting-client.ts';
import { useHouse } from './house.ts';

export type Compared = {
  readonly before: LibraryRecord;
  readonly after: LibraryRecord;
  /** By either id; without those of a method that could not be answered, which `uses` then refuses. */
  readonly uses: Result<readonly SetUse[]>;
};

async function usesOf(client: Pick<LastingClient, 'call'>, ids: ReadonlySet<string>): Promise<Compared['uses']> {
  const uses: SetUse[] = [];
  for (const id of ids) {
    const given = await client.call('library.uses', { id });
    if (!given.ok) return given;
    uses.push(...given.value.uses);
  }
  return ok(uses);
}

export function useCompared([older, newer]: readonly [string, string]): Result<Compared> | undefined {
  const { client } = useHouse();
  const [answer, setAnswer] = useState<Result<Compared> | undefined>(undefined);
  useEffect(() => {
    let isHere = true;
    const ask = async (): Promise<Result<Compared>> => {
      const [before, after] = [
        await client.call('library.open', { key: older }),
        await client.call('library.open', { key: newer }),
      ];
      if (!before.ok) return before;
      if (!after.ok) return after;
      const ids = new Set([before.value.row.id, after.value.row.id].filter((id) => id !== ''));
      return ok({ before: before.value, after: after.value, uses: await usesOf(client, ids) });
    };
    const told = (): void => {
      if (client.state.word !== 'open') return;
      void ask().then((given) => {
        if (isHere) setAnswer(given);
      });
    };
    told();
    const stop = client.onState(told);
    return () => {
      isHere = false;
      stop();
    };
  }, [client, older, newer]);
  return answer;
}
