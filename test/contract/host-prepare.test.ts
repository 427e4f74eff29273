// Before a session is opened: forms kept while they are typed, a session edited in its book or anew, who is told what.
import { expect, test } from 'vitest';
import type { EditedForm } from '../../shared/contract/session-form.ts';
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { declare, joined, type Meeting, opened, seatNo, sessionOf, stateOf } from './host-meeting.ts';
import { clientTo, codeOf, deskOf, formOf, granted, look, openRoom, room, SET_HASH, seen } from './host-room.ts';

const formIn = async ({ desk, book }: Pick<Meeting, 'desk' | 'book'>): Promise<EditedForm> =>
  granted(await desk.call('session.form', { book, as: 'edit' })).form;
const edit = async ({ desk, book }: Pick<Meeting, 'desk' | 'book'>, form: EditedForm, replace = false) =>
  await desk.call('session.edit', { book, form, replace });
const seqOf = (meeting: Meeting): number => stateOf(meeting).recording.seq;

const DRAFT = {
  kind: 'session',
  subject: 'Họp đợt 2',
  superior: '',
  council: 'HỘI ĐỒNG',
  decisionNumber: '',
  decisionDate: '03/0',
  decisionBody: '',
  place: '',
  symbol: '',
  criteria: '',
  thresholds: { m2: { how: 'set', value: '9,', source: '' } },
  members: [{ key: 0, name: 'Nguyễn', position: '', unit: '', role: 'chair' }],
  platforms: [],
  rules: DEFAULT_RULES,
  nextKey: 1,
} as const;

test('[PR1] the form of a session comes back as it was given, and saving it unchanged writes nothing', async () => {
  const meeting = await joined(await room(), formOf({}, 2), []);
  const form = await formIn(meeting);
  const before = seqOf(meeting);
  expect(form).toMatchObject({ ...formOf({}, 2), members: formOf().members });
  expect(granted(await edit(meeting, form))).toEqual({ book: meeting.book, replaced: false });
  expect(seqOf(meeting)).toBe(before);
});

test('[PR2] what rulings can say is edited in the book itself, and everybody who joined stays', async () => {
  const meeting = await joined(await room());
  const form = await formIn(meeting);
  const [platform] = form.platforms;
  const edited: EditedForm = {
    ...form,
    subject: 'Họp thử lần 2',
    thresholds: [{ criterion: 'm2', threshold: '4,5', source: 'Tờ trình 5' }],
    // The vice-chair has not joined; a position may change at any seat; a seat is added behind.
    members: [
      ...form.members.map((member, at) =>
        at === 2 ? { ...member, name: 'Người Khác' } : at === 0 ? { ...member, position: 'Cục trưởng' } : member,
      ),
      { name: 'Người Thêm', position: '', unit: '', role: 'member' },
    ],
    platforms: [
      ...(platform ? [{ ...platform, measured: [{ criterion: 'm1', value: '97,5' }] }] : []),
      { name: 'Nền tảng thêm', owner: '', enterprise: '', address: '', evidence: [], measured: [] },
    ],
  };
  expect(granted(await edit(meeting, edited))).toEqual({ book: meeting.book, replaced: false });
  const session = await sessionOf(meeting);
  expect(session.subject).toBe('Họp thử lần 2');
  expect(session.seats.map(({ name }) => name)).toContain('Người Khác');
  expect(session.seats.at(-1)).toMatchObject({ name: 'Người Thêm', role: 'member', device: 'none' });
  expect(session.seats.filter(({ device }) => device === 'own')).toHaveLength(4);
  expect(session.platforms.map(({ name }) => name)).toEqual(['Nền tảng 1', 'Nền tảng thêm']);
  expect(session.platforms[0]?.measured['m1']?.value).toBe('97.5');
  const thresholds = (await seen(meeting.desk, 'criteria', { book: meeting.book })).thresholds;
  expect(thresholds['m2']).toEqual({ threshold: '4.5', source: 'Tờ trình 5' });
  // And the book is still sound: it opens, and what was edited comes back edited.
  expect((await formIn(meeting)).subject).toBe('Họp thử lần 2');
  await opened(meeting);
});

