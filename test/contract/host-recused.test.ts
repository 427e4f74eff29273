// A platform from which a seat is recused: the host gives that seat nothing of it, at once, and everybody else what it gave before.
import { expect, test } from 'vitest';
import { nodeSha256 } from '../../electron/seal/node-ciphers.ts';
import { nodeVerify } from '../../electron/seal/node-keys.ts';
import type { BookId, Hash } from '../../shared/base/ids.ts';
import type { Client } from '../../shared/contract/client.ts';
import type { SessionForm } from '../../shared/contract/methods.ts';
import type { ResultsView, SessionView } from '../../shared/contract/views.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import { newRecording, seenOf } from '../../shared/seal/checked-recording.ts';
import { growRecording } from '../../shared/seal/grow-recording.ts';
import { DESK, declareAs, elected, withRules } from './host-council-given.ts';
import {
  concluding,
  counted,
  declare,
  draft,
  inRound,
  joined,
  type Meeting,
  opened,
  openRound,
  pageCast,
  pageNo,
  platformNo,
  seatNo,
  sessionOf,
  sheet,
  stateOf,
} from './host-meeting.ts';
import { clientTo, codeOf, granted, look, type Room, room, seen } from './host-room.ts';
import { releaseAs, returnSeat } from './host-seat.ts';
import { tracesIn } from './leak-traces.ts';

/** Whose conflict comes up, and somebody who goes on. */
const OUT = 3;
const OTHER = 4;
const WORD = 'RƯỢU-SIM-4471';
const SECRETS = new Map([['words', WORD]]);

const put = async ({ headless }: Room, text: string): Promise<Hash> =>
  granted(await headless.store.putBlob([Buffer.from(text)], { maxBytes: 1_000 })).sha256 as Hash;
const evidence = (sha256: Hash, title: string): SessionForm['platforms'][number]['evidence'][number] => ({
  sha256,
  title,
  kind: 'enterprise-dossier',
  supplier: '',
  date: '2026-10-01',
  label: 'internal',
  criteria: ['p1'],
});

/** Two platforms: the first with a file and a value of its own and words about it, both with one file in common. */
async function given(more: Partial<CouncilRules> = {}) {
  const at = await room();
  const [own, common, else_] = [await put(at, 'riêng'), await put(at, 'chung'), await put(at, 'khác')];
  const form = withRules(more, 2);
  const platforms = form.platforms.map((platform, index) => ({
    ...platform,
    address: index === 0 ? WORD : '',
    evidence:
      index === 0 ? [evidence(own, WORD), evidence(common, WORD)] : [evidence(common, 'b'), evidence(else_, 'c')],
  }));
  const meeting = await opened(await joined(at, { ...form, platforms }));
  const { desk, book } = meeting;
  granted(
    await desk.call('opinion.record', { book, platform: platformNo(meeting), seat: seatNo(meeting, 2), text: WORD }),
  );
  await declare(meeting);
  return { at, meeting, files: { own, common, other: else_ } };
}

/** With a round counted on each platform, a remark on each, and the first pointed at. */
async function discussed() {
  const found = await given();
  const { meeting } = found;
  const { desk, book } = meeting;
  for (const at of [0, 1]) {
    await counted(meeting, await openRound(meeting, at), sheet('met', at === 0 ? WORD : 'khác'));
    const platform = platformNo(meeting, at);
    granted(await desk.call('remark.make', { book, platform, criterion: 'p1', text: at === 0 ? WORD : 'nhận xét' }));
  }
  granted(await desk.call('projector.point', { book, platform: platformNo(meeting), criterion: 'p1' }));
  return found;
}

const viewsOf = async (client: Client, book: string) => ({
  session: await seen(client, 'session', { book }),
  criteria: await seen(client, 'criteria', { book }),
  results: await seen(client, 'results', { book }),
  talk: await seen(client, 'talk', { book }),
  count: await seen(client, 'count', { book }),
  minutes: await seen(client, 'minutes', { book }),
});
const recuse = async (meeting: Meeting, number = OUT) => expect(await declareAs(meeting, number, true)).toBe('ok');
const isOf = (platform: string) => (each: { readonly platform: string }) => each.platform === platform;

/** What a declaration changes for everybody: who is recused and what follows for the quorum. */
const beside = ({ seats: _, polls: __, platforms, ...session }: SessionView) => ({
  ...session,
  platforms: platforms.map(({ recused: ___, quorum: ____, ...platform }) => platform),
});

