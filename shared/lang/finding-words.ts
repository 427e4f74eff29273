// The sentence of every finding in Vietnamese and English: what is wrong and what to do about it.
import type { FindingCode, Problem } from '../criteria/finding.ts';
import { FOREIGN_FINDING_WORDS } from './foreign-finding-words.ts';
import { PACK_FINDING_WORDS } from './pack-finding-words.ts';
import type { Language } from './say.ts';
import { SHEET_FINDING_WORDS } from './sheet-finding-words.ts';

type Sentence = Readonly<Record<Language, string>>;

/** `{name}` stands for the parameter of that name. */
export const FINDING_WORDS: Readonly<Record<FindingCode, Sentence>> = {
  'file-empty': { vi: 'Tệp không có nội dung.', en: 'The file has no content.' },
  'file-too-large': {
    vi: 'Tệp dài {bytes} byte, quá giới hạn {limit} byte.',
    en: 'The file has {bytes} bytes, more than the limit of {limit}.',
  },
  'file-kind-unknown': {
    vi: 'Không nhận ra loại tệp theo nội dung. Hãy dùng tệp .xlsx, .csv, .yaml, .yml, .json hoặc .hdset.',
    en: 'The kind of file is not known by its content. Use an .xlsx, .csv, .yaml, .yml, .json or .hdset file.',
  },
  'encoding-utf16': {
    vi: 'Tệp được lưu theo mã UTF-16. Hãy lưu lại theo mã UTF-8 rồi nhập lại.',
    en: 'The file is saved as UTF-16. Save it as UTF-8 and import it again.',
  },
  'encoding-not-utf8': {
    vi: 'Dòng này không phải mã UTF-8 (có thể là CP1258, TCVN3 hoặc VNI). Hãy lưu lại theo mã UTF-8; chương trình không đoán dấu tiếng Việt.',
    en: 'This line is not UTF-8 (perhaps CP1258, TCVN3 or VNI). Save the file as UTF-8; Vietnamese accents are not guessed.',
  },
  'file-not-text': {
    vi: 'Tệp không phải văn bản (có byte 0), có thể là bảng tính hoặc tệp nén mang tên khác.',
    en: 'The file is not text (it has zero bytes); perhaps a spreadsheet or archive under another name.',
  },
  'yaml-syntax': {
    vi: 'Sai cú pháp YAML ở cột {column} ({reason}).',
    en: 'YAML syntax error at column {column} ({reason}).',
  },
  'yaml-tab': {
    vi: 'Dòng thụt đầu bằng phím Tab. YAML chỉ cho thụt đầu bằng dấu cách.',
    en: 'The line is indented with a tab. YAML allows spaces only.',
  },
  'yaml-indent': {
    vi: 'Thụt đầu dòng sai, hoặc thiếu dấu đóng ngoặc ở trên (cột {column}).',
    en: 'Wrong indentation, or a bracket above is not closed (column {column}).',
  },
  'yaml-unclosed': {
    vi: 'Thiếu dấu đóng ngoặc kép, ngoặc đơn hoặc dấu ":" (cột {column}).',
    en: 'A closing quote, bracket or a ":" is missing (column {column}).',
  },
  'yaml-alias': {
    vi: 'Tệp dùng neo hoặc tham chiếu YAML (&{name}, *{name}). Hãy viết đủ nội dung tại chỗ.',
    en: 'The file uses a YAML anchor or alias (&{name}, *{name}). Write the content in place.',
  },
  'yaml-tag': {
    vi: 'Tệp dùng nhãn kiểu YAML {tag}. Hãy bỏ nhãn; mọi giá trị được đọc là chữ.',
    en: 'The file uses the YAML tag {tag}. Remove it; every value is read as text.',
  },
  'yaml-documents': {
    vi: 'Tệp có nhiều tài liệu YAML (dấu ---). Mỗi tệp chỉ chứa một bộ tiêu chí.',
    en: 'The file holds several YAML documents (---). One file holds one criteria set.',
  },
  'json-syntax': { vi: 'Sai cú pháp JSON ở cột {column}.', en: 'JSON syntax error at column {column}.' },
  'key-duplicate': {
    vi: 'Trường "{key}" được khai hai lần tại cùng một chỗ. Hãy giữ lại một.',
    en: 'The field "{key}" stands twice in the same place. Keep one.',
  },
  'key-not-text': {
    vi: 'Tên trường phải là một từ đơn giản, không phải danh sách hay nhóm trường.',
    en: 'The name of a field must be a plain word, not a list or fields.',
  },
  'too-deep': { vi: 'Nội dung lồng nhau quá {limit} lớp.', en: 'The content is nested more than {limit} levels deep.' },
  'too-many-values': { vi: 'Tệp có quá {limit} giá trị.', en: 'The file has more than {limit} values.' },
  'map-expected': {
    vi: 'Ở đây cần các trường dạng "tên: giá trị".',
    en: 'Fields written as "name: value" are expected here.',
  },
  'list-expected': { vi: 'Trường "{key}" phải là một danh sách.', en: 'The field "{key}" must be a list.' },
  'text-expected': {
    vi: 'Ở đây cần chữ, không phải danh sách hay nhóm trường.',
    en: 'Text is expected here, not a list or fields.',
  },
  'field-missing': { vi: 'Thiếu trường "{key}" hoặc trường để trống.', en: 'The field "{key}" is missing or empty.' },
  'text-malformed': {
    vi: 'Chữ có ký tự hỏng (nửa cặp mã Unicode). Hãy gõ lại.',
    en: 'The text has a broken character (half of a Unicode pair). Type it again.',
  },
  'text-too-long': {
    vi: 'Chữ dài {length} ký tự, quá giới hạn {limit}.',
    en: 'The text has {length} characters, more than the limit of {limit}.',
  },
  'list-too-long': {
    vi: 'Danh sách "{key}" có {length} mục, quá giới hạn {limit}.',
    en: 'The list "{key}" has {length} entries, more than the limit of {limit}.',
  },
  'list-empty': { vi: 'Danh sách "{key}" phải có ít nhất một mục.', en: 'The list "{key}" needs at least one entry.' },
  'id-malformed': {
    vi: 'Mã "{id}" không hợp lệ: chỉ dùng chữ không dấu, chữ số, ".", "_" và "-", bắt đầu bằng chữ hoặc số, tối đa 40 ký tự.',
    en: 'The id "{id}" is not valid: unaccented letters, digits, ".", "_" and "-" only, starting with a letter or digit, at most 40.',
  },
  'boolean-expected': {
    vi: 'Trường "{key}" chỉ nhận true hoặc false.',
    en: 'The field "{key}" takes true or false only.',
  },
  'kind-unknown': {
    vi: 'Loại tiêu chí "{kind}" chưa được hỗ trợ: chỉ có pass_fail (đạt / không đạt) và measured (giá trị đo được).',
    en: 'The kind "{kind}" is not supported: there are pass_fail and measured.',
  },
  'mark-unknown': {
    vi: 'Mức đánh giá "{mark}" chưa được hỗ trợ: chỉ dùng dat và khong_dat. "Không áp dụng" khai ở từng tiêu chí bằng not_applicable: true.',
    en: 'The mark "{mark}" is not supported: only dat and khong_dat. "Not applicable" is allowed per criterion by not_applicable: true.',
  },
  'marks-incomplete': {
    vi: 'Trường "marks" phải có cả dat và khong_dat.',
    en: 'The field "marks" must have both dat and khong_dat.',
  },
  'comparator-unknown': {
    vi: 'Dấu so sánh "{comparator}" không hợp lệ: dùng ">=", ">", "<=", "<" hoặc "=".',
    en: 'The comparator "{comparator}" is not valid: use ">=", ">", "<=", "<" or "=".',
  },
  'threshold-malformed': {
    vi: 'Ngưỡng "{threshold}" không phải số thập phân thường. Viết như 50 hoặc 99.5, dấu chấm cho phần thập phân, không có dấu phân nhóm; viết null nếu để ngỏ.',
    en: 'The threshold "{threshold}" is no plain decimal number. Write 50 or 99.5, with a point and no grouping; write null to leave it open.',
  },
  'measured-only': {
    vi: 'Trường "{key}" chỉ dùng cho tiêu chí đo được (kind: measured).',
    en: 'The field "{key}" belongs to measured criteria only (kind: measured).',
  },
  'when-unknown': {
    vi: 'Điều kiện "{when}" không hợp lệ: dùng all_met, all_met_except_tag(nhãn) hoặc otherwise.',
    en: 'The condition "{when}" is not valid: use all_met, all_met_except_tag(tag) or otherwise.',
  },
  'set-invalid': { vi: 'Bộ tiêu chí không hợp lệ tại đây ({why}).', en: 'The criteria set is not valid here ({why}).' },
  'id-duplicate': { vi: 'Mã "{id}" đã được dùng ở {first}.', en: 'The id "{id}" is already used at {first}.' },
  'tag-duplicate': { vi: 'Nhãn "{tag}" được ghi hai lần.', en: 'The tag "{tag}" stands twice.' },
  'otherwise-missing': {
    vi: 'Quy tắc kết quả cuối cùng phải là otherwise, để mọi trường hợp đều có kết quả.',
    en: 'The last outcome rule must be otherwise, so that every case has an outcome.',
  },
  'rule-unreachable': {
    vi: 'Kết quả "{outcome}" không bao giờ xảy ra, vì quy tắc {first} đứng trước đã bao trùm. Hãy đổi thứ tự hoặc bỏ bớt.',
    en: 'The outcome "{outcome}" can never be reached: {first} before it already covers it. Reorder or remove it.',
  },
  'tag-uncarried': {
    vi: 'Quy tắc nêu nhãn "{tag}" nhưng không tiêu chí nào mang nhãn này.',
    en: 'The rule names the tag "{tag}", which no criterion carries.',
  },
  'unit-missing': { vi: 'Tiêu chí đo được {id} thiếu đơn vị.', en: 'The measured criterion {id} has no unit.' },
  'points-only': {
    vi: 'Trường "{key}" chỉ dùng cho tiêu chí tính điểm (kind: points).',
    en: 'The field "{key}" belongs to criteria with points only (kind: points).',
  },
  'points-malformed': {
    vi: 'Điểm "{points}" không phải số nguyên từ 0 đến 100.',
    en: 'The points "{points}" are no whole number from 0 to 100.',
  },
  'date-malformed': {
    vi: 'Ngày "{date}" phải viết như 2026-07-01.',
    en: 'The date "{date}" must be written as 2026-07-01.',
  },
  'weight-malformed': {
    vi: 'Trọng số "{weight}" không phải số nguyên từ 1 đến 10000 (phần vạn).',
    en: 'The weight "{weight}" is no whole number from 1 to 10000 (basis points).',
  },
  'levels-order': {
    vi: 'Các mức phải xếp theo điểm tăng dần, không có hai mức cùng điểm.',
    en: 'Levels must go from the least points to the most, no two alike.',
  },
  'pass-between-levels': {
    vi: 'Mức đạt {pass} không phải điểm của mức nào.',
    en: 'The pass mark {pass} is not the points of any level.',
  },
  'condition-unknown': {
    vi: 'Tiêu chí {id} có điều kiện theo tiêu chí {criterion}, nhưng bộ không có tiêu chí đó.',
    en: 'Criterion {id} depends on criterion {criterion}, which the set does not have.',
  },
  'condition-itself': {
    vi: 'Tiêu chí {id} có điều kiện theo chính nó.',
    en: 'Criterion {id} depends on itself.',
  },
  'condition-cycle': {
    vi: 'Điều kiện của tiêu chí {id} dẫn vòng về chính nó, nên không ai biết chấm tiêu chí nào trước.',
    en: 'The conditions of criterion {id} lead back to it, so none of them could be judged first.',
  },
  'weights-partial': {
    vi: 'Có {count} tiêu chí thiếu trọng số: mọi tiêu chí đều có trọng số, hoặc không tiêu chí nào có.',
    en: '{count} criteria have no weight: either all of them carry one, or none does.',
  },
  'must-pass-missing': {
    vi: 'Quy tắc hỏi các tiêu chí bắt buộc, nhưng không tiêu chí nào được đánh dấu bắt buộc (must_pass).',
    en: 'The rule asks for the must-pass criteria, but none is marked as one (must_pass).',
  },
  'key-unknown': {
    vi: 'Trường "{key}" không có trong định dạng và không được lưu. Hãy kiểm tra chính tả.',
    en: 'The field "{key}" is not part of the format and is not kept. Check its spelling.',
  },
  'text-normalised': {
    vi: 'Có {count} chỗ dùng dấu tiếng Việt rời (NFD), đã đổi thành chữ dựng sẵn (NFC); chỗ đầu tiên ở đây.',
    en: '{count} texts used decomposed accents (NFD) and were composed (NFC); the first is here.',
  },
  'characters-removed': {
    vi: 'Có {count} chỗ chứa ký tự ẩn hoặc điều khiển, đã bỏ; chỗ đầu tiên ở đây.',
    en: '{count} texts had hidden or control characters, which were removed; the first is here.',
  },
  'english-missing': {
    vi: 'Có {count} chỗ chưa có tiếng Anh; chỗ đầu tiên ở đây. Bản tiếng Việt vẫn dùng được.',
    en: '{count} texts have no English; the first is here. The Vietnamese text is usable.',
  },
  'evidence-unsplit': {
    vi: 'Không tách được minh chứng thành "tiếng Việt / English"; cả dòng được giữ ở phần tiếng Việt. Có thể dùng evidence_vi và evidence_en.',
    en: 'The evidence could not be split as "tiếng Việt / English"; the whole line is kept as Vietnamese. evidence_vi and evidence_en can be used.',
  },
  'threshold-open': {
    vi: 'Tiêu chí {id} để ngỏ ngưỡng: phải đặt ngưỡng kèm nguồn khi lập phiên, nếu không sẽ đánh giá bằng tay và ghi vào biên bản.',
    en: 'Criterion {id} leaves its threshold open: set it with its source when a session is set up, else it is judged by hand and the minutes say so.',
  },
  'all-met-missing': {
    vi: 'Không có quy tắc all_met: đạt mọi tiêu chí không có kết quả riêng.',
    en: 'There is no all_met rule: meeting every criterion has no outcome of its own.',
  },
  'tag-everywhere': {
    vi: 'Mọi tiêu chí đều mang nhãn "{tag}", nên quy tắc này không bao giờ đúng.',
    en: 'Every criterion carries the tag "{tag}", so this rule never holds.',
  },
  'findings-cut': { vi: 'Còn {count} điều khác không in ra.', en: '{count} more are not printed.' },
  ...SHEET_FINDING_WORDS,
  ...PACK_FINDING_WORDS,
  ...FOREIGN_FINDING_WORDS,
};

export const wordFinding = ({ code, params }: Pick<Problem, 'code' | 'params'>, language: Language): string =>
  FINDING_WORDS[code][language]
    .replace(/\{([a-zA-Z]+)\}/g, (hole, name: string) => String(params[name] ?? hole))
    .toWellFormed();
