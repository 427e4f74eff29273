// Reads files that people bring in a worker of their own, with limits on heap and time: one door for host and command line.
import { Worker } from 'node:worker_threads';
import type { CriteriaFileReport, SheetMapping } from '../../shared/contract/criteria-library.ts';
import type { EvidenceMapping } from '../../shared/contract/evidence-methods.ts';
import { clip, type Finding, type Problem, problem } from '../../shared/criteria/finding.ts';
import { wordFinding } from '../../shared/lang/finding-words.ts';
import { fileReport } from './file-report.ts';
import type { ImportJob, ImportReply } from './imports-messages.ts';
import type { CriteriaFile } from './read-criteria-file.ts';
import type { EvidenceList } from './read-evidence-list.ts';

export type ImporterOptions = {
  /** The worker's own file: `imports-worker.ts` in the source, its bundle in the application. */
  readonly worker: URL;
  /** Milliseconds for one file; a workbook of 500 criteria takes half a second. */
  readonly timeLimit?: number;
  /**
   * Megabytes of heap, at least 64: with less a worker cannot even start, and takes the process with it. Buffers lie
   * outside, and are bounded by the limits on what is unpacked.
   */
  readonly heap?: number;
};

export type Importer = {
  /** As read, with its findings yet without words: what the command line prints. */
  readonly readCriteriaFile: (bytes: Uint8Array, name: string, mapping?: SheetMapping) => Promise<CriteriaFile>;
  readonly readCriteria: (bytes: Uint8Array, name: string, mapping?: SheetMapping) => Promise<CriteriaFileReport>;
  readonly readEvidenceList: (bytes: Uint8Array, name: string, mapping?: EvidenceMapping) => Promise<EvidenceList>;
};

/** One worker for one file, gone with it: nothing a file does can reach the next. */
function runApart(job: ImportJob, options: ImporterOptions): Promise<ImportReply | Problem> {
  const { worker, timeLimit = 20_000, heap = 192 } = options;
  return new Promise((settle, reject) => {
    const limits = { maxOldGenerationSizeMb: Math.max(64, heap) };
    const started = new Worker(worker, { workerData: job, resourceLimits: limits, stdout: true, stderr: true });
    const stop = (): void => {
      clearTimeout(timer);
      started.terminate().catch(() => undefined);
    };
    const end = (outcome: ImportReply | Problem): void => {
      stop();
      settle(outcome);
    };
    const timer = setTimeout(() => end(problem('file-time', '', { seconds: Math.ceil(timeLimit / 1000) })), timeLimit);
    started.on('message', (reply: ImportReply) => end(reply));
    started.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return end(problem('file-memory', ''));
      // Any other fault is ours, not the file's: it may not pass for a broken file.
      stop();
      reject(error);
    });
    started.on('exit', () => end(problem('file-memory', '')));
  });
}

export function openImporter(options: ImporterOptions): Importer {
  const readFile = async (bytes: Uint8Array, name: string, mapping?: SheetMapping): Promise<CriteriaFile> => {
    const reply = await runApart(
      { kind: 'criteria', bytes, name, ...(mapping === undefined ? {} : { mapping }) },
      options,
    );
    if (!('kind' in reply)) {
      const finding: Finding = { ...reply, file: clip(name) };
      return { ok: false, findings: [finding] };
    }
    if (reply.kind !== 'criteria') throw new Error('reply to another job');
    return reply.read;
  };
  return {
    readCriteriaFile: readFile,
    readCriteria: async (bytes, name, mapping) => fileReport(clip(name), await readFile(bytes, name, mapping)),
    async readEvidenceList(bytes, name, mapping) {
      const reply = await runApart(
        { kind: 'evidence', bytes, name, ...(mapping === undefined ? {} : { mapping }) },
        options,
      );
      if ('kind' in reply && reply.kind === 'evidence') return reply.list;
      if ('kind' in reply) throw new Error('reply to another job');
      const words = { vi: wordFinding(reply, 'vi'), en: wordFinding(reply, 'en') };
      const mappedTo = { sheet: '', headerRow: 0, columns: [] };
      return {
        rows: [],
        mapping: mappedTo,
        mapped: 'guessed',
        headings: [],
        findings: [{ severity: 'error', row: 0, ...words }],
      };
    },
  };
}
