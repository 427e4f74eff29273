// A session as a host would give it, invented: any number of members and criteria, long names, one of each awkward thing.

import { PHASES } from '../../shared/contract/phases.ts';
import type { PlatformView, PollView, Possible, SeatView, SessionView } from '../../shared/contract/views.ts';
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import type { Role } from '../../shared/council/roles.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { BOOK, type Given, hex, PLATFORM, POLL } from './given.ts';
import { givenSet } from './given-criteria.ts';
import { EVIDENCE } from './given-evidence.ts';

export const NAMES = [
  'Nguyễn Phước Bảo Ngọc Quỳnh Trâm',
  'Lý Xuân Trường',
  'Trần Thị Hưởng',
  'Đặng Quỳnh Ngữ',
  'Phạm Ẩn Dật',
  'Tôn Nữ Thị Ngọc Nguyễn Khánh Huyền',
  'Hoàng Thị Kiều Oanh',
] as const;
const ROLES: readonly Role[] = ['chair', 'vice-chair', 'secretary', 'reviewer', 'reviewer', 'member', 'member'];
const PLATFORMS: readonly (readonly [string, string])[] = [
  [
    'Nền tảng số quốc gia về định danh, xác thực và chia sẻ dữ liệu tổ chức',
    'Tổng công ty Giải pháp nền tảng số Việt Nam',
  ],
  ['Nền tảng họp trực tuyến dùng chung', 'Công ty Cổ phần Ánh Dương'],
  ['Nền tảng hồ sơ công việc liên thông', 'Công ty TNHH Bến Lức'],
];
/** Places in the council: excused, in conflict, not joined yet; the others are there. */
const [EXCUSED, CONFLICT, NOT_JOINED] = [4, 5, 6];

/** Id of the platform at this place; the first one is PLATFORM. */
export const platformId = (at: number): string => (at === 0 ? PLATFORM : hex(920 + at, 16));
/** Id of the seat at this place in the council. */
export const seatId = (at: number): string => hex(at + 1, 16);

export const seatsOf = (members: number, platforms = 1): readonly SeatView[] =>
  Array.from({ length: members }, (_, at) => ({
    seat: seatId(at),
    name: NAMES[at % NAMES.length] + (at >= NAMES.length ? ` ${Math.floor(at / NAMES.length) + 1}` : ''),
    position: 'Phó Cục trưởng phụ trách chuyển đổi số',
    unit: 'Trung tâm Kiểm định và Đánh giá nền tảng số quốc gia',
    role: ROLES[at] ?? 'member',
    votes: true,
    presence: at === EXCUSED ? 'excused' : 'present',
    attendance: [{ at: '2026-11-23T02:00:00.000Z', presence: at === EXCUSED ? 'excused' : 'present', note: '' }],
    device: at === 2 ? 'host' : at === NOT_JOINED ? 'none' : 'own',
    ...(at === NOT_JOINED ? {} : { fingerprint: hex(at * 7_777_777 + 0x4c31, 16) }),
    here: at % 2 === 0,
    authorised: false,
    barred: {},
    declared:
      at === NOT_JOINED
        ? {}
        : Object.fromEntries(
            Array.from({ length: platforms }, (__, each) => [platformId(each), at === CONFLICT && each === 0]),
          ),
  }));

const pollOf = (seats: readonly SeatView[], criteria: number, at: number): PollView => ({
  poll: POLL,
  of: 'platform',
  platform: PLATFORM,
  round: 1,
  step: at <= 2 ? 'open' : 'counted',
  openedAt: '2026-11-23T02:30:00.000Z',
  sheets: seats.map(({ seat }, index) => ({
    seat,
    state:
      index === EXCUSED || index === CONFLICT
        ? 'not-entitled'
        : at > 2
          ? 'counted'
          : index === 1
            ? 'standing'
            : 'working',
    via: index === 2 ? 'app' : 'page',
    reopened: index === 1 ? 1 : 0,
    opened: at > 2,
    marked: Math.min(criteria, index * 9 + 3),
  })),
  setAside: [],
  secrecy: 'blind',
  by: 'devices',
  entitled: seats.filter((_, index) => index !== EXCUSED && index !== CONFLICT).map(({ seat }) => seat),
  unissued: [],
  paper: {},
  sheetsOfPaper: [],
  quorumHolds: true,
  discussed: [],
});

