// Answers calls in order, and puts the saves that wait together into one transaction with one fsync.
import { mkdirSync } from 'node:fs';
import { ok, type Refusal, type Result } from '../../shared/base/result.ts';
import { type Files, handlersFor } from './answer-calls.ts';
import { loadSqlite } from './load-sqlite.ts';
import { migrations as all } from './migrations/list.ts';
import type { Migration } from './migrations/migration.ts';
import { type FileKind, fileName, openFile, PAGE_SIZE } from './open-file.ts';
import type { Answer, CallName, Request } from './requests.ts';
import { diskRefusal, isLasting } from './sqlite-refusal.ts';
import { checkpoint, LONGEST_WAL, warmWriteAhead } from './write-ahead.ts';

export type ServeOptions = {
  readonly folder: string;
  /** quiet time before a checkpoint, ms */
  readonly idleMs: number;
  /** by default all of `migrations/`; a test opens a folder as an older program would */
  readonly migrations?: readonly Migration[];
};

export type StoreServer = {
  /** Answers every request, in their order; a save's answer comes after its fsync. */
  readonly run: (requests: readonly Request[], answer: (answer: Answer) => void) => void;
  /** What may wait until the answers are out: checkpoints. Call it after each `run`. */
  readonly settle: () => void;
};

const KINDS: readonly FileKind[] = ['keys', 'book'];

/** Handlers seen from here: which one it is no longer matters. */
type AnyHandler = {
  readonly how: 'read' | 'save' | 'alone';
  readonly file?: FileKind;
  readonly answer: (input: unknown) => Result<unknown>;
  readonly afterRefusal?: (input: unknown, refusal: Refusal) => void;
};

/** Opens both files. Refusals: those of `openFile`, and `store-needs-node`. */
export async function serveStore(options: ServeOptions): Promise<Result<StoreServer>> {
  const sqlite = await loadSqlite();
  if (!sqlite.ok) return sqlite;
  const migrations = options.migrations ?? all;
  try {
    mkdirSync(options.folder, { recursive: true });
  } catch (error) {
    const found = diskRefusal(error, options.folder);
    if (!found) throw error;
    return { ok: false, refusal: found };
  }
  const book = openFile(sqlite.value, options.folder, 'book', migrations);
  if (!book.ok) return book;
  const keys = openFile(sqlite.value, options.folder, 'keys', migrations);
  if (!keys.ok) {
    book.value.close();
    return keys;
  }
  const files = { book: book.value, keys: keys.value };
  for (const kind of KINDS) {
    try {
      warmWriteAhead(files[kind]);
    } catch (error) {
      // On a full disk everything can still be read; each save will say why it cannot be.
      if (diskRefusal(error, fileName(kind))?.code !== 'store-full') throw error;
    }
  }
  return ok(serverOver(files, options.idleMs));
}

