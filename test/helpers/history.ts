import type { Poll } from '../../shared/book/state.ts';
import { type HistoryTable, hexOf, shortOf } from './history-table.ts';
import type { Random } from './seed.ts';

export type History = {
  readonly table: HistoryTable;
  /** What happens in it, and in what order it reaches the recorder: two streams, so that either can vary alone. */
  readonly random: Random;
  readonly arrival: Random;
  readonly platforms: number;
  serial: number;
};

export const polls = ({ table }: History): readonly Poll[] => Object.values(table.state.polls);
export const openPoll = (history: History): Poll | undefined =>
  polls(history).find(({ step, voided }) => step === 'open' && !voided);
export const fresh = (history: History, what: string): string => shortOf(`${what} ${history.serial++}`);
export const keyAt = (label: string): Uint8Array => new Uint8Array(Buffer.from(hexOf(label, 32), 'hex'));
export const bytes = (label: string, length: number): string =>
  Buffer.from(hexOf(label, length), 'hex').toString('base64url');

/** Label of the key behind each commitment. */
export const keys = new Map<string, string>();
export const keyOf = (commit: string): string => keys.get(commit) ?? 'no key';