test('[PR3] anything else needs a new book, and is not made without being agreed to', async () => {
  const meeting = await joined(await room());
  const form = await formIn(meeting);
  const before = seqOf(meeting);
  const renamed = form.members.map((member, at) => (at === 4 ? { ...member, name: 'Người Khác' } : member));
  const asObserver = form.members.map((member, at) => (at === 5 ? { ...member, role: 'observer' as const } : member));
  const [platform] = form.platforms;
  for (const [what, more] of Object.entries({
    rules: { rules: { ...form.rules, counting: 'per-ballot' as const } },
    'a seat removed': { members: form.members.filter((_, at) => at !== 4) },
    'a role': { members: asObserver },
    'another name at a seat that has joined': { members: renamed },
    'seats in another order': { members: [...form.members].reverse() },
    'a platform': { platforms: platform ? [{ ...platform, enterprise: 'Công ty khác' }] : [] },
    'a value taken back': { platforms: platform ? [{ ...platform, measured: [] }] : [] },
    'a real session': { kind: 'session' as const },
  } satisfies Record<string, Partial<EditedForm>>))
    expect(codeOf(await edit(meeting, { ...form, ...more })), what).toBe('edit-needs-new-book');
  expect(seqOf(meeting)).toBe(before);
  expect((await seen(meeting.desk, 'home', {})).cards).toHaveLength(1);
});

test('[PR4] a new book takes the place of the old one: whoever had joined is told why, and asks for a new code', async () => {
  const at = await room();
  const meeting = await declare(await joined(at));
  const { desk, book, pages } = meeting;
  const chair = pages.get(0);
  const told = new Promise<string>((resolve) => {
    chair?.client.watch('session', { book }, (value) => value.ok || resolve(value.refusal.code));
  });
  const { code } = granted(await desk.call('seat.code', { book, seat: seatNo(meeting, 2) }));
  const form = await formIn(meeting);
  const changed: EditedForm = { ...form, rules: { ...form.rules, counting: 'per-ballot' } };
  const made = granted(await edit(meeting, changed, true));
  expect(made.replaced).toBe(true);
  expect(await told).toBe('book-replaced');
  // The home list shows the new one alone; nothing is done in the old one any more, by nobody.
  expect((await seen(desk, 'home', {})).cards.map((card) => card.book)).toEqual([made.book]);
  expect(codeOf(await look(desk, 'session', { book }))).toBe('book-replaced');
  expect(codeOf(await desk.call('meeting.open', { book, presiding: seatNo(meeting, 0) }))).toBe('book-replaced');
  expect(codeOf(await desk.call('seat.code', { book, seat: seatNo(meeting, 2) }))).toBe('book-replaced');
  expect(codeOf(await clientTo(at, 'late').call('seat.ask', { code }))).toBe('book-replaced');
  // The new one has the edit, no device but the desk's, and takes everybody in by new codes.
  const anew = await sessionOf({ desk, book: made.book });
  expect(anew.rules.counting).toBe('per-ballot');
  expect(anew.seats.filter(({ device }) => device !== 'none').map(({ role }) => role)).toEqual(['secretary']);
  expect(anew.seats.every(({ declared }) => Object.keys(declared).length === 0)).toBe(true);
  const seat = anew.seats[0]?.seat ?? '';
  expect(codeOf(await desk.call('seat.code', { book: made.book, seat }))).toBe('ok');
});

test('[PR4] a book that was replaced stays so when the host is started again, and its entries stay on disk', async () => {
  const folder = tempFolder('prepare-again');
  const first = await openRoom(folder);
  const meeting = await joined(first, formOf(), []);
  const form = await formIn(meeting);
  const made = granted(await edit(meeting, { ...form, kind: 'session' }, true));
  await first.headless.close();
  const again = await room({}, folder);
  const desk = await deskOf(again);
  expect((await seen(desk, 'home', {})).cards.map((card) => card.book)).toEqual([made.book]);
  expect(codeOf(await look(desk, 'session', { book: meeting.book }))).toBe('book-replaced');
  expect((await again.headless.store.readBook(meeting.book as never)).length).toBeGreaterThan(0);
});

