// The recording passes from machine to machine: by whom it may, what then counts, and that no order of arrival matters.
import { expect, test } from 'vitest';
import { nodeVerify } from '../../../electron/seal/node-keys.ts';
import type { FeedId, Hash, SeatId } from '../../../shared/base/ids.ts';
import { agreementRefusal, nextTerm } from '../../../shared/book/agree.ts';
import { audit } from '../../../shared/book/audit.ts';
import { checkRun, emptyBook, wireRun } from '../../../shared/book/book.ts';
import { courseOf } from '../../../shared/book/course.ts';
import { extractOf, readExtract } from '../../../shared/book/extract.ts';
import { writeBody } from '../../../shared/book/fact.ts';
import { advance, fold, foldTo } from '../../../shared/book/fold.ts';
import { type Passage, resumedMessage, takeoverMessage } from '../../../shared/book/passing.ts';
import { recorderOf } from '../../../shared/book/recorder.ts';
import type { RulingKind, RulingOf } from '../../../shared/book/rulings.ts';
import type { State } from '../../../shared/book/state.ts';
import { recordingHeads, spoiledPolls, voidTail } from '../../../shared/book/void-tail.ts';
import { DEFAULT_RULES } from '../../../shared/council/default-rules.ts';
import { hashOf, replicate } from '../../helpers/history-check.ts';
import { cast, closing, given, member, must, opening, POLL, scored } from '../../helpers/history-council.ts';
import {
  begin,
  branch,
  follow,
  headOf,
  passage,
  resumed,
  takeOver,
  takeover,
  wordOf,
} from '../../helpers/history-passing.ts';
import {
  admit,
  append,
  force,
  type HistoryTable,
  hexOf,
  keyOfDevice,
  openTable,
  rule,
  say,
  seatAt,
  sha256,
} from '../../helpers/history-table.ts';
import { seeded } from '../../helpers/seed.ts';
import { setOf } from '../results/given.ts';

const KEEPERS = { keepers: [0, 1, 2] } as const;
/** Chair, secretary who records, vice-chair: the keepers. The device of the ninth seat is nobody's. */
const kept = (): HistoryTable => given({}, [], KEEPERS);
const signed = (): HistoryTable => given({}, [], { ...KEEPERS, isSigned: true });
const NOBODY = 9;

/** What the former recorder goes on writing by itself, not knowing. */
function tail<K extends RulingKind>(table: HistoryTable, from: HistoryTable['recorder'], kind: K, body: RulingOf<K>) {
  return append(table, from, 1, kind, writeBody(body as never));
}
const note = (table: HistoryTable, own: HistoryTable['recorder'], presence: 'left' | 'absent' = 'left') =>
  tail(table, own, 'attendance-marked', { seat: seatAt(3), presence, note: '' });
const stateOf = (table: HistoryTable): State => fold(table.book, sha256) as State;
const copyOf = (table: HistoryTable): State => JSON.parse(JSON.stringify(table.state)) as State;

test('[TK1] more than half of the keepers pass the recording on, and it goes on from the cut', () => {
  const table = kept();
  const [before, cut] = [stateOf(table), headOf(table.recorder)];
  expect(takeOver(table, { to: 2 }, [0, 2])).toBe('on');
  expect(table.state.recording).toMatchObject({ feed: table.recorder.feed, term: 1, seq: 1 });
  expect(table.state.passings).toMatchObject([
    { term: 1, seat: seatAt(2), before: seatAt(1), from: cut, ground: 'takeover' },
  ]);
  expect(table.state.passings[0]?.agreed).toEqual([seatAt(0), seatAt(2)]);
  expect([recorderOf(before), recorderOf(table.state)]).toEqual([seatAt(1), seatAt(2)]);
  must(rule(table, 'attendance-marked', { seat: seatAt(3), presence: 'left', note: '' }));
  say(table, member(table, 3), 'interest-declared', {
    declared: [{ platform: Object.keys(table.state.platforms)[0] ?? '', conflict: true }],
  });
  admit(table, member(table, 3));
  expect(table.state.seats[seatAt(3)]?.presence).toBe('left');
  expect(audit(table.book, sha256).deviations).toEqual([]);
  expect(hashOf(stateOf(table))).toBe(hashOf(table.state));
});

