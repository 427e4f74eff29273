// The library at the host: drafts kept as typed, next versions, consultation, promulgation, and what is frozen for ever.
import { expect, test } from 'vitest';
import { LIBRARY_METHODS } from '../../shared/contract/criteria-library.ts';
import { METHODS, type MethodName } from '../../shared/contract/methods.ts';
import type { GroupDraft } from '../../shared/criteria/set-draft.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { joined } from './host-meeting.ts';
import { clientTo, codeOf, deskOf, granted, openRoom, room, SET, SET_HASH } from './host-room.ts';
import { DECISION, DRAFT, inForce, OWN, own, rowOf, saved, UNSOUND, upload } from './library-given.ts';

test('[LB1] what is shipped is listed as it is, and may be neither saved over, nor promulgated, nor discarded', async () => {
  const desk = await deskOf(await room());
  const { rows, leftOut } = granted(await desk.call('library.list', {}));
  expect(rows).toMatchObject([{ key: SET_HASH, state: 'shipped', sample: true, groups: 1, criteria: 4, errors: 0 }]);
  expect(rows[0]?.text).toContain('Tiêu chí p1');
  expect(leftOut).toEqual([]);
  const key = SET_HASH;
  expect(granted(await desk.call('library.open', { key })).set).toEqual(SET);
  for (const refused of [
    await desk.call('library.save', { key, draft: DRAFT }),
    await desk.call('library.consult', { key, consultations: [] }),
    await desk.call('library.promulgate', { key, promulgation: DECISION }),
    await desk.call('library.sign', { key, pkcs12: '', password: '' }),
    await desk.call('library.discard', { key }),
  ])
    expect(codeOf(refused)).toBe('set-shipped');
});

test('[LB2] a draft is kept as it is typed, sound or not, and outlives the host', async () => {
  const folder = tempFolder('library');
  const first = await openRoom(folder);
  const desk = await deskOf(first);
  const sound = await saved(desk);
  const unsound = await saved(desk, UNSOUND);
  expect(await rowOf(desk, sound)).toMatchObject({ state: 'draft', from: 'written', errors: 0, criteria: 4 });
  const row = await rowOf(desk, unsound);
  expect(row?.errors).toBeGreaterThan(1);
  expect(row?.sha256).toBeUndefined();
  const typed = { ...UNSOUND, version: ' 2 ', legalBasis: ['', 'Luật  thử '] };
  expect(granted(await desk.call('library.save', { key: unsound, draft: typed })).key).toBe(unsound);
  await first.headless.close();

  const later = await deskOf(await room({}, folder));
  expect((await own(later)).map(({ key }) => key)).toEqual([sound, unsound]);
  expect(granted(await later.call('library.open', { key: unsound })).draft).toEqual(typed);
  expect(granted(await later.call('library.open', { key: sound })).set).toEqual(OWN);
  granted(await later.call('library.discard', { key: unsound }));
  expect(codeOf(await later.call('library.open', { key: unsound }))).toBe('set-unknown');
  expect(codeOf(await later.call('library.save', { key: unsound, draft: DRAFT }))).toBe('set-unknown');
});

test('[LB2] NFD, half characters and a version as long as a form allows are kept and can be listed again', async () => {
  const folder = tempFolder('library');
  const first = await openRoom(folder);
  const desk = await deskOf(first);
  const nfd = { ...DRAFT, name: { vi: 'Bộ tiêu chí'.normalize('NFD'), en: '' } };
  const key = await saved(desk, nfd);
  const torn = await saved(desk, { ...DRAFT, name: { vi: 'Bộ \ud800 tiêu chí', en: '' } });
  const long = await saved(desk, { ...DRAFT, version: `${'x'.repeat(59)}9` });
  const copy = granted(await desk.call('library.copy', { key: long })).key;
  expect((await rowOf(desk, key))?.name.vi).toBe('Bộ tiêu chí'.normalize('NFC'));
  expect(await own(desk)).toHaveLength(4);
  await first.headless.close();
  const later = await deskOf(await room({}, folder));
  expect((await own(later)).map((row) => row.key)).toEqual([key, torn, long, copy]);
  expect(granted(await later.call('library.list', {})).leftOut).toEqual([]);
  expect(granted(await later.call('library.open', { key })).draft).toEqual(nfd);
});

