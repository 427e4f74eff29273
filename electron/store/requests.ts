// Every question the store's worker answers: one map of types for both ends.
import type { Result } from '../../shared/base/result.ts';
import type { RowRun } from './row.ts';

/** A value that has passed the edge: covered on its way in, uncovered only by the one who asked. */
export type Covered = Uint8Array;

type Feed = { readonly book: string; readonly feed: string };
type Poll = { readonly book: string; readonly seat: string; readonly poll: string };
type Key = { readonly kind: string; readonly id: string };
type Call<In, Out> = { readonly in: In; readonly out: Out };
type Nothing = Record<never, never>;
type OwnFeedValue = { readonly feed: string; readonly value: Covered };

export type Calls = {
  append: Call<
    {
      readonly book: string;
      readonly runs: readonly RowRun[];
      readonly card: Covered | null;
      readonly ownFeeds: readonly OwnFeedValue[];
    },
    { readonly added: number }
  >;
  /** `feed` null = all feeds of the book */
  readFeeds: Call<{ readonly book: string; readonly feed: string | null; readonly from: number }, readonly RowRun[]>;
  readHeads: Call<
    { readonly book: string },
    readonly { readonly feed: string; readonly seq: number; readonly hash: string }[]
  >;
  /** Two runs a fork: what is kept, and the other. */
  readForks: Call<{ readonly book: string }, readonly RowRun[]>;
  readOwnFeeds: Call<{ readonly book: string }, readonly OwnFeedValue[]>;
  eraseBody: Call<Feed & { readonly seq: number }, Nothing>;
  saveDraft: Call<Poll & { readonly item: string; readonly value: Covered }, Nothing>;
  readDrafts: Call<Poll, readonly { readonly item: string; readonly value: Covered }[]>;
  dropDrafts: Call<Poll, Nothing>;
  saveCard: Call<{ readonly book: string; readonly value: Covered }, Nothing>;
  readCards: Call<Nothing, readonly { readonly book: string; readonly value: Covered }[]>;
  saveCheckpoint: Call<{ readonly book: string; readonly head: string; readonly value: Covered }, Nothing>;
  readCheckpoint: Call<{ readonly book: string }, { readonly head: string; readonly value: Covered } | null>;
  saveSetting: Call<{ readonly name: string; readonly value: Covered }, Nothing>;
  readSetting: Call<{ readonly name: string }, Covered | null>;
  saveBlob: Call<{ readonly name: string; readonly value: Covered }, Nothing>;
  readBlob: Call<{ readonly name: string }, Covered | null>;
  dropBlob: Call<{ readonly name: string }, Nothing>;
  /** The whole index of files. */
  readBlobs: Call<Nothing, readonly { readonly name: string; readonly value: Covered }[]>;
  /** Every book that has an entry, then every draft and setting: for who looks for a name in all of them. */
  readBooks: Call<Nothing, readonly string[]>;
  readAllDrafts: Call<Nothing, readonly (Poll & { readonly item: string; readonly value: Covered })[]>;
  readSettings: Call<Nothing, readonly { readonly name: string; readonly value: Covered }[]>;
  /** Keeps what is there: `found` is the value under that id before, or null. */
  saveKey: Call<Key & { readonly value: Covered }, { readonly found: Covered | null }>;
  readKey: Call<Key, Covered | null>;
  listKeys: Call<{ readonly kind: string }, readonly string[]>;
  dropKey: Call<Key, Nothing>;
  /** Reads every page of both files. */
  check: Call<Nothing, Nothing>;
  close: Call<Nothing, Nothing>;
};

export type CallName = keyof Calls;
export type Request = {
  [N in CallName]: { readonly id: number; readonly name: N; readonly input: Calls[N]['in'] };
}[CallName];

/** `fault` = an error of the program, as text; everything expected is a Result. */
export type Answer = { readonly id: number; readonly name: CallName } & (
  | { readonly result: Result<unknown> }
  | { readonly fault: string }
);

/** The first message of the worker: the store is open, or why not. */
export type Opened = { readonly opened: Result<null> };
