// One meeting on two sides: every act is asked of the oracle and of the engine, and whatever they disagree about is thrown with the meeting.
import type { Hash, SeatId } from '../../shared/base/ids.ts';
import { applyStatement } from '../../shared/book/apply-statement.ts';
import { writeBallot } from '../../shared/book/ballot.ts';
import {
  entitledTo as engineEntitled,
  holderSeats,
  holdersOf,
  quorumFor,
  seatsInOrder,
} from '../../shared/book/seating.ts';
import { electionText, textHash } from '../../shared/book/text-hash.ts';
import { writeVotePaper } from '../../shared/book/vote-paper.ts';
import type { Role } from '../../shared/council/roles.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import { type CriteriaSet, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { judgeBallot } from '../../shared/seal/judge-ballot.ts';
import type { OpenedBallot } from '../../shared/seal/opened.ts';
import { isAllowed } from './oracle-allowed.ts';
import { entitledNow, quorum } from './oracle-council.ts';
import type { Act, Happening, ToldMeeting } from './oracle-happenings.ts';
import { compareCount, comparePoll, compareStood, compareVote } from './random-meeting-compare.ts';
import {
  bind,
  type Done,
  keyFor,
  platformAt,
  rule,
  SALT,
  say,
  seatAt,
  sha256,
  type Table,
  tableOf,
} from './random-meeting-state.ts';

export type Given = {
  readonly rules: CouncilRules;
  readonly set: CriteriaSet;
  readonly roles: readonly Role[];
  readonly platforms: number;
};

export type Both = {
  readonly table: Table;
  readonly opened: Map<string, OpenedBallot>;
  readonly told: () => ToldMeeting;
  /** Everything that was tried, with what both sides said of it. */
  readonly tried: readonly { readonly act: Happening; readonly refused: string | undefined }[];
  /** Whether it was allowed, and so has happened. */
  readonly attempt: (act: Happening) => boolean;
  /** A ballot that arrives too late and is let in all the same: it counts nowhere. */
  readonly castLate: (poll: string, seat: string) => void;
};

export class Disagreement extends Error {}

type Engine = {
  readonly table: Table;
  readonly opened: Map<string, OpenedBallot>;
  readonly entries: Map<string, Hash>;
  readonly written: Map<string, Act<'cast'>>;
  readonly rules: CouncilRules;
};
type Sides = { readonly [K in Happening['act']]: (engine: Engine, act: Act<K>) => Done };

const NOTHING = '0'.repeat(64) as Hash;
const hash = ({ entries }: Engine, ballot: string): Hash => entries.get(ballot) ?? NOTHING;
const keyOf = ({ ballot, poll, seat }: { readonly ballot: string; readonly poll: string; readonly seat: string }) =>
  keyFor(poll, `${seat} ${ballot}`, 0);
const words = 'Đề nghị công nhận.';

function open(engine: Engine, act: Act<'open-round'> | Act<'open-vote'>): Done {
  const { table, rules } = engine;
  const { state } = table;
  const isElection = act.act === 'open-vote' && state.elections[act.on] !== undefined;
  const subject =
    act.act === 'open-round'
      ? ({ of: 'platform', platform: act.platform, round: act.round } as const)
      : isElection
        ? ({ of: 'election', election: act.on } as const)
        : ({ of: 'conclusion', conclusion: act.on } as const);
  const secret = subject.of === 'conclusion' && rules.vote === 'secret';
  const sealed = subject.of === 'platform' || secret;
  const order = seatsInOrder(state).map(({ seat }) => seat as string);
  return rule(table, 'poll-opened', {
    poll: act.poll,
    subject,
    secrecy: subject.of === 'platform' ? rules.secrecy : secret ? 'secret' : 'open',
    by: act.act === 'open-vote' && act.hands ? 'hands' : 'devices',
    entitled: [...act.entitled].sort((a, b) => order.indexOf(a) - order.indexOf(b)) as SeatId[],
    holders: sealed ? [...holderSeats(state)] : [],
  });
}

const castBody = ({ table }: Engine, act: Omit<Act<'cast'>, 'act' | 'written'>) => {
  const poll = table.state.polls[act.poll];
  const holders = poll === undefined ? [] : holdersOf(table.state, poll, act.seat as SeatId);
  const shares = holders.map(({ seat, kem }) => ({ holder: seat, key: kem, wrapped: '', commit: NOTHING }));
  return { poll: act.poll, envelope: '', commit: keyOf(act).commit, shares };
};