test('[LB3] a copy is a draft of the next free version of the same id, and says what it was made from', async () => {
  const desk = await deskOf(await room());
  const copyOf = async (key: string) => {
    const made = granted(await desk.call('library.copy', { key }));
    return { key: made.key, row: await rowOf(desk, made.key) };
  };
  const first = await copyOf(SET_HASH);
  expect(first.row).toMatchObject({ id: 'nho', version: '2', state: 'draft', sample: true });
  expect(first.row?.basedOn).toEqual({ key: SET_HASH, version: '1' });
  expect((await copyOf(SET_HASH)).row?.version).toBe('3');
  expect((await copyOf(first.key)).row).toMatchObject({ version: '4', basedOn: { key: first.key, version: '2' } });
  const { key } = await inForce(desk, { ...DRAFT, version: '2026.9 thử' });
  const next = await copyOf(key);
  expect(next.row).toMatchObject({ version: '2026.10 thử', state: 'draft' });
  // The decision was of that version and does not come along.
  expect(next.row?.promulgation).toBeUndefined();
  expect(codeOf(await desk.call('library.copy', { key: 'nothing' }))).toBe('set-unknown');
  expect((await copyOf(await saved(desk, { ...UNSOUND, version: 'bản đầu' }))).row?.version).toBe('bản đầu-2');
});

test('[LB4] a consultation is kept with a draft: whom, when, what came back, what was changed for it', async () => {
  const desk = await deskOf(await room());
  const key = await saved(desk);
  const asked = {
    ...{ key: 1, body: '  Bộ  B ', sentOn: '2026-10-01', letter: '12/CA', answeredOn: '', answer: '', handled: '' },
  };
  const answered = {
    ...asked,
    key: 2,
    body: 'Bộ C',
    answeredOn: '2026-10-20',
    answer: 'Nhất trí.\r\n',
    handled: 'Giữ.',
  };
  granted(await desk.call('library.consult', { key, consultations: [asked, answered] }));
  expect(await rowOf(desk, key)).toMatchObject({ consulted: 2, answered: 1 });
  expect(granted(await desk.call('library.open', { key })).consultations).toEqual([
    { ...asked, body: 'Bộ B' },
    { ...answered, answer: 'Nhất trí.' },
  ]);
  const refused = async (given: Partial<typeof asked>) =>
    await desk.call('library.consult', { key, consultations: [asked, { ...asked, ...given }] });
  expect(await refused({ body: ' ' })).toMatchObject({
    refusal: { code: 'consultation-body-missing', params: { number: 2 } },
  });
  expect(codeOf(await refused({ sentOn: '2026-02-30' }))).toBe('consultation-date-wrong');
  // Typing goes on without losing it.
  granted(await desk.call('library.save', { key, draft: { ...DRAFT, version: '1.1' } }));
  expect((await rowOf(desk, key))?.consulted).toBe(2);
});

test('[LB5] a promulgated version carries its decision in its hash and is frozen for ever', async () => {
  const at = await room();
  const desk = await deskOf(at);
  const key = await saved(desk);
  const before = await rowOf(desk, key);
  const file = { sha256: await upload(at, '%PDF-1.7 quyết định'), name: 'Quyết  định 15.pdf' };
  const promulgation = { number: ' 15/QĐ-CA', date: DECISION.date, body: 'Cục  A' };
  const { sha256 } = granted(await desk.call('library.promulgate', { key, promulgation, file }));
  const row = await rowOf(desk, key);
  expect(row).toMatchObject({ key, state: 'promulgated', promulgation: DECISION, sha256 });
  expect(sha256).not.toBe(before?.sha256);
  const record = granted(await desk.call('library.open', { key }));
  expect(record.draft).toBeUndefined();
  expect(record.set).toEqual({ ...OWN, promulgation: DECISION });
  expect(record.decisionFile).toMatchObject({ sha256: file.sha256, name: 'Quyết định 15.pdf' });
  expect(record.decisionFile?.url).toMatch(new RegExp(`^/blob/${file.sha256}\\?ticket=`));
  for (const refused of [
    await desk.call('library.save', { key, draft: DRAFT }),
    await desk.call('library.consult', { key, consultations: [] }),
    await desk.call('library.promulgate', { key, promulgation: { ...DECISION, number: '16/QĐ-CA' } }),
  ])
    expect(codeOf(refused)).toBe('set-frozen');
  expect(await rowOf(desk, key)).toEqual(row);
});

test('[LB5] what is unsound, a sample, taken or without its decision is not promulgated, and stays a draft', async () => {
  const at = await room();
  const desk = await deskOf(at);
  const put = async (key: string, promulgation: typeof DECISION = DECISION, file?: { sha256: string; name: string }) =>
    codeOf(await desk.call('library.promulgate', { key, promulgation, ...(file ? { file } : {}) } as never));
  const unsound = await saved(desk, UNSOUND);
  expect(await put(unsound)).toBe('set-unsound');
  expect(await put(await saved(desk, { ...DRAFT, sample: true }))).toBe('set-sample');
  await inForce(desk);
  const other = await saved(desk, { ...DRAFT, name: { vi: 'Tên khác', en: '' } });
  expect(await put(other)).toBe('set-version-taken');
  const key = await saved(desk, { ...DRAFT, version: '2.0' });
  expect(await put(key, { ...DECISION, body: ' ' })).toBe('promulgation-incomplete');
  expect(await put(key, DECISION, { sha256: '0'.repeat(64), name: 'a.pdf' })).toBe('decision-file-missing');
  const sha256 = await upload(at, 'x');
  expect(await put(key, DECISION, { sha256, name: 'QĐ 15 (MẬT).pdf' })).toBe('evidence-secret');
  expect(await put('nothing')).toBe('set-unknown');
  for (const each of [unsound, other, key]) expect((await rowOf(desk, each))?.state).toBe('draft');
});