test('[TK2] what a former recorder wrote after the cut is void and kept, also where it was applied before', () => {
  const table = kept();
  const cut = headOf(table.recorder);
  const old = note(table, note(table, table.recorder), 'absent');
  expect(advance(table.state, table.book, sha256)).toBe('on');
  expect(table.state.seats[seatAt(3)]?.presence).toBe('absent');
  const { state } = table;
  expect(takeOver(table, { to: 2, from: cut }, [0, 2])).toBe('anew');
  expect(table.state).toBe(state);
  expect(state.seats[seatAt(3)]?.presence).toBe('present');
  note(table, old);
  expect(advance(state, table.book, sha256)).toBe('on');
  expect(state.seats[seatAt(3)]?.presence).toBe('present');
  const [former] = courseOf(table.book, sha256)?.segments ?? [];
  expect(former && voidTail(table.book, former)).toHaveLength(3);
  expect(hashOf(stateOf(table))).toBe(hashOf(state));
});

const REFUSED: readonly (readonly [string, (table: HistoryTable) => void])[] = [
  ['one keeper of three', (table) => void takeOver(table, { to: 2 }, [2])],
  [
    'a keeper who signs with two laptops',
    (table) => {
      const over = passage(table, { to: 2 });
      const words = [wordOf(2, over), { ...wordOf(2, over, takeoverMessage, NOBODY), seat: seatAt(2) }];
      begin(table, over, { of: 'takeover', agreed: words.slice(0, 1) }, 2);
      begin(table, { ...over, feed: hexOf('other', 16) as FeedId }, { of: 'takeover', agreed: words.slice(1) }, 2);
    },
  ],
  [
    'a key that is bound to no seat',
    (table) => {
      const over = passage(table, { to: 2 });
      begin(table, over, { of: 'takeover', agreed: [wordOf(2, over), wordOf(0, over, takeoverMessage, NOBODY)] }, 2);
    },
  ],
  ['two who are no keepers', (table) => void takeOver(table, { to: 2 }, [2, 3, 4])],
  ['a machine that speaks for no seat', (table) => void takeOver(table, { to: 2, device: NOBODY }, [0, 2])],
  ['a machine in the seat of another', (table) => void takeOver(table, { to: 2, device: 3 }, [0, 2])],
  [
    'a new device for who is no keeper',
    (table) => void takeOver(table, { to: 3, device: NOBODY, binds: true }, [0, 2]),
  ],
  ['a bound device bound anew', (table) => void takeOver(table, { to: 2, device: 3, binds: true }, [0, 1])],
  ['the term that is in force', (table) => void takeOver(table, { to: 2, term: 0 }, [0, 2])],
  [
    'a cut that is no entry',
    (table) =>
      void takeOver(table, { to: 2, from: { ...headOf(table.recorder), hash: hexOf('x', 32) as Hash } }, [0, 2]),
  ],
  [
    'a cut beyond what is there',
    (table) => void takeOver(table, { to: 2, from: { ...headOf(table.recorder), seq: 9_999 } }, [0, 2]),
  ],
  ['a cut of a member’s feed', (table) => void takeOver(table, { to: 2, from: headOf(member(table, 3).own) }, [0, 2])],
  [
    'a cut before the keepers were bound',
    (table) => {
      const log = table.book.feeds.get(table.recorder.feed);
      takeOver(
        table,
        { to: 2, from: { feed: table.recorder.feed, seq: 4, hash: log?.entries[3]?.hash as Hash } },
        [0, 2],
      );
    },
  ],
  ['a handover that nobody wrote', (table) => void begin(table, passage(table, { to: 2 }), { of: 'handover' }, 2)],
  [
    'a restored device without the chair',
    (table) => {
      const over = passage(table, { to: 1 });
      begin(table, over, resumed(over, 2), 1);
      begin(table, { ...over, feed: hexOf('own', 16) as FeedId }, resumed(over, 1), 1);
    },
  ],
  [
    'another device that says it was restored',
    (table) => {
      const over = passage(table, { to: 2 });
      begin(table, over, resumed(over, 0), 2);
    },
  ],
  ['a device alone among others', (table) => void begin(table, passage(table, { to: 1 }), { of: 'alone' }, 1)],
  [
    'a device alone at a cut before the others came',
    (table) => {
      const log = table.book.feeds.get(table.recorder.feed);
      const bound =
        log?.entries.findIndex(({ head, body }) => head.includes('device-bound') && body?.includes(seatAt(1))) ?? 0;
      const from = { feed: table.recorder.feed, seq: bound + 1, hash: log?.entries[bound]?.hash as Hash };
      begin(table, passage(table, { to: 1, from }), { of: 'alone' }, 1);
    },
  ],
];

