// Conditions: a criterion that is judged only where others of the same sheet carry certain marks.
import type { Condition, CriteriaSet, Criterion } from './criteria-set.ts';
import { type Problem, problem } from './finding.ts';

type Conditional = Pick<Criterion, 'appliesWhen'>;

/**
 * Whether a criterion is to be judged. `sideOf` says on which side another one of the sheet stands; undefined where
 * nothing is marked yet or the seat does not judge it, and then the condition does not stand in the way.
 */
export const applies = (
  { appliesWhen }: Conditional,
  sideOf: (criterion: string) => 'met' | 'not-met' | 'not-applicable' | undefined,
): boolean => (appliesWhen ?? []).every(({ criterion, mark }) => (sideOf(criterion) ?? mark) === mark);

const pathsOf = (set: CriteriaSet): ReadonlyMap<string, { readonly path: string; readonly on: readonly Condition[] }> =>
  new Map(
    set.groups.flatMap((group, g) =>
      group.criteria.map(({ id, appliesWhen }, c) => {
        return [id, { path: `groups[${g}].criteria[${c}].applies_when`, on: appliesWhen ?? [] }] as const;
      }),
    ),
  );

/** What is left when criteria that depend on nothing, or only on such, are taken away: those in a circle or behind one. */
function inCircles(on: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const waits = new Map([...on].map(([id, others]) => [id, new Set(others).size]));
  const behind = new Map<string, string[]>();
  for (const [id, others] of on)
    for (const other of new Set(others)) behind.set(other, [...(behind.get(other) ?? []), id]);
  const free = [...waits].filter(([, count]) => count === 0).map(([id]) => id);
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    waits.delete(id);
    for (const next of behind.get(id) ?? []) {
      const left = (waits.get(next) ?? 1) - 1;
      waits.set(next, left);
      if (left === 0) free.push(next);
    }
  }
  return new Set(waits.keys());
}

/** A criterion of a circle itself, not only behind one: whoever follows the conditions long enough is in it. */
function oneOf(circle: ReadonlySet<string>, on: ReadonlyMap<string, readonly string[]>): string | undefined {
  const seen = new Set<string>();
  let [at] = circle;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    at = on.get(at)?.find((other) => circle.has(other));
  }
  return at;
}

/** Names each condition on an unknown criterion or on itself, and one criterion whose conditions lead back to it. */
export function checkConditions(set: CriteriaSet): readonly Problem[] {
  const all = pathsOf(set);
  const found = [...all].flatMap(([id, { path, on }]) =>
    on.flatMap(({ criterion }, at): readonly Problem[] => {
      if (criterion === id) return [problem('condition-itself', `${path}[${at}]`, { id })];
      return all.has(criterion) ? [] : [problem('condition-unknown', `${path}[${at}]`, { id, criterion })];
    }),
  );
  if (found.length > 0) return found;
  const on = new Map([...all].map(([id, { on: each }]) => [id, each.map(({ criterion }) => criterion)]));
  const id = oneOf(inCircles(on), on);
  return id === undefined ? [] : [problem('condition-cycle', all.get(id)?.path ?? '', { id })];
}
