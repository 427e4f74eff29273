// Keeps the write-ahead file short, and pays for it between saves, never in one.
import type { Database } from './load-sqlite.ts';

/** A write-ahead file longer than this is checkpointed at once instead of at the next quiet moment. */
export const LONGEST_WAL = 4 * 1024 * 1024;

type Frames = { readonly log: number; readonly checkpointed: number };

function framesOf(db: Database, mode: 'NOOP' | 'PASSIVE'): Frames {
  const [row] = db.pragma(`wal_checkpoint(${mode})`) as { log: number; checkpointed: number }[];
  return { log: row?.log ?? 0, checkpointed: row?.checkpointed ?? 0 };
}

/**
 * Begins a fresh write-ahead file now. The first commit after a checkpoint syncs the file's header and then itself;
 * spending that on a commit that changes nothing leaves exactly one sync for the next save.
 */
export function warmWriteAhead(db: Database): void {
  const version = Number(db.pragma('user_version', { simple: true }));
  db.pragma(`user_version = ${version}`);
}

/** Moves what is in the write-ahead file into the database. A file with only the warming commit is left alone. */
export function checkpoint(db: Database): void {
  if (framesOf(db, 'NOOP').log <= 1) return;
  const { log, checkpointed } = framesOf(db, 'PASSIVE');
  if (log === checkpointed) warmWriteAhead(db);
}

/** After an erasure: rewrites the file without its free space and empties the write-ahead file, so nothing lingers. */
export function scrub(db: Database): void {
  db.exec('VACUUM');
  db.pragma('wal_checkpoint(TRUNCATE)');
  warmWriteAhead(db);
}
