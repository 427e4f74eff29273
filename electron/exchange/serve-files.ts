// Gives files piece by piece to whoever may read them: the book names them, and the other side's seat may see them.
import type { Hash } from '../../shared/base/ids.ts';
import { refusal } from '../../shared/base/result.ts';
import { PIECE } from './messages.ts';
import type { SharedBook } from './on-book.ts';
import type { OnLink } from './on-link.ts';
import type { Replica } from './replica.ts';

/** Pieces asked for and not yet given; ours asks for four at most. */
const MOST_ASKED = 16;

export type FileServing = {
  readonly get: (shared: SharedBook, sha256: string, at: number) => void;
  /** What a seat may read is looked at anew. */
  readonly changed: (book: string) => void;
  /** A file has come here: says so where the other side may read it. */
  readonly tell: (shared: SharedBook, sha256: string) => Promise<void>;
};

export function serveFiles(replica: Replica, link: OnLink): FileServing {
  const allowed = new Map<string, Promise<ReadonlySet<string>>>();
  let asked = 0;
  let last: Promise<void> = Promise.resolve();

  function allowedIn({ book, shown }: SharedBook): Promise<ReadonlySet<string>> {
    const known = allowed.get(book);
    if (known !== undefined) return known;
    const files = replica.files(book, shown.seat).then((list) => new Set(list.map(({ sha256 }) => sha256 as string)));
    allowed.set(book, files);
    return files;
  }

  async function give(shared: SharedBook, sha256: string, at: number): Promise<void> {
    const mayRead = !shared.isDropped() && (await allowedIn(shared)).has(sha256);
    const bytes = mayRead ? await replica.readFile(sha256, at, at + PIECE) : undefined;
    if (!link.isOpen()) return;
    // The same answer for what is not here and for what is closed to this seat.
    if (bytes === undefined) link.say({ none: sha256 as Hash });
    else link.say({ piece: sha256 as Hash, at, bytes: Buffer.from(bytes).toString('base64url') });
  }

  return {
    get: (shared, sha256, at) => {
      asked += 1;
      if (asked > MOST_ASKED) return link.end(refusal('exchange-too-fast'));
      last = last
        .then(() => give(shared, sha256, at))
        .catch((error: unknown) => link.fault(error))
        .finally(() => {
          asked -= 1;
        });
    },
    changed: (book) => void allowed.delete(book),
    tell: async (shared, sha256) => {
      if ((await allowedIn(shared)).has(sha256)) link.say({ has: shared.n, sha256: sha256 as Hash });
    },
  };
}
