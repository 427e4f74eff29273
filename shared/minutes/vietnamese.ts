// The Vietnamese words of the minutes: minutes are a Vietnamese legal text whatever language the screens speak.

import type { Mark } from '../book/ballot.ts';
import type { Via } from '../book/head.ts';
import type { ReopenReason } from '../book/statements.ts';
import type { CouncilRules } from '../council/rules.ts';
import type { ShareRule } from '../council/share.ts';
import type { Criterion } from '../criteria/criteria-set.ts';

export const MARK_WORDS: Readonly<Record<Mark, string>> = {
  met: 'Đạt',
  'not-met': 'Không đạt',
  'not-applicable': 'Không áp dụng',
  scored: 'Chấm điểm',
};

/** In the narrow columns of the score table; explained in a note above it. */
export const MARK_LETTERS: Readonly<Record<Mark, string>> = {
  met: 'Đ',
  'not-met': 'K',
  'not-applicable': '–',
  scored: '',
};

/** Why a member reopened a ballot, as chosen before the round was closed. */
export const REOPEN_WORDS: Readonly<Record<ReopenReason, string>> = {
  slip: 'ghi nhầm',
  evidence: 'xem lại minh chứng',
  reconsidered: 'cân nhắc lại',
  other: 'lý do khác',
};

export const VERDICT_WORDS = { met: 'Đạt', 'not-met': 'Không đạt', 'left-out': 'Không áp dụng' } as const;

/** Where a sealed ballot was made: what could have read it before the reveal. */
export const VIA_WORDS: Readonly<Record<Via, string>> = {
  app: 'Ứng dụng trên máy của thành viên hoặc trên máy ghi sổ',
  page: 'Trình duyệt, khóa tạo trong trang',
  guest: 'Trình duyệt, khóa do máy ghi sổ giữ',
  shared: 'Máy dùng chung',
  paper: 'Phiếu giấy',
  hands: 'Nhập thay',
};

/** Why a sheet was not counted, as the page says it; codes of `draftErrors`, of admission and of the reveal. */
const GROUNDS: Readonly<Record<string, string>> = {
  'mark-missing': 'còn tiêu chí để trống',
  'mark-insufficient': 'còn tiêu chí chưa đủ căn cứ',
  'reason-missing': 'thiếu lý do không áp dụng',
  'not-applicable-barred': 'đánh dấu không áp dụng ở tiêu chí không cho phép',
  'mark-unknown': 'có đánh giá không thuộc thang đánh giá',
  'mark-of-another-scale': 'đánh giá theo thang khác với thang của quy chế',
  'points-wrong': 'có điểm ngoài thang điểm',
  'points-between-levels': 'có điểm không phải của mức nào',
  'condition-unmet': 'đánh giá tiêu chí khi điều kiện của tiêu chí không thỏa',
  'criterion-recused': 'có đánh giá ở tiêu chí mà thành viên không tham gia',
  'criterion-unknown': 'có đánh giá ngoài bộ tiêu chí',
  'change-reason-missing': 'thay đổi so với vòng trước mà không ghi lý do',
  'remark-too-long': 'có nhận xét dài quá mức cho phép',
  'sheet-too-long': 'nhận xét và trích dẫn của cả phiếu dài quá mức cho phép',
  recused: 'thành viên không còn tham gia đánh giá do xung đột lợi ích',
  'ballot-malformed': 'nội dung phiếu không đọc được',
  'envelope-broken': 'niêm phong không mở được',
  'key-mismatch': 'khóa mở không khớp',
  unopenable: 'không mở được niêm phong',
  late: 'đến sau khi khóa vòng chấm',
  'set-aside': 'bị loại ra trước khi công bố',
};
export const groundWords = (code: string): string => GROUNDS[code] ?? `không hợp lệ (${code})`;

/** "trên 3/4", "ít nhất 2/3": what is counted follows. */
export const shareWords = ({ comparator, numerator, denominator }: ShareRule): string =>
  comparator === 'more-than' ? `trên ${numerator}/${denominator}` : `ít nhất ${numerator}/${denominator}`;

