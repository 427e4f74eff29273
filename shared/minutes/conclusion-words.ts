// A first wording of the conclusion, from what was counted; the chair's own words take its place.
import type { CouncilRules } from '../council/rules.ts';
import type { PlatformResult } from '../results/result-types.ts';
import { EVALUATORS } from './evaluators.ts';
import { decimalWords, figure, shareWords } from './vietnamese.ts';

/** More failing criteria than this are left to Appendix I. */
const LISTED = 12;

/**
 * In Vietnamese, as the minutes are. It says what was counted and what follows by the criteria set, and nothing else: the
 * council proposes, the competent authority recognises (domain, section 3).
 */
export function proposedConclusion(
  platform: string,
  result: PlatformResult,
  rules: Pick<CouncilRules, 'counting' | 'denominator'> & Partial<Pick<CouncilRules, 'body'>>,
): string {
  const { criteria, outcome } = result;
  const failing = criteria.filter(({ verdict }) => verdict === 'not-met').map(({ criterion }) => criterion);
  const leftOut = criteria.filter(({ verdict }) => verdict === 'left-out').length;
  const met = criteria.length - failing.length - leftOut;
  const aside = leftOut === 0 ? '' : `, ${figure(leftOut)} tiêu chí không áp dụng`;
  const list = failing.length > LISTED ? `${figure(failing.length)} tiêu chí, nêu tại Phụ lục I` : failing.join(', ');
  const below = result.points ? 'Tiêu chí có điểm trung bình dưới mức điểm đạt' : 'Tiêu chí không đạt';
  const rest = failing.length === 0 ? '' : ` ${below}: ${list}.`;
  const { inside } = EVALUATORS[rules.body ?? 'council'];
  return `Căn cứ kết quả chấm: ${countedWords(result, rules, met)}${aside}, ${inside} kết luận đối với ${platform}: ${outcome.name.vi}.${rest}`;
}

/** What decided by the rules' way of counting: the mean, the ballots in favour, or the criteria met. */
function countedWords(
  { points, positiveBallots, of, threshold, criteria }: PlatformResult,
  { counting, denominator, body }: Pick<CouncilRules, 'counting' | 'denominator'> & Partial<Pick<CouncilRules, 'body'>>,
  met: number,
): string {
  const unit = denominator === 'valid-ballots' ? 'phiếu hợp lệ' : 'thành viên';
  const limit = body === 'hired-unit' ? '' : ` (ngưỡng ${shareWords(threshold)} của ${figure(of)} ${unit})`;
  if (points && counting === 'mean')
    return `điểm trung bình ${decimalWords(points.mean ?? 'không có')} (mức điểm đạt ${points.passMark})`;
  if (points) return `${figure(positiveBallots)} phiếu có điểm từ mức điểm đạt ${points.passMark} trở lên${limit}`;
  if (counting === 'per-ballot') return `${figure(positiveBallots)} phiếu đánh giá Đạt ở tất cả tiêu chí${limit}`;
  return `${figure(met)}/${figure(criteria.length)} tiêu chí đạt${limit}`;
}
