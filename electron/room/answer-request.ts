// Answers the door's HTTP requests: the page, bytes to read, bytes to take in.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isNotForeign, isOwnOrigin } from './own-origin.ts';
import { type BlobServer, serveBlob } from './serve-blob.ts';
import { type Answer, type Page, pathIn, plainAnswer } from './static-files.ts';
import { takeUpload } from './take-upload.ts';
import type { Tickets } from './tickets.ts';

type Behind = {
  readonly page: Page;
  readonly blobs: BlobServer;
  readonly tickets: Tickets;
  readonly isOwnName: (request: IncomingMessage) => boolean;
  /** Gives a fault its number. */
  readonly fault: (error: unknown) => string;
};

const BLOB_PATH = /^\/blob\/([0-9a-f]{64})$/;

const ticketIn = ({ url = '' }: IncomingMessage): string =>
  new URLSearchParams(url.slice(url.indexOf('?') + 1)).get('ticket') ?? '';

/** Undefined where the answer has been given by whoever streams. */
async function answerOf(
  behind: Behind,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Answer | undefined> {
  const { tickets, blobs } = behind;
  if (!behind.isOwnName(request)) return plainAnswer(421, 'not a name of this machine');
  const path = pathIn(request.url ?? '');
  if (path === undefined) return plainAnswer(400, 'no such request');

  if (path === '/upload') {
    if (request.method !== 'PUT') return plainAnswer(405, 'PUT only');
    if (!isOwnOrigin(request)) return plainAnswer(403, 'not from this page');
    const grant = tickets.uploading(ticketIn(request));
    if (!grant) return plainAnswer(403, 'no ticket');
    await takeUpload(blobs, grant, request, response);
    return undefined;
  }

  if (request.method !== 'GET' && request.method !== 'HEAD') return plainAnswer(405, 'GET only');
  const sha256 = BLOB_PATH.exec(path)?.[1];
  if (sha256 === undefined) return await behind.page(path);
  if (!isNotForeign(request)) return plainAnswer(403, 'not from this page');
  const grant = tickets.reading(ticketIn(request), sha256);
  if (!grant) return plainAnswer(403, 'no ticket');
  await serveBlob(blobs, grant, request, response);
  return undefined;
}

/** What listens to `request`: never throws, never rejects. */
export function answerRequests(behind: Behind): (request: IncomingMessage, response: ServerResponse) => void {
  const give = (request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void => {
    response.writeHead(status, { ...headers, 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  return (request, response) => {
    answerOf(behind, request, response).then(
      (answer) => {
        if (answer) give(request, response, answer);
      },
      (error: unknown) => {
        // Whoever asked has left: no fault of ours, and nobody to tell.
        const hasLeft = request.destroyed && !request.complete;
        const number = hasLeft ? '' : behind.fault(error);
        if (hasLeft || response.headersSent) response.destroy();
        else give(request, response, plainAnswer(500, JSON.stringify({ fault: number })));
      },
    );
  };
}
