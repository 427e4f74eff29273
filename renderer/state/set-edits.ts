// What a hand does to a criteria set that is being written: adding, taking away, moving, doubling; pure, each gives a new draft.
import type { CriterionDraft, GroupDraft, SetDraft } from '../../shared/criteria/set-draft.ts';
import { firstCriterion } from './first-draft.ts';

/** What is open on the right: the set's own fields, a group's, or a criterion's. */
export type At =
  | { readonly is: 'set' }
  | { readonly is: 'group'; readonly key: number }
  | { readonly is: 'criterion'; readonly key: number };
export type OutcomeDraft = SetDraft['outcomes'][number];
export type LevelDraft = CriterionDraft['levels'][number];
/** What an act leaves: the draft, and what is open then. */
export type Acted = { readonly draft: SetDraft; readonly at: At };

/** As the draft's schema has them; more would be refused by the host. */
export const MOST = {
  groups: 100,
  criteria: 500,
  outcomes: 20,
  levels: 20,
  conditions: 5,
  tags: 20,
  legal: 50,
} as const;

const NOTHING = { vi: '', en: '' } as const;

export const criteriaIn = (draft: Pick<SetDraft, 'groups'>): readonly CriterionDraft[] =>
  draft.groups.flatMap((each) => each.criteria);
export const groupOf = (draft: SetDraft, criterion: number): GroupDraft | undefined =>
  draft.groups.find(({ criteria }) => criteria.some(({ key }) => key === criterion));
export const criterionAt = (draft: SetDraft, key: number): CriterionDraft | undefined =>
  groupOf(draft, key)?.criteria.find((each) => each.key === key);

/** The id after this one that nothing bears yet: G1-01 gives G1-02, G9 gives G10. */
export function idAfter(id: string, taken: ReadonlySet<string>): string {
  const [, stem = id, digits = ''] = /^(.*?)(\d*)$/.exec(id) ?? [];
  const join = digits === '' && stem !== '' ? '-' : '';
  for (let number = Number(digits === '' ? 1 : digits) + 1; ; number++) {
    const next = `${stem}${join}${String(number).padStart(digits.length, '0')}`;
    if (!taken.has(next)) return next;
  }
}

const groupIds = (draft: SetDraft): ReadonlySet<string> => new Set(draft.groups.map(({ id }) => id));
const criterionIds = (draft: SetDraft): ReadonlySet<string> => new Set(criteriaIn(draft).map(({ id }) => id));

const inGroup = (draft: SetDraft, key: number, next: (group: GroupDraft) => GroupDraft): SetDraft => ({
  ...draft,
  groups: draft.groups.map((each) => (each.key === key ? next(each) : each)),
});

export const putGroup = (draft: SetDraft, key: number, part: Partial<GroupDraft>): SetDraft =>
  inGroup(draft, key, (group) => ({ ...group, ...part }));

export function putCriterion(draft: SetDraft, key: number, part: Partial<CriterionDraft>): SetDraft {
  const group = groupOf(draft, key);
  if (group === undefined) return draft;
  return inGroup(draft, group.key, ({ criteria, ...rest }) => ({
    ...rest,
    criteria: criteria.map((each) => (each.key === key ? { ...each, ...part } : each)),
  }));
}

const insert = <T>(list: readonly T[], at: number, one: T): T[] => [...list.slice(0, at), one, ...list.slice(at)];

/** Where a new criterion goes: behind the open one, into the open group, else into the last group. */
function placeFor(draft: SetDraft, at: At): { readonly group: GroupDraft; readonly place: number } | undefined {
  const open = at.is === 'criterion' ? groupOf(draft, at.key) : undefined;
  if (open !== undefined)
    return { group: open, place: open.criteria.findIndex((each) => at.is === 'criterion' && each.key === at.key) + 1 };
  const group = draft.groups.find((each) => at.is === 'group' && each.key === at.key) ?? draft.groups.at(-1);
  return group === undefined ? undefined : { group, place: group.criteria.length };
}

