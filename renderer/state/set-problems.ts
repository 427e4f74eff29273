// What is wrong with a set that is written, place by place, and its sentences as somebody at the form reads them.
import type { Problem } from '../../shared/criteria/finding.ts';
import { readSetDraft, type SetDraft } from '../../shared/criteria/set-draft.ts';
import { wordFinding } from '../../shared/lang/finding-words.ts';
import type { ScreenKey } from '../../shared/lang/screens-vi.ts';
import { type At, criteriaIn, criterionAt } from './set-edits.ts';
import { type FieldName, lineOfLegal, type Placed, placed } from './set-places.ts';
import type { Words } from './words.ts';

export type SetProblems = {
  readonly all: readonly Placed[];
  readonly errors: number;
  /** How many errors stand at a row of the tree, by its key. */
  readonly byRow: ReadonlyMap<number, number>;
};

export const rowKey = (at: At): number => (at.is === 'set' ? 0 : at.key);

/** @param fresh the row that was just added: that its fields are still empty is no news to whoever fills them */
export function problemsOf(draft: SetDraft, fresh: number | undefined): SetProblems {
  const all = readSetDraft(draft)
    .problems.map((problem) => placed(draft, problem))
    .filter(({ problem, at, tab }) => {
      const isEmpty = problem.code === 'field-missing' || problem.code === 'list-empty';
      return !(isEmpty && tab === 'content' && fresh === rowKey(at));
    });
  const byRow = new Map<number, number>();
  const errors = all.filter(({ problem }) => problem.severity === 'error');
  for (const { at, tab } of errors) if (tab === 'content') byRow.set(rowKey(at), (byRow.get(rowKey(at)) ?? 0) + 1);
  return { all, errors: errors.length, byRow };
}

/** Sentences of files that speak of a file's spelling; at the form the same thing is said in the form's words. */
const AT_THE_FORM: Readonly<Partial<Record<Problem['code'], ScreenKey>>> = {
  'field-missing': 'error.required',
  'list-empty': 'set.problem.list-empty',
  'otherwise-missing': 'set.problem.otherwise-missing',
  'all-met-missing': 'set.problem.all-met-missing',
  'must-pass-missing': 'set.problem.must-pass-missing',
  'threshold-malformed': 'error.decimal',
  'when-unknown': 'set.problem.when-unknown',
};

/** `groups[0].criteria[1].id` as the form calls it: the criterion's or group's id, the number of an outcome. */
function named(path: string, draft: SetDraft, { t }: Words): string {
  const [, g, c] = /^groups\[(\d+)\](?:\.criteria\[(\d+)\])?/.exec(path) ?? [];
  const group = draft.groups[Number(g)];
  if (group !== undefined && c !== undefined) return t('set.problem.in.group', { group: group.id, at: Number(c) + 1 });
  if (group !== undefined) return t('set.problem.group', { at: Number(g) + 1 });
  const o = /^outcome_rules\[(\d+)\]/.exec(path)?.[1];
  return o === undefined ? path : t('set.outcome.number', { number: Number(o) + 1 });
}

export function wordProblem(problem: Problem, draft: SetDraft, words: Words): string {
  const { t, language } = words;
  const own = AT_THE_FORM[problem.code];
  // These take no parameters; the type of a key in a table does not tell.
  if (own !== undefined) return (t as (key: ScreenKey) => string)(own);
  const first = problem.params['first'];
  const params = typeof first === 'string' ? { ...problem.params, first: named(first, draft, words) } : problem.params;
  return wordFinding({ code: problem.code, params }, language);
}

/** The number of a level is said by the form, not here. */
const fieldName = (field: FieldName, t: Words['t']): string =>
  (t as (key: ScreenKey, params: { readonly number: string }) => string)(`set.field.${field}`, { number: '' })
    .replace(/ +/g, ' ')
    .trim();

/** Where a problem stands, as a line of the list: the row of the tree or the outcome, then the field. */
export function wordPlace({ problem, at, tab, place, field }: Placed, draft: SetDraft, { t }: Words): string {
  const line = lineOfLegal(draft, problem);
  const ofField = fieldName(field, t);
  const name = line === undefined ? ofField : `${ofField} ${line}`;
  if (at.is === 'criterion') {
    const id = criterionAt(draft, at.key)?.id ?? '';
    const number = criteriaIn(draft).findIndex(({ key }) => key === at.key) + 1;
    return `${id === '' ? t('set.criterion.number', { number }) : id} · ${name}`;
  }
  if (at.is === 'group') {
    const number = draft.groups.findIndex(({ key }) => key === at.key) + 1;
    return `${draft.groups[number - 1]?.id || t('set.group.number', { number })} · ${name}`;
  }
  if (tab !== 'outcomes') return name;
  const number = draft.outcomes.findIndex(({ key }) => place.startsWith(`outcome.${key}.`)) + 1;
  return number === 0 ? name : `${t('set.outcome.number', { number })} · ${name}`;
}
