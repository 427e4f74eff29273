// Ballots in the open, in secret, beside an opinion and on paper: who may know what of them, and when.
import { expect, test } from 'vitest';
import { nodeCiphers } from '../../electron/seal/node-ciphers.ts';
import { toBase64 } from '../../shared/base/bytes.ts';
import type { BookId, PlatformId, PollId } from '../../shared/base/ids.ts';
import { type Item, writeBallot } from '../../shared/book/ballot.ts';
import type { Choice } from '../../shared/book/meeting-rulings.ts';
import { holdersOf, opinionHolders } from '../../shared/book/seating.ts';
import { writeVotePaper } from '../../shared/book/vote-paper.ts';
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import { frame, SECRET_FRAME, SMALLEST_FRAME, sealBallot } from '../../shared/seal/seal-ballot.ts';
import {
  attend,
  concluding,
  counted,
  declare,
  deskCast,
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
import { CRITERIA, codeOf, formOf, granted, room, seen } from './host-room.ts';
import { releaseAs, type Sealed, salt, stateAs } from './host-seat.ts';
import { shareOf } from './host-share.ts';
import { tracesIn, tracesInFiles, tracesInTables } from './leak-traces.ts';

const rulesWith = (more: Partial<CouncilRules>) => formOf({ rules: { ...DEFAULT_RULES, ...more } });
const settled = async () => await new Promise((done) => setTimeout(done, 20));
const results = async ({ desk, book }: Meeting) => await seen(desk, 'results', { book });

/** Everybody else of the default council casts, the round is revealed, the keys come. */
async function finish(meeting: Meeting, poll: string, casts: readonly (readonly [number, Sealed])[]): Promise<void> {
  granted(await meeting.desk.call('round.reveal', { book: meeting.book, poll }));
  for (const [number, sealed] of casts) expect(await releaseAs(pageNo(meeting, number), sealed)).toBe('ok');
  await settled();
}

test('[BA1] in open scoring a sheet is seen as soon as it is cast, and is gone when it is taken back', async () => {
  const { meeting, poll } = await inRound(await room(), rulesWith({ secrecy: 'open' }));
  const { desk, book } = meeting;
  const sheets = async () =>
    (await results(meeting)).live[0]?.sheets.map(({ seat, items }) => [seat, items['p1']?.mark]);
  const sealed = await pageCast(meeting, 3, poll, sheet('not-met'));
  expect(await sheets()).toEqual([]);
  expect(await releaseAs(pageNo(meeting, 3), sealed)).toBe('ok');
  await deskCast(meeting, poll, sheet('met'));
  expect(await sheets()).toEqual([
    [seatNo(meeting, 3), 'not-met'],
    [seatNo(meeting, 1), 'met'],
  ]);
  granted(await desk.call('ballot.reopen', { book, poll, reason: 'slip' }));
  expect(await sheets()).toEqual([[seatNo(meeting, 3), 'not-met']]);
  await deskCast(meeting, poll, sheet('not-met'));
  expect(await sheets()).toHaveLength(2);
});

test('[BA2] a blind council gives no key while its round is open', async () => {
  const { meeting, poll } = await inRound(await room());
  const sealed = await pageCast(meeting, 3, poll);
  await deskCast(meeting, poll);
  expect(await releaseAs(pageNo(meeting, 3), sealed)).toBe('not-revealed');
  expect(Object.values(stateOf(meeting).polls[poll]?.ballots ?? {}).map(({ key }) => key)).toEqual([
    undefined,
    undefined,
  ]);
  expect((await results(meeting)).live).toEqual([]);
});

test('[BA7] a new round begins with its seat’s own former marks; a change wants a reason, and what stays wants none', async () => {
  const { meeting, poll } = await inRound(await room());
  const { desk, book } = meeting;
  await counted(meeting, poll);
  const second = await openRound(meeting);
  const shown = await seen(desk, 'draft', { book, poll: second });
  expect(shown.startedFrom).toBe(1);
  expect(shown.before?.['p1']).toEqual({ mark: 'met' });
  expect(Object.keys(shown.items).sort()).toEqual([...CRITERIA].sort());
  await draft(meeting, second, { p1: { mark: 'not-met' } });
  expect(codeOf(await desk.call('ballot.cast', { book, poll: second }))).toBe('change-reason-missing');
  await draft(meeting, second, {
    p1: { mark: 'not-met', change: 'Minh chứng 2 đã hết hạn.' },
    m1: { mark: 'met', change: 'thừa' },
  });
  granted(await desk.call('ballot.cast', { book, poll: second }));
  await finish(meeting, second, []);
  const last = (await results(meeting)).platforms[0];
  const mine = last?.sheets.find(({ seat }) => seat === seatNo(meeting, 1));
  expect([last?.round, mine?.valid]).toEqual([2, true]);
  expect(mine?.items['p1']).toEqual({ mark: 'not-met', change: 'Minh chứng 2 đã hết hạn.' });
  expect(mine?.items['m1']).toEqual({ mark: 'met' });
});

test('[BA8] points are asked for where the rules score, and a criterion that a seat does not judge stays out of its sheet', async () => {
  const points = { of: 'points', passMark: 70, outlier: null } as const;
  const quorum = { ...DEFAULT_RULES.quorum, per: 'criterion' as const };
  const meeting = await opened(await joined(await room(), rulesWith({ scale: points, counting: 'mean', quorum })));
  const { desk, book } = meeting;
  await declare(meeting);
  const declared = [{ platform: platformNo(meeting), conflict: true, criteria: ['p2'] }];
  granted(await desk.call('interest.declare', { book, declared }));
  const poll = await openRound(meeting);
  expect((await seen(desk, 'draft', { book, poll })).barred).toEqual(['p2']);
  expect(codeOf(await desk.call('draft.save', { book, poll, criterion: 'p2', item: { mark: 'met' } }))).toBe(
    'criterion-recused',
  );
  const scored = (given: number): Item => ({ mark: 'scored', points: given });
  await draft(meeting, poll, { p1: { mark: 'met' }, m1: scored(80), m2: scored(90) });
  expect(codeOf(await desk.call('ballot.cast', { book, poll }))).toBe('mark-of-another-scale');
  await draft(meeting, poll, { p1: { mark: 'scored' } });
  expect(codeOf(await desk.call('ballot.cast', { book, poll }))).toBe('points-wrong');
  await draft(meeting, poll, { p1: scored(70) });
  granted(await desk.call('ballot.cast', { book, poll }));
  const casts: (readonly [number, Sealed])[] = [];
  for (const number of [0, 3, 4, 5])
    casts.push([
      number,
      await pageCast(meeting, number, poll, Object.fromEntries(CRITERIA.map((id) => [id, scored(75)]))),
    ]);
  await finish(meeting, poll, casts);
  const mine = (await results(meeting)).platforms[0]?.sheets.find(({ seat }) => seat === seatNo(meeting, 1));
  expect(mine).toMatchObject({ valid: true, items: { p1: { points: 70 }, m1: { points: 80 }, m2: { points: 90 } } });
  expect(JSON.stringify(mine)).not.toContain('"p2"');
});

/** A page's secret vote, sealed by hand. */
async function voteAs(meeting: Meeting, number: number, poll: string, about: string, choice: Choice): Promise<Sealed> {
  const page = pageNo(meeting, number);
  const state = stateOf(meeting);
  const place = {
    book: meeting.book as BookId,
    feed: page.own.feed,
    seq: page.own.seq + 1,
    seat: page.seat,
    poll: poll as PollId,
  };
  const holders = holdersOf(state, state.polls[poll] ?? { holders: [] }, page.seat);
  const sealed = await sealBallot(
    nodeCiphers,
    place,
    writeVotePaper({ poll, about, choice }, salt()),
    holders,
    SECRET_FRAME,
  );
  const { code, entry } = await stateAs(page, { kind: 'ballot-cast', body: sealed.body });
  return { poll, entry, key: sealed.key, commit: sealed.body.commit, code };
}

test('[BA4] a secret vote is sealed, opened when it is closed, and counted without names', async () => {
  const { meeting, poll } = await inRound(await room(), rulesWith({ vote: 'secret' }));
  const { desk, book, at } = meeting;
  await counted(meeting, poll);
  const vote = await concluding(meeting);
  const said = at.said.length;
  expect(codeOf(await desk.call('vote.cast', { book, poll: vote.poll, about: 'a'.repeat(64), choice: 'agree' }))).toBe(
    'stale-object',
  );
  granted(await desk.call('vote.cast', { book, poll: vote.poll, about: vote.about, choice: 'disagree' }));
  const casts: (readonly [number, Sealed])[] = [];
  for (const number of [0, 3, 4, 5])
    casts.push([number, await voteAs(meeting, number, vote.poll, vote.about, number === 5 ? 'abstain' : 'agree')]);
  expect(casts.map(([, { code }]) => code)).toEqual(['ok', 'ok', 'ok', 'ok']);
  // But for the desk's own link on its way up, no choice is anywhere.
  const heard = at.said
    .slice(said)
    .filter(({ way, link, text }) => !(way === 'up' && link === 'desk') && /"(disagree|abstain)"/.test(text));
  expect(heard).toEqual([]);
  expect(tracesInTables(at.folder, new Map([['choice', '"choice":"disagree"']]))).toEqual([]);
  granted(await desk.call('conclusion.vote.close', { book, poll: vote.poll }));
  for (const [number, sealed] of casts) expect(await releaseAs(pageNo(meeting, number), sealed)).toBe('ok');
  expect(stateOf(meeting).polls[vote.poll]?.step).toBe('counted');
  const shown = (await sessionOf(meeting)).platforms[0]?.conclusion;
  expect(shown).toMatchObject({ passed: true, votes: [] });
  expect(JSON.stringify(shown)).not.toContain(`"${seatNo(meeting, 3)}"`);
});

test('[BA9] the envelope of a secret sheet has one size, however much is said in it', async () => {
  expect(frame(new Uint8Array(10)).length).toBe(SMALLEST_FRAME);
  expect(frame(new Uint8Array(10), SECRET_FRAME).length).toBe(SECRET_FRAME);
  const { meeting, poll } = await inRound(await room(), rulesWith({ secrecy: 'secret', individualSheets: false }));
  await deskCast(meeting, poll, sheet('met', Array.from({ length: 300 }, (_, at) => at * 7919).join(' ')));
  const bodies = (await meeting.at.headless.store.readBook(meeting.book as never)).flatMap(({ entries }) =>
    entries.flatMap(({ body }) => (body?.includes('"envelope"') ? [body] : [])),
  );
  expect(bodies.map((body) => (JSON.parse(body) as { envelope: string }).envelope.length)).toEqual([
    Math.ceil(((12 + SECRET_FRAME + 16) * 4) / 3),
  ]);
});

const WORD = 'NGỰA-VẰN-1177';
const marks = (): Record<string, Item> => sheet('not-met', WORD);
const SECRETS = new Map([['word', WORD]]);

/** Seat 4 is absent, with a page: its opinion in clear, its marks sealed to chair and secretary. */
async function withOpinion() {
  const at = await room();
  const meeting = await joined(at);
  const page = pageNo(meeting, 4);
  const platform = platformNo(meeting);
  const state = stateOf(meeting);
  const place = {
    book: meeting.book as BookId,
    feed: page.own.feed,
    seq: page.own.seq + 1,
    seat: page.seat,
    poll: platform as PlatformId,
  };
  const plain = writeBallot({ poll: platform as never, items: marks() }, salt());
  const sealed = await sealBallot(
    nodeCiphers,
    place,
    plain,
    holdersOf(state, { holders: [...opinionHolders(state)] }, page.seat),
  );
  const { envelope, commit, shares } = sealed.body;
  // Before the meeting is opened.
  const { code, entry } = await stateAs(page, { kind: 'opinion-sealed', body: { platform, envelope, commit, shares } });
  expect(code).toBe('ok');
  expect(
    (await stateAs(page, { kind: 'opinion-written', body: { _salt: salt(), platform, text: 'Đề nghị xem lại.' } }))
      .code,
  ).toBe('ok');
  const { desk, book } = meeting;
  granted(await desk.call('meeting.open', { book, presiding: seatNo(meeting, 0) }));
  for (const number of [0, 1, 3, 5]) await attend(meeting, number);
  granted(await desk.call('attendance.mark', { book, seat: page.seat, presence: 'excused', note: '' }));
  await declare(meeting);
  const poll = await openRound(meeting);
  const casts: (readonly [number, Sealed])[] = [];
  for (const number of [0, 3, 5]) casts.push([number, await pageCast(meeting, number, poll)]);
  await deskCast(meeting, poll);
  return { meeting, poll, casts, page, ballot: entry, key: sealed.key };
}
const quiet = ({ at }: Meeting) => [
  ...at.said.flatMap(({ link, text }) => tracesIn(text, SECRETS).map((name) => `${link}: ${name}`)),
  ...at.log.flatMap((line) => tracesIn(line, SECRETS)),
  ...tracesInFiles(at.folder, SECRETS),
];

test('[BA5] marks of an absent member are sealed until the reveal, opened by their device, and never counted', async () => {
  const { meeting, poll, casts, page, ballot, key } = await withOpinion();
  const released = { kind: 'key-released' as const, body: { poll, ballot: ballot as never, key: toBase64(key) } };
  expect((await stateAs(page, released)).code).toBe('not-revealed');
  expect(quiet(meeting)).toEqual([]);
  await finish(meeting, poll, casts);
  expect(quiet(meeting)).toEqual([]);
  expect((await stateAs(page, released)).code).toBe('ok');
  const shown = (await results(meeting)).platforms[0];
  expect(shown?.opinions.map(({ seat, valid, items }) => [seat, valid, items['p1']?.mark])).toEqual([
    [page.seat, true, 'not-met'],
  ]);
  expect(shown?.sheets.map(({ seat }) => seat)).not.toContain(page.seat);
  expect(shown?.result.valid).toBe(4);
});

test('[BA5] or by both holders, where the absent member’s device stays away', async () => {
  const { meeting, poll, casts, ballot } = await withOpinion();
  const { desk, book } = meeting;
  const chair = pageNo(meeting, 0);
  expect(codeOf(await chair.client.call('ballot.read', { book, poll, ballot }))).toBe('not-revealed');
  expect(codeOf(await desk.call('share.release', { book, poll, ballot }))).toBe('not-revealed');
  await finish(meeting, poll, casts);
  granted(await desk.call('share.release', { book, poll, ballot }));
  expect((await results(meeting)).platforms[0]?.opinions[0]?.valid).toBe(false);
  const read = granted(await chair.client.call('ballot.read', { book, poll, ballot }));
  const share = await shareOf(chair, read, platformNo(meeting));
  expect((await stateAs(chair, { kind: 'share-released', body: { poll, ballot: ballot as never, share } })).code).toBe(
    'ok',
  );
  expect((await results(meeting)).platforms[0]?.opinions[0]).toMatchObject({ valid: true });
});

/** A picture as far as its first bytes tell. */
const PHOTO = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(`chữ viết tay ${WORD}`.repeat(40))]);

