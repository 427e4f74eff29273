// What lies on the disk: nothing readable where values are protected, and nothing at all of what was erased.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSqlite } from '../../../electron/store/load-sqlite.ts';
import { openStore } from '../../../electron/store/open-store.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { type Options, openedIn } from './opened-in.ts';
import { aesPair, bookOf, feedOf, granted, runOf, worker } from './samples.ts';

const book = bookOf('at rest');
const feed = feedOf('at rest');
const secret = 'Điều-không-ai-được-đọc-0123456789';

/** All bytes of all files of a folder. Only for a folder whose store runs in another thread's own file handles or is closed. */
const bytesIn = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path)),
  );
const has = (folder: string, text: string): boolean => bytesIn(folder).includes(Buffer.from(text));

/** Writes the secret wherever a text can go. */
async function plant(folder: string, options: Options) {
  const store = await openedIn(folder, { idleMs: 3_600_000, ...options });
  const run = runOf({ feed, bodies: [`a ${secret}`, secret.repeat(2_000)] });
  const entries = run.entries.map((entry) => ({ ...entry, head: `${entry.head} ${secret}` }));
  granted(await store.append(book, [{ ...run, entries }], { card: secret, ownFeeds: [{ feed, text: secret }] }));
  granted(await store.saveDraft(book, 's', 'p', 'i', secret));
  granted(await store.saveSetting('name', secret));
  const [first] = run.entries;
  if (first) granted(await store.saveCheckpoint(book, { head: first.hash, text: secret }));
  granted(await store.saveKey('seal', 'k', Buffer.from(secret)));
  return store;
}

test('[ST1] with a protecting pair no stored text is readable, neither in the files nor in their write-ahead files', async () => {
  const folder = tempFolder('at-rest');
  const store = await plant(folder, { protect: aesPair() });
  expect(readdirSync(folder)).toContain('hoidong.db-wal');
  expect(statSync(join(folder, 'hoidong.db-wal')).size).toBeGreaterThan(60_000);
  expect(has(folder, secret)).toBe(false);
  await store.close();
  expect(has(folder, secret)).toBe(false);
});

test('the same texts are found where nothing protects them, so that the search is worth something', async () => {
  const folder = tempFolder('at-rest');
  const store = await plant(folder, {});
  expect(has(folder, secret)).toBe(true);
  await store.close();
  expect(has(folder, secret)).toBe(true);
});

test('[ST1] a folder of another key is refused with a code, read as no other text, and still whole', {
  timeout: 30_000,
}, async () => {
  const folder = tempFolder('at-rest');
  const own = aesPair();
  const store = await plant(folder, { protect: own });
  await store.close();
  const code = async (options: Options): Promise<string> => {
    const opened = await openStore({ folder, worker, ...options });
    if (opened.ok) await opened.value.close();
    return opened.ok ? 'opened' : opened.refusal.code;
  };
  expect(await code({ protect: aesPair() })).toBe('store-unreadable');
  // Without a key its secret would be read as another one, and what is added would lie in clear among what is covered.
  expect(await code({})).toBe('data-key-elsewhere');
  const again = await openedIn(folder, { protect: own });
  expect(await again.readDrafts(book, 's', 'p')).toEqual([{ item: 'i', text: secret }]);
  expect(await again.readSetting('name')).toBe(secret);
});

test('[ST1] a folder begun in clear is not opened under a key', async () => {
  const folder = tempFolder('at-rest');
  await (await plant(folder, {})).close();
  const opened = await openStore({ folder, worker, protect: aesPair() });
  expect(opened).toMatchObject({ ok: false, refusal: { code: 'store-unreadable' } });
});

test('[ST1] a value moved to another row is a fault with a code: each is bound to its place', async () => {
  const folder = tempFolder('at-rest');
  const protect = aesPair();
  const before = await openedIn(folder, { protect });
  granted(await before.saveSetting('a', 'một'));
  granted(await before.saveSetting('b', 'hai'));
  granted(await before.append(book, [runOf({ feed, bodies: ['một', 'hai'] })]));
  await before.close();
  const sqlite = granted(await loadSqlite());
  const db = new sqlite(join(folder, 'hoidong.db'));
  db.exec("UPDATE settings SET value = (SELECT value FROM settings WHERE name = 'b') WHERE name = 'a'");
  db.exec('UPDATE entries SET body = (SELECT body FROM entries ORDER BY place DESC LIMIT 1)');
  db.close();

  const after = await openedIn(folder, { protect });
  await expect(after.readSetting('a')).rejects.toThrow('store-unreadable');
  await expect(after.readBook(book)).rejects.toThrow('store-unreadable');
  expect(await after.readSetting('b')).toBe('hai');
});

test('[ST2] an erased body is gone from the disk, and so is the checkpoint that held it', async () => {
  const folder = tempFolder('at-rest');
  const store = await openedIn(folder, { idleMs: 3_600_000 });
  const bodies = Array.from({ length: 40 }, (_, index) =>
    index === 20 ? secret.repeat(800) : `other ${index} `.repeat(900),
  );
  const run = runOf({ feed, bodies: [...bodies, `short ${secret}`] });
  granted(await store.append(book, [run]));
  const head = run.entries[20]?.hash;
  if (head) granted(await store.saveCheckpoint(book, { head, text: secret }));
  expect(has(folder, secret)).toBe(true);

  granted(await store.eraseBody(book, feed, 21));
  granted(await store.eraseBody(book, feed, 41));
  expect(has(folder, secret)).toBe(false);
  await store.check();
  expect((await store.readBook(book))[0]?.entries.filter((entry) => entry.body === null)).toHaveLength(2);
});

test('[ST3] a dropped key is gone from the disk when the promise resolves', async () => {
  const folder = tempFolder('at-rest');
  const store = await openedIn(folder, { idleMs: 3_600_000 });
  for (const id of ['a', 'b', 'c']) granted(await store.saveKey('seal', id, Buffer.from(`${secret}-${id}`)));
  expect(has(folder, `${secret}-b`)).toBe(true);
  granted(await store.dropKey('seal', 'b'));
  expect(has(folder, `${secret}-b`)).toBe(false);
  expect(await store.listKeys('seal')).toEqual(['a', 'c']);
});
