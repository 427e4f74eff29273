// Which ballots are valid, as the rules tell it: what the engine's judgement of a sheet is compared with. It shares nothing with the engine.

export type WrittenItem = {
  readonly mark?: string;
  readonly points?: number;
  readonly reason?: string;
  readonly change?: string;
};
export type Written = { readonly items: Readonly<Record<string, WrittenItem>> };

type Asked = {
  readonly id: string;
  readonly notApplicable: boolean;
  /** Only these points may be given; met begins at `from`. */
  readonly levels?: { readonly given: readonly number[]; readonly from: number };
  /** Asked only where every other one named stands so. */
  readonly onlyIf?: readonly { readonly criterion: string; readonly mark: 'met' | 'not-met' }[];
};

export type Sheet = {
  readonly criteria: readonly Asked[];
  readonly scale: 'pass-fail' | 'points';
  /** With points, where met begins on a criterion without levels. */
  readonly passMark?: number;
  /** Criteria from which its author is recused. */
  readonly barred: readonly string[];
  /** What its author's valid ballot of the last counted round said, where a change wants a reason. */
  readonly before?: Readonly<Record<string, WrittenItem>> | undefined;
};

const said = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

function isWhole(item: WrittenItem, scale: Sheet['scale'], mayLeaveOut: boolean): boolean {
  if (item.mark === 'not-applicable') return mayLeaveOut && said(item.reason) && item.points === undefined;
  if (scale === 'pass-fail') return (item.mark === 'met' || item.mark === 'not-met') && item.points === undefined;
  const { points } = item;
  if (item.mark !== 'scored' || points === undefined) return false;
  return points === Math.floor(points) && points >= 0 && points <= 100;
}

/** The one named stands on another side than is asked for; where it is blank, nothing is known against it. */
function isAgainst(items: Written['items'], asked: Asked | undefined, mark: string, passMark: number): boolean {
  const item = asked && items[asked.id];
  if (item === undefined) return false;
  if (item.mark !== 'scored') return item.mark !== mark;
  return (item.points ?? 0) >= (asked?.levels?.from ?? passMark) !== (mark === 'met');
}

/** A blank, a mark of the other scale, a barred criterion, something left out or changed without a reason: all invalid. */
export function isValid({ items }: Written, { criteria, scale, barred, before, passMark = 0 }: Sheet): boolean {
  for (const id of Object.keys(items)) if (!criteria.some((criterion) => criterion.id === id)) return false;
  for (const { id, notApplicable, levels, onlyIf = [] } of criteria) {
    const item = items[id];
    if (barred.includes(id)) {
      if (item !== undefined) return false;
      continue;
    }
    const other = (name: string) => criteria.find((criterion) => criterion.id === name);
    if (onlyIf.some(({ criterion, mark }) => isAgainst(items, other(criterion), mark, passMark))) {
      if (item?.mark !== 'not-applicable' || item.points !== undefined) return false;
      continue;
    }
    if (item === undefined || !isWhole(item, scale, notApplicable)) return false;
    if (item.mark === 'scored' && levels && !levels.given.some((each) => each === item.points)) return false;
    const earlier = before?.[id];
    const changed = earlier !== undefined && (earlier.mark !== item.mark || earlier.points !== item.points);
    if (changed && !said(item.change)) return false;
  }
  return true;
}
