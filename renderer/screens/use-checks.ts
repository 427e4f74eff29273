// The files that are being checked, one after another, the newest first; each can be checked again with other roots.
import { useCallback, useRef, useState } from 'react';
import { type Refusal, refusal } from '../../shared/base/result.ts';
import type { FileReport } from '../../shared/contract/methods.ts';
import { useHouse } from '../state/house.ts';

export type Checked = {
  readonly id: number;
  readonly file: File;
  readonly name: string;
  /** Of the run that checked it last. */
  readonly turn: number;
  /** The roots it was last checked with. */
  readonly roots: string;
  readonly report?: FileReport;
  readonly refused?: Refusal;
};
export type Running = { readonly name: string; readonly at: number; readonly of: number };

export type Checks = {
  readonly checked: readonly Checked[];
  readonly running: Running | undefined;
  readonly isBusy: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly again: () => void;
  readonly stop: () => void;
  readonly clear: () => void;
};

/** @param roots PEM text of the roots that the reader trusts */
export function useChecks(roots: string): Checks {
  const { client, upload } = useHouse();
  const [checked, setChecked] = useState<readonly Checked[]>([]);
  const [running, setRunning] = useState<Running | undefined>(undefined);
  const next = useRef(1);
  const turn = useRef(0);
  const run = useCallback(
    async (list: readonly Checked[]): Promise<void> => {
      turn.current += 1;
      const mine = turn.current;
      const checkOne = async ({ file, name }: Checked): Promise<Pick<Checked, 'report' | 'refused'>> => {
        const taken = await upload(file, name);
        if (!taken.ok) return { refused: taken.refusal };
        const given = await client.call('file.verify', { sha256: taken.value.sha256, roots });
        return given.ok ? { report: given.value } : { refused: given.refusal };
      };
      for (const [at, one] of list.entries()) {
        // Stopped, or another run has begun: what was found stays.
        if (mine !== turn.current) return;
        setRunning({ name: one.name, at: at + 1, of: list.length });
        const found = await checkOne(one).catch(() => ({ refused: refusal('fault', { number: 'P1' }) }));
        const { id, file, name } = one;
        setChecked((all) =>
          all.map((each) => (each.id === id ? { id, file, name, roots, turn: mine, ...found } : each)),
        );
      }
      if (mine === turn.current) setRunning(undefined);
    },
    [client, upload, roots],
  );
  const add = (files: readonly File[]): void => {
    const fresh = files.map((file) => ({ id: next.current++, file, name: file.name, turn: 0, roots }));
    if (fresh.length === 0) return;
    setChecked((all) => [...fresh, ...all]);
    void run(fresh);
  };
  return {
    checked,
    running,
    isBusy: running !== undefined,
    add,
    again: () => void run(checked),
    stop: () => {
      turn.current += 1;
      setRunning(undefined);
    },
    clear: () => setChecked([]),
  };
}