for (const [what, act] of REFUSED)
  test(`[TK3] ${what} passes nothing on`, () => {
    const table = kept();
    const before = copyOf(table);
    const recorder = table.recorder;
    try {
      act(table);
    } finally {
      table.recorder = recorder;
      table.recorderDevice = 1;
    }
    expect(advance(table.state, table.book, sha256)).toBe('on');
    expect(hashOf(table.state)).toBe(hashOf(before));
    expect(courseOf(table.book, sha256)?.segments).toHaveLength(1);
    // And the former recorder goes on.
    must(rule(table, 'attendance-marked', { seat: seatAt(3), presence: 'left', note: '' }));
    expect(stateOf(table).seats[seatAt(3)]?.presence).toBe('left');
  });

test('[TK4] a signature holds for one passage alone: book, term, cut, feed, seat and both keys', async () => {
  const table = signed();
  const other = signed();
  const true_ = passage(table, { to: 2 });
  const words = takeover(true_, [0, 2]);
  const taken = async (over: Passage, ground: typeof words): Promise<string> => {
    const own = begin(table, over, ground, 2);
    const log = table.book.feeds.get(own.feed);
    table.book.feeds.delete(own.feed);
    const run = { feed: own.feed, from: 1, entries: log?.entries ?? [], commits: log?.commits ?? [] };
    const checked = await checkRun(table.book, wireRun(run), sha256, nodeVerify);
    return checked.ok ? 'ok' : checked.refusal.code;
  };
  expect(await taken(true_, words)).toBe('ok');
  const cut = { ...true_.from, seq: true_.from.seq - 1 };
  const changes: readonly Partial<Passage>[] = [
    ...[{ term: 2 }, { from: cut }, { from: { ...true_.from, hash: hexOf('x', 32) as Hash } }],
    ...[{ from: { ...true_.from, feed: hexOf('f', 16) as FeedId } }, { feed: hexOf('g', 16) as FeedId }],
    ...[{ seat: seatAt(3) }, { kem: keyOfDevice(3) }],
  ];
  for (const change of changes)
    expect(await taken({ ...true_, ...change }, words), JSON.stringify(change)).toBe('passing-unsigned');
  expect(await taken(true_, takeover({ ...true_, book: hexOf('another book', 32) as never }, [0, 2]))).toBe(
    'passing-unsigned',
  );
  // The chair's word for a restored device is no agreement to a takeover, nor the other way round.
  const word = { ...wordOf(0, true_, resumedMessage) };
  expect(await taken(true_, { of: 'takeover', agreed: [word, wordOf(2, true_)] })).toBe('passing-unsigned');
  expect(await taken(true_, { of: 'resumed', word: wordOf(0, true_) })).toBe('passing-unsigned');
  expect(other.book.id).toBe(table.book.id);
});

