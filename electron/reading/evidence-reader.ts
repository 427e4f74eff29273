// Reads files of evidence, each in a worker of its own with limits on heap and time; a hostile file cannot stall the host.
import { Worker } from 'node:worker_threads';
import { ok, type Refusal, type Result, refusal } from '../../shared/base/result.ts';
import type { PlainPart } from '../../shared/contract/evidence-methods.ts';
import { READ_LIMITS } from './limits.ts';
import type { Piece, ReadJob, ReadReply, StretchAsk } from './messages.ts';

export type EvidenceReader = {
  /**
   * The words of a file, as they come; `take` is waited for nowhere. Refuses `reading-…` (see `StopCode`); what came
   * before is then all there is. `isCut`: more stands in the file.
   */
  readonly words: (
    path: string,
    take: (pieces: readonly Piece[]) => void,
    signal: AbortSignal,
  ) => Promise<Result<{ readonly isCut: boolean }>>;
  /** A stretch of a file as plain values; the file is kept open for the next ones. `part` from 1, `from` from 0. */
  readonly plain: (path: string, part: number, from: number) => Promise<Result<PlainPart>>;
  readonly close: () => Promise<void>;
};

export type ReaderOptions = {
  /** The worker's own file: `reading-worker.ts` in the source, its bundle in the application. */
  readonly worker: URL;
  readonly limits?: Partial<Record<'soft' | 'hard' | 'heap', number>>;
  /** Milliseconds a file stays open after the last stretch was asked for. */
  readonly keep?: number;
};

/** Files kept open for paging: one that is read, one to compare it with. */
const MOST_OPEN = 2;

type Kept = {
  readonly worker: Worker;
  readonly opened: Promise<Refusal | undefined>;
  readonly waiting: Map<number, (result: Result<PlainPart>) => void>;
  timer: NodeJS.Timeout | undefined;
};

const refused = (why: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({ ok: false, refusal: why });

export function openEvidenceReader({ worker: url, limits = {}, keep = 180_000 }: ReaderOptions): EvidenceReader {
  const { soft, hard, heap } = { ...READ_LIMITS, ...limits };
  const running = new Set<Worker>();
  const kept = new Map<string, Kept>();
  let ids = 0;
  let isClosed = false;

  /** `end` comes once, with the first thing that ends the job. */
  function start(job: ReadJob, hear: (reply: ReadReply) => void, end: (why: Refusal) => void) {
    const worker = new Worker(url, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: heap },
      stdout: true,
      stderr: true,
    });
    running.add(worker);
    let isEnded = false;
    const stop = (why: Refusal): void => {
      clearTimeout(timer);
      if (isEnded) return;
      isEnded = true;
      end(why);
      worker.terminate().catch(() => undefined);
    };
    const timer = setTimeout(() => stop(refusal('reading-time')), hard);
    timer.unref();
    worker.on('message', (reply: ReadReply) => {
      if (reply.is === 'done' || reply.is === 'refused') clearTimeout(timer);
      if (!isEnded) hear(reply);
    });
    worker.on('error', () => stop(refusal('reading-memory')));
    worker.on('exit', () => {
      running.delete(worker);
      stop(refusal('reading-memory'));
    });
    return { worker, stop };
  }

  function drop(path: string): void {
    const one = kept.get(path);
    kept.delete(path);
    clearTimeout(one?.timer);
    one?.worker.terminate().catch(() => undefined);
  }

  function openKept(path: string): Kept {
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_OPEN + 1))) drop(oldest);
    const { promise, resolve } = Promise.withResolvers<Refusal | undefined>();
    const waiting: Kept['waiting'] = new Map();
    const { worker } = start(
      { path, want: 'plain', soft },
      (reply) => {
        if (reply.is === 'done') resolve(undefined);
        if (reply.is === 'refused') resolve(reply.refusal);
        if (reply.is !== 'stretch') return;
        waiting.get(reply.id)?.(reply.result);
        waiting.delete(reply.id);
      },
      (why) => {
        resolve(why);
        for (const settle of waiting.values()) settle(refused(why));
        waiting.clear();
        if (kept.get(path) === one) drop(path);
      },
    );
    const one: Kept = { worker, opened: promise, waiting, timer: undefined };
    kept.set(path, one);
    return one;
  }

  return {
    words: async (path, take, signal) => {
      if (isClosed || signal.aborted) return refused(refusal('reading-stopped'));
      return await new Promise((settle) => {
        const { stop } = start(
          { path, want: 'words', soft },
          (reply) => {
            if (reply.is === 'pieces') take(reply.pieces);
            if (reply.is === 'done') finish(ok({ isCut: reply.isCut }));
            if (reply.is === 'refused') finish(refused(reply.refusal));
          },
          (why) => finish(refused(why)),
        );
        const abort = (): void => stop(refusal('reading-stopped'));
        function finish(result: Result<{ readonly isCut: boolean }>): void {
          signal.removeEventListener('abort', abort);
          settle(result);
          stop(refusal('reading-stopped'));
        }
        signal.addEventListener('abort', abort);
      });
    },
    plain: async (path, part, from) => {
      if (isClosed) return refused(refusal('reading-stopped'));
      const one = kept.get(path) ?? openKept(path);
      clearTimeout(one.timer);
      one.worker.ref();
      const why = await one.opened;
      if (why !== undefined) {
        drop(path);
        return refused(why);
      }
      const result = await new Promise<Result<PlainPart>>((settle) => {
        ids += 1;
        one.waiting.set(ids, settle);
        one.worker.postMessage({ id: ids, part, from } satisfies StretchAsk);
      });
      clearTimeout(one.timer);
      one.timer = setTimeout(() => drop(path), keep);
      one.timer.unref();
      // Kept open, it holds up nobody who wants to end.
      if (one.waiting.size === 0) one.worker.unref();
      return result;
    },
    close: async () => {
      isClosed = true;
      for (const path of [...kept.keys()]) drop(path);
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}
