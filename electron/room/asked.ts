// A request and its answer, whatever carries them: a socket of the door, or the window's own scheme.
import type { Readable } from 'node:stream';
import { pageHeaders } from './security-headers.ts';

export type Asked = {
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly target: string;
  /** By its name in lower case. */
  readonly header: (name: string) => string | undefined;
  /** Sent by a page of ours, for certain. */
  readonly isOwn: boolean;
  /** Not sent by a page of others, as far as the browser says. */
  readonly isNotForeign: boolean;
  /** Reads the body, once; it may be left before its end. */
  readonly body: () => AsyncIterable<Uint8Array>;
};

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent where there is nothing to send, or nothing was asked but the headers. */
  readonly body?: Uint8Array | Readable;
  /** What was not read of the request is not going to be: a connection ends with this answer. */
  readonly isLast?: boolean;
};

export const plainAnswer = (status: number, text: string): Answer => ({
  status,
  headers: { ...pageHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: Buffer.from(text),
});
