// Opens an archive from outside: its parts are listed within limits, and only those asked for are unpacked, each within its own.
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { READ_LIMITS } from './limits.ts';
import { stopReading } from './stop-reading.ts';

export type Parts = {
  /** As UTF-8 text without a DOCTYPE; undefined where there is no such part. */
  readonly xml: (name: string) => Promise<string | undefined>;
  readonly close: () => void;
};

async function unpack(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    size += (piece as Buffer).length;
    // What an entry says of its size is a claim.
    if (size > READ_LIMITS.part) return stopReading('reading-too-large');
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
}

/** A document of its own kind needs none; an entity defined in one may stand for a billion letters. */
function checkedXml(bytes: Buffer): string {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  return /<!(DOCTYPE|ENTITY)/i.test(text) ? stopReading('reading-broken') : text;
}

export async function openParts(path: string): Promise<Parts> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  if (zip.entryCount > READ_LIMITS.parts) {
    zip.close();
    return stopReading('reading-too-large');
  }
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) return stopReading('reading-locked');
    entries.set(entry.fileName, entry);
  }
  return {
    xml: async (name) => {
      const entry = entries.get(name);
      return entry === undefined ? undefined : checkedXml(await unpack(zip, entry));
    },
    close: () => zip.close(),
  };
}
