// One file on its way into the library: sent, read for a look (again at every change of the columns), taken in at a yes.
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Refusal, type Result, refusal } from '../../shared/base/result.ts';
import type { CriteriaFileReport, LibraryOutputs, SheetMapping } from '../../shared/contract/criteria-library.ts';
import { useHouse } from './house.ts';

/** Arrows walk through a list of columns one by one: the file is read once they rest, ms. */
const SOON = 300;

type Chosen = { readonly name: string; readonly size: number; readonly sha256: string };

export type Loading =
  | { readonly step: 'empty' }
  | { readonly step: 'sending'; readonly name: string; readonly size: number; readonly sent: number }
  | { readonly step: 'stopped'; readonly name: string }
  | { readonly step: 'failed'; readonly name: string; readonly why: Refusal }
  /** `report`: of the reading before, while it is read once more. */
  | { readonly step: 'reading'; readonly file: Chosen; readonly report?: CriteriaFileReport }
  | { readonly step: 'read'; readonly file: Chosen; readonly report: CriteriaFileReport };

export type LoadSet = {
  readonly state: Loading;
  readonly take: (file: File) => void;
  readonly stop: () => void;
  /** Reads the same file with other columns. */
  readonly map: (mapping: SheetMapping) => void;
  /** PEM of the roots that may vouch for the signer of a pack, and why they cannot be read. */
  readonly roots: string;
  readonly rootsWhy: Refusal | undefined;
  /** Reads the same pack with other roots. */
  readonly trust: (roots: string) => void;
  readonly accept: () => Promise<Result<LibraryOutputs['library.accept']>>;
  /** Back to an empty screen. */
  readonly clear: () => void;
};

/** What the file is read with the next time: the columns as they stand on the screen, unless it is our own sheet. */
export const mappingOf = ({ table }: CriteriaFileReport): { readonly mapping?: SheetMapping } =>
  table === undefined || table.mapped === 'template' ? {} : { mapping: table.mapping };

type Wishes = { readonly mapping?: SheetMapping; readonly roots?: string };
const rootsOf = (roots: string): Wishes => (roots.trim() === '' ? {} : { roots });

export function useLoadSet(): LoadSet {
  const { client, upload } = useHouse();
  const [state, setState] = useState<Loading>({ step: 'empty' });
  const [roots, setRoots] = useState('');
  const [rootsWhy, setRootsWhy] = useState<Refusal>();
  // Only the newest wish counts: an older answer that comes later is dropped.
  const turn = useRef<number>(0);
  const sending = useRef<AbortController | undefined>(undefined);
  const soon = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(
    () => () => {
      sending.current?.abort();
      clearTimeout(soon.current);
    },
    [],
  );

  const read = useCallback(
    async (file: Chosen, wishes: Wishes = {}, before?: CriteriaFileReport): Promise<void> => {
      turn.current += 1;
      const mine = turn.current;
      setState({ step: 'reading', file, ...(before === undefined ? {} : { report: before }) });
      const { sha256, name } = file;
      const given = await client.call('library.read-file', { sha256, name, ...wishes });
      if (turn.current !== mine) return;
      const isOfRoots = !given.ok && given.refusal.code === 'roots-unreadable';
      setRootsWhy(isOfRoots ? given.refusal : undefined);
      // Half a certificate that is still being pasted takes nothing off the screen.
      if (isOfRoots && before !== undefined) setState({ step: 'read', file, report: before });
      else
        setState(given.ok ? { step: 'read', file, report: given.value } : { step: 'failed', name, why: given.refusal });
    },
    [client],
  );

  const take = useCallback(
    (file: File): void => {
      sending.current?.abort();
      clearTimeout(soon.current);
      turn.current += 1;
      const mine = turn.current;
      const name = file.name.normalize('NFC').slice(0, 300);
      const { size } = file;
      const stop = new AbortController();
      sending.current = stop;
      setState({ step: 'sending', name, size, sent: 0 });
      const onSent = (sent: number): void => {
        if (turn.current === mine) setState({ step: 'sending', name, size, sent });
      };
      const send = async (): Promise<void> => {
        const sent = await upload(file, name, { signal: stop.signal, onSent }).catch(() => undefined);
        if (turn.current !== mine) return;
        if (sent?.ok === true) return await read({ name, size, sha256: sent.value.sha256 }, rootsOf(roots));
        setState({ step: 'failed', name, why: sent?.refusal ?? refusal('upload-failed', { name }) });
      };
      void send();
    },
    [upload, read, roots],
  );

  const stop = (): void => {
    if (state.step !== 'sending') return;
    turn.current += 1;
    sending.current?.abort();
    setState({ step: 'stopped', name: state.name });
  };
  const map = (mapping: SheetMapping): void => {
    if (state.step !== 'read' && state.step !== 'reading') return;
    const { file, report } = state;
    if (report?.table === undefined) return;
    turn.current += 1;
    // The choice stands at once: a list that sprang back would take the arrows of the keyboard along.
    const chosen: CriteriaFileReport = { ...report, table: { ...report.table, mapping, mapped: 'chosen' } };
    setState({ step: 'reading', file, report: chosen });
    clearTimeout(soon.current);
    soon.current = setTimeout(() => void read(file, { mapping }, chosen), SOON);
  };
  const trust = (given: string): void => {
    setRoots(given);
    if (state.step !== 'read' && state.step !== 'reading') return;
    const { file, report } = state;
    clearTimeout(soon.current);
    soon.current = setTimeout(() => void read(file, rootsOf(given), report), SOON);
  };
  const accept = async (): Promise<Result<LibraryOutputs['library.accept']>> => {
    if (state.step !== 'read') return { ok: false, refusal: refusal('link-lost') };
    const { sha256, name } = state.file;
    return await client.call('library.accept', { sha256, name, ...mappingOf(state.report), ...rootsOf(roots) });
  };
  const clear = (): void => {
    clearTimeout(soon.current);
    turn.current += 1;
    setState({ step: 'empty' });
  };
  return { state, take, stop, map, roots, rootsWhy, trust, accept, clear };
}
