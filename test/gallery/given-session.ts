// Views as a host would give them, invented: any number of members and criteria, long names, one of each awkward thing.
import type { Item } from '../../shared/book/ballot.ts';
import type {
  CriteriaView,
  LogView,
  MinutesView,
  Phase,
  PlatformView,
  PollView,
  ResultsView,
  SeatView,
  SessionView,
} from '../../shared/contract/views.ts';
import { PHASES } from '../../shared/contract/views.ts';
import type { Role } from '../../shared/council/roles.ts';
import { DEFAULT_RULES } from '../../shared/council/rules.ts';
import { type CriteriaSet, type Criterion, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { resultOf } from '../../shared/results/outcome.ts';

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');
export const BOOK = hex(7, 64);
const PLATFORM = hex(900, 16);
const POLL = hex(901, 16);
const NAMES = [
  'Nguyễn Phước Bảo Ngọc Quỳnh Trâm',
  'Lý Xuân Trường',
  'Trần Thị Hưởng',
  'Đặng Quỳnh Ngữ',
  'Phạm Ẩn Dật',
  'Tôn Nữ Thị Ngọc Nguyễn Khánh Huyền',
  'Hoàng Thị Kiều Oanh',
];
const ROLES: readonly Role[] = ['chair', 'vice-chair', 'secretary', 'reviewer', 'reviewer', 'member', 'member'];
const STATEMENT =
  'Có phương án bảo vệ dữ liệu cá nhân, sao lưu và phục hồi được ban hành, áp dụng và kiểm tra định kỳ trên toàn bộ nền tảng';

export type Given = {
  readonly phase: Phase;
  readonly as?: 'desk' | 'seat';
  readonly members?: number;
  readonly criteria?: number;
  readonly kind?: 'session' | 'rehearsal';
};

export function givenSet(count: number): CriteriaSet {
  const groups = Math.max(1, Math.ceil(count / 20));
  const criterionAt = (at: number): Criterion => {
    const id = `G${Math.floor(at / 20) + 1}-${String((at % 20) + 1).padStart(2, '0')}`;
    const common = {
      id,
      statement: {
        vi: `${STATEMENT} (${at + 1})`,
        en: `Personal data is protected, backed up and restored (${at + 1})`,
      },
      evidence: { vi: 'quy trình; nhật ký diễn tập phục hồi', en: 'procedures; recovery drill log' },
      tags: at === 0 ? ['popularity'] : [],
      notApplicable: at % 3 === 0,
    };
    return at % 10 === 4
      ? { ...common, kind: 'measured', unit: '%', comparator: '>=', threshold: '99.5' }
      : { ...common, kind: 'pass-fail' };
  };
  return {
    v: 1,
    id: 'mau',
    version: '0.1',
    sample: true,
    name: { vi: 'Bộ tiêu chí mẫu theo sáu nhóm của khung tiêu chí cơ bản', en: 'Sample criteria set' },
    legalBasis: ['Quyết định số 1230/QĐ-BTTTT ngày 10 tháng 7 năm 2023'],
    outcomes: [
      { when: { is: 'all-met' }, outcome: 'met', name: { vi: 'Đề nghị công nhận', en: 'Propose recognition' } },
      { when: { is: 'otherwise' }, outcome: 'not', name: { vi: 'Chưa đáp ứng tiêu chí', en: 'Criteria not met' } },
    ],
    groups: Array.from({ length: groups }, (_, group) => ({
      id: `G${group + 1}`,
      name: {
        vi: `Nhóm ${group + 1}: Kỹ thuật và an toàn của nền tảng số`,
        en: `Group ${group + 1}: technique and safety`,
      },
      criteria: Array.from({ length: Math.min(20, count - group * 20) }, (_, at) => criterionAt(group * 20 + at)),
    })),
  };
}

const seatsOf = (members: number): readonly SeatView[] =>
  Array.from({ length: members }, (_, at) => ({
    seat: hex(at + 1, 16),
    name: NAMES[at % NAMES.length] + (at >= NAMES.length ? ` ${Math.floor(at / NAMES.length) + 1}` : ''),
    position: 'Phó Cục trưởng phụ trách chuyển đổi số',
    unit: 'Trung tâm Kiểm định và Đánh giá nền tảng số quốc gia',
    role: ROLES[at] ?? 'member',
    votes: true,
    presence: at === 4 ? 'excused' : 'present',
    attendance: [{ at: '2026-11-23T02:00:00.000Z', presence: at === 4 ? 'excused' : 'present', note: '' }],
    device: at === 2 ? 'host' : at === 6 ? 'none' : 'own',
    ...(at === 6 ? {} : { fingerprint: hex(at * 7_777_777, 16) }),
    here: at % 2 === 0,
    declared: at === 5 ? { [PLATFORM]: true } : at === 6 ? {} : { [PLATFORM]: false },
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
    state: index === 4 || index === 5 ? 'not-entitled' : at > 2 ? 'counted' : index === 1 ? 'standing' : 'working',
    via: index === 2 ? 'app' : 'page',
    reopened: index === 1 ? 1 : 0,
    opened: at > 2,
    marked: Math.min(criteria, index * 9 + 3),
  })),
  setAside: [],
});

