// States of the session form and of what comes before a meeting: drafts, a large form, an edit, files on their way.
import { FIRST_FORM, type FormState } from '../../renderer/state/session-form.ts';
import { ok, refuse } from '../../shared/base/result.ts';
import type { EditedForm } from '../../shared/contract/session-form.ts';
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import { BOOK, hex, type States } from './given.ts';
import { LIBRARY } from './given-criteria.ts';
import { OWN, POINTS } from './given-rules.ts';
import { NAMES, seatId } from './given-session.ts';

const SUBJECT = 'Họp Hội đồng đánh giá Nền tảng số quốc gia về định danh, xác thực và chia sẻ dữ liệu tổ chức năm 2026';
const PLATFORMS = [
  'Nền tảng số quốc gia về định danh, xác thực và chia sẻ dữ liệu tổ chức',
  'Nền tảng họp trực tuyến dùng chung',
  'Nền tảng hồ sơ công việc liên thông giữa các bộ, ngành, địa phương',
] as const;
const ROLES = ['chair', 'vice-chair', 'secretary', 'reviewer', 'reviewer'] as const;
const TITLES = ['Báo cáo kiểm thử tải quý III năm 2026', 'Sơ đồ triển khai', 'Nhật ký diễn tập phục hồi dữ liệu'];

const memberAt = (at: number) => ({
  name: `${NAMES[at % NAMES.length]}${at >= NAMES.length ? ` ${Math.floor(at / NAMES.length) + 1}` : ''}`,
  position: at % 2 === 0 ? 'Phó Cục trưởng phụ trách chuyển đổi số' : 'Chuyên viên chính',
  unit: 'Trung tâm Kiểm định và Đánh giá nền tảng số quốc gia',
  role: ROLES[at] ?? ('member' as const),
});

const evidenceAt = (at: number) => ({
  key: 1_000 + at,
  sha256: hex(at + 1, 64) as never,
  fileName: `${TITLES[at % TITLES.length]?.toLowerCase().replace(/ /g, '-')}-${at + 1}.pdf`,
  size: 3_400_000 + at,
  title: `${TITLES[at % TITLES.length]} (${at + 1})`,
  kind: 'test-result' as const,
  supplier: 'Trung tâm Kiểm định',
  date: '05/10/2026',
  label: 'internal' as const,
  criteria: at % 4 === 0 ? 'G1-01, G1-02' : '',
});

/** Fifteen members, three platforms, forty files. */
const LARGE: FormState = {
  ...FIRST_FORM,
  subject: SUBJECT,
  superior: 'BỘ KHOA HỌC VÀ CÔNG NGHỆ',
  council: 'HỘI ĐỒNG ĐÁNH GIÁ NỀN TẢNG SỐ',
  decisionNumber: '1234/QĐ-BKHCN',
  decisionDate: '05/11/2026',
  decisionBody: 'Bộ trưởng Bộ Khoa học và Công nghệ',
  place: 'Phòng họp tầng 5, 18 Nguyễn Du, Hà Nội',
  criteria: LIBRARY.sha256 as never,
  thresholds: { 'G1-05': { how: 'set', value: '99,5', source: 'Quyết định số 45/QĐ-CĐS ngày 02/10/2026' } },
  members: Array.from({ length: 15 }, (_, key) => ({ key, ...memberAt(key) })),
  platforms: PLATFORMS.map((name, at) => ({
    key: 100 + at,
    name,
    owner: 'Cục Chuyển đổi số quốc gia',
    enterprise: 'Tổng công ty Giải pháp nền tảng số Việt Nam',
    address: 'https://nen-tang.example',
    evidence: Array.from({ length: [40, 3, 0][at] ?? 0 }, (_each, item) => evidenceAt(at * 100 + item)),
    measured: { 'G1-05': '99,95' },
  })),
  nextKey: 5_000,
};

const CHANGED: CouncilRules = {
  ...POINTS,
  name: { vi: `${POINTS.name.vi} (đã sửa)`, en: `${POINTS.name.en} (changed)` },
  counting: 'per-criterion',
  committee: 'none',
  threshold: { comparator: 'at-least', numerator: 3, denominator: 5 },
};
const OWN_CHANGED: CouncilRules = { ...OWN, vote: 'secret', rounds: { most: 3, change: 'free' } };