function serverOver(files: Files, idleMs: number): StoreServer {
  const handlers = handlersFor(files);
  const mark = { book: marksOf(files, 'book'), keys: marksOf(files, 'keys') };
  let broken: Refusal | undefined;
  let idle: NodeJS.Timeout | undefined;
  /** Bytes that each file's write-ahead file has grown by, about. */
  const saved = new Map<FileKind, number>();

  const refuseDisk = (error: unknown, kind: FileKind): Refusal => {
    const found = diskRefusal(error, fileName(kind));
    if (!found) throw error;
    if (isLasting(found)) broken = found;
    return found;
  };
  const handlerOf = (name: Exclude<CallName, 'close'>) => handlers[name] as AnyHandler;

  /** One call inside the open transaction: a refusal or an error undoes this call only. */
  function runMarked(handler: AnyHandler, kind: FileKind, input: unknown): Result<unknown> {
    mark[kind].set.run();
    try {
      const result = handler.answer(input);
      if (!result.ok) {
        mark[kind].undo.run();
        handler.afterRefusal?.(input, result.refusal);
      }
      return result;
    } catch (error) {
      // A full or broken disk may have ended the whole transaction: then the marks are gone with it.
      if (files[kind].inTransaction) mark[kind].undo.run();
      throw error;
    } finally {
      if (files[kind].inTransaction) mark[kind].release.run();
    }
  }

  const rollBack = (): void => {
    for (const kind of KINDS) if (files[kind].inTransaction) mark[kind].rollBack.run();
  };

  const attempt = (request: Request, act: () => Result<unknown>, kind: FileKind): Answer => {
    try {
      return { id: request.id, name: request.name, result: act() };
    } catch (error) {
      try {
        return { id: request.id, name: request.name, result: { ok: false, refusal: refuseDisk(error, kind) } };
      } catch {
        return {
          id: request.id,
          name: request.name,
          fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
        };
      }
    }
  };

  const isCall = (request: Request): request is Exclude<Request, { name: 'close' }> => request.name !== 'close';

  /** The calls of one transaction; undefined when it failed as a whole and nothing of it is kept. */
  function runGroup(group: readonly Request[]): Answer[] | undefined {
    const answers: Answer[] = [];
    const weight = { book: 0, keys: 0 };
    for (const request of group) {
      if (!isCall(request)) continue;
      const handler = handlerOf(request.name);
      const kind = handler.file ?? 'book';
      if (handler.how === 'save' && !files[kind].inTransaction) mark[kind].begin.run();
      const act = () =>
        handler.how === 'save' ? runMarked(handler, kind, request.input) : handler.answer(request.input);
      const given = attempt(request, act, kind);
      if (handler.how === 'save') {
        if (!files[kind].inTransaction) return undefined;
        weight[kind] += weightOf(request);
      }
      answers.push(given);
    }
    // Keys first: the key of an entry is on the disk before the entry is.
    for (const kind of KINDS) {
      if (!files[kind].inTransaction) continue;
      mark[kind].commit.run();
      saved.set(kind, (saved.get(kind) ?? 0) + weight[kind]);
    }
    return answers;
  }

  function runSaves(group: readonly Request[], answer: (answer: Answer) => void): void {
    let answers: Answer[] | undefined;
    let failed: unknown;
    try {
      answers = runGroup(group);
    } catch (error) {
      failed = error;
    }
    if (answers) {
      for (const given of answers) answer(given);
      return;
    }
    rollBack();
    const [only] = group;
    // One alone tells its own reason; of many, each gets its own chance.
    if (group.length > 1) for (const request of group) runSaves([request], answer);
    else if (only) {
      const kind = (isCall(only) ? handlerOf(only.name).file : undefined) ?? 'book';
      answer(
        attempt(
          only,
          () => {
            throw failed ?? Object.assign(new Error('transaction ended'), { code: 'SQLITE_FULL' });
          },
          kind,
        ),
      );
    }
  }

  function close(): void {
    clearTimeout(idle);
    saved.clear();
    for (const kind of KINDS) files[kind].close();
  }

  function settle(): void {
    if (saved.size === 0) return;
    for (const [kind, bytes] of saved) if (bytes > LONGEST_WAL) tidy(kind);
    if (idle) idle.refresh();
    else idle = setTimeout(() => [...saved.keys()].forEach(tidy), idleMs).unref();
  }

  /** A checkpoint that fails loses nothing: the write-ahead file still has it all. */
  function tidy(kind: FileKind): void {
    saved.delete(kind);
    try {
      checkpoint(files[kind]);
    } catch (error) {
      refuseDisk(error, kind);
    }
  }

  return {
    run(requests, answer) {
      let group: Request[] = [];
      const flush = (): void => {
        if (group.length > 0) runSaves(group, answer);
        group = [];
      };
      for (const request of requests) {
        if (!isCall(request)) {
          flush();
          answer(
            attempt(
              request,
              () => {
                close();
                return ok({});
              },
              'book',
            ),
          );
          return;
        }
        const handler = handlerOf(request.name);
        if (handler.how !== 'read' && broken)
          answer({ id: request.id, name: request.name, result: { ok: false, refusal: broken } });
        else if (handler.how === 'alone') {
          flush();
          answer(attempt(request, () => handler.answer(request.input), handler.file ?? 'book'));
        } else if (handler.how === 'read' && group.length === 0)
          answer(attempt(request, () => handler.answer(request.input), 'book'));
        else {
          // A key saved after an entry must not overtake it at the commit.
          if (handler.file === 'keys' && group.some((other) => isCall(other) && handlerOf(other.name).file === 'book'))
            flush();
          group.push(request);
        }
      }
      flush();
    },
    settle,
  };
}

/** What a save adds to the write-ahead file, about: its bytes, and the pages they lie on. */
const weightOf = ({ input }: Request): number => {
  if ('value' in input) return 2 * PAGE_SIZE + input.value.byteLength;
  if (!('runs' in input)) return 2 * PAGE_SIZE;
  return input.runs.flatMap((run) => run.rows).reduce((sum, row) => sum + (row.body?.length ?? 0), 4 * PAGE_SIZE);
};

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
