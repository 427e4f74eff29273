// Files between two machines: by hash, in pieces, first what is looked at, resumed where they were cut, only where allowed.
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PIECE } from '../../electron/exchange/messages.ts';
import type { SeatId } from '../../shared/base/ids.ts';
import {
  breath,
  type Machine,
  messagesIn,
  openStage,
  roomOn,
  type Stage,
  sameHeads,
  seatOf,
  trusting,
  until,
} from './exchange-stage.ts';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(async () => await stage.close());

async function keep({ store }: Machine, bytes: Uint8Array): Promise<string> {
  const put = await store.putBlob([bytes], { maxBytes: 1e9 });
  if (!put.ok) throw new Error(put.refusal.code);
  return put.value.sha256;
}
const nameBoth = (
  machines: readonly Machine[],
  book: never,
  sha256: string,
  size: number,
  closedTo?: SeatId[],
): void => {
  for (const { replica } of machines) replica.nameFile(book, sha256, size, closedTo);
};

/** A host with a file of so many bytes and a member who lacks it. */
async function withFiles(sizes: readonly number[], closedTo: readonly SeatId[] = []) {
  const { host, book, seats } = await roomOn(stage, 1);
  const [{ own }] = seats;
  const files: string[] = [];
  for (const size of sizes) {
    const sha256 = await keep(host, randomBytes(size));
    nameBoth([host, own], book as never, sha256, size, [...closedTo]);
    files.push(sha256);
  }
  return { host, own, book, files, near: { grants: trusting([book]) } };
}
const parts = ({ disk }: Machine): string[] => readdirSync(join(disk.folder, 'parts'));
const has = (own: Machine, sha256: string) => () => own.replica.hasFile(sha256);
const getsIn = (texts: Parameters<typeof messagesIn>[0]) => messagesIn(texts).filter((each) => 'get' in each);

test('[XC12] files of every size arrive whole, the empty one too', async () => {
  const { host, own, files, near } = await withFiles([0, 1, PIECE - 1, PIECE, PIECE + 1, 5 * PIECE + 7]);
  stage.link(own, host, { near });
  for (const sha256 of files) await until(stage, has(own, sha256), sha256);
  await until(stage, () => parts(own).length === 0, 'no part is left');
});

test('[XC12] what is looked at comes first, before what is large and was begun', async () => {
  const { host, own, book, files, near } = await withFiles([30 * PIECE, 30 * PIECE, 3 * PIECE, 2 * PIECE]);
  const { near: exchange, texts } = stage.link(own, host, { near });
  await until(stage, () => getsIn(texts).length > 2, 'it has begun');
  exchange.want(book, files[3] ?? '');
  await until(stage, has(own, files[3] ?? ''), 'what is looked at');
  expect(await Promise.all(files.map((sha256) => own.replica.hasFile(sha256)))).toEqual([false, false, false, true]);
  expect(exchange.state().files.onWay.length).toBeGreaterThan(0);
});

test('[XC12] cut in the middle, a file goes on from where it stopped, also after a restart', async () => {
  const { host, own, book, files, near } = await withFiles([40 * PIECE]);
  const first = stage.link(own, host, { near });
  await until(stage, () => (first.near.state().files.onWay[0]?.at ?? 0) > 10 * PIECE, 'a quarter');
  first.cut();
  await breath();
  expect(parts(own)).toHaveLength(1);
  const again = await stage.machine('again', own.disk);
  again.replica.nameFile(book, files[0] ?? '', 40 * PIECE);
  const device = { near, far: { grants: trusting([book]) } };
  const second = stage.link(again, host, device);
  await until(stage, has(again, files[0] ?? ''), 'the rest');
  const gets = getsIn(second.texts);
  expect(gets.length).toBeLessThan(31);
  expect(gets[0]?.['at']).toBeGreaterThan(10 * PIECE);
});

test('[XC12] a part that is damaged on the disk is dropped, and the file fetched anew', async () => {
  const { host, own, files, near } = await withFiles([6 * PIECE]);
  const first = stage.link(own, host, { near });
  await until(stage, () => (first.near.state().files.onWay[0]?.at ?? 0) > PIECE, 'begun');
  first.cut();
  await breath();
  const [name] = parts(own);
  const path = join(own.disk.folder, 'parts', name ?? '');
  const bytes = readFileSync(path);
  bytes[5] = (bytes[5] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  const second = stage.link(own, host, { near });
  await until(stage, () => second.near.state().refused.some(({ why }) => why.code === 'blob-mismatch'), 'noticed');
  await until(stage, () => parts(own).length === 0, 'no part is left');
  second.cut();
  stage.link(own, host, { near });
  await until(stage, has(own, files[0] ?? ''), 'anew');
});

test('[XC12] other bytes than were promised are kept nowhere', async () => {
  const { host, own, book, near } = await withFiles([]);
  const wrong = randomBytes(3 * PIECE);
  const promised = createHash('sha256').update('another').digest('hex');
  for (const { replica } of [host, own]) replica.nameFile(book, promised, wrong.length);
  const lying = {
    ...host.replica,
    readFile: async (_: string, start: number, end: number) => wrong.subarray(start, end),
  };
  const { near: exchange } = stage.link(own, host, { near, far: { replica: lying } });
  await until(stage, () => exchange.state().refused.some(({ why }) => why.code === 'blob-mismatch'), 'noticed');
  expect([await own.replica.hasFile(promised), parts(own)]).toEqual([false, []]);
});

test('[XC13] a file that is closed to a seat does not go to it, whatever it asks, and looks like one that is not there', async () => {
  const { host, own, files, near } = await withFiles([PIECE], [seatOf(2) as SeatId]);
  const { texts, near: exchange } = stage.link(own, host, { near });
  exchange.want('' as never, files[0] ?? '');
  await until(stage, () => messagesIn(texts).some((each) => 'none' in each), 'answered');
  await breath();
  expect(await own.replica.hasFile(files[0] ?? '')).toBe(false);
  expect(messagesIn(texts).some((each) => 'piece' in each)).toBe(false);
});

test('[XC12] two links share one file under way, and what comes to one is told on the other', async () => {
  const { host, own, book, files, near } = await withFiles([20 * PIECE]);
  const [sha256 = ''] = files;
  const hub = await stage.machine('hub');
  hub.replica.nameFile(book, sha256, 20 * PIECE);
  const granted = { grants: trusting([book]) };
  const one = stage.link(own, host, { near });
  const two = stage.link(own, hub, { near: granted, far: granted });
  await until(stage, has(own, sha256), 'at the member');
  await until(stage, has(hub, sha256), 'and from there at the hub');
  await until(stage, () => sameHeads(own, hub, book), 'and the book');
  const asked = getsIn(one.texts).length + getsIn(two.texts).filter((each) => each).length;
  expect(asked).toBeLessThanOrEqual(46);
});
