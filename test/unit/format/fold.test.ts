// The fold of a book that was not written honestly: it stops with a reason, goes only forwards, and never throws.
import { expect, test } from 'vitest';
import { audit } from '../../../shared/book/audit.ts';
import { decideRuling } from '../../../shared/book/decide-ruling.ts';
import type { RulingOf } from '../../../shared/book/rulings.ts';
import type { State } from '../../../shared/book/state.ts';
import { criteriaSet } from '../../../shared/criteria/criteria-set.ts';
import { seeded } from '../../helpers/seed.ts';
import {
  admit,
  concluded,
  council,
  id,
  NAMES,
  openFeed,
  openPoll,
  PLATFORM,
  replaceBody,
  revealed,
  rule,
  SALT,
  type Session,
  say,
  seatOf,
  setHash,
  sha256,
  stateOf,
  tip,
  write,
} from './given.ts';

test('an honest session leaves nothing to say against it', async () => {
  const { session } = await concluded();
  expect(audit(session.book, sha256)).toMatchObject({
    deviations: [],
    state: { polls: { [id('poll')]: { step: 'counted' } } },
  });
  expect(stateOf(session).readOnly).toBeUndefined();
});

test('[F7] a vote that was changed cannot be brought back by ruling its feed again from an earlier entry', async () => {
  const { session, about, poll } = await concluded();
  say(session, 'an', 'vote-cast', { poll, about, choice: 'disagree' });
  say(session, 'an', 'vote-cast', { poll, about, choice: 'agree' });
  const { seq } = tip(session, 'an');
  admit(session, 'an');
  expect(stateOf(session).polls[poll]?.votes[seatOf('an')]?.choice).toBe('agree');
  admit(session, 'an', [], seq - 2);
  admit(session, 'an', [], seq - 1);
  // Either the fold stops there or the audit says so; both silent is a result changed without trace.
  const noticed = stateOf(session).readOnly !== undefined || audit(session.book, sha256).deviations.length > 0;
  expect({ noticed, choice: stateOf(session).polls[poll]?.votes[seatOf('an')]?.choice }).toEqual({
    noticed: true,
    choice: 'agree',
  });
});

test('[F7] a list of refusals names each entry of its own stretch once', () => {
  const session = council();
  say(session, 'an', 'interest-declared', { declared: [{ platform: PLATFORM, conflict: false }] });
  const { seq } = tip(session, 'an');
  admit(session, 'an', [
    { seq, code: 'one' },
    { seq, code: 'other' },
    { seq: seq + 7, code: 'not-there' },
    { seq: 1, code: 'ruled-before' },
  ]);
  expect(stateOf(session).readOnly).toBeDefined();
});

test('[F8] a ruling whose body was withheld on the way stops the fold: nothing is half applied', () => {
  const session = openPoll(council());
  const entries = session.book.feeds.get(tip(session, 'recorder').feed)?.entries ?? [];
  const marked = entries.findIndex(({ head }) => head.includes('"kind":"attendance-marked"'));
  replaceBody(session, 'recorder', marked + 1, null);
  expect(stateOf(session)).toMatchObject({ readOnly: { code: 'body-withheld' } });
});

test('[F8] an admitted ballot whose body was withheld on the way stops the fold', async () => {
  const { session, casts } = await revealed();
  replaceBody(session, 'an', tip(session, 'an').seq, null);
  const state = stateOf(session);
  expect(
    Object.keys(state.polls[id('poll')]?.ballots ?? {}).length === casts.length || state.readOnly !== undefined,
  ).toBe(true);
});

/** A book with every kind of personal body in it. */
function personal(): Session {
  const session = council();
  rule(session, 'attendance-marked', { seat: seatOf('chi'), presence: 'absent', note: '' });
  say(session, 'chi', 'interest-explained', { _salt: SALT, platform: PLATFORM, text: 'không có' });
  const opinion = say(session, 'chi', 'opinion-written', { _salt: SALT, platform: PLATFORM, text: 'đồng ý' });
  admit(session, 'chi');
  say(session, 'an', 'entry-confirmed', { entry: opinion.hash });
  admit(session, 'an');
  return session;
}
const isPersonalHead = (head: string) =>
  /"kind":"(person-named|interest-explained|opinion-written|reservation-made)"/.test(head);

test('[F9] withheld personal bodies change no decision', () => {
  const session = personal();
  expect(audit(session.book, sha256).deviations).toEqual([]);
  for (const log of session.book.feeds.values())
    for (const [at, entry] of log.entries.entries())
      if (isPersonalHead(entry.head)) log.entries[at] = { ...entry, body: null };
  const { state, deviations } = audit(session.book, sha256);
  expect(state?.readOnly).toBeUndefined();
  expect(deviations).toEqual([]);
  expect(Object.values(state?.opinions ?? {})).toMatchObject([{ seat: seatOf('chi'), confirmedBy: seatOf('an') }]);
});

