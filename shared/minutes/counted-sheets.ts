// The sheets of a platform's counted rounds, numbered TV1, TV2 and so on by the order of the table.
import type { SeatId } from '../base/ids.ts';
import type { Item } from '../book/ballot.ts';
import type { Poll } from '../book/state.ts';
import type { PlatformResult } from '../results/result-types.ts';
import { decidingPoll, pollResult, sheetsOf } from '../results/session-result.ts';
import { type Material, memberNumber } from './sentence.ts';

type Known = Pick<Material, 'state' | 'opened'>;

export type CountedSheet = {
  /** Absent where a secret ballot was opened: it names nobody. */
  readonly seat?: SeatId;
  /** Position among all who ever voted, from 1; of secret ballots, in the order of their texts. */
  readonly number: number;
  readonly valid: boolean;
  readonly items: Readonly<Record<string, Item>>;
  readonly comment: string;
};

/** The sheets of one counted round, in the order of their numbers; what came late is none of them. */
export const numberedSheets = ({ state, opened }: Known, poll: Poll): readonly CountedSheet[] =>
  sheetsOf(state, opened, poll)
    .filter(({ sealed }) => sealed?.status !== 'late')
    .map(({ seat, counted }, at) => ({
      ...(seat === undefined ? {} : { seat }),
      number: seat === undefined ? at + 1 : memberNumber(state, seat),
      valid: counted !== undefined,
      items: counted?.ballot.items ?? {},
      comment: counted?.ballot.comment ?? '',
    }))
    .sort((a, b) => a.number - b.number);

export function resultAndSheets(
  known: Known,
  platform: string,
): { readonly poll: Poll; readonly result: PlatformResult; readonly sheets: readonly CountedSheet[] } | undefined {
  const poll = decidingPoll(known.state, platform);
  const result = poll && pollResult(known.state, known.opened, poll);
  return poll === undefined || result === undefined ? undefined : { poll, result, sheets: numberedSheets(known, poll) };
}