function platformOf(given: Required<Given>, at: number): PlatformView {
  const [name, enterprise] = PLATFORMS[at % PLATFORMS.length] ?? ['', ''];
  const appointed = given.members - 1;
  const isConcluded = PHASES.indexOf(given.phase) >= PHASES.indexOf('conclusion') && at === 0;
  return {
    platform: platformId(at),
    name,
    owner: 'Cục Chuyển đổi số quốc gia',
    enterprise,
    address: 'https://nen-tang.example',
    evidence: at === 0 ? EVIDENCE : EVIDENCE.slice(0, 1),
    measured: Object.fromEntries(
      criteriaOf(givenSet(given.criteria))
        .filter(({ kind }) => kind === 'measured')
        .map(({ id }) => [id, { value: '99.95', threshold: '99.5', satisfied: true }]),
    ),
    openings: [],
    recused: at === 0 ? [seatId(CONFLICT)] : [],
    undeclared: [seatId(NOT_JOINED)],
    quorum: {
      holds: true,
      present: given.members - 2,
      appointed,
      needed: Math.ceil((appointed * 2) / 3),
      missing: [],
    },
    opinions:
      at === 0
        ? [
            {
              seat: seatId(EXCUSED),
              by: seatId(2),
              via: 'paper',
              text: 'Đề nghị làm rõ phương án dự phòng.',
              confirmed: false,
              entry: hex(77, 64),
            },
          ]
        : [],
    ...(isConcluded
      ? {
          conclusion: {
            conclusion: hex(910, 16),
            platform: platformId(at),
            outcome: 'not',
            text: 'Hội đồng thống nhất: chưa đáp ứng tiêu chí.',
            sha256: hex(911, 64),
            votes: [],
            passed: null,
            reservations: [{ seat: seatId(3), text: 'Tôi bảo lưu ý kiến về tiêu chí G1-03.' }],
          },
        }
      : {}),
  };
}

/** Everything is possible but what nobody can want now: resuming what was not adjourned. */
const mayAll = (polls: readonly string[]): NonNullable<SessionView['may']> => {
  const yes: Possible = { possible: true };
  const each = Object.fromEntries(polls.map((poll) => [poll, yes]));
  return {
    adjourn: yes,
    resume: { possible: false, why: { code: 'meeting-not-adjourned', params: {} } },
    putElection: yes,
    close: each,
    void: each,
    agreeCount: each,
  };
};

export const wholeOf = (given: Given): Required<Given> => ({
  as: 'desk',
  me: given.as === 'seat' ? 3 : 2,
  members: 7,
  criteria: 30,
  platforms: 1,
  kind: 'session',
  ...given,
});

export function givenSession(asked: Given): SessionView {
  const given = wholeOf(asked);
  const { phase, as, members, criteria, kind } = given;
  const set = givenSet(criteria);
  const seats = seatsOf(members, given.platforms);
  const at = PHASES.indexOf(phase);
  const me = seats[given.me];
  const platforms = Array.from({ length: given.platforms }, (_, each) => platformOf(given, each));
  return {
    book: BOOK,
    kind,
    me: { as, ...(me === undefined ? {} : { seat: me.seat, seatRole: me.role }), name: me?.name ?? '' },
    phase,
    subject: 'Họp Hội đồng đánh giá Nền tảng số quốc gia về định danh, xác thực và chia sẻ dữ liệu tổ chức năm 2026',
    superior: 'BỘ KHOA HỌC VÀ CÔNG NGHỆ',
    council: 'HỘI ĐỒNG ĐÁNH GIÁ NỀN TẢNG SỐ',
    decision: { number: '1234/QĐ-BKHCN', date: '2026-11-05', body: 'Bộ trưởng Bộ Khoa học và Công nghệ' },
    place: 'Phòng họp tầng 5, 18 Nguyễn Du, Hà Nội',
    legalBasis: set.legalBasis,
    rules: DEFAULT_RULES,
    criteria: { sha256: hex(88, 64), name: set.name, version: set.version, sample: true, count: criteria },
    seats,
    quorum: {
      holds: false,
      present: 3,
      appointed: members,
      needed: 5,
      missing: [
        { code: 'quorum-short', params: { more: 2, present: 3, appointed: members, needed: 5 } },
        { code: 'secretary-absent', params: {} },
      ],
    },
    platforms,
    polls: at >= 2 ? [pollOf(seats, criteria, at)] : [],
    meeting: {
      ...(at >= 1 ? { openedAt: '2026-11-23T02:00:00.000Z', presiding: seatId(0) } : {}),
      ...(at >= 6 ? { closedAt: '2026-11-23T05:00:00.000Z' } : {}),
    },
    sittings: at >= 1 ? [{ openedAt: '2026-11-23T02:00:00.000Z', presiding: seatId(0) }] : [],
    adjourned: false,
    authorisations: [],
    elections: [],
    remarks: [],
    ...(as === 'desk' ? { may: mayAll(at >= 2 ? [POLL] : []) } : {}),
    minutes: {
      ...(at >= 5 ? { written: { sha256: hex(99, 64), at: '2026-11-23T04:50:00.000Z', stale: true } } : {}),
      approvals:
        at >= 5
          ? [
              { seat: seatId(0), stale: false },
              { seat: seatId(1), stale: true },
            ]
          : [],
      ...(at >= 6
        ? {
            file: {
              sha256: hex(98, 64),
              signatures: [{ field: 'ThuKy', seat: seatId(2), at: '2026-11-23T05:10:00.000Z' }],
            },
          }
        : {}),
    },
    possible: {
      openMeeting: { possible: true },
      openRound: Object.fromEntries(
        platforms.map(({ platform }) => [
          platform,
          { possible: false, why: { code: 'declarations-missing', params: { count: 1 } } },
        ]),
      ),
      writeMinutes: { possible: true },
      closeMeeting: { possible: true },
      sealMinutes: { possible: false, why: { code: 'meeting-not-closed', params: {} } },
    },
  };
}
