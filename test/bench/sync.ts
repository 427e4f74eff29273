// Two machines and one book: the question who lacks what, bytes on the wire, the whole book, and one new ballot to its view.
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { linkTo, must } from '../../electron/command/played-table.ts';
import { runsText } from '../../electron/exchange/on-link.ts';
import type { Replica } from '../../electron/exchange/replica.ts';
import { compareVector, writeVector } from '../../electron/exchange/vector.ts';
import type { Headless } from '../../electron/headless.ts';
import { admit } from '../../electron/host/admit-run.ts';
import { cast } from '../../electron/host/ballots.ts';
import { type LiveBook, seatFeedOf } from '../../electron/host/live-book.ts';
import { openRound } from '../../electron/host/rounds.ts';
import { nodeCiphers } from '../../electron/seal/node-ciphers.ts';
import { fromBase64, toBase64 } from '../../shared/base/bytes.ts';
import type { BookId, FeedId, Hash, SeatId } from '../../shared/base/ids.ts';
import { ok } from '../../shared/base/result.ts';
import { type Book, type RunText, tipOf, wireRun } from '../../shared/book/book.ts';
import { readFact } from '../../shared/book/fact.ts';
import { seatsInOrder } from '../../shared/book/seating.ts';
import type { Client } from '../../shared/contract/client.ts';
import { helloMessage } from '../../shared/seal/device-proof.ts';
import { bareFsyncWrite } from './bare-fsync.ts';
import { median, roundedAll, timed } from './figures.ts';
import { hostIn, withFolder } from './host-in.ts';
import { LARGE, markerFor, marksOf, playBook, type Size, USUAL } from './played-book.ts';
import { sealedBytes } from './sealed-bytes.ts';
import { bookReplica, linked } from './sync-link.ts';

const { sha256 } = nodeCiphers;
const QUESTIONS = 200;
const WHOLE_ROUNDS = 3;

/** A hundred feeds as two machines hold them that agree: no question is longer. */
async function question(): Promise<Record<string, number>> {
  const hex = (length: number) => Buffer.from(nodeCiphers.random(length)).toString('hex');
  const heads = Array.from({ length: 100 }, () => ({
    feed: hex(16) as FeedId,
    seq: 1_440,
    hash: hex(32) as Hash,
  }));
  const times: number[] = [];
  let bytes = 0;
  for (let round = 0; round < QUESTIONS; round++) {
    const { ms } = await timed(() => {
      const vector = writeVector(heads, sha256);
      bytes = Buffer.byteLength(JSON.stringify({ have: 0, vector })) + 1;
      if (compareVector(vector, heads, sha256)?.theirs.size !== 100) throw new Error('not understood');
    });
    times.push(ms);
  }
  return { question_bytes_100_feeds: bytes, question_ms: median(times), question_round_trips: 1 };
}

/** Ballots as they go over the wire, one in a message, and how much of that is padding. */
async function ballotBytes(book: Book, { criteria }: Size): Promise<Record<string, number>> {
  let bytes = 0;
  let ballots = 0;
  for (const { feed, entries, commits } of book.feeds.values())
    for (const [index, entry] of entries.entries()) {
      const read = readFact(entry);
      if (!read.ok || read.value.head.kind !== 'ballot-cast') continue;
      const from = index + 1;
      const run = wireRun({ feed, from, entries: [entry], commits: commits.filter(({ seq }) => seq === from) });
      bytes += Buffer.byteLength(runsText(0, [run]).text) + 1;
      ballots += 1;
    }
  const padding = await sealedBytes(book, criteria, criteria);
  const of = (name: string) => padding[`${name}_${criteria}`] ?? Number.NaN;
  return {
    [`sealed_wire_bytes_per_mark_${criteria}`]: bytes / ballots / criteria,
    [`sealed_padding_bytes_per_mark_${criteria}`]: of('sealed_padding_bytes_per_mark'),
  };
}

