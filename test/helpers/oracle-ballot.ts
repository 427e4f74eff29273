// Which ballots are valid, as the rules tell it: what the engine's judgement of a sheet is compared with. It shares nothing with the engine.

export type WrittenItem = {
  readonly mark?: string;
  readonly points?: number;
  readonly reason?: string;
  readonly change?: string;
};
export type Written = { readonly items: Readonly<Record<string, WrittenItem>> };

export type Sheet = {
  readonly criteria: readonly { readonly id: string; readonly notApplicable: boolean }[];
  readonly scale: 'pass-fail' | 'points';
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

/** A blank, a mark of the other scale, a barred criterion, something left out or changed without a reason: all invalid. */
export function isValid({ items }: Written, { criteria, scale, barred, before }: Sheet): boolean {
  for (const id of Object.keys(items)) if (!criteria.some((criterion) => criterion.id === id)) return false;
  for (const { id, notApplicable } of criteria) {
    const item = items[id];
    if (barred.includes(id)) {
      if (item !== undefined) return false;
      continue;
    }
    if (item === undefined || !isWhole(item, scale, notApplicable)) return false;
    const earlier = before?.[id];
    const changed = earlier !== undefined && (earlier.mark !== item.mark || earlier.points !== item.points);
    if (changed && !said(item.change)) return false;
  }
  return true;
}