test('[F10] only personal bodies that are there can be erased', () => {
  const session = personal();
  const erased = (feed: string, seq: number) =>
    decideRuling(
      stateOf(session),
      { kind: 'body-erased', body: { feed, seq, ground: 'theo yêu cầu' } as RulingOf<'body-erased'> },
      sha256,
    );
  const { feed } = tip(session, 'chi');
  expect(erased(feed, 3)).toBeUndefined();
  expect(erased(feed, 1)).toMatchObject({ code: 'body-not-personal' });
  expect(erased(feed, 99)).toMatchObject({ code: 'body-not-personal' });
  expect(erased(tip(session, 'recorder').feed, 1)).toMatchObject({ code: 'body-not-personal' });
});

test('[F11] a refused statement that cannot be read is on record as refused', () => {
  const session = council();
  write(session, 'an', 'from-the-future', {});
  const { feed, seq } = tip(session, 'an');
  admit(session, 'an', [{ seq, code: 'fact-unknown' }]);
  expect(stateOf(session).readOnly).toBeUndefined();
  expect(stateOf(session).feeds[feed]?.refused[seq]).toBe('fact-unknown');
});

test('[F16] no criterion is called like something that every object has', () => {
  const set = criteriaSet.parse(setNamed('c0'));
  expect(set.groups[0]?.criteria[0]?.id).toBe('c0');
  for (const name of ['constructor', 'toString', 'valueOf', 'hasOwnProperty'])
    expect(criteriaSet.safeParse(setNamed(name)).success, name).toBe(false);
});

test('[F16] an open threshold is asked for whatever the criterion is called', () => {
  const session = council();
  const set = setNamed('constructor') as State['criteria'] extends infer C
    ? NonNullable<C>['set' & keyof NonNullable<C>]
    : never;
  const state = { ...stateOf(session), meeting: { passed: [], sittings: [] }, criteria: { sha256: setHash(set), set } };
  expect(decideRuling(state, { kind: 'meeting-opened', body: { presiding: seatOf('chair') } }, sha256)).toMatchObject({
    code: 'threshold-open',
  });
});

const setNamed = (criterion: string) => {
  const name = (vi: string) => ({ vi, en: vi });
  return {
    v: 1,
    id: 's',
    version: '1',
    sample: true,
    name: name('bộ'),
    legalBasis: [],
    outcomes: [{ when: { is: 'otherwise' }, outcome: 'none', name: name('chưa') }],
    groups: [
      {
        id: 'g',
        name: name('nhóm'),
        criteria: [
          {
            id: criterion,
            statement: name('x'),
            tags: [],
            notApplicable: false,
            kind: 'measured',
            unit: '%',
            comparator: '>=',
            threshold: null,
          },
        ],
      },
    ],
  };
};

test('[F17] whatever signed history says, fold and audit give a state and never throw', async () => {
  const random = seeded('hostile histories');
  const { session } = await concluded();
  const bodies = [...session.book.feeds.values()].flatMap((log) =>
    log.entries.map((entry) => ({
      kind: /"kind":"([a-z-]+)"/.exec(entry.head)?.[1] ?? '',
      body: JSON.parse(entry.body ?? '{}'),
    })),
  );
  const words = [
    '',
    '__proto__',
    'constructor',
    'A'.repeat(43),
    '\u0000',
    '0'.repeat(64),
    id('poll'),
    seatOf('an'),
    PLATFORM,
    'agree',
  ];
  const twist = (value: unknown): unknown => {
    if (random.chance(6)) return random.pick([null, 0, -1, 2 ** 53 - 1, true, [], {}, ...words]);
    if (Array.isArray(value)) {
      const list = value.map(twist);
      return random.chance(10) ? [...list, ...list] : random.chance(10) ? list.slice(1) : list;
    }
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, member]) => [key, twist(member)]);
    return Object.fromEntries(random.chance(3) ? entries.slice(1) : entries);
  };
  for (let round = 0; round < 60; round++) {
    const copy = random.chance(50) ? openPoll(council()) : copyOf(session);
    openFeed(copy, 'stray', random.pick(NAMES));
    for (let step = 0; step < 12; step++) {
      const { kind, body } = random.pick(bodies);
      const name = random.pick([...NAMES, 'recorder', 'recorder', 'stray']);
      const seat = random.chance(20) ? seatOf(random.pick(NAMES)) : undefined;
      write(
        copy,
        name,
        kind,
        {},
        { text: JSON.stringify(sortKeys(random.chance(40) ? body : twist(body))), ...(seat ? { seat } : {}) },
      );
      if (random.chance(60)) {
        const named = random.pick(NAMES);
        const { seq } = tip(copy, named);
        const refused = random.chance(30) ? [{ seq: random.integer(1, seq), code: 'no' }] : [];
        admit(copy, named, refused, random.integer(1, seq));
      }
      if (random.chance(5)) replaceBody(copy, random.pick(NAMES), 1, null);
    }
    expect(() => audit(copy.book, sha256), `seed ${random.seed} round ${round}`).not.toThrow();
    expect(Object.keys(Object.prototype)).toEqual([]);
  }
}, 120_000);

const sortKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sortKeys(member)]),
  );
};
function copyOf(session: Session): Session {
  const feeds = new Map(
    [...session.book.feeds].map(([feed, log]) => [
      feed,
      { ...log, entries: [...log.entries], commits: [...log.commits] },
    ]),
  );
  return { book: { id: session.book.id, feeds }, own: new Map(session.own), minute: session.minute };
}
