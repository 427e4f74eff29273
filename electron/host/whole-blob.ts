// A stored file read whole, within a limit: for PDFs that are signed or checked, never for evidence on its way to a screen.
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { Surroundings } from './surroundings.ts';

/** Refuses blob-missing and blob-too-large {maxBytes}. */
export async function readWholeBlob(
  around: Pick<Surroundings, 'store'>,
  sha256: string,
  maxBytes: number,
): Promise<Result<Uint8Array>> {
  const opened = await around.store.openBlob(sha256);
  if (!opened.ok) return opened;
  if (opened.value.size > maxBytes) {
    opened.value.stream.destroy();
    return refuse('blob-too-large', { maxBytes });
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of opened.value.stream) chunks.push(chunk as Uint8Array);
  return ok(Buffer.concat(chunks));
}
