// The store of this machine: books, drafts, keys and files, durable when a promise resolves.
import { randomBytes } from 'node:crypto';
import { ok, type Result } from '../../shared/base/result.ts';
import { openBlobs } from './blobs.ts';
import { type Ask, connectInline, connectWorker, StoreFault } from './connect-store.ts';
import { edgeOf, type ProtectPair } from './protect.ts';
import type { Store } from './store.ts';
import { storeOver } from './store-over.ts';

export type { Store } from './store.ts';

export type StoreOptions = {
  readonly folder: string;
  /** `store-worker.ts`, or its bundle */
  readonly worker: URL;
  /** Identity by default. */
  readonly protect?: ProtectPair;
  /** `inline` runs SQLite in this thread: for measurements, never beside a window. */
  readonly mode?: 'worker' | 'inline';
  /** Quiet time before the write-ahead file is put into the database, ms. */
  readonly idleMs?: number;
  /** For the folder's own secret, made once. */
  readonly randomBytes?: (size: number) => Uint8Array;
};

/**
 * Opens the folder, creating what is missing.
 * Refuses `store-newer {found, known}`, `store-in-use`, `store-damaged`, `store-unreachable`, `store-full`,
 * `store-needs-node`, `store-unreadable {place}` and `data-key-elsewhere` for values of another key.
 */
export async function openStore(options: StoreOptions): Promise<Result<Store>> {
  const serve = { folder: options.folder, idleMs: options.idleMs ?? 1_000 };
  const asked = options.mode === 'inline' ? await connectInline(serve) : await connectWorker(options.worker, serve);
  return asked.ok ? await storeFrom(asked.value, options) : asked;
}

/** The same over whatever answers its calls. */
export async function storeFrom(
  ask: Ask,
  options: Pick<StoreOptions, 'folder' | 'protect' | 'randomBytes'>,
): Promise<Result<Store>> {
  const edge = edgeOf(options.protect);
  const values = storeOver(ask, edge);
  try {
    const blobs = await openBlobs(options.folder, values, ask, edge, options.randomBytes ?? randomBytes);
    if (blobs.ok) return ok({ ...values, ...blobs.value });
    await values.close();
    return blobs;
  } catch (error) {
    await values.close();
    if (error instanceof StoreFault) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
