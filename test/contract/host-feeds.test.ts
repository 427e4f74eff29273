// What links and feeds may do to the host: strangers, false runs, forks, other people's entries, broken keys.
import { expect, test } from 'vitest';
import { newDeviceSecret, openDevice } from '../../electron/seal/node-keys.ts';
import { toBase64 } from '../../shared/base/bytes.ts';
import type { Statement } from '../../shared/book/statements.ts';
import { METHODS, type MethodName } from '../../shared/contract/methods.ts';
import type { ViewName } from '../../shared/contract/views.ts';
import { inRound, joined, opened, pageCast, pageNo, platformNo, seatNo, sessionOf, stateOf } from './host-meeting.ts';
import { clientTo, codeOf, formOf, granted, look, room, seen } from './host-room.ts';
import {
  factOf,
  freshFeed,
  joinSeat,
  keyOf,
  type PageSeat,
  returnSeat,
  send,
  signRun,
  stateAs,
  wired,
} from './host-seat.ts';

const declares = (platform: string, conflict = false): Statement => ({
  kind: 'interest-declared',
  body: { declared: [{ platform, conflict }] },
});
/** A meeting in which nobody has declared yet, so that declarations are what is sent. */
const met = async () => await opened(await joined(await room()));
const errors = (log: readonly string[]) => log.filter((line) => line.startsWith('error'));

test('[H11] a stranger asks nothing but to come in', async () => {
  const { at, book } = await joined(await room(), formOf(), []);
  const stranger = clientTo(at, 'stranger');
  for (const name of Object.keys(METHODS) as MethodName[]) {
    if ((METHODS[name].who as readonly string[]).includes('stranger')) continue;
    expect(codeOf(await stranger.call(name as 'meeting.close', { book })), name).toBe('not-allowed');
  }
  for (const view of ['home', 'session', 'criteria', 'results', 'draft', 'minutes', 'log'] satisfies ViewName[])
    expect(codeOf(await look(stranger, view as 'session', { book })), view).toBe('not-allowed');
  expect(codeOf(await stranger.call('seat.ask', { code: 'AAAA AAAA' }))).toBe('code-wrong');
  expect(codeOf(await stranger.call('seat.return', { book, key: 'A'.repeat(43), sig: 'A'.repeat(86) }))).toBe(
    'seat-not-known-here',
  );
  expect(codeOf(await stranger.call('desk.enter', { token: 'x' }))).toBe('link-lost');
  await new Promise(setImmediate);
  expect(stranger.state).toBe('closed');
});

test('[H11] keys and signatures in another spelling are refused, and are no fault', async () => {
  const meeting = await joined(await room(), formOf(), [0]);
  const { at, desk, book } = meeting;
  const { code } = granted(await desk.call('seat.code', { book, seat: seatNo(meeting, 3) }));
  const stranger = clientTo(at, 'stranger');
  const secret = openDevice(newDeviceSecret());
  const good = { code, key: keyOf(secret), kem: toBase64(secret.kem), proof: 'A'.repeat(86), via: 'page' as const };
  const odd = (text: string) => `${text.slice(0, -1)}_`;
  for (const wrong of [
    good,
    { ...good, key: odd(good.key) },
    { ...good, kem: odd(good.kem) },
    { ...good, proof: odd(good.proof) },
    { ...good, via: 'app' as const },
  ])
    expect(codeOf(await stranger.call('seat.join', wrong))).toMatch(/^(device-proof-wrong|via-not-allowed)$/);
  const known = pageNo(meeting, 0).key;
  for (const sig of ['A'.repeat(86), odd('A'.repeat(86))])
    expect(codeOf(await clientTo(at, 'stranger').call('seat.return', { book, key: known, sig }))).toBe(
      'seat-not-known-here',
    );
  expect(errors(at.log)).toEqual([]);
  expect((await sessionOf(meeting)).readOnly).toBeUndefined();
  expect(granted(await joinSeat(clientTo(at, 'seat 3'), code)).seat).toBe(seatNo(meeting, 3));
});

