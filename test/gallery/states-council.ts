// States of a council at work: sittings, letters, replaced members, recusals, late comers, lost quorum, points, rounds, paper.
import type { SeatView, SessionView } from '../../shared/contract/views.ts';
import { hex, PLATFORM, type State, type States } from './given.ts';
import { seatId } from './given-session.ts';

const session = (change: (session: SessionView) => SessionView): State => ({ views: { session: change } });
const seats = (change: (seat: SeatView, at: number) => SeatView): State =>
  session((given) => ({ ...given, seats: given.seats.map(change) }));

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
};