test('[TK5] a keeper who agreed twice in a term stops the book, until a later term is agreed on', () => {
  const table = kept();
  const cut = headOf(table.recorder);
  const one = passage(table, { to: 2, from: cut, label: 'one' });
  const two = passage(table, { to: 0, from: cut, label: 'two' });
  const by = begin(table, one, takeover(one, [1, 2]), 2);
  begin(table, two, takeover(two, [0, 1]), 0);
  advance(table.state, table.book, sha256);
  expect(table.state.readOnly).toEqual({ code: 'recording-passed-twice', params: { term: 1, seat: seatAt(1) } });
  expect(table.state.recording).toMatchObject({ term: 0, seq: cut.seq });
  expect(hashOf(stateOf(table))).toBe(hashOf(table.state));
  expect(nextTerm(table.state, table.book)).toBe(2);
  const third = passage(table, { to: 0, from: headOf(by), term: 2, label: 'third' });
  expect(agreementRefusal(table.state, table.book, third, seatAt(0))).toBeUndefined();
  expect(follow(table, begin(table, third, takeover(third, [0, 2]), 0), 0)).not.toBeUndefined();
  expect(table.state.readOnly).toBeUndefined();
  expect(table.state.passings.map(({ seat }) => seat)).toEqual([seatAt(2), seatAt(0)]);
});

test('[TK6] of two ways the one with the latest majority is taken, whatever came first', () => {
  const table = kept();
  const cut = headOf(table.recorder);
  takeOver(table, { to: 2, from: cut, label: 'first' }, [1, 2]);
  must(rule(table, 'attendance-marked', { seat: seatAt(3), presence: 'left', note: '' }));
  const late = passage(table, { to: 0, from: cut, term: 2, label: 'later' });
  expect(follow(table, begin(table, late, takeover(late, [0, 1]), 0), 0)).toBe('anew');
  expect(table.state.passings).toMatchObject([{ term: 2, seat: seatAt(0) }]);
  expect(table.state.seats[seatAt(3)]?.presence).toBe('present');
});

test('[TK7] a former recorder cannot undo a takeover: not by a later cut, nor by keepers it binds in its void tail', () => {
  const table = kept();
  const [cut, old] = [headOf(table.recorder), table.recorder];
  takeOver(table, { to: 2, from: cut }, [0, 2]);
  must(rule(table, 'attendance-marked', { seat: seatAt(3), presence: 'left', note: '' }));
  const mine = copyOf(table);
  // In its own tail it takes the vice-chair's device away and binds one of its own.
  const device = table.state.seats[seatAt(2)]?.device as RulingOf<'device-unbound'>['key'];
  let own = tail(table, old, 'device-unbound', { key: device, feeds: [] });
  own = tail(table, own, 'device-bound', {
    seat: seatAt(2),
    key: keyOfDevice(NOBODY),
    kem: keyOfDevice(NOBODY),
    proof: 'A'.repeat(86),
  });
  const over = passage(table, { to: 1, from: headOf(own), term: 9, label: 'forged' });
  begin(table, over, { of: 'takeover', agreed: [wordOf(1, over), wordOf(2, over, takeoverMessage, NOBODY)] }, 1);
  own = tail(table, own, 'recording-handed-over', {
    term: 1,
    seat: seatAt(1),
    feed: hexOf('back', 16) as FeedId,
    key: keyOfDevice(1),
  });
  const back = { ...passage(table, { to: 1, from: headOf(own), term: 1 }), feed: hexOf('back', 16) as FeedId };
  begin(table, back, { of: 'handover' }, 1);
  const alone = passage(table, { to: 1, from: headOf(own), term: 1, label: 'alone' });
  begin(table, alone, { of: 'alone' }, 1);
  expect(advance(table.state, table.book, sha256)).toBe('on');
  expect(hashOf(table.state)).toBe(hashOf(mine));
  expect(hashOf(stateOf(table))).toBe(hashOf(mine));
});

