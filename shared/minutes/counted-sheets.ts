// The sheets of a platform's last counted round, numbered TV1, TV2 and so on by the order of the table.
import type { SeatId } from '../base/ids.ts';
import type { Item } from '../book/ballot.ts';
import { votingSeats } from '../book/seating.ts';
import type { PlatformResult } from '../results/result-types.ts';
import { decidingPoll, pollResult, sheetsOf } from '../results/session-result.ts';
import type { Material } from './sentence.ts';

export type CountedSheet = {
  /** Absent where a secret ballot was opened: it names nobody. */
  readonly seat?: SeatId;
  /** Position among the voting seats, from 1; of secret ballots, in the order of their texts. */
  readonly number: number;
  readonly valid: boolean;
  readonly items: Readonly<Record<string, Item>>;
  readonly comment: string;
};

export function resultAndSheets(
  { state, opened }: Pick<Material, 'state' | 'opened'>,
  platform: string,
): { readonly result: PlatformResult; readonly sheets: readonly CountedSheet[] } | undefined {
  const poll = decidingPoll(state, platform);
  const result = poll && pollResult(state, opened, poll);
  if (poll === undefined || result === undefined) return undefined;
  const numbers = new Map(votingSeats(state).map(({ seat }, at) => [seat, at + 1]));
  const sheets = sheetsOf(state, opened, poll)
    .filter(({ sealed }) => sealed?.status !== 'late')
    .map(({ seat, counted }, at) => ({
      ...(seat === undefined ? {} : { seat }),
      number: seat === undefined ? at + 1 : (numbers.get(seat) ?? 0),
      valid: counted !== undefined,
      items: counted?.ballot.items ?? {},
      comment: counted?.ballot.comment ?? '',
    }));
  return { result, sheets };
}