test('[H12] a link is one person for ever', async () => {
  const meeting = await joined(await room(), formOf(), [0]);
  const { at, desk, book } = meeting;
  const page = pageNo(meeting, 0);
  expect(codeOf(await page.client.call('desk.enter', { token: at.headless.deskToken }))).toBe('not-allowed');
  const { code } = granted(await desk.call('seat.code', { book, seat: seatNo(meeting, 3) }));
  expect(codeOf(await page.client.call('seat.ask', { code }))).toBe('not-allowed');
  expect(codeOf(await desk.call('seat.ask', { code }))).toBe('not-allowed');
  expect((await seen(page.client, 'session', { book })).me).toMatchObject({ as: 'seat', seat: seatNo(meeting, 0) });
});

test('[H12] two that enter on one link at once are one', async () => {
  const { at } = await joined(await room(), formOf(), []);
  const client = clientTo(at, 'desk');
  const both = await Promise.all([1, 2].map(() => client.call('desk.enter', { token: at.headless.deskToken })));
  expect(both.map(codeOf)).toEqual(['ok', 'not-allowed']);
});

test('[H12] a seat is in its own book and sees none other', async () => {
  const at = await room();
  const meeting = await joined(at, formOf(), [0]);
  const other = await joined(at, formOf({ subject: 'Phiên khác' }), []);
  const { client } = pageNo(meeting, 0);
  for (const book of [other.book, 'ab'.repeat(32)]) {
    expect(codeOf(await look(client, 'session', { book }))).toBe('not-allowed');
    expect(codeOf(await client.call('recording.read', { book, from: 1 }))).toBe('not-allowed');
    expect(codeOf(await client.call('blob.open', { book, sha256: 'ab'.repeat(32) }))).toBe('not-allowed');
  }
  expect(codeOf(await look(client, 'home', {}))).toBe('not-allowed');
  const run = (await signRun(pageNo(meeting, 0), [factOf(declares(platformNo(meeting)))])).run;
  expect(
    codeOf(
      await client.call('feed.append', {
        book: meeting.book,
        run: wired({ ...run, feed: other.book.slice(0, 32) as never }),
      }),
    ),
  ).toBe('wrong-feed');
});

test('[H13] two links of one seat are one member; the seat is here until both are gone', async () => {
  const meeting = await joined(await room(), formOf(), [0]);
  const { at, book } = meeting;
  const page = pageNo(meeting, 0);
  const second = granted(await returnSeat(clientTo(at, 'seat 0 again'), book, page.secret));
  const here = async () => (await sessionOf(meeting)).seats[0]?.here;
  expect((await stateAs(second, declares(platformNo(meeting)))).code).toBe('ok');
  expect((await stateAs(page, declares(platformNo(meeting)))).code).toBe('ok');
  const gone = async () => await new Promise((done) => setTimeout(done, 5));
  page.client.close();
  await gone();
  expect(await here()).toBe(true);
  second.client.close();
  await gone();
  expect(await here()).toBe(false);
});

test('[H13] a code seats one device, once', async () => {
  const meeting = await joined(await room(), formOf(), []);
  const { at, desk, book } = meeting;
  const { code } = granted(await desk.call('seat.code', { book, seat: seatNo(meeting, 0) }));
  expect(codeOf(await joinSeat(clientTo(at, 'one'), code))).toBe('ok');
  expect(codeOf(await clientTo(at, 'two').call('seat.ask', { code }))).toBe('code-used');
  expect(codeOf(await desk.call('seat.code', { book, seat: seatNo(meeting, 0) }))).toBe('seat-has-device');
  expect(codeOf(await desk.call('seat.code', { book, seat: '0'.repeat(16) }))).toBe('seat-unknown');
});

