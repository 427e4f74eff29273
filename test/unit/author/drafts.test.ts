// Drafts, where a sheet stands, and what a page needs to be a seat at all: the parts that need no browser.
import { describe, expect, it } from 'vitest';
import { markedIn, takeBack, withComment, withItem } from '../../../renderer/author/drafts.ts';
import { openPageSeats } from '../../../renderer/author/page-seats.ts';
import type { EntryRecord } from '../../../renderer/author/page-store.ts';
import { ownBallots, standingOf } from '../../../renderer/author/standing.ts';
import { newQueue, newTold } from '../../../renderer/author/told.ts';
import type { BookId, FeedId, Hash, PollId, SeatId } from '../../../shared/base/ids.ts';
import { PLAIN_TERMS } from '../../../shared/book/ballot.ts';
import { cleanDraft } from '../../../shared/book/draft-sheet.ts';
import { type CheckedRecording, newRecording } from '../../../shared/seal/checked-recording.ts';

describe('a draft', () => {
  it('[AU16] is made clean when it is cast: NFC, nothing empty, no reason without its mark, no half character', () => {
    const typed = {
      items: {
        c1: { mark: 'met' as const, reason: 'còn lại từ trước', remark: '  Đạt\u200b \uD83D ' },
        c2: { mark: 'not-applicable' as const, reason: 'kho\u0302ng có', cites: [] },
        c3: { remark: ' ' },
      },
      comment: '\u202eẩn',
    };
    const clean = cleanDraft(typed, PLAIN_TERMS);
    expect(clean).toEqual({
      items: { c1: { mark: 'met', remark: 'Đạt \ufffd' }, c2: { mark: 'not-applicable', reason: 'không có' } },
      comment: 'ẩn',
    });
    expect(JSON.stringify(clean).isWellFormed()).toBe(true);
  });

  it('[AU22] goes back to what stood there, also to nothing', () => {
    const first = withItem({ items: {} }, 'c1', { mark: 'met' });
    const second = withComment(first, 'chung');
    expect(takeBack(second, { criterion: '', comment: undefined })).toEqual(first);
    expect(takeBack(first, { criterion: 'c1', item: undefined })).toEqual({ items: {} });
    expect(markedIn({ items: { a: { mark: 'met' }, b: { mark: 'insufficient' }, c: {} } })).toBe(1);
  });
});

const POLL = '00000000000000aa' as PollId;
const FEED = 'f'.repeat(32) as FeedId;
const hash = (digit: string) => digit.repeat(64) as Hash;
const entry = (seq: number, kind: string, body: object): EntryRecord => ({
  book: hash('b') as string as BookId,
  feed: FEED,
  seq,
  kind,
  head: '',
  body: JSON.stringify(body),
  bodyHash: hash('0'),
  hash: hash(String(seq)),
  sig: '',
});
const cast = (seq: number) => entry(seq, 'ballot-cast', { poll: POLL, commit: String(seq) });
const reopened = (seq: number, ballot: number) =>
  entry(seq, 'ballot-reopened', { poll: POLL, ballot: hash(String(ballot)), reason: 'slip' });

/** A checked feed in which entries up to `upTo` were ruled, and a round perhaps closed. */
function checkedWith(
  ruled: readonly { at: number; upTo: number; hash?: Hash; refused?: readonly [number, string][] }[],
  closed?: { seq: number; counted: readonly Hash[]; setAside?: readonly [Hash, string][] },
): CheckedRecording {
  const checked = newRecording(hash('b') as string as BookId);
  const list = ruled.map((one) => ({
    ...one,
    hash: one.hash ?? hash(String(one.upTo)),
    refused: new Map(one.refused),
  }));
  checked.ruled.set(FEED, list);
  checked.polls.set(POLL, {
    opened: {
      poll: POLL,
      subject: { of: 'platform', platform: POLL, round: 1 },
      secrecy: 'blind',
      by: 'devices',
      entitled: [],
      holders: [] as SeatId[],
    },
    settled: new Map(),
    ...(closed
      ? { closed: { seq: closed.seq, counted: new Set<string>(closed.counted), setAside: new Map(closed.setAside) } }
      : {}),
  });
  return checked;
}
const standing = (checked: CheckedRecording, entries: readonly EntryRecord[], received = 0) => {
  const { step, cast: at, code } = standingOf(checked, entries, ({ seq }) => seq <= received, POLL);
  return [step, at?.seq, code];
};

