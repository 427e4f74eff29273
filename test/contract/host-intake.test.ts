// Evidence by the hundred through the real door into the real store: measured, killed in the middle, swept when unused.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LOOSE_LIFE } from '../../electron/host/loose-files.ts';
import { seeded } from '../helpers/seed.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { declare, joined, pageNo, platformNo } from './host-meeting.ts';
import { codeOf, deskOf, granted, openRoom, room, seen } from './host-room.ts';
import { itemOf, killIntake, measureIntake } from './intake.ts';

const MB = 1024 * 1024;
const FULL = { maxBytes: 1_000_000 };

test('[IT1] 300 files are taken in over HTTP in bounded memory, and go into the book as one commit', async () => {
  const folder = join(tempFolder('intake'), 'data');
  const seen = await measureIntake(folder, 300, 60 * MB, seeded('intake'));
  console.log(
    `${seen.files} files, ${Math.round(seen.sent / MB)} MB in ${Math.round(seen.takeMs)} ms; one commit in ${Math.round(seen.addMs)} ms; RSS grew by ${Math.round(seen.growth / MB)} MB over ${Math.round(seen.first / MB)} MB`,
  );
  expect(seen.files).toBe(300);
  expect(seen.steps).toBe(300);
  expect(granted(seen.added).added.map(({ number }) => number)).toEqual(Array.from({ length: 300 }, (_, at) => at + 1));
  expect(seen.growth).toBeLessThan(150 * MB);
}, 120_000);

test('[IT2] a host killed in the middle of an intake leaves no half file and no half list, and the rest is taken in again', async () => {
  const folder = join(tempFolder('intake'), 'data');
  const { kills, faults, again, inBook } = await killIntake(folder, 120, 12 * MB, 4, seeded('intake kill'));
  expect(faults).toEqual([]);
  expect(kills).toBeGreaterThan(1);
  expect(['ok', 'evidence-same']).toContain(codeOf(again));
  expect(inBook).toBe(120);
}, 120_000);

test('[IT3] an item and its revisions keep one number; what is wrong in one item leaves the book as it was', async () => {
  const meeting = await joined(await room(), undefined, [3]);
  const { at, desk, book } = meeting;
  const platform = platformNo(meeting);
  const put = async (text: string) => granted(await at.headless.store.putBlob([Buffer.from(text)], FULL));
  const [a, b, c] = [await put('một'), await put('hai'), await put('ba')];
  const add = async (...items: readonly object[]) =>
    await desk.call('evidence.add-many', { book, platform, items: items as never });
  const list = async () => (await seen(desk, 'session', { book })).platforms[0]?.evidence ?? [];

  const { added } = granted(await add(itemOf(1, a), itemOf(2, b)));
  const revises = added[0]?.evidence ?? '';
  expect(granted(await add({ ...itemOf(3, c), title: 'Tệp 1, bản sửa', revises })).added).toEqual([
    { evidence: revises, number: 1 },
  ]);
  expect(await list()).toMatchObject([
    { number: 1, revision: 2, sha256: c.sha256, earlier: [{ revision: 1, sha256: a.sha256, title: 'Tệp 1' }] },
    { number: 2, revision: 1, earlier: [] },
  ]);
  // Every seat can open every revision, as long as the platform is not closed to it.
  const { client } = pageNo(meeting, 3);
  const open = async (file: { readonly sha256: string }) => codeOf(await client.call('blob.open', { book, ...file }));
  expect([await open({ sha256: a.sha256 }), await open({ sha256: c.sha256 })]).toEqual(['ok', 'ok']);

  const before = await list();
  const [d, e] = [await put('bốn'), await put('năm')];
  const wrong: readonly (readonly [string, readonly object[]])[] = [
    ['evidence-same', [itemOf(4, d), itemOf(5, b)]],
    ['evidence-same', [itemOf(4, d), itemOf(5, a)]],
    ['evidence-twice', [itemOf(4, d), itemOf(5, d)]],
    [
      'evidence-revised-twice',
      [
        { ...itemOf(4, d), revises },
        { ...itemOf(5, e), revises },
      ],
    ],
    ['evidence-unknown', [itemOf(4, d), { ...itemOf(5, e), revises: '0'.repeat(16) }]],
    ['evidence-not-uploaded', [itemOf(4, d), itemOf(5, { sha256: 'ab'.repeat(32) })]],
    ['evidence-secret', [itemOf(4, d), { ...itemOf(5, e), title: 'Báo cáo (Tối mật)' }]],
    ['evidence-title-missing', [itemOf(4, d), { ...itemOf(5, e), title: ' ' }]],
  ];
  for (const [code, items] of wrong) {
    expect(codeOf(await add(...items))).toBe(code);
    expect(await list()).toEqual(before);
  }
  expect(
    codeOf(await desk.call('evidence.add-many', { book, platform: '0'.repeat(16), items: [itemOf(4, d) as never] })),
  ).toBe('platform-unknown');

  // A recusal closes the old revisions with the new ones.
  await declare(meeting, [3]);
  expect([await open({ sha256: a.sha256 }), await open({ sha256: c.sha256 })]).toEqual([
    'blob-of-closed-platform',
    'blob-of-closed-platform',
  ]);
});