/** The whole book over a socket into an empty store of another machine. */
async function wholeBook(folder: string, book: Book, size: Size): Promise<Record<string, number>> {
  const times: number[] = [];
  let bytes = 0;
  for (let round = 0; round < WHOLE_ROUNDS; round++) {
    const from = await bookReplica(path.join(folder, `from-${round}`), book);
    const into = await bookReplica(path.join(folder, `into-${round}`));
    const { ms, value } = await timed(async () => {
      const link = await linked(into.replica, from.replica, book.id);
      await link.isWhole();
      return link;
    });
    times.push(ms);
    bytes = value.bytes();
    await value.close();
    await Promise.all([from.close(), into.close()]);
  }
  const { criteria } = size;
  return {
    [`whole_ms_${criteria}`]: median(times),
    [`whole_marks_per_s_${criteria}`]: (marksOf(size) / median(times)) * 1_000,
    [`whole_wire_bytes_per_mark_${criteria}`]: bytes / marksOf(size),
  };
}

type Cast = { readonly seat: SeatId; readonly feed: FeedId; readonly run: RunText };

/** What every seat but the recorder's casts in the round that is open, on a copy of the folder: another machine. */
async function castElsewhere(folder: string, id: BookId, poll: string, size: Size): Promise<readonly Cast[]> {
  const headless = await hostIn(folder);
  const { around, books } = headless.host.desk;
  const live = must(await books.open(id), 'open');
  await books.whole(live);
  const marker = markerFor(around, live, size, 2);
  const casts: Cast[] = [];
  for (const { seat } of seatsInOrder(live.state)) {
    const held = seatFeedOf(live, seat);
    if (held === undefined || seat === live.state.opened?.recorder) continue;
    const from = held.own.seq + 1;
    await marker.fill(seat, poll);
    must(await cast(around, live, seat, poll), 'cast');
    const log = live.book.feeds.get(held.own.feed);
    if (log === undefined) throw new Error('no feed');
    const { feed } = held.own;
    const commits = log.commits.filter(({ seq }) => seq >= from);
    casts.push({ seat, feed, run: wireRun({ feed, from, entries: log.entries.slice(from - 1), commits }) });
  }
  await headless.close();
  return casts;
}

/** A screen that watches the session: `shown` resolves with the next view that is pushed to it. */
async function watching(client: Client, book: string): Promise<{ shown: () => Promise<void>; stop: () => void }> {
  let waiting: (() => void)[] = [];
  const shown = (): Promise<void> => new Promise((done) => waiting.push(done));
  const first = shown();
  const stop = client.watch('session', { book }, (view) => {
    must(view, 'view');
    const told = waiting;
    waiting = [];
    for (const done of told) done();
  });
  await first;
  return { stop, shown };
}

async function deskClient(headless: Headless): Promise<Client> {
  const client = linkTo(headless);
  must(await client.call('desk.enter', { token: headless.deskToken }), 'desk.enter');
  return client;
}

async function seatClient(headless: Headless, live: LiveBook, seat: SeatId): Promise<Client> {
  const client = linkTo(headless);
  const held = seatFeedOf(live, seat);
  if (held === undefined) throw new Error('no device');
  const { challenge } = must(await client.call('seat.challenge', {}), 'challenge');
  const sig = toBase64(await held.device.sign(helloMessage(live.id, fromBase64(challenge))));
  must(await client.call('seat.return', { book: live.id, key: held.own.key, sig }), 'seat.return');
  return client;
}

/** The machine that records, as the exchange of its host sees it: what a seat states is ruled on in one save. */
const recorderOf = (
  { host: { desk } }: Headless,
  live: LiveBook,
  replica: Replica,
  seat: SeatId,
  kept: () => void,
): Replica => ({
  ...replica,
  tips: async () => [...live.book.feeds.values()].map((log) => ({ feed: log.feed, ...tipOf(log, sha256) })),
  onChange: () => () => {},
  take: async (book, runs) => {
    for (const each of runs) {
      const taken = await desk.inBook(book, async (here) => {
        const ruled = await admit(desk.around, here, each, seat);
        kept();
        return ruled;
      });
      if (!taken.ok) return taken;
    }
    return ok({ added: runs.length });
  },
});

/** As another machine holds it: what the recorder rules from now on is not in it. */
const copyOf = ({ id, feeds }: Book): Book => ({
  id,
  feeds: new Map(
    [...feeds].map(([feed, log]) => [feed, { ...log, entries: [...log.entries], commits: [...log.commits] }]),
  ),
});

type New = {
  readonly kept: number;
  readonly told: number;
  readonly view: number;
  readonly bare: number;
  readonly bytes: number;
};

