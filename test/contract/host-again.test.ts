// The host a second time: everything is read back, cut-off work is taken up, a fault or a newer entry ends writing.
import { expect, onTestFinished, test } from 'vitest';
import { nodeSha256 } from '../../electron/seal/node-ciphers.ts';
import { type DeviceSecret, openDevice } from '../../electron/seal/node-keys.ts';
import { toBase64 } from '../../shared/base/bytes.ts';
import { commitFacts, type OwnFeed } from '../../shared/book/write-entry.ts';
import type { ViewName } from '../../shared/contract/views.ts';
import { say } from '../../shared/lang/say.ts';
import {
  concluding,
  counted,
  deskCast,
  draft,
  inRound,
  type Meeting,
  pageCast,
  pageNo,
  platformNo,
  seatNo,
  sessionOf,
  sheet,
  stateOf,
} from './host-meeting.ts';
import { clientTo, codeOf, deskOf, formOf, granted, look, openRoom, room, seen } from './host-room.ts';
import { factOf, releaseAs, returnSeat, send, signRun, stateAs } from './host-seat.ts';

const VIEWS = ['session', 'criteria', 'results', 'minutes', 'log'] satisfies ViewName[];

/** Closes the host and opens another on the same folder; pages come back by their own keys. */
async function again(meeting: Meeting): Promise<Meeting> {
  await meeting.at.headless.close();
  const at = await openRoom(meeting.at.folder);
  onTestFinished(async () => await at.headless.close().catch(() => undefined));
  const pages = new Map<number, ReturnType<typeof pageNo>>();
  for (const [number, page] of meeting.pages) {
    const back = granted(await returnSeat(clientTo(at, `seat ${number}`), meeting.book, page.secret));
    const { seq, hash } = granted(await back.client.call('feed.tip', { book: meeting.book, feed: page.own.feed }));
    pages.set(number, { ...back, own: seq === 0 ? page.own : { ...page.own, seq, hash: hash as never } });
  }
  return { ...meeting, at, desk: await deskOf(at), pages };
}

const picture = async (meeting: Meeting, poll: string) => {
  const views: Record<string, unknown> = {};
  for (const view of VIEWS) {
    views[`desk ${view}`] = await look(meeting.desk, view as 'log', { book: meeting.book });
    views[`seat ${view}`] = await look(pageNo(meeting, 3).client, view as 'log', { book: meeting.book });
  }
  return {
    views,
    draft: await look(meeting.desk, 'draft', { book: meeting.book, poll }),
    home: await seen(meeting.desk, 'home', {}),
    state: structuredClone(stateOf(meeting)),
  };
};

test('[H28] a second start reads everything back: the same state, views and drafts, and recording goes on', async () => {
  let { meeting, poll } = await inRound(await room(), formOf({}, 2));
  await draft(meeting, poll, { p1: { mark: 'met', remark: 'nháp' } });
  granted(await meeting.desk.call('draft.comment', { book: meeting.book, poll, comment: 'lời bình' }));
  const mine = await pageCast(meeting, 3, poll);
  let before = await picture(meeting, poll);
  meeting = await again(meeting);
  expect(await picture(meeting, poll)).toEqual(before);
  expect((await seen(meeting.desk, 'draft', { book: meeting.book, poll })).comment).toBe('lời bình');
  await deskCast(meeting, poll);
  granted(await meeting.desk.call('round.reveal', { book: meeting.book, poll }));
  meeting = await again(meeting);
  expect(await releaseAs(pageNo(meeting, 3), mine)).toBe('ok');
  expect(stateOf(meeting).polls[poll]?.step).toBe('counted');
  await concluding(meeting);
  before = await picture(meeting, poll);
  expect(before.views['seat results']).toMatchObject({ value: { platforms: [{ round: 1 }] } });
  meeting = await again(meeting);
  expect(await picture(meeting, poll)).toEqual(before);
  granted(
    await meeting.desk.call('conclusion.vote.close', {
      book: meeting.book,
      poll: Object.keys(stateOf(meeting).polls)[1] ?? '',
    }),
  );
  const next = granted(
    await meeting.desk.call('round.open', { book: meeting.book, platform: platformNo(meeting, 1) }),
  ).poll;
  await counted(meeting, next);
});

test('[H28] a start between reveal and release takes up what was cut off', async () => {
  let { meeting, poll } = await inRound(await room());
  await deskCast(meeting, poll);
  const { store } = meeting.at.headless;
  const append = store.append;
  let saves = 0;
  // The save of `revealed` is the last that reaches the disk.
  Object.assign(store, {
    append: async (...given: Parameters<typeof append>) => {
      saves += 1;
      if (saves > 1) throw new Error('the power is gone');
      return await append(...given);
    },
  });
  expect(codeOf(await meeting.desk.call('round.reveal', { book: meeting.book, poll }))).toBe('fault');
  meeting = await again({ ...meeting, pages: new Map() });
  expect((await sessionOf(meeting)).polls[0]?.step).toBe('counted');
  expect((await seen(meeting.desk, 'results', { book: meeting.book })).platforms).toHaveLength(1);
});

