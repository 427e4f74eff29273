// PUT /upload: streams bytes into the store, never more than the ticket allows.
import { type Result, refuse } from '../../shared/base/result.ts';
import type { Answer, Asked } from './asked.ts';
import { blobHeaders } from './security-headers.ts';
import type { BlobServer } from './serve-blob.ts';
import type { UploadGrant } from './tickets.ts';

const STATUS: Readonly<Record<string, number>> = { 'blob-too-large': 413, 'store-full': 507 };

/** Passes bytes on and counts, so that the limit holds whatever the store does. */
async function* atMost(body: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array, void, void> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    yield chunk;
    if (size > maxBytes) return;
  }
}

const answerOf = (result: Result<unknown>): Answer => ({
  status: result.ok ? 200 : (STATUS[result.refusal.code] ?? 422),
  headers: { ...blobHeaders, 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify(result.ok ? result.value : { refusal: result.refusal })),
  // Whatever is left of a refused body is not read.
  isLast: !result.ok,
});

/** Answers `{sha256, size}`, or `{refusal}` with 413, 507 or 422. Rejects where the sender left or the store faults. */
export async function takeUpload(blobs: BlobServer, { maxBytes }: UploadGrant, asked: Asked): Promise<Answer> {
  if (Number(asked.header('content-length') ?? 0) > maxBytes) return answerOf(refuse('blob-too-large', { maxBytes }));
  return answerOf(await blobs.put(atMost(asked.body(), maxBytes), maxBytes));
}
