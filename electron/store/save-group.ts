// Runs the saves that wait together in one transaction a file, with one fsync, each call undone alone if it fails.
import type { Refusal, Result } from '../../shared/base/result.ts';
import type { Files } from './answer-calls.ts';
import type { FileKind } from './open-file.ts';
import type { Answer, Request } from './requests.ts';
import { diskRefusal, isLasting } from './sqlite-refusal.ts';

/** A handler seen from here: which call it answers no longer matters. */
export type AnyHandler = {
  readonly how: 'read' | 'save' | 'alone';
  readonly file?: FileKind;
  readonly answer: (input: unknown) => Result<unknown>;
  readonly afterRefusal?: (input: unknown, refusal: Refusal) => void;
};

/** A request with the one that answers it. */
export type Job = { readonly request: Request; readonly handler: AnyHandler };

/** Turns what was thrown into an answer. */
export type Failed = (request: Request, error: unknown, file: FileKind) => Answer;

/** Keys first: the key of an entry is on the disk before the entry is. */
export const KINDS: readonly FileKind[] = ['keys', 'book'];

const fileOf = (job: Job): FileKind => job.handler.file ?? 'book';

/** The statements around a transaction, prepared once. */
function marksOf(files: Files, kind: FileKind) {
  const prepare = (sql: string) => files[kind].prepare(sql);
  return {
    begin: prepare('BEGIN IMMEDIATE'),
    commit: prepare('COMMIT'),
    rollBack: prepare('ROLLBACK'),
    set: prepare('SAVEPOINT call'),
    undo: prepare('ROLLBACK TO call'),
    release: prepare('RELEASE call'),
  };
}

/** A file's transaction is gone with all that was in it: SQLite ends it by itself when the disk is full or broken. */
class TransactionEnded extends Error {}

/**
 * @param failed what a thrown error means to the one who asked
 * @param committed told of each file that was committed, with the requests that wrote to it
 * @returns answers a group in order; when the group fails as a whole, each is tried again alone,
 *   but not on a disk that has failed to write: after a failed fsync nobody knows what is on it
 */
export function saveGroup(files: Files, failed: Failed, committed: (kind: FileKind, jobs: readonly Job[]) => void) {
  const mark = { book: marksOf(files, 'book'), keys: marksOf(files, 'keys') };

  /** One call inside the open transaction: a refusal or an error undoes this call only. */
  function runMarked({ request, handler }: Job, kind: FileKind): Answer {
    const { input } = request;
    mark[kind].set.run();
    try {
      const result = handler.answer(input);
      if (!result.ok) {
        mark[kind].undo.run();
        handler.afterRefusal?.(input, result.refusal);
      }
      mark[kind].release.run();
      return { id: request.id, name: request.name, result };
    } catch (error) {
      if (!files[kind].inTransaction) throw new TransactionEnded('', { cause: error });
      mark[kind].undo.run();
      mark[kind].release.run();
      return failed(request, error, kind);
    }
  }

  function runOne(job: Job): Answer {
    const { request, handler } = job;
    if (handler.how !== 'save') {
      try {
        return { id: request.id, name: request.name, result: handler.answer(request.input) };
      } catch (error) {
        return failed(request, error, fileOf(job));
      }
    }
    const kind = fileOf(job);
    if (!files[kind].inTransaction) mark[kind].begin.run();
    return runMarked(job, kind);
  }

  function runTogether(jobs: readonly Job[]): Answer[] {
    const answers = jobs.map(runOne);
    for (const kind of KINDS) {
      if (!files[kind].inTransaction) continue;
      mark[kind].commit.run();
      committed(
        kind,
        jobs.filter((job) => job.handler.how === 'save' && fileOf(job) === kind),
      );
    }
    return answers;
  }

  return function run(jobs: readonly Job[]): Answer[] {
    try {
      return runTogether(jobs);
    } catch (error) {
      for (const kind of KINDS) if (files[kind].inTransaction) mark[kind].rollBack.run();
      const cause = error instanceof TransactionEnded ? error.cause : error;
      const lasting = isLasting(diskRefusal(cause, ''));
      if (jobs.length === 1 || lasting) return jobs.map((job) => failed(job.request, cause, fileOf(job)));
      return jobs.flatMap((job) => run([job]));
    }
  };
}
