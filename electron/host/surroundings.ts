// Everything the host is given and does not make: store, ciphers, clock, layout, library, the way in.

import type { Refusal, Result } from '../../shared/base/result.ts';
import type { VerifySignature } from '../../shared/book/book.ts';
import type { InputOf } from '../../shared/contract/methods.ts';
import type { ShellView } from '../../shared/contract/shell-view.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import type { Ciphers, DeviceKeys } from '../../shared/seal/ciphers.ts';
import type { Importer } from '../imports/open-importer.ts';
import type { MinutesRenderer } from '../minutes/minutes-renderer.ts';
import type { EvidenceReader } from '../reading/evidence-reader.ts';
import type { DeviceSecret } from '../seal/node-keys.ts';
import type { ApartReader } from '../signing/read-apart.ts';
import type { Store } from '../store/open-store.ts';
import type { TextIndexes } from '../store/text-indexes.ts';

/** The criteria sets that can be chosen, each with the hash of its canonical text. */
export type Library = {
  readonly sets: readonly { readonly sha256: string; readonly set: CriteriaSet }[];
  readonly leftOut: readonly { readonly file: string; readonly why: Refusal }[];
};

/** The profiles of council rules that are shipped, the one a new session begins with first. */
export type ShippedRules = {
  readonly profiles: readonly CouncilRules[];
  readonly leftOut: Library['leftOut'];
};

/** One-time codes by which a seat is joined; limits on guessing are theirs. */
export type SeatCodes = {
  readonly issue: (book: string, seat: string) => { readonly code: string; readonly url: string };
  /** Looks without using it up. */
  readonly ask: (code: string, link: string) => Result<{ readonly book: string; readonly seat: string }>;
  readonly use: (code: string, link: string) => Result<{ readonly book: string; readonly seat: string }>;
  /** Whoever had to wait after wrong guesses may try again. */
  readonly unlock: () => void;
};

/** Short-lived addresses for bytes, on the origin of the screen. */
export type BlobAddresses = {
  /** `link` is the peer whose address it is; it ends with the link. */
  readonly open: (sha256: string, mediaType: string, fileName: string, link: string) => string;
  readonly upload: (maxBytes: number, link: string) => string;
  /** Addresses of these files (SHA-256) that this link was given open nothing any more. */
  readonly close: (sha256s: ReadonlySet<string>, link: string) => void;
};

export type Log = {
  /** Never a mark, a remark or a name. */
  readonly error: (what: string, more?: Readonly<Record<string, string | number>>) => void;
  readonly info: (what: string, more?: Readonly<Record<string, string | number>>) => void;
};

/** What only the desktop window can do. */
export type Shell = {
  readonly view: () => ShellView;
  /** Told whenever the view is another, until the returned stop is called. */
  readonly onChange: (told: () => void) => () => void;
  /** The page's choice, which the menu and the window's background follow. */
  readonly chosen: (choice: InputOf<'shell.chosen'>) => void;
  /** Opens the window on the wall, or turns the one that is open, to this fragment of the page. */
  readonly openProjector: (fragment: string) => void;
};

export type PlayedKind = 'declare' | 'mark' | 'cast' | 'vote' | 'reserve' | 'approve';
/** How long an invented member of a rehearsal takes for an act, ms. */
export type Pace = (act: PlayedKind) => number;

export type Surroundings = {
  readonly store: Store;
  readonly ciphers: Ciphers;
  readonly verify: VerifySignature;
  readonly newDevice: () => DeviceSecret;
  readonly openDevice: (secret: DeviceSecret) => DeviceKeys;
  readonly now: () => Date;
  readonly minutes: MinutesRenderer;
  readonly reader: ApartReader;
  /** What evidence says, and the index in which it is searched. */
  readonly evidenceReader: EvidenceReader;
  readonly texts: TextIndexes;
  /** Reads files that people bring: sets of criteria, lists of evidence. */
  readonly importer: Importer;
  readonly library: Library;
  readonly rules: ShippedRules;
  /** Folder of the invented evidence that a rehearsal starts with. */
  readonly samples: string;
  readonly pace: Pace;
  readonly codes: SeatCodes;
  readonly addresses: BlobAddresses;
  readonly log: Log;
  /** Proves the desk: long, random, new at every start. */
  readonly deskToken: string;
  readonly version: string;
  /** Where books, keys and files lie on this machine. */
  readonly folder: string;
  /** Absent where the screens are shown by a browser. */
  readonly shell?: Shell;
};
