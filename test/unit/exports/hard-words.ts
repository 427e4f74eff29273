// Sets whose texts are made to be misread: words that formats take for signs of their own.
import type { Bilingual, CriteriaSet, Criterion } from '../../../shared/criteria/criteria-set.ts';
import { randomSet } from '../../helpers/random-set.ts';
import type { Random } from '../../helpers/seed.ts';

const HARD = [
  ...['null', '~', 'yes', 'No', 'true', '1.10', '0x1F', '1e3', '2026-07-01', '=', '<<', '!!omap', '&neo', '*neo'],
  ...['- gạch', 'khoá: giá trị', 'lời # không phải chú thích', '"', "it's", '%YAML', '---', '...', '|', '>', '[', '{'],
  ...[
    '{{ insert: param, x }}',
    '*đậm* _nghiêng_ `mã`',
    '[chữ](#nơi)',
    '\\',
    '\\*',
    '\\\\',
    '<b>&amp;</b>',
    '🙂',
    'a\u00a0b',
  ],
  ...[
    'một\n\n\nhai',
    'một\n  - hai\n\tba',
    'dòng\n# không phải chú thích\n---\ncuối',
    'x'.repeat(300),
    'chữ '.repeat(80).trim(),
  ],
] as const;

/** Each text is sometimes a hard word, or begins, or ends with one; lines are one line where the model wants one. */
export function hardSet(random: Random): CriteriaSet {
  const set = randomSet(random);
  const hard = (text: string): string => {
    const word = random.pick(HARD);
    switch (random.integer(0, 5)) {
      case 0:
        return word;
      case 1:
        return `${word} ${text}`;
      case 2:
        return `${text} ${word}`;
      default:
        return text;
    }
  };
  const line = (text: string): string => hard(text).replace(/\s+/g, ' ');
  const both = ({ vi, en }: Bilingual): Bilingual => ({ vi: hard(vi), en: en === '' ? '' : hard(en) });
  const kindOf = (criterion: Criterion): Criterion => {
    if (criterion.kind === 'measured')
      return {
        ...criterion,
        unit: line(criterion.unit).slice(0, 40).trim(),
        threshold: random.pick([criterion.threshold, null, '0', '-0.5', '99.50', '100000000000000000.000000001']),
        ...(criterion.formula === undefined ? {} : { formula: line(criterion.formula).slice(0, 500).trim() }),
      };
    if (criterion.kind === 'points')
      return { ...criterion, levels: criterion.levels.map(({ points, name }) => ({ points, name: both(name) })) };
    return criterion;
  };
  // Ids may begin with a digit, which names in other formats may not.
  const digits = random.chance(50);
  const idOf = (id: string): string => (digits ? id.replace('G', '7.') : id);
  return {
    ...set,
    version: random.pick(['1.10', '0.1', 'null', 'yes', '2026-07-01', 'không ghi', set.version]),
    name: both(set.name),
    legalBasis: set.legalBasis.map(line),
    outcomes: set.outcomes.map((rule) => ({ ...rule, name: both(rule.name) })),
    groups: set.groups.map((group) => ({
      ...group,
      id: idOf(group.id),
      name: both(group.name),
      criteria: group.criteria.map((each) => ({
        ...kindOf(each),
        id: idOf(each.id),
        statement: both(each.statement),
        ...(each.appliesWhen === undefined
          ? {}
          : { appliesWhen: each.appliesWhen.map((on) => ({ ...on, criterion: idOf(on.criterion) })) }),
        ...(each.guidance === undefined ? {} : { guidance: both(each.guidance) }),
        ...(each.evidence === undefined ? {} : { evidence: both(each.evidence) }),
        ...(each.origin === undefined ? {} : { origin: line(each.origin).slice(0, 200).trim() }),
      })),
    })),
    ...(set.attribution === undefined ? {} : { attribution: hard(set.attribution) }),
    ...(set.promulgation === undefined
      ? {}
      : { promulgation: { ...set.promulgation, body: line(set.promulgation.body).slice(0, 200).trim() } }),
  };
}
