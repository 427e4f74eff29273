// Criteria sets as the editor is given them: a large draft, one full of errors, frozen ones, a long consultation.
import { duplicate } from '../../renderer/state/set-edits.ts';
import type { Consultation, LibraryRecord, LibraryRow, PackSignature } from '../../shared/contract/criteria-library.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import { type CriterionDraft, draftOfSet, type SetDraft } from '../../shared/criteria/set-draft.ts';
import { hex } from './given.ts';
import { givenSet } from './given-criteria.ts';

const KEY = hex(0x5e7, 16);
const HASH = '4f8c'.repeat(16);

const ROW: LibraryRow = {
  key: KEY,
  state: 'draft',
  id: 'nen-tang-dinh-danh',
  version: '2.0',
  sample: false,
  name: { vi: '', en: '' },
  groups: 6,
  criteria: 120,
  errors: 0,
  from: 'written',
  savedAt: '2026-11-22T07:05:00.000Z',
  consulted: 0,
  answered: 0,
  text: '',
};

const POINTS: Partial<CriterionDraft> = {
  kind: 'points',
  levels: [
    { key: 9_001, points: '0', name: { vi: 'Chưa có quy trình phục hồi', en: 'No recovery procedure' } },
    {
      key: 9_002,
      points: '60',
      name: {
        vi: 'Có quy trình, đã diễn tập một lần trong 12 tháng gần nhất',
        en: 'A procedure, tried once this year',
      },
    },
    { key: 9_003, points: '100', name: { vi: 'Diễn tập hằng quý, có biên bản', en: 'Tried every quarter, on record' } },
  ],
  pass: '60',
};

const alter = (draft: SetDraft, id: string, part: Partial<CriterionDraft>): SetDraft => ({
  ...draft,
  groups: draft.groups.map((group) => ({
    ...group,
    criteria: group.criteria.map((each) => (each.id === id ? { ...each, ...part } : each)),
  })),
});

const named = (count: number): CriteriaSet => ({
  ...givenSet(count),
  id: ROW.id,
  version: ROW.version,
  sample: false,
  name: {
    vi: 'Bộ tiêu chí đánh giá Nền tảng số quốc gia về định danh, xác thực và chia sẻ dữ liệu tổ chức',
    en: 'Criteria for the national platform of identification, authentication and sharing of organisations’ data',
  },
});

/** All kinds of criteria, conditions, must-pass; nothing wrong with it. */
export function givenDraft(count = 120): SetDraft {
  const first = draftOfSet(named(count));
  const draft: SetDraft = {
    ...first,
    outcomes: [
      { key: 90_001, is: 'all-met', tag: '', outcome: 'cong_nhan', name: OUTCOMES[0] },
      { key: 90_002, is: 'all-met-except-tag', tag: 'popularity', outcome: 'tiem_nang', name: OUTCOMES[1] },
      { key: 90_003, is: 'must-pass-met', tag: '', outcome: 'bo_sung', name: OUTCOMES[2] },
      { key: 90_004, is: 'otherwise', tag: '', outcome: 'khong_dat', name: OUTCOMES[3] },
    ],
    nextKey: 91_000,
  };
  const guided = alter(draft, 'G1-01', {
    mustPass: true,
    guidance: {
      vi: 'Đối chiếu tài liệu kiến trúc với hệ thống đang chạy; thành phần nào không có trong tài liệu thì ghi rõ.',
      en: 'Compare the documents with the running system.',
    },
    origin: 'Nghị định số 224/2025/NĐ-CP, điều 27 khoản 3',
  });
  const conditional = alter(guided, 'G1-02', { appliesWhen: [{ criterion: 'G1-01', mark: 'met' }], mustPass: true });
  return alter(conditional, 'G2-01', POINTS);
}

/** Twenty-five groups of twenty. */
export function fiveHundred(): SetDraft {
  let draft = givenDraft();
  while (draft.groups.length < 25)
    draft = duplicate(draft, { is: 'group', key: draft.groups.at(-1)?.key ?? 0 })?.draft ?? draft;
  return draft;
}

