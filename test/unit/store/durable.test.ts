// A resolved promise means: on the disk. Counted in system calls, not believed.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSqlite } from '../../../electron/store/load-sqlite.ts';
import { migrations } from '../../../electron/store/migrations/list.ts';
import { openFile, PAGE_SIZE } from '../../../electron/store/open-file.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { toolOrSkip } from '../../helpers/tools.ts';
import { granted } from './samples.ts';

const child = new URL('./count-syncs.ts', import.meta.url).pathname;

/** Syncs between the two marks of each save, by the name of the save. */
function syncsIn(trace: string): Record<string, number> {
  const counts: Record<string, number> = {};
  let inside: string | undefined;
  for (const line of trace.split('\n')) {
    const [, mark] = /write\(\d+, "<([^>]*)>"/.exec(line) ?? [];
    if (mark !== undefined) inside = mark === '/' ? undefined : mark;
    if (mark !== undefined && inside !== undefined) counts[inside] = 0;
    // A call interrupted by another thread's is printed twice; its end is `resumed`.
    const isSync = /\b(fsync|fdatasync)\(/.test(line) && !line.includes('resumed');
    if (inside !== undefined && isSync) counts[inside] = (counts[inside] ?? 0) + 1;
  }
  return counts;
}

test.for(['worker', 'inline'])(
  '[ST8] each save is exactly one fsync, many waiting together share one (%s)',
  (mode, context) => {
    const strace = toolOrSkip(context, 'strace');
    const folder = tempFolder('syncs');
    const out = join(folder, 'trace');
    execFileSync(strace, ['-f', '-e', 'trace=fsync,fdatasync,write', '-o', out, process.execPath, child, folder, mode]);
    const counts = syncsIn(readFileSync(out, 'utf8'));
    const { 'fifty drafts at once': fifty, ...single } = counts;
    expect(single).toEqual({
      'first draft': 1,
      'draft after a checkpoint': 1,
      entry: 1,
      bulk: 1,
      'draft after a bulk': 1,
      key: 1,
      'key and entry at once': 2,
      'ten drafts in turn': 10,
    });
    // A worker may begin with the first before the others have come.
    expect(fifty).toBeGreaterThanOrEqual(1);
    expect(fifty).toBeLessThanOrEqual(mode === 'inline' ? 1 : 25);
  },
);

test.each(['book', 'keys'] as const)(
  'the %s file is opened with the pragmas that durability stands on',
  async (kind) => {
    const folder = tempFolder('pragmas');
    const db = granted(openFile(granted(await loadSqlite()), folder, kind, migrations));
    const read = (name: string) => db.pragma(name, { simple: true });
    const names = ['journal_mode', 'synchronous', 'wal_autocheckpoint', 'foreign_keys', 'trusted_schema', 'page_size'];
    expect(names.map(read)).toEqual(['wal', 2, 0, 1, 0, PAGE_SIZE]);
    expect(read('secure_delete')).toBe(kind === 'keys' ? 1 : 0);
    expect(read('locking_mode')).toBe('exclusive');
    const tables = db.pragma('table_list') as { schema: string; name: string; strict: number }[];
    const loose = tables.filter((table) => !table.name.startsWith('sqlite_') && table.strict === 0);
    expect(loose).toEqual([]);
    db.close();
  },
);
