// A criteria set drawn from a seed: sound, small, and with every field that a set may have somewhere in it.

import type { Bilingual, Condition, CriteriaSet, Criterion, OutcomeRule } from '../../shared/criteria/criteria-set.ts';
import type { Random } from './seed.ts';

/** A number from 0 up to, not including, `below`. */
type Draw = (below: number) => number;

const WORDS = [
  'Nền tảng',
  'đạt',
  '"trích dẫn"',
  'a; b = c',
  '=SUM(A1)',
  'dòng một\ndòng hai',
  '50 %',
  '#1',
  'Quỳnh Trâm',
];
const textOf = (draw: Draw): string =>
  Array.from({ length: 1 + draw(3) }, () => WORDS[draw(WORDS.length)] ?? '').join(' ');
const both = (draw: Draw): Bilingual => ({ vi: textOf(draw), en: draw(3) === 0 ? '' : textOf(draw) });

function kindOf(draw: Draw) {
  switch (draw(3)) {
    case 0:
      return { kind: 'pass-fail' as const };
    case 1: {
      const comparator = (['>=', '>', '<=', '<', '='] as const)[draw(5)] ?? '>=';
      const threshold = draw(3) === 0 ? null : `${draw(2) === 0 ? '' : '-'}${1 + draw(90)}.${1 + draw(8)}`;
      const formula = draw(2) === 0 ? {} : { formula: textOf(draw).replaceAll('\n', ' ') };
      return { kind: 'measured' as const, unit: draw(2) === 0 ? '%' : 'người dùng', comparator, threshold, ...formula };
    }
    default: {
      const levels = Array.from({ length: 2 + draw(4) }, (_, at) => ({ points: at * 20, name: both(draw) }));
      return { kind: 'points' as const, levels, pass: levels[1 + draw(levels.length - 1)]?.points ?? 20 };
    }
  }
}

function criterionOf(draw: Draw, id: string, before: readonly string[], weighs: boolean): Criterion {
  const on = before[draw(Math.max(1, before.length))];
  const condition: Condition[] =
    on === undefined || draw(3) > 0 ? [] : [{ criterion: on, mark: draw(2) === 0 ? 'met' : 'not-met' }];
  return {
    ...kindOf(draw),
    ...{ id, statement: both(draw), tags: draw(3) === 0 ? [] : ['pho-bien', 'b'].slice(draw(2)) },
    notApplicable: draw(2) === 0,
    ...(draw(2) === 0 ? { guidance: both(draw) } : {}),
    ...(draw(2) === 0 ? { evidence: both(draw) } : {}),
    ...(draw(3) === 0 ? { mustPass: true as const } : {}),
    ...(condition.length === 0 ? {} : { appliesWhen: condition }),
    ...(weighs ? { weight: 1 + draw(10_000) } : {}),
    ...(draw(2) === 0 ? { origin: 'NĐ 1, Điều 2(3)(đ)' } : {}),
  };
}

export function randomSet(random: Random): CriteriaSet {
  const draw: Draw = (below) => random.integer(0, below - 1);
  const weighs = draw(2) === 0;
  const ids: string[] = [];
  const groups = Array.from({ length: 1 + draw(3) }, (_, g) => {
    const criteria = Array.from({ length: 1 + draw(4) }, (_each, c) => {
      const made = criterionOf(draw, `G${g}-${c}`, ids, weighs);
      ids.push(made.id);
      return made;
    });
    return { id: `G${g}`, name: both(draw), criteria };
  });
  const all = groups.flatMap(({ criteria }) => criteria);
  const rules: OutcomeRule[] = [{ when: { is: 'all-met' }, outcome: 'du', name: both(draw) }];
  if (all.some(({ mustPass }) => mustPass))
    rules.push({ when: { is: 'must-pass-met' }, outcome: 'bat-buoc', name: both(draw) });
  const tag = all.flatMap(({ tags }) => tags)[0];
  if (tag !== undefined) rules.push({ when: { is: 'all-met-except-tag', tag }, outcome: 'gan', name: both(draw) });
  return {
    ...{ v: 1, id: 'ngau-nhien', version: `1.${draw(9)}`, sample: draw(2) === 0, name: both(draw) },
    legalBasis: draw(2) === 0 ? [] : ['Luật số 148/2025/QH15', 'Nghị định số 224/2026/NĐ-CP'],
    outcomes: [...rules, { when: { is: 'otherwise' }, outcome: 'chua', name: both(draw) }],
    groups,
    ...(draw(2) === 0
      ? { promulgation: { number: '12/QĐ-BKHCN', date: '2026-07-01', body: 'Bộ Khoa học và Công nghệ' } }
      : {}),
    ...(draw(2) === 0 ? { attribution: 'Cơ quan Mẫu, CC BY 4.0' } : {}),
  };
}