export function addCriterion(draft: SetDraft, at: At): Acted | undefined {
  const where = placeFor(draft, at);
  if (where === undefined || where.group.criteria.length >= MOST.criteria) return undefined;
  const { group, place } = where;
  const before = group.criteria[place - 1]?.id ?? `${group.id}-00`;
  const key = draft.nextKey;
  const made = { ...firstCriterion(key), id: idAfter(before, criterionIds(draft)) };
  const next = inGroup(draft, group.key, (each) => ({ ...each, criteria: insert(each.criteria, place, made) }));
  return { draft: { ...next, nextKey: key + 1 }, at: { is: 'criterion', key } };
}

export function addGroup(draft: SetDraft, at: At): Acted | undefined {
  if (draft.groups.length >= MOST.groups) return undefined;
  const open = at.is === 'set' ? undefined : at.is === 'group' ? at.key : groupOf(draft, at.key)?.key;
  const found = draft.groups.findIndex(({ key }) => key === open);
  const place = found < 0 ? draft.groups.length : found + 1;
  const key = draft.nextKey;
  const id = idAfter(draft.groups[place - 1]?.id ?? 'G0', groupIds(draft));
  const groups = insert(draft.groups, place, { key, id, name: NOTHING, criteria: [] });
  return { draft: { ...draft, groups, nextKey: key + 1 }, at: { is: 'group', key } };
}

/** Rows get keys of their own; what depends on one another within the copy goes on doing so. */
function doubled(criteria: readonly CriterionDraft[], taken: ReadonlySet<string>, next: () => number) {
  const used = new Set(taken);
  const renamed = new Map<string, string>();
  for (const { id } of criteria) {
    const free = idAfter(id, used);
    used.add(free);
    renamed.set(id, free);
  }
  return criteria.map((each) => ({
    ...each,
    key: next(),
    id: renamed.get(each.id) ?? each.id,
    levels: each.levels.map((level) => ({ ...level, key: next() })),
    appliesWhen: each.appliesWhen.map((on) => ({ ...on, criterion: renamed.get(on.criterion) ?? on.criterion })),
  }));
}

export function duplicate(draft: SetDraft, at: At): Acted | undefined {
  if (at.is === 'set') return undefined;
  let last = draft.nextKey - 1;
  const next = (): number => ++last;
  if (at.is === 'group') {
    const place = draft.groups.findIndex(({ key }) => key === at.key);
    const group = draft.groups[place];
    if (group === undefined || draft.groups.length >= MOST.groups) return undefined;
    const made = {
      ...group,
      key: next(),
      id: idAfter(group.id, groupIds(draft)),
      criteria: doubled(group.criteria, criterionIds(draft), next),
    };
    const groups = insert(draft.groups, place + 1, made);
    return { draft: { ...draft, groups, nextKey: last + 1 }, at: { is: 'group', key: made.key } };
  }
  const group = groupOf(draft, at.key);
  const place = group?.criteria.findIndex(({ key }) => key === at.key) ?? -1;
  const criterion = group?.criteria[place];
  if (group === undefined || criterion === undefined || group.criteria.length >= MOST.criteria) return undefined;
  const [made = criterion] = doubled([criterion], criterionIds(draft), next);
  const changed = inGroup(draft, group.key, (each) => ({ ...each, criteria: insert(each.criteria, place + 1, made) }));
  return { draft: { ...changed, nextKey: last + 1 }, at: { is: 'criterion', key: made.key } };
}

/** What stands before it is open then, so that the next press takes away the next one upwards. */
export function remove(draft: SetDraft, at: At): Acted | undefined {
  if (at.is === 'set') return undefined;
  const order = rowsOf(draft);
  const before = order[order.findIndex((row) => isAt(row, at)) - 1] ?? { is: 'set' as const };
  if (at.is === 'group')
    return { draft: { ...draft, groups: draft.groups.filter(({ key }) => key !== at.key) }, at: before };
  const group = groupOf(draft, at.key);
  if (group === undefined) return undefined;
  const criteria = group.criteria.filter(({ key }) => key !== at.key);
  const after = group.criteria[group.criteria.findIndex(({ key }) => key === at.key) + 1];
  return {
    draft: putGroup(draft, group.key, { criteria }),
    at: after === undefined ? before : { is: 'criterion', key: after.key },
  };
}

