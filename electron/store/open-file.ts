// Opens one database file the only way we trust it: exclusive, write-ahead, every commit on the disk, at a known version.
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { Database, Sqlite } from './load-sqlite.ts';
import type { Migration } from './migrations/migration.ts';
import { diskRefusal } from './sqlite-refusal.ts';

export type FileKind = 'book' | 'keys';

const FILES = {
  book: { name: 'hoidong.db', application: 0x48446231, secureDelete: 0 },
  keys: { name: 'keys.db', application: 0x48446b31, secureDelete: 1 },
} as const;

/**
 * Measured with bodies of 22 KB: 16 KiB pages write a bulk a quarter faster than 4 KiB, and one draft as fast;
 * from 32 KiB on both get slower.
 */
export const PAGE_SIZE = 16_384;

export const fileName = (kind: FileKind): string => FILES[kind].name;
export const newestVersion = (migrations: readonly Migration[]): number => migrations.at(-1)?.number ?? 0;

const wholeNumber = (db: Database, pragma: string): number => Number(db.pragma(pragma, { simple: true }));

/** Sets a pragma and reads it back: SQLite says nothing of one it does not take. */
function setPragma(db: Database, name: string, value: number): void {
  db.pragma(`${name} = ${value}`);
  const found = wholeNumber(db, name);
  if (found !== value) throw new Error(`pragma ${name} is ${found}, not ${value}`);
}

function setPragmas(db: Database, kind: FileKind): void {
  const journal = db.pragma('journal_mode = WAL', { simple: true });
  if (journal !== 'wal') throw new Error(`journal_mode is ${String(journal)}, not wal`);
  setPragma(db, 'synchronous', 2); // FULL: the binding's default in WAL mode loses the last saves on power loss
  setPragma(db, 'wal_autocheckpoint', 0); // a save never pays for a checkpoint; see write-ahead.ts
  setPragma(db, 'foreign_keys', 1);
  setPragma(db, 'trusted_schema', 0);
  setPragma(db, 'cell_size_check', 1);
  setPragma(db, 'secure_delete', FILES[kind].secureDelete);
  setPragma(db, 'temp_store', 2); // in memory: no plain text in a temporary folder
  setPragma(db, 'cache_size', -32_768); // KiB
  setPragma(db, 'journal_size_limit', 16 * 1024 * 1024); // bytes kept of the write-ahead file after a bulk
  if (process.platform === 'darwin') {
    setPragma(db, 'fullfsync', 1);
    setPragma(db, 'checkpoint_fullfsync', 1);
  }
}

/** Looks before it touches: a file of a newer program, or of another one, stays as it is. */
function checkOrigin(db: Database, kind: FileKind, known: number): Result<{ readonly found: number }> {
  const file = fileName(kind);
  const application = wholeNumber(db, 'application_id');
  const found = wholeNumber(db, 'user_version');
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  const fresh = application === 0 && found === 0 && tables === 0;
  if (!fresh && application !== FILES[kind].application) return refuse('store-damaged', { file });
  if (found > known) return refuse('store-newer', { found, known });
  return ok({ found });
}

/** Each migration is one transaction with its number: a crash leaves the version before it, whole. */
function migrate(db: Database, kind: FileKind, found: number, migrations: readonly Migration[]): void {
  for (const migration of migrations) {
    if (migration.number <= found) continue;
    db.transaction(() => {
      db.exec(migration[kind]);
      db.pragma(`application_id = ${FILES[kind].application}`);
      db.pragma(`user_version = ${migration.number}`);
    }).exclusive();
  }
}

/**
 * Opens or creates one file in `folder` and holds an exclusive lock on it until it is closed (the operating system
 * frees it with the process, however that ends).
 * @returns refusals `store-newer {found, known}`, `store-in-use`, `store-damaged`, `store-unreachable`, `store-full`
 */
export function openFile(
  sqlite: Sqlite,
  folder: string,
  kind: FileKind,
  migrations: readonly Migration[],
): Result<Database> {
  let db: Database | undefined;
  try {
    db = new sqlite(`${folder}/${fileName(kind)}`, { timeout: 0 });
    db.pragma('locking_mode = EXCLUSIVE'); // before the first read: then there is no shared-memory file either
    const origin = checkOrigin(db, kind, newestVersion(migrations));
    if (!origin.ok) {
      db.close();
      return origin;
    }
    if (origin.value.found === 0) db.pragma(`page_size = ${PAGE_SIZE}`);
    setPragmas(db, kind);
    migrate(db, kind, origin.value.found, migrations);
    return ok(db);
  } catch (error) {
    db?.close();
    const found = diskRefusal(error, fileName(kind));
    if (!found) throw error;
    return { ok: false, refusal: found };
  }
}
