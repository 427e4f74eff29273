// Search in the evidence of a session at one real host: what is found and where, as it is read, and by whom never.
import { expect, onTestFinished, test } from 'vitest';
import type { Hash } from '../../shared/base/ids.ts';
import type { Client } from '../../shared/contract/client.ts';
import type { SearchHit } from '../../shared/contract/evidence-methods.ts';
import type { SessionForm } from '../../shared/contract/methods.ts';
import type { Views } from '../../shared/contract/views.ts';
import { pdfOf } from '../helpers/made-files.ts';
import { declareAs, withRules } from './host-council-given.ts';
import { declare, joined, type Meeting, opened, pageNo, platformNo } from './host-meeting.ts';
import { clientTo, codeOf, granted, type Room, room } from './host-room.ts';
import { tracesIn } from './leak-traces.ts';

const OUT = 3;
const OTHER = 4;
/** In the own file of the first platform only. */
const WORD = 'SIMRUOU4471';
type Reading = Views['reading']['value'];

const put = async ({ headless }: Room, bytes: Uint8Array | string): Promise<Hash> =>
  granted(await headless.store.putBlob([Buffer.from(bytes)], { maxBytes: 1_000_000 })).sha256 as Hash;
const evidence = (sha256: Hash, title: string): SessionForm['platforms'][number]['evidence'][number] => ({
  sha256,
  title,
  kind: 'enterprise-dossier',
  supplier: '',
  date: '2026-10-01',
  label: 'internal',
  criteria: [],
});

