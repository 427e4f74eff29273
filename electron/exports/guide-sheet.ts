// The how-to sheet of the template: what each column takes and how a cell that holds several things is written.
import type { SheetField } from '../../shared/contract/criteria-library.ts';
import type { Language } from '../../shared/lang/say.ts';
import { CRITERIA_HEADINGS } from '../imports/sheet-words.ts';

type Words = Readonly<Record<Language, string>>;

const ABOUT: readonly Words[] = [
  {
    vi: 'Trang "Bộ tiêu chí" ghi thông tin chung; trang "Tiêu chí" mỗi hàng một tiêu chí; trang "Kết quả" ghi quy tắc kết quả, quy tắc đúng trước thì được dùng.',
    en: 'The sheet "Set" says what the set is; "Criteria" has one criterion a row; "Outcomes" has the outcome rules, the first that holds is used.',
  },
  {
    vi: 'Có thể đổi thứ tự cột, bỏ cột không dùng, và dùng tiêu đề tiếng Việt hoặc tiếng Anh. Không đổi chữ của tiêu đề.',
    en: 'Columns may be reordered and unused ones deleted; headings may be in Vietnamese or English. Do not reword a heading.',
  },
  {
    vi: 'Công thức không được tính: giá trị lưu lần cuối được dùng và chương trình báo lại. Macro và liên kết ngoài bị bỏ.',
    en: 'Formulas are not computed: the value saved last is taken, and said. Macros and outside links are left out.',
  },
  {
    vi: 'Quy tắc kết quả, cột "Khi": all_met (đạt mọi tiêu chí), all_met_except_tag(nhãn) (chỉ không đạt tiêu chí mang nhãn), must_pass_met (đạt mọi tiêu chí bắt buộc), otherwise (còn lại; luôn là hàng cuối).',
    en: 'Outcome rules, column "When": all_met, all_met_except_tag(tag) (only criteria with the tag are not met), must_pass_met (all that must pass are met), otherwise (always the last row).',
  },
  {
    vi: 'Trang "Bộ tiêu chí": "Căn cứ pháp lý" có thể có nhiều hàng; "Bộ mẫu" ghi có hoặc không; số, ngày (như 2026-07-01) và cơ quan ban hành ghi đủ cả ba hoặc để trống cả ba.',
    en: 'Sheet "Set": "Legal basis" may stand in several rows; "Sample" takes yes or no; number, date (as 2026-07-01) and body of the decision are given all three or not at all.',
  },
];

const ID: Words = {
  vi: 'Chữ không dấu, chữ số, ".", "_", "-"; tối đa 40 ký tự; không trùng nhau.',
  en: 'Unaccented letters, digits, ".", "_", "-"; at most 40; no two alike.',
};
const OPTIONAL: Words = { vi: 'Có thể để trống.', en: 'May be left empty.' };
const YES: Words = { vi: 'có, hoặc để trống.', en: 'yes, or empty.' };

const COLUMNS: Readonly<Record<SheetField, Words>> = {
  'group-id': {
    vi: `${ID.vi} Ghi ở mọi hàng, hoặc chỉ ở hàng đầu của nhóm.`,
    en: `${ID.en} In every row, or only in the first row of a group.`,
  },
  'group-vi': {
    vi: 'Tên nhóm bằng tiếng Việt, như mã nhóm.',
    en: 'Name of the group in Vietnamese, as the group id.',
  },
  'group-en': OPTIONAL,
  id: ID,
  vi: { vi: 'Bắt buộc. Có thể xuống dòng.', en: 'Required. May have line breaks.' },
  en: OPTIONAL,
  kind: {
    vi: 'đạt / không đạt; đo được; hoặc điểm.',
    en: 'pass / fail; measured; or points.',
  },
  unit: { vi: 'Chỉ với tiêu chí đo được, ví dụ %.', en: 'Of a measured criterion only, e.g. %.' },
  comparator: {
    vi: 'Chỉ với tiêu chí đo được: >=, >, <=, < hoặc =.',
    en: 'Of a measured criterion only: >=, >, <=, < or =.',
  },
  threshold: {
    vi: 'Chỉ với tiêu chí đo được. Viết 99.5 hoặc 99,5; không có dấu phân nhóm. Để trống: đặt khi lập phiên.',
    en: 'Of a measured criterion only. As 99.5, without grouping. Empty: set when a session is set up.',
  },
  formula: {
    vi: 'Cách tìm ra giá trị, bằng lời; không được tính.',
    en: 'How the value is found, in words; never computed.',
  },
  levels: {
    vi: 'Chỉ với tiêu chí tính điểm: 0=Kém | Poor; 50=Khá | Fair; 100=Tốt | Good. Điểm nguyên từ 0 đến 100, tăng dần; sau dấu | là tiếng Anh, có thể bỏ. Dấu ; | \\ trong tên viết \\; \\| \\\\ và xuống dòng viết \\n.',
    en: 'Of a criterion with points only: 0=Kém | Poor; 50=Khá | Fair; 100=Tốt | Good. Whole points from 0 to 100, rising; English after |, may be left out. Inside a name write \\; \\| \\\\ for ; | \\ and \\n for a line break.',
  },
  pass: {
    vi: 'Chỉ với tiêu chí tính điểm: điểm của một mức.',
    en: 'Of a criterion with points only: the points of one level.',
  },
  'guidance-vi': OPTIONAL,
  'guidance-en': OPTIONAL,
  'evidence-vi': OPTIONAL,
  'evidence-en': OPTIONAL,
  tags: { vi: 'Các nhãn cách nhau bằng dấu ; (chữ không dấu như mã).', en: 'Tags separated by ; (written like ids).' },
  origin: { vi: 'Câu chữ lấy từ đâu. Có thể để trống.', en: 'Where the wording comes from. May be left empty.' },
  weight: {
    vi: 'Số nguyên từ 1 đến 10000. Mọi tiêu chí đều có, hoặc không tiêu chí nào có.',
    en: 'A whole number from 1 to 10000. All criteria have one, or none has.',
  },
  'must-pass': YES,
  'not-applicable': YES,
  'applies-when': {
    vi: 'G1-01=đạt; G1-02=không đạt: chỉ đánh giá khi mọi điều kiện đúng. Tối đa 5.',
    en: 'G1-01=met; G1-02=not met: judged only where all hold. At most 5.',
  },
};

/** Lines of prose, then a line for each column: its heading and what it takes. */
export const guideRows = (language: Language): readonly (readonly [string, string])[] => [
  ...ABOUT.map((each) => ['', each[language]] as const),
  ...(Object.keys(COLUMNS) as SheetField[]).map(
    (field) => [CRITERIA_HEADINGS[field][language], COLUMNS[field][language]] as const,
  ),
];