test('[IT4] a file that nothing names within a day is gone after the next start; what a book or a form names stays', async () => {
  const folder = join(tempFolder('sweep'), 'data');
  mkdirSync(folder);
  const start = Date.UTC(2026, 10, 20);
  let clock = start;
  const now = () => new Date(clock);
  const first = await openRoom(folder, { now });
  const byDoor = async (text: string) => granted(await first.headless.blobs.put(toPieces(text), 1_000));
  const [inBook, inForm, unused, late] = [
    await byDoor('sổ'),
    await byDoor('mẫu'),
    await byDoor('bỏ'),
    await byDoor('muộn'),
  ];
  const own = granted(await first.headless.store.putBlob([Buffer.from('tệp của máy')], FULL));
  const meeting = await joined(first, undefined, []);
  const { desk, book } = meeting;
  granted(
    await desk.call('evidence.add-many', { book, platform: platformNo(meeting), items: [itemOf(1, inBook) as never] }),
  );
  const { form } = granted(await desk.call('session.form', { book, as: 'edit' }));
  granted(await desk.call('session.draft.save', { form: draftOf(form, inForm.sha256) as never }));
  await first.headless.close();

  const held = async () => {
    const at = await openRoom(folder, { now });
    const kept = await Promise.all(
      [inBook, inForm, unused, late, own].map(async ({ sha256 }) => await at.headless.store.hasBlob(sha256)),
    );
    return { at, kept };
  };
  clock = start + LOOSE_LIFE;
  const early = await held();
  expect(early.kept).toEqual([true, true, true, true, true]);
  // Brought in once more, it waits a day from then.
  granted(await early.at.headless.blobs.put(toPieces('muộn'), 1_000));
  // What the host itself keeps is not loose because somebody brings the same bytes.
  granted(await early.at.headless.blobs.put(toPieces('tệp của máy'), 1_000));
  await early.at.headless.close();
  clock = start + LOOSE_LIFE + 1;
  const after = await held();
  expect(after.kept).toEqual([true, true, false, true, true]);
  expect(after.at.log.filter((line) => line.includes('loose'))).toEqual([
    `info loose files dropped {"dropped":1,"bytes":${unused.size}}`,
  ]);
  await after.at.headless.close();
  clock = start + 3 * LOOSE_LIFE;
  const end = await held();
  expect(end.kept).toEqual([true, true, false, false, true]);
  await end.at.headless.close();
  expect(readdirSync(join(folder, 'blobs'))).toHaveLength(3);
});

test('[IT4] a file that a crash left whole before anything knew of it is gone after the next start', async () => {
  const folder = join(tempFolder('sweep'), 'data');
  mkdirSync(folder);
  const first = await openRoom(folder);
  const known = granted(await first.headless.blobs.put(toPieces('biết'), 1_000));
  await first.headless.close();
  writeFileSync(join(folder, 'blobs', 'ab'.repeat(32)), 'toàn vẹn mà chưa ghi');
  const after = await openRoom(folder);
  expect(await after.headless.store.hasBlob(known.sha256)).toBe(true);
  await after.headless.close();
  expect(readdirSync(join(folder, 'blobs'))).toHaveLength(1);
});

