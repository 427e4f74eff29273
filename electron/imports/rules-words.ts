// What is found wrong in a file of rules, and its sentence in Vietnamese and English: what is wrong and what to do about it.
import type { FindingCode } from '../../shared/criteria/finding.ts';
import { FINDING_WORDS } from '../../shared/lang/finding-words.ts';
import type { Language } from '../../shared/lang/say.ts';

export type RulesCode =
  | 'rule-missing'
  | 'rule-unknown'
  | 'rule-unknown-near'
  | 'rule-choice'
  | 'rule-choice-near'
  | 'rule-number'
  | 'rule-group-wanted'
  | 'rule-text-wanted'
  | 'rule-text-broken'
  | 'rule-text-hidden'
  | 'rule-text-long'
  | 'rule-text-composed'
  | 'rule-invalid'
  | 'rules-conflict'
  | 'rules-cut';

export type RulesProblem = {
  readonly severity: 'error' | 'warning';
  /** Of the rules, or of the file that holds them. */
  readonly code: RulesCode | FindingCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** As `quorum.share.numerator`; empty for the file as a whole. */
  readonly path: string;
  readonly line?: number;
};

export const rulesProblem = (code: RulesCode, path: string, params: RulesProblem['params'] = {}): RulesProblem => ({
  severity: 'error',
  code,
  params,
  path,
});
export const rulesWarning = (code: RulesCode, path: string): RulesProblem => ({
  severity: 'warning',
  code,
  params: {},
  path,
});

type Sentence = Readonly<Record<Language, string>>;

/** `{name}` stands for the parameter of that name; the words of a conflict are those of the screens. */
export const RULES_WORDS: Readonly<Record<RulesCode, Sentence>> = {
  'rule-missing': {
    vi: 'Thiếu "{key}" hoặc để trống. Quy chế phải ghi đủ mọi mục.',
    en: '"{key}" is missing or empty. Rules must state every item.',
  },
  'rule-unknown': {
    vi: 'Không có mục "{key}". Ở đây chỉ dùng: {keys}.',
    en: 'There is no item "{key}". Only these are used here: {keys}.',
  },
  'rule-unknown-near': {
    vi: 'Không có mục "{key}". Có phải bạn muốn viết "{near}"?',
    en: 'There is no item "{key}". Did you mean "{near}"?',
  },
  'rule-choice': {
    vi: 'Giá trị "{given}" không dùng được. Hãy chọn một trong: {choices}.',
    en: 'The value "{given}" cannot be used. Choose one of: {choices}.',
  },
  'rule-choice-near': {
    vi: 'Giá trị "{given}" không dùng được. Có phải bạn muốn viết "{near}"? Các giá trị dùng được: {choices}.',
    en: 'The value "{given}" cannot be used. Did you mean "{near}"? What can be used: {choices}.',
  },
  'rule-number': {
    vi: 'Giá trị "{given}" không dùng được: cần số nguyên từ {least} đến {most}.',
    en: 'The value "{given}" cannot be used: a whole number from {least} to {most} is wanted.',
  },
  'rule-group-wanted': {
    vi: 'Ở đây cần các mục dạng "tên: giá trị" ({keys}).',
    en: 'Items written as "name: value" are wanted here ({keys}).',
  },
  'rule-text-wanted': {
    vi: 'Ở đây cần một giá trị, không phải danh sách hay nhóm mục.',
    en: 'One value is wanted here, not a list or a group of items.',
  },
  'rule-text-broken': {
    vi: 'Chữ có ký tự hỏng (nửa cặp mã Unicode). Hãy gõ lại.',
    en: 'The text has a broken character (half of a Unicode pair). Type it again.',
  },
  'rule-text-hidden': {
    vi: 'Chữ có ký tự ẩn, ký tự điều khiển hoặc xuống dòng. Hãy gõ lại trên một dòng.',
    en: 'The text has hidden or control characters or a line break. Type it again on one line.',
  },
  'rule-text-long': {
    vi: 'Chữ dài {length} ký tự, quá giới hạn {limit}.',
    en: 'The text has {length} characters, more than the limit of {limit}.',
  },
  'rule-text-composed': {
    vi: 'Chữ dùng dấu tiếng Việt rời (NFD), đã đổi thành chữ dựng sẵn (NFC).',
    en: 'The text used decomposed accents (NFD) and was composed (NFC).',
  },
  'rule-invalid': {
    vi: 'Quy chế không hợp lệ tại đây ({why}).',
    en: 'The rules are not valid here ({why}).',
  },
  'rules-conflict': { vi: '{vi}', en: '{en}' },
  'rules-cut': { vi: 'Còn {count} điều khác không in ra.', en: '{count} more are not printed.' },
};

/** The file's own faults are worded as those of a criteria file, where they do not name it. */
const WORDS: Readonly<Record<RulesProblem['code'], Sentence>> = {
  ...FINDING_WORDS,
  ...RULES_WORDS,
  'yaml-documents': {
    vi: 'Tệp có nhiều tài liệu YAML (dấu ---). Mỗi tệp chỉ chứa một quy chế.',
    en: 'The file holds several YAML documents (---). One file holds the rules of one council.',
  },
};

export const wordRulesProblem = ({ code, params }: RulesProblem, language: Language): string =>
  WORDS[code][language].replace(/\{([a-zA-Z]+)\}/g, (hole, name: string) => String(params[name] ?? hole));