test('[H29] a save whose end is not known leaves the book to be looked at, not written; other books go on; a new start heals it', async () => {
  const at = await room();
  const { meeting, poll } = await inRound(at);
  const other = await inRound(at, formOf({ subject: 'Phiên khác' }));
  const append = at.headless.store.append;
  const held = await pageCast(meeting, 3, poll);
  // The worst case: the entries are on the disk, and the answer never came.
  Object.assign(at.headless.store, {
    append: async (...given: Parameters<typeof append>) => {
      await append(...given);
      throw new Error('no answer');
    },
  });
  await draft(meeting, poll);
  const failed = await meeting.desk.call('ballot.cast', { book: meeting.book, poll });
  expect(failed).toMatchObject({ ok: false, refusal: { code: 'fault' } });
  Object.assign(at.headless.store, { append });
  const session = await sessionOf(meeting);
  expect(session.readOnly).toEqual(failed.ok ? undefined : failed.refusal);
  expect(at.log.filter((line) => line.startsWith('error fault'))).toHaveLength(1);
  expect(codeOf(await meeting.desk.call('ballot.cast', { book: meeting.book, poll }))).toBe('fault');
  expect(
    (await stateAs(pageNo(meeting, 4), { kind: 'minutes-approved', body: { sha256: 'ab'.repeat(32) as never } })).code,
  ).toBe('fault');
  await deskCast(other.meeting, other.poll);
  const back = await again(meeting);
  const sheets = (await sessionOf(back)).polls[0]?.sheets;
  expect([sheets?.[1]?.state, sheets?.[3]?.ballot]).toEqual(['cast', held.entry]);
  expect((await sessionOf(back)).readOnly).toBeUndefined();
  expect(await back.at.headless.store.readForks(back.book as never)).toEqual([]);
  granted(await back.desk.call('ballot.reopen', { book: back.book, poll, reason: 'evidence' }));
});

test('[H29] a save that the disk refuses changes nothing and stops nothing', async () => {
  const { meeting, poll } = await inRound(await room());
  const { store } = meeting.at.headless;
  const { append, saveKey, saveDraft } = store;
  const full = async () => ({ ok: false as const, refusal: { code: 'store-full', params: { file: 'hoidong.db' } } });
  await draft(meeting, poll);
  const before = structuredClone(stateOf(meeting));
  for (const broken of [{ append: full }, { saveKey: full }]) {
    Object.assign(store, broken);
    expect(codeOf(await meeting.desk.call('ballot.cast', { book: meeting.book, poll }))).toBe('store-full');
    Object.assign(store, { append, saveKey });
  }
  Object.assign(store, { append: full });
  const page = pageNo(meeting, 3);
  const { run } = await signRun(page, [
    factOf({ kind: 'minutes-approved', body: { sha256: 'ab'.repeat(32) as never } }),
  ]);
  expect(codeOf(await send(page, run))).toBe('store-full');
  Object.assign(store, { append, saveDraft: full });
  expect(codeOf(await meeting.desk.call('draft.save', { book: meeting.book, poll, criterion: 'p1', item: {} }))).toBe(
    'store-full',
  );
  Object.assign(store, { saveDraft });
  expect(stateOf(meeting)).toEqual(before);
  expect(meeting.at.log.filter((line) => line.startsWith('error'))).toEqual([]);
  expect(codeOf(await meeting.desk.call('ballot.cast', { book: meeting.book, poll }))).toBe('ok');
  expect((await pageCast(meeting, 3, poll)).code).toBe('ok');
});

test('[H30] a book with an entry of a newer version is shown up to there, with a sentence, and never written', async () => {
  const { meeting, poll } = await inRound(await room());
  const { at, book } = meeting;
  const { store } = at.headless;
  for (const { text } of await store.readOwnFeeds(book as never)) {
    const { role, ...kept } = JSON.parse(text) as OwnFeed & { readonly role: string };
    if (role !== 'recording') continue;
    const secret = JSON.parse(
      new TextDecoder().decode((await store.readKey('device', kept.key)) ?? new Uint8Array()),
    ) as DeviceSecret;
    const own = { ...kept, ...stateOf(meeting).recording };
    const fact = { kind: 'from-a-newer-version', body: '{"anything":1}', at: new Date().toISOString() };
    const { run } = await commitFacts(nodeSha256, own, [fact], openDevice(secret).sign, toBase64);
    granted(await store.append(book as never, [run]));
  }
  const back = await again(meeting);
  const session = await sessionOf(back);
  expect(session.readOnly).toMatchObject({ code: 'fact-unknown', params: { kind: 'from-a-newer-version' } });
  for (const language of ['vi', 'en'] as const)
    expect(say(language, session.readOnly ?? { code: '', params: {} })).toContain('from-a-newer-version');
  expect(session.polls).toHaveLength(1);
  const log = (await seen(back.desk, 'log', { book })).rows;
  expect(log.some(({ kind }) => kind === 'from-a-newer-version')).toBe(true);
  const { desk } = back;
  granted(await desk.call('draft.save', { book, poll, criterion: 'p1', item: { mark: 'met' } }));
  await draft(back, poll, sheet());
  for (const refused of [
    await desk.call('ballot.cast', { book, poll }),
    await desk.call('round.close', { book, poll }),
    await desk.call('attendance.mark', { book, seat: seatNo(back, 3), presence: 'left', note: '' }),
    await desk.call('interest.declare', { book, declared: [{ platform: platformNo(back), conflict: true }] }),
  ])
    expect(codeOf(refused)).toBe('fact-unknown');
  expect((await pageCast(back, 3, poll)).code).toBe('fact-unknown');
  const entries = (await back.at.headless.store.readBook(book as never)).flatMap((run) => run.entries);
  expect(entries).toHaveLength(log.length);
});