test('[TK8] a handover is the last act of a feed: what follows is void, another handover too', () => {
  const table = kept();
  const to = passage(table, { to: 2, label: 'handed' });
  must(rule(table, 'recording-handed-over', { term: 1, seat: seatAt(2), feed: to.feed, key: to.key }));
  expect(rule(table, 'attendance-marked', { seat: seatAt(3), presence: 'left', note: '' })).toBe(
    'recording-given-away',
  );
  const old = table.recorder;
  const again = tail(table, old, 'recording-handed-over', {
    term: 1,
    seat: seatAt(0),
    feed: hexOf('again', 16) as FeedId,
    key: keyOfDevice(0),
  });
  const own = begin(table, { ...to, from: headOf(old) }, { of: 'handover' }, 2);
  begin(
    table,
    { ...to, from: headOf(again), feed: hexOf('again', 16) as FeedId, seat: seatAt(0), key: keyOfDevice(0) },
    { of: 'handover' },
    0,
  );
  follow(table, own, 2);
  expect(table.state.passings).toMatchObject([{ ground: 'handover', seat: seatAt(2), term: 1 }]);
  expect(table.state.handed).toBeUndefined();
  must(rule(table, 'attendance-marked', { seat: seatAt(3), presence: 'left', note: '' }));
  expect(audit(table.book, sha256).deviations).toEqual([]);
});

test('[TK9] a restored recording device goes on with the chair’s word, and one alone with its own', () => {
  const table = kept();
  const over = passage(table, { to: 1, label: 'restored' });
  follow(table, begin(table, over, resumed(over, 0), 1), 1);
  expect(table.state.passings).toMatchObject([{ ground: 'resumed', seat: seatAt(1), word: seatAt(0) }]);
  must(rule(table, 'attendance-marked', { seat: seatAt(3), presence: 'left', note: '' }));
  const lone = openTable({
    ...{
      rules: DEFAULT_RULES,
      roles: ['chair', 'secretary', 'member'],
      set: setOf('pa'),
      platforms: 1,
      isSigned: false,
    },
    bare: [0, 2],
  });
  const own = passage(lone, { to: 1, label: 'alone' });
  follow(lone, begin(lone, own, { of: 'alone' }, 1), 1);
  expect(lone.state.passings).toMatchObject([{ ground: 'alone', seat: seatAt(1) }]);
  expect(audit(lone.book, sha256).deviations).toEqual([]);
});

test('[TK10] a takeover may bind the new device of the keeper who takes over, and the old one says no more', () => {
  const table = kept();
  takeOver(table, { to: 2, device: NOBODY, binds: true }, [0, 1]);
  expect(table.state.seats[seatAt(2)]?.device).toBe(keyOfDevice(NOBODY));
  expect(table.state.devices[keyOfDevice(2)]?.unbound).toBeDefined();
  say(table, member(table, 2), 'entry-confirmed', { entry: hexOf('x', 32) as Hash });
  expect(() => admit(table, member(table, 2))).toThrow('feed-ended');
});

test('[TK11] a recording feed that was signed in two ways stops the book after the common part, until it is passed on', () => {
  const table = kept();
  const common = headOf(table.recorder);
  must(rule(table, 'attendance-marked', { seat: seatAt(3), presence: 'left', note: '' }));
  const other = branch(table, common.feed, common.seq, 1, [
    ['attendance-marked', { seat: seatAt(4), presence: 'left', note: '' }],
  ]);
  expect(advance(table.state, table.book, sha256)).toBe('anew');
  expect(table.state.readOnly).toEqual({ code: 'recording-feed-forked', params: { seq: common.seq + 1 } });
  expect(table.state.seats[seatAt(3)]?.presence).toBe('present');
  // The keepers choose the branch that this machine saw second.
  takeOver(table, { to: 2, from: headOf(other) }, [0, 2]);
  expect(table.state.readOnly).toBeUndefined();
  expect([3, 4].map((at) => table.state.seats[seatAt(at)]?.presence)).toEqual(['present', 'left']);
  expect(hashOf(stateOf(table))).toBe(hashOf(table.state));
});

test('[TK11] who signed in two ways does not choose the branch by a handover', () => {
  const table = kept();
  const common = headOf(table.recorder);
  must(rule(table, 'attendance-marked', { seat: seatAt(3), presence: 'left', note: '' }));
  const to = passage(table, { to: 2, label: 'handed' });
  const other = branch(table, common.feed, common.seq, 1, [
    ['recording-handed-over', { term: 1, seat: seatAt(2), feed: to.feed, key: to.key }],
  ]);
  begin(table, { ...to, from: headOf(other) }, { of: 'handover' }, 2);
  advance(table.state, table.book, sha256);
  expect(table.state.readOnly?.code).toBe('recording-feed-forked');
});

