// The same bare write+fsync, asked of a plain thread: what any store in a worker pays before its own work begins.
import { parentPort, Worker } from 'node:worker_threads';
import { bareFsyncWrite } from './bare-fsync.ts';

export type BareWorker = {
  /** Milliseconds from asking to knowing. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<number>;
  readonly close: () => Promise<number>;
};

parentPort?.on('message', ({ path, bytes }: { readonly path: string; readonly bytes: Uint8Array }) => {
  bareFsyncWrite(path, bytes);
  parentPort?.postMessage(null);
});

export function openBareWorker(): BareWorker {
  const thread = new Worker(new URL(import.meta.url));
  return {
    write: async (path, bytes) => {
      const start = process.hrtime.bigint();
      const { promise, resolve } = Promise.withResolvers<unknown>();
      thread.once('message', resolve);
      thread.postMessage({ path, bytes });
      await promise;
      return Number(process.hrtime.bigint() - start) / 1e6;
    },
    close: async () => await thread.terminate(),
  };
}