const platformOf = (set: CriteriaSet, seats: readonly SeatView[], phase: Phase): PlatformView => ({
  platform: PLATFORM,
  name: 'Nền tảng số quốc gia về định danh, xác thực và chia sẻ dữ liệu tổ chức',
  owner: 'Cục Chuyển đổi số quốc gia',
  enterprise: 'Tổng công ty Giải pháp nền tảng số Việt Nam',
  address: 'https://nen-tang.example',
  evidence: ['application/pdf', 'image/png', 'text/plain', 'application/zip'].map((mediaType, at) => ({
    evidence: hex(at + 500, 16),
    number: at + 1,
    revision: 1,
    sha256: hex(at + 500, 64),
    size: 3_400_000,
    mediaType,
    title:
      ['Báo cáo kiểm thử tải quý III', 'Sơ đồ triển khai', 'Nhật ký diễn tập phục hồi', 'Gói dữ liệu khảo sát'][at] ??
      '',
    kind: 'test-result',
    supplier: 'Trung tâm Kiểm định',
    date: '2026-10-05',
    label: 'internal',
    criteria: at === 0 ? ['G1-01'] : [],
  })),
  measured: Object.fromEntries(
    criteriaOf(set)
      .filter(({ kind }) => kind === 'measured')
      .map(({ id }) => [id, { value: '99.95', threshold: '99.5', satisfied: true }]),
  ),
  recused: [hex(6, 16)],
  undeclared: [hex(7, 16)],
  quorum: {
    holds: true,
    present: seats.length - 2,
    appointed: seats.length - 1,
    needed: Math.ceil(((seats.length - 1) * 2) / 3),
    missing: [],
  },
  opinions: [{ seat: hex(5, 16), text: 'Đề nghị làm rõ phương án dự phòng.', confirmed: false, entry: hex(77, 64) }],
  ...(PHASES.indexOf(phase) > 4 || phase === 'conclusion'
    ? {
        conclusion: {
          conclusion: hex(910, 16),
          platform: PLATFORM,
          outcome: 'not',
          text: 'Hội đồng thống nhất: chưa đáp ứng tiêu chí.',
          sha256: hex(911, 64),
          votes: [],
          passed: null,
          reservations: [{ seat: hex(4, 16), text: 'Tôi bảo lưu ý kiến về tiêu chí G1-03.' }],
        },
      }
    : {}),
});

