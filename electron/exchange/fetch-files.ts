// Fetches the files that books name and this machine lacks: first what is looked at, a few at a time, from where it was cut.
import type { BookId, Hash } from '../../shared/base/ids.ts';
import { refusal } from '../../shared/base/result.ts';
import type { FileOnWay } from './exchange-state.ts';
import { FILE_LIMIT, PIECE } from './messages.ts';
import type { SharedBook } from './on-book.ts';
import type { OnLink } from './on-link.ts';
import type { Partial, Partials } from './partials.ts';
import type { Replica } from './replica.ts';

/** Files under way at once on one link, and pieces asked ahead for each: what a ballot may have to wait behind. */
const MOST_FILES = 2;
const AHEAD = 2;

export type FileFetching = {
  /** Looks at what the book names and what is lacking. */
  readonly look: (shared: SharedBook) => Promise<void>;
  /** To the front, before all that the book itself puts first. */
  readonly want: (book: BookId, sha256: string) => void;
  readonly piece: (sha256: string, at: number, bytes: string) => void;
  readonly none: (sha256: string) => void;
  /** The other side has a file that it may have lacked before. */
  readonly has: (shared: SharedBook, sha256: string) => void;
  readonly state: () => { readonly onWay: readonly FileOnWay[]; readonly waiting: number };
  readonly close: () => void;
};

type Wanted = { readonly shared: SharedBook; readonly size: number };
type OnWay = {
  readonly size: number;
  readonly shared: SharedBook;
  readonly part: Partial;
  asked: number;
  came: number;
};

export function fetchFiles(replica: Replica, partials: Partials, link: OnLink): FileFetching {
  /** In the order in which they are fetched. */
  let queue = new Map<string, Wanted>();
  const onWay = new Map<string, OnWay>();
  const opening = new Set<string>();
  /** The other side gave none; another link of this machine is fetching it. */
  const absent = new Set<string>();
  const busy = new Set<string>();
  /** Given up while pieces were still on their way. */
  const late = new Set<string>();
  const first: string[] = [];
  /** Writes follow one another, file by file and piece by piece. */
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): void => {
    last = last.then(work).catch((error: unknown) => link.fault(error));
  };

  async function look(shared: SharedBook): Promise<void> {
    const named = await replica.files(shared.book, undefined);
    const lacking: [string, Wanted][] = [];
    for (const { sha256, size } of named)
      if (size <= FILE_LIMIT && !onWay.has(sha256) && !(await replica.hasFile(sha256)))
        lacking.push([sha256, { shared, size }]);
    const others = [...queue].filter(([, wanted]) => wanted.shared.book !== shared.book);
    queue = new Map([...others, ...lacking]);
    start();
  }

  function next(): [string, Wanted] | undefined {
    const isFree = (sha256: string) =>
      !absent.has(sha256) && !busy.has(sha256) && !opening.has(sha256) && !onWay.has(sha256);
    const isFull = onWay.size + opening.size >= MOST_FILES;
    for (const sha256 of first) {
      const wanted = queue.get(sha256);
      if (wanted && isFree(sha256) && !wanted.shared.isDropped()) return [sha256, wanted];
    }
    if (isFull) return undefined;
    return [...queue].find(([sha256, { shared }]) => isFree(sha256) && !shared.isDropped());
  }

  function start(): void {
    // One more than the rest may fill, so that what is looked at never waits behind what is large.
    while (link.isOpen() && onWay.size + opening.size <= MOST_FILES) {
      const found = next();
      if (!found) break;
      const [sha256, wanted] = found;
      opening.add(sha256);
      inTurn(() => begin(sha256, wanted));
    }
    link.changed();
  }

  async function begin(sha256: string, { shared, size }: Wanted): Promise<void> {
    const claimed = await partials.claim(sha256, size);
    opening.delete(sha256);
    // Another link fetches it: it is looked at again when that one is done.
    if (claimed === undefined) return void busy.add(sha256);
    if (!claimed.ok) {
      absent.add(sha256);
      return link.shown(claimed.refusal);
    }
    const part = claimed.value;
    if (!link.isOpen()) return await part.leave();
    const way: OnWay = { size, shared, part, asked: part.at(), came: part.at() };
    onWay.set(sha256, way);
    queue.delete(sha256);
    if (part.at() === size) await finish(sha256, way);
    else ask(sha256, way);
  }

  function ask(sha256: string, way: OnWay): void {
    while (way.asked < way.size && way.asked - way.came < AHEAD * PIECE) {
      link.say({ get: way.shared.n, sha256: sha256 as Hash, at: way.asked });
      way.asked = Math.min(way.size, way.asked + PIECE);
    }
  }

  async function finish(sha256: string, way: OnWay): Promise<void> {
    onWay.delete(sha256);
    const put = await way.part.finish();
    if (!put.ok) {
      absent.add(sha256);
      if (put.refusal.code === 'blob-mismatch') link.offended(put.refusal);
      else link.shown(put.refusal);
    }
    start();
  }

  async function giveUp(sha256: string, way: OnWay): Promise<void> {
    onWay.delete(sha256);
    if (way.asked > way.came) late.add(sha256);
    absent.add(sha256);
    queue.set(sha256, way);
    await way.part.leave();
    start();
  }

  async function write(sha256: string, way: OnWay, bytes: Uint8Array): Promise<void> {
    if (onWay.get(sha256) !== way) return;
    const written = await way.part.write(bytes);
    if (!written.ok) {
      link.shown(written.refusal);
      return await giveUp(sha256, way);
    }
    if (way.part.at() === way.size) await finish(sha256, way);
    else ask(sha256, way);
    link.changed();
  }

  const stopFree = partials.onFree((sha256, isWhole) => {
    if (isWhole) queue.delete(sha256);
    if (busy.delete(sha256) && !isWhole) queueMicrotask(start);
  });

  return {
    look,
    want: (_book, sha256) => {
      const known = first.indexOf(sha256);
      if (known !== -1) first.splice(known, 1);
      first.unshift(sha256);
      first.length = Math.min(first.length, 64);
      start();
    },
    piece: (sha256, at, text) => {
      const way = onWay.get(sha256);
      const bytes = Buffer.from(text, 'base64url');
      const due = way && Math.min(PIECE, way.size - way.came);
      if (way === undefined && late.has(sha256)) return;
      if (way === undefined || at !== way.came || way.came >= way.asked || bytes.length > PIECE)
        return link.end(refusal('exchange-unasked'));
      // Shorter than the book says: another file than the one that was promised.
      if (bytes.length !== due) return inTurn(() => giveUp(sha256, way));
      way.came += bytes.length;
      inTurn(() => write(sha256, way, bytes));
    },
    none: (sha256) => {
      const way = onWay.get(sha256);
      if (way) inTurn(() => giveUp(sha256, way));
    },
    has: (shared, sha256) => {
      absent.delete(sha256);
      inTurn(() => look(shared));
    },
    state: () => ({
      onWay: [...onWay].map(([sha256, { part, size }]) => ({ sha256, at: part.at(), size })),
      waiting: [...queue.keys()].filter((sha256) => !absent.has(sha256)).length,
    }),
    close: () => {
      stopFree();
      for (const [, way] of onWay) inTurn(() => way.part.leave());
      onWay.clear();
    },
  };
}
