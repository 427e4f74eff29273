// How a link becomes the desk or a seat, and what a joined seat sends: its own signed entries and its presence.
import { fromBase64, toBase64 } from '../../shared/base/bytes.ts';
import { type BookId, type FeedId, isBase64, type SeatId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { wireRun } from '../../shared/book/book.ts';
import { feedStart } from '../../shared/book/entry.ts';
import { shownNext } from '../../shared/book/recorded.ts';
import type { Handlers, Identity, Peer } from '../../shared/contract/host.ts';
import { helloMessage } from '../../shared/seal/device-proof.ts';
import { admit } from './admit-run.ts';
import { closedFiles, closedTo, entriesFor } from './closed-platforms.ts';
import type { Desk } from './desk.ts';
import { seatFrom } from './desk-seat.ts';
import type { LiveBook } from './live-book.ts';
import { admitDevice, holdsKeys } from './seat-device.ts';
import { markedKey, openedKey } from './view-polls.ts';

type Names =
  | 'desk.enter'
  | 'seat.challenge'
  | 'seat.ask'
  | 'seat.join'
  | 'seat.return'
  | 'feed.append'
  | 'feed.tip'
  | 'recording.read'
  | 'ballot.read'
  | 'presence.report';

const RUN_ENTRIES = 500;
const nothing = ok({});

/** Compares without telling by time how much was right. */
function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let at = 0; at < b.length; at++) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
}

const recordingKey = (live: LiveBook): string => live.book.feeds.get(live.state.recording.feed)?.key ?? '';

/** What a recusal closes stays closed at addresses that were given before it, at every link of that seat. */
function closeFiles({ around, linksOf }: Desk, { id, state }: LiveBook, identity: Identity & { who: 'seat' }): void {
  const files = closedFiles(state, closedTo(state, identity));
  if (files.size > 0) for (const link of linksOf(id, identity.seat)) around.addresses.close(files, link);
}

function become(
  desk: Desk,
  peer: Peer,
  live: LiveBook,
  seat: string,
): Result<{ readonly book: string; readonly seat: string; readonly recording: string }> {
  if (!peer.become({ who: 'seat', book: live.id, seat })) return refuse('link-taken');
  desk.arrived(peer, live, seat);
  return ok({ book: live.id, seat, recording: recordingKey(live) });
}

