// Answers what a page asks of its host: itself, bytes to read, bytes to take in.
import { type Answer, type Asked, plainAnswer } from './asked.ts';
import { type BlobServer, serveBlob } from './serve-blob.ts';
import { type Page, pathIn } from './static-files.ts';
import { takeUpload } from './take-upload.ts';
import type { Tickets } from './tickets.ts';

export type Behind = {
  readonly page: Page;
  readonly blobs: BlobServer;
  readonly tickets: Tickets;
};

const BLOB_PATH = /^\/blob\/([0-9a-f]{64})$/;

const ticketIn = (target: string): string =>
  new URLSearchParams(target.slice(target.indexOf('?') + 1)).get('ticket') ?? '';

/** Rejects on a fault of the store, and where the sender left. */
export async function answerAsked({ page, blobs, tickets }: Behind, asked: Asked): Promise<Answer> {
  const { method, target } = asked;
  const path = pathIn(target);
  if (path === undefined) return plainAnswer(400, 'no such request');

  if (path === '/upload') {
    if (method !== 'PUT') return plainAnswer(405, 'PUT only');
    if (!asked.isOwn) return plainAnswer(403, 'not from this page');
    const grant = tickets.uploading(ticketIn(target));
    return grant ? await takeUpload(blobs, grant, asked) : plainAnswer(403, 'no ticket');
  }

  if (method !== 'GET' && method !== 'HEAD') return plainAnswer(405, 'GET only');
  const sha256 = BLOB_PATH.exec(path)?.[1];
  if (sha256 === undefined) return await page(path);
  if (!asked.isNotForeign) return plainAnswer(403, 'not from this page');
  const grant = tickets.reading(ticketIn(target), sha256);
  return grant ? await serveBlob(blobs, grant, asked) : plainAnswer(403, 'no ticket');
}
