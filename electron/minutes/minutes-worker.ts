// The worker in which the layout runs: it keeps its thread for seconds at a time, so nobody else may share it.
import { parentPort, workerData } from 'node:worker_threads';
import { printSheets } from './ballot-sheets.ts';
import { type Faces, type FontPaths, openFaces } from './fonts.ts';
import { renderMinutes } from './render-minutes.ts';
import { renderStamp } from './stamp.ts';
import type { Job, Reply, Request } from './worker-messages.ts';

const paths: FontPaths = workerData;
let opened: Faces | undefined;

async function run(id: number, job: Job): Promise<Reply> {
  opened ??= openFaces(paths);
  if (job.kind === 'minutes') return { id, kind: 'minutes', result: await renderMinutes(job.input, opened) };
  if (job.kind === 'sheets') return { id, kind: 'sheets', result: await printSheets(job.input, opened) };
  return { id, kind: 'stamp', result: await renderStamp(job.stamp, opened) };
}

/** The bytes are handed over, not copied. */
function bytesOf(reply: Reply): ArrayBuffer[] {
  if (reply.kind === 'fault' || !reply.result.ok) return [];
  return [reply.kind === 'stamp' ? reply.result.value.buffer : reply.result.value.pdf.buffer];
}

parentPort?.on('message', async ({ id, job }: Request) => {
  const reply = await run(id, job).catch(
    (fault: unknown): Reply => ({ id, kind: 'fault', message: fault instanceof Error ? fault.message : String(fault) }),
  );
  parentPort?.postMessage(reply, bytesOf(reply));
});
