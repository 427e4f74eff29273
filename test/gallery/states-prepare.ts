// States of the house before and at the beginning of a session: home, joining, preparing, roll call, declarations.
import { ok, refuse } from '../../shared/base/result.ts';
import { PHASES } from '../../shared/contract/phases.ts';
import type { Waiting } from '../../shared/contract/views.ts';
import { BOOK, hex, type States } from './given.ts';
import { EARLIER, withBefore } from './given-before.ts';
import { NAMES, seatId } from './given-session.ts';

const SUBJECTS = [
  'Họp Hội đồng đánh giá Nền tảng số quốc gia về định danh, xác thực và chia sẻ dữ liệu tổ chức năm 2026',
  'Họp Hội đồng đánh giá nền tảng hồ sơ công việc liên thông',
  'Phiên đánh giá lại nền tảng họp trực tuyến dùng chung',
];

const WAITING: readonly Waiting[] = [
  { for: 'opening', count: 0 },
  { for: 'quorum', count: 2 },
  { for: 'ballots', count: 3 },
  { for: 'keys', count: 1 },
  { for: 'votes', count: 4 },
  { for: 'approvals', count: 2 },
  { for: 'signature-chair', count: 0 },
  { for: 'nothing', count: 0 },
];

export const prepareStates: States = {
  before: {
    views: { session: (session) => ({ ...session, platforms: session.platforms.map(withBefore) }) },
    answers: {
      'platform.earlier': () => ok({ found: EARLIER }),
      'platform.name-before': () => refuse('before-not-counted'),
    },
  },
  'before-none': { answers: { 'platform.earlier': () => ok({ found: [] }) } },
  'home-empty': { views: { home: () => ({ cards: [], drafts: [] }) } },
  'home-full': {
    views: {
      home: () => ({
        drafts: [],
        cards: PHASES.map((phase, at) => ({
          book: at === 0 ? BOOK : hex(0x700 + at, 64),
          kind: at === 2 ? 'rehearsal' : 'session',
          subject: SUBJECTS[at % SUBJECTS.length] ?? '',
          council: 'HỘI ĐỒNG ĐÁNH GIÁ NỀN TẢNG SỐ',
          openedAt: `2026-11-${String(23 - at).padStart(2, '0')}T02:00:00.000Z`,
          phase,
          waits: WAITING[at] ?? { for: 'nothing', count: 0 },
        })),
      }),
    },
  },
  'seats-held': {
    house: {
      held: [0, 3].map((at) => ({ book: BOOK, seat: seatId(at), name: NAMES[at] ?? '' })),
    },
  },
  'code-wrong': { house: { askCode: async () => refuse('code-wrong', { left: 4 }) } },
  barred: { house: { barred: { code: 'context-insecure', params: {} } } },
  'sets-absent': { answers: { 'criteria.list': () => ok({ sets: [], leftOut: [] }) } },
  'quorum-holds': {
    views: {
      session: (session) => ({
        ...session,
        quorum: { ...session.quorum, holds: true, present: 6, missing: [] },
        platforms: session.platforms.map((platform) => ({ ...platform, undeclared: [] })),
      }),
    },
  },
  uncalled: {
    views: {
      session: (session) => ({
        ...session,
        seats: session.seats.map((seat) => ({ ...seat, presence: 'unknown', attendance: [] })),
      }),
    },
  },
  undeclared: {
    views: {
      session: (session) => ({
        ...session,
        seats: session.seats.map((seat) => ({ ...seat, declared: {} })),
        platforms: session.platforms.map((platform) => ({
          ...platform,
          recused: [],
          undeclared: session.seats.map(({ seat }) => seat),
        })),
      }),
    },
  },
};