const EDITED: EditedForm = {
  kind: 'session',
  subject: SUBJECT,
  superior: LARGE.superior,
  council: LARGE.council,
  decision: { number: LARGE.decisionNumber, date: '2026-11-05', body: LARGE.decisionBody },
  place: LARGE.place,
  symbol: 'BB-HĐĐG',
  criteria: LIBRARY.sha256 as never,
  thresholds: [{ criterion: 'G1-05', threshold: '99.5', source: 'Quyết định số 45/QĐ-CĐS ngày 02/10/2026' }],
  rules: DEFAULT_RULES,
  members: Array.from({ length: 7 }, (_, at) => ({ seat: seatId(at), ...memberAt(at) })),
  platforms: [
    {
      platform: hex(900, 16),
      name: PLATFORMS[0],
      owner: 'Cục Chuyển đổi số quốc gia',
      enterprise: 'Tổng công ty Giải pháp nền tảng số Việt Nam',
      address: 'https://nen-tang.example',
      evidence: [],
      measured: [{ criterion: 'G1-05', value: '99.95' }],
    },
  ],
};
const draftOf = (number: number, subject: string, more: object = {}) => ({
  draft: hex(number, 16),
  kind: 'session' as const,
  subject,
  council: 'HỘI ĐỒNG ĐÁNH GIÁ NỀN TẢNG SỐ',
  savedAt: '2026-11-22T07:05:00.000Z',
  ...more,
});

export const formStates: States = {
  'home-drafts': {
    views: {
      home: (home) => ({
        ...home,
        drafts: [draftOf(1, ''), draftOf(2, SUBJECT), draftOf(3, 'Phiên đang sửa', { book: BOOK })],
      }),
    },
  },
  'form-large': {
    answers: {
      'session.draft.read': () => ok({ form: LARGE, savedAt: '2026-11-22T07:05:00.000Z' }),
      'session.draft.save': () => ok({ draft: hex(1, 16), savedAt: '2026-11-22T07:06:00.000Z' }),
    },
  },
  'form-edit': {
    answers: {
      'session.form': () => ok({ form: EDITED, sizes: {} }),
      'session.draft.save': () => ok({ draft: hex(1, 16), savedAt: '2026-11-22T07:06:00.000Z' }),
    },
    views: {
      session: (session) => ({ ...session, meeting: {} }),
    },
  },
  // Rules changed in a profile, some of them not going together.
  'form-rules': {
    answers: {
      'session.draft.read': () => ok({ form: { ...LARGE, rules: CHANGED }, savedAt: '2026-11-22T07:05:00.000Z' }),
      'session.draft.save': () => ok({ draft: hex(1, 16), savedAt: '2026-11-22T07:06:00.000Z' }),
      'rules.save': () => refuse('rules-name-taken', { name: OWN.name.vi }),
    },
  },
  'form-rules-own': {
    answers: {
      'session.draft.read': () => ok({ form: { ...LARGE, rules: OWN_CHANGED }, savedAt: '2026-11-22T07:05:00.000Z' }),
      'session.draft.save': () => ok({ draft: hex(1, 16), savedAt: '2026-11-22T07:06:00.000Z' }),
    },
  },
  'form-refused': { answers: { 'session.draft.save': () => refuse('store-full') } },
  'upload-under-way': {
    house: {
      upload: async (file, _name, sending) => {
        sending?.onSent?.(Math.floor(file.size / 2));
        return await new Promise(() => {});
      },
    },
  },
  'upload-refused': { house: { upload: async (_file, name) => refuse('upload-failed', { name }) } },
  facts: { answers: { 'desk.facts': () => ok({ version: '0.3.0', folder: '/home/thu-ky/Hội đồng' }) } },
  unopened: {
    views: {
      session: (session) => ({
        ...session,
        meeting: {},
        seats: session.seats.map((seat) => ({ ...seat, presence: 'unknown' as const, attendance: [] })),
      }),
    },
  },
};
