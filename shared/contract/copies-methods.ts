// Where else a book lies: other machines, the hub, packages; what is owed, what has come, and what it takes to get there.
import { z } from 'zod';
import { isHash, isShortId } from '../base/ids.ts';
import type { Refusal } from '../base/result.ts';
import type { FileOut } from './room-methods.ts';

const line = (max: number) => z.string().max(max);
const id = z.string().refine(isShortId);
const hash = z.string().refine(isHash);
const inBook = { book: hash };
const desk = ['desk'] as const;
const method = <I extends z.ZodType>(input: I) => ({ who: desk, input });

/** For whom a package is: age recipients (`age1…`), or a passphrase that is told another way. */
export const packageFor = z.union([
  z.strictObject({ to: z.literal('recipients'), recipients: z.array(line(100)).min(1).max(60) }),
  z.strictObject({ to: z.literal('passphrase'), passphrase: z.string().min(1).max(200) }),
]);
export type PackageFor = z.output<typeof packageFor>;

export const COPIES_METHODS = {
  /** Exactly what would go: books, evidence by label, names. Writes nothing. */
  'package.preview': method(z.strictObject({ books: z.array(hash).min(1).max(100), evidence: z.boolean() })),
  /** Written, then proved by a trial import; only then is there something to save. */
  'package.write': method(
    z.strictObject({ books: z.array(hash).min(1).max(100), evidence: z.boolean(), for: packageFor }),
  ),
  /** What an uploaded package says of itself; nothing is taken in. */
  'package.read': method(z.strictObject({ sha256: hash, passphrase: line(200).optional() })),
  'package.take': method(z.strictObject({ sha256: hash, passphrase: line(200).optional() })),
  'package.stop': method(z.strictObject({})),
  /** This machine's own recipient, for whoever wants to send it a package. */
  'package.recipient': method(z.strictObject({})),

  /** By the secretary's invitation; the words of the hub's certificate were compared. */
  'hub.look': method(z.strictObject({ address: line(200) })),
  'hub.enrol': method(z.strictObject({ address: line(200), invitation: line(200) })),
  'hub.forget': method(z.strictObject({})),
  /** Invites the machine of a seat to the hub, for these books. */
  'hub.invite': method(z.strictObject({ books: z.array(hash).min(1).max(100), seat: id.optional() })),
  /** A book goes to the hub and is kept up to date there. */
  'hub.share': method(z.strictObject({ ...inBook, share: z.boolean() })),
  'sync.now': method(z.strictObject({})),
  /** The owner of this machine forbids or allows every network but the room. */
  'network.allow': method(z.strictObject({ hub: z.boolean() })),

  /** Evidence is taken back from members' machines when the work is done; an entry, and no more than a request. */
  'evidence.recall': method(z.strictObject({ ...inBook, note: line(500) })),
} as const;

/** What a package holds, before and after. */
export type PackageContents = {
  readonly books: readonly {
    readonly book: string;
    readonly subject: string;
    readonly kind: 'session' | 'rehearsal';
    readonly entries: number;
    readonly names: readonly string[];
    readonly evidence: readonly {
      readonly title: string;
      readonly label: 'public' | 'internal';
      readonly size: number;
      /** It is not on this machine, or was recalled, so it does not go. */
      readonly missing: boolean;
    }[];
  }[];
  /** Bytes before encryption. */
  readonly size: number;
};

export type PackageReport = PackageContents & {
  /** ISO 8601 UTC, as the writing machine claimed. */
  readonly writtenAt: string;
  /** Fingerprint of the device that signed it, and whether a seat of a known book is behind it. */
  readonly by: { readonly fingerprint: string; readonly name: string; readonly isKnown: boolean };
  /** Words to read aloud: the first of the file's SHA-256. */
  readonly digest: readonly string[];
  /** For each book: what taking it in would add. */
  readonly news: readonly {
    readonly book: string;
    readonly entries: number;
    readonly files: number;
    readonly isNew: boolean;
  }[];
};

/** A machine of a member in one of the chosen books: it can be ticked instead of pasting its recipient. */
export type KnownMachine = { readonly seat: string; readonly name: string; readonly recipient: string };

export type CopiesOutputs = {
  readonly 'package.preview': PackageContents & { readonly known?: readonly KnownMachine[] };
  readonly 'package.write': FileOut & {
    readonly size: number;
    readonly digest: readonly string[];
    readonly contents: PackageContents;
  };
  readonly 'package.read': PackageReport;
  readonly 'package.take': PackageReport & {
    readonly taken: readonly { readonly book: string; readonly entries: number; readonly files: number }[];
  };
  readonly 'package.recipient': { readonly recipient: string; readonly words: readonly string[] };
  readonly 'hub.look': { readonly name: string; readonly fingerprint: readonly string[] };
  readonly 'hub.invite': { readonly invitation: string; readonly expires: string };
};

/** Where a book lies, in words of the trust bar and the home list. */
export type CopyPlace = 'this-machine' | 'second-copy' | 'hub';

export type BookCopyView = {
  readonly book: string;
  readonly places: readonly CopyPlace[];
  /** Seats whose machines hold all that this one has, and when that was last heard (this machine's clock). */
  readonly holders: readonly { readonly seat: string; readonly at: string; readonly isWhole: boolean }[];
  /** Entries of this machine that nobody else is known to hold. */
  readonly owed: number;
  /** Own statements that the recording machine has not ruled on. */
  readonly unruled: number;
  readonly lastCopyAt?: string;
  readonly isShared: boolean;
  /** Evidence was recalled: which seats' machines were asked, and which have said that they dropped it. */
  readonly recalled?: {
    readonly at: string;
    readonly note: string;
    readonly asked: readonly string[];
    readonly confirmed: readonly string[];
  };
};

export type CopiesView = {
  /** How this machine is linked now. */
  readonly room: 'none' | 'open' | 'linked' | 'lost';
  readonly hub: {
    readonly state: 'none' | 'barred' | 'off' | 'connecting' | 'syncing' | 'upToDate' | 'refused';
    readonly address?: string;
    readonly name?: string;
    readonly why?: Refusal;
  };
  readonly books: readonly BookCopyView[];
  /** Work under way: packing, taking in, fetching. */
  readonly work?: {
    readonly kind: 'packing' | 'proving' | 'reading' | 'taking' | 'sending' | 'fetching';
    readonly done: number;
    readonly of: number;
  };
};