export const seatHandlers = (desk: Desk): Pick<Handlers, Names> => ({
  'desk.enter': async (peer, { token }) => {
    if (!sameText(token, desk.around.deskToken)) {
      peer.leave('wrong-token');
      return refuse('wrong-desk-token');
    }
    return peer.become({ who: 'desk' }) ? nothing : refuse('link-taken');
  },
  'seat.challenge': async (peer) => ok({ challenge: toBase64(peer.challenge) }),
  'seat.ask': async (peer, { code }) => {
    const found = desk.around.codes.ask(code, peer.id);
    if (!found.ok) return found;
    const live = await desk.books.open(found.value.book);
    return live.ok ? ok({ ...found.value, name: live.value.state.persons[found.value.seat]?.name ?? '' }) : live;
  },
  'seat.join': async (peer, { code, key, kem, proof, via }) => {
    const asked = desk.around.codes.ask(code, peer.id);
    if (!asked.ok) return asked;
    const { book, seat } = asked.value;
    if (via !== 'page' && via !== 'guest') return refuse('via-not-allowed', { via });
    return await desk.inBook(book, async (live) => {
      if (!(await holdsKeys(desk.around, book as BookId, seat as SeatId, { key, kem, proof })))
        return refuse('device-proof-wrong');
      if (live.state.seats[seat]?.replaced) return refuse('seat-replaced');
      const used = desk.around.codes.use(code, peer.id);
      if (!used.ok) return used;
      const bound = await admitDevice(desk.around, live, seat as SeatId, { key, kem, proof });
      return bound.ok ? become(desk, peer, live, seat) : bound;
    });
  },
  'seat.return': async (peer, { book, key, sig }) => {
    const opened = await desk.books.open(book);
    if (!opened.ok) return opened.refusal.code === 'book-replaced' ? opened : refuse('seat-not-known-here');
    const device = opened.value.state.devices[key];
    const holds = device !== undefined && device.unbound === undefined && isBase64(sig, 64);
    const message = helloMessage(opened.value.id, peer.challenge);
    if (!holds || !(await desk.around.verify(fromBase64(key), message, fromBase64(sig))))
      return refuse('seat-not-known-here');
    return become(desk, peer, opened.value, device.seat);
  },
  'feed.append': async ({ identity }, { book, run }) =>
    await desk.inBook(book, async (live) => {
      if (identity.who !== 'seat') return refuse('not-allowed', { name: 'feed.append', who: identity.who });
      const admitted = await admit(desk.around, live, run, identity.seat as SeatId);
      closeFiles(desk, live, identity);
      return admitted;
    }),
  'feed.tip': async ({ identity }, { book, feed }) => {
    const opened = await desk.books.open(book);
    if (!opened.ok) return opened;
    const log = opened.value.book.feeds.get(feed as FeedId);
    const mine =
      identity.who === 'seat' && log !== undefined && opened.value.state.devices[log.key]?.seat === identity.seat;
    const last = mine ? log.entries.at(-1) : undefined;
    return ok({ seq: last === undefined ? 0 : (log?.entries.length ?? 0), hash: last?.hash ?? '' });
  },
  'recording.read': async ({ identity }, { book, from, feed }) => {
    const opened = await desk.books.open(book);
    if (!opened.ok) return opened;
    const { state, book: whole } = opened.value;
    const run = shownNext(whole, desk.around.ciphers.sha256, { feed, from }, RUN_ENTRIES);
    if (run === undefined) return ok({ run: null });
    const entries = entriesFor(state, closedTo(state, identity), run.entries);
    return ok({ run: wireRun({ ...run, entries }) });
  },
  'ballot.read': async ({ identity }, { book, poll, ballot }) => {
    const opened = await desk.books.open(book);
    if (!opened.ok) return opened;
    const at = opened.value.state.polls[poll];
    const written = opened.value.state.sealedOpinions[ballot];
    // Of its own platform only: a round that was counted elsewhere opens nothing here.
    const isOf = at?.subject.of === 'platform' && at.subject.platform === written?.platform;
    const opinion = isOf ? written : undefined;
    const sealed = at?.ballots[ballot] ?? opinion;
    if (at === undefined || sealed === undefined) return refuse('poll-unknown');
    // An absent member's sealed marks are opened with the platform's first round, or at any time after.
    if (at.step !== 'revealed' && !(opinion && at.step === 'counted'))
      return refuse(at.step === 'counted' ? 'already-counted' : 'not-revealed');
    if (identity.who !== 'seat' || !sealed.shares.some(({ holder }) => (holder as string) === identity.seat))
      return refuse('not-a-holder');
    const log = opened.value.book.feeds.get(sealed.feed);
    const entry = log?.entries[sealed.seq - 1];
    if (log === undefined || entry === undefined || entry.body === null) return refuse('ballot-not-counted');
    const previous =
      log.entries[sealed.seq - 2]?.hash ?? feedStart(desk.around.ciphers.sha256, log.feed, fromBase64(log.key));
    return ok({ previous, head: entry.head, body: entry.body });
  },
  'presence.report': async ({ identity }, { book, poll, marked, opened: files }) => {
    const opened = await desk.books.open(book);
    if (!opened.ok) return opened;
    const seat = seatFrom(opened.value, identity);
    if (seat === undefined || opened.value.state.polls[poll] === undefined) return refuse('poll-unknown');
    if (files !== undefined) desk.mark(opened.value, openedKey(poll, seat), files);
    desk.mark(opened.value, markedKey(poll, seat), marked);
    return nothing;
  },
});
