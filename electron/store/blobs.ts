// Evidence and PDFs on the disk: streamed, found by their SHA-256, under names that do not tell it.
import { createHash, createHmac } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { type Ask, StoreFault } from './connect-store.ts';
import { hexBytes } from './hex.ts';
import { coveredText, type Edge } from './protect.ts';
import { diskRefusal } from './sqlite-refusal.ts';

export type Blob = { readonly sha256: string; readonly size: number };

export type Blobs = {
  /**
   * Takes the bytes as they come and keeps them under their SHA-256 (hex); the same bytes twice are one file.
   * Refuses `blob-too-large {maxBytes}`, `blob-mismatch {expected, found}`, `store-full`; then nothing is kept.
   * A source that fails rejects with its own error.
   */
  readonly putBlob: (
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    limits: { readonly maxBytes: number; readonly expectedSha256?: string },
  ) => Promise<Result<Blob>>;
  /** Streams bytes `start` to `end` (inclusive, as in a Range header). Refuses `blob-missing`, `range-outside {size}`. */
  readonly openBlob: (
    sha256: string,
    range?: { readonly start?: number; readonly end?: number },
  ) => Promise<Result<{ readonly stream: Readable; readonly size: number }>>;
  /** Size in bytes; undefined where there is none, or the file is not as long as it was. */
  readonly sizeOfBlob: (sha256: string) => Promise<number | undefined>;
  readonly hasBlob: (sha256: string) => Promise<boolean>;
  readonly dropBlob: (sha256: string) => Promise<Result<null>>;
};

type Keys = {
  readonly saveKey: (kind: string, id: string, bytes: Uint8Array) => Promise<Result<null>>;
  readonly readKey: (kind: string, id: string) => Promise<Uint8Array | null>;
};

const SECRET = ['folder', 'blob-names'] as const;
const SECRET_SIZE = 32;
const HALF = '.half';

/** A rename is durable once its folder is. Windows cannot open a folder, and its file system journals the rename. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Writes a source to a file and syncs it. Refuses `blob-too-large`. */
async function writeAll(
  handle: FileHandle,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
): Promise<Result<Blob>> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of source) {
    size += chunk.byteLength;
    if (size > maxBytes) return refuse('blob-too-large', { maxBytes });
    hash.update(chunk);
    await handle.writeFile(chunk); // all of it, at the present position
  }
  await handle.sync();
  return ok({ sha256: hash.digest('hex'), size });
}

/**
 * Opens `blobs/` in the folder, makes the secret of its names once, and removes what a crash left half-written.
 * Refuses `data-key-elsewhere` where that secret is not what it should be.
 */
export async function openBlobs(
  folder: string,
  keys: Keys,
  ask: Ask,
  edge: Edge,
  randomBytes: (size: number) => Uint8Array,
): Promise<Result<Blobs>> {
  const home = join(folder, 'blobs');
  let secret = await keys.readKey(...SECRET);
  if (!secret) {
    secret = new Uint8Array(randomBytes(SECRET_SIZE));
    const saved = await keys.saveKey(...SECRET, secret);
    if (!saved.ok) return saved;
  }
  // Covered under a key that is not given here: nothing in this folder can be read, and nothing may be added in clear.
  if (secret.length !== SECRET_SIZE) return refuse('data-key-elsewhere');
  await mkdir(home, { recursive: true });
  for (const name of await readdir(home)) if (name.endsWith(HALF)) await rm(join(home, name));

  const nameKey = secret;
  const nameOf = (sha256: string) => createHmac('sha256', nameKey).update(hexBytes(sha256, 32)).digest('hex');
  const placeOf = (name: string) => `blob/${name}`;
  let halves = 0;

  async function keep(half: string, blob: Blob): Promise<Result<Blob>> {
    const name = nameOf(blob.sha256);
    await rename(half, join(home, name));
    await syncFolder(home);
    const saved = await ask('saveBlob', { name, value: coveredText(edge, String(blob.size), placeOf(name)) });
    return saved.ok ? ok(blob) : saved;
  }

  async function sizeOfBlob(sha256: string): Promise<number | undefined> {
    const name = nameOf(sha256);
    const known = await ask('readBlob', { name });
    if (!known.ok) throw new StoreFault(known.refusal);
    if (known.value === null) return undefined;
    const size = Number(edge.uncoverText(known.value, placeOf(name)));
    const found = await stat(join(home, name)).catch(() => undefined);
    return found?.size === size ? size : undefined;
  }

  return ok({
    sizeOfBlob,
    hasBlob: async (sha256) => (await sizeOfBlob(sha256)) !== undefined,

    async putBlob(source, { maxBytes, expectedSha256 }) {
      const half = join(home, `${++halves}${HALF}`);
      try {
        const handle = await open(half, 'wx');
        const written = await writeAll(handle, source, maxBytes).finally(() => handle.close());
        if (!written.ok) return written;
        const { sha256 } = written.value;
        if (expectedSha256 !== undefined && sha256 !== expectedSha256)
          return refuse('blob-mismatch', { expected: expectedSha256, found: sha256 });
        return await keep(half, written.value);
      } catch (error) {
        const found = diskRefusal(error, 'blobs');
        if (!found) throw error;
        return { ok: false, refusal: found };
      } finally {
        await rm(half, { force: true });
      }
    },

    async openBlob(sha256, { start = 0, end } = {}) {
      const size = await sizeOfBlob(sha256);
      if (size === undefined) return refuse('blob-missing', { sha256 });
      const last = Math.min(end ?? size - 1, size - 1);
      if (start < 0 || (start > last && size > 0)) return refuse('range-outside', { size });
      const handle = await open(join(home, nameOf(sha256)), 'r');
      return ok({ stream: handle.createReadStream(size > 0 ? { start, end: last } : {}), size });
    },

    async dropBlob(sha256) {
      const name = nameOf(sha256);
      const dropped = await ask('dropBlob', { name });
      if (!dropped.ok) return dropped;
      await unlink(join(home, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
      await syncFolder(home);
      return ok(null);
    },
  });
}