/** The vice-chair has no device: a sheet of paper. */
async function withPaper(more: Partial<CouncilRules> = {}) {
  const at = await room();
  const meeting = await opened(await joined(at, rulesWith(more)));
  const { desk, book } = meeting;
  await attend(meeting, 2);
  await declare(meeting);
  const seat = seatNo(meeting, 2);
  granted(
    await desk.call('interest.record', { book, seat, declared: [{ platform: platformNo(meeting), conflict: false }] }),
  );
  const poll = await openRound(meeting);
  return { at, meeting, poll, seat };
}
const upload = async ({ at }: Meeting) =>
  granted(await at.headless.store.putBlob([PHOTO], { maxBytes: 1_000_000 })).sha256;

test('[BA6] a sheet of paper is numbered, entered by one and confirmed by another, and its photo is seen after the count', async () => {
  const { at, meeting, poll, seat } = await withPaper();
  const { desk, book } = meeting;
  const enter = async (photo?: string) =>
    await desk.call('paper.enter', { book, poll, seat, items: marks(), comment: '', ...(photo ? { photo } : {}) });
  expect(codeOf(await enter())).toBe('paper-not-issued');
  expect(codeOf(await desk.call('paper.issue', { book, poll, seats: [seatNo(meeting, 3)] }))).toBe('seat-has-device');
  granted(await desk.call('paper.issue', { book, poll, seats: [seat] }));
  expect(stateOf(meeting).polls[poll]?.paper[seat]?.number).toBe(1);
  const printed = granted(await desk.call('paper.print', { book, poll }));
  expect(printed.pages).toBe(1);
  expect(codeOf(await pageNo(meeting, 3).client.call('blob.open', { book, sha256: printed.sha256 }))).toBe(
    'blob-not-of-book',
  );

  const photo = await upload(meeting);
  const first = granted(await enter(photo)).ballot;
  granted(await desk.call('paper.reopen', { book, poll, seat }));
  const { ballot } = granted(await enter(await upload(meeting)));
  expect(ballot).not.toBe(first);
  // What was entered is nowhere but in the desk's own sending of it; nor is the photo.
  const heard = at.said.filter(
    ({ way, text }) => !(way === 'up' && text.includes('"paper.enter"')) && tracesIn(text, SECRETS).length > 0,
  );
  expect(heard).toEqual([]);
  expect([
    ...tracesInFiles(at.folder, SECRETS),
    ...tracesInTables(at.folder, SECRETS),
    ...at.log.filter((line) => line.includes(WORD)),
  ]).toEqual([]);
  for (const client of [desk, pageNo(meeting, 3).client]) {
    const url = await client.call('blob.open', { book, sha256: photo });
    expect(client === desk || !url.ok).toBe(true);
  }
  expect(await at.headless.store.hasBlob(photo)).toBe(false);

  const casts: (readonly [number, Sealed])[] = [];
  for (const number of [0, 3, 4, 5]) casts.push([number, await pageCast(meeting, number, poll)]);
  await deskCast(meeting, poll);
  expect(codeOf(await desk.call('entry.confirm', { book, entry: ballot }))).toBe('confirmed-by-same-seat');
  expect((await stateAs(pageNo(meeting, 0), { kind: 'entry-confirmed', body: { entry: ballot as never } })).code).toBe(
    'ok',
  );
  await finish(meeting, poll, casts);
  const sheets = (await results(meeting)).platforms[0]?.sheets;
  expect(sheets?.find((each) => each.seat === seat)).toMatchObject({ valid: true, items: { p1: { mark: 'not-met' } } });
  const sealed = stateOf(meeting).polls[poll]?.ballots[ballot];
  expect(sealed).toMatchObject({
    via: 'paper',
    by: seatNo(meeting, 1),
    photo: { sha256: photo, mediaType: 'image/png', size: PHOTO.length },
  });
  expect(codeOf(await pageNo(meeting, 3).client.call('blob.open', { book, sha256: photo }))).toBe('ok');
  expect(await at.headless.store.hasBlob(photo)).toBe(true);
});