test('[HR1] a declared interest closes the platform in every view of that seat, and in nobody else’s', async () => {
  const { meeting } = await discussed();
  const { book, desk } = meeting;
  const [first, second] = [platformNo(meeting), platformNo(meeting, 1)];
  const page = pageNo(meeting, OUT).client;
  const others = [desk, pageNo(meeting, 0).client, pageNo(meeting, OTHER).client];
  const before = await viewsOf(page, book);
  const theirs = await Promise.all(others.map(async (client) => await viewsOf(client, book)));
  expect(before.session.platforms[0]).toMatchObject({ address: WORD, measured: { m1: { value: '99' } } });
  expect(before.session.platforms[0]?.evidence).toHaveLength(2);
  expect(before.session.platforms[0]?.opinions.map(({ text }) => text)).toEqual([WORD]);
  expect(before.session.remarks.filter(isOf(first))).toHaveLength(1);
  expect(before.results.platforms.map(({ platform }) => platform)).toEqual([first, second]);
  expect(before.talk).toMatchObject({ platform: first, criterion: 'p1' });
  expect(before.results).toEqual(theirs[0]?.results);

  await recuse(meeting);
  const after = await viewsOf(page, book);
  const closed = after.session.platforms[0];
  expect(closed).toEqual({
    platform: first,
    name: 'Nền tảng 1',
    owner: '',
    enterprise: '',
    address: '',
    evidence: [],
    measured: {},
    recused: [seatNo(meeting, OUT)],
    undeclared: [],
    quorum: closed?.quorum,
    opinions: [],
    openings: [],
  });
  expect(closed?.quorum.appointed).toBe(5);
  expect(after.session.remarks).toEqual(before.session.remarks.filter(isOf(second)));
  expect(after.results).toEqual({ platforms: before.results.platforms.filter(isOf(second)), live: [] });
  expect(after.talk).toEqual({ follow: false, budget: null, queue: [], platform: first });
  for (const [name, view] of Object.entries(after))
    expect([name, tracesIn(JSON.stringify(view), SECRETS)]).toEqual([name, []]);
  // The other platform is what it was, and so is everything of everybody else.
  expect(after.session.platforms[1]).toEqual(before.session.platforms[1]);
  expect(after.session.polls.filter(isOf(second))).toEqual(before.session.polls.filter(isOf(second)));
  for (const [at, client] of others.entries()) {
    const now = await viewsOf(client, book);
    expect(now.results).toEqual(theirs[at]?.results);
    expect(now.talk).toEqual(theirs[at]?.talk);
    expect(beside(now.session)).toEqual(beside(theirs[at]?.session as SessionView));
  }
});

test('[HR1] it acts with the next view that is pushed, on every device of the seat, and nothing of it comes after', async () => {
  const { at, meeting } = await discussed();
  const { book, desk } = meeting;
  const { secret, client } = pageNo(meeting, OUT);
  const second = granted(await returnSeat(clientTo(at, `seat ${OUT}`), book, secret));
  const results = new Map<Client, ResultsView>();
  const sessions = new Map<Client, SessionView>();
  const all = [client, second.client, pageNo(meeting, OTHER).client];
  for (const each of all) {
    each.watch('session', { book }, (value) => sessions.set(each, granted(value)));
    each.watch('results', { book }, (value) => results.set(each, granted(value)));
  }
  const counts = () => all.map((each) => results.get(each)?.platforms.length);
  await expect.poll(counts).toEqual([2, 2, 2]);
  await recuse(meeting);
  await expect.poll(counts).toEqual([1, 1, 2]);
  await expect.poll(() => all.map((each) => sessions.get(each)?.platforms[0]?.evidence.length)).toEqual([0, 0, 2]);
  const from = at.said.length;
  const platform = platformNo(meeting);
  granted(await desk.call('remark.make', { book, platform, criterion: 'p2', text: WORD }));
  await expect.poll(() => sessions.get(all[2] as Client)?.remarks.length).toBe(3);
  for (const each of [client, second.client]) await viewsOf(each, book);
  const heardBy = (number: number) =>
    at.said.slice(from).filter(({ link, way }) => link === `seat ${number}` && way === 'down');
  const traces = (number: number) => heardBy(number).filter(({ text }) => tracesIn(text, SECRETS).length > 0).length;
  expect(heardBy(OUT).length).toBeGreaterThan(10);
  expect([traces(OUT), traces(OTHER) > 0]).toEqual([0, true]);
});

