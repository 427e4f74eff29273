// Checks over a whole criteria set, from a file or from the editor: ids, outcome rules, tags, measures.
import { isDecimal } from '../base/decimal.ts';
import { checkConditions } from './conditions.ts';
import { type Bilingual, type CriteriaSet, type Criterion, criteriaOf, type OutcomeRule } from './criteria-set.ts';
import { clip, type Problem, problem, warning } from './finding.ts';

type Placed = { readonly id: string; readonly path: string };

function checkDuplicates(placed: readonly Placed[]): readonly Problem[] {
  const first = new Map<string, string>();
  return placed.flatMap(({ id, path }) => {
    const before = first.get(id);
    if (before !== undefined) return [problem('id-duplicate', path, { id, first: before })];
    first.set(id, path);
    return [];
  });
}

const asked = ({ when }: OutcomeRule): string =>
  when.is === 'all-met-except-tag' ? `${when.is}(${when.tag})` : when.is;

/** First match wins, so what stands after `otherwise`, after its own double, or `all-met` after a weaker rule, is dead. */
function checkReach(rules: readonly OutcomeRule[]): readonly Problem[] {
  return rules.flatMap((rule, at) => {
    const before = rules.slice(0, at);
    const hiding = before.find(
      (earlier) =>
        earlier.when.is === 'otherwise' ||
        asked(earlier) === asked(rule) ||
        (rule.when.is === 'all-met' && earlier.when.is !== 'all-met'),
    );
    if (hiding === undefined) return [];
    const first = `outcome_rules[${before.indexOf(hiding)}]`;
    return [problem('rule-unreachable', `outcome_rules[${at}].when`, { outcome: rule.outcome, first })];
  });
}

function checkRules(rules: readonly OutcomeRule[]): readonly Problem[] {
  const last = rules.at(-1);
  const endless = last === undefined || last.when.is !== 'otherwise';
  const at = last === undefined ? 'outcome_rules' : `outcome_rules[${rules.length - 1}].when`;
  const everMet = rules.some(({ when }) => when.is === 'all-met');
  return [
    ...checkReach(rules),
    ...(endless ? [problem('otherwise-missing', at)] : []),
    ...(everMet ? [] : [warning('all-met-missing', 'outcome_rules')]),
  ];
}

function checkRuleTags(set: CriteriaSet): readonly Problem[] {
  const criteria = criteriaOf(set);
  return set.outcomes.flatMap(({ when }, at): readonly Problem[] => {
    if (when.is === 'must-pass-met' && !criteria.some(({ mustPass }) => mustPass === true))
      return [problem('must-pass-missing', `outcome_rules[${at}].when`)];
    if (when.is !== 'all-met-except-tag') return [];
    const carrying = criteria.filter(({ tags }) => tags.includes(when.tag)).length;
    const path = `outcome_rules[${at}].when`;
    if (carrying === 0) return [problem('tag-uncarried', path, { tag: when.tag })];
    return carrying === criteria.length ? [warning('tag-everywhere', path, { tag: when.tag })] : [];
  });
}

function checkLevels({ levels, pass }: Extract<Criterion, { kind: 'points' }>, path: string): readonly Problem[] {
  const wrong = levels.findIndex(({ points }, at) => at > 0 && points <= (levels[at - 1]?.points ?? -1));
  if (wrong >= 0) return [problem('levels-order', `${path}.levels[${wrong}].points`)];
  return levels.some(({ points }) => points === pass) ? [] : [problem('pass-between-levels', `${path}.pass`, { pass })];
}

/** Weights are shares of a whole: one that is missing would be a guess. */
function checkWeights(set: CriteriaSet): readonly Problem[] {
  const all = criteriaOf(set);
  const weighed = all.filter(({ weight }) => weight !== undefined).length;
  if (weighed === 0 || weighed === all.length) return [];
  return [problem('weights-partial', 'groups', { count: all.length - weighed })];
}

/** What the schema alone does not see in a set that is being edited, and thresholds that are left open. */
function checkCriteria(set: CriteriaSet): readonly Problem[] {
  return set.groups.flatMap((group, g) =>
    group.criteria.flatMap((criterion, c): readonly Problem[] => {
      const path = `groups[${g}].criteria[${c}]`;
      const twice = criterion.tags.findIndex((tag, at) => criterion.tags.indexOf(tag) !== at);
      const found =
        twice < 0 ? [] : [problem('tag-duplicate', `${path}.tags[${twice}]`, { tag: criterion.tags[twice] ?? '' })];
      if (criterion.kind === 'pass-fail') return found;
      if (criterion.kind === 'points') return [...found, ...checkLevels(criterion, path)];
      const { threshold, unit, id } = criterion;
      if (unit.trim() === '') found.push(problem('unit-missing', `${path}.unit`, { id }));
      if (threshold === null) found.push(warning('threshold-open', `${path}.threshold`, { id }));
      else if (!isDecimal(threshold))
        found.push(problem('threshold-malformed', `${path}.threshold`, { threshold: clip(threshold) }));
      return found;
    }),
  );
}

function checkEnglish(set: CriteriaSet): readonly Problem[] {
  const words: (readonly [string, Bilingual | undefined])[] = [
    ['', set.name],
    ...set.outcomes.map((rule, at) => [`outcome_rules[${at}]`, rule.name] as const),
    ...set.groups.flatMap((group, g) => [
      [`groups[${g}]`, group.name] as const,
      ...group.criteria.flatMap((criterion, c) =>
        [
          ...[criterion.statement, criterion.guidance, criterion.evidence],
          ...(criterion.kind === 'points' ? criterion.levels.map(({ name }) => name) : []),
        ].map((text) => [`groups[${g}].criteria[${c}]`, text] as const),
      ),
    ]),
  ];
  const missing = words.filter(([, text]) => text !== undefined && text.en.trim() === '');
  const first = missing[0];
  return first === undefined ? [] : [warning('english-missing', first[0], { count: missing.length })];
}

/** Everything that can be said of a set without its file. */
export function checkSet(set: CriteriaSet): readonly Problem[] {
  const groups = set.groups.map(({ id }, g) => ({ id, path: `groups[${g}].id` }));
  const criteria = set.groups.flatMap((group, g) =>
    group.criteria.map(({ id }, c) => ({ id, path: `groups[${g}].criteria[${c}].id` })),
  );
  return [
    ...checkDuplicates(groups),
    ...checkDuplicates(criteria),
    ...checkRules(set.outcomes),
    ...checkRuleTags(set),
    ...checkCriteria(set),
    ...checkWeights(set),
    ...checkConditions(set),
    ...checkEnglish(set),
  ];
}
