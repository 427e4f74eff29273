// `npm start` before a store that this version must not touch: a calm page, and the folder as it was.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { places } from '../../../electron/headless.ts';
import { loadSqlite } from '../../../electron/store/load-sqlite.ts';
import { openStore } from '../../../electron/store/open-store.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const root = path.resolve(import.meta.dirname, '../../..');
let running: ChildProcess | undefined;
afterEach(() => running?.kill('SIGKILL'));

/** A store of ours whose version number is one that nobody has written yet. */
async function newerStore(): Promise<string> {
  const folder = await tempFolder('newer');
  const opened = await openStore({ folder, worker: places.storeWorker });
  if (!opened.ok) throw new Error(opened.refusal.code);
  await opened.value.close();
  const Database = await loadSqlite();
  if (!Database.ok) throw new Error(Database.refusal.code);
  const db = new Database.value(path.join(folder, 'hoidong.db'));
  db.pragma('user_version = 9000');
  db.close();
  return folder;
}

function start(folder: string, ...words: readonly string[]) {
  const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' };
  running = spawn(process.execPath, [path.join(root, 'electron/start.mjs'), '--data', folder, ...words], { env });
  let told = '';
  const took = (text: Buffer) => {
    told += text.toString('utf8');
  };
  running.stdout?.on('data', took);
  running.stderr?.on('data', took);
  return { child: running, told: () => told };
}

test('[CL5] a store of a newer version is a calm page in both languages, and stays as it is', {
  timeout: 90_000,
}, async () => {
  const folder = await newerStore();
  const before = await readFile(path.join(folder, 'hoidong.db'));
  const { told } = start(folder);
  await expect.poll(() => /http:\/\/127\.0\.0\.1:\d+\//.exec(told())?.[0], { timeout: 80_000 }).toBeDefined();
  const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(told())?.[0] ?? '';
  const answer = await fetch(url);
  const page = await answer.text();
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page).toContain('store-newer');
  expect(page).toMatch(/mới hơn/);
  expect(page).toMatch(/newer/);
  expect(page).not.toMatch(/Error|at file:/);
  expect(await readFile(path.join(folder, 'hoidong.db'))).toEqual(before);
});

test('[CL5] without a browser the sentence is printed and the exit code is 1', { timeout: 90_000 }, async () => {
  const { child, told } = start(await newerStore(), '--no-open');
  const code = await new Promise((ended) => child.on('close', ended));
  expect(code).toBe(1);
  expect(told()).toMatch(/newer/);
});
