// The way to the code that holds SQLite: a worker thread, or the same code in this thread for measurements.
import { Worker } from 'node:worker_threads';
import { ok, type Refusal, type Result } from '../../shared/base/result.ts';
import type { Answer, CallName, Calls, Opened, Request } from './requests.ts';
import { type ServeOptions, serveStore } from './serve-store.ts';
import { answersOf, postRequest } from './wire.ts';

/** Puts one call; resolves when it is durable. Rejects only for a fault, or when the worker is gone. */
export type Ask = <N extends CallName>(name: N, input: Calls[N]['in']) => Promise<Result<Calls[N]['out']>>;

/** What the store cannot go on from: a damaged file, a value of another key, a fault. `refusal` says it in a code. */
export class StoreFault extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal, cause?: unknown) {
    super(`${refusal.code} ${JSON.stringify(refusal.params)}`, { cause });
    this.refusal = refusal;
  }
}

type Waiting = { readonly resolve: (result: Result<never>) => void; readonly reject: (error: Error) => void };

const closed = () => new StoreFault({ code: 'store-closed', params: {} });

/** Matches answers to the calls that wait for them. */
export function waitingRoom(send: (request: Request) => void) {
  const waiting = new Map<number, Waiting>();
  let next = 1;
  let gone: Error | undefined;
  const ask: Ask = (name, input) =>
    new Promise((resolve, reject) => {
      if (gone) return reject(gone);
      const id = next++;
      waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      send({ id, name, input } as Request);
      if (name === 'close') gone = closed();
    });
  return {
    ask,
    settle(answer: Answer): void {
      const one = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('fault' in answer) one?.reject(new StoreFault({ code: 'store-fault', params: { detail: answer.fault } }));
      else one?.resolve(answer.result as Result<never>);
    },
    end(error: Error): void {
      gone ??= error;
      for (const one of waiting.values()) one.reject(gone);
      waiting.clear();
    },
  };
}

/** Starts the worker and waits until both files are open. Refusals: those of `serveStore`. */
export async function connectWorker(worker: URL, options: ServeOptions): Promise<Result<Ask>> {
  const thread = new Worker(worker, { workerData: options, name: 'store' });
  const room = waitingRoom((request) => postRequest(thread, request));
  const { promise, resolve, reject } = Promise.withResolvers<Result<null>>();
  thread.once('message', ({ opened }: Opened) => {
    resolve(opened);
    thread.on('message', (packed: Parameters<typeof answersOf>[0]) => answersOf(packed).forEach(room.settle));
  });
  thread.on('error', (error) => {
    reject(error);
    room.end(error instanceof Error ? error : new Error(String(error)));
  });
  thread.on('exit', () => room.end(closed()));
  const opened = await promise;
  return opened.ok ? ok(room.ask) : opened;
}

/** The same in this thread: calls made in one turn share one transaction, as those that queue up for a worker do. */
export async function connectInline(options: ServeOptions): Promise<Result<Ask>> {
  const server = await serveStore(options);
  if (!server.ok) return server;
  let queue: Request[] = [];
  const room = waitingRoom((request) => {
    if (queue.length === 0) queueMicrotask(drain);
    queue.push(request);
  });
  const drain = (): void => {
    const requests = queue;
    queue = [];
    server.value.run(requests, room.settle);
    // Later, so that whoever waits for an answer does not wait for a checkpoint too.
    if (!requests.some((request) => request.name === 'close')) setImmediate(server.value.settle);
  };
  return ok(room.ask);
}
