// The worker in which one file of evidence is read: whatever it does to a reader ends with this thread.
import { open, stat } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Refusal } from '../../shared/base/result.ts';
import type { ReadableBytes } from '../imports/readable-bytes.ts';
import { sniffMediaType } from '../imports/sniff-media-type.ts';
import type { Piece, ReadJob, ReadReply, StretchAsk } from './messages.ts';
import { type PlainFile, piecesOf, stretchOf } from './plain-file.ts';
import { StopReading, stopReading } from './stop-reading.ts';

/** Characters sent at once. */
const BATCH = 256_000;

const send = (reply: ReadReply): void => parentPort?.postMessage(reply);

/** What a file is, is looked at here and now: nothing that was said of it before is believed. */
async function typeOf(path: string, size: number): Promise<string> {
  const file = await open(path, 'r');
  const bytes: ReadableBytes = {
    size,
    read: async (start, end) => {
      const buffer = Buffer.alloc(Math.max(0, Math.min(end, size) - start));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
      return buffer.subarray(0, bytesRead);
    },
  };
  return await sniffMediaType(bytes).finally(() => file.close());
}

/** A reader is loaded once it is needed: each is some megabytes of program. */
async function readPlain(path: string, size: number, type: string): Promise<PlainFile> {
  if (/wordprocessingml\.document|ms-word\.document/.test(type)) return (await import('./read-docx.ts')).readDocx(path);
  if (/spreadsheetml\.sheet|ms-excel\.sheet/.test(type))
    return (await import('./read-workbook.ts')).readWorkbook(path, size);
  if (type.startsWith('text/')) return (await import('./read-texts.ts')).readTextFile(path, size, type);
  return stopReading('reading-kind');
}

function batches() {
  let held: Piece[] = [];
  let size = 0;
  const flush = (): void => {
    if (held.length > 0) send({ is: 'pieces', pieces: held });
    held = [];
    size = 0;
  };
  const take = (piece: Piece): void => {
    held.push(piece);
    size += piece.text.length;
    if (size >= BATCH) flush();
  };
  return { take, flush };
}

async function readWords(path: string, size: number, soft: number): Promise<void> {
  const end = performance.now() + soft;
  const { take, flush } = batches();
  const type = await typeOf(path, size);
  let isCut = false;
  if (type === 'application/pdf') {
    const { readPdf } = await import('./pdf-words.ts');
    isCut = await readPdf(path, size, take, () => performance.now() > end);
  } else {
    const file = await readPlain(path, size, type);
    const pieces = [...piecesOf(file)].filter(({ text }) => text.trim() !== '');
    if (pieces.length === 0) stopReading('reading-no-text');
    for (const piece of pieces) take(piece);
    isCut = file.isCut;
  }
  flush();
  send({ is: 'done', isCut });
}

async function servePlain(path: string, size: number): Promise<void> {
  const file = await readPlain(path, size, await typeOf(path, size));
  parentPort?.on('message', ({ id, part, from }: StretchAsk) =>
    send({ is: 'stretch', id, result: stretchOf(file, part, from) }),
  );
  send({ is: 'done', isCut: file.isCut });
}

/** A file too deep or too wide for its reader is a broken one; memory that runs out ends the thread by itself. */
const refusalOf = (error: unknown): Refusal =>
  error instanceof StopReading ? error.refusal : { code: 'reading-broken', params: {} };

const { path, want, soft }: ReadJob = workerData;
try {
  const { size } = await stat(path);
  await (want === 'words' ? readWords(path, size, soft) : servePlain(path, size));
} catch (error) {
  send({ is: 'refused', refusal: refusalOf(error) });
}
