// Takes runs of all links of this machine: what waits for one book becomes one save, and a false run spoils nobody else's.
import type { BookId } from '../../shared/base/ids.ts';
import type { Result } from '../../shared/base/result.ts';
import type { RunText } from '../../shared/book/book.ts';
import type { Replica } from './replica.ts';

export type Intake = {
  /** One result a run, in their order; resolves when the disk has what was taken. Rejects with a fault of the replica. */
  readonly take: (book: BookId, runs: readonly RunText[]) => Promise<readonly Result<unknown>[]>;
};

type Job = {
  readonly runs: readonly RunText[];
  readonly done: (results: readonly Result<unknown>[]) => void;
  readonly failed: (error: unknown) => void;
};

/** One for a machine: fifteen members who cast at the same moment are one fsync. */
export function openIntake(replica: Pick<Replica, 'take'>): Intake {
  const waiting = new Map<BookId, Job[]>();

  /** Once more, run by run: what was taken meanwhile is passed over, so each run has its own answer. */
  async function oneByOne(book: BookId, jobs: readonly Job[]): Promise<void> {
    for (const job of jobs) {
      try {
        const results: Result<unknown>[] = [];
        for (const run of job.runs) results.push(await replica.take(book, [run]));
        job.done(results);
      } catch (error) {
        job.failed(error);
      }
    }
  }

  async function together(book: BookId, jobs: readonly Job[]): Promise<void> {
    const all = jobs.flatMap(({ runs }) => runs);
    let taken: Result<unknown>;
    try {
      taken = await replica.take(book, all);
    } catch (error) {
      for (const job of jobs) job.failed(error);
      return;
    }
    if (taken.ok) for (const job of jobs) job.done(job.runs.map(() => taken));
    else if (all.length === 1) for (const job of jobs) job.done([taken]);
    else await oneByOne(book, jobs);
  }

  async function work(book: BookId): Promise<void> {
    for (;;) {
      const jobs = waiting.get(book) ?? [];
      if (jobs.length === 0) break;
      waiting.set(book, []);
      await together(book, jobs);
    }
    waiting.delete(book);
  }

  return {
    take: (book, runs) =>
      new Promise((done, failed) => {
        const queue = waiting.get(book);
        const job = { runs, done, failed };
        if (queue) queue.push(job);
        else {
          waiting.set(book, [job]);
          // What arrives in the same breath waits along.
          queueMicrotask(() => void work(book));
        }
      }),
  };
}
