// Seats whose key this machine holds for somebody else: a laptop that goes round the table, a guest's browser.
import { z } from 'zod';
import { isHash, isShortId } from '../base/ids.ts';

const line = (max: number) => z.string().max(max);
const id = z.string().refine(isShortId);
const hash = z.string().refine(isHash);
const inBook = { book: hash };
/** Six to twelve digits. */
const pin = z.string().regex(/^\d{6,12}$/);
const method = <W extends 'desk' | 'seat' | 'stranger', I extends z.ZodType>(who: readonly W[], input: I) => ({
  who,
  input,
});

export const SHARED_SEAT_METHODS = {
  /** This laptop holds the key of a seat that has no device; the member chooses the PIN when it is handed over first. */
  'shared.hold': method(['desk'] as const, z.strictObject({ ...inBook, seat: id })),
  /** The secretary has seen to it that it is the member who forgot: a new PIN may be chosen, and the log says so. */
  'shared.reset': method(['desk'] as const, z.strictObject({ ...inBook, seat: id })),
  /** The desk's own PIN, without which nobody comes back to the desk from a hand-over. */
  'shared.desk-pin': method(['desk'] as const, z.strictObject({ pin })),
  /** Hands the laptop round: the desk's page shows names and nothing else until its own PIN is given. */
  'shared.lock': method(['desk'] as const, z.strictObject(inBook)),
  'shared.unlock': method(['stranger'] as const, z.strictObject({ pin })),
  /** Names of seats to choose from, while the laptop is handed round. */
  'shared.table': method(['stranger'] as const, z.strictObject(inBook)),
  /** The first time the PIN is chosen by this; after that it must be the same. */
  'shared.enter': method(['stranger'] as const, z.strictObject({ ...inBook, seat: id, pin })),
  /** Guest: a browser without a secure context; the host makes and holds the key. */
  'guest.join': method(['stranger'] as const, z.strictObject({ code: line(20) })),
  /** A guest's link was lost: `pass` was given when it joined, and lives in the page. */
  'guest.return': method(['stranger'] as const, z.strictObject({ ...inBook, pass: line(100) })),
  /** A copy of a page seat's drafts, sealed under the guest's passphrase in the page; kept here and on other machines. */
  'drafts.deposit': method(['seat'] as const, z.strictObject({ ...inBook, sealed: line(400_000), savedAt: line(30) })),
  'drafts.fetch': method(['seat'] as const, z.strictObject(inBook)),
} as const;

export type SharedSeatOutputs = {
  readonly 'shared.table': {
    readonly subject: string;
    readonly council: string;
    readonly seats: readonly {
      readonly seat: string;
      readonly name: string;
      readonly hasPin: boolean;
      /** Wrong PINs are counted; so many seconds must pass. */
      readonly lockedFor: number;
    }[];
  };
  readonly 'shared.enter': { readonly book: string; readonly seat: string };
  readonly 'guest.join': { readonly book: string; readonly seat: string; readonly pass: string };
  readonly 'guest.return': { readonly book: string; readonly seat: string };
  readonly 'drafts.fetch': { readonly sealed: string | null; readonly savedAt: string };
};
