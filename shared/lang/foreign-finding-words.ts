// The sentence of every finding about the formats of others, in Vietnamese and English.
import type { ForeignFindingCode } from '../criteria/foreign-finding.ts';
import type { Language } from './say.ts';

/** `{name}` stands for the parameter of that name. */
export const FOREIGN_FINDING_WORDS: Readonly<Record<ForeignFindingCode, Readonly<Record<Language, string>>>> = {
  'oscal-no-catalog': {
    vi: 'Tệp OSCAL này là "{model}", không phải danh mục (catalog), nên không chứa tiêu chí. Hãy dùng tệp catalog.',
    en: 'This OSCAL file is a "{model}", not a catalog, so it holds no criteria. Use the catalog file.',
  },
  'oscal-newer': {
    vi: 'Danh mục OSCAL này do một phiên bản Hội đồng khác ghi (định dạng {version}). Hãy dùng phiên bản chương trình đó để mở.',
    en: 'This OSCAL catalog was written by another version of Hội đồng (format {version}). Open it with that version.',
  },
  'ciso-no-framework': {
    vi: 'Thư viện CISO Assistant này không có đúng một khung yêu cầu (framework), nên không đọc được thành bộ tiêu chí.',
    en: 'This CISO Assistant library does not hold exactly one framework, so it cannot be read as a criteria set.',
  },
  'criteria-none': { vi: 'Tệp không có tiêu chí nào.', en: 'The file holds no criteria.' },
  'category-unknown': {
    vi: 'Mức yêu cầu "{category}" không có trong định dạng: chỉ có MUST, SHOULD và SUGGESTED.',
    en: 'The category "{category}" is not part of the format: there are MUST, SHOULD and SUGGESTED.',
  },
  'left-out': {
    vi: 'Không giữ "{thing}": {count} chỗ, chỗ đầu tiên ở đây.',
    en: 'Not kept: "{thing}", {count} times; the first is here.',
  },
  'vietnamese-missing': {
    vi: 'Tệp chưa có, hoặc chưa đủ, tiếng Việt. Lời văn gốc (ngôn ngữ: {language}) tạm đứng ở phần tiếng Việt và phải được dịch trước khi ban hành.',
    en: 'The file has no Vietnamese, or not for all of it. Its own text (language: {language}) stands in the Vietnamese part and must be translated before promulgation.',
  },
  'rules-assumed': {
    vi: 'Định dạng này không có quy tắc kết quả; đã đặt tạm quy tắc chặt nhất. Hãy xem lại trước khi dùng.',
    en: 'This format has no outcome rules; the strictest were assumed. Look at them before use.',
  },
  'pass-assumed': {
    vi: 'Thang điểm không nói từ mức nào là đạt; đã lấy mức cao nhất. Hãy đặt lại mức đạt.',
    en: 'The scores do not say where met begins; the highest level was taken. Set it.',
  },
  'statement-from-id': {
    vi: 'Có {count} tiêu chí chỉ có mã, không có lời văn; mã đứng thay lời văn. Chỗ đầu tiên ở đây.',
    en: '{count} criteria have an id and no text; the id stands in for it. The first is here.',
  },
  'parent-unknown': {
    vi: 'Có {count} mục nằm dưới một mục không có trong tệp (hoặc dưới chính nó); các mục này được đưa lên cấp trên cùng. Chỗ đầu tiên ở đây.',
    en: '{count} nodes stand under one that the file does not have (or under themselves); they were put at the top. The first is here.',
  },
  'id-changed': {
    vi: 'Có {count} mã được đổi cho hợp lệ và không trùng; mã gốc giữ ở nguồn của tiêu chí. Chỗ đầu tiên ở đây.',
    en: '{count} ids were changed to be valid and different; the original is kept as the origin. The first is here.',
  },
  'text-cut': {
    vi: 'Có {count} chỗ (hướng dẫn, minh chứng hoặc nguồn) quá dài và bị cắt bớt, tận cùng bằng "…"; chỗ đầu tiên ở đây.',
    en: '{count} texts (guidance, evidence or source) were too long and cut, ending in "…"; the first is here.',
  },
  'kept-as-own': {
    vi: 'Định dạng này không có chỗ cho: {things}. Được ghi bằng thuộc tính riêng của Hội đồng; chương trình khác sẽ bỏ qua.',
    en: 'This format has no place for: {things}. They are written as properties of our own, which other programs ignore.',
  },
};
