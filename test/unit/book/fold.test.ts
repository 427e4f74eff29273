// The fold is one: at once or in steps, however the feeds arrive; and it stops with a sentence at what it does not know.
import { expect, test } from 'vitest';
import { appendRun, type Book, emptyBook } from '../../../shared/book/book.ts';
import { advance, fold } from '../../../shared/book/fold.ts';
import type { State } from '../../../shared/book/state.ts';
import { say } from '../../../shared/lang/say.ts';
import { seeded } from '../../helpers/seed.ts';
import {
  admit,
  concluded,
  council,
  PLATFORM,
  rule,
  type Session,
  say as says,
  seatOf,
  sha256,
  stateOf,
  tip,
  write,
} from '../format/given.ts';

/** Every entry of a book as a run of its own, in the order of its feed. */
const pieces = ({ book }: Session) =>
  [...book.feeds.values()].map((log) =>
    log.entries.map((entry, at) => ({
      key: log.key,
      run: { feed: log.feed, from: at + 1, entries: [entry], commits: log.commits.filter(({ seq }) => seq === at + 1) },
      last: { seq: at + 1, hash: entry.hash },
    })),
  );

async function full(): Promise<Session> {
  const { session, about, poll } = await concluded();
  for (const name of ['an', 'chi']) says(session, name, 'vote-cast', { poll, about, choice: 'agree' });
  admit(session, 'an');
  write(session, 'chi', 'from-the-future', {});
  admit(session, 'chi', [{ seq: tip(session, 'chi').seq, code: 'fact-unknown' }]);
  return session;
}

test('[B17] however the feeds arrive, advancing step by step ends in the state of one fold', async () => {
  const random = seeded('arrival');
  const session = await full();
  const whole = stateOf(session);
  expect(whole.readOnly).toBeUndefined();
  const texts = new Set<string>();
  for (let round = 0; round < 25; round++) {
    const book: Book = emptyBook(session.book.id);
    const waiting = pieces(session).filter((feed) => feed.length > 0);
    let state: State | undefined;
    while (waiting.some((feed) => feed.length > 0)) {
      const feed = random.pick(waiting.filter((each) => each.length > 0));
      for (let take = random.integer(1, 5); take > 0; take--) {
        const piece = feed.shift();
        if (piece) expect(appendRun(book, piece)).toBe(true);
      }
      if (state === undefined) state = fold(book, sha256);
      else advance(state, book, sha256);
      expect(state?.readOnly).toBeUndefined();
    }
    expect(state).toEqual(whole);
    texts.add(JSON.stringify(fold(book, sha256)?.polls));
  }
  expect(texts).toEqual(new Set([JSON.stringify(whole.polls)]));
});

test('[B17] what was ruled and has not arrived is waited for; nothing after it is applied', async () => {
  const session = await full();
  const feeds = pieces(session);
  const book = emptyBook(session.book.id);
  const recording = tip(session, 'recorder').feed;
  for (const piece of feeds.flat()) if (piece.run.feed === recording) appendRun(book, piece);
  const state = fold(book, sha256) as State;
  expect(state.readOnly).toBeUndefined();
  expect(state.recording.seq).toBeLessThan(tip(session, 'recorder').seq);
  expect(state.polls).toEqual({});
  for (const piece of feeds.flat()) if (piece.run.feed !== recording) appendRun(book, piece);
  advance(state, book, sha256);
  expect(state).toEqual(stateOf(session));
});

test('[B17] without its first entry a book is no state', () => {
  expect(fold(emptyBook('ab'.repeat(32) as never), sha256)).toBeUndefined();
});

test('[B18] a kind of a newer version stops the fold with a sentence; what came before stands and what follows is not applied', () => {
  const session = council();
  const before = stateOf(session);
  write(session, 'recorder', 'from-a-newer-version', {});
  rule(session, 'attendance-marked', { seat: seatOf('an'), presence: 'left', note: '' });
  const state = stateOf(session);
  expect({ ...state, readOnly: undefined }).toEqual({ ...before, readOnly: undefined });
  expect(state.readOnly).toMatchObject({ code: 'fact-unknown', params: { kind: 'from-a-newer-version' } });
  for (const language of ['vi', 'en'] as const) {
    const sentence = say(language, state.readOnly ?? { code: '', params: {} });
    expect(sentence).toContain('from-a-newer-version');
    expect(sentence).not.toContain('…');
  }
  advance(state, session.book, sha256);
  expect(state.recording).toEqual(before.recording);
});

test.each([
  [
    'a statement in the recording feed',
    'fact-misplaced',
    (session: Session) => write(session, 'recorder', 'minutes-approved', { sha256: 'ab'.repeat(32) }),
  ],
  [
    'an admitted ruling of a seat',
    'fact-misplaced',
    (session: Session) => {
      write(session, 'an', 'meeting-closed', {});
      return admit(session, 'an');
    },
  ],
  [
    'an admitted kind of a newer version',
    'fact-unknown',
    (session: Session) => {
      write(session, 'an', 'from-a-newer-version', {});
      return admit(session, 'an');
    },
  ],
  [
    'a body that is no body',
    'body-malformed',
    (session: Session) => write(session, 'recorder', 'attendance-marked', { seat: 7 }),
  ],
  [
    'an entry ruled twice',
    'ruled-backwards',
    (session: Session) => {
      admit(session, 'an');
      return session.book.feeds.size;
    },
  ],
])('[B18] %s stops the fold: %s', (_, code, spoil) => {
  const session = council();
  spoil(session);
  expect(stateOf(session).readOnly?.code).toBe(code);
});

test('[B19] a feed is of the seat its device is bound to, whatever its first entry claims', () => {
  const session = council();
  const { feed } = tip(session, 'an');
  expect(stateOf(session).feeds[feed]?.seat).toBe(seatOf('an'));
  const log = session.book.feeds.get(feed);
  expect(log?.entries).toHaveLength(1);
  const other = council();
  other.own.set('posing', { ...(other.own.get('an') as never as object), feed: 'cd'.repeat(16), seq: 0 } as never);
  write(
    other,
    'posing',
    'interest-declared',
    { declared: [{ platform: PLATFORM, conflict: true }] },
    { seat: seatOf('chi') },
  );
  admit(other, 'posing', [{ seq: 1, code: 'key-unbound' }]);
  const state = stateOf(other);
  expect(state.feeds['cd'.repeat(16)]?.seat).toBe(seatOf('an'));
  expect(state.declarations[seatOf('chi')]?.[PLATFORM]?.conflict).toBe(false);
});