function count(engine: Engine, poll: string): Done {
  const { table, opened, entries, written } = engine;
  const done = rule(table, 'counted', { poll, sha256: NOTHING });
  const at = table.state.polls[poll];
  if (done.refused !== undefined || at === undefined) return done;
  const about = at.subject.of === 'conclusion' ? (table.state.conclusions[at.subject.conclusion]?.sha256 ?? '') : '';
  // What a device opens once the keys are there: the text, judged as any machine would.
  for (const [ballot, { seat, written: sheet, choice }] of written) {
    const entry = entries.get(ballot) ?? NOTHING;
    if (at.ballots[entry]?.status !== 'counted') continue;
    const text =
      choice === undefined
        ? writeBallot({ poll: at.poll, items: sheet.items } as never, SALT)
        : writeVotePaper({ poll, about, choice }, SALT);
    opened.set(entry, judgeBallot(table.state, opened, at, seat as SeatId, text));
  }
  return done;
}

const sides: Sides = {
  open: ({ table }, { presiding }) => rule(table, 'meeting-opened', { presiding: presiding as SeatId }),
  adjourn: ({ table }) => rule(table, 'meeting-adjourned', { until: '', note: '' }),
  resume: ({ table }, { presiding }) => rule(table, 'meeting-resumed', { presiding: presiding as SeatId }),
  'pass-chair': ({ table }, { seat }) => rule(table, 'presiding-passed', { seat: seat as SeatId }),
  attend: ({ table }, { seat, how }) =>
    rule(table, 'attendance-marked', { seat: seat as SeatId, presence: how, note: '' }),
  authorise: ({ table }, { seat }) => rule(table, 'vice-chair-authorised', { seat: seat as SeatId, letter: '01/GUQ' }),
  'end-authority': ({ table }, { seat }) => rule(table, 'authorisation-ended', { seat: seat as SeatId, note: '' }),
  replace: ({ table }, { seat, by }) => {
    const done = rule(table, 'seat-replaced', { seat: seat as SeatId, by: by as SeatId, ground: 'Quyết định' });
    if (done.refused === undefined) bind(table, by);
    return done;
  },
  declare: ({ table }, { seat, platform, conflict, criteria }) => {
    const only = criteria === undefined ? {} : { criteria: [...criteria] };
    return say(table, seat, 'interest-declared', { declared: [{ platform, conflict, ...only }] });
  },
  'open-round': open,
  'open-vote': open,
  issue: ({ table }, { poll, seat }) => rule(table, 'ballot-issued', { poll, seat: seat as SeatId }),
  cast: (engine, act) => {
    const done = say(engine.table, act.seat, 'ballot-cast', castBody(engine, act));
    if (done.entry !== undefined) {
      engine.entries.set(act.ballot, done.entry);
      engine.written.set(act.ballot, act);
    }
    return done;
  },
  reopen: (engine, { poll, seat, ballot }) =>
    say(engine.table, seat, 'ballot-reopened', { poll, ballot: hash(engine, ballot), reason: 'reconsidered' }),
  close: (engine, { poll, counted, aside }) =>
    rule(engine.table, 'round-closed', {
      poll,
      upTo: [],
      counted: counted.map((ballot) => hash(engine, ballot)),
      setAside: aside.map((ballot) => ({ hash: hash(engine, ballot), code: 'torn' })),
    }),
  void: ({ table }, { poll }) => rule(table, 'poll-voided', { poll, code: 'quorum-short' }),
  'set-aside': (engine, { poll, ballot }) =>
    rule(engine.table, 'ballot-set-aside', { poll, ballot: hash(engine, ballot), code: 'torn', note: '' }),
  reveal: ({ table }, { poll }) => rule(table, 'revealed', { poll }),
  key: (engine, { poll, ballot, seat }) => {
    const body = { poll, ballot: hash(engine, ballot), key: keyOf({ poll, ballot, seat }).key };
    return say(engine.table, seat, 'key-released', body);
  },
  unopenable: (engine, { poll, ballot }) =>
    rule(engine.table, 'ballot-unopenable', { poll, ballot: hash(engine, ballot), code: 'device-lost' }),
  count: (engine, { poll }) => count(engine, poll),
  report: ({ table }, { poll, seat, figures }) => {
    const issued = Number(figures);
    const none = { met: 0, notMet: 0, notApplicable: 0, points: 0 };
    const lines = criteriaOf(table.state.criteria?.set as CriteriaSet).map(({ id }) => ({ criterion: id, ...none }));
    const totals = { issued, returned: 0, valid: 0, invalid: 0, positive: 0 };
    return say(table, seat, 'count-reported', { poll, ...totals, lines });
  },
  agree: ({ table }, { poll, seats }) => {
    const reports = seats.map((seat) => table.state.polls[poll]?.reports[seat]?.origin.entry ?? NOTHING);
    return rule(table, 'count-agreed', { poll, reports });
  },
  elect: ({ table }, { election, members, head }) => {
    const named = { members: [...members] as SeatId[], head: head as SeatId };
    const about = textHash(sha256, electionText(named)) as Hash;
    return rule(table, 'election-put', { election, ...named, sha256: about });
  },
  conclude: ({ table }, { conclusion, platform }) => {
    const about = textHash(sha256, words) as Hash;
    return rule(table, 'conclusion-put', { conclusion, platform, outcome: 'all', text: words, sha256: about });
  },
  vote: ({ table }, { poll, seat, choice }) => {
    const { subject } = table.state.polls[poll] ?? {};
    const put =
      subject?.of === 'conclusion'
        ? table.state.conclusions[subject.conclusion]
        : table.state.elections[subject?.of === 'election' ? subject.election : ''];
    return say(table, seat, 'vote-cast', { poll, about: put?.sha256 ?? NOTHING, choice });
  },
  hands: ({ table }, { poll, agree, disagree, abstain, presiding }) =>
    rule(table, 'hands-counted', { poll, agree, disagree, abstain, presiding }),
};

