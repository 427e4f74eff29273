// The worker in which files that people bring are read: whatever they do to a parser ends with it.
import { parentPort, workerData } from 'node:worker_threads';
import type { ImportJob, ImportReply } from './imports-messages.ts';
import { readAnyCriteriaFile } from './read-criteria-file.ts';
import { readEvidenceList } from './read-evidence-list.ts';

async function run(job: ImportJob): Promise<ImportReply> {
  if (job.kind === 'evidence')
    return { kind: 'evidence', list: await readEvidenceList(job.bytes, job.name, job.mapping) };
  const asked = { fileName: job.name, ...(job.mapping === undefined ? {} : { mapping: job.mapping }) };
  return { kind: 'criteria', read: await readAnyCriteriaFile(job.bytes, asked) };
}

parentPort?.postMessage(await run(workerData));
