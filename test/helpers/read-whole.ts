// Reads a stretch of a kept file into memory, as a replica gives it to the exchange.
import type { Store } from '../../electron/store/store.ts';

/** Bytes `start` up to `end`, exclusive; undefined where there is no such file, or nothing there. */
export async function readWhole(
  store: Pick<Store, 'openBlob'>,
  sha256: string,
  start: number,
  end: number,
): Promise<Uint8Array | undefined> {
  const opened = await store.openBlob(sha256, { start, end: end - 1 });
  if (!opened.ok) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const piece of opened.value.stream) pieces.push(piece as Uint8Array);
  return Buffer.concat(pieces);
}
