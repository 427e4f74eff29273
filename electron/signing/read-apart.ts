// Reads and verifies files from outside in a worker of their own, with limits on heap and time: a hostile file cannot stall the host.
import { Worker } from 'node:worker_threads';
import { type Refusal, type Result, refusal } from '../../shared/base/result.ts';
import type { ApartJob, ApartReply } from './apart-messages.ts';
import type { PdfReport } from './report.ts';
import { refusedReport, type VerifyOptions } from './verify-pdf.ts';

export type ApartOptions = {
  /** The worker's own file: `apart-worker.ts` in the source, its bundle in the application. */
  readonly worker: URL;
  /** Milliseconds for one file; minutes with fifteen signatures take a quarter of a second. */
  readonly timeLimit?: number;
  /** Megabytes of heap, at least 64: with less a worker cannot even start, and takes the process with it. */
  readonly heap?: number;
};

export type ApartReader = {
  /** As `verifyPdf`; a file that exhausts time or memory is reported as `pdf-too-complex`. */
  readonly verify: (pdf: Uint8Array, options: VerifyOptions) => Promise<PdfReport>;
  readonly words: (pdf: Uint8Array) => Promise<Result<readonly (readonly string[])[]>>;
  readonly attachment: (
    pdf: Uint8Array,
    name: string,
    limits: { readonly maxBytes: number },
  ) => Promise<Result<Uint8Array>>;
};

/** One worker for one job, gone with it: nothing a file does can reach the next. */
function runApart(
  job: ApartJob,
  { worker, timeLimit = 20_000, heap = 512 }: ApartOptions,
): Promise<ApartReply | Refusal> {
  return new Promise((settle) => {
    const limits = { maxOldGenerationSizeMb: Math.max(64, heap) };
    const started = new Worker(worker, { workerData: job, resourceLimits: limits, stdout: true, stderr: true });
    const end = (outcome: ApartReply | Refusal): void => {
      clearTimeout(timer);
      settle(outcome);
      started.terminate().catch(() => undefined);
    };
    const timer = setTimeout(() => end(refusal('pdf-too-complex', { what: 'time' })), timeLimit);
    started.on('message', (reply: ApartReply) => end(reply));
    started.on('error', () => end(refusal('pdf-too-complex', { what: 'memory' })));
    started.on('exit', () => end(refusal('pdf-too-complex', { what: 'memory' })));
  });
}

export function openApartReader(options: ApartOptions): ApartReader {
  return {
    async verify(pdf, verifyOptions) {
      const reply = await runApart({ kind: 'verify', pdf, options: verifyOptions }, options);
      if ('code' in reply) return refusedReport(pdf, verifyOptions, reply);
      if (reply.kind !== 'verify') throw new Error('reply to another job');
      return reply.report;
    },
    async words(pdf) {
      const reply = await runApart({ kind: 'words', pdf }, options);
      if ('code' in reply) return { ok: false, refusal: reply };
      if (reply.kind !== 'words') throw new Error('reply to another job');
      return reply.result;
    },
    async attachment(pdf, name, { maxBytes }) {
      const reply = await runApart({ kind: 'attachment', pdf, name, maxBytes }, options);
      if ('code' in reply) return { ok: false, refusal: reply };
      if (reply.kind !== 'attachment') throw new Error('reply to another job');
      return reply.result;
    },
  };
}