test('[TK12] a member’s feed that was signed in two ways is ruled no further, and what was ruled stays', () => {
  const table = kept();
  const by = member(table, 3);
  const { feed, seq } = by.own;
  branch(table, feed, seq - 1, 3, [['minutes-approved', { sha256: hexOf('m', 32) }]]);
  const log = table.book.forks?.get(feed)?.log;
  const forked = { feed, seq, hash: log?.entries.at(-1)?.hash as Hash, sig: log?.commits.at(-1)?.sig ?? '' };
  must(rule(table, 'feed-forked', forked));
  expect(rule(table, 'feed-forked', forked)).toBe('feed-already-forked');
  expect(table.state.feeds[feed]).toMatchObject({ ends: seq, forked: { seq } });
  say(table, by, 'entry-confirmed', { entry: hexOf('x', 32) as Hash });
  expect(() => admit(table, by)).toThrow('feed-ended');
});

/** The round is closed and revealed in the tail only; a member's device gave its key for that. */
function spoiled(): { readonly table: HistoryTable; readonly tailSeq: number } {
  const table = scored();
  const state = table.state.opened as { keepers: readonly SeatId[] };
  expect(state.keepers).toHaveLength(1);
  return { table, tailSeq: table.recorder.seq };
}

test('[TK13] a poll that was revealed in a void tail is spoiled, and is held again under its number', () => {
  const { table } = spoiled();
  const cut = headOf(table.recorder);
  let old = append(table, table.recorder, 1, 'round-closed', writeBody(closing(table) as never));
  old = append(table, old, 1, 'revealed', writeBody({ poll: POLL }));
  const proof = headOf(old);
  expect(spoiledPolls(stateOf(table), table.book, sha256)).toEqual([]);
  // The one keeper takes over by its own agreement.
  takeOver(table, { to: 1, from: cut }, [1]);
  expect(table.state.polls[POLL]?.step).toBe('open');
  expect(spoiledPolls(table.state, table.book, sha256)).toEqual([{ poll: POLL, proof }]);
  expect(rule(table, 'poll-spoiled', { poll: POLL, proof: { ...proof, seq: cut.seq } })).toBe('not-in-void-tail');
  must(rule(table, 'poll-spoiled', { poll: POLL, proof }));
  expect(table.state.polls[POLL]).toMatchObject({ voided: { code: 'spoiled' }, spoiled: proof });
  expect(audit(table.book, sha256).deviations).toEqual([]);
  const again = { ...opening(table), poll: 'ab'.repeat(8) };
  must(rule(table, 'poll-opened', again as never));
  expect(table.state.polls['ab'.repeat(8)]?.subject).toMatchObject({ round: 1 });
  const heads = recordingHeads(table.state, table.book);
  expect(heads).toMatchObject([{ feed: table.recorder.feed }, { feed: cut.feed, seq: proof.seq }]);
});

test('[TK13] a key given for what stands in a void tail spoils a poll, one given for nothing does not', () => {
  const { table } = spoiled();
  const cut = headOf(table.recorder);
  let old = append(table, table.recorder, 1, 'round-closed', writeBody(closing(table) as never));
  old = append(table, old, 1, 'revealed', writeBody({ poll: POLL }));
  const by = member(table, 3);
  const ballot = Object.values(table.state.polls[POLL]?.standing ?? {})[0] as Hash;
  const body = { poll: POLL, ballot, key: 'A'.repeat(43) };
  const unmoved = append(table, by.own, 3, 'key-released', writeBody(body), { seen: { seq: cut.seq, hash: cut.hash } });
  const moved = append(table, unmoved, 3, 'key-released', writeBody(body), { seen: { seq: old.seq, hash: old.hash } });
  // The tail itself never came here.
  const log = table.book.feeds.get(cut.feed);
  log?.entries.splice(cut.seq);
  log?.commits.splice(cut.seq);
  takeOver(table, { to: 1, from: cut }, [1]);
  expect(spoiledPolls(table.state, table.book, sha256)).toEqual([{ poll: POLL, proof: headOf(moved) }]);
  force(table, 'poll-spoiled', { poll: POLL, proof: headOf(unmoved) });
  expect(audit(table.book, sha256).deviations).toMatchObject([
    { kind: 'poll-spoiled', rule: { code: 'not-in-void-tail' } },
  ]);
});