describe('where a sheet stands', () => {
  it('[AU17] waits, is received, is refused with its code, is late', () => {
    expect(standing(checkedWith([]), [])).toEqual(['working', undefined, undefined]);
    expect(standing(checkedWith([]), [cast(1)])).toEqual(['waiting', 1, undefined]);
    expect(standing(checkedWith([]), [cast(1)], 1)).toEqual(['received', 1, undefined]);
    expect(standing(checkedWith([{ at: 9, upTo: 1, refused: [[1, 'not-present']] }]), [cast(1)], 1)).toEqual([
      'refused',
      1,
      'not-present',
    ]);
    expect(standing(checkedWith([{ at: 9, upTo: 1, refused: [[1, 'round-closed']] }]), [cast(1)], 1)).toEqual([
      'late',
      1,
      'round-closed',
    ]);
    expect(standing(checkedWith([], { seq: 9, counted: [] }), [cast(1)])).toEqual(['late', 1, 'round-closed']);
  });

  it('[AU17] a ruling over other entries than these says nothing of them', () => {
    const checked = checkedWith([{ at: 9, upTo: 1, hash: hash('e'), refused: [[1, 'not-present']] }]);
    expect(standing(checked, [cast(1)])).toEqual(['waiting', 1, undefined]);
  });

  it('[AU17] a reopening gives the sheet back, unless it was refused; what is counted is counted', () => {
    const entries = [cast(1), reopened(2, 1)];
    expect(standing(checkedWith([{ at: 8, upTo: 2 }]), entries, 2)[0]).toBe('working');
    const late = checkedWith(
      [
        { at: 7, upTo: 1 },
        { at: 9, upTo: 2, refused: [[2, 'round-closed']] },
      ],
      { seq: 8, counted: [hash('1')] },
    );
    expect(standing(late, entries, 2)).toEqual(['counted', 1, undefined]);
    expect(ownBallots(late, entries)).toMatchObject([{ superseded: false }]);
    const before = checkedWith([{ at: 7, upTo: 2 }], { seq: 8, counted: [hash('1')] });
    expect(ownBallots(before, entries)).toMatchObject([{ superseded: true }]);
    const aside = checkedWith([{ at: 7, upTo: 1 }], { seq: 8, counted: [], setAside: [[hash('1'), 'torn']] });
    expect(standing(aside, [cast(1)], 1)).toEqual(['set-aside', 1, 'torn']);
  });
});

describe('a page that cannot be a seat', () => {
  const place = { locks: {} as LockManager, channel: () => ({}) as BroadcastChannel };
  const now = () => '';
  const crypto = globalThis.crypto;

  it('[AU18] says so outside a secure context', async () => {
    const insecure = { getRandomValues: crypto.getRandomValues } as Crypto;
    const opened = await openPageSeats({
      indexedDB: {} as IDBFactory,
      crypto: insecure,
      storage: undefined,
      place,
      now,
    });
    expect(opened).toEqual({ ok: false, refusal: { code: 'context-insecure', params: {} } });
  });

  it('[AU18] says so where the browser keeps nothing', async () => {
    const indexedDB = {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    } as unknown as IDBFactory;
    const opened = await openPageSeats({ indexedDB, crypto, storage: undefined, place, now });
    expect(opened).toEqual({ ok: false, refusal: { code: 'store-unavailable', params: {} } });
  });
});

it('[AU19] work in a queue ends in its order, and a failure stops nothing after it', async () => {
  const queue = newQueue();
  const seen: string[] = [];
  const wait = async (ms: number, word: string) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    seen.push(word);
    if (word === 'b') throw new Error('b');
  };
  const all = [
    queue(async () => await wait(20, 'a')),
    queue(async () => await wait(1, 'b')),
    queue(async () => await wait(1, 'c')),
  ];
  const settled = await Promise.allSettled(all);
  expect(seen).toEqual(['a', 'b', 'c']);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  const told = newTold();
  let times = 0;
  const listener = () => {
    times += 1;
  };
  const stop = told.on(listener);
  told.on(listener);
  told.tell();
  stop();
  told.tell();
  expect(times).toBe(3);
});