/** Two platforms: the first with a PDF of its own and a scan, both with one text in common, the second with another. */
async function given() {
  const at = await room();
  const files = {
    own: await put(at, await pdfOf(['Mở đầu', `Kết quả kiểm thử tải ${WORD}`, 'Phụ lục'])),
    scan: await put(at, Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex')),
    common: await put(at, 'Biên bản kiểm thử tải chung'),
    other: await put(at, 'Kiểm thử tải của nền tảng hai'),
  };
  const form = withRules({}, 2);
  const platforms = form.platforms.map((platform, index) => ({
    ...platform,
    evidence:
      index === 0
        ? [evidence(files.own, 'Báo cáo'), evidence(files.scan, 'Ảnh'), evidence(files.common, 'Chung')]
        : [evidence(files.common, 'Chung'), evidence(files.other, 'Khác')],
  }));
  const meeting = await opened(await joined(at, { ...form, platforms }));
  await declare(meeting);
  return { at, meeting, files };
}

/** Everything that a watch of the progress was told; stopped with the test. */
function watched(client: Client, book: string): Reading[] {
  const told: Reading[] = [];
  onTestFinished(client.watch('reading', { book }, (value) => told.push(granted(value))));
  return told;
}
const whole = async (told: readonly Reading[]): Promise<Reading | undefined> => {
  await expect.poll(() => told.length > 0 && told.at(-1)?.done === told.at(-1)?.total, { timeout: 20_000 }).toBe(true);
  return told.at(-1);
};
const search = async (client: Client, { book }: Meeting, text: string) =>
  granted(await client.call('evidence.search', { book, text }));
const placesOf = (hits: readonly SearchHit[], { book: _, ...meeting }: Meeting) =>
  hits.map(({ platform, number, page }) => [platform === platformNo(meeting as Meeting) ? 1 : 2, number, page ?? 0]);

test('[SE11] evidence is read while somebody looks on, with progress; hits name file, page and words', async () => {
  const { at, meeting, files } = await given();
  const { book, desk } = meeting;
  const told = watched(desk, book);
  expect(await whole(told)).toEqual({ done: 4, total: 4, unread: [{ sha256: files.scan, code: 'reading-kind' }] });
  expect(told[0]).toEqual({ done: 0, total: 4, unread: [] });
  expect(told.map(({ done }) => done)).toEqual([...told.map(({ done }) => done)].sort());
  const { hits, more } = await search(desk, meeting, 'kiem thu tai');
  expect(more).toBe(false);
  expect(placesOf(hits, meeting)).toEqual([
    [1, 1, 2],
    [1, 3, 0],
    [2, 1, 0],
    [2, 2, 0],
  ]);
  expect(hits[0]).toMatchObject({
    sha256: files.own,
    title: 'Báo cáo',
    around: ['Kết quả ', 'kiểm thử tải', ` ${WORD}`],
  });
  // A newer file follows by itself.
  const sha256 = await put(at, 'Bổ sung: kiểm thử tải lần hai');
  const items = [{ ...evidence(sha256, 'Bổ sung') }];
  granted(await desk.call('evidence.add-many', { book, platform: platformNo(meeting), items }));
  await expect.poll(() => told.at(-1)?.total).toBe(5);
  await whole(told);
  expect((await search(desk, meeting, '"tai lan hai"')).hits.map(({ title }) => title)).toEqual(['Bổ sung']);
  // A newer revision takes the place of the one before.
  const revises = (await search(desk, meeting, 'bo sung')).hits[0]?.evidence as never;
  const newer = [{ ...evidence(await put(at, 'Bản sửa'), 'Bổ sung'), revises }];
  granted(await desk.call('evidence.add-many', { book, platform: platformNo(meeting), items: newer }));
  await expect.poll(async () => (await search(desk, meeting, 'ban sua')).hits.length, { timeout: 20_000 }).toBe(1);
  expect((await search(desk, meeting, '"tai lan hai"')).hits).toEqual([]);
});

test('[SE11] a search by itself begins the reading', async () => {
  const { meeting } = await given();
  const found = async () => (await search(pageNo(meeting, OTHER).client, meeting, WORD)).hits.length;
  await expect.poll(found, { timeout: 20_000 }).toBe(1);
});

test('[SE12] a recused seat gets no hit, progress or plain stretch of what is closed to it; everybody else all', async () => {
  const { at, meeting, files } = await given();
  const { book, desk } = meeting;
  await whole(watched(desk, book));
  const page = pageNo(meeting, OUT).client;
  const other = pageNo(meeting, OTHER).client;
  const plain = async (client: Client, sha256: Hash) =>
    codeOf(await client.call('evidence.plain', { book, sha256, part: 1, from: 0 }));
  expect((await search(page, meeting, WORD)).hits).toHaveLength(1);
  expect(await plain(page, files.own)).toBe('reading-kind');
  const before = await search(other, meeting, 'kiem thu tai');

  expect(await declareAs(meeting, OUT, true)).toBe('ok');
  const from = at.said.length;
  const told = watched(page, book);
  expect(await whole(told)).toEqual({ done: 2, total: 2, unread: [] });
  expect(await search(page, meeting, WORD)).toEqual({ hits: [], more: false });
  expect(placesOf((await search(page, meeting, 'kiem thu tai')).hits, meeting)).toEqual([
    [2, 1, 0],
    [2, 2, 0],
  ]);
  expect([await plain(page, files.own), await plain(page, files.scan)]).toEqual([
    'blob-not-of-book',
    'blob-not-of-book',
  ]);
  expect(await plain(page, files.common)).toBe('ok');
  expect([await search(other, meeting, 'kiem thu tai'), await plain(other, files.common)]).toEqual([before, 'ok']);
  // What is read of a closed platform from now on is not even told by how often something is told.
  const sha256 = await put(at, `thêm ${WORD}`);
  granted(
    await desk.call('evidence.add-many', { book, platform: platformNo(meeting), items: [evidence(sha256, 'Thêm')] }),
  );
  await expect.poll(async () => (await search(other, meeting, WORD)).hits.length, { timeout: 20_000 }).toBe(2);
  expect(told).toHaveLength(1);
  const heard = at.said.slice(from).filter(({ link, way }) => link === `seat ${OUT}` && way === 'down');
  const secrets = new Map([
    ['word', WORD],
    ['own', files.own],
    ['scan', files.scan],
    ['added', sha256],
  ]);
  expect(heard.length).toBeGreaterThan(4);
  expect(heard.flatMap(({ text }) => tracesIn(text, secrets))).toEqual([]);
});

test('[SE12] a stranger gets nothing, a file that is not of the book is not read, and no log carries what was read', async () => {
  const { at, meeting, files } = await given();
  const { book, desk } = meeting;
  await whole(watched(desk, book));
  await search(desk, meeting, WORD);
  const stranger = clientTo(at, 'stranger');
  expect(codeOf(await stranger.call('evidence.search', { book, text: WORD }))).not.toBe('ok');
  expect(codeOf(await stranger.call('evidence.plain', { book, sha256: files.common, part: 1, from: 0 }))).not.toBe(
    'ok',
  );
  const refused: string[] = [];
  stranger.watch('reading', { book }, (value) => refused.push(codeOf(value)));
  await expect.poll(() => refused.length).toBe(1);
  expect(refused).not.toContain('ok');
  const loose = await put(at, 'không thuộc sổ');
  expect(codeOf(await desk.call('evidence.plain', { book, sha256: loose, part: 1, from: 0 }))).toBe('blob-not-of-book');
  expect(await desk.call('evidence.plain', { book, sha256: files.common, part: 1, from: 0 })).toEqual({
    ok: true,
    value: { of: 'blocks', blocks: [{ is: 'paragraph', text: 'Biên bản kiểm thử tải chung' }], from: 0, total: 1 },
  });
  for (const word of [WORD, 'Biên bản', 'kiểm thử']) expect(at.log.join('\n')).not.toContain(word);
});
