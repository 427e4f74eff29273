// A whole book brought by another replica into an empty one: chains and signatures checked, then durable.
import { statSync } from 'node:fs';
import path from 'node:path';
import { must } from '../../electron/command/played-table.ts';
import { places } from '../../electron/headless.ts';
import { nodeCiphers } from '../../electron/seal/node-ciphers.ts';
import { nodeVerify } from '../../electron/seal/node-keys.ts';
import { openStore } from '../../electron/store/open-store.ts';
import type { BookId } from '../../shared/base/ids.ts';
import { appendRun, type Book, checkRun, emptyBook, type RunText } from '../../shared/book/book.ts';
import { wholeBook } from '../../shared/book/extract.ts';
import { readFact } from '../../shared/book/fact.ts';
import { bareFsyncWrite } from './bare-fsync.ts';
import { openBareWorker } from './bare-worker.ts';
import { median, roundedAll, timed } from './figures.ts';
import { hostIn, withFolder } from './host-in.ts';
import { LARGE, marksOf, playBook, type Size, USUAL } from './played-book.ts';
import { sealedBytes } from './sealed-bytes.ts';

const ROUNDS = 7;

async function played(folder: string, size: Size): Promise<Book> {
  const headless = await hostIn(folder);
  const { book } = await playBook(headless, size);
  await headless.close();
  return book;
}

type Merged = { readonly whole: number; readonly checked: number };

/**
 * As an exchange does: a feed is checked whole, and is on its way to the disk while the next is checked. Both times run
 * from the first run; `whole` ends when all is durable.
 */
async function merge(folder: string, id: BookId, runs: readonly RunText[]): Promise<Merged> {
  const store = must(await openStore({ folder, worker: places.storeWorker }), 'store');
  const book = emptyBook(id);
  let checked = 0;
  const whole = await timed(async () => {
    const stored: ReturnType<typeof store.append>[] = [];
    const checking = await timed(async () => {
      for (const run of runs) {
        const each = must(await checkRun(book, run, nodeCiphers.sha256, nodeVerify), 'run');
        if (!appendRun(book, each)) throw new Error('the book has grown meanwhile');
        stored.push(store.append(id, [each.run]));
      }
    });
    checked = checking.ms;
    for (const each of await Promise.all(stored)) must(each, 'append');
  });
  await store.close();
  return { whole: whole.ms, checked };
}

/** What every replica has to write: texts, signatures, two hashes an entry. */
const rowBytes = (runs: readonly RunText[]): number =>
  runs
    .flatMap((run) => run.entries)
    .reduce((sum, entry) => sum + 128 + Buffer.byteLength(entry.head + ('body' in entry ? entry.body : '')), 0);

const kinds = (book: Book, kind: string): number =>
  [...book.feeds.values()]
    .flatMap(({ entries }) => entries)
    .filter((entry) => {
      const read = readFact(entry);
      return read.ok && read.value.head.kind === kind;
    }).length;

export async function benchmark() {
  return await withFolder(async (folder) => {
    const source = await played(path.join(folder, 'source'), LARGE);
    const usual = await played(path.join(folder, 'usual'), USUAL);
    const marks = marksOf(LARGE);
    const text = JSON.stringify(wholeBook(source).feeds);
    const runs = wholeBook(source).feeds;
    const same = new Uint8Array(rowBytes(runs)).fill(1);
    const worker = openBareWorker();
    const rounds: (Merged & { readonly bare: number; readonly thread: number; readonly parsed: number })[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const parsed = await timed(() => JSON.parse(text) as readonly RunText[]);
      const merged = await merge(path.join(folder, `empty-${round}`), source.id, parsed.value);
      const bare = bareFsyncWrite(path.join(folder, `bare-${round}`), same);
      const thread = await worker.write(path.join(folder, `thread-${round}`), same);
      rounds.push({ ...merged, bare, thread, parsed: parsed.ms });
    }
    await worker.close();
    const whole = median(rounds.map((round) => round.whole));
    const parsed = median(rounds.map((round) => round.parsed));
    const bare = median(rounds.map((round) => round.bare));
    const small = await merge(path.join(folder, 'usual-empty'), usual.id, wholeBook(usual).feeds);
    const disk = (name: string) => statSync(path.join(folder, name, 'hoidong.db')).size;
    const figures = {
      marks,
      ballots: kinds(source, 'ballot-cast'),
      entries: runs.reduce((sum, run) => sum + run.entries.length, 0),
      commits: runs.reduce((sum, run) => sum + run.commits.length, 0),
      merge_marks_per_s: (marks / whole) * 1_000,
      merge_ms: whole,
      merge_checked_ms: median(rounds.map(({ checked }) => checked)),
      merge_with_json_ms: whole + parsed,
      merge_bare_ms: bare,
      merge_bare_thread_ms: median(rounds.map(({ thread }) => thread)),
      merge_bare_marks_per_s: (marks / bare) * 1_000,
      merge_ratio: whole / bare,
      usual_merge_ms: small.whole,
      wire_bytes_per_mark_120: Buffer.byteLength(text) / marks,
      disk_bytes_per_mark_120: disk('empty-0') / marks,
      wire_bytes_per_mark_30: Buffer.byteLength(JSON.stringify(wholeBook(usual).feeds)) / marksOf(USUAL),
      disk_bytes_per_mark_30: disk('usual-empty') / marksOf(USUAL),
      ...(await sealedBytes(usual, USUAL.criteria, 30)),
      ...(await sealedBytes(source, LARGE.criteria, 120)),
    };
    const targets = {
      merge_marks_per_s: '>= 2000000',
      sealed_wire_bytes_per_mark_30: '<= 220',
      sealed_disk_bytes_per_mark_30: '<= 220',
      open_compressed_bytes_per_mark_30: '<= 60',
      open_compressed_bytes_per_mark_120: '<= 60',
    };
    return { figures: roundedAll(figures), targets };
  });
}