test('[TK14] an agreement on record: keepers only, once in a term, to a cut that loses nothing this machine has', () => {
  const table = kept();
  const over = passage(table, { to: 2 });
  const agreed = (at: number, { term, from, feed, seat, key }: Passage) => {
    say(table, member(table, at), 'takeover-agreed', { term, from, feed, seat, key, sig: wordOf(at, over).sig });
    admit(table, member(table, at));
    const { refused, ruledTo } = table.state.feeds[member(table, at).own.feed] as State['feeds'][string];
    return refused[ruledTo.seq];
  };
  expect(agreementRefusal(table.state, table.book, over, seatAt(0))).toBeUndefined();
  expect(agreementRefusal(table.state, table.book, over, seatAt(3))?.code).toBe('not-a-keeper');
  expect(agreementRefusal(table.state, table.book, { ...over, term: 2 }, seatAt(0))?.code).toBe('passing-term');
  expect(agreementRefusal(table.state, table.book, { ...over, key: keyOfDevice(3) }, seatAt(0))?.code).toBe(
    'passing-device',
  );
  const unknown = { ...over, from: { ...over.from, seq: over.from.seq + 1 } };
  expect(agreementRefusal(table.state, table.book, unknown, seatAt(0))?.code).toBe('cut-unknown');
  expect(agreed(0, over)).toBeUndefined();
  expect(agreed(0, over)).toBeUndefined();
  expect(agreed(0, { ...over, feed: hexOf('other', 16) as FeedId })).toBe('agreed-to-another');
  expect(agreed(3, over)).toBe('not-a-keeper');
  expect(agreementRefusal(table.state, table.book, over, seatAt(0))?.code).toBe('cut-behind');
  const now = passage(table, { to: 3 });
  expect(agreementRefusal(table.state, table.book, now, seatAt(0))?.code).toBe('agreed-to-another');
  expect(nextTerm(table.state, table.book)).toBe(2);
  takeOver(table, { to: 2 }, [0, 2]);
  expect(agreementRefusal(table.state, table.book, now, seatAt(2))?.code).toBe('passing-behind');
});

test('[TK15] an extract of a book that was passed on brings the former feed up to its cut and reads to the same state', async () => {
  const table = signed();
  const old = table.recorder;
  takeOver(table, { to: 2 }, [0, 2]);
  note(table, note(table, old));
  must(rule(table, 'attendance-marked', { seat: seatAt(3), presence: 'excused', note: '' }));
  const said = Object.values(table.state.feeds).map(({ feed, ruledTo }) => ({ feed, ...ruledTo }));
  const text = JSON.stringify(extractOf(table.book, [...recordingHeads(table.state, table.book), ...said]));
  const read = await readExtract(text, sha256, nodeVerify);
  if (!read.ok) throw new Error(read.refusal.code);
  expect(read.value.feeds.get(old.feed)?.entries).toHaveLength(old.seq);
  const { state, deviations } = audit(read.value, sha256);
  expect(deviations).toEqual([]);
  expect(state && hashOf(state)).toBe(hashOf(table.state));
});

test('[TK16] a feed that takes over without its body, or with its first entry elsewhere, is not taken', async () => {
  const table = signed();
  const over = passage(table, { to: 2 });
  const own = begin(table, over, takeover(over, [0, 2]), 2);
  const log = table.book.feeds.get(own.feed);
  const run = wireRun({ feed: own.feed, from: 1, entries: log?.entries ?? [], commits: log?.commits ?? [] });
  const bare = {
    ...run,
    entries: run.entries.map(({ head }, at) => ({ head, bodyHash: log?.entries[at]?.bodyHash ?? '' })),
  };
  const book = emptyBook(table.book.id);
  expect(await checkRun(book, run, sha256, nodeVerify)).toMatchObject({ ok: true });
  expect(await checkRun(book, bare, sha256, nodeVerify)).toMatchObject({ refusal: { code: 'body-withheld' } });
  const body = { term: 1, from: over.from, ground: { of: 'alone' } };
  table.recorder = append(table, table.recorder, 1, 'recording-passed', writeBody(body as never));
  table.book.feeds.delete(own.feed);
  advance(table.state, table.book, sha256);
  expect(table.state.readOnly?.code).toBe('fact-misplaced');
});