test('[IT9] an uploaded file is known by its bytes, and a list is read; how its columns were understood is remembered', async () => {
  const at = await room();
  const desk = await deskOf(at);
  const put = async (text: string) => granted(await at.headless.blobs.put(toPieces(text), 1_000)).sha256;
  expect(granted(await desk.call('evidence.look', { sha256: await put('%PDF-1.7\n%âãÏÓ\n') }))).toMatchObject({
    mediaType: 'application/pdf',
  });
  expect(codeOf(await desk.call('evidence.look', { sha256: 'ab'.repeat(32) }))).toBe('blob-missing');

  const rows = ['Cột A,Cột B,Cột C', 'a.pdf,Báo cáo,Trung tâm', 'b.pdf,Sơ đồ,'];
  const sha256 = await put(rows.join('\n'));
  const first = granted(await desk.call('evidence.read-list', { sha256, name: 'ds.csv' }));
  expect(first.rows).toEqual([]);
  expect(first.headings).toEqual(['Cột A', 'Cột B', 'Cột C']);
  const columns = [
    { field: 'file', column: 1 },
    { field: 'title', column: 2 },
  ] as const;
  const mapping = { ...first.mapping, columns: [...columns] };
  const chosen = granted(await desk.call('evidence.read-list', { sha256, name: 'ds.csv', mapping }));
  expect(chosen).toMatchObject({ mapped: 'chosen', rows: [{ file: 'a.pdf', title: 'Báo cáo' }, { file: 'b.pdf' }] });
  // Another list with the same headings, and a guess where the headings are others.
  const other = await put([rows[0], 'c.pdf,Nhật ký,'].join('\n'));
  expect(granted(await desk.call('evidence.read-list', { sha256: other, name: 'ds2.csv' }))).toMatchObject({
    mapped: 'remembered',
    rows: [{ row: 2, file: 'c.pdf', title: 'Nhật ký' }],
  });
  const strange = await put('Một,Hai\nc.pdf,Nhật ký');
  expect(granted(await desk.call('evidence.read-list', { sha256: strange, name: 'ds3.csv' })).rows).toEqual([]);
});

test('[IT3] an edit of the session that gives an item other bytes writes a revision into the same book', async () => {
  const meeting = await joined(await room(), undefined, []);
  const { at, desk, book } = meeting;
  const put = async (text: string) => granted(await at.headless.store.putBlob([Buffer.from(text)], FULL));
  const [a, b] = [await put('một'), await put('hai')];
  const platform = platformNo(meeting);
  granted(await desk.call('evidence.add-many', { book, platform, items: [itemOf(1, a) as never] }));
  const { form } = granted(await desk.call('session.form', { book, as: 'edit' }));
  const edited = {
    ...form,
    platforms: form.platforms.map((each) => ({
      ...each,
      evidence: each.evidence.map((item) => ({ ...item, sha256: b.sha256 as never })),
    })),
  };
  expect(granted(await desk.call('session.edit', { book, form: edited, replace: false }))).toEqual({
    book,
    replaced: false,
  });
  expect((await seen(desk, 'session', { book })).platforms[0]?.evidence).toMatchObject([
    { number: 1, revision: 2, sha256: b.sha256, earlier: [{ revision: 1, sha256: a.sha256 }] },
  ]);
});

async function* toPieces(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** A form that is still being filled in, and holds one file that is in no book. */
const draftOf = (form: { readonly rules: unknown }, sha256: string) => ({
  kind: 'session',
  subject: '',
  superior: '',
  council: '',
  decisionNumber: '',
  decisionDate: '',
  decisionBody: '',
  place: '',
  symbol: '',
  criteria: '',
  thresholds: {},
  members: [],
  platforms: [
    {
      key: 1,
      name: '',
      owner: '',
      enterprise: '',
      address: '',
      measured: {},
      evidence: [{ ...itemOf(1, { sha256 }), key: 2, fileName: 'a.pdf', size: 1, date: '', criteria: '' }],
    },
  ],
  rules: form.rules,
  nextKey: 3,
});
