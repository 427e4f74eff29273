// The data key of this machine: made once, kept wrapped by the system's own key store, never written in clear.
import { existsSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { coverUnder } from '../seal/cover.ts';
import { KEY_FILE, STORE_FILE } from '../store/key-file.ts';
import type { ProtectPair } from '../store/protect.ts';

/** The part of `Electron.SafeStorage` that is used. */
export type SafeStorage = {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(wrapped: Buffer): Promise<{ readonly shouldReEncrypt: boolean; readonly result: string }>;
  getSelectedStorageBackend(): string;
};

/** Why values are stored in clear. */
export type NotCovered = 'no-key-store' | 'weak-key-store' | 'made-before';
export type DataKey = { readonly pair?: ProtectPair; readonly why?: NotCovered };

const KEY_SIZE = 32;

type Given = {
  readonly folder: string;
  readonly safeStorage: SafeStorage;
  readonly platform: NodeJS.Platform;
  /** Cryptographically random bytes. */
  readonly random: (length: number) => Uint8Array;
};

/** `basic_text` is a fixed password known to everybody: covered by it, a file only looks safe. */
async function weakness({ safeStorage, platform }: Given): Promise<NotCovered | undefined> {
  const isThere = await safeStorage.isAsyncEncryptionAvailable().catch(() => false);
  if (!isThere) return 'no-key-store';
  const isPlain = platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
  return isPlain ? 'weak-key-store' : undefined;
}

/** Whole and on the disk before anything is stored under the key, or not there at all. */
async function keep(file: string, wrapped: Uint8Array): Promise<void> {
  const half = `${file}.new`;
  try {
    const handle = await open(half, 'w', 0o600);
    await handle.writeFile(JSON.stringify({ v: 1, wrapped: Buffer.from(wrapped).toString('base64') }));
    await handle.sync().finally(() => handle.close());
    await rename(half, file);
  } finally {
    await rm(half, { force: true });
  }
  if (process.platform === 'win32') return;
  const folder = await open(path.dirname(file), 'r');
  await folder.sync().finally(() => folder.close());
}

async function readWrapped(file: string): Promise<Buffer | undefined> {
  try {
    const read = JSON.parse(await readFile(file, 'utf8')) as { readonly v?: unknown; readonly wrapped?: unknown };
    return read.v === 1 && typeof read.wrapped === 'string' ? Buffer.from(read.wrapped, 'base64') : undefined;
  } catch {
    return undefined;
  }
}

/** The key of a folder that has one. Refuses `data-key-elsewhere`; then nothing was written. */
async function unwrap({ safeStorage }: Given, file: string): Promise<Result<Uint8Array>> {
  const wrapped = await readWrapped(file);
  if (wrapped === undefined) return refuse('data-key-elsewhere');
  try {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(wrapped);
    const key = Buffer.from(result, 'base64');
    if (key.length !== KEY_SIZE) return refuse('data-key-elsewhere');
    // The system has changed its own key: wrapped anew. Should that fail, the old wrapping still opens.
    if (shouldReEncrypt) await keep(file, await safeStorage.encryptStringAsync(result)).catch(() => {});
    return ok(key);
  } catch {
    return refuse('data-key-elsewhere');
  }
}

/** Wrapped, and seen to open again: else everything stored under the key would be lost with this process. */
async function wrap({ safeStorage }: Given, key: string): Promise<Buffer | undefined> {
  try {
    const wrapped = await safeStorage.encryptStringAsync(key);
    return (await safeStorage.decryptStringAsync(wrapped)).result === key ? wrapped : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The pair under which the folder's values are stored. A new folder gets a key where the system can keep one; a folder
 * that was begun in clear stays as it is. Refuses `data-key-elsewhere` where the folder has a key that this machine and
 * user cannot open: another one's, or a system whose key store is gone.
 */
export async function openDataKey(given: Given): Promise<Result<DataKey>> {
  const { folder, random } = given;
  const file = path.join(folder, KEY_FILE);
  if (existsSync(file)) {
    const key = await unwrap(given, file);
    return key.ok ? ok({ pair: coverUnder(key.value, random) }) : key;
  }
  const weak = await weakness(given);
  if (weak !== undefined) return ok({ why: weak });
  if (existsSync(path.join(folder, STORE_FILE))) return ok({ why: 'made-before' });
  const key = random(KEY_SIZE);
  const wrapped = await wrap(given, Buffer.from(key).toString('base64'));
  if (wrapped === undefined) return ok({ why: 'no-key-store' });
  await keep(file, wrapped);
  return ok({ pair: coverUnder(key, random) });
}