test('[HR1] of an open round the marks on the table are taken from the screens of who is recused, and of nobody else', async () => {
  const { meeting, poll } = await inRound(await room(), withRules({ secrecy: 'open' }, 2));
  const { book, desk } = meeting;
  const sealed = await pageCast(meeting, OTHER, poll, sheet('not-met', WORD));
  expect(await releaseAs(pageNo(meeting, OTHER), sealed)).toBe('ok');
  const page = pageNo(meeting, OUT).client;
  const liveOf = async (client: Client) => (await seen(client, 'results', { book })).live.map((each) => each.poll);
  expect(await liveOf(page)).toEqual([poll]);
  await recuse(meeting);
  expect(await liveOf(page)).toEqual([]);
  for (const client of [desk, pageNo(meeting, 0).client]) expect(await liveOf(client)).toEqual([poll]);
});

test('[HR2] its files are opened no more, by a new address or one given before; a file of an open platform is', async () => {
  const { at, meeting, files } = await given();
  const { book, desk } = meeting;
  const page = pageNo(meeting, OUT).client;
  const openAs = async (client: Client, sha256: string) => await client.call('blob.open', { book, sha256 });
  const codesOf = async (client: Client) =>
    await Promise.all(Object.values(files).map(async (sha256) => codeOf(await openAs(client, sha256))));
  expect(await codesOf(page)).toEqual(['ok', 'ok', 'ok']);
  const ticketOf = async (client: Client, sha256: string) =>
    granted(await openAs(client, sha256)).url.replace(/^.*ticket=/, '');
  const reads = (ticket: string, sha256: string) => at.headless.tickets.reading(ticket, sha256) !== undefined;
  const own = await ticketOf(page, files.own);
  const common = await ticketOf(page, files.common);
  const theirs = await ticketOf(pageNo(meeting, OTHER).client, files.own);
  expect(reads(own, files.own)).toBe(true);
  await recuse(meeting);
  expect(await codesOf(page)).toEqual(['blob-of-closed-platform', 'ok', 'ok']);
  expect([reads(own, files.own), reads(common, files.common), reads(theirs, files.own)]).toEqual([false, true, true]);
  // Under the name that it has where it is open.
  expect(at.headless.tickets.reading(await ticketOf(page, files.common), files.common)?.fileName).toBe('minh-chung-1');
  for (const client of [desk, pageNo(meeting, OTHER).client]) expect(await codesOf(client)).toEqual(['ok', 'ok', 'ok']);
  // Taken back before the first round: the platform is open to the seat again.
  expect(await declareAs(meeting, OUT, false)).toBe('ok');
  expect(await codesOf(page)).toEqual(['ok', 'ok', 'ok']);
  expect((await seen(page, 'session', { book })).platforms[0]?.evidence).toHaveLength(2);
});

test('[HR3] the desk goes on seeing all it runs the meeting by; the sheet of its own seat is closed', async () => {
  const { meeting } = await given();
  const { book, desk } = meeting;
  const poll = await openRound(meeting);
  await draft(meeting, poll, { p1: { mark: 'met' } });
  expect((await seen(desk, 'draft', { book, poll })).items['p1']).toEqual({ mark: 'met' });
  const before = await viewsOf(desk, book);
  const declared = [{ platform: platformNo(meeting), conflict: true }];
  granted(await desk.call('interest.declare', { book, declared }));
  const after = await viewsOf(desk, book);
  expect(after.session.platforms[0]).toMatchObject({ evidence: before.session.platforms[0]?.evidence });
  expect(after.session.platforms[0]?.opinions).toEqual(before.session.platforms[0]?.opinions);
  expect(after.session.platforms[0]?.recused).toEqual([seatNo(meeting, DESK)]);
  expect(codeOf(await look(desk, 'draft', { book, poll }))).toBe('recused-here');
  for (const refused of [
    await desk.call('draft.save', { book, poll, criterion: 'p1', item: { mark: 'not-met' } }),
    await desk.call('draft.comment', { book, poll, comment: 'x' }),
    await desk.call('ballot.cast', { book, poll }),
  ])
    expect(codeOf(refused)).not.toBe('ok');
  // It still closes, reveals and gives its share of what others cast.
  for (const number of [0, 3, 4, 5]) expect((await pageCast(meeting, number, poll)).code).toBe('ok');
  granted(await desk.call('round.reveal', { book, poll }));
  const [ballot = ''] = Object.keys(stateOf(meeting).polls[poll]?.ballots ?? {});
  granted(await desk.call('share.release', { book, poll, ballot }));
  const next = await given();
  const second = await openRound(next.meeting, 1);
  granted(
    await next.meeting.desk.call('interest.declare', {
      book: next.meeting.book,
      declared: [{ platform: platformNo(next.meeting), conflict: true }],
    }),
  );
  await draft(next.meeting, second, { p1: { mark: 'met' } });
});

