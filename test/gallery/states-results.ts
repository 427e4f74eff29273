// States from the count to the vote: committee, discussion as it is led, rounds, points, secret ballots, hands.
import type { Counted } from '../../shared/book/decide-count.ts';
import type { CountView, TalkView } from '../../shared/contract/council-views.ts';
import type { ProjectorView } from '../../shared/contract/projector-view.ts';
import type { PollView, ResultsView, SessionView } from '../../shared/contract/views.ts';
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { type Given, hex, PLATFORM, POLL, type State, type States, VOTE } from './given.ts';
import { givenSet } from './given-criteria.ts';
import { givenPlatform, givenRound, markOf, pointsOf } from './given-results.ts';
import { NAMES, seatId } from './given-session.ts';

const ELECTION = hex(930, 16);
const COMMITTEE = { members: [seatId(1), seatId(2), seatId(3)], head: seatId(3) };
const whole = (given: Given) => ({ members: given.members ?? 7, criteria: given.criteria ?? 30 });

const session = (change: (session: SessionView) => SessionView): State => ({ views: { session: change } });
const ruled =
  (rules: Partial<CouncilRules>) =>
  (now: SessionView): SessionView => ({ ...now, rules: { ...now.rules, ...rules } });
const rounds =
  (change: (poll: PollView) => PollView) =>
  (now: SessionView): SessionView => ({
    ...now,
    polls: now.polls.map((poll) => (poll.of === 'platform' ? change(poll) : poll)),
  });
const talk = (change: Partial<TalkView>): State => ({ views: { talk: (now) => ({ ...now, ...change }) } });

/** The rules and the count of another way to score, together. */
function scored(rules: (now: CouncilRules) => CouncilRules, mark = markOf): State {
  return {
    views: {
      session: (now) => ({ ...now, rules: rules(now.rules) }),
      results: (now, given) => {
        const { members, criteria } = whole(given);
        const asked = { rules: rules(DEFAULT_RULES), mark };
        return { ...now, platforms: [givenPlatform(members, criteria, asked)] };
      },
    },
  };
}

const pass = (rules: CouncilRules): CouncilRules => ({
  ...rules,
  scale: { of: 'points', passMark: 70, outlier: 20 },
  counting: 'mean',
});

/** The second round is the first one with a few changed minds. */
const second: State = {
  views: {
    session: (now) =>
      rounds((poll) => ({ ...poll, round: 2 }))({
        ...now,
        polls: [...now.polls.map((poll) => ({ ...poll, poll: hex(950, 16), round: 1 })), ...now.polls],
      }),
    results: (now, given): ResultsView => {
      const { members, criteria } = whole(given);
      const asked = { rules: DEFAULT_RULES, mark: markOf };
      const before = givenRound(members, criteria, { ...asked, poll: hex(950, 16), round: 1 });
      const after = givenPlatform(members, criteria, {
        ...asked,
        round: 2,
        mark: (at, index) =>
          at % 8 === 0 && index === 0
            ? { mark: 'met', change: 'Đơn vị đã bổ sung nhật ký diễn tập quý III ngay tại phiên họp.' }
            : at % 13 === 5 && index === 2
              ? { mark: 'not-met', change: 'Tài liệu bổ sung không có chữ ký của người phụ trách vận hành.' }
              : markOf(at, index),
      });
      return { ...now, platforms: [{ ...after, history: [before] }] };
    },
  },
};

const opinions: State = {
  views: {
    results: (now) => ({
      ...now,
      platforms: now.platforms.map((each) => ({
        ...each,
        opinions: [
          {
            seat: seatId(4),
            valid: true,
            items: Object.fromEntries(
              each.result.criteria.map(({ criterion }, at) => [
                criterion,
                at % 6 === 0
                  ? { mark: 'not-met' as const, remark: 'Chưa rõ phương án dự phòng.' }
                  : { mark: 'met' as const },
              ]),
            ),
          },
        ],
      })),
    }),
  },
};

const counting = (committee: PollView['committee']): State => ({
  views: {
    session: (now) =>
      rounds((poll) => ({ ...poll, ...(committee === undefined ? {} : { committee }) }))({
        ...ruled({ committee: 'three' })(now),
        committee: COMMITTEE,
        platforms: now.platforms.map(({ conclusion: _, ...platform }) => platform),
        ...(now.may === undefined
          ? {}
          : {
              may: {
                ...now.may,
                agreeCount: {
                  [POLL]:
                    committee?.differ === undefined
                      ? { possible: false, why: { code: 'count-reports-missing', params: {} } }
                      : { possible: false, why: { code: 'counts-differ', params: { count: committee.differ } } },
                },
              },
            }),
      }),
    results: (now) => ({ ...now, platforms: [] }),
    count: (_, given) => countView(given, committee?.differ === undefined ? undefined : 'reported'),
  },
});