export function givenSession({ phase, as = 'desk', members = 7, criteria = 30, kind = 'session' }: Given): SessionView {
  const set = givenSet(criteria);
  const seats = seatsOf(members);
  const at = PHASES.indexOf(phase);
  const me = seats[as === 'desk' ? 2 : 3];
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
    platforms: [platformOf(set, seats, phase)],
    polls: at >= 2 ? [pollOf(seats, criteria, at)] : [],
    meeting: {
      ...(at >= 1 ? { openedAt: '2026-11-23T02:00:00.000Z', presiding: hex(1, 16) } : {}),
      ...(at >= 6 ? { closedAt: '2026-11-23T05:00:00.000Z' } : {}),
    },
    minutes: {
      ...(at >= 5 ? { written: { sha256: hex(99, 64), at: '2026-11-23T04:50:00.000Z', stale: true } } : {}),
      approvals:
        at >= 5
          ? [
              { seat: hex(1, 16), stale: false },
              { seat: hex(2, 16), stale: true },
            ]
          : [],
      ...(at >= 6
        ? {
            file: {
              sha256: hex(98, 64),
              signatures: [{ field: 'ThuKy', seat: hex(3, 16), at: '2026-11-23T05:10:00.000Z' }],
            },
          }
        : {}),
    },
    possible: {
      openMeeting: { possible: true },
      openRound: { [PLATFORM]: { possible: false, why: { code: 'declarations-missing', params: { count: 1 } } } },
      writeMinutes: { possible: true },
      closeMeeting: { possible: true },
      sealMinutes: { possible: false, why: { code: 'meeting-not-closed', params: {} } },
    },
  };
}

export const givenCriteria = (count: number): CriteriaView => ({
  set: givenSet(count),
  thresholds: { 'G1-05': { threshold: '99.5', source: 'Quyết định số 45/QĐ-CĐS ngày 02/10/2026' } },
});

export function givenResults(members: number, criteria: number): ResultsView {
  const set = givenSet(criteria);
  const voters = seatsOf(members).filter((_, at) => at !== 4 && at !== 5);
  const ballots = voters.map(({ seat }, index) => ({
    seat,
    items: Object.fromEntries(
      criteriaOf(set).map(({ id }, at): [string, Item] => [
        id,
        (at * 7 + index * 3) % 17 === 0
          ? { mark: 'not-met', remark: 'Chưa thấy nhật ký diễn tập quý III.' }
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
    present: voters.length,
    appointed: members,
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

export const givenMinutes: MinutesView = {
  minutes: {
    form: 'hoidong/minutes/1',
    kind: 'session',
    superior: 'BỘ KHOA HỌC VÀ CÔNG NGHỆ',
    council: 'HỘI ĐỒNG ĐÁNH GIÁ NỀN TẢNG SỐ',
    number: 'Số: …/BB-HĐĐG',
    title: 'BIÊN BẢN',
    subject: 'Họp Hội đồng đánh giá nền tảng số',
    fields: [
      {
        id: 'quorum',
        label: 'Thành phần tham dự:',
        paragraphs: [
          {
            id: 'p1',
            parts: [
              'Thành viên Hội đồng có mặt: ',
              { fact: 'present', value: '05', entries: [hex(61, 64)] },
              '/',
              { fact: 'appointed', value: '07' },
              ' thành viên.',
            ],
          },
        ],
      },
    ],
    closing: { id: 'closing', parts: ['Phiên họp kết thúc lúc ', { fact: 'end', value: '11 giờ 30 phút' }, './.'] },
    signatories: [],
    recipients: ['- Lưu: VT, HSHĐ.'],
    appendices: [],
    mark: '0123456789abcdef',
  },
  missing: [{ code: 'conclusion-missing', params: { platform: 'Nền tảng số Mẫu' } }],
  prose: { number: '', presentation: '', discussion: 'Trao đổi về dự phòng.', recommendation: '', recipients: [] },
  stale: false,
};

export const givenLog: LogView = {
  rows: ['book-opened', 'seat-appointed', 'meeting-opened', 'ballot-cast', 'kind-of-tomorrow'].map((kind, at) => ({
    at: '2026-11-23T02:00:00.000Z',
    seat: hex((at % 3) + 1, 16),
    kind,
    feed: hex(5, 32),
    seq: at + 1,
    via: 'app',
    hash: hex(60 + at, 64),
    ...(at === 3 ? { refused: 'not-present' } : {}),
  })),
};
