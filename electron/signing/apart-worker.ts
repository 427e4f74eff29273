// The worker in which files from outside are read: whatever they do to the PDF library ends with it.
import { parentPort, workerData } from 'node:worker_threads';
import type { ApartJob, ApartReply } from './apart-messages.ts';
import { readAttachment, wordsOf } from './read-pdf.ts';
import { verifyPdf } from './verify-pdf.ts';

async function run(job: ApartJob): Promise<ApartReply> {
  switch (job.kind) {
    case 'verify':
      return { kind: 'verify', report: await verifyPdf(job.pdf, job.options) };
    case 'words':
      return { kind: 'words', result: await wordsOf(job.pdf) };
    case 'attachment':
      return { kind: 'attachment', result: await readAttachment(job.pdf, job.name, { maxBytes: job.maxBytes }) };
  }
}

parentPort?.postMessage(await run(workerData));
