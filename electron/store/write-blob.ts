// Bytes as they come, into a file, hashed on their way: never more of them in memory than one piece.
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { ok, type Result, refuse } from '../../shared/base/result.ts';

export type Blob = { readonly sha256: string; readonly size: number };

/** Writes a source to a file and syncs it. Refuses `blob-too-large`. */
export async function writeAll(
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
