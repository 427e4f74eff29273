// How a folder opens, and the calm words where it does not.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadSqlite } from '../../../electron/store/load-sqlite.ts';
import { migrations } from '../../../electron/store/migrations/list.ts';
import { openStore } from '../../../electron/store/open-store.ts';
import { serveStore } from '../../../electron/store/serve-store.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { skipOrFail } from '../../helpers/tools.ts';
import { openedIn } from './opened-in.ts';
import { bookOf, feedOf, granted, runOf, worker } from './samples.ts';

const book = bookOf('opening');
const here = new URL('.', import.meta.url).pathname;

async function closedFolder(): Promise<string> {
  const folder = tempFolder('opening');
  const store = await openedIn(folder);
  const run = runOf({ feed: feedOf('opening'), bodies: Array.from({ length: 30 }, (_, n) => `${n} `.repeat(9_000)) });
  granted(await store.append(book, [run]));
  await store.close();
  return folder;
}

/** What opening the folder gives in another process. */
function openedElsewhere(folder: string): unknown {
  const child = spawnSync(process.execPath, [join(here, 'open-once.ts'), folder], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout);
}

describe.each(['worker', 'inline'] as const)('opening (%s)', (mode) => {
  test('[ST4] one folder is open in one process: the second is told so and nothing happens to the first', async () => {
    const folder = tempFolder('opening');
    const store = await openedIn(folder, { mode });
    const inUse = { ok: false, refusal: { code: 'store-in-use', params: { file: 'hoidong.db' } } };
    expect(await openStore({ folder, worker, mode })).toEqual(inUse);
    expect(openedElsewhere(folder)).toEqual(inUse);
    expect((await store.saveSetting('a', 'b')).ok).toBe(true);
    await store.close();
    expect(openedElsewhere(folder)).toEqual({ ok: true });
  });

  test('[ST5] a store of a newer program is refused with both versions, and stays as it is', async () => {
    const folder = await closedFolder();
    const newer = [...migrations, { number: 99, book: 'CREATE TABLE later (a TEXT) STRICT', keys: '' }];
    const server = granted(await serveStore({ folder, idleMs: 1_000, migrations: newer }));
    server.run([{ id: 1, name: 'close', input: {} }], () => undefined);
    const before = readFileSync(join(folder, 'hoidong.db'));

    const known = migrations.at(-1)?.number;
    const refused = { ok: false, refusal: { code: 'store-newer', params: { found: 99, known } } };
    expect(await openStore({ folder, worker, mode })).toEqual(refused);
    expect(readFileSync(join(folder, 'hoidong.db')).equals(before)).toBe(true);
  });

  test('a file that is no store of ours is refused and left alone', async () => {
    const folder = tempFolder('opening');
    writeFileSync(join(folder, 'hoidong.db'), 'Đây không phải cơ sở dữ liệu. '.repeat(500));
    const damaged = { ok: false, refusal: { code: 'store-damaged', params: { file: 'hoidong.db' } } };
    expect(await openStore({ folder, worker, mode })).toEqual(damaged);
    expect(readFileSync(join(folder, 'hoidong.db'), 'utf8')).toContain('không phải');

    const foreign = tempFolder('opening');
    const sqlite = granted(await loadSqlite());
    new sqlite(join(foreign, 'hoidong.db')).exec('CREATE TABLE theirs (a)').close();
    expect(await openStore({ folder: foreign, worker, mode })).toEqual(damaged);
    expect(existsSync(join(foreign, 'keys.db'))).toBe(false);
  });

  test('a damaged page is a fault with a code when it is read, and found by a check', async () => {
    const folder = await closedFolder();
    const path = join(folder, 'hoidong.db');
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 16_384 * 12, 16_384 * 40);
    writeFileSync(path, bytes);
    const opened = await openStore({ folder, worker, mode });
    if (opened.ok) {
      await expect(opened.value.readBook(book)).rejects.toThrow('store-damaged');
      await expect(opened.value.check()).rejects.toThrow('store-damaged');
      await opened.value.close();
    } else expect(opened.refusal.code).toBe('store-damaged');
  });

  test('a file cut short is never taken for a whole one', async () => {
    const folder = await closedFolder();
    truncateSync(join(folder, 'hoidong.db'), 16_384 * 9);
    const opened = await openStore({ folder, worker, mode });
    if (opened.ok) {
      await expect(opened.value.check()).rejects.toThrow('store-damaged');
      await opened.value.close();
    } else expect(opened.refusal.code).toBe('store-damaged');
  });

  test('a folder that cannot be made is refused with a code', async () => {
    const folder = tempFolder('opening');
    writeFileSync(join(folder, 'file'), '');
    const refused = await openStore({ folder: join(folder, 'file', 'store'), worker, mode });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'store-unreachable' } });
    mkdirSync(join(folder, 'hoidong.db'));
    expect(await openStore({ folder, worker, mode })).toMatchObject({
      ok: false,
      refusal: { code: 'store-unreachable' },
    });
  });
});

test('[ST6] a Node that the SQLite addon was not built for is refused before the addon is loaded', async () => {
  expect(await loadSqlite('20.20.2')).toEqual({
    ok: false,
    refusal: { code: 'store-needs-node', params: { needed: 24, found: '20.20.2' } },
  });
  expect((await loadSqlite('24.0.0')).ok).toBe(true);
});

test('[ST7] a full disk is told, what was saved stays, and saving goes on when there is room again', (context) => {
  const script = `mount -t tmpfs -o size=12m tmpfs "$1" && exec "$2" "$3" "$1"`;
  const folder = tempFolder('full');
  const shell = (command: string, ...more: string[]) =>
    spawnSync('unshare', ['-rm', 'sh', '-c', command, 'sh', folder, ...more], { encoding: 'utf8', timeout: 50_000 });
  if (process.platform !== 'linux' || shell('mount -t tmpfs tmpfs "$1"').status !== 0)
    skipOrFail(context, 'no private mount (unshare -rm) here, so no disk can be filled');
  const child = shell(script, process.execPath, join(here, 'fill-disk.ts'));
  expect(child.stderr).toBe('');
  const said = JSON.parse(child.stdout) as Record<string, unknown>;
  expect(said).toEqual({
    refused: 'store-full',
    blobRefused: 'store-full',
    others: 'told too',
    kept: true,
    goesOn: true,
    reopened: true,
  });
}, 60_000);
