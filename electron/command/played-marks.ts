// Invented marks for a played meeting, the same for the same seed; nothing here is ever used for ids or keys.
import type { Item } from '../../shared/book/ballot.ts';
import { withConditions } from '../../shared/book/draft-sheet.ts';
import type { EvidenceView, PlatformView } from '../../shared/contract/views.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import { type CriteriaSet, type Criterion, criteriaOf } from '../../shared/criteria/criteria-set.ts';

/** Whole numbers from 0 to `below` - 1. */
export type Dice = (below: number) => number;

/** Mulberry32 (Tommy Ettinger, public domain): even enough for a demonstration. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const REMARKS = [
  'Hồ sơ đầy đủ, số liệu có nguồn kiểm chứng được.',
  'Đề nghị bổ sung biên bản kết nối thử với hệ thống thứ hai.',
  'Đã xem báo cáo kiểm thử; các lỗi nghiêm trọng đã khắc phục.',
  'Tài liệu hướng dẫn quản trị còn sơ sài nhưng đáp ứng yêu cầu.',
  'Cần theo dõi việc duy trì mức độ sẵn sàng trong kỳ đánh giá sau.',
] as const;

const refusedBy = (criterion: Criterion, platform: PlatformView, roll: Dice): boolean => {
  const measured = platform.measured[criterion.id];
  if (measured?.satisfied === false) return roll(20) < 19;
  return roll(40) === 0;
};

/** 40 to 59 for what is refused, 70 to 98 for the rest; where there are levels, one below the pass mark, or from it on. */
function pointsFor(criterion: Criterion, isRefused: boolean, roll: Dice): number {
  if (criterion.kind !== 'points') return isRefused ? 40 + roll(20) : 70 + roll(29);
  const { levels, pass } = criterion;
  const fitting = levels.filter(({ points }) => points < pass === isRefused);
  return (fitting[roll(fitting.length)] ?? levels[0])?.points ?? 0;
}

function itemFor(
  criterion: Criterion,
  platform: PlatformView,
  evidence: readonly EvidenceView[],
  roll: Dice,
  scale: CouncilRules['scale'],
): Item {
  const isRefused = refusedBy(criterion, platform, roll);
  const mark =
    scale.of === 'points'
      ? ({ mark: 'scored', points: pointsFor(criterion, isRefused, roll) } as const)
      : ({ mark: isRefused ? 'not-met' : 'met' } as const);
  const remark = isRefused || roll(9) === 0 ? REMARKS[roll(REMARKS.length)] : undefined;
  const cited = evidence.length > 0 && roll(6) === 0 ? evidence[roll(evidence.length)] : undefined;
  return {
    ...mark,
    ...(remark === undefined ? {} : { remark }),
    ...(cited === undefined
      ? {}
      : { cites: [{ evidence: cited.evidence as never, sha256: cited.sha256 as never, page: 1 + roll(2) }] }),
  };
}

export const playedItems = (
  set: CriteriaSet,
  platform: PlatformView,
  roll: Dice,
  scale: CouncilRules['scale'],
): Readonly<Record<string, Item>> => {
  const marked = criteriaOf(set).map((criterion) => {
    return [criterion.id, itemFor(criterion, platform, platform.evidence, roll, scale)] as const;
  });
  const sheet = withConditions(set, { items: Object.fromEntries(marked) }, { scale, barred: [] });
  return sheet.items as Readonly<Record<string, Item>>;
};
