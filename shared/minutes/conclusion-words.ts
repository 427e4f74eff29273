// A first wording of the conclusion, from what was counted; the chair's own words take its place.
import type { CouncilRules } from '../council/rules.ts';
import type { PlatformResult } from '../results/result-types.ts';
import { figure, shareWords } from './vietnamese.ts';

/** More failing criteria than this are left to Appendix I. */
const LISTED = 12;

/**
 * In Vietnamese, as the minutes are. It says what was counted and what follows by the criteria set, and nothing else: the
 * council proposes, the competent authority recognises (domain, section 3).
 */
export function proposedConclusion(
  platform: string,
  result: PlatformResult,
  rules: Pick<CouncilRules, 'counting' | 'denominator'>,
): string {
  const { criteria, of, threshold, positiveBallots, outcome } = result;
  const failing = criteria.filter(({ verdict }) => verdict === 'not-met').map(({ criterion }) => criterion);
  const leftOut = criteria.filter(({ verdict }) => verdict === 'left-out').length;
  const met = criteria.length - failing.length - leftOut;
  const unit = rules.denominator === 'valid-ballots' ? 'phiếu hợp lệ' : 'thành viên';
  const limit = `ngưỡng ${shareWords(threshold)} của ${figure(of)} ${unit}`;
  const counted =
    rules.counting === 'per-ballot'
      ? `${figure(positiveBallots)} phiếu đánh giá Đạt ở tất cả tiêu chí (${limit})`
      : `${figure(met)}/${figure(criteria.length)} tiêu chí đạt (${limit})`;
  const aside = leftOut === 0 ? '' : `, ${figure(leftOut)} tiêu chí không áp dụng`;
  const list = failing.length > LISTED ? `${figure(failing.length)} tiêu chí, nêu tại Phụ lục I` : failing.join(', ');
  const rest = failing.length === 0 ? '' : ` Tiêu chí không đạt: ${list}.`;
  return `Căn cứ kết quả chấm: ${counted}${aside}, Hội đồng kết luận đối với ${platform}: ${outcome.name.vi}.${rest}`;
}