test('[PR4] the invented members of a rehearsal go along into the new book, and sit in seats that are added', async () => {
  const desk = await deskOf(await room());
  const { book } = granted(await desk.call('rehearsal.create', { criteria: SET_HASH }));
  const kindsOf = async (at: string) => (await sessionOf({ desk, book: at })).seats.map(({ device }) => device);
  const played = await kindsOf(book);
  expect(new Set(played)).toEqual(new Set(['host']));
  const form = await formIn({ desk, book });
  const renamed = form.members.map((member, at) => (at === 4 ? { ...member, name: 'Người Bịa Khác' } : member));
  const more = [...renamed, { name: 'Người Bịa Thêm', position: '', unit: '', role: 'member' as const }];
  expect(granted(await edit({ desk, book }, { ...form, members: more }))).toEqual({ book, replaced: false });
  expect(await kindsOf(book)).toEqual([...played, 'host']);
  const anew = await formIn({ desk, book });
  const made = granted(await edit({ desk, book }, { ...anew, rules: { ...anew.rules, counting: 'per-ballot' } }, true));
  expect(made.replaced).toBe(true);
  expect(await kindsOf(made.book)).toEqual([...played, 'host']);
});

test('[PR5] once the meeting is opened nothing of the set-up is edited', async () => {
  const meeting = await opened(await joined(await room()));
  const form = await formIn(meeting);
  expect(codeOf(await edit(meeting, { ...form, subject: 'Tên khác' }, true))).toBe('meeting-already-open');
  const anew = { ...form, rules: { ...form.rules, counting: 'per-ballot' as const } };
  expect(codeOf(await edit(meeting, anew, true))).toBe('meeting-already-open');
  expect((await seen(meeting.desk, 'home', {})).cards).toHaveLength(1);
});

test('[PR6] evidence is described anew in place and taken away only by a new book', async () => {
  const at = await room();
  const sha256 = granted(
    await at.headless.store.putBlob(
      (async function* () {
        yield new TextEncoder().encode('%PDF-1.7\n');
      })(),
      { maxBytes: 100 },
    ),
  ).sha256 as never;
  const item = {
    sha256,
    title: 'Bao cao',
    kind: 'survey',
    supplier: '',
    date: '2026-11-01',
    label: 'public',
    criteria: [],
  } as const;
  const [platform] = formOf().platforms;
  if (platform === undefined) throw new Error('no platform');
  const meeting = await joined(at, formOf({ platforms: [{ ...platform, evidence: [{ ...item, criteria: [] }] }] }), []);
  const form = await formIn(meeting);
  const withTitle = (title: string): EditedForm => ({
    ...form,
    platforms: form.platforms.map((each) => ({ ...each, evidence: each.evidence.map((one) => ({ ...one, title })) })),
  });
  expect(granted(await edit(meeting, withTitle('Báo cáo vận hành'))).replaced).toBe(false);
  const [shown] = (await sessionOf(meeting)).platforms[0]?.evidence ?? [];
  expect(shown).toMatchObject({ number: 1, revision: 2, title: 'Báo cáo vận hành', sha256 });
  expect((await sessionOf(meeting)).platforms[0]?.evidence).toHaveLength(1);
  expect(codeOf(await edit(meeting, withTitle('[Mật] báo cáo')))).toBe('evidence-secret');
  const without = { ...form, platforms: form.platforms.map((each) => ({ ...each, evidence: [] })) };
  expect(codeOf(await edit(meeting, without))).toBe('edit-needs-new-book');
});