export const DENOMINATOR_WORDS = {
  present: 'số thành viên có mặt, được tham gia đánh giá',
  'valid-ballots': 'số phiếu hợp lệ',
  appointed: 'tổng số thành viên Hội đồng được tham gia đánh giá',
} as const;

export const COUNTING_WORDS = {
  'per-criterion':
    'theo từng tiêu chí (tiêu chí đạt khi số phiếu Đạt bảo đảm ngưỡng; kết quả của nền tảng xác định từ các tiêu chí đạt)',
  'per-ballot':
    'theo từng phiếu (phiếu thuận là phiếu đánh giá Đạt ở tất cả tiêu chí; kết quả của nền tảng xác định từ số phiếu thuận)',
  mean: 'theo điểm trung bình (nền tảng đạt khi điểm trung bình của các phiếu hợp lệ bảo đảm mức điểm đạt)',
} as const;
export const COUNTING_SHORT = {
  'per-criterion': 'theo từng tiêu chí',
  'per-ballot': 'theo từng phiếu',
  mean: 'theo điểm trung bình',
} as const;

/** What a count was divided by, after its number: "06 thành viên có mặt, được tham gia đánh giá". */
export const DIVISOR_WORDS = {
  present: 'thành viên có mặt, được tham gia đánh giá',
  'valid-ballots': 'phiếu hợp lệ',
  appointed: 'thành viên được tham gia đánh giá',
} as const;

/** Why a round or a vote counts for nothing; codes of `quorumOf`. */
const VOID: Readonly<Record<string, string>> = {
  'quorum-short': 'không đủ số thành viên có mặt',
  'chair-absent': 'vắng người được quyền chủ trì',
  'chair-recused': 'người chủ trì không tham gia đánh giá nền tảng',
  'secretary-absent': 'vắng thư ký',
  'reviewers-absent': 'thiếu ủy viên phản biện',
  spoiled: 'phiếu đã bị mở sớm trên máy không còn được ghi sổ',
};
export const voidWords = (code: string): string => VOID[code] ?? `không đủ điều kiện (${code})`;

/** How a vote is taken. */
export const VOTE_WORDS: Readonly<Record<CouncilRules['vote'], string>> = {
  hands: 'giơ tay',
  open: 'công khai, có ghi tên',
  secret: 'bỏ phiếu kín',
};

const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
/** "thứ nhất", "thứ hai" */
export const ordinal = (number: number): string => `thứ ${ORDINALS[number - 1] ?? number}`;

/** A decimal text as Vietnamese figures are written: "78,50". */
export const decimalWords = (value: string): string => value.replace('.', ',');

/** "99,5%", "12 bên": a decimal comma, and no space before the per cent sign. */
export const amountWords = (value: string, unit: string): string =>
  `${value.replace('.', ',')}${unit === '%' ? '' : ' '}${unit}`;

type Comparator = Extract<Criterion, { kind: 'measured' }>['comparator'];
/** "từ 99% trở lên", "không quá 5 giây" */
export function limitWords(comparator: Comparator, amount: string): string {
  switch (comparator) {
    case '>=':
      return `từ ${amount} trở lên`;
    case '>':
      return `trên ${amount}`;
    case '<=':
      return `không quá ${amount}`;
    case '<':
      return `dưới ${amount}`;
    case '=':
      return `bằng ${amount}`;
  }
}

/** Two figures at least under ten, as official Vietnamese figures are written: 05. */
export const figure = (value: number): string => (value < 10 ? `0${value}` : String(value));

export const EVIDENCE_KIND_WORDS: Readonly<Record<string, string>> = {
  'agency-dossier': 'Hồ sơ của cơ quan chủ quản',
  'enterprise-dossier': 'Hồ sơ của doanh nghiệp',
  survey: 'Kết quả khảo sát',
  'test-result': 'Kết quả kiểm thử',
  'public-data': 'Số liệu công khai',
};
export const LABEL_WORDS = { public: 'Công khai', internal: 'Lưu hành nội bộ' } as const;
