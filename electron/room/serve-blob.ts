// GET /blob/<sha256>: bytes to who holds a ticket for them, whole or in part.
import type { Readable } from 'node:stream';
import type { Result } from '../../shared/base/result.ts';
import type { Answer, Asked } from './asked.ts';
import { type ByteRange, rangeOf } from './byte-range.ts';
import { blobHeaders } from './security-headers.ts';
import type { ReadGrant } from './tickets.ts';

/** Where the bytes are. Hashes are 64 hex digits, sizes bytes. */
export type BlobServer = {
  readonly size: (sha256: string) => Promise<number | undefined>;
  /** The whole, or bytes `start` to `end`, both included. Undefined where there is no such blob. */
  readonly open: (sha256: string, range?: ByteRange) => Promise<Readable | undefined>;
  /** Keeps nothing where it refuses (`blob-too-large {maxBytes}`, …); must stop reading soon after `maxBytes`. */
  readonly put: (
    source: AsyncIterable<Uint8Array>,
    maxBytes: number,
  ) => Promise<Result<{ readonly sha256: string; readonly size: number }>>;
};

const MEDIA_TYPE = /^[\w.+-]{1,60}\/[\w.+-]{1,100}(; charset=utf-8)?$/;

/** What a browser may show in a tab; anything else it saves. A page of ours reads both alike. */
const SHOWN = /^(application\/pdf|image\/(png|jpeg|gif|webp)|text\/plain)\b/;

/** RFC 6266: a plain name for old readers, the real one in UTF-8 (RFC 8187). */
function disposition({ mediaType, fileName }: ReadGrant): string {
  const how = SHOWN.test(mediaType) ? 'inline' : 'attachment';
  const plain = fileName.replace(/[^\w. -]/g, '_');
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** Answers GET and HEAD. Rejects on a fault of the store before the first byte; later the stream fails. */
export async function serveBlob(blobs: BlobServer, grant: ReadGrant, asked: Asked): Promise<Answer> {
  const missing = { status: 404, headers: blobHeaders };
  const size = await blobs.size(grant.sha256);
  if (size === undefined) return missing;
  const tag = `"${grant.sha256}"`;
  // If-Range names the version the reader has the other bytes of; bytes under a hash have only one.
  const wanted = (asked.header('if-range') ?? tag) === tag ? asked.header('range') : undefined;
  const range = rangeOf(wanted, size);
  if (range === 'outside') return { status: 416, headers: { ...blobHeaders, 'content-range': `bytes */${size}` } };
  const isPart = range !== 'whole';
  const headers = {
    ...blobHeaders,
    'accept-ranges': 'bytes',
    etag: tag,
    'content-type': MEDIA_TYPE.test(grant.mediaType) ? grant.mediaType : 'application/octet-stream',
    'content-disposition': disposition(grant),
    'content-length': String(isPart ? range.end - range.start + 1 : size),
    ...(isPart ? { 'content-range': `bytes ${range.start}-${range.end}/${size}` } : {}),
  };
  const status = isPart ? 206 : 200;
  if (asked.method === 'HEAD') return { status, headers };
  const stream = await blobs.open(grant.sha256, isPart ? range : undefined);
  return stream ? { status, headers, body: stream } : missing;
}
