// Sound criteria sets made at random, with every field that a set can have and texts that are hard to carry.
import { cleanLine, cleanText } from '../../../shared/base/text.ts';
import type { Bilingual, CriteriaSet, Criterion } from '../../../shared/criteria/criteria-set.ts';
import { readSet } from '../../../shared/criteria/read-set.ts';
import { treeOfSet } from '../../../shared/criteria/write-set.ts';
import type { Random } from '../../helpers/seed.ts';

const PIECES = [
  ...['Nền tảng số', 'kiểm thử tải', 'Đạt', 'đ', 'ỡ', 'Criteria', 'a', '99,5 %', '1.000', '0012', 'true', 'null', '~'],
  ...['=1+1', '-2', '+3', '@x', "'=a", "''-b", '=cmd|x', '\t', '\n', '\n\n', '\\', '\\n', ';', '|', '=', '"', "'", ','],
  ...[
    '_x0041_',
    '_x005F_',
    '&amp;',
    '<b>',
    ']]>',
    '<!--',
    '&#10;',
    '  ',
    '\u0085',
    '\u00a0',
    '\ufffd',
    '\uffff',
    '👍🏽',
    '\u{1fffe}',
  ],
  ...['- a', '# b', ': c', '{d}', '[e]', '%f', '%%', '🇻🇳', 'e\u0301', '\u2028', '*', '&x', '!y', '- ', '---', '...'],
];

const rough = (random: Random): string =>
  Array.from({ length: random.integer(1, 8) }, () => random.pick(PIECES)).join(random.pick(['', ' ', ' ']));
const line = (random: Random, max: number): string =>
  cleanLine(rough(random))
    .slice(0, max)
    .trim()
    .replace(/[\ud800-\udbff]$/, '') || 'chữ';
const text = (random: Random): string => cleanText(rough(random)) || 'chữ';
const both = (random: Random): Bilingual => ({ vi: text(random), en: random.chance(70) ? text(random) : '' });
const maybe = <T>(random: Random, make: () => T): T | undefined => (random.chance(40) ? make() : undefined);
const given = <K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };

function kindOf(random: Random) {
  const kind = random.pick(['pass-fail', 'measured', 'points'] as const);
  if (kind === 'pass-fail') return { kind };
  if (kind === 'measured')
    return {
      kind,
      unit: line(random, 40),
      comparator: random.pick(['>=', '>', '<=', '<', '='] as const),
      threshold: random.pick([null, '0', '-5', '99.50', '1.000', '0.123456789', '123456789012345678']),
      ...given(
        'formula',
        maybe(random, () => line(random, 500)),
      ),
    };
  const points = random
    .shuffle([0, 10, 25, 50, 75, 90, 100])
    .slice(0, random.integer(2, 6))
    .sort((a, b) => a - b);
  return { kind, levels: points.map((each) => ({ points: each, name: both(random) })), pass: random.pick(points) };
}

const TAGS = ['popularity', 'tag-2', 'b.c', 'X_9'];

function criterionOf(random: Random, id: string, before: readonly string[], weighed: boolean): Criterion {
  const conditions =
    before.length === 0 || !random.chance(25) ? [] : random.shuffle(before).slice(0, random.integer(1, 3));
  return {
    ...{ id, statement: both(random), ...kindOf(random), notApplicable: random.chance(30) },
    tags: random.shuffle(TAGS.slice(1)).slice(0, random.integer(0, 3)),
    ...given('mustPass', random.chance(30) ? (true as const) : undefined),
    ...given(
      'guidance',
      maybe(random, () => both(random)),
    ),
    ...given(
      'evidence',
      maybe(random, () => both(random)),
    ),
    ...given(
      'origin',
      maybe(random, () => line(random, 200)),
    ),
    ...given('weight', weighed ? random.integer(1, 10_000) : undefined),
    ...given(
      'appliesWhen',
      conditions.length === 0
        ? undefined
        : conditions.map((criterion) => ({ criterion, mark: random.pick(['met', 'not-met'] as const) })),
    ),
  };
}

/** Conditions lead backwards only, the tag `popularity` is carried by some and not by all, so that rules are sound. */
export function hardSet(random: Random): CriteriaSet {
  const ids: string[] = [];
  const weighed = random.chance(40);
  const groups = Array.from({ length: random.integer(1, 5) }, (_, g) => ({
    id: `G${g + 1}`,
    name: both(random),
    criteria: Array.from({ length: random.integer(1, 6) }, (__, c) => {
      const made = criterionOf(random, `${random.pick(['TC', '1', 'a'])}.${g}-${c}`, ids, weighed);
      ids.push(made.id);
      return made;
    }),
  }));
  const [first] = groups.flatMap(({ criteria }) => criteria);
  if (first !== undefined) Object.assign(first, { tags: ['popularity'], mustPass: true });
  const lone = ids.length === 1;
  const whens = [
    { is: 'all-met' as const },
    ...(lone ? [] : [{ is: 'all-met-except-tag' as const, tag: 'popularity' }]),
    ...(random.chance(50) ? [{ is: 'must-pass-met' as const }] : []),
    { is: 'otherwise' as const },
  ];
  const set: CriteriaSet = {
    v: 1,
    ...{ id: 'bo-1', version: line(random, 40), sample: random.chance(50), name: both(random), groups },
    legalBasis: Array.from({ length: random.integer(0, 3) }, () => line(random, 500)),
    outcomes: whens.map((when, at) => ({ when, outcome: `ket_qua-${at}`, name: both(random) })),
    ...given(
      'promulgation',
      maybe(random, () => ({ number: line(random, 100), date: '2026-07-01', body: line(random, 200) })),
    ),
    ...given(
      'attribution',
      maybe(random, () => text(random)),
    ),
  };
  const read = readSet(treeOfSet(set));
  if (read.set === undefined) throw new Error(`the made set is not sound: ${JSON.stringify(read.problems)}`);
  return read.set;
}
