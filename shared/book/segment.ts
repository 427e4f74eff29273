// The stretches of feeds that together are the order of a book: who recorded, and up to where it counts.
import type { FeedId, PublicKey } from '../base/ids.ts';
import type { Refusal } from '../base/result.ts';
import type { Entry } from './entry.ts';

export type Segment = {
  readonly feed: FeedId;
  readonly key: PublicKey;
  /** All that is known of the branch that counts, the void tail too; it may grow. */
  readonly entries: readonly Entry[];
  /** The cut by which the recording was passed on: later entries are void, kept and never applied. Absent in the last one. */
  readonly upTo?: number;
};

export type Course = {
  readonly segments: readonly Segment[];
  /** The last segment counts up to `seq` and the book is read-only from there. */
  readonly stop?: { readonly seq: number; readonly refusal: Refusal };
};

/** What was found, and of what: as long as the key is the same, so is the course. */
export type KnownCourse = { readonly key: string; readonly course: Course };
