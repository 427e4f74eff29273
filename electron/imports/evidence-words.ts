// Kinds, labels and dates of a list of evidence as people write them, and the sentences about what is wrong in one.
import type { EVIDENCE_KINDS, LABELS } from '../../shared/book/rulings.ts';
import type { Language } from '../../shared/lang/say.ts';
import { foldWord } from './sheet-words.ts';

export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
export type EvidenceLabel = (typeof LABELS)[number];

/** The first two words are those of the screens, which our template writes. */
export const EVIDENCE_KIND_WORDS: Readonly<Record<EvidenceKind, readonly [vi: string, en: string, ...more: string[]]>> =
  {
    'agency-dossier': [
      ...(['Hồ sơ của cơ quan chủ quản', 'Dossier of the managing agency'] as const),
      ...['agency-dossier', 'Hồ sơ cơ quan chủ quản', 'Hồ sơ cơ quan', 'Cơ quan chủ quản', 'Agency dossier'],
    ],
    'enterprise-dossier': [
      ...(['Hồ sơ của doanh nghiệp', 'Dossier of the enterprise'] as const),
      ...['enterprise-dossier', 'Hồ sơ doanh nghiệp', 'Doanh nghiệp', 'Enterprise dossier', 'Company dossier'],
    ],
    survey: ['Kết quả khảo sát', 'Survey result', 'survey', 'Khảo sát'],
    'test-result': ['Kết quả kiểm thử', 'Test result', 'test-result', 'Kiểm thử', 'Kết quả kiểm tra', 'Test'],
    'public-data': ['Dữ liệu công khai', 'Public data', 'public-data', 'Nguồn công khai', 'Dữ liệu mở'],
  };
export const EVIDENCE_LABEL_WORDS: Readonly<
  Record<EvidenceLabel, readonly [vi: string, en: string, ...more: string[]]>
> = {
  public: ['Công khai', 'Public', 'Công bố', 'Open'],
  internal: ['Lưu hành nội bộ', 'Internal circulation', 'Nội bộ', 'Internal'],
};
/** The three grades of the law on state secrets, and what they are called in English. */
const SECRET = /(^| )(toi|tuyet) mat( |$)|^(do |muc )?mat( |$)|bi mat|^(confidential|secret|top secret)$|state secret/;

const among = <K extends string>(words: Readonly<Record<K, readonly string[]>>, text: string): K | undefined => {
  const word = foldWord(text);
  return (Object.keys(words) as K[]).find((key) => words[key].some((each) => foldWord(each) === word));
};
export const evidenceKindOf = (text: string): EvidenceKind | undefined => among(EVIDENCE_KIND_WORDS, text);
export const evidenceLabelOf = (text: string): EvidenceLabel | undefined => among(EVIDENCE_LABEL_WORDS, text);
/** Also with words before it, as "Mức: Mật". */
export const isSecret = (text: string): boolean =>
  SECRET.test(foldWord(text)) || SECRET.test(foldWord(text.split(':').at(-1) ?? ''));

/** YYYY-MM-DD from dd/mm/yyyy, d-m-yyyy, d.m.yyyy, ISO 8601, or "ngày 5 tháng 7 năm 2026"; undefined where it is none. */
export function isoDate(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
  const typed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const said = /^(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})$/.exec(foldWord(text));
  const found = iso ?? typed ?? said;
  if (found === null) return undefined;
  const [year = '', month = '', day = ''] = iso === null ? found.slice(1).reverse() : found.slice(1);
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== written ? undefined : written;
}

export type EvidenceCode =
  | 'secret'
  | 'label'
  | 'kind'
  | 'date'
  | 'hash'
  | 'nameless'
  | 'twice'
  | 'criterion'
  | 'long'
  | 'headings';

export const EVIDENCE_LIST_WORDS: Readonly<Record<EvidenceCode, Readonly<Record<Language, string>>>> = {
  secret: {
    vi: 'Tài liệu mang dấu "{given}". Ứng dụng không nhận tài liệu bí mật nhà nước (Mật, Tối mật, Tuyệt mật): hãy quản lý tài liệu này theo quy định về bảo vệ bí mật nhà nước, ngoài ứng dụng. Hàng này bị bỏ.',
    en: 'The document is marked "{given}". State secrets (Confidential, Secret, Top secret) are not accepted: handle it under the law on state secrets, outside this application. This row is left out.',
  },
  label: {
    vi: 'Chế độ lưu hành "{given}" không dùng được: ghi "Công khai" hoặc "Lưu hành nội bộ".',
    en: 'The label "{given}" cannot be used: write "Public" or "Internal circulation".',
  },
  kind: {
    vi: 'Loại "{given}" không dùng được: ghi một trong: {choices}.',
    en: 'The kind "{given}" cannot be used: write one of: {choices}.',
  },
  date: {
    vi: 'Ngày "{given}" không đọc được: ghi như 05/07/2026 hoặc 2026-07-05.',
    en: 'The date "{given}" cannot be read: write it as 05/07/2026 (day first) or 2026-07-05.',
  },
  hash: {
    vi: 'SHA-256 phải là 64 chữ số thập lục phân.',
    en: 'A SHA-256 has 64 hexadecimal digits.',
  },
  nameless: {
    vi: 'Hàng này không có tên tệp và không có SHA-256, nên không biết là tệp nào.',
    en: 'This row has neither a file name nor a SHA-256, so nothing says which file it is.',
  },
  twice: {
    vi: 'Tệp này đã được ghi ở hàng {first}.',
    en: 'This file stands in row {first} already.',
  },
  criterion: {
    vi: 'Mã tiêu chí "{given}" không hợp lệ.',
    en: 'The criterion id "{given}" is not valid.',
  },
  long: {
    vi: 'Chữ dài {length} ký tự, quá giới hạn {limit}.',
    en: 'The text has {length} characters, more than the limit of {limit}.',
  },
  headings: {
    vi: 'Không tìm thấy cột tên tệp hoặc SHA-256. Hãy chỉ ra hàng tiêu đề và cột nào là gì.',
    en: 'No column with file names or SHA-256 was found. Say which row has the headings, and which column is what.',
  },
};
