// The text indexes of the books that are searched, in one worker: begun when first needed, gone with the process.
import { Worker } from 'node:worker_threads';
import type { IndexAsk, IndexReply, Numbered } from './index-messages.ts';
import type { IndexAnswer, IndexedPiece } from './text-index.ts';

export type TextIndexes = {
  /** @returns `full` where there was no room, `lost` where the index of the book is gone and must be built anew */
  readonly add: (book: string, sha256: string, pieces: readonly IndexedPiece[]) => Promise<'kept' | 'full' | 'lost'>;
  readonly drop: (book: string, sha256: string) => Promise<void>;
  /** Undefined where the index is lost. */
  readonly search: (book: string, typed: string, files: readonly string[]) => Promise<IndexAnswer | undefined>;
  readonly forget: (book: string) => Promise<void>;
  /** Raised each time all indexes were lost. */
  readonly generation: () => number;
  readonly close: () => Promise<void>;
};

/** Megabytes of heap: SQLite's own memory lies outside of it. */
const HEAP = 256;

export function openTextIndexes(url: URL): TextIndexes {
  const waiting = new Map<number, (reply: IndexReply) => void>();
  let worker: Worker | undefined;
  let ids = 0;
  let generation = 0;
  let isClosed = false;

  function lose(gone: Worker): void {
    if (worker !== gone) return;
    worker = undefined;
    generation += 1;
    for (const settle of waiting.values()) settle({ fault: true });
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(url, { name: 'index', resourceLimits: { maxOldGenerationSizeMb: HEAP }, stderr: true });
    started.on('message', ({ id, ...reply }: Numbered<IndexReply>) => {
      waiting.get(id)?.(reply);
      waiting.delete(id);
      if (waiting.size === 0) started.unref();
    });
    started.on('error', () => lose(started));
    started.on('exit', () => lose(started));
    return started;
  }

  const ask = (what: IndexAsk): Promise<IndexReply> =>
    new Promise((settle) => {
      if (isClosed) return settle({ fault: true });
      worker ??= start();
      worker.ref();
      ids += 1;
      waiting.set(ids, settle);
      worker.postMessage({ ...what, id: ids } satisfies Numbered<IndexAsk>);
    });

  return {
    add: async (book, sha256, pieces) => {
      const { fault, hasRoom } = await ask({ is: 'add', book, sha256, pieces });
      return fault ? 'lost' : hasRoom === true ? 'kept' : 'full';
    },
    drop: async (book, sha256) => void (await ask({ is: 'drop', book, sha256 })),
    search: async (book, typed, files) => (await ask({ is: 'search', book, typed, files })).answer,
    forget: async (book) => void (await ask({ is: 'forget', book })),
    generation: () => generation,
    close: async () => {
      isClosed = true;
      await worker?.terminate();
    },
  };
}