function countView(given: Given, mine: 'reported' | undefined): CountView {
  const { members, criteria } = whole(given);
  const { sheets, result } = givenPlatform(members, criteria);
  const counted: Counted = {
    issued: result.issued,
    returned: result.returned,
    valid: result.valid,
    invalid: result.invalid,
    positive: result.positiveBallots,
    lines: result.criteria.map(({ criterion, met, notMet, notApplicable }) => ({
      criterion,
      met,
      notMet,
      notApplicable,
      points: 0,
    })),
  };
  const [first, , third] = criteriaOf(givenSet(criteria)).map(({ id }) => id);
  return {
    polls: [
      {
        poll: POLL,
        platform: PLATFORM,
        round: 1,
        issued: result.issued,
        returned: result.returned,
        sheets: sheets.map(({ valid, items }) => ({ valid, items })),
        ...(mine === undefined ? {} : { mine: counted }),
        differences:
          mine === undefined
            ? []
            : [
                { what: 'positive', a: counted.positive, b: counted.positive + 1 },
                { what: 'met', criterion: first ?? '', a: counted.lines[0]?.met ?? 0, b: 5 },
                { what: 'notMet', criterion: third ?? '', a: counted.lines[2]?.notMet ?? 0, b: 2 },
              ],
        agreed: false,
      },
    ],
  };
}

const votePoll = (now: SessionView, of: 'conclusion' | 'election', change: Partial<PollView>): PollView => ({
  poll: VOTE,
  of,
  platform: of === 'conclusion' ? PLATFORM : '',
  round: 1,
  step: 'open',
  openedAt: '2026-11-23T04:20:00.000Z',
  sheets: now.seats.map(({ seat }, at) => ({
    seat,
    state: at === 4 || at === 5 ? 'not-entitled' : 'working',
    reopened: 0,
    opened: false,
  })),
  setAside: [],
  secrecy: 'open',
  by: 'devices',
  entitled: now.seats.filter((_, at) => at !== 4 && at !== 5).map(({ seat }) => seat),
  unissued: [],
  paper: {},
  sheetsOfPaper: [],
  quorumHolds: true,
  discussed: [],
  ...change,
});

const concluded = (
  rules: Partial<CouncilRules>,
  poll: Partial<PollView>,
  result: Partial<NonNullable<SessionView['platforms'][number]['conclusion']>> = {},
): State =>
  session((now) => ({
    ...ruled(rules)(now),
    polls: [...now.polls, votePoll(now, 'conclusion', poll)],
    platforms: now.platforms.map((platform) =>
      platform.conclusion === undefined
        ? platform
        : { ...platform, conclusion: { ...platform.conclusion, poll: VOTE, ...result } },
    ),
  }));

const elected = (poll: Partial<PollView> | undefined, passed: boolean | null, count?: object): State =>
  session((now) => ({
    ...ruled({ committee: 'three', vote: 'hands' })(now),
    polls: poll === undefined ? now.polls : [...now.polls, votePoll(now, 'election', poll)],
    elections: [
      {
        election: ELECTION,
        ...COMMITTEE,
        sha256: hex(931, 64),
        passed,
        ...(poll === undefined ? {} : { poll: VOTE }),
        ...(count === undefined ? {} : { count: count as never }),
      },
    ],
    ...(passed === true ? { committee: COMMITTEE } : {}),
  }));

const wall = (change: Partial<ProjectorView>): State => ({
  views: { projector: (now) => ({ ...now, ...change }) },
});