test('[PR7] a council comes from a real session only: a rehearsal is never a source', async () => {
  const at = await room();
  const desk = await deskOf(at);
  const rehearsal = granted(await desk.call('session.create', formOf()));
  const real = granted(await desk.call('session.create', formOf({ kind: 'session', subject: 'Thật' })));
  expect(codeOf(await desk.call('session.form', { book: rehearsal.book, as: 'council' }))).toBe('rehearsal-no-source');
  const given = granted(await desk.call('session.form', { book: real.book, as: 'council' })).form;
  expect(given.members.map(({ name, role }) => [name, role])).toEqual(
    formOf().members.map(({ name, role }) => [name, role]),
  );
});

test('[PR8] what is typed into the form survives the host, is listed at home, and is gone when discarded', async () => {
  const folder = tempFolder('drafts');
  const first = await openRoom(folder);
  const desk = await deskOf(first);
  const saved = granted(await desk.call('session.draft.save', { form: DRAFT as never }));
  granted(
    await desk.call('session.draft.save', { draft: saved.draft, form: { ...DRAFT, subject: 'Họp đợt 3' } as never }),
  );
  await first.headless.close();
  const again = await room({}, folder);
  const later = await deskOf(again);
  const { cards, drafts } = await seen(later, 'home', {});
  expect(cards).toEqual([]);
  expect(drafts).toMatchObject([{ draft: saved.draft, subject: 'Họp đợt 3', kind: 'session' }]);
  expect(granted(await later.call('session.draft.read', { draft: saved.draft })).form).toEqual({
    ...DRAFT,
    subject: 'Họp đợt 3',
  });
  granted(await later.call('session.draft.discard', { draft: saved.draft }));
  expect((await seen(later, 'home', {})).drafts).toEqual([]);
  expect(codeOf(await later.call('session.draft.read', { draft: saved.draft }))).toBe('draft-unknown');
  expect(codeOf(await later.call('session.draft.save', { draft: saved.draft, form: DRAFT as never }))).toBe(
    'draft-unknown',
  );
});

test('[PR9] the card says what the session waits for, step by step, and nothing of a sheet', async () => {
  const meeting = await joined(await room());
  const waits = async () => (await seen(meeting.desk, 'home', {})).cards[0]?.waits;
  expect(await waits()).toEqual({ for: 'opening', count: 0 });
  granted(await meeting.desk.call('meeting.open', { book: meeting.book, presiding: seatNo(meeting, 0) }));
  expect(await waits()).toEqual({ for: 'quorum', count: 0 });
  for (const seat of meeting.seats)
    granted(await meeting.desk.call('attendance.mark', { book: meeting.book, seat, presence: 'present', note: '' }));
  expect(await waits()).toEqual({ for: 'declarations', count: 6 });
});

test('[PR10] a member and a stranger reach none of the desk’s forms', async () => {
  const meeting = await joined(await room());
  const page = meeting.pages.get(0);
  for (const client of [page?.client, clientTo(meeting.at, 'stranger')])
    for (const [method, input] of [
      ['session.form', { book: meeting.book, as: 'edit' }],
      ['session.draft.read', { draft: '0'.repeat(16) }],
      ['codes.unlock', {}],
      ['desk.facts', {}],
    ] as const)
      expect(codeOf(await (client?.call(method, input as never) ?? Promise.reject())), method).toBe('not-allowed');
});

test('[PR11] the desk frees the codes again after too many wrong guesses', async () => {
  const meeting = await joined(await room(), formOf(), []);
  const { code } = granted(await meeting.desk.call('seat.code', { book: meeting.book, seat: seatNo(meeting, 0) }));
  const guest = clientTo(meeting.at, 'guest');
  for (let guess = 0; guess < 6; guess++) await guest.call('seat.ask', { code: 'ZZZZZZZZ' });
  expect(codeOf(await guest.call('seat.ask', { code }))).toBe('codes-locked');
  granted(await meeting.desk.call('codes.unlock', {}));
  expect(codeOf(await guest.call('seat.ask', { code }))).toBe('ok');
});

test('[PR12] the desk’s facts name this version and the folder that holds the books', async () => {
  const at = await room();
  const facts = granted(await (await deskOf(at)).call('desk.facts', {}));
  expect(facts.folder).toBe(at.folder);
  expect(facts.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(SET_HASH).toHaveLength(64);
});
