// The measure of all durable writes: the same bytes, written and synced by nothing but the operating system.
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** Appends `bytes` to the file at `path`, syncs it and gives the time of write + fsync in milliseconds. */
export function bareFsyncWrite(path: string, bytes: Uint8Array): number {
  const file = openSync(path, 'a');
  try {
    const start = process.hrtime.bigint();
    for (let at = 0; at < bytes.byteLength; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
    return Number(process.hrtime.bigint() - start) / 1e6;
  } finally {
    closeSync(file);
  }
}
