// Keeps the secretary's words on the disk as they are typed; what was not taken is tried again with the next change.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../shared/base/result.ts';
import type { Prose } from '../../shared/book/rulings.ts';
import { useHouse } from '../state/house.ts';
import { useSession } from '../state/session.ts';

/** Quiet after the last key before the words are saved, ms. */
const QUIET = 400;

export type Saving = {
  /** `typing`: there are words that are not on the disk yet. */
  readonly state: 'saved' | 'typing' | 'saving';
  readonly savedAt: string | undefined;
  readonly refused: Refusal | undefined;
  readonly save: () => Promise<void>;
};

/** @param first what is on the disk when the fields appear */
export function useProse(first: Prose, now: Prose): Saving {
  const session = useSession();
  const house = useHouse();
  const { client, now: time } = house;
  const { book } = session;
  const text = JSON.stringify(now);
  const [saved, setSaved] = useState(() => JSON.stringify(first));
  const [savedAt, setSavedAt] = useState<string | undefined>(undefined);
  const [going, setGoing] = useState('');
  const [refused, setRefused] = useState<Refusal | undefined>(undefined);
  const latest = useRef({ text, now, saved, going: '' });
  useEffect(() => {
    latest.current = { ...latest.current, text, now };
  });
  const save = useCallback(async (): Promise<void> => {
    const last = latest.current;
    if (last.text === last.saved || last.text === last.going) return;
    latest.current = { ...last, going: last.text };
    setGoing(last.text);
    const result = await client.call('prose.save', { book, prose: last.now });
    const isNewest = latest.current.going === last.text;
    if (isNewest) {
      latest.current = { ...latest.current, going: '' };
      setGoing('');
    }
    if (!result.ok) return setRefused(result.refusal);
    if (isNewest) setRefused(undefined);
    latest.current = { ...latest.current, saved: last.text };
    setSaved(last.text);
    setSavedAt(time().toISOString());
  }, [client, book, time]);
  useEffect(() => {
    if (text === latest.current.saved) return;
    const timer = setTimeout(() => void save(), QUIET);
    return () => clearTimeout(timer);
  }, [text, save]);
  // Moving on by a key takes the fields away: their words go with it.
  useEffect(() => () => void save(), [save]);
  const state = going === text ? 'saving' : saved === text ? 'saved' : 'typing';
  return { state, savedAt, refused, save };
}
