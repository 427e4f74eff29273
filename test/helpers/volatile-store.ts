// The real store over disks in memory, which lose what was not committed when their machine is killed.
import sqlite from 'better-sqlite3';
import type { Files } from '../../electron/store/answer-calls.ts';
import { waitingRoom } from '../../electron/store/connect-store.ts';
import { migrations } from '../../electron/store/migrations/list.ts';
import { type Store, storeFrom } from '../../electron/store/open-store.ts';
import type { Request } from '../../electron/store/requests.ts';
import { serverOver } from '../../electron/store/serve-store.ts';
import { makeFolder } from './temp-folder.ts';

/** What outlives a kill. `folder` holds files that came in; whoever makes the disk removes it. */
export type Disk = { readonly files: Files; readonly folder: string };

export type VolatileStore = {
  readonly store: Store;
  /**
   * The machine stops now: calls that wait are answered never. `reaches`: their last group came to the disk all the
   * same, only nobody was told.
   */
  readonly kill: (reaches: boolean) => void;
};

/** A checkpoint is a matter of files; disks in memory have none. */
const NEVER = 2 ** 31 - 1;

export function newDisk(): Disk {
  const files = { book: new sqlite(':memory:'), keys: new sqlite(':memory:') };
  for (const migration of migrations) {
    files.book.exec(migration.book);
    files.keys.exec(migration.keys);
  }
  return { files, folder: makeFolder('disk') };
}

/** As it stands at this moment: an image of the disk, or a folder that somebody copied. */
export const copyDisk = ({ files, folder }: Disk): Disk => ({
  files: { book: new sqlite(files.book.serialize()), keys: new sqlite(files.keys.serialize()) },
  folder,
});

/**
 * @param later runs its work once, after a while of the caller's own time: how long a write takes
 */
export async function volatileStore(disk: Disk, later: (work: () => void) => void): Promise<VolatileStore> {
  const server = serverOver(disk.files, NEVER);
  let queue: Request[] = [];
  let isRunning = true;
  const room = waitingRoom((request) => {
    if (!isRunning || request.name === 'close') return;
    if (queue.length === 0) later(flush);
    queue.push(request);
  });
  const flush = (): void => {
    if (!isRunning) return;
    const group = queue;
    queue = [];
    server.run(group, room.settle);
  };
  const opened = await storeFrom(room.ask, { folder: disk.folder });
  if (!opened.ok) throw new Error(`a disk in memory does not open: ${opened.refusal.code}`);
  return {
    store: opened.value,
    kill: (reaches) => {
      isRunning = false;
      if (reaches) server.run(queue, () => {});
      queue = [];
    },
  };
}
