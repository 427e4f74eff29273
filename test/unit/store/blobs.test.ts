// Evidence and PDFs: streamed in, found by hash, half of one never seen.
import { createHash, createHmac } from 'node:crypto';
import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { seeded } from '../../helpers/seed.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { openedIn } from './opened-in.ts';
import { aesPair, granted } from './samples.ts';

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const limits = { maxBytes: 10_000_000 };
const filesIn = (folder: string): string[] => readdirSync(join(folder, 'blobs'));

test('[ST10] a blob is found by its SHA-256 after the store was opened again, under a name that does not tell it', async () => {
  const folder = tempFolder('blobs');
  const bytes = seeded('blob').bytes(200_000);
  const protect = aesPair();
  const before = await openedIn(folder, { protect });
  const sha256 = digest(bytes);
  const parts = [bytes.subarray(0, 70_001), bytes.subarray(70_001)];
  expect(await before.putBlob(Readable.from(parts), limits)).toEqual({ ok: true, value: { sha256, size: 200_000 } });
  expect(await before.putBlob(parts, limits)).toEqual({ ok: true, value: { sha256, size: 200_000 } });
  const secret = await before.readKey('folder', 'blob-names');
  await before.close();

  const after = await openedIn(folder, { protect });
  const opened = granted(await after.openBlob(sha256));
  expect(opened.size).toBe(200_000);
  expect((await buffer(opened.stream)).equals(bytes)).toBe(true);
  expect(await after.hasBlob(sha256)).toBe(true);
  if (!secret) throw new Error('no secret');
  const name = createHmac('sha256', secret).update(Buffer.from(sha256, 'hex')).digest('hex');
  expect(filesIn(folder)).toEqual([name]);
});

test('a range gives those bytes only, and one outside is refused', async () => {
  const store = await openedIn(tempFolder('blobs'));
  const bytes = Buffer.from('0123456789');
  const { sha256 } = granted(await store.putBlob([bytes], limits));
  const read = async (range: { start?: number; end?: number }) =>
    (await buffer(granted(await store.openBlob(sha256, range)).stream)).toString();
  expect(await read({ start: 2, end: 4 })).toBe('234');
  expect(await read({ start: 7 })).toBe('789');
  expect(await read({ end: 0 })).toBe('0');
  expect(await read({ start: 8, end: 99 })).toBe('89');
  const outside = { ok: false, refusal: { code: 'range-outside', params: { size: 10 } } };
  expect(await store.openBlob(sha256, { start: 10 })).toEqual(outside);
  expect(await store.openBlob(sha256, { start: 4, end: 2 })).toEqual(outside);
  const empty = granted(await store.putBlob([], limits));
  expect((await buffer(granted(await store.openBlob(empty.sha256)).stream)).byteLength).toBe(0);
});

test('[ST11] what is too long, is another file than was promised, or breaks off leaves nothing behind', async () => {
  const folder = tempFolder('blobs');
  const store = await openedIn(folder);
  let pulled = 0;
  function* endless() {
    for (;;) {
      pulled++;
      yield new Uint8Array(1_000);
    }
  }
  const long = await store.putBlob(endless(), { maxBytes: 5_000 });
  expect(long).toEqual({ ok: false, refusal: { code: 'blob-too-large', params: { maxBytes: 5_000 } } });
  expect(pulled).toBe(6);

  const expectedSha256 = digest(Buffer.from('other'));
  const wrong = await store.putBlob([Buffer.from('this')], { ...limits, expectedSha256 });
  const found = digest(Buffer.from('this'));
  expect(wrong).toEqual({ ok: false, refusal: { code: 'blob-mismatch', params: { expected: expectedSha256, found } } });

  async function* breaking() {
    yield new Uint8Array(10);
    await Promise.resolve();
    throw new Error('the line broke');
  }
  await expect(store.putBlob(breaking(), limits)).rejects.toThrow('the line broke');
  expect(filesIn(folder)).toEqual([]);
  expect(await store.openBlob(found)).toEqual({
    ok: false,
    refusal: { code: 'blob-missing', params: { sha256: found } },
  });
});

test('[ST11] a half file of a crash is removed at the next opening, and one cut short later is not taken for whole', async () => {
  const folder = tempFolder('blobs');
  const before = await openedIn(folder);
  const { sha256 } = granted(await before.putBlob([Buffer.alloc(5_000, 1)], limits));
  await before.close();
  const [name = ''] = filesIn(folder);
  writeFileSync(join(folder, 'blobs', '7.half'), 'half');
  const after = await openedIn(folder);
  expect(filesIn(folder)).toEqual([name]);

  truncateSync(join(folder, 'blobs', name), 100);
  expect(await after.hasBlob(sha256)).toBe(false);
  expect((await after.openBlob(sha256)).ok).toBe(false);
  granted(await after.putBlob([Buffer.alloc(5_000, 1)], limits));
  expect(await after.sizeOfBlob(sha256)).toBe(5_000);
});

test('many at once keep apart, and a dropped one is gone', async () => {
  const folder = tempFolder('blobs');
  const store = await openedIn(folder);
  const all = await Promise.all([1, 2, 3, 4].map((n) => store.putBlob([Buffer.alloc(n * 1_000, n)], limits)));
  const blobs = all.map(granted);
  expect(filesIn(folder)).toHaveLength(4);
  for (const { sha256, size } of blobs) expect(await store.sizeOfBlob(sha256)).toBe(size);
  const [one] = blobs;
  if (!one) throw new Error('no blob');
  granted(await store.dropBlob(one.sha256));
  granted(await store.dropBlob(one.sha256));
  expect(await store.hasBlob(one.sha256)).toBe(false);
  expect(filesIn(folder)).toHaveLength(3);
});

test('a large file passes through without being held in memory', async () => {
  const store = await openedIn(tempFolder('blobs'));
  // Large beside what a collector of garbage may let lie for a while on a busy machine.
  const size = 400 * 1024 * 1024;
  const chunk = Buffer.alloc(1024 * 1024, 7);
  const before = process.memoryUsage.rss();
  let most = 0;
  function* source() {
    for (let sent = 0; sent < size; sent += chunk.byteLength) {
      most = Math.max(most, process.memoryUsage.rss() - before);
      yield chunk;
    }
  }
  const { sha256 } = granted(await store.putBlob(source(), { maxBytes: size }));
  const { stream } = granted(await store.openBlob(sha256));
  let seen = 0;
  for await (const part of stream) {
    seen += (part as Buffer).byteLength;
    most = Math.max(most, process.memoryUsage.rss() - before);
  }
  expect(seen).toBe(size);
  expect(most).toBeLessThan(size / 2);
}, 60_000);
