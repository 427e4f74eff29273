// Two versions of a set as the screen tells them: words that differ, fields in words, runs that are folded, what is touched.
import type { SetUse } from '../../shared/contract/criteria-library.ts';
import {
  CHANGES,
  type Change,
  type Comparison,
  type CriterionChange,
  type PlacedCriterion,
  type SetChange,
} from '../../shared/criteria/compare-sets.ts';
import type { CriteriaSet, Criterion } from '../../shared/criteria/criteria-set.ts';
import { conditionWords, judgedWords } from './criterion-words.ts';
import type { Words } from './words.ts';

/** Vietnamese is the text of the set; a translation that did not change would hide that it did. */
const inSource = (words: Words): Words => ({ ...words, of: ({ vi }) => vi });

export type FieldChange = { readonly change: Change; readonly before: string; readonly after: string };

function fieldText(change: Change, { group, criterion }: PlacedCriterion, words: Words): string | undefined {
  const { t, count } = words;
  switch (change) {
    case 'reworded':
      return criterion.statement.vi;
    case 'moved':
      return t('compare.place', { group });
    case 'kind':
    case 'threshold':
    case 'levels':
      return judgedWords(criterion, inSource(words)).join('; ');
    case 'conditions':
      return conditionWords(criterion, words).join('; ') || t('compare.conditions.none');
    case 'must-pass':
      return t(criterion.mustPass === true ? 'compare.must.yes' : 'compare.must.no');
    case 'not-applicable':
      return t(criterion.notApplicable ? 'compare.na.yes' : 'compare.na.no');
    case 'weight':
      return criterion.weight === undefined ? '' : t('load.tree.weight', { weight: count(criterion.weight) });
    case 'tags':
      return criterion.tags.join(', ');
    case 'guidance':
      return criterion.guidance?.vi ?? '';
    case 'evidence':
      return criterion.evidence?.vi ?? '';
    case 'english':
      return englishOf(criterion);
    case 'origin':
      return criterion.origin ?? '';
    default:
      return undefined;
  }
}
const englishOf = ({ statement, guidance, evidence }: Criterion): string =>
  [statement.en, guidance?.en ?? '', evidence?.en ?? ''].filter((each) => each !== '').join(' · ');

/** What changed in one that stands on both sides, a text each; what its id column says already is left to it. */
export function fieldsOf({ before, after, changes }: CriterionChange, words: Words): readonly FieldChange[] {
  if (before === undefined || after === undefined) return [];
  const judged = changes.find((each) => each === 'kind' || each === 'threshold' || each === 'levels');
  return changes.flatMap((change): readonly FieldChange[] => {
    const isAgain = (change === 'threshold' || change === 'levels') && change !== judged;
    const [was, is] = [fieldText(change, before, words), fieldText(change, after, words)];
    // Moved within its group: both sides would say the same.
    return isAgain || was === undefined || is === undefined || was === is ? [] : [{ change, before: was, after: is }];
  });
}

export type ChangeCount = { readonly change: Change | 'unchanged'; readonly count: number };
/** By kind of change, in the order of CHANGES; one criterion may stand in several. */
export function countsOf({ criteria }: Comparison): readonly ChangeCount[] {
  const unchanged = criteria.filter(({ changes }) => changes.length === 0).length;
  const counts = CHANGES.map((change) => {
    return { change, count: criteria.filter(({ changes }) => changes.includes(change)).length };
  });
  return [...counts, { change: 'unchanged' as const, count: unchanged }].filter(({ count }) => count > 0);
}

/** One criterion that changed, or a run of those that did not. */
export type Run =
  | { readonly is: 'changed'; readonly row: CriterionChange }
  | { readonly is: 'unchanged'; readonly rows: readonly CriterionChange[] };

export function runsOf(criteria: readonly CriterionChange[]): readonly Run[] {
  const runs: Run[] = [];
  for (const row of criteria) {
    const last = runs.at(-1);
    if (row.changes.length > 0) runs.push({ is: 'changed', row });
    else if (last?.is === 'unchanged') runs[runs.length - 1] = { is: 'unchanged', rows: [...last.rows, row] };
    else runs.push({ is: 'unchanged', rows: [row] });
  }
  return runs;
}

/** What is said of the set as a whole, a line each. */
export function setLines(change: SetChange, set: CriteriaSet, { t, day }: Words): readonly string[] {
  switch (change) {
    case 'name':
      return [set.name.vi, set.name.en].filter((each) => each !== '');
    case 'legal-basis':
      return set.legalBasis;
    case 'outcomes':
      return set.outcomes.map(({ when, name }) => {
        const on =
          when.is === 'all-met-except-tag'
            ? t('load.tree.when.all-met-except-tag', { tag: when.tag })
            : t(`load.tree.when.${when.is}`);
        return `${on}: ${name.vi}`;
      });
    case 'groups':
      return set.groups.map(({ id, name }) => t('compare.group', { id, name: name.vi }));
    case 'attribution':
      return set.attribution === undefined ? [] : [set.attribution];
    case 'promulgation':
      return [
        set.promulgation === undefined
          ? t('compare.set.draft')
          : t('library.decision', { ...set.promulgation, date: day(set.promulgation.date) }),
      ];
  }
}

/** Criteria of the earlier version that the later one removes or asks otherwise. */
export const askedOtherwise = ({ criteria }: Comparison): number =>
  criteria.filter(({ before, asksTheSame }) => before !== undefined && !asksTheSame).length;

export type Touched = {
  readonly use: SetUse;
  readonly is: 'before' | 'after' | 'other';
  /** Ballots × criteria asked otherwise: the most there can be, for a seat may be recused from some. */
  readonly marks: number;
};

/** Those that used the earlier version first, the newest first. */
export function touchedBy(
  uses: readonly SetUse[],
  hashes: { readonly before: string | undefined; readonly after: string | undefined },
  comparison: Comparison,
): readonly Touched[] {
  const rank = { before: 0, after: 1, other: 2 } as const;
  const each = uses.map((use): Touched => {
    const is = use.sha256 === hashes.before ? 'before' : use.sha256 === hashes.after ? 'after' : 'other';
    return { use, is, marks: is === 'before' ? use.ballots * askedOtherwise(comparison) : 0 };
  });
  return each.toSorted((a, b) => rank[a.is] - rank[b.is] || (a.use.openedAt < b.use.openedAt ? 1 : -1));
}