test('[LB6] acts at the same time all stay, up to a hundred sets', async () => {
  const desk = await deskOf(await room());
  const many = async (count: number) =>
    await Promise.all(Array.from({ length: count }, () => desk.call('library.save', { draft: UNSOUND })));
  // A link has at most 64 calls under way.
  const made = [...(await many(60)), ...(await many(41))];
  expect(made.filter(({ ok }) => ok)).toHaveLength(100);
  expect(made.flatMap((each) => (each.ok ? [] : [each.refusal]))).toEqual([
    { code: 'library-full', params: { most: 100 } },
  ]);
  expect(await own(desk)).toHaveLength(100);
  const huge = { ...DRAFT, legalBasis: [], attribution: '', groups: Array.from({ length: 100 }, () => HUGE) };
  const [first] = await own(desk);
  expect(codeOf(await desk.call('library.save', { key: first?.key ?? '', draft: huge }))).toBe('set-too-large');
  expect((await rowOf(desk, first?.key ?? ''))?.savedAt).toBe(first?.savedAt);
});
const LONG = { vi: 'x'.repeat(4_000), en: 'y'.repeat(4_000) };
const [GROUP] = DRAFT.groups;
const HUGE: GroupDraft = {
  ...{ key: 1, id: 'g', name: LONG },
  criteria: (GROUP?.criteria ?? []).map((criterion) => ({ ...criterion, statement: LONG })),
};

test('[LB7] what another version has kept is not shown, is said, and is left alone', async () => {
  const at = await room();
  const { store } = at.headless;
  const desk = await deskOf(at);
  const key = await saved(desk);
  const place = ['0'.repeat(64) as never, 'desk', 'criteria-set/later', 'set'] as const;
  const later = JSON.stringify({ v: 2, key: 'later', state: 'repealed' });
  granted(await store.saveDraft(...place, later));
  granted(await store.saveSetting('criteria-library', JSON.stringify({ v: 1, keys: ['later', key] })));
  const { leftOut } = granted(await desk.call('library.list', {}));
  expect(leftOut).toEqual([{ file: '', why: { code: 'library-unreadable', params: { count: 1 } } }]);
  expect(codeOf(await desk.call('library.discard', { key: 'later' }))).toBe('set-unknown');
  granted(await desk.call('library.discard', { key }));
  expect((await store.readDrafts(place[0], 'desk', 'criteria-set/later'))[0]?.text).toBe(later);
  // A list that is another's altogether: nothing is written at all.
  const list = JSON.stringify({ v: 2, shelves: [] });
  granted(await store.saveSetting('criteria-library', list));
  expect(codeOf(await desk.call('library.save', { draft: DRAFT }))).toBe('library-newer');
  expect(granted(await desk.call('library.list', {})).leftOut).toHaveLength(1);
  expect(await store.readSetting('criteria-library')).toBe(list);
});

test('[LB8] the library is the desk’s alone', async () => {
  const meeting = await joined(await room());
  const inputs: Partial<Record<MethodName, object>> = {
    'library.open': { key: SET_HASH },
    'library.read-file': { sha256: SET_HASH, name: 'a.yaml' },
    'library.accept': { sha256: SET_HASH, name: 'a.yaml' },
    'library.save': { draft: DRAFT },
    'library.copy': { key: SET_HASH },
    'library.discard': { key: SET_HASH },
    'library.consult': { key: SET_HASH, consultations: [] },
    'library.promulgate': { key: SET_HASH, promulgation: DECISION },
    'library.sign': { key: SET_HASH, pkcs12: '', password: '' },
    'library.export': { key: SET_HASH, format: 'yaml' },
    'library.template': { format: 'csv', language: 'vi' },
    'library.uses': { id: 'nho' },
  };
  const page = meeting.pages.get(0)?.client;
  const projector = clientTo(meeting.at, 'projector');
  const { fragment } = granted(await meeting.desk.call('projector.open', { book: meeting.book }));
  granted(await projector.call('projector.enter', { token: fragment.replace('#projector=', '') }));
  for (const client of [page, projector, clientTo(meeting.at, 'stranger')])
    for (const method of [...Object.keys(LIBRARY_METHODS), 'criteria.list'] as MethodName[]) {
      expect(METHODS[method].who, method).toEqual(['desk']);
      const asked = await (client?.call(method, (inputs[method] ?? {}) as never) ?? Promise.reject());
      expect(codeOf(asked as never), method).toBe('not-allowed');
    }
});
