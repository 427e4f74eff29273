// What the parts of a page's author share: what they are given, the seat's record, and who is told of a change.
import type { BookId, SeatId } from '../../shared/base/ids.ts';
import type { Result } from '../../shared/base/result.ts';
import type { VerifySignature } from '../../shared/book/book.ts';
import type { Call } from '../../shared/contract/client.ts';
import type { Ciphers, DeviceKeys } from '../../shared/seal/ciphers.ts';
import type { PageStore, SeatRecord, Write } from './page-store.ts';
import type { Told } from './told.ts';

/** A ballot of another seat as its holder needs it: the entry, and the hash before it, so that its own can be checked. */
export type ForeignBallot = { readonly previous: string; readonly head: string; readonly body: string };

export type PageParts = {
  readonly call: Call;
  /** For holders of shares: the entry of a counted ballot after the reveal. */
  readonly readBallot: (book: string, poll: string, ballot: string) => Promise<Result<ForeignBallot>>;
  readonly store: PageStore;
  readonly ciphers: Ciphers;
  readonly verify: VerifySignature;
  readonly keys: DeviceKeys;
  /** The author's clock, ISO 8601 UTC with milliseconds. */
  readonly now: () => string;
};

export type Kept = {
  readonly parts: PageParts;
  readonly book: BookId;
  readonly seat: SeatId;
  readonly record: () => SeatRecord;
  /** Changes the seat's record, durable when resolved, in one transaction with what else is given. */
  readonly keep: (changes: Partial<SeatRecord>, write?: Omit<Write, 'seat'>) => Promise<void>;
  /** Something of sheets or trust has changed. */
  readonly changed: Told;
};

export function keepSeat(parts: PageParts, first: SeatRecord, changed: Told): Kept {
  let record = first;
  return {
    parts,
    book: first.book,
    seat: first.seat,
    record: () => record,
    keep: async (changes, write = {}) => {
      record = { ...record, ...changes };
      await parts.store.write({ ...write, seat: record });
    },
    changed,
  };
}
