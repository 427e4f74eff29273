// What the invented members mark, vote and write: the same each time, mostly of one mind, and here and there not.
import type { EvidenceId, Hash } from '../../shared/base/ids.ts';
import { type Draft, type Item, PLAIN_TERMS } from '../../shared/book/ballot.ts';
import { withConditions } from '../../shared/book/draft-sheet.ts';
import type { Evidence } from '../../shared/book/state.ts';
import type { Role } from '../../shared/council/roles.ts';
import { type CriteriaSet, criteriaOf } from '../../shared/criteria/criteria-set.ts';

const DOUBTS = [
  'Minh chứng mới nêu cam kết, chưa có số liệu vận hành; đề nghị bổ sung.',
  'Kết quả kiểm thử không nêu phiên bản đã thử; chưa đủ để kết luận đạt.',
  'Chưa thấy biên bản kết nối thử với hệ thống thứ hai.',
  'Tài liệu mô tả quy trình nhưng không có bằng chứng đã thực hiện.',
  'Khảo sát có cỡ mẫu nhỏ, đề nghị khảo sát lại.',
] as const;
const REMARKS = [
  'Hồ sơ đầy đủ, số liệu có nguồn kiểm chứng được.',
  'Đã xem báo cáo kiểm thử; các lỗi nghiêm trọng đã khắc phục.',
  'Tài liệu hướng dẫn còn sơ sài nhưng đáp ứng yêu cầu.',
  'Cần theo dõi tiếp trong kỳ đánh giá sau.',
] as const;
const MISSED = 'Số liệu thấp hơn ngưỡng; các tiêu chí khác không phụ thuộc vào mức này.';
const CONVINCED = 'Đã đối chiếu lại sau khi thảo luận; đồng ý đánh giá đạt.';
const COMMENT = 'Hồ sơ cơ bản đầy đủ; đề nghị cập nhật số liệu vận hành trước kỳ đánh giá sau.';
export const RESERVED =
  'Đề nghị thẩm định lại số liệu người dùng trước khi công bố; tôi giữ ý kiến này dù kết luận đã được thông qua.';

export type MarkedBy = {
  /** Place among the played members, from 0; the first (the chair) doubts nothing. */
  readonly at: number;
  readonly round: number;
  /** Criteria whose measured value misses the threshold: nobody calls them met. */
  readonly missed: ReadonlySet<string>;
  readonly evidence: readonly Pick<Evidence, 'evidence' | 'sha256' | 'mediaType'>[];
};

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length];

function citing(evidence: MarkedBy['evidence'], at: number): Pick<Item, 'cites'> {
  const item = evidence.length === 0 ? undefined : pick(evidence, at);
  if (item === undefined) return {};
  const page = item.mediaType === 'application/pdf' ? { page: 1 + (at % 2) } : {};
  return { cites: [{ evidence: item.evidence as EvidenceId, sha256: item.sha256 as Hash, ...page }] };
}

/**
 * A whole sheet. No two members doubt the same criterion, so that in the samples every criterion still passes unless the
 * newcomer doubts it too; in a second round one of them has been convinced.
 */
export function inventedSheet(set: CriteriaSet, { at, round, missed, evidence }: MarkedBy): Draft {
  const all = criteriaOf(set);
  const judged = all.filter(({ kind }) => kind === 'pass-fail');
  const doubted = at === 0 ? undefined : pick(judged, at * 7 + 3)?.id;
  const isConvinced = round > 1 && at === 2;
  const items = all.map((criterion, index): readonly [string, Item] => {
    if (missed.has(criterion.id))
      return [criterion.id, { mark: 'not-met', ...(at === 0 ? { remark: MISSED } : {}), ...citing(evidence, 0) }];
    if (criterion.id === doubted)
      return [
        criterion.id,
        isConvinced
          ? { mark: 'met', change: CONVINCED }
          : { mark: 'not-met', remark: pick(DOUBTS, at) ?? '', ...citing(evidence, at) },
      ];
    const remark = (index + at * 5) % 11 === 0 ? pick(REMARKS, index + at) : undefined;
    const cites = (index + at * 3) % 6 === 0 ? citing(evidence, index + at) : {};
    return [criterion.id, { mark: 'met', ...(remark === undefined ? {} : { remark }), ...cites }];
  });
  const sheet = { items: Object.fromEntries(items), ...(at === 0 ? { comment: COMMENT } : {}) };
  return withConditions(set, sheet, PLAIN_TERMS);
}

/** The vice-chair disagrees, so that the newcomer sees a vote that is not of one mind, and a reserved opinion. */
export const inventedVote = (role: Role | undefined): 'agree' | 'disagree' =>
  role === 'vice-chair' ? 'disagree' : 'agree';
