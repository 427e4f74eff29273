// One act at a time from a button: under way, refused with its sentence, or done; never a bare spinner.
import { useCallback, useRef, useState } from 'react';
import { type Refusal, type Result, refusal } from '../../shared/base/result.ts';

export type Act = {
  readonly isBusy: boolean;
  readonly refused: Refusal | undefined;
  /** Runs it and gives its value; undefined where it was refused (the refusal then stands in `refused`). */
  readonly run: <T>(act: () => Promise<Result<T>>) => Promise<T | undefined>;
  readonly clear: () => void;
};

export function useAct(): Act {
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refusal | undefined>(undefined);
  const busy = useRef<boolean>(false);
  const run = useCallback(async <T>(act: () => Promise<Result<T>>): Promise<T | undefined> => {
    // A second press while the first is under way would do the act twice.
    if (busy.current) return undefined;
    busy.current = true;
    setBusy(true);
    setRefused(undefined);
    try {
      const result = await act();
      if (result.ok) return result.value;
      setRefused(result.refusal);
    } catch {
      setRefused(refusal('fault', { number: 'P1' }));
    } finally {
      busy.current = false;
      setBusy(false);
    }
    return undefined;
  }, []);
  const clear = useCallback(() => setRefused(undefined), []);
  return { isBusy, refused, run, clear };
}