test('[H14] the same run sent again is answered as the first time and written once', async () => {
  const meeting = await met();
  const page = pageNo(meeting, 3);
  const late = [factOf(declares('0'.repeat(16))), factOf(declares(platformNo(meeting)))];
  const { run } = await signRun(page, late);
  const first = granted(await send(page, run));
  const before = stateOf(meeting).recording.seq;
  expect(first).toEqual({ refused: [{ seq: 1, code: 'platform-unknown' }] });
  for (let again = 0; again < 3; again++) expect(granted(await send(page, run))).toEqual(first);
  expect(stateOf(meeting).recording.seq).toBe(before);
  expect(granted(await page.client.call('feed.tip', { book: meeting.book, feed: run.feed }))).toEqual({
    seq: 2,
    hash: run.entries[1]?.hash,
  });
});

test('[H14] a run that begins with what is known and goes on is taken from there', async () => {
  const meeting = await met();
  const page = pageNo(meeting, 3);
  const one = await signRun(page, [factOf(declares(platformNo(meeting), true))]);
  granted(await send(page, one.run));
  const two = await signRun({ ...page, own: one.own }, [factOf(declares(platformNo(meeting), false))]);
  const both = {
    ...one.run,
    entries: [...one.run.entries, ...two.run.entries],
    commits: [...one.run.commits, ...two.run.commits],
  };
  expect(granted(await send(page, both))).toEqual({ refused: [] });
  expect(stateOf(meeting).declarations[page.seat]?.[platformNo(meeting)]?.conflict).toBe(false);
});

test('[H15] a feed that says two things at one number is stopped there, and both are kept as proof', async () => {
  const meeting = await met();
  const { at, book } = meeting;
  const page = pageNo(meeting, 3);
  const honest = await signRun(page, [factOf(declares(platformNo(meeting)))]);
  const forked = await signRun(page, [factOf(declares(platformNo(meeting), true))]);
  granted(await send(page, honest.run));
  const before = stateOf(meeting).recording.seq;
  expect(await send(page, forked.run)).toEqual({
    ok: false,
    refusal: { code: 'fork', params: { feed: page.own.feed, seq: 1 } },
  });
  const proof = await at.headless.store.readForks(book as never);
  expect(proof).toMatchObject([
    { seq: 1, kept: { entries: [{ hash: honest.own.hash }] }, other: { entries: [{ hash: forked.own.hash }] } },
  ]);
  expect(proof[0]?.other.commits).toHaveLength(1);
  expect(stateOf(meeting).recording.seq).toBe(before);
  // The feed goes no further, what it said before stands, and its device may begin another.
  const next = await signRun({ ...page, own: honest.own }, [factOf(declares(platformNo(meeting), true))]);
  expect(codeOf(await send(page, next.run))).toBe('fork');
  expect(granted(await send(page, honest.run))).toEqual({ refused: [] });
  expect(
    (await stateAs({ ...page, own: freshFeed(book, page.seat, page.key) }, declares(platformNo(meeting)))).code,
  ).toBe('ok');
});

test('[H15] only the device itself can prove a fork: a false signature or another seat changes nothing', async () => {
  const meeting = await met();
  const { at, book } = meeting;
  const page = pageNo(meeting, 3);
  const honest = await signRun(page, [factOf(declares(platformNo(meeting)))]);
  granted(await send(page, honest.run));
  const forked = await signRun(page, [factOf(declares(platformNo(meeting), true))]);
  const [commit] = honest.run.commits;
  expect(codeOf(await send(page, { ...forked.run, commits: commit ? [commit] : [] }))).toBe('bad-signature');
  expect(codeOf(await send({ client: pageNo(meeting, 4).client, book }, forked.run))).toBe('key-unbound');
  expect(await at.headless.store.readForks(book as never)).toEqual([]);
  expect((await stateAs({ ...page, own: honest.own }, declares(platformNo(meeting), true))).code).toBe('ok');
});

