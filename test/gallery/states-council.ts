// States of a council at work: sittings, letters, replaced members, recusals, late comers, lost quorum, points, rounds, paper.
import type { DraftItem } from '../../shared/book/ballot.ts';
import type { PollView, SeatView, SessionView } from '../../shared/contract/views.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { hex, PLATFORM, POLL, type State, type States } from './given.ts';
import { seatId } from './given-session.ts';

const session = (change: (session: SessionView) => SessionView): State => ({ views: { session: change } });
const seats = (change: (seat: SeatView, at: number) => SeatView): State =>
  session((given) => ({ ...given, seats: given.seats.map(change) }));

const poll = (change: (poll: PollView, session: SessionView) => PollView): State =>
  session((given) => ({
    ...given,
    polls: given.polls.map((each) => (each.poll === POLL ? change(each, given) : each)),
  }));
/** The round that was counted before the one in view. */
const FORMER = hex(903, 16);
const weighted = (at: number): number => (at % 4 === 0 ? 750 : at % 3 === 0 ? 225 : 500);

const ADJOURNED = {
  openedAt: '2026-11-23T02:00:00.000Z',
  presiding: seatId(0),
  adjourned: {
    at: '2026-11-23T04:40:00.000Z',
    until: '2026-11-30',
    note: 'Chờ doanh nghiệp nền tảng bổ sung biên bản diễn tập khôi phục dữ liệu.',
  },
};

