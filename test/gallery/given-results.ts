// What the count came to, computed by the product itself from invented ballots.
import type { Item } from '../../shared/book/ballot.ts';
import type { ResultsView } from '../../shared/contract/views.ts';
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { resultOf } from '../../shared/results/outcome.ts';
import { hex, PLATFORM, POLL } from './given.ts';
import { givenSet } from './given-criteria.ts';
import { seatsOf } from './given-session.ts';

/** Page 2 of the first file. */
const CITED = { evidence: hex(500, 16) as never, sha256: hex(500, 64) as never, page: 2 };

export function givenResults(members: number, criteria: number): ResultsView {
  const set = givenSet(criteria);
  const voters = seatsOf(members).filter((_, at) => at !== 4 && at !== 5);
  const ballots = voters.map(({ seat }, index) => ({
    seat,
    items: Object.fromEntries(
      criteriaOf(set).map(({ id }, at): [string, Item] => [
        id,
        (at * 7 + index * 3) % 17 === 0
          ? { mark: 'not-met', remark: 'Chưa thấy nhật ký diễn tập quý III.', cites: [CITED] }
          : at % 30 === 0 && index % 4 === 1
            ? { mark: 'not-applicable', reason: 'Không thuộc phạm vi' }
            : { mark: 'met' },
      ]),
    ),
  }));
  const result = resultOf({
    set,
    rules: DEFAULT_RULES,
    ballots: ballots.map(({ seat, items }) => ({ seat: seat as never, ballot: { poll: POLL as never, items } })),
    stood: {
      present: voters.map(({ seat }) => seat as never),
      appointed: seatsOf(members).map(({ seat }) => seat as never),
      barred: {},
    },
    issued: voters.length,
    returned: voters.length,
    invalid: 0,
  });
  return {
    platforms: [
      {
        platform: PLATFORM,
        poll: POLL,
        round: 1,
        result,
        sheets: ballots.map(({ seat, items }) => ({ seat, valid: true, items, comment: 'Nền tảng vận hành ổn định.' })),
      },
    ],
  };
}
