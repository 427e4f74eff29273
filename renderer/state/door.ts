// Bytes through the host's door: uploads by PUT with a ticket, blobs by an address on our own origin.
import { type Result, refuse } from '../../shared/base/result.ts';
import type { Call } from '../../shared/contract/client.ts';
import type { Uploaded } from './house.ts';

type Answer = {
  readonly sha256?: unknown;
  readonly size?: unknown;
  readonly refusal?: { code: string; params: object };
};

export async function upload(call: Call, file: Blob, name: string): Promise<Result<Uploaded>> {
  const opened = await call('upload.open', { size: file.size });
  if (!opened.ok) return opened;
  try {
    const answer = await fetch(ownAddress(opened.value.url), { method: 'PUT', body: file });
    const said = (await answer.json()) as Answer;
    if (said.refusal !== undefined) return refuse(said.refusal.code, { ...said.refusal.params });
    if (!answer.ok || typeof said.sha256 !== 'string') return refuse('upload-failed', { name });
    return { ok: true, value: { sha256: said.sha256, size: typeof said.size === 'number' ? said.size : file.size } };
  } catch {
    return refuse('upload-failed', { name });
  }
}

/** Path and query only: whatever a host says, the page asks nobody but its own origin. */
export function ownAddress(url: string): string {
  const { pathname, search } = new URL(url, location.origin);
  return `${pathname}${search}`;
}