test('[BA6] an entry that is refused leaves no photo behind; a secret ballot takes none', async () => {
  const blind = await withPaper();
  const { desk, book } = blind.meeting;
  granted(await desk.call('paper.issue', { book, poll: blind.poll, seats: [blind.seat] }));
  const photo = await upload(blind.meeting);
  const refused = await desk.call('paper.enter', {
    book,
    poll: blind.poll,
    seat: blind.seat,
    items: {},
    comment: '',
    photo,
  });
  expect(codeOf(refused)).toBe('mark-missing');
  expect(await blind.at.headless.store.hasBlob(photo)).toBe(false);
  const secret = await withPaper({ secrecy: 'secret', individualSheets: false });
  granted(
    await secret.meeting.desk.call('paper.issue', {
      book: secret.meeting.book,
      poll: secret.poll,
      seats: [secret.seat],
    }),
  );
  const other = await upload(secret.meeting);
  const asked = { book: secret.meeting.book, poll: secret.poll, seat: secret.seat, items: sheet(), comment: '' };
  expect(codeOf(await secret.meeting.desk.call('paper.enter', { ...asked, photo: other }))).toBe(
    'photo-of-secret-ballot',
  );
  expect(tracesInFiles(secret.at.folder, SECRETS)).toEqual([]);
  granted(await secret.meeting.desk.call('paper.enter', asked));
});

test('[BA6] what nobody else has compared is set aside unopened, and its photo stays sealed', async () => {
  const { at, meeting, poll, seat } = await withPaper();
  const { desk, book } = meeting;
  granted(await desk.call('paper.issue', { book, poll, seats: [seat] }));
  const photo = await upload(meeting);
  granted(await desk.call('paper.enter', { book, poll, seat, items: marks(), comment: '', photo }));
  const casts: (readonly [number, Sealed])[] = [];
  for (const number of [0, 3, 4, 5]) casts.push([number, await pageCast(meeting, number, poll)]);
  await deskCast(meeting, poll);
  await finish(meeting, poll, casts);
  expect((await results(meeting)).platforms[0]?.sheets.find((each) => each.seat === seat)).toMatchObject({
    valid: false,
    code: 'paper-not-confirmed',
    items: {},
  });
  expect(await at.headless.store.hasBlob(photo)).toBe(false);
  expect(tracesInFiles(at.folder, SECRETS)).toEqual([]);
});