export const resultsStates: States = {
  points: scored(pass, pointsOf),
  'secret-ballots': scored((rules) => ({ ...rules, secrecy: 'secret', individualSheets: false })),
  'second-round': second,
  opinions,
  'open-scoring': {
    views: {
      session: (now) => rounds((poll) => ({ ...poll, secrecy: 'open' }))(ruled({ secrecy: 'open' })(now)),
      results: (now) => ({
        platforms: [],
        live: now.platforms.map(({ platform, poll, sheets }) => ({ platform, poll, sheets: sheets.slice(0, 3) })),
      }),
    },
  },
  'talk-led': talk({
    follow: true,
    platform: PLATFORM,
    criterion: 'G1-01',
    budget: 180,
    since: '2026-11-23T02:58:40.000Z',
    queue: [seatId(6), seatId(1)],
    floor: seatId(5),
  }),
  'talk-asked': talk({ queue: [seatId(3), seatId(6)], budget: 120 }),
  'some-discussed': session(
    rounds((poll) => ({ ...poll, discussed: ['G1-01', 'G1-02', 'G1-03', 'G1-04', 'G2-01', 'G2-02'] })),
  ),
  remarked: session((now) => ({
    ...now,
    remarks: [0, 3].map((at) => ({
      seat: seatId(at),
      platform: PLATFORM,
      criterion: 'G1-01',
      text: 'Đề nghị đơn vị cung cấp bổ sung nhật ký diễn tập trước khi Hội đồng kết luận.',
      at: '2026-11-23T03:40:00.000Z',
      entry: hex(960 + at, 64),
    })),
  })),
  'round-possible': session((now) => ({
    ...now,
    ...(now.possible === undefined
      ? {}
      : { possible: { ...now.possible, openRound: { [PLATFORM]: { possible: true } } } }),
  })),
  'round-voided': session((now) => ({
    ...now,
    polls: [
      ...now.polls.map((poll) => ({
        ...poll,
        poll: hex(951, 16),
        step: 'open' as const,
        voided: { at: '2026-11-23T02:20:00.000Z', code: 'quorum-lost' },
      })),
      ...now.polls,
    ],
  })),
  'quorum-lost': session(rounds((poll) => ({ ...poll, quorumHolds: false }))),
  'count-none': counting({ reported: [], agreed: false }),
  'count-one': counting({ reported: [seatId(1)], agreed: false }),
  'count-differ': counting({ reported: [seatId(1), seatId(2)], agreed: false, differ: 3 }),
  'election-none': session(ruled({ committee: 'three' })),
  'election-put': elected(undefined, null),
  'election-hands': elected({ by: 'hands' }, null),
  'election-failed': elected(
    { by: 'hands', step: 'closed', hands: { agree: 2, disagree: 3, abstain: 0, presiding: 'agree' } },
    false,
    {
      agree: 2,
      disagree: 3,
      abstain: 0,
      of: 5,
    },
  ),
  'election-passed': elected(
    { by: 'hands', step: 'closed', hands: { agree: 5, disagree: 0, abstain: 0, presiding: 'agree' } },
    true,
    {
      agree: 5,
      disagree: 0,
      abstain: 0,
      of: 5,
    },
  ),
  'hands-open': concluded({ vote: 'hands' }, { by: 'hands' }),
  'hands-tied': concluded(
    { vote: 'hands' },
    { by: 'hands', step: 'closed', hands: { agree: 2, disagree: 2, abstain: 0, presiding: 'agree' } },
    { passed: true, count: { agree: 2, disagree: 2, abstain: 0, of: 4, tie: 'carried' } },
  ),
  'secret-open': concluded({ vote: 'secret' }, { secrecy: 'secret' }),
  'secret-passed': concluded(
    { vote: 'secret' },
    { secrecy: 'secret', step: 'counted' },
    // A host would never tell who voted how; should one, no screen repeats it.
    {
      passed: true,
      count: { agree: 4, disagree: 1, abstain: 0, of: 5 },
      votes: [{ seat: seatId(1), choice: 'agree' }],
    },
  ),
  'vote-voided': concluded({}, { voided: { at: '2026-11-23T04:25:00.000Z', code: 'quorum-lost' } }),
  'wall-election': wall({
    election: {
      members: [NAMES[1], NAMES[2], NAMES[3]],
      head: NAMES[3],
      cast: 0,
      entitled: 5,
      by: 'hands',
      passed: null,
    },
  }),
  'wall-counting': {
    views: {
      projector: ({ criterion: _, outcome: __, ...now }) => ({
        ...now,
        ...(now.round === undefined ? {} : { round: { ...now.round, most: 2, inCommittee: true } }),
      }),
    },
  },
  'wall-voided': {
    views: {
      projector: ({ criterion: _, ...now }) => ({
        ...now,
        ...(now.round === undefined ? {} : { round: { ...now.round, most: 2, voided: true } }),
      }),
    },
  },
  'wall-adjourned': wall({ adjourned: { until: '2026-11-27' } }),
  'wall-floor': wall({ floor: NAMES[5], asking: 2, clock: { budget: 180 } }),
};
