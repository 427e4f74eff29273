// Bytes through the host's door: uploads by PUT with a ticket, blobs by an address on our own origin.
import { type Result, refuse } from '../../shared/base/result.ts';
import type { Call } from '../../shared/contract/client.ts';
import type { Uploaded } from './house.ts';
import { putFile, type Sending } from './put-file.ts';

type Answer = {
  readonly sha256?: unknown;
  readonly size?: unknown;
  readonly refusal?: { code: string; params: object };
};

export async function upload(call: Call, file: Blob, name: string, sending: Sending = {}): Promise<Result<Uploaded>> {
  const opened = await call('upload.open', { size: file.size });
  if (!opened.ok) return opened;
  try {
    const answer = await putFile(ownAddress(opened.value.url), file, sending);
    if (answer === undefined) return refuse('upload-failed', { name });
    const said = JSON.parse(answer.text) as Answer;
    if (said.refusal !== undefined) return refuse(said.refusal.code, { ...said.refusal.params });
    if (!answer.isOk || typeof said.sha256 !== 'string') return refuse('upload-failed', { name });
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
