// Opens a zip from outside with limits on names, number and size of its parts, before a single byte of it is inflated.
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { clip } from '../../shared/criteria/finding.ts';
import { halt } from './halt.ts';

/** Bytes are those of all parts together, inflated. A workbook of 500 criteria is 1 MB; its rows pack 10 to 40 times. */
export const ZIP_LIMITS = { file: 32 * 1024 * 1024, entries: 2_000, inflated: 32 * 1024 * 1024, ratio: 250 } as const;
/** Below this a ratio says nothing: a part of blanks packs as far as the method can. */
const SMALL = 1024 * 1024;

export type OpenedZip = {
  readonly names: readonly string[];
  /** Whole and with its checksum right; undefined where there is no such part. */
  readonly read: (name: string) => Promise<Uint8Array | undefined>;
};

const partOf = (name: string): { readonly name: string } => ({ name: clip(name) });

function checkEntry(entry: Entry, before: ReadonlyMap<string, Entry>): void {
  const { fileName, compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted()) halt('zip-encrypted');
  // Upper and lower case are one on many disks, and programs differ in which of two they take.
  if (before.has(fileName.toLowerCase())) halt('zip-name', partOf(fileName));
  const ratio = Math.ceil(uncompressedSize / Math.max(1, compressedSize));
  if (uncompressedSize > SMALL && ratio > ZIP_LIMITS.ratio) halt('zip-ratio', { ...partOf(fileName), ratio });
}

async function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const { entries: limit, inflated } = ZIP_LIMITS;
  if (zip.entryCount > limit) halt('zip-entries', { count: zip.entryCount, limit });
  const entries = new Map<string, Entry>();
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    checkEntry(entry, entries);
    bytes += entry.uncompressedSize;
    if (bytes > inflated) halt('zip-inflated', { bytes, limit: inflated });
    if (!entry.fileName.endsWith('/')) entries.set(entry.fileName.toLowerCase(), entry);
  }
  return entries;
}

async function inflate(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  // The stream ends with a fault where it would give more or fewer bytes than the entry says.
  for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
  const whole = Buffer.concat(pieces);
  if (crc32(whole) !== entry.crc32) halt('zip-broken');
  return whole;
}

/** Rejects with a `Halt`, whatever the bytes are. */
export async function openZip(bytes: Uint8Array): Promise<OpenedZip> {
  if (bytes.length > ZIP_LIMITS.file) halt('file-too-large', { bytes: bytes.length, limit: ZIP_LIMITS.file });
  const guarded = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      if (error instanceof Error && error.name === 'Halt') throw error;
      const named = /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)/s.exec(
        String(error instanceof Error ? error.message : error),
      );
      return named === null ? halt('zip-broken') : halt('zip-name', partOf(named[1] ?? ''));
    }
  };
  if (bytes[0] === 0xd0) halt('xlsx-old');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true } as const;
  const zip = await guarded(() => fromBufferPromise(buffer, options));
  const entries = await guarded(() => listEntries(zip));
  return {
    names: [...entries.values()].map(({ fileName }) => fileName),
    read: async (name) => {
      const entry = entries.get(name.toLowerCase());
      return entry === undefined ? undefined : await guarded(() => inflate(zip, entry));
    },
  };
}
