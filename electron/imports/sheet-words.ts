// The words of our own sheets in Vietnamese and English: headings, labels and values, written so and recognised in both.

import { ownOf } from '../../shared/base/own-of.ts';
import { foldText } from '../../shared/base/search-text.ts';
import type { SheetField } from '../../shared/contract/criteria-library.ts';
import type { EvidenceField } from '../../shared/contract/evidence-methods.ts';
import type { Language } from '../../shared/lang/say.ts';

/** Any case, with or without diacritics, signs and spaces apart: "Mã tiêu chí" and "MA TIEU-CHI" are one word. */
export const foldWord = (text: string): string =>
  foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

type Words = Readonly<Record<Language, string>>;

/** Headings of the sheet of criteria, as our template writes them. */
export const CRITERIA_HEADINGS: Readonly<Record<SheetField, Words>> = {
  'group-id': { vi: 'Mã nhóm', en: 'Group id' },
  'group-vi': { vi: 'Tên nhóm', en: 'Group (Vietnamese)' },
  'group-en': { vi: 'Tên nhóm (tiếng Anh)', en: 'Group (English)' },
  id: { vi: 'Mã tiêu chí', en: 'Criterion id' },
  vi: { vi: 'Tiêu chí', en: 'Criterion (Vietnamese)' },
  en: { vi: 'Tiêu chí (tiếng Anh)', en: 'Criterion (English)' },
  kind: { vi: 'Loại', en: 'Kind' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  comparator: { vi: 'So sánh', en: 'Comparator' },
  threshold: { vi: 'Ngưỡng', en: 'Threshold' },
  formula: { vi: 'Cách tính', en: 'How it is found' },
  levels: { vi: 'Các mức điểm', en: 'Levels' },
  pass: { vi: 'Điểm đạt', en: 'Pass mark' },
  'guidance-vi': { vi: 'Hướng dẫn', en: 'Guidance (Vietnamese)' },
  'guidance-en': { vi: 'Hướng dẫn (tiếng Anh)', en: 'Guidance (English)' },
  'evidence-vi': { vi: 'Minh chứng cần có', en: 'Evidence asked for (Vietnamese)' },
  'evidence-en': { vi: 'Minh chứng cần có (tiếng Anh)', en: 'Evidence asked for (English)' },
  tags: { vi: 'Nhãn', en: 'Tags' },
  origin: { vi: 'Nguồn', en: 'Origin' },
  weight: { vi: 'Trọng số (phần vạn)', en: 'Weight (basis points)' },
  'must-pass': { vi: 'Bắt buộc', en: 'Must pass' },
  'not-applicable': { vi: 'Cho phép không áp dụng', en: 'Not applicable allowed' },
  'applies-when': { vi: 'Chỉ áp dụng khi', en: 'Applies only when' },
};

/** What others call these columns; folded. Signs of somebody else's sheet, always looked at by a person afterwards. */
export const CRITERIA_SYNONYMS: Readonly<Record<SheetField, readonly string[]>> = {
  'group-id': ['ma nhom tieu chi', 'so nhom', 'group code', 'domain id', 'category id'],
  'group-vi': [
    'nhom',
    'nhom tieu chi',
    'ten nhom tieu chi',
    'linh vuc',
    'chuong',
    'phan',
    'group',
    'domain',
    'category',
    'section',
  ],
  'group-en': ['group name', 'group in english'],
  id: ['ma', 'ma so', 'ma tc', 'so hieu', 'ky hieu', 'id', 'code', 'ref', 'reference', 'no'],
  vi: [
    ...[
      'noi dung',
      'noi dung tieu chi',
      'ten tieu chi',
      'noi dung danh gia',
      'yeu cau',
      'noi dung yeu cau',
      'chi tieu',
    ],
    ...['criterion', 'criteria', 'requirement', 'statement', 'control', 'description', 'tieng viet', 'vi'],
  ],
  en: ['tieng anh', 'english', 'en', 'statement english', 'criterion in english'],
  kind: ['loai tieu chi', 'kieu', 'type', 'hinh thuc danh gia', 'cach danh gia'],
  unit: ['don vi tinh', 'don vi do', 'dvt', 'dv tinh', 'measure'],
  comparator: ['dau so sanh', 'dau', 'operator', 'phep so sanh'],
  threshold: ['nguong dat', 'muc toi thieu', 'gia tri nguong', 'target', 'nguong toi thieu'],
  formula: ['cong thuc', 'phuong phap tinh', 'phuong phap do', 'formula'],
  levels: ['muc diem', 'cac muc', 'thang diem', 'scale'],
  pass: ['diem toi thieu', 'diem can dat', 'pass', 'pass score'],
  'guidance-vi': ['huong dan danh gia', 'cach thuc danh gia', 'ghi chu', 'giai thich', 'guidance', 'note', 'notes'],
  'guidance-en': ['guidance in english'],
  'evidence-vi': ['minh chung', 'tai lieu minh chung', 'ho so minh chung', 'evidence', 'evidence asked for'],
  'evidence-en': ['evidence in english'],
  tags: ['the', 'tag', 'labels'],
  origin: ['nguon goc', 'can cu', 'trich dan', 'source', 'vien dan'],
  weight: ['trong so', 'weight', 'he so'],
  'must-pass': ['tieu chi bat buoc', 'mandatory', 'required', 'diem liet'],
  'not-applicable': ['khong ap dung', 'cho phep kad', 'n a', 'na allowed', 'not applicable'],
  'applies-when': ['dieu kien ap dung', 'dieu kien', 'ap dung khi', 'condition', 'applies when'],
};

export const EVIDENCE_HEADINGS: Readonly<Record<EvidenceField, Words>> = {
  file: { vi: 'Tên tệp', en: 'File' },
  sha256: { vi: 'SHA-256', en: 'SHA-256' },
  title: { vi: 'Tên minh chứng', en: 'Title' },
  kind: { vi: 'Loại', en: 'Kind' },
  supplier: { vi: 'Đơn vị cung cấp', en: 'Supplier' },
  date: { vi: 'Ngày', en: 'Date' },
  label: { vi: 'Chế độ lưu hành', en: 'Label' },
  criteria: { vi: 'Tiêu chí', en: 'Criteria' },
};

export const EVIDENCE_SYNONYMS: Readonly<Record<EvidenceField, readonly string[]>> = {
  file: ['tep', 'ten file', 'file name', 'filename', 'tap tin', 'ten tap tin', 'duong dan'],
  sha256: ['sha256', 'ma bam', 'hash', 'checksum'],
  title: ['minh chung', 'ten tai lieu', 'tai lieu', 'trich yeu', 'noi dung', 'ten', 'name', 'document', 'evidence'],
  kind: ['loai minh chung', 'loai tai lieu', 'type', 'phan loai'],
  supplier: [
    'nguon cung cap',
    'ben cung cap',
    'don vi',
    'co quan cung cap',
    'nguoi cung cap',
    'provider',
    'source',
    'from',
  ],
  date: ['ngay cung cap', 'ngay thang', 'ngay ban hanh', 'ngay nhan', 'received', 'date received'],
  label: ['do mat', 'muc do mat', 'nhan', 'luu hanh', 'classification', 'pham vi', 'che do'],
  criteria: ['ma tieu chi', 'tieu chi lien quan', 'cho tieu chi', 'criterion', 'criterion id', 'criteria ids'],
};

/** Rows of the sheet about the set itself; `legal` may stand several times. */
export const SET_LABELS = {
  id: { vi: 'Mã bộ tiêu chí', en: 'Set id' },
  version: { vi: 'Phiên bản', en: 'Version' },
  sample: { vi: 'Bộ mẫu', en: 'Sample' },
  name_vi: { vi: 'Tên', en: 'Name (Vietnamese)' },
  name_en: { vi: 'Tên (tiếng Anh)', en: 'Name (English)' },
  legal: { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
  number: { vi: 'Số quyết định ban hành', en: 'Promulgated by decision' },
  date: { vi: 'Ngày ban hành', en: 'Promulgated on' },
  body: { vi: 'Cơ quan ban hành', en: 'Promulgated by body' },
  attribution: { vi: 'Tác giả, giấy phép', en: 'Author and licence' },
} as const satisfies Readonly<Record<string, Words>>;
export type SetLabel = keyof typeof SET_LABELS;

export const OUTCOME_HEADINGS = {
  when: { vi: 'Khi', en: 'When' },
  outcome: { vi: 'Mã kết quả', en: 'Outcome id' },
  vi: { vi: 'Kết quả', en: 'Outcome (Vietnamese)' },
  en: { vi: 'Kết quả (tiếng Anh)', en: 'Outcome (English)' },
} as const satisfies Readonly<Record<string, Words>>;
export type OutcomeField = keyof typeof OUTCOME_HEADINGS;

export const SHEET_NAMES = {
  set: { vi: 'Bộ tiêu chí', en: 'Set' },
  criteria: { vi: 'Tiêu chí', en: 'Criteria' },
  outcomes: { vi: 'Kết quả', en: 'Outcomes' },
  guide: { vi: 'Hướng dẫn', en: 'How to' },
  evidence: { vi: 'Minh chứng', en: 'Evidence' },
} as const;

/** The first word of each line is what our own sheets write, by language. */
export const KIND_WORDS = [
  [
    'pass_fail',
    { vi: 'đạt / không đạt', en: 'pass / fail' },
    ['pass fail', 'dat khong dat', 'co khong', 'yes no', 'dat'],
  ],
  ['measured', { vi: 'đo được', en: 'measured' }, ['do', 'gia tri do duoc', 'dinh luong', 'quantitative', 'measure']],
  ['points', { vi: 'điểm', en: 'points' }, ['cham diem', 'tinh diem', 'score', 'thang diem', 'point']],
] as const;

export const FLAG_WORDS: Readonly<Record<Language, string>> = { vi: 'có', en: 'yes' };
const YES = ['co', 'yes', 'y', 'x', 'true', '1', 'dung', 'v'];
const NO = ['khong', 'no', 'n', 'false', '0', 'sai', 'k'];

/** Undefined where it is neither. A tick is a yes; nothing, or a dash, is a no. */
export function readFlag(text: string): boolean | undefined {
  if (/^\s*[✓✔☑]\s*$/u.test(text)) return true;
  const word = foldWord(text);
  if (word === '' && /^[\s\-–—☐]*$/u.test(text)) return false;
  return YES.includes(word) ? true : NO.includes(word) ? false : undefined;
}

/** The word of the format for a kind, or what was written. */
export const kindOf = (text: string): string => {
  const word = foldWord(text);
  const known = KIND_WORDS.find(
    ([id, words, others]) =>
      [id, words.vi, words.en].map(foldWord).includes(word) || others.some((each) => each === word),
  );
  return known?.[0] ?? text;
};

const COMPARATORS: Readonly<Record<string, string>> = { '≥': '>=', '≤': '<=', '=>': '>=', '=<': '<=', '==': '=' };
export const comparatorOf = (text: string): string => ownOf(COMPARATORS, text.trim()) ?? text.trim();

const WHEN_WORDS: readonly (readonly [string, readonly string[]])[] = [
  ['all_met', ['dat moi tieu chi', 'dat tat ca', 'moi tieu chi dat', 'all met', 'all criteria met']],
  ['must_pass_met', ['dat moi tieu chi bat buoc', 'must pass met', 'all must pass met']],
  ['otherwise', ['con lai', 'truong hop con lai', 'truong hop khac', 'otherwise', 'else']],
];
export const whenOf = (text: string): string => {
  const word = foldWord(text);
  return WHEN_WORDS.find(([, words]) => words.includes(word))?.[0] ?? text.trim();
};
