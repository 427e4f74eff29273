// Opens both files of a folder and answers calls in their order: reads at once, saves together, the rest alone.
import { mkdirSync } from 'node:fs';
import { ok, type Refusal, type Result } from '../../shared/base/result.ts';
import { type Files, handlersFor } from './answer-calls.ts';
import { loadSqlite } from './load-sqlite.ts';
import { migrations as all } from './migrations/list.ts';
import type { Migration } from './migrations/migration.ts';
import { type FileKind, fileName, openFile, PAGE_SIZE } from './open-file.ts';
import type { Answer, Request } from './requests.ts';
import { type AnyHandler, type Job, KINDS, saveGroup } from './save-group.ts';
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

/** The same over files that are open. */
export function serverOver(files: Files, idleMs: number): StoreServer {
  const handlers = handlersFor(files);
  let broken: Refusal | undefined;
  let idle: NodeJS.Timeout | undefined;
  /** Bytes that each file's write-ahead file has grown by, about. */
  const grown = new Map<FileKind, number>();

  function failed({ id, name }: Request, error: unknown, kind: FileKind): Answer {
    const found = diskRefusal(error, fileName(kind));
    if (!found) return { id, name, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    if (isLasting(found)) broken = found;
    return { id, name, result: { ok: false, refusal: found } };
  }

  const runTogether = saveGroup(files, failed, (kind, jobs) => {
    grown.set(
      kind,
      jobs.map(weightOf).reduce((sum, weight) => sum + weight, grown.get(kind) ?? 0),
    );
  });

  function runAlone({ request, handler }: Job): Answer {
    try {
      return { id: request.id, name: request.name, result: handler.answer(request.input) };
    } catch (error) {
      return failed(request, error, handler.file ?? 'book');
    }
  }

  function close(): Result<unknown> {
    clearTimeout(idle);
    grown.clear();
    for (const kind of KINDS) files[kind].close();
    return ok({});
  }

  /** A checkpoint that fails loses nothing: the write-ahead file still has it all. */
  function tidy(kind: FileKind): void {
    grown.delete(kind);
    try {
      checkpoint(files[kind]);
    } catch (error) {
      const found = diskRefusal(error, fileName(kind));
      if (!found) throw error;
      if (isLasting(found)) broken = found;
    }
  }

  const jobOf = (request: Request): Job => ({
    request,
    handler: request.name === 'close' ? { how: 'alone', answer: close } : (handlers[request.name] as AnyHandler),
  });

  return {
    run(requests, answer) {
      let group: Job[] = [];
      const flush = (): void => {
        if (group.length > 0) runTogether(group).forEach(answer);
        group = [];
      };
      for (const job of requests.map(jobOf)) {
        const { request, handler } = job;
        const { id, name } = request;
        if (broken && handler.how !== 'read' && name !== 'close') {
          flush();
          answer({ id, name, result: { ok: false, refusal: broken } });
        } else if (handler.how === 'alone' || (handler.how === 'read' && group.length === 0)) {
          flush();
          answer(runAlone(job));
        } else {
          // A key saved after an entry must not overtake it at the commit.
          if (handler.file === 'keys' && group.some((other) => other.handler.file === 'book')) flush();
          group.push(job);
        }
      }
      flush();
    },

    settle() {
      if (grown.size === 0) return;
      for (const [kind, bytes] of grown) if (bytes > LONGEST_WAL) tidy(kind);
      if (idle) idle.refresh();
      else idle = setTimeout(() => [...grown.keys()].forEach(tidy), idleMs).unref();
    },
  };
}

/** What a save adds to the write-ahead file, about: its bytes, and the pages they lie on. */
function weightOf({ request: { input } }: Job): number {
  if ('value' in input) return 2 * PAGE_SIZE + input.value.byteLength;
  if (!('runs' in input)) return 2 * PAGE_SIZE;
  return input.runs.flatMap((run) => run.rows).reduce((sum, row) => sum + (row.body?.length ?? 0), 4 * PAGE_SIZE);
}