test('[H16] a run of a key that is bound to nobody, or to another seat, is not taken', async () => {
  const meeting = await met();
  const { book, at } = meeting;
  const [three, four] = [pageNo(meeting, 3), pageNo(meeting, 4)];
  const device = openDevice(newDeviceSecret());
  const unbound: PageSeat = { ...three, device, own: freshFeed(book, three.seat, keyOf(device)) };
  expect((await stateAs(unbound, declares(platformNo(meeting)))).code).toBe('key-unbound');
  expect((await stateAs({ ...four, client: three.client }, declares(platformNo(meeting)))).code).toBe('key-unbound');
  const held = [...(at.headless.host.desk.books.peek(book)?.held.keys() ?? [])];
  for (const feed of held)
    expect((await stateAs({ ...three, own: { ...three.own, feed } }, declares(platformNo(meeting)))).code).toBe(
      'wrong-feed',
    );
  expect((await seen(meeting.desk, 'log', { book })).rows.some(({ kind }) => kind === 'interest-declared')).toBe(false);
});

test('[H16] an entry in another seat\u2019s name is refused, on record, and says nothing about that seat', async () => {
  const meeting = await met();
  const { book } = meeting;
  const page = pageNo(meeting, 3);
  const other = seatNo(meeting, 4) as never;
  const posing = { ...page, own: { ...page.own, seat: other } };
  expect((await stateAs(posing, declares(platformNo(meeting), true))).code).toBe('key-unbound');
  const proxy = { for: other, via: 'hands' } as const;
  const own = { ...posing, own: { ...posing.own, seat: page.seat } };
  expect((await stateAs(own, declares(platformNo(meeting), true), proxy)).code).toBe('for-not-allowed');
  expect(stateOf(meeting).declarations[other]).toBeUndefined();
  const { rows } = await seen(meeting.desk, 'log', { book });
  expect(rows.filter(({ refused }) => refused).map(({ seat, refused }) => [seat, refused])).toEqual([
    [other, 'key-unbound'],
    [page.seat, 'for-not-allowed'],
  ]);
  // Whoever checks the book afterwards asks whose feed it is: the device's, whatever its first entry claims.
  expect(stateOf(meeting).feeds[page.own.feed]?.seat).toBe(page.seat);
});

test('[H17] rulings, unknown kinds and broken bodies in a seat\u2019s feed are refused and seen in the log', async () => {
  const meeting = await met();
  const { book, desk } = meeting;
  const page = pageNo(meeting, 3);
  const text = (kind: string, body: string) => ({ kind, body, at: new Date().toISOString() });
  const { run, own } = await signRun(page, [
    text('revealed', '{"poll":"0000000000000000"}'),
    text('from-the-future', '{}'),
    text('vote-cast', '{"b":1,"a":2}'),
    text('minutes-approved', '{"sha256":"x"}'),
    factOf(declares(platformNo(meeting))),
  ]);
  expect(granted(await send(page, run)).refused.map(({ code }) => code)).toEqual([
    'fact-misplaced',
    'fact-unknown',
    'body-malformed',
    'body-malformed',
  ]);
  page.own = own;
  const { rows } = await seen(desk, 'log', { book });
  expect(rows.filter(({ feed }) => feed === own.feed).map(({ kind, refused }) => [kind, refused])).toEqual([
    ['revealed', 'fact-misplaced'],
    ['from-the-future', 'fact-unknown'],
    ['vote-cast', 'body-malformed'],
    ['minutes-approved', 'body-malformed'],
    ['interest-declared', undefined],
  ]);
  expect((await sessionOf(meeting)).readOnly).toBeUndefined();
  expect(stateOf(meeting).declarations[page.seat]).toBeDefined();
});

test('[H17] a run with gaps, loose ends or another book\u2019s entries is refused whole', async () => {
  const at = await room();
  const meeting = await joined(at, formOf(), [3]);
  const other = await joined(at, formOf({ subject: 'khác' }), []);
  const page = pageNo(meeting, 3);
  const { run } = await signRun(page, [factOf(declares(platformNo(meeting))), factOf(declares(platformNo(meeting)))]);
  expect(codeOf(await send(page, { ...run, from: 2, entries: run.entries.slice(1) }))).toBe('run-gap');
  expect(codeOf(await send(page, { ...run, entries: run.entries.slice(0, 1) }))).toBe('run-unsigned');
  const elsewhere = await signRun({ ...page, own: { ...page.own, book: other.book as never } }, [
    factOf(declares(platformNo(meeting))),
  ]);
  expect(codeOf(await send(page, elsewhere.run))).toBe('wrong-book');
  expect(granted(await page.client.call('feed.tip', { book: meeting.book, feed: run.feed }))).toEqual({
    seq: 0,
    hash: '',
  });
});

