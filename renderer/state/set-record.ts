// One set of the library, asked for once the link is open and again after an act; and how its draft is kept.
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Result } from '../../shared/base/result.ts';
import type { Call } from '../../shared/contract/client.ts';
import type { Consultation, LibraryRecord } from '../../shared/contract/criteria-library.ts';
import { useHouse } from './house.ts';
import { type Keeper, openKeeper } from './keeper.ts';
import type { SetDoc } from './set-form.ts';
import { laterOnce } from './use-keeper.ts';

export function useRecord(key: string): {
  readonly record: Result<LibraryRecord> | undefined;
  readonly again: () => Promise<void>;
} {
  const { client } = useHouse();
  const [record, setRecord] = useState<Result<LibraryRecord> | undefined>(undefined);
  const again = useCallback(async (): Promise<void> => {
    const given = await client.call('library.open', { key });
    setRecord(given);
  }, [client, key]);
  useEffect(() => {
    let isDone = false;
    const ask = async (): Promise<void> => {
      if (isDone || client.state.word !== 'open') return;
      const given = await client.call('library.open', { key });
      if (isDone) return;
      isDone = given.ok;
      setRecord(given);
    };
    void ask();
    const stop = client.onState(() => void ask());
    return () => {
      isDone = true;
      stop();
    };
  }, [client, key]);
  return { record, again };
}

/** A row without a name is no consultation yet, and the host takes none. */
export const toKeep = (list: readonly Consultation[]): Consultation[] => list.filter(({ body }) => body.trim() !== '');

/** Both parts under one word: it is saved when what was changed of either is. */
export function openSetKeeper(call: Call, key: string, start: SetDoc, later = laterOnce): Keeper<SetDoc> {
  let saved = start;
  return openKeeper<SetDoc>({
    name: key,
    gone: 'set-unknown',
    later,
    save: async (name, doc) => {
      let kept = { name: name ?? '', savedAt: '' };
      if (doc.draft !== saved.draft || name === undefined || doc.consultations === saved.consultations) {
        const given = await call('library.save', { ...(name === undefined ? {} : { key: name }), draft: doc.draft });
        if (!given.ok) return given;
        kept = { name: given.value.key, savedAt: given.value.savedAt };
        saved = { draft: doc.draft, consultations: name === undefined ? [] : saved.consultations };
      }
      if (doc.consultations !== saved.consultations) {
        const given = await call('library.consult', { key: kept.name, consultations: toKeep(doc.consultations) });
        if (!given.ok) return given;
        saved = doc;
      }
      return { ok: true, value: kept };
    },
  });
}

export function useSetKeeper(key: string, start: SetDoc): Keeper<SetDoc> {
  const { client } = useHouse();
  const [first] = useState(start);
  return useMemo(() => openSetKeeper(client.call, key, first), [client, key, first]);
}
