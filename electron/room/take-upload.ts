// PUT /upload: streams bytes into the store, never more than the ticket allows.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Result, refuse } from '../../shared/base/result.ts';
import { blobHeaders } from './security-headers.ts';
import type { BlobServer } from './serve-blob.ts';
import type { UploadGrant } from './tickets.ts';

const STATUS: Readonly<Record<string, number>> = { 'blob-too-large': 413, 'store-full': 507 };

/** Passes bytes on and counts, so that the limit holds whatever the store does. Leaves the request open at the end. */
async function* atMost(request: IncomingMessage, maxBytes: number): AsyncGenerator<Uint8Array, void, void> {
  let size = 0;
  // A request that is destroyed takes its connection, and our answer, with it.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    yield chunk;
    if (size > maxBytes) return;
  }
}

function answer(response: ServerResponse, result: Result<unknown>): void {
  const status = result.ok ? 200 : (STATUS[result.refusal.code] ?? 422);
  const body = JSON.stringify(result.ok ? result.value : { refusal: result.refusal });
  // Whatever is left of a refused body is not read: the connection ends with the answer.
  const last = result.ok ? {} : { connection: 'close' };
  response.writeHead(status, { ...blobHeaders, ...last, 'content-type': 'application/json' }).end(body);
}

/** Answers `{sha256, size}`, or `{refusal}` with 413, 507 or 422. Rejects where the sender left or the store faults. */
export async function takeUpload(
  blobs: BlobServer,
  grant: UploadGrant,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { maxBytes } = grant;
  if (Number(request.headers['content-length'] ?? 0) > maxBytes)
    return answer(response, refuse('blob-too-large', { maxBytes }));
  answer(response, await blobs.put(atMost(request, maxBytes), maxBytes));
}
