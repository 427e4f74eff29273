// Opens one book in a process of its own, as after a start, and prints how long it took to the matrix of one platform.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { must } from '../../electron/command/played-table.ts';
import type { BookId, Hash } from '../../shared/base/ids.ts';
import { pollResult, pollsOf, sheetsOf } from '../../shared/results/session-result.ts';
import { openBallots } from '../../shared/seal/open-ballots.ts';
import { timed } from './figures.ts';
import { hostIn } from './host-in.ts';

/** Times in milliseconds; `rss` in MB above the host before it opened anything, with every ballot opened. */
export type OpenedOnce = {
  readonly book: number;
  readonly matrix: number;
  /** All other ballots of the book. */
  readonly rest: number;
  /** The database file read by nothing but the operating system. */
  readonly read: number;
  readonly marks: number;
  readonly rss: number;
};

const BYTES_PER_MB = 1_048_576;

async function openOnce(folder: string, id: string, spoil: boolean): Promise<OpenedOnce> {
  const headless = await hostIn(folder);
  const { around, books } = headless.host.desk;
  // A checkpoint of nothing: what is in doubt is thrown away, and the book is folded from its first entry.
  if (spoil) await around.store.saveCheckpoint(id as BookId, { head: '0'.repeat(64) as Hash, text: '' });
  const idle = process.memoryUsage().rss;

  const book = await timed(async () => must(await books.open(id), 'open'));
  const live = book.value;
  const platform = Object.keys(live.state.platforms).at(-1) ?? '';
  const matrix = await timed(async () => {
    const polls = pollsOf(live.state, platform);
    const opened = await openBallots(around.ciphers, live.state, live.book, live.opened, polls);
    return polls.map((poll) => ({
      result: pollResult(live.state, opened, poll),
      sheets: sheetsOf(live.state, opened, poll),
    }));
  });
  const rest = await timed(() => books.whole(live));
  const rss = (process.memoryUsage().rss - idle) / BYTES_PER_MB;
  const marks = matrix.value
    .flatMap(({ result, sheets }) => (result ? sheets : []))
    .reduce((sum, { counted }) => sum + Object.keys(counted?.ballot.items ?? {}).length, 0);
  const read = await timed(() => readFileSync(path.join(folder, 'hoidong.db')));
  await headless.close();
  return { book: book.ms, matrix: matrix.ms, rest: rest.ms, read: read.ms, marks, rss };
}

const [, main, folder = '', id = '', how = ''] = process.argv;
if (main === fileURLToPath(import.meta.url))
  process.stdout.write(JSON.stringify(await openOnce(folder, id, how === 'spoiled')));
