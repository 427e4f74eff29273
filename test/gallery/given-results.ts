// What the count came to, computed by the product itself from invented ballots.
import type { Ballot, Item } from '../../shared/book/ballot.ts';
import type { ResultsView, RoundView } from '../../shared/contract/views.ts';
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { marginOf } from '../../shared/results/margin.ts';
import { resultOf } from '../../shared/results/outcome.ts';
import { hex, PLATFORM, POLL } from './given.ts';
import { givenSet } from './given-criteria.ts';
import { seatsOf } from './given-session.ts';

/** Page 2 of the first file. */
const CITED = { evidence: hex(500, 16) as never, sha256: hex(500, 64) as never, page: 2 };

/** By place of the criterion and place of the member. */
type Marking = (at: number, index: number) => Item;
type Asked = {
  readonly poll: string;
  readonly round: number;
  readonly rules: CouncilRules;
  readonly mark: Marking;
};
type Platform = ResultsView['platforms'][number];

export const markOf: Marking = (at, index) =>
  (at * 7 + index * 3) % 17 === 0
    ? { mark: 'not-met', remark: 'Chưa thấy nhật ký diễn tập quý III.', cites: [CITED] }
    : at % 30 === 0 && index % 4 === 1
      ? { mark: 'not-applicable', reason: 'Không thuộc phạm vi' }
      : { mark: 'met' };

/** The last but one member is far off the others. */
export const pointsOf: Marking = (at, index) => ({
  mark: 'scored',
  points: index === 3 ? 38 + (at % 5) : 70 + ((at * 7 + index * 5) % 27),
  ...(at % 9 === 0 && index === 3 ? { remark: 'Hồ sơ chưa có số liệu vận hành thực tế.' } : {}),
});

function countOf(members: number, criteria: number, { poll, rules, mark }: Asked) {
  const set = givenSet(criteria);
  const voters = seatsOf(members).filter((_, at) => at !== 4 && at !== 5);
  const ballots = voters.map(({ seat }, index) => ({
    seat,
    items: Object.fromEntries(criteriaOf(set).map(({ id }, at): [string, Item] => [id, mark(at, index)])),
  }));
  const isSecret = rules.secrecy === 'secret';
  const count = {
    set,
    rules,
    ballots: ballots.map(({ seat, items }) => ({
      ...(isSecret ? {} : { seat: seat as never }),
      ballot: { poll: poll as never, items } satisfies Ballot,
    })),
    stood: {
      present: voters.map(({ seat }) => seat as never),
      appointed: seatsOf(members).map(({ seat }) => seat as never),
      presiding: seatsOf(1)[0]?.seat as never,
      barred: {},
    },
    issued: voters.length,
    returned: voters.length,
    invalid: 0,
  };
  const sheets: RoundView['sheets'] = ballots.map(({ seat, items }) => ({
    seat: isSecret ? null : seat,
    valid: true,
    items,
    comment: 'Nền tảng vận hành ổn định.',
  }));
  return { count, sheets };
}

export function givenRound(members: number, criteria: number, asked: Asked): RoundView {
  const { count, sheets } = countOf(members, criteria, asked);
  return { poll: asked.poll, round: asked.round, result: resultOf(count), sheets };
}

export function givenPlatform(members: number, criteria: number, asked: Partial<Asked> = {}): Platform {
  const whole: Asked = { poll: POLL, round: 1, rules: DEFAULT_RULES, mark: markOf, ...asked };
  const { count, sheets } = countOf(members, criteria, whole);
  return {
    platform: PLATFORM,
    poll: whole.poll,
    round: whole.round,
    result: resultOf(count),
    sheets,
    margin: marginOf(count),
    history: [],
    opinions: [],
  };
}

export const givenResults = (members: number, criteria: number): ResultsView => ({
  platforms: [givenPlatform(members, criteria)],
  live: [],
});
