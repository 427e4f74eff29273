// What saving an edited session form would mean: rulings added to the book, or a new book in place of the old one.
import type { CouncilRules } from '../council/rules.ts';
import type { EditedForm } from './session-form.ts';

/** Why the old book cannot hold the edit: no ruling takes these back or changes them. */
export const EDIT_REASONS = [
  'kind',
  'criteria',
  'rules',
  'role',
  'seat-removed',
  'seat-order',
  'seated-name',
  'platform-changed',
  'platform-removed',
  'evidence-removed',
  'value-removed',
] as const;
export type EditReason = (typeof EDIT_REASONS)[number];
export type Edit = { readonly how: 'none' | 'in-place' | 'new-book'; readonly reasons: readonly EditReason[] };

type Member = EditedForm['members'][number];
type Platform = EditedForm['platforms'][number];
type EvidenceItem = Platform['evidence'][number];

/** Key order does not matter, only values: both come from schemas that know no undefined. */
const sameRules = (a: CouncilRules, b: CouncilRules): boolean => textOf(a) === textOf(b);
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

export const sameDescription = (a: EditedForm, b: EditedForm): boolean =>
  textOf([a.subject, a.superior, a.council, a.decision, a.place, a.symbol]) ===
  textOf([b.subject, b.superior, b.council, b.decision, b.place, b.symbol]);
export const samePerson = (a: Member, b: Member): boolean =>
  a.name === b.name && a.position === b.position && a.unit === b.unit;
export const sameEvidence = (a: EvidenceItem, b: EvidenceItem): boolean => textOf(a) === textOf(b);
const samePlatform = (a: Platform, b: Platform): boolean =>
  a.name === b.name && a.owner === b.owner && a.enterprise === b.enterprise && a.address === b.address;

/** What stands in the book comes first and in its order; what is new stands behind it. */
function isAppended(before: readonly (string | undefined)[], after: readonly (string | undefined)[]): boolean {
  return before.every((each, at) => each === after[at]);
}

function memberReasons(before: EditedForm, after: EditedForm, isSeated: (seat: string) => boolean): EditReason[] {
  const reasons: EditReason[] = [];
  const now = new Map(after.members.map((member) => [member.seat, member]));
  for (const was of before.members) {
    const member = now.get(was.seat);
    if (member === undefined) reasons.push('seat-removed');
    else {
      if (member.role !== was.role) reasons.push('role');
      // Whoever sits there already signs with a device of that name: another name would be another person's signature.
      if (member.name !== was.name && isSeated(was.seat ?? '')) reasons.push('seated-name');
    }
  }
  const kept = before.members.filter(({ seat }) => now.has(seat)).map(({ seat }) => seat);
  if (
    !isAppended(
      kept,
      after.members.map(({ seat }) => seat),
    )
  )
    reasons.push('seat-order');
  return reasons;
}

function platformReasons(before: EditedForm, after: EditedForm): EditReason[] {
  const reasons: EditReason[] = [];
  for (const was of before.platforms) {
    const platform = after.platforms.find((each) => each.platform === was.platform);
    if (platform === undefined) {
      reasons.push('platform-removed');
      continue;
    }
    if (!samePlatform(platform, was)) reasons.push('platform-changed');
    // Other bytes under the same item are a newer revision of it, which a ruling can say.
    const kept = new Set(platform.evidence.map(({ evidence }) => evidence));
    if (was.evidence.some(({ evidence }) => !kept.has(evidence))) reasons.push('evidence-removed');
    const measured = new Set(platform.measured.map(({ criterion }) => criterion));
    if (was.measured.some(({ criterion }) => !measured.has(criterion))) reasons.push('value-removed');
  }
  const ids = (form: EditedForm) => form.platforms.map(({ platform }) => platform);
  const kept = ids(before).filter((platform) => ids(after).includes(platform));
  if (!isAppended(kept, ids(after))) reasons.push('platform-changed');
  return reasons;
}

/**
 * @param before the form as the book gives it back, every part with its id
 * @param isSeated somebody has joined that seat with a device of their own
 */
export function editOf(before: EditedForm, after: EditedForm, isSeated: (seat: string) => boolean): Edit {
  const reasons = new Set<EditReason>([
    ...(before.kind === after.kind ? [] : ['kind' as const]),
    ...(before.criteria === after.criteria ? [] : ['criteria' as const]),
    ...(sameRules(before.rules, after.rules) ? [] : ['rules' as const]),
    ...memberReasons(before, after, isSeated),
    ...platformReasons(before, after),
  ]);
  const { ownSeat: _, ...was } = before;
  const { ownSeat: _own, ...now } = after;
  const ordered = EDIT_REASONS.filter((reason) => reasons.has(reason));
  if (ordered.length > 0) return { how: 'new-book', reasons: ordered };
  return { how: textOf(was) === textOf(now) ? 'none' : 'in-place', reasons: [] };
}