export const councilStates: States = {
  adjourned: session((given) => ({
    ...given,
    adjourned: true,
    sittings: [ADJOURNED],
    ...(given.may === undefined ? {} : { may: { ...given.may, resume: { possible: true } } }),
  })),
  'second-sitting': session((given) => ({
    ...given,
    sittings: [ADJOURNED, { openedAt: '2026-11-30T02:05:00.000Z', presiding: seatId(1) }],
    seats: given.seats.map((seat, at) => ({
      ...seat,
      attendance: [
        ...seat.attendance,
        { at: '2026-11-30T02:10:00.000Z', presence: 'present', note: at === 3 ? 'kẹt xe, vào muộn' : '' },
      ],
    })),
  })),
  authorised: session((given) => ({
    ...given,
    seats: given.seats.map((seat, at) => (at === 1 ? { ...seat, authorised: true } : seat)),
    authorisations: [
      {
        seat: seatId(1),
        letter: 'Giấy ủy quyền số 12/GUQ-HĐĐG ngày 20/11/2026, chủ trì thay Chủ tịch trong cả phiên họp',
        at: '2026-11-23T02:03:00.000Z',
      },
    ],
  })),
  replaced: session((given) => {
    const old = given.seats[4];
    return old === undefined
      ? given
      : {
          ...given,
          seats: [
            ...given.seats.map((seat, at) => (at === 4 ? { ...seat, replacedBy: hex(40, 16), here: false } : seat)),
            {
              ...old,
              seat: hex(40, 16),
              name: 'Nguyễn Phan Thị Minh Nguyệt Anh',
              presence: 'unknown',
              attendance: [],
              device: 'none',
              declared: {},
            },
          ],
        };
  }),
  'per-criterion': session((given) => ({
    ...given,
    rules: { ...given.rules, quorum: { ...given.rules.quorum, per: 'criterion' } },
  })),
  'barred-some': seats((seat, at) =>
    at === 3 ? { ...seat, declared: { [PLATFORM]: true }, barred: { [PLATFORM]: ['G1-02', 'G1-03'] } } : seat,
  ),
  scored: {
    views: {
      session: (given) => ({
        ...given,
        rules: { ...given.rules, counting: 'mean', scale: { of: 'points', passMark: 70, outlier: 20 } },
      }),
      criteria: (view) => ({
        ...view,
        set: {
          ...view.set,
          groups: view.set.groups.map((group) => ({
            ...group,
            criteria: group.criteria.map((each, at) => ({ ...each, weight: weighted(at) })),
          })),
        },
      }),
    },
    sheet: (sheet, set) => ({
      ...sheet,
      draft: {
        items: Object.fromEntries(
          criteriaOf(set)
            .slice(0, 12)
            .map((each, at): [string, DraftItem] => [
              each.id,
              at === 4 ? { mark: 'insufficient' } : { mark: 'scored', points: (at * 17 + 60) % 101 },
            ]),
        ),
      },
    }),
  },
  'scored-full': {
    sheet: (sheet, set) => ({
      ...sheet,
      draft: {
        items: Object.fromEntries(
          criteriaOf(set).map((each, at): [string, DraftItem] => [
            each.id,
            { mark: 'scored', points: (at * 17 + 60) % 101 },
          ]),
        ),
      },
    }),
  },
  'next-round': {
    views: {
      session: (given) => ({
        ...given,
        polls: [
          ...given.polls.map((each): PollView => ({ ...each, poll: FORMER, step: 'counted' })),
          ...given.polls.map((each): PollView => ({ ...each, round: 2, step: 'open' })),
        ],
      }),
      results: (given) => ({
        ...given,
        platforms: given.platforms.map((each) => ({ ...each, poll: FORMER, round: 1 })),
      }),
    },
  },
  open: poll((each) => ({ ...each, secrecy: 'open' })),
  secret: poll((each) => ({ ...each, secrecy: 'secret' })),
  late: poll((each, { me }) => ({
    ...each,
    unissued: [seatId(6)],
    sheets: each.sheets.map((sheet) =>
      sheet.seat === seatId(6) || (me.as === 'seat' && sheet.seat === me.seat)
        ? { ...sheet, state: 'not-entitled' }
        : sheet,
    ),
    ...(me.as === 'seat' && me.seat !== undefined ? { unissued: [me.seat] } : {}),
  })),
  'round-lost': {
    views: {
      session: (given) => ({
        ...given,
        seats: given.seats.map((seat, at) => (at === 0 || at === 6 ? { ...seat, presence: 'left' } : seat)),
        polls: given.polls.map((each) => ({ ...each, quorumHolds: false })),
        platforms: given.platforms.map((platform) => ({
          ...platform,
          quorum: {
            ...platform.quorum,
            holds: false,
            present: 3,
            missing: [
              { code: 'quorum-short', params: { more: 1, present: 3, appointed: 6, needed: 4 } },
              { code: 'chair-absent', params: {} },
            ],
          },
        })),
        ...(given.may === undefined
          ? {}
          : {
              may: {
                ...given.may,
                close: {
                  [POLL]: {
                    possible: false,
                    why: { code: 'quorum-short', params: { more: 1, present: 3, appointed: 6, needed: 4 } },
                  },
                },
              },
            }),
      }),
    },
  },
  voided: poll((each) => ({ ...each, voided: { at: '2026-11-23T03:10:00.000Z', code: 'quorum-lost' } })),
  'every-way': poll((each) => ({
    ...each,
    sheets: each.sheets.map((sheet, at) =>
      sheet.state === 'not-entitled'
        ? sheet
        : { ...sheet, via: (['page', 'shared', 'app', 'guest', 'page', 'page', 'paper'] as const)[at] ?? 'page' },
    ),
  })),
  paper: poll((each) => ({
    ...each,
    paper: { [seatId(6)]: 3 },
  })),
  'paper-entered': poll((each) => ({
    ...each,
    paper: { [seatId(6)]: 3 },
    sheetsOfPaper: [{ seat: seatId(6), ballot: `4f2a91c0${hex(9, 56)}`, by: seatId(2) }],
  })),
  'paper-confirmed': poll((each) => ({
    ...each,
    paper: { [seatId(6)]: 3 },
    sheetsOfPaper: [{ seat: seatId(6), ballot: `4f2a91c0${hex(9, 56)}`, by: seatId(2), confirmedBy: seatId(0) }],
  })),
  absent: seats((seat, at) => (at === 3 ? { ...seat, presence: 'excused' } : seat)),
  'absent-sent': session((given) => ({
    ...given,
    platforms: given.platforms.map((platform) => ({
      ...platform,
      opinions: [
        {
          seat: seatId(3),
          by: seatId(3),
          via: 'page',
          text: 'Đề nghị Hội đồng xem kỹ nhật ký diễn tập quý III.',
          confirmed: false,
          entry: hex(78, 64),
        },
        { seat: seatId(4), by: seatId(2), via: 'paper', text: '', confirmed: true, entry: hex(79, 64) },
      ],
    })),
  })),
};
