// Two versions of a criteria set side by side, criterion by criterion: what was added, removed, reworded, moved, or asks otherwise.
import type { Bilingual, CriteriaSet, Criterion } from './criteria-set.ts';
import { criterionHash } from './criterion-hash.ts';

type Sha256 = (bytes: Uint8Array) => Uint8Array;

export const CHANGES = [
  ...(['added', 'removed', 'renumbered', 'moved', 'reworded', 'kind', 'threshold', 'levels', 'conditions'] as const),
  ...(['must-pass', 'not-applicable', 'weight', 'tags', 'guidance', 'evidence', 'english', 'origin'] as const),
] as const;
export type Change = (typeof CHANGES)[number];

export type PlacedCriterion = { readonly group: string; readonly criterion: Criterion };
export type CriterionChange = {
  /** Absent: added. */
  readonly before?: PlacedCriterion;
  /** Absent: removed. */
  readonly after?: PlacedCriterion;
  /** Empty: exactly as it was. */
  readonly changes: readonly Change[];
  /** The question is word for word the same (`criterionHash`): a mark that was given to it still answers it. */
  readonly asksTheSame: boolean;
};
export type SetChange = 'name' | 'legal-basis' | 'outcomes' | 'groups' | 'attribution' | 'promulgation';
export type Comparison = {
  /** In the order of the later set; what was removed stands where it stood, behind what was before it. */
  readonly criteria: readonly CriterionChange[];
  readonly set: readonly SetChange[];
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const placed = (set: CriteriaSet): readonly PlacedCriterion[] =>
  set.groups.flatMap(({ id, criteria }) => criteria.map((criterion) => ({ group: id, criterion })));

type Pair = { readonly before: PlacedCriterion; readonly after: PlacedCriterion };

/** By id; and what is left, by the question, where it stands once on each side: that is a criterion with another number. */
function pairsOf(
  before: readonly PlacedCriterion[],
  after: readonly PlacedCriterion[],
  sha256: Sha256,
): readonly Pair[] {
  const old = new Map(before.map((each) => [each.criterion.id, each]));
  const byId = after.flatMap((each): readonly Pair[] => {
    const was = old.get(each.criterion.id);
    return was === undefined ? [] : [{ before: was, after: each }];
  });
  const taken = new Set(byId.flatMap((pair) => [pair.before, pair.after]));
  const once = (list: readonly PlacedCriterion[]): ReadonlyMap<string, PlacedCriterion | null> => {
    const found = new Map<string, PlacedCriterion | null>();
    for (const each of list.filter((one) => !taken.has(one))) {
      const hash = criterionHash(each.criterion, sha256);
      found.set(hash, found.has(hash) ? null : each);
    }
    return found;
  };
  const [left, right] = [once(before), once(after)];
  const byQuestion = [...right].flatMap(([hash, each]): readonly Pair[] => {
    const was = left.get(hash);
    return was && each ? [{ before: was, after: each }] : [];
  });
  return [...byId, ...byQuestion];
}

/** Places in `order` that must move for the rest to stand as before: all but a longest rising run of them. */
function outOfOrder(order: readonly number[]): ReadonlySet<number> {
  /** `tails[n]`: the place at which the best run of length n + 1 ends. */
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [at, value] of order.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((order[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = low === 0 ? -1 : (tails[low - 1] ?? -1);
    tails[low] = at;
  }
  const kept = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) kept.add(at);
  return new Set([...order.keys()].filter((at) => !kept.has(at)));
}

const text = (words: Bilingual | undefined): string | undefined => words?.vi;
const english = ({ statement, guidance, evidence }: Criterion): unknown => [statement.en, guidance?.en, evidence?.en];

function measure(criterion: Criterion): unknown {
  if (criterion.kind !== 'measured') return undefined;
  const { unit, comparator, threshold, formula } = criterion;
  return { unit, comparator, threshold, formula };
}
const levels = (criterion: Criterion): unknown =>
  criterion.kind === 'points'
    ? [criterion.pass, criterion.levels.map(({ points, name }) => [points, name.vi])]
    : undefined;

function changesIn({ before: { criterion: was }, after: { criterion: now } }: Pair): readonly Change[] {
  const differs: Readonly<Partial<Record<Change, boolean>>> = {
    renumbered: was.id !== now.id,
    reworded: was.statement.vi !== now.statement.vi,
    kind: was.kind !== now.kind,
    threshold: was.kind === now.kind && !same(measure(was), measure(now)),
    levels: was.kind === now.kind && !same(levels(was), levels(now)),
    conditions: !same(was.appliesWhen, now.appliesWhen),
    'must-pass': was.mustPass !== now.mustPass,
    'not-applicable': was.notApplicable !== now.notApplicable,
    weight: was.weight !== now.weight,
    tags: !same([...was.tags].sort(), [...now.tags].sort()),
    guidance: text(was.guidance) !== text(now.guidance),
    evidence: text(was.evidence) !== text(now.evidence),
    english: !same(english(was), english(now)),
    origin: was.origin !== now.origin,
  };
  return CHANGES.filter((change) => differs[change] === true);
}

function setChanges(before: CriteriaSet, after: CriteriaSet): readonly SetChange[] {
  const found: readonly (readonly [SetChange, boolean])[] = [
    ['name', !same(before.name, after.name)],
    ['legal-basis', !same(before.legalBasis, after.legalBasis)],
    ['outcomes', !same(before.outcomes, after.outcomes)],
    ['groups', !same(namesOf(before), namesOf(after))],
    ['attribution', before.attribution !== after.attribution],
    ['promulgation', !same(before.promulgation, after.promulgation)],
  ];
  return found.flatMap(([change, differs]) => (differs ? [change] : []));
}
const namesOf = ({ groups }: CriteriaSet): unknown => groups.map(({ id, name }) => [id, name]);

/** What was removed comes behind the nearest criterion before it that is still there. */
function inOrder(before: readonly PlacedCriterion[], kept: readonly CriterionChange[]): readonly CriterionChange[] {
  const at = new Map(kept.map((each, index) => [each.before, index]));
  const behind = new Map<number, CriterionChange[]>();
  let last = -1;
  for (const each of before) {
    const index = at.get(each);
    if (index !== undefined) last = index;
    else behind.set(last, [...(behind.get(last) ?? []), { before: each, changes: ['removed'], asksTheSame: false }]);
  }
  return [...(behind.get(-1) ?? []), ...kept.flatMap((each, index) => [each, ...(behind.get(index) ?? [])])];
}

export function compareSets(before: CriteriaSet, after: CriteriaSet, sha256: Sha256): Comparison {
  const [old, now] = [placed(before), placed(after)];
  const pairs = new Map(pairsOf(old, now, sha256).map((pair) => [pair.after, pair]));
  const common = now.filter((each) => pairs.has(each));
  const moved = outOfOrder(common.map((each) => old.indexOf(pairs.get(each)?.before as PlacedCriterion)));
  const isMoved = new Set([...moved].map((at) => common[at]));
  const kept = now.map((each): CriterionChange => {
    const pair = pairs.get(each);
    if (pair === undefined) return { after: each, changes: ['added'], asksTheSame: false };
    const elsewhere = pair.before.group !== each.group || isMoved.has(each);
    const found = new Set<Change>([...changesIn(pair), ...(elsewhere ? (['moved'] as const) : [])]);
    return {
      ...pair,
      changes: CHANGES.filter((change) => found.has(change)),
      asksTheSame: criterionHash(pair.before.criterion, sha256) === criterionHash(each.criterion, sha256),
    };
  });
  return { criteria: inOrder(old, kept), set: setChanges(before, after) };
}
