// What the exchange asks of whoever keeps books on this machine: the host, with a desk or as a hub.
import type { BookId, FeedId, Hash, PublicKey, SeatId } from '../../shared/base/ids.ts';
import type { Result } from '../../shared/base/result.ts';
import type { RunText } from '../../shared/book/book.ts';
import type { HeadRef } from '../../shared/book/head.ts';

/** Two things that one device signed at one number: kept as proof on every machine, and the feed goes no further. */
export type ForkProof = {
  readonly feed: FeedId;
  readonly seq: number;
  readonly kept: RunText;
  readonly other: RunText;
};

export type Replica = {
  /** Books of this machine that are no other's replacement. */
  readonly books: () => Promise<readonly BookId[]>;
  /**
   * Last signed entry of every feed that is here, in the order in which the feeds first came, so that whoever is sent
   * them in that order meets a binding before what it binds; none for a book that is not.
   */
  readonly tips: (book: BookId) => Promise<readonly HeadRef[]>;
  /** Whole commits of one feed from `from` on, about `units` UTF-16 units and one commit at least; undefined past the end. */
  readonly read: (book: BookId, feed: FeedId, from: number, units: number) => Promise<RunText | undefined>;
  /**
   * Checks chain and signatures, keeps all in one save, applies what can be applied, and where this machine records,
   * rules on what seats stated. Known entries are passed over. Resolves when the disk has it. Refuses as `checkRun`
   * does, `fork`, `book-damaged`, `store-full` …; what went before the refused run in the list stays.
   */
  readonly take: (book: BookId, runs: readonly RunText[]) => Promise<Result<{ readonly added: number }>>;
  readonly forks: (book: BookId) => Promise<readonly ForkProof[]>;
  /** The seat that this key speaks for now; undefined where it is bound to none, or no longer. */
  readonly seatOf: (book: BookId, key: PublicKey) => Promise<SeatId | undefined>;
  /** Signs `helloMessage` with the device that this machine has in the book; undefined where it has none. */
  readonly prove: (
    book: BookId,
    challenge: Uint8Array,
  ) => Promise<{ readonly key: PublicKey; readonly sig: string } | undefined>;
  /** Files that the book names and that this seat may read; undefined asks for all. What is on the screen comes first. */
  readonly files: (
    book: BookId,
    seat: SeatId | undefined,
  ) => Promise<readonly { readonly sha256: Hash; readonly size: number }[]>;
  readonly hasFile: (sha256: string) => Promise<boolean>;
  /** Bytes `start` up to `end` (exclusive) of a file that is here. */
  readonly readFile: (sha256: string, start: number, end: number) => Promise<Uint8Array | undefined>;
  /** Takes a file as it comes; kept only when its SHA-256 is the one that was promised. */
  readonly putFile: (sha256: string, size: number, bytes: AsyncIterable<Uint8Array>) => Promise<Result<unknown>>;
  /** Told after every change of a book, a proof of a fork too, until stopped. */
  readonly onChange: (told: (book: BookId) => void) => () => void;
};
