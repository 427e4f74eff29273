// Profiles of rules as a host would offer them: those that are shipped, told by what differs, and two of an agency's own.
import type { RulesList } from '../../shared/contract/rules-library.ts';
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';

const all = { comparator: 'at-least', numerator: 1, denominator: 1 } as const;
const three = { comparator: 'more-than', numerator: 3, denominator: 4 } as const;
const circular = (number: string, councils: string): string =>
  `Mẫu cách làm của Thông tư số ${number}/2023/TT-BKHCN (${councils}), áp dụng theo quy chế làm việc của Hội đồng`;

export const PER_BALLOT: CouncilRules = {
  ...DEFAULT_RULES,
  id: 'per-ballot-circular-06',
  name: {
    vi: 'Đạt / Không đạt, đếm theo từng phiếu, có Ban kiểm phiếu',
    en: 'Pass or fail, counted per ballot, with a counting committee',
  },
  source: circular('06', 'hội đồng tư vấn xác định nhiệm vụ khoa học và công nghệ'),
  quorum: { ...DEFAULT_RULES.quorum, reviewers: 'one' },
  counting: 'per-ballot',
  tie: 'not-passed',
  shares: 'counting-committee',
  rounds: { most: 1, change: 'reason-required' },
  committee: 'three',
  conclusion: three,
  individualSheets: false,
};
export const POINTS: CouncilRules = {
  ...PER_BALLOT,
  id: 'points-circular-20',
  name: {
    vi: 'Chấm điểm 0-100 có trọng số, lấy điểm trung bình, từ 70 điểm',
    en: 'Points from 0 to 100 with weights, by the mean, from 70 points',
  },
  source: circular('20', 'hội đồng tư vấn tuyển chọn nhiệm vụ khoa học và công nghệ'),
  size: { least: 7, most: 9, even: 'warned' },
  scale: { of: 'points', passMark: 70, outlier: 20 },
  counting: 'mean',
  denominator: 'valid-ballots',
};
const EXPERTS: CouncilRules = {
  ...DEFAULT_RULES,
  id: 'expert-group',
  name: {
    vi: 'Tổ chuyên gia ba người, nhất trí từng tiêu chí',
    en: 'Expert group of three, unanimous on each criterion',
  },
  source: 'Quyết định thành lập Tổ chuyên gia',
  body: 'expert-group',
  size: { least: 3, most: 3, even: 'warned' },
  roles: { viceChairs: 0, reviewers: 0 },
  quorum: { ...DEFAULT_RULES.quorum, share: all, viceChair: 'never' },
  threshold: all,
};
export const UNIT: CouncilRules = {
  ...EXPERTS,
  id: 'hired-unit',
  name: {
    vi: 'Đơn vị đánh giá được thuê, một báo cáo, một người ký',
    en: 'Hired evaluation unit, one report, one signer',
  },
  source: 'Hợp đồng thuê đơn vị đánh giá',
  body: 'hired-unit',
  size: { least: 1, most: 1, even: 'allowed' },
  secrecy: 'open',
  shares: 'none',
};
const LONG =
  'Quy chế làm việc của Hội đồng đánh giá nền tảng số quốc gia về định danh, xác thực và chia sẻ dữ liệu tổ chức';
export const OWN: CouncilRules = {
  ...DEFAULT_RULES,
  id: 'own-00000000000000aa',
  name: { vi: LONG, en: LONG },
  source: 'Quyết định số 1234/QĐ-BKHCN ngày 02/10/2026 ban hành Quy chế làm việc',
  denominator: 'appointed',
};

export const RULES: RulesList = {
  profiles: [
    ...[DEFAULT_RULES, PER_BALLOT, POINTS, EXPERTS, UNIT].map((rules) => ({ own: false, rules })),
    { own: true, rules: OWN },
  ],
  leftOut: [],
};
