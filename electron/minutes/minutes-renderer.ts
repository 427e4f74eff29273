// Renders minutes, stamps and ballot sheets in a worker: never blocks the caller, can be cancelled, and outlives the worker's death.
import { Worker } from 'node:worker_threads';
import { type Refusal, type Result, refusal } from '../../shared/base/result.ts';
import type { PrintedSheets, SheetsInput } from './ballot-sheets.ts';
import type { FontPaths } from './fonts.ts';
import type { RenderedMinutes, RenderInput } from './render-minutes.ts';
import type { Stamp } from './stamp.ts';
import type { Job, Reply, Request } from './worker-messages.ts';

export type MinutesRenderer = {
  readonly render: (
    input: RenderInput,
    options?: { readonly signal?: AbortSignal },
  ) => Promise<Result<RenderedMinutes>>;
  readonly stamp: (stamp: Stamp) => Promise<Result<Uint8Array<ArrayBuffer>>>;
  readonly sheets: (input: SheetsInput) => Promise<Result<PrintedSheets>>;
  /** What waits or runs is refused with `renderer-stopped`. */
  readonly close: () => Promise<void>;
};

export type RendererOptions = {
  /** The worker's own file: `minutes-worker.ts` in the source, its bundle in the application. */
  readonly worker: URL;
  readonly fonts: FontPaths;
  /** Milliseconds one job may take; a council of 15 with 120 criteria needs one second. */
  readonly timeLimit?: number;
};

type Outcome = Reply | { readonly kind: 'refused'; readonly refusal: Refusal };
type Task = { readonly job: Job; readonly settle: (outcome: Outcome) => void };

/** Megabytes of heap for the worker: forty pages need a third of it. */
const HEAP = 1024;

/**
 * Jobs run one after another in one worker that stays warm and is started again when it is gone. Refusals:
 * `render-cancelled`, `render-timeout {seconds}`, `renderer-stopped` (the worker died; ask again). A fault inside the
 * worker rejects.
 */
export function openMinutesRenderer({ worker: url, fonts, timeLimit = 120_000 }: RendererOptions): MinutesRenderer {
  const waiting: Task[] = [];
  let worker: Worker | undefined;
  let running: { readonly id: number; readonly task: Task; readonly timer: NodeJS.Timeout } | undefined;
  let ids = 0;
  let closed = false;

  function start(): Worker {
    const started = new Worker(url, { workerData: fonts, resourceLimits: { maxOldGenerationSizeMb: HEAP } });
    const gone = () => {
      if (worker === started) drop(refusal('renderer-stopped'));
    };
    started.on('message', (reply: Reply) => {
      if (worker === started && running?.id === reply.id) finish(reply);
    });
    started.on('error', gone);
    started.on('exit', gone);
    return started;
  }

  function finish(outcome: Outcome): void {
    const ended = running;
    running = undefined;
    worker?.unref();
    if (ended === undefined) return;
    clearTimeout(ended.timer);
    ended.task.settle(outcome);
    next();
  }

  /** Ends the worker, and with it the job that it runs: a layout cannot be interrupted in any other way. */
  function drop(why: Refusal): void {
    const dropped = worker;
    worker = undefined;
    dropped?.terminate().catch(() => undefined);
    finish({ kind: 'refused', refusal: why });
  }

  function next(): void {
    const task = running ? undefined : waiting.shift();
    if (task === undefined) return;
    worker ??= start();
    worker.ref();
    ids += 1;
    const late = () => drop(refusal('render-timeout', { seconds: Math.round(timeLimit / 1000) }));
    running = { id: ids, task, timer: setTimeout(late, timeLimit) };
    worker.postMessage({ id: ids, job: task.job } satisfies Request);
  }

  function cancel(task: Task): void {
    const place = waiting.indexOf(task);
    if (place >= 0) {
      waiting.splice(place, 1);
      task.settle({ kind: 'refused', refusal: refusal('render-cancelled') });
    } else if (running?.task === task) drop(refusal('render-cancelled'));
  }

  function submit(job: Job, signal?: AbortSignal): Promise<Outcome> {
    if (closed) return Promise.resolve({ kind: 'refused', refusal: refusal('renderer-stopped') });
    if (signal?.aborted) return Promise.resolve({ kind: 'refused', refusal: refusal('render-cancelled') });
    return new Promise((resolve) => {
      const abort = () => cancel(task);
      const task: Task = {
        job,
        settle(outcome) {
          signal?.removeEventListener('abort', abort);
          resolve(outcome);
        },
      };
      signal?.addEventListener('abort', abort);
      waiting.push(task);
      next();
    });
  }

  function unexpected(outcome: Outcome): Result<never> {
    if (outcome.kind === 'refused') return { ok: false, refusal: outcome.refusal };
    throw new Error(outcome.kind === 'fault' ? outcome.message : `the worker answered with ${outcome.kind}`);
  }

  return {
    async render(input, options) {
      const outcome = await submit({ kind: 'minutes', input }, options?.signal);
      return outcome.kind === 'minutes' ? outcome.result : unexpected(outcome);
    },
    async stamp(stamp) {
      const outcome = await submit({ kind: 'stamp', stamp });
      return outcome.kind === 'stamp' ? outcome.result : unexpected(outcome);
    },
    async sheets(input) {
      const outcome = await submit({ kind: 'sheets', input });
      return outcome.kind === 'sheets' ? outcome.result : unexpected(outcome);
    },
    async close() {
      closed = true;
      const last = worker;
      for (const task of waiting.splice(0)) task.settle({ kind: 'refused', refusal: refusal('renderer-stopped') });
      drop(refusal('renderer-stopped'));
      await last?.terminate();
    },
  };
}