test('[HR4] who counts for the committee and is recused counts nothing of that platform', async () => {
  const { meeting } = await given({ committee: 'three', individualSheets: true });
  const { book } = meeting;
  await elected(meeting, [OUT, OTHER, 5]);
  for (const at of [0, 1]) await counted(meeting, await openRound(meeting, at));
  const page = pageNo(meeting, OUT).client;
  const before = await seen(page, 'count', { book });
  expect(before.polls.map(({ platform }) => platform)).toEqual([platformNo(meeting), platformNo(meeting, 1)]);
  await recuse(meeting);
  expect((await seen(page, 'count', { book })).polls).toEqual(before.polls.filter(isOf(platformNo(meeting, 1))));
  expect(await seen(pageNo(meeting, OTHER).client, 'count', { book })).toEqual(before);
});

test('[HR5] its conclusion and raised hands come to the recused with the written minutes, which are read to everybody', async () => {
  const { meeting } = await given({ vote: 'hands' });
  const { book, desk } = meeting;
  for (const at of [0, 1]) await counted(meeting, await openRound(meeting, at));
  await recuse(meeting);
  for (const at of [0, 1]) {
    const { poll } = await concluding(meeting, at, `${at === 0 ? WORD : 'Đạt'}.`);
    const present = at === 0 ? 4 : 5;
    granted(
      await desk.call('hands.count', { book, poll, agree: present, disagree: 0, abstain: 0, presiding: 'agree' }),
    );
    granted(await desk.call('conclusion.vote.close', { book, poll }));
  }
  const page = pageNo(meeting, OUT).client;
  const before = await seen(page, 'session', { book });
  expect(before.platforms.map(({ conclusion }) => conclusion?.passed)).toEqual([undefined, true]);
  const hands = before.polls.filter((poll) => poll.of === 'conclusion').map((poll) => poll.hands?.agree);
  expect(hands).toEqual([undefined, 5]);
  expect(tracesIn(JSON.stringify(await viewsOf(page, book)), SECRETS)).toEqual([]);
  expect((await sessionOf(meeting)).platforms[0]?.conclusion?.text).toBe(`${WORD}.`);
  granted(await desk.call('minutes.write', { book }));
  const after = await viewsOf(page, book);
  expect(after.session.platforms[0]?.conclusion?.text).toBe(`${WORD}.`);
  expect(after.session.platforms[0]?.evidence).toEqual([]);
  expect(after.results.platforms.map(({ platform }) => platform)).toEqual([platformNo(meeting, 1)]);
  expect(JSON.stringify(after.minutes.minutes)).toContain(WORD);
});

test('[HR6] the recording feed is shown without what it says of the platform, and its chain and signatures hold', async () => {
  const { at, meeting } = await given();
  const { book } = meeting;
  await counted(meeting, await openRound(meeting));
  await recuse(meeting);
  await concluding(meeting, 0, WORD);
  const readBy = async (number: number) => {
    const { client } = pageNo(meeting, number);
    const { run } = granted(await client.call('recording.read', { book, from: 1 }));
    const checked = newRecording(book as BookId);
    const grown = await growRecording(checked, run as NonNullable<typeof run>, nodeSha256, nodeVerify);
    const held = (run?.entries ?? []).flatMap((entry) =>
      'body' in entry ? [] : [JSON.parse(entry.head).kind as string],
    );
    return { code: codeOf(grown), tip: seenOf(checked, nodeSha256), held, text: JSON.stringify(run) };
  };
  const [mine, theirs] = [await readBy(OUT), await readBy(OTHER)];
  expect(mine.code).toBe('ok');
  expect(mine.held).toEqual(
    ['value-measured', 'evidence-added', 'evidence-added', 'conclusion-put'].sort(
      (a, b) => theirs.text.indexOf(a) - theirs.text.indexOf(b),
    ),
  );
  expect(theirs).toMatchObject({ code: 'ok', held: [], tip: mine.tip });
  expect(at.log).not.toContain(WORD);
});