/** After these everybody is counted anew. */
const COUNCIL: ReadonlySet<Happening['act']> = new Set<Happening['act']>([
  'attend',
  'adjourn',
  'authorise',
  'end-authority',
  'replace',
  'declare',
]);

const sorted = (seats: readonly string[]): string => [...seats].sort().join(' ');

export function bothSides(given: Given): Both {
  const { rules, set, roles } = given;
  const table = tableOf(given);
  const platforms = Array.from({ length: given.platforms }, (_, at) => platformAt(at + 1));
  const happened: Happening[] = [];
  const told: ToldMeeting = {
    rules,
    criteria: criteriaOf(set),
    outcomes: set.outcomes,
    seats: roles.map((role, at) => ({ seat: seatAt(at + 1), role })),
    recorder: table.state.opened?.recorder ?? '',
    platforms,
    happened,
  };
  const engine: Engine = { table, opened: new Map(), entries: new Map(), written: new Map(), rules };
  const tried: { act: Happening; refused: string | undefined }[] = [];

  const differ = (about: string, wanted: unknown, found: unknown): void => {
    if (wanted === found) return;
    const list = tried.map(({ act, refused }) => `${refused ?? 'ok'} ${JSON.stringify(act)}`).join('\n');
    const names = roles.map((role, at) => `${seatAt(at + 1)} ${role}`).join('\n');
    throw new Disagreement(
      `${about}: the oracle says ${wanted}, the engine ${found}\n${JSON.stringify(rules)}\n${names}\n${list}`,
    );
  };

  const council = (): void => {
    // One platform in turn: to ask for all of them after each arrival takes longer and finds no more.
    for (const platform of [undefined, platforms[tried.length % platforms.length]]) {
      const wanted = quorum(told, { platform });
      const found = quorumFor(table.state, platform === undefined ? {} : { platform });
      const text = (each: typeof found | typeof wanted) => `${each?.holds} ${each?.present}/${each?.appointed}`;
      differ(`quorum ${platform ?? ''}`, text(wanted), text(found));
      if (platform === undefined) continue;
      const subject = { of: 'platform', platform, round: 1 } as const;
      const entitled = entitledNow(told, { platform, ballots: true });
      differ(`entitled ${platform}`, sorted(entitled), sorted(engineEntitled(table.state, subject)));
    }
  };

  const check = (act: Happening): void => {
    if (COUNCIL.has(act.act)) council();
    const comparison = { told, state: table.state, opened: engine.opened, differ };
    if ('poll' in act) comparePoll(comparison, act.poll);
    if (act.act === 'close') compareStood(comparison, act.poll);
    if (act.act === 'close' || act.act === 'count' || act.act === 'agree') {
      compareCount(comparison, act.poll);
      compareVote(comparison, act.poll);
    }
  };

  return {
    table,
    opened: engine.opened,
    told: () => told,
    tried,
    attempt: (act) => {
      const allowed = isAllowed(told, act);
      const done = (sides[act.act] as (engine: Engine, act: Happening) => Done)(engine, act);
      tried.push({ act, refused: done.refused });
      differ(`allowed: ${act.act}`, allowed, done.refused === undefined);
      if (allowed) {
        happened.push(act);
        check(act);
      }
      return allowed;
    },
    castLate: (poll, seat) => {
      const act = { poll, seat, ballot: `late ${seat}` };
      const body = castBody(engine, act);
      const done = say(table, seat, 'ballot-cast', body);
      tried.push({ act: { act: 'cast', ...act, written: { items: {} } }, refused: done.refused });
      differ('late ballot refused', true, done.refused !== undefined);
      table.entries += 1;
      const entry = table.entries.toString(16).padStart(64, '0') as Hash;
      const head = { ...LATE, seq: table.entries, seat: seat as SeatId };
      applyStatement(table.state, { kind: 'ballot-cast', body } as never, { entry, at: LATE.at }, head);
      comparePoll({ told, state: table.state, opened: engine.opened, differ }, poll);
    },
  };
}

const LATE = {
  v: 1,
  book: NOTHING,
  feed: '0'.repeat(32) as never,
  seq: 0,
  at: '2026-11-23T23:00:00.000Z',
  seat: '' as SeatId,
  via: 'app',
  kind: 'ballot-cast',
} as const;