function swapped<T>(list: readonly T[], from: number, to: number): T[] | undefined {
  const one = list[from];
  const other = list[to];
  if (one === undefined || other === undefined) return undefined;
  return list.map((each, at) => (at === from ? other : at === to ? one : each));
}

/** One place up (-1) or down (1); a criterion at the edge of its group goes over into the neighbouring one. */
export function move(draft: SetDraft, at: At, by: 1 | -1): Acted | undefined {
  if (at.is === 'set') return undefined;
  if (at.is === 'group') {
    const from = draft.groups.findIndex(({ key }) => key === at.key);
    const groups = swapped(draft.groups, from, from + by);
    return groups === undefined ? undefined : { draft: { ...draft, groups }, at };
  }
  const g = draft.groups.findIndex(({ criteria }) => criteria.some(({ key }) => key === at.key));
  const group = draft.groups[g];
  const from = group?.criteria.findIndex(({ key }) => key === at.key) ?? -1;
  const criterion = group?.criteria[from];
  if (group === undefined || criterion === undefined) return undefined;
  const within = swapped(group.criteria, from, from + by);
  if (within !== undefined) return { draft: putGroup(draft, group.key, { criteria: within }), at };
  const beside = draft.groups[g + by];
  if (beside === undefined || beside.criteria.length >= MOST.criteria) return undefined;
  const left = putGroup(draft, group.key, { criteria: group.criteria.filter(({ key }) => key !== at.key) });
  const criteria = by === 1 ? [criterion, ...beside.criteria] : [...beside.criteria, criterion];
  return { draft: putGroup(left, beside.key, { criteria }), at };
}

/** Every row of the tree from the top: the set, each group, its criteria. */
export const rowsOf = (draft: SetDraft): readonly At[] => [
  { is: 'set' },
  ...draft.groups.flatMap((group): readonly At[] => [
    { is: 'group', key: group.key },
    ...group.criteria.map(({ key }): At => ({ is: 'criterion', key })),
  ]),
];
export const isAt = (one: At, other: At): boolean =>
  one.is === 'set' || other.is === 'set' ? one.is === other.is : one.is === other.is && one.key === other.key;

/** Conditions on a criterion whose id was changed follow it, where the old id names nothing any more. */
export function followId(draft: SetDraft, from: string, to: string): SetDraft {
  const ids = criteriaIn(draft).map(({ id }) => id);
  const isClear = from !== '' && to !== '' && from !== to && !ids.includes(from);
  if (!isClear || ids.filter((id) => id === to).length !== 1) return draft;
  const follows = ({ appliesWhen }: CriterionDraft): boolean => appliesWhen.some(({ criterion }) => criterion === from);
  if (!criteriaIn(draft).some(follows)) return draft;
  const turned = (each: CriterionDraft): CriterionDraft =>
    follows(each)
      ? {
          ...each,
          appliesWhen: each.appliesWhen.map((on) => (on.criterion === from ? { ...on, criterion: to } : on)),
        }
      : each;
  return { ...draft, groups: draft.groups.map((group) => ({ ...group, criteria: group.criteria.map(turned) })) };
}

/** A new outcome stands before "in every other case"; that one is made where it is missing. */
export function addOutcome(draft: SetDraft): SetDraft {
  if (draft.outcomes.length >= MOST.outcomes) return draft;
  const key = draft.nextKey;
  const hasLast = draft.outcomes.at(-1)?.is === 'otherwise';
  const made = { key, is: hasLast ? 'must-pass-met' : 'otherwise', tag: '', outcome: '', name: NOTHING } as const;
  const at = hasLast ? draft.outcomes.length - 1 : draft.outcomes.length;
  return { ...draft, outcomes: insert(draft.outcomes, at, made), nextKey: key + 1 };
}

/** "In every other case" stays last, and nothing goes behind it. */
export function moveOutcome(draft: SetDraft, key: number, by: 1 | -1): SetDraft {
  const from = draft.outcomes.findIndex((each) => each.key === key);
  const isEdge = [from, from + by].some(
    (at) => at === draft.outcomes.length - 1 && draft.outcomes[at]?.is === 'otherwise',
  );
  const outcomes = isEdge ? undefined : swapped(draft.outcomes, from, from + by);
  return outcomes === undefined ? draft : { ...draft, outcomes };
}
