// Passes the recording of a history on, by whom and with whose word a test says; nothing here asks whether that may be.
import type { FeedId, SeatId } from '../../shared/base/ids.ts';
import { appendRun, type Book } from '../../shared/book/book.ts';
import { writeBody } from '../../shared/book/fact.ts';
import { advance } from '../../shared/book/fold.ts';
import type { HeadRef } from '../../shared/book/head.ts';
import type { Ground } from '../../shared/book/judge-passing.ts';
import { type Passage, resumedMessage, takeoverMessage } from '../../shared/book/passing.ts';
import type { RulingOf } from '../../shared/book/rulings.ts';
import { newFeed, nextEntry, type OwnFeed } from '../../shared/book/write-entry.ts';
import { append, type HistoryTable, hexOf, kemOfDevice, keyOfDevice, seatAt, sha256, signBy } from './history-table.ts';

export const headOf = ({ feed, seq, hash }: OwnFeed): HeadRef => ({ feed, seq, hash });

export type To = {
  /** The seat that goes on, and its device where that is not the one of its number. */
  readonly to: number;
  readonly device?: number;
  readonly from?: HeadRef;
  readonly term?: number;
  readonly label?: string;
  /** Binds the device to the seat. */
  readonly binds?: boolean;
};

export const passage = (table: HistoryTable, { to, device = to, from, term, label, binds }: To): Passage => ({
  book: table.book.id,
  term: term ?? table.state.recording.term + 1,
  from: from ?? headOf(table.recorder),
  feed: hexOf(`recording ${label ?? to} ${term ?? table.state.recording.term + 1}`, 16) as FeedId,
  seat: seatAt(to),
  key: keyOfDevice(device),
  ...(binds ? { kem: kemOfDevice(device) } : {}),
});

/** A keeper's word over a passage; `device` where it is not the one of the seat's number. */
export const wordOf = (at: number, over: Passage, message = takeoverMessage, device = at) => ({
  seat: seatAt(at) as SeatId,
  key: keyOfDevice(device),
  sig: signBy(device, message(over)),
});

export const takeover = (over: Passage, agreed: readonly number[]): Ground => ({
  of: 'takeover',
  agreed: agreed.map((at) => wordOf(at, over)),
});
export const resumed = (over: Passage, by: number): Ground => ({
  of: 'resumed',
  word: wordOf(by, over, resumedMessage),
});

/** The first entry of the new feed, put into the book; nobody records by it yet. */
export function begin(table: HistoryTable, over: Passage, ground: Ground, device: number, more: object = {}): OwnFeed {
  const { book, term, from, feed, seat, key, kem } = over;
  const body: RulingOf<'recording-passed'> = { term, from, ground, ...(kem === undefined ? {} : { bound: { kem } }) };
  const own = newFeed(sha256, { book, feed, key, seat, via: 'app' });
  return append(table, own, device, 'recording-passed', writeBody(body as never), more);
}

/** The council goes on with that feed. */
export function follow(table: HistoryTable, own: OwnFeed, device: number): 'on' | 'anew' {
  table.recorder = own;
  table.recorderDevice = device;
  return advance(table.state, table.book, sha256);
}

/** More than half of the keepers let another seat go on, and it does. */
export function takeOver(table: HistoryTable, to: To, agreed: readonly number[]): 'on' | 'anew' {
  const over = passage(table, to);
  const device = to.device ?? to.to;
  return follow(table, begin(table, over, takeover(over, agreed), device), device);
}

/** Another branch of a feed, as its device signed it elsewhere: `seq` entries of the first, then these. */
export function branch(
  table: HistoryTable,
  feed: FeedId,
  seq: number,
  device: number,
  facts: readonly (readonly [string, object])[],
): OwnFeed {
  const log = table.book.feeds.get(feed);
  if (log === undefined) throw new Error('no such feed');
  const start = newFeed(sha256, { book: table.book.id, feed, key: log.key, seat: seatAt(1), via: 'app' });
  let own: OwnFeed = { ...start, seq, hash: log.entries[seq - 1]?.hash ?? start.hash };
  const entries = log.entries.slice(0, seq);
  const commits = log.commits.filter((commit) => commit.seq <= seq);
  for (const [kind, body] of facts) {
    const next = nextEntry(sha256, own, { kind, body: writeBody(body as never), at: '2026-11-23T09:00:00.000Z' });
    own = next.own;
    entries.push(next.entry);
    commits.push({ seq: own.seq, sig: signBy(device, next.message) });
  }
  const other: Book = { id: table.book.id, feeds: new Map() };
  appendRun(other, { key: log.key, last: own, run: { feed, from: 1, entries, commits } });
  table.book.forks = new Map([[feed, { seq: seq + 1, log: other.feeds.get(feed) as never }]]);
  return own;
}