const OUTCOMES = [
  { vi: 'Đề nghị công nhận nền tảng số quốc gia', en: 'Propose recognition as a national digital platform' },
  { vi: 'Đề nghị công nhận nền tảng số tiềm năng', en: 'Propose recognition as a potential digital platform' },
  { vi: 'Đề nghị bổ sung hồ sơ và đánh giá lại trong 90 ngày', en: 'Complete the dossier, to be judged again' },
  { vi: 'Chưa đáp ứng tiêu chí', en: 'Criteria not met' },
] as const;

/** Many things wrong at once, at fields, at rows and with the set as a whole. */
export function brokenDraft(): SetDraft {
  const draft = givenDraft(24);
  const one = alter(draft, 'G1-01', { id: 'Mã có dấu', statement: { vi: '', en: '' }, tags: ['phổ biến'] });
  const two = alter(one, 'G1-02', { appliesWhen: [{ criterion: 'G9-99', mark: 'met' }], weight: '0' });
  const three = alter(two, 'G1-03', { kind: 'measured', unit: '', threshold: 'khoảng 50' });
  const four = alter(three, 'G1-04', { ...POINTS, pass: 'cao' });
  return {
    ...four,
    version: '',
    outcomes: four.outcomes.map((each) => (each.is === 'all-met-except-tag' ? { ...each, tag: '' } : each)),
  };
}

const BODIES = [
  'Vụ Pháp chế, Bộ Khoa học và Công nghệ',
  'Cục An toàn thông tin',
  'Bộ Công an (Cục An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao)',
  'Ủy ban nhân dân thành phố Đà Nẵng',
  'Tổng công ty Giải pháp nền tảng số Việt Nam',
  'Hiệp hội Phần mềm và Dịch vụ công nghệ thông tin Việt Nam',
] as const;

export const CONSULTATIONS: readonly Consultation[] = Array.from({ length: 12 }, (_, at) => ({
  key: at + 1,
  body: `${BODIES[at % BODIES.length]}${at < BODIES.length ? '' : ' (lần 2)'}`,
  sentOn: '2026-09-15',
  letter: `${4_210 + at}/BKHCN-CĐSQG`,
  answeredOn: at % 4 === 3 ? '' : '2026-10-02',
  answer:
    at % 4 === 3
      ? ''
      : 'Cơ bản nhất trí. Đề nghị làm rõ mức độ sẵn sàng được đo trong khoảng nào và bằng công cụ của ai; bổ sung yêu cầu về bảo vệ dữ liệu cá nhân của trẻ em.',
  handled: at % 4 === 0 ? 'Tiếp thu: tiêu chí G1-05 ghi rõ 12 tháng gần nhất, đo bằng hệ thống giám sát độc lập.' : '',
}));

const SIGNATURE: PackSignature = {
  name: 'Nguyễn Phước Bảo Ngọc Quỳnh Trâm',
  organisation: 'Cục Chuyển đổi số quốc gia',
  issuer: 'CA phục vụ các cơ quan Nhà nước G2',
  serial: '54010A7B22C9',
  validFrom: '2025-01-01T00:00:00.000Z',
  validTo: '2029-12-31T00:00:00.000Z',
  signedAt: '2026-11-20T03:15:00.000Z',
  trusted: false,
};

export const draftRecord = (draft: SetDraft, consultations: readonly Consultation[] = []): LibraryRecord => ({
  row: { ...ROW, name: draft.name, version: draft.version, consulted: consultations.length },
  draft,
  consultations,
});

const PROMULGATION = {
  number: '1890/QĐ-BKHCN',
  date: '2026-11-10',
  body: 'Bộ trưởng Bộ Khoa học và Công nghệ',
} as const;

export const frozenRecord = (isSigned: boolean): LibraryRecord => ({
  row: {
    ...ROW,
    state: 'promulgated',
    name: named(120).name,
    sha256: HASH,
    promulgation: PROMULGATION,
    ...(isSigned ? { signature: SIGNATURE } : {}),
  },
  set: { ...named(120), promulgation: PROMULGATION },
  consultations: CONSULTATIONS,
  decisionFile: { sha256: hex(77, 64), name: 'Quyết định 1890-QĐ-BKHCN (bản quét).pdf', size: 2_400_000 },
});

export const shippedRecord = (): LibraryRecord => ({
  row: { ...ROW, state: 'shipped', key: HASH, sample: true, sha256: HASH, from: 'shipped', name: givenSet(120).name },
  set: givenSet(120),
  consultations: [],
});