test('[H18] the recording feed is read in whole commits, from any entry, and its end is nothing', async () => {
  const meeting = await met();
  const { client, book } = pageNo(meeting, 3);
  const { seq } = stateOf(meeting).recording;
  for (let from = 1; from <= seq; from++) {
    const { run } = granted(await client.call('recording.read', { book, from }));
    expect(run?.from).toBe(from);
    expect(run?.commits.at(-1)?.seq).toBe(from + (run?.entries.length ?? 0) - 1);
  }
  expect(granted(await client.call('recording.read', { book, from: seq + 1 }))).toEqual({ run: null });
});

test('[H18] a seat asks for its own feed only, and for files of its book only', async () => {
  const { meeting, poll } = await inRound(await room());
  const { book, at } = meeting;
  const [three, four] = [pageNo(meeting, 3), pageNo(meeting, 4)];
  await pageCast(meeting, 3, poll);
  expect(granted(await four.client.call('feed.tip', { book, feed: three.own.feed }))).toEqual({ seq: 0, hash: '' });
  const kept = granted(await at.headless.store.putBlob([Buffer.from('của máy này')], { maxBytes: 99 }));
  for (const sha256 of [kept.sha256, 'ab'.repeat(32)])
    expect(codeOf(await four.client.call('blob.open', { book, sha256 }))).toBe('blob-not-of-book');
});

test('[H19] a text that grows when it is cleaned never ends a book: it is refused before it is written', async () => {
  const meeting = await joined(await room(), formOf(), []);
  const { desk, book } = meeting;
  granted(await desk.call('meeting.open', { book, presiding: seatNo(meeting, 0) }));
  // One character that NFC writes as two (U+0958, a composition exclusion): 300 of them pass the form, 600 do not fit.
  const mark = async (note: string) =>
    codeOf(await desk.call('attendance.mark', { book, seat: seatNo(meeting, 0), presence: 'present', note }));
  expect(await mark('\u0958'.repeat(300))).toBe('body-malformed');
  expect(await mark('\ud800')).toMatch(/^(ok|body-malformed)$/);
  expect((await sessionOf(meeting)).readOnly).toBeUndefined();
  expect(await mark('đến muộn')).toBe('ok');
  expect(codeOf(await desk.call('session.create', formOf({ subject: '\u0958'.repeat(500) })))).toBe('body-malformed');
  expect(codeOf(await desk.call('session.create', formOf({ subject: 'nửa \ud800' })))).toMatch(/^(ok|body-malformed)$/);
  const letter = { book, platform: platformNo(meeting), seat: seatNo(meeting, 2) };
  expect(codeOf(await desk.call('opinion.record', { ...letter, text: '\u0958'.repeat(20_000) }))).toBe(
    'body-malformed',
  );
  expect(codeOf(await desk.call('opinion.record', { ...letter, text: 'được' }))).toBe('ok');
  expect(errors(meeting.at.log)).toEqual([]);
});

test('[H19] no seat can fill a book with feeds until it cannot be closed', async () => {
  const { meeting, poll } = await inRound(await room());
  const { book, desk } = meeting;
  const page = pageNo(meeting, 3);
  const codes = new Set<string>();
  for (let feed = 0; feed < 40; feed++) {
    const { code } = await stateAs({ ...page, own: freshFeed(book, page.seat, page.key) }, declares('0'.repeat(16)));
    codes.add(code);
  }
  expect([...codes]).toEqual(['platform-unknown', 'too-many-feeds']);
  expect(Object.keys(stateOf(meeting).feeds).length).toBeLessThan(30);
  expect(codeOf(await desk.call('round.close', { book, poll }))).toBe('ok');
});