test('[TK17] foldTo gives the state at a cut, for whoever writes or judges a passing', () => {
  const table = kept();
  const cut = headOf(table.recorder);
  must(rule(table, 'attendance-marked', { seat: seatAt(3), presence: 'left', note: '' }));
  expect(foldTo(table.book, sha256, cut)?.seats[seatAt(3)]?.presence).toBe('present');
  expect(foldTo(table.book, sha256, { ...cut, seq: 9_999 })).toBeUndefined();
});

const TREES = 100;

test(`[TK18] ${TREES} books with passings that compete: any order of arrival gives one state`, async () => {
  const random = seeded('passings');
  const sums = { taken: 0, stopped: 0, passed: 0, void: 0 };
  for (let number = 0; number < TREES; number++) {
    const table = kept();
    const recorders = [{ own: table.recorder, device: 1 }];
    for (let act = 0; act < 9; act++) {
      const by = random.pick(recorders);
      const what = random.integer(0, 9);
      if (what < 4)
        by.own = append(
          table,
          by.own,
          by.device,
          'attendance-marked',
          writeBody({
            seat: seatAt(random.integer(2, 6)),
            presence: random.pick(['present', 'left'] as const),
            note: '',
          }),
        );
      else if (what < 8) {
        const to = random.integer(0, 3);
        const over = passage(table, {
          to,
          from: headOf(by.own),
          term: random.integer(1, 3),
          label: `${number} ${act}`,
        });
        const agreed = random.shuffle([0, 1, 2, 3]).slice(0, random.integer(1, 3));
        recorders.push({ own: begin(table, over, takeover(over, agreed), to), device: to });
      } else {
        const over = passage(table, {
          to: 1,
          from: headOf(by.own),
          term: random.integer(1, 3),
          label: `r ${number} ${act}`,
        });
        recorders.push({ own: begin(table, over, resumed(over, 0), 1), device: 1 });
      }
    }
    const whole = stateOf(table);
    const history = { table } as never;
    for (let copy = 0; copy < 3; copy++)
      expect(hashOf(await replicate(history, random.fork())), `book ${number}`).toBe(hashOf(whole));
    sums.taken += whole.passings.length > 0 ? 1 : 0;
    sums.passed += whole.passings.length > 1 ? 1 : 0;
    sums.stopped += whole.readOnly ? 1 : 0;
    sums.void += recorders.length - 1 > whole.passings.length ? 1 : 0;
  }
  console.log(`passings came to ${JSON.stringify(sums)}`);
  for (const [what, sum] of Object.entries(sums)) expect(sum, what).toBeGreaterThan(0);
}, 60_000);

test('[TK19] a ballot cast before a takeover is counted after it, and may be cast again only by rule', () => {
  const table = scored();
  const standing = Object.keys(table.state.polls[POLL]?.standing ?? {});
  takeOver(table, { to: 1, label: 'go on' }, [1]);
  expect(Object.keys(table.state.polls[POLL]?.standing ?? {})).toEqual(standing);
  const hash = cast(table, member(table, 3));
  admit(table, member(table, 3));
  expect(table.state.feeds[member(table, 3).own.feed]?.refused).toEqual({
    [member(table, 3).own.seq]: 'ballot-standing',
  });
  expect(table.state.polls[POLL]?.ballots[hash]).toBeUndefined();
  must(rule(table, 'round-closed', closing(table)));
  must(rule(table, 'revealed', { poll: POLL }));
  expect(table.state.polls[POLL]?.step).toBe('revealed');
});