/**
 * A ballot from the moment it stands at its author's machine: verified, ruled on and durable at the one that records; the
 * author told so, after the card of the home list is saved too; the session view out on the screen that watches.
 */
async function newBallot(
  folder: string,
  headless: Headless,
  live: LiveBook,
  { seat, feed, run }: Cast,
  client: Client,
): Promise<New> {
  live.held.delete(feed);
  let keptAt = 0;
  const kept = (): void => {
    keptAt ||= performance.now();
  };
  const author = await bookReplica(path.join(folder, `author-${seat}`), copyOf(live.book));
  const link = await linked(recorderOf(headless, live, author.replica, seat, kept), author.replica, live.id);
  await link.isWhole();
  const { shown, stop } = await watching(client, live.id);
  // What was still on its way has settled.
  await new Promise((done) => setTimeout(done, 30));
  const write = await author.ready(run);
  const view = shown();
  const whole = link.isWhole(run);
  const began = performance.now();
  write();
  const times = await Promise.all([whole, view].map((each) => each.then(() => performance.now() - began)));
  const bytes = JSON.stringify(run).length;
  const bare = bareFsyncWrite(path.join(folder, 'bare'), new Uint8Array(bytes).fill(1));
  stop();
  await link.close();
  await author.close();
  return { kept: keptAt - began, told: times[0] ?? 0, view: times[1] ?? 0, bare, bytes };
}

export async function benchmark() {
  return await withFolder(async (folder) => {
    const usual = await hostIn(path.join(folder, 'usual'));
    const usualBook = (await playBook(usual, USUAL)).book;
    const usualFigures = {
      ...(await ballotBytes(usualBook, USUAL)),
      ...(await wholeBook(path.join(folder, 'usual-whole'), usualBook, USUAL)),
    };
    await usual.close();

    const home = path.join(folder, 'large');
    const size = { ...LARGE, platforms: LARGE.platforms + 1 };
    const first = await hostIn(home);
    const played = await playBook(first, size, 1);
    const whole = await wholeBook(path.join(folder, 'large-whole'), played.book, LARGE);
    const platform = Object.keys(played.state.platforms).at(-1) ?? '';
    const { poll } = must(await openRound(first.host.desk.around, played, platform), 'round');
    await first.close();
    await cp(home, path.join(folder, 'copy'), { recursive: true });
    const casts = await castElsewhere(path.join(folder, 'copy'), played.id, poll, size);
    const headless = await hostIn(home);
    const live = must(await headless.host.desk.books.open(played.id), 'open');
    await headless.host.desk.books.whole(live);
    // The last seat only looks on; the desk's view asks in addition what every act would be refused with.
    const looking = casts.at(-1)?.seat as SeatId;
    const clients = [await seatClient(headless, live, looking), await deskClient(headless)];
    const ballots: New[][] = [[], []];
    for (const [at, each] of casts.slice(0, -1).entries())
      ballots[at % 2]?.push(await newBallot(folder, headless, live, each, clients[at % 2] as Client));
    await headless.close();
    const all = ballots.flat();
    const bare = median(all.map((each) => each.bare));
    const [atSeat = [], atDesk = []] = ballots;

    const figures = {
      marks: marksOf(LARGE),
      ...(await question()),
      ...usualFigures,
      ...whole,
      ballots: all.length,
      new_ballot_bytes: median(all.map(({ bytes }) => bytes)),
      new_ballot_bare_ms: bare,
      new_ballot_durable_over_bare_ms: median(all.map(({ kept }) => kept)) - bare,
      new_ballot_told_over_bare_ms: median(all.map(({ told }) => told)) - bare,
      new_ballot_seat_view_over_bare_ms: median(atSeat.map(({ view }) => view)) - bare,
      new_ballot_desk_view_over_bare_ms: median(atDesk.map(({ view }) => view)) - bare,
    };
    const targets = {
      question_bytes_100_feeds: '<= 2048',
      question_round_trips: '<= 1',
      question_ms: '<= 1',
      sealed_wire_bytes_per_mark_30: '<= 220',
      new_ballot_durable_over_bare_ms: '<= 3',
      new_ballot_seat_view_over_bare_ms: '<= 3',
    };
    return { figures: roundedAll(figures), targets };
  });
}
