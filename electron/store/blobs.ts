// Evidence and PDFs on the disk: streamed, found by their SHA-256, under names that do not tell it.
import { createHmac } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { type Note, noteOf, textOfNote } from './blob-note.ts';
import { type Ask, StoreFault } from './connect-store.ts';
import { hexBytes } from './hex.ts';
import { coveredText, type Edge } from './protect.ts';
import { diskRefusal } from './sqlite-refusal.ts';
import { type Blob, writeAll } from './write-blob.ts';

export type Blobs = {
  /**
   * Takes the bytes as they come and keeps them under their SHA-256 (hex); the same bytes twice are one file.
   * Refuses `blob-too-large {maxBytes}`, `blob-mismatch {expected, found}`, `store-full`; then nothing is kept.
   * A source that fails rejects with its own error. `loose`: the moment it came, where nothing names it yet; it is
   * then one of those that `dropLoose` looks at, in the same save that makes it known.
   */
  readonly putBlob: (
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    limits: { readonly maxBytes: number; readonly expectedSha256?: string; readonly loose?: Date },
  ) => Promise<Result<Blob>>;
  /** Streams bytes `start` to `end` (inclusive, as in a Range header). Refuses `blob-missing`, `range-outside {size}`. */
  readonly openBlob: (
    sha256: string,
    range?: { readonly start?: number; readonly end?: number },
  ) => Promise<Result<{ readonly stream: Readable; readonly size: number }>>;
  /** Size in bytes; undefined where there is none, or the file is not as long as it was. */
  readonly sizeOfBlob: (sha256: string) => Promise<number | undefined>;
  readonly hasBlob: (sha256: string) => Promise<boolean>;
  /** Where it lies, for a reader in a thread of its own; undefined where there is none. */
  readonly pathOfBlob: (sha256: string) => Promise<string | undefined>;
  readonly dropBlob: (sha256: string) => Promise<Result<null>>;
  /**
   * Drops loose files that came before `before` and that nothing names; what is named is loose no more. `named` is asked
   * only where there are such files, and gives those of them that something names. Also drops files that a crash left
   * whole before anything knew of them. To be called while nothing is being put.
   */
  readonly dropLoose: (
    before: Date,
    named: (sha256s: ReadonlySet<string>) => Promise<ReadonlySet<string>>,
  ) => Promise<Result<{ readonly dropped: number; readonly bytes: number }>>;
};

type Keys = {
  readonly saveKey: (kind: string, id: string, bytes: Uint8Array) => Promise<Result<null>>;
  readonly readKey: (kind: string, id: string) => Promise<Uint8Array | null>;
};

const SECRET = ['folder', 'blob-names'] as const;
const SECRET_SIZE = 32;
const HALF = '.half';
const NAME = /^[0-9a-f]{64}$/;

/** A rename is durable once its folder is. Windows cannot open a folder, and its file system journals the rename. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
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

  async function noteAt(name: string): Promise<Note | undefined> {
    const known = await ask('readBlob', { name });
    if (!known.ok) throw new StoreFault(known.refusal);
    return known.value === null ? undefined : noteOf(edge.uncoverText(known.value, placeOf(name)));
  }

  const saveNote = async (name: string, note: Note): Promise<Result<unknown>> =>
    await ask('saveBlob', { name, value: coveredText(edge, textOfNote(note), placeOf(name)) });

  async function keep(half: string, blob: Blob, loose: Date | undefined): Promise<Result<Blob>> {
    const name = nameOf(blob.sha256);
    // What was named before stays so, however often it is brought in again.
    const isHeld = (await sizeAt(name)) !== undefined && (await noteAt(name))?.loose === undefined;
    await rename(half, join(home, name));
    await syncFolder(home);
    const isLoose = loose !== undefined && !isHeld;
    const note = { size: blob.size, ...(isLoose ? { loose: { at: loose.toISOString(), sha256: blob.sha256 } } : {}) };
    const saved = await saveNote(name, note);
    return saved.ok ? ok(blob) : saved;
  }

  async function sizeAt(name: string): Promise<number | undefined> {
    const note = await noteAt(name);
    if (note === undefined) return undefined;
    const found = await stat(join(home, name)).catch(() => undefined);
    return found?.size === note.size ? note.size : undefined;
  }
  const sizeOfBlob = async (sha256: string): Promise<number | undefined> => await sizeAt(nameOf(sha256));

  async function drop(name: string): Promise<Result<null>> {
    const dropped = await ask('dropBlob', { name });
    if (!dropped.ok) return dropped;
    await rm(join(home, name), { force: true });
    return ok(null);
  }

  /** Every note there is, by the name of its file. */
  async function allNotes(): Promise<ReadonlyMap<string, Note>> {
    const rows = await ask('readBlobs', {});
    if (!rows.ok) throw new StoreFault(rows.refusal);
    return new Map(rows.value.map(({ name, value }) => [name, noteOf(edge.uncoverText(value, placeOf(name)))]));
  }

  /** Renamed, but the crash came before the note: nobody was told that it had been taken in. */
  async function dropUnknown(notes: ReadonlyMap<string, Note>): Promise<number> {
    const unknown = (await readdir(home)).filter((name) => NAME.test(name) && !notes.has(name));
    for (const name of unknown) await rm(join(home, name));
    return unknown.length;
  }

  return ok({
    sizeOfBlob,
    hasBlob: async (sha256) => (await sizeOfBlob(sha256)) !== undefined,
    pathOfBlob: async (sha256) => {
      return (await sizeOfBlob(sha256)) === undefined ? undefined : join(home, nameOf(sha256));
    },

    async putBlob(source, { maxBytes, expectedSha256, loose }) {
      const half = join(home, `${++halves}${HALF}`);
      try {
        const handle = await open(half, 'wx');
        const written = await writeAll(handle, source, maxBytes).finally(() => handle.close());
        if (!written.ok) return written;
        const { sha256 } = written.value;
        if (expectedSha256 !== undefined && sha256 !== expectedSha256)
          return refuse('blob-mismatch', { expected: expectedSha256, found: sha256 });
        return await keep(half, written.value, loose);
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
      const dropped = await drop(nameOf(sha256));
      if (dropped.ok) await syncFolder(home);
      return dropped;
    },

    async dropLoose(before, named) {
      const notes = await allNotes();
      let dropped = await dropUnknown(notes);
      let bytes = 0;
      const old = [...notes].flatMap(([name, { size, loose }]) =>
        loose !== undefined && new Date(loose.at) < before ? [{ name, size, sha256: loose.sha256 }] : [],
      );
      const kept = old.length === 0 ? new Set<string>() : await named(new Set(old.map(({ sha256 }) => sha256)));
      for (const { name, size, sha256 } of old) {
        const isKept = kept.has(sha256);
        const done = isKept ? await saveNote(name, { size }) : await drop(name);
        if (!done.ok) return done;
        dropped += isKept ? 0 : 1;
        bytes += isKept ? 0 : size;
      }
      if (dropped > 0) await syncFolder(home);
      return ok({ dropped, bytes });
    },
  });
}
