// Sentences about spreadsheets, in Vietnamese and English: what is wrong, where, and what to do about it.
import type { SheetFindingCode } from '../criteria/sheet-finding.ts';
import type { Language } from './say.ts';

/** `{name}` stands for the parameter of that name. */
export const SHEET_FINDING_WORDS: Readonly<Record<SheetFindingCode, Readonly<Record<Language, string>>>> = {
  'zip-broken': {
    vi: 'Tệp nén bị hỏng hoặc không đầy đủ. Hãy mở bằng chương trình bảng tính rồi lưu lại.',
    en: 'The archive is damaged or cut off. Open it in a spreadsheet program and save it again.',
  },
  'zip-encrypted': {
    vi: 'Tệp được đặt mật khẩu. Hãy lưu lại không có mật khẩu.',
    en: 'The file has a password. Save it without one.',
  },
  'zip-name': {
    vi: 'Tệp nén có phần mang tên không hợp lệ hoặc trùng tên ("{name}"), nên không được mở.',
    en: 'A part of the archive has a forbidden name or one that stands twice ("{name}"), so it is not opened.',
  },
  'zip-entries': {
    vi: 'Tệp nén có {count} phần, quá giới hạn {limit}.',
    en: 'The archive has {count} parts, more than the limit of {limit}.',
  },
  'zip-inflated': {
    vi: 'Tệp nén khi giải ra dài {bytes} byte, quá giới hạn {limit} byte, nên không được giải.',
    en: 'The archive would unpack to {bytes} bytes, more than the limit of {limit}, so it is not unpacked.',
  },
  'zip-ratio': {
    vi: 'Phần "{name}" được nén tới {ratio} lần, không bình thường với một bảng tính, nên không được giải.',
    en: 'The part "{name}" is packed {ratio} times smaller, which no spreadsheet is, so it is not unpacked.',
  },
  'xlsx-old': {
    vi: 'Tệp là .xls kiểu cũ hoặc có mật khẩu. Hãy lưu lại thành .xlsx không có mật khẩu.',
    en: 'The file is an old .xls or has a password. Save it as .xlsx without a password.',
  },
  'xlsx-none': {
    vi: 'Tệp nén này không phải bảng tính .xlsx.',
    en: 'This archive is no .xlsx workbook.',
  },
  'xlsx-broken': {
    vi: 'Không đọc được phần "{part}" của bảng tính. Hãy mở bằng chương trình bảng tính rồi lưu lại.',
    en: 'The part "{part}" of the workbook cannot be read. Open it in a spreadsheet program and save it again.',
  },
  'xlsx-doctype': {
    vi: 'Phần "{part}" của bảng tính chứa khai báo DOCTYPE, không chương trình bảng tính nào viết như vậy, nên tệp bị từ chối.',
    en: 'The part "{part}" of the workbook holds a DOCTYPE, which no spreadsheet program writes, so the file is refused.',
  },
  'xlsx-macros': {
    vi: 'Tệp có macro ({count} phần). Macro không được chạy và không được giữ.',
    en: 'The file has macros ({count} parts). They are not run and not kept.',
  },
  'xlsx-links': {
    vi: 'Tệp có liên kết hoặc kết nối ra ngoài ({count} phần). Chúng không được mở và không được giữ.',
    en: 'The file has links or connections to the outside ({count} parts). They are not followed and not kept.',
  },
  'xlsx-objects': {
    vi: 'Tệp có đối tượng nhúng, hình hoặc biểu đồ ({count} phần). Chỉ chữ trong các ô được đọc.',
    en: 'The file has embedded objects, pictures or charts ({count} parts). Only the text of cells is read.',
  },
  'xlsx-comments': {
    vi: 'Tệp có ghi chú gắn với ô ({count} phần). Ghi chú không được giữ.',
    en: 'The file has comments on cells ({count} parts). They are not kept.',
  },
  'sheet-hidden': {
    vi: 'Trang tính "{name}" bị ẩn nên không được đọc. Hãy bỏ ẩn nếu cần.',
    en: 'The sheet "{name}" is hidden and is not read. Unhide it if it is wanted.',
  },
  'rows-hidden': {
    vi: 'Có {count} hàng ẩn trong trang này, hàng đầu tiên ở đây; chúng vẫn được đọc.',
    en: '{count} rows of this sheet are hidden, the first is here; they are read like the others.',
  },
  'cells-formulas': {
    vi: 'Có {count} ô là công thức, ô đầu tiên ở đây. Công thức không được tính; giá trị được lưu lần cuối được dùng, ô chưa có giá trị nào thì coi là trống.',
    en: '{count} cells are formulas, the first is here. They are not computed; the values saved last are taken, and a cell without one is empty.',
  },
  'cell-error': {
    vi: 'Ô chứa lỗi công thức {error}; ô được coi là trống.',
    en: 'The cell holds the error {error} of a formula; it is taken as empty.',
  },
  'sheet-rows': {
    vi: 'Có dữ liệu ở hàng {given}, quá giới hạn {limit} hàng.',
    en: 'There is data in row {given}, beyond the limit of {limit} rows.',
  },
  'sheet-columns': {
    vi: 'Có dữ liệu ở cột {given}, quá giới hạn {limit} cột.',
    en: 'There is data in column {given}, beyond the limit of {limit} columns.',
  },
  'sheet-cells': {
    vi: 'Bảng có quá nhiều ô (giới hạn {limit} ô có nội dung), hoặc ô nằm quá xa các ô khác.',
    en: 'There are too many cells (the limit is {limit} filled ones), or cells stand too far from the others.',
  },
  'sheet-text': {
    vi: 'Chữ trong các ô dài hơn {limit} ký tự, quá giới hạn.',
    en: 'The cells hold more than {limit} characters, beyond the limit.',
  },
  'cell-long': {
    vi: 'Ô dài {length} ký tự, quá giới hạn {limit}.',
    en: 'The cell has {length} characters, more than the limit of {limit}.',
  },
  'csv-broken': {
    vi: 'Dấu ngoặc kép không khớp: ô mở bằng " phải đóng bằng ", và " ở trong ô phải viết hai lần.',
    en: 'Quotes do not match: a cell that opens with " must close with it, and a " inside stands twice.',
  },
  'sheet-unread': {
    vi: 'Trang tính "{name}" không được dùng.',
    en: 'The sheet "{name}" is not used.',
  },
  'heading-none': {
    vi: 'Không tìm thấy cột nội dung tiêu chí. Hãy chỉ ra trang tính, hàng tiêu đề và cột nào là gì.',
    en: 'No column with the text of the criteria was found. Say which sheet and row have the headings, and which column is what.',
  },
  'mapping-sheet': {
    vi: 'Không có trang tính "{name}" trong tệp này.',
    en: 'This file has no sheet "{name}".',
  },
  'mapping-column': {
    vi: 'Cột {column} không có trong trang này.',
    en: 'This sheet has no column {column}.',
  },
  'mapping-twice': {
    vi: 'Hai cột cùng được chọn cho "{field}", hoặc một cột được chọn hai lần.',
    en: 'Two columns are chosen for "{field}", or one column twice.',
  },
  'column-unmapped': {
    vi: 'Cột "{heading}" chưa được chỉ ra là gì nên không được giữ.',
    en: 'Nothing says what the column "{heading}" is, so it is not kept.',
  },
  'label-unknown': {
    vi: 'Không có mục "{label}" ở đây; hàng này không được giữ.',
    en: 'There is no item "{label}" here; this row is not kept.',
  },
  'label-twice': {
    vi: 'Mục "{label}" được ghi hai lần. Hãy giữ lại một.',
    en: 'The item "{label}" stands twice. Keep one.',
  },
  'level-malformed': {
    vi: 'Mức "{level}" phải viết như 50=Khá | Fair, các mức cách nhau bằng dấu chấm phẩy.',
    en: 'The level "{level}" must be written as 50=Khá | Fair, levels separated by semicolons.',
  },
  'condition-malformed': {
    vi: 'Điều kiện "{condition}" phải viết như G1-01=đạt hoặc G1-01=không đạt, cách nhau bằng dấu chấm phẩy.',
    en: 'The condition "{condition}" must be written as G1-01=met or G1-01=not met, separated by semicolons.',
  },
  'number-ambiguous': {
    vi: 'Số "{number}" có thể là số lẻ hoặc số nghìn. Hãy viết không có dấu phân nhóm, và dùng dấu chấm cho phần thập phân.',
    en: 'The number "{number}" could be a fraction or thousands. Write it without grouping, with a point for decimals.',
  },
  'flag-malformed': {
    vi: 'Ô này chỉ nhận "có" hoặc "không" (hoặc để trống), không phải "{given}".',
    en: 'This cell takes "yes" or "no" (or nothing), not "{given}".',
  },
  'group-renamed': {
    vi: 'Nhóm {id} được ghi một tên khác ở đây; tên ghi trước được giữ.',
    en: 'Group {id} has another name here; the name given first is kept.',
  },
  'groups-assumed': {
    vi: 'Tệp không nói mã nhóm; chương trình đặt {ids}.',
    en: 'The file gives no ids of groups; {ids} were assumed.',
  },
  'ids-assumed': {
    vi: 'Tệp không có cột mã tiêu chí; chương trình đánh mã từ {first} đến {last}.',
    en: 'The file has no column with ids; criteria were numbered from {first} to {last}.',
  },
  'kinds-assumed': {
    vi: 'Có {count} tiêu chí không ghi loại; loại được suy từ các cột khác (không có ngưỡng hay mức điểm: đạt / không đạt).',
    en: '{count} criteria do not say their kind; it was taken from other columns (no threshold or levels: pass or fail).',
  },
  'name-assumed': {
    vi: 'Tệp không có tên và mã bộ tiêu chí; đã lấy theo tên tệp: "{name}", mã {id}. Hãy sửa trước khi ban hành.',
    en: 'The file has no name and id of the set; they were taken from the file name: "{name}", id {id}. Mend them before promulgating.',
  },
  'version-assumed': {
    vi: 'Tệp không ghi phiên bản; đã lấy phiên bản {version}.',
    en: 'The file gives no version; version {version} was taken.',
  },
  'outcomes-assumed': {
    vi: 'Tệp không có quy tắc kết quả; đã lấy: đạt mọi tiêu chí là "Đạt", còn lại là "Không đạt".',
    en: 'The file has no outcome rules; assumed: all criteria met is "Met", otherwise "Not met".',
  },
  'csv-keeps': {
    vi: 'CSV chỉ giữ bảng tiêu chí; không giữ: {what}.',
    en: 'CSV keeps the table of criteria only; not kept: {what}.',
  },
  'cell-too-long-to-write': {
    vi: 'Chữ dài {length} ký tự, quá giới hạn {limit} của một ô bảng tính, nên bị cắt.',
    en: 'The text has {length} characters, more than the {limit} that a cell can hold, and is cut.',
  },
  'file-time': {
    vi: 'Đọc tệp mất quá {seconds} giây nên đã dừng. Tệp quá phức tạp; dữ liệu trên máy không thay đổi.',
    en: 'Reading the file took more than {seconds} seconds and was stopped. It is too complex; nothing on this machine was changed.',
  },
  'file-memory': {
    vi: 'Đọc tệp cần quá nhiều bộ nhớ nên đã dừng. Tệp quá phức tạp; dữ liệu trên máy không thay đổi.',
    en: 'Reading the file needed too much memory and was stopped. It is too complex; nothing on this machine was changed.',
  },
};
