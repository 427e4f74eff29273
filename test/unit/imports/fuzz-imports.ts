// Damages sound criteria files of every format and reads them in a worker, until the time is over or something is wrong.
import { once } from 'node:events';
import { setTimeout as later } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Random, randomFrom } from '../../helpers/seed.ts';
import { fuzzCorpus, type Seed } from './fuzz-corpus.ts';
import { damagedFile } from './fuzz-damage.ts';

export type FuzzJob = { readonly as: Seed['as']; readonly name: string; readonly bytes: Uint8Array };
export type FuzzReply = {
  /** `read`, `thrown`, or the code of the first finding. */
  readonly ended: string;
  readonly wrong: readonly string[];
  /** Of the processor, judging included. */
  readonly milliseconds: number;
};
export type Found = { readonly seed: number; readonly name: string; readonly wrong: readonly string[] };
export type Fuzzed = {
  readonly files: number;
  readonly found: readonly Found[];
  /** How files ended, and how many so. */
  readonly ended: ReadonlyMap<string, number>;
  readonly slowest: { readonly milliseconds: number; readonly name: string; readonly seed: number };
  /** Megabytes of the process above what it had before the first file. */
  readonly growth: number;
};

/** Heap as in the application; milliseconds after which a file counts as never ending. */
const LIMITS = { heap: 192, patience: 20_000 } as const;
/** Files after which the worker is started anew, so that what they leave behind is seen as a growth and no more. */
const AGAIN = 2_000;
/** Milliseconds of the processor for one file, none of which is large. */
const SLOW = 2_000;

type Reader = { readonly read: (job: FuzzJob) => Promise<FuzzReply>; readonly stop: () => Promise<unknown> };

function startReader(): Reader {
  const worker = new Worker(new URL('fuzz-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.heap },
  });
  // A rejection that nobody handles ends a worker with an error: it ends the file, too.
  let fail: (why: Error) => void = () => undefined;
  worker.on('error', (error: unknown) => fail(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', (code) => fail(new Error(`the worker ended with ${code}`)));
  return {
    read: (job) =>
      new Promise<FuzzReply>((settle, reject) => {
        fail = reject;
        const stop = new AbortController();
        const done = once(worker, 'message', { signal: stop.signal }) as Promise<[FuzzReply]>;
        const late = later(LIMITS.patience, undefined, { signal: stop.signal }).then(() => {
          throw new Error(`no answer in ${LIMITS.patience} ms`);
        });
        Promise.race([done.then(([reply]) => reply), late])
          .then(settle, reject)
          .finally(() => stop.abort());
        late.catch(() => undefined);
        done.catch(() => undefined);
        worker.postMessage(job);
      }),
    stop: () => {
      fail = () => undefined;
      return worker.terminate();
    },
  };
}

/** The file of one number: the same for ever, as long as corpus and damages are. */
export function fileOf(corpus: readonly Seed[], seed: number): FuzzJob {
  const random: Random = randomFrom(seed);
  const [from, other] = [random.pick(corpus), random.pick(corpus)];
  return { as: from.as, name: from.name, bytes: damagedFile(from, random, other) };
}

const megabytes = (): number => process.memoryUsage.rss() / 1024 / 1024;

/** Each file has a number of its own, which a test can name: `fuzzFiles([number])`. Stops after ten finds. */
export async function fuzzFiles(seeds: Iterable<number>): Promise<Fuzzed> {
  const corpus = await fuzzCorpus();
  const ended = new Map<string, number>();
  const found: Found[] = [];
  let [files, growth, slowest] = [0, 0, { milliseconds: 0, name: '', seed: 0 }];
  let reader = startReader();
  const before = megabytes();
  for (const seed of seeds) {
    const job = fileOf(corpus, seed);
    const reply = await reader
      .read(job)
      .catch((error: Error) => ({ ended: 'crashed', wrong: [String(error.stack)], milliseconds: 0 }));
    files += 1;
    const slow = reply.milliseconds > SLOW ? [`${Math.round(reply.milliseconds)} ms of the processor`] : [];
    const wrong = [...reply.wrong, ...slow];
    if (wrong.length > 0) found.push({ seed, name: job.name, wrong });
    ended.set(reply.ended, (ended.get(reply.ended) ?? 0) + 1);
    if (reply.milliseconds > slowest.milliseconds) slowest = { milliseconds: reply.milliseconds, name: job.name, seed };
    if (files % 50 === 0) growth = Math.max(growth, megabytes() - before);
    if (reply.ended === 'crashed' || files % AGAIN === 0) {
      await reader.stop();
      reader = startReader();
    }
    if (found.length === 10) break;
  }
  await reader.stop();
  return { files, found, ended, slowest, growth };
}

/** Numbers until the time is over. */
export function* seedsFor(milliseconds: number, random: Random): Iterable<number> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) yield random.next();
}

export const told = ({ files, ended, slowest, growth }: Fuzzed): string => {
  const most = [...ended].sort(([, a], [, b]) => b - a).map(([code, count]) => `${code} ${count}`);
  return `${files} files, slowest ${Math.round(slowest.milliseconds)} ms (${slowest.name}, ${slowest.seed}), memory +${Math.round(growth)} MB; ${most.join(', ')}`;
};
