// The bytes of a request the browser holds back.
import type { Protocol } from './cdp.ts';

type Asked = Protocol.Fetch.requestPausedPayload['request'];

/** Undefined where there is none; throws where Chromium shows only that there is one (a Blob sent by a worker). */
export function bodyOf(request: Asked): Buffer<ArrayBuffer> | undefined {
  if (request.hasPostData !== true) return undefined;
  const parts = request.postDataEntries ?? [];
  if (parts.length === 0 && request.postData !== undefined) return Buffer.from(request.postData);
  const bytes = parts.map((part) => part.bytes);
  const known = bytes.filter((each) => each !== undefined);
  if (known.length < bytes.length || known.length === 0)
    throw new Error(`electron-on-chromium: the body of ${request.method} ${request.url} is not shown by Chromium`);
  return Buffer.concat(known.map((each) => Buffer.from(each, 'base64')));
}
