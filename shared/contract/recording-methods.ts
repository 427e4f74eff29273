// Who records a book, and how that is passed on: handed over, taken over, come back.
import { z } from 'zod';
import { isHash, isShortId } from '../base/ids.ts';
import type { Refusal } from '../base/result.ts';

const id = z.string().refine(isShortId);
const hash = z.string().refine(isHash);
const inBook = { book: hash };
const desk = ['desk'] as const;
const seated = ['desk', 'seat'] as const;
const method = <W extends 'desk' | 'seat', I extends z.ZodType>(who: readonly W[], input: I) => ({ who, input });

export const RECORDING_METHODS = {
  /** On the machine that records: the machine of this seat goes on. */
  'recording.hand-over': method(desk, z.strictObject({ ...inBook, seat: id })),
  /** On a keeper's machine: collects heads from whoever can be reached and proposes itself. */
  'takeover.propose': method(desk, z.strictObject(inBook)),
  /** A keeper agrees, on its own device, to one proposal of one term. */
  'takeover.agree': method(desk, z.strictObject({ ...inBook, proposal: hash })),
  'takeover.withdraw': method(desk, z.strictObject(inBook)),
  /** More than half of the keepers agreed: this machine records from now on. */
  'takeover.finish': method(desk, z.strictObject(inBook)),
  /** On the machine that recorded before: its entries after the cut, to be entered again by hand where they matter. */
  'tail.seen': method(desk, z.strictObject(inBook)),
  /** After a restore, with the chair's word where there is a second device. */
  'recording.resume': method(desk, z.strictObject(inBook)),
  /** The chair's machine agrees to a restored recording device. */
  'recording.resume-agree': method(seated, z.strictObject({ ...inBook, proposal: hash })),
} as const;

/** Another machine records: how it can be reached, and own statements that it has not ruled on yet. */
export type AwayView = {
  readonly link: 'linked' | 'lost';
  readonly unruled: readonly { readonly entry: string; readonly kind: string; readonly at: string }[];
  /** Own statements that it did not admit, and why. */
  readonly refused: readonly { readonly entry: string; readonly kind: string; readonly code: string }[];
};

export type ProposalView = {
  /** Hash of what the keepers sign. */
  readonly proposal: string;
  readonly kind: 'takeover' | 'resume';
  readonly by: string;
  readonly term: number;
  /** The last entry of the old recording feed that stays. */
  readonly cut: { readonly seq: number; readonly hash: string };
  readonly agreed: readonly string[];
  readonly needed: number;
  /** Keepers whose machine can be reached now. */
  readonly reachable: readonly string[];
  readonly mayAgree: boolean;
  readonly mayFinish: boolean;
};

export type RecordingView = {
  /** Seat whose machine records now, and how it came to. */
  readonly recorder: string;
  readonly term: number;
  readonly isHere: boolean;
  readonly keepers: readonly string[];
  /** How this machine stands to the recording one. */
  readonly link: 'here' | 'linked' | 'lost' | 'never';
  /** When it was last heard, this machine's clock. */
  readonly heardAt?: string;
  readonly mayPropose: boolean;
  readonly mayHandOver: readonly string[];
  readonly proposal?: ProposalView;
  readonly passings: readonly {
    readonly term: number;
    readonly from: string;
    readonly to: string;
    readonly ground: string;
    readonly at: string;
    readonly agreed: readonly string[];
  }[];
  /** On the machine that recorded before: what it wrote after the cut. Kept, void, never merged. */
  readonly tail?: {
    readonly rows: readonly {
      readonly seq: number;
      readonly at: string;
      readonly kind: string;
      readonly hash: string;
    }[];
    readonly isSeen: boolean;
  };
  /** Polls of which a reveal or a key was seen in a void tail: held again. */
  readonly spoiled: readonly string[];
  /** This data folder was restored or copied: it writes in a new feed. */
  readonly restored?: Refusal;
  /** This machine holds the only copy there is. */
  readonly isOnlyCopy: boolean;
};
