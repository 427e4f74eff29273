// `criteria.yml` of the OpenSSF Best Practices badge as the tree of our own format: level, major and minor group, criterion.

import { ownOf } from '../../shared/base/own-of.ts';
import { isMap, under, type Value } from '../../shared/criteria/value.ts';
import { type Heading, type Item, PASS_FAIL, readingOf } from './foreign-set.ts';
import { type Fields, type Source, startSource } from './foreign-source.ts';
import { plainHtml, type Words, wordsIn } from './foreign-words.ts';
import type { Reading } from './reading.ts';
import type { WholeTree } from './value-tree.ts';

const CRITERION_KEYS = [
  ...['category', 'future', 'obsolete', 'na_allowed', 'na_justification_required', 'met_justification_required'],
  ...['met_url_required', 'description', 'details', 'rationale'],
];
/** Names of the levels on the badge's site. */
const LEVELS: Readonly<Record<string, string>> = { '0': 'Passing', '1': 'Silver', '2': 'Gold' };
const CATEGORIES = ['MUST', 'SHOULD', 'SUGGESTED'];

const first = (value: Value | undefined): Value | undefined => (isMap(value) ? value.values().next().value : undefined);

/** Four maps deep, every path ends at criteria that have a category. */
export const isBadge = (root: Fields): boolean => {
  const criterion = first(first(first(first(root))));
  return isMap(criterion) && criterion.has('category');
};

const english = (text: string): Words => wordsIn('en', text);

/** What must stand beside the mark "met"; ours asks for a reason with every "not applicable" anyway. */
function evidenceOf(criterion: Fields): Words | undefined {
  if (criterion.get('met_url_required') === 'true')
    return {
      vi: 'Địa chỉ (URL) của nơi cho thấy tiêu chí được đáp ứng.',
      en: 'A URL that shows how the criterion is met.',
    };
  if (criterion.get('met_justification_required') === 'true')
    return { vi: 'Giải trình vì sao tiêu chí được đáp ứng.', en: 'A justification why the criterion is met.' };
  return undefined;
}

/** The file that the badge's site keeps has no texts (they lie in its translations): then the id says what is asked. */
function statementOf(source: Source, criterion: Fields, id: string, path: string): Words {
  const description = plainHtml(source.text(criterion, 'description', path));
  if (description !== '') return english(description);
  source.mend('statement-from-id', path);
  return english(id.replaceAll('_', ' '));
}

function itemOf(
  source: Source,
  value: Value,
  name: string,
  level: string,
  path: string,
  headings: readonly Heading[],
): Item | undefined {
  const criterion = source.map(value, path, 'criterion', CRITERION_KEYS);
  if (criterion.get('obsolete') === 'true' || criterion.get('future') === 'true') {
    source.lose(criterion.get('obsolete') === 'true' ? 'criterion obsolete' : 'criterion future', path);
    return undefined;
  }
  const category = source.text(criterion, 'category', path);
  if (!CATEGORIES.includes(category))
    source.note('category-unknown', under(path, 'category'), { category: category.slice(0, 40) });
  const guidance = [
    plainHtml(source.text(criterion, 'details', path)),
    plainHtml(source.text(criterion, 'rationale', path)),
  ];
  return {
    ...{ path, headings, kind: PASS_FAIL, origin: `OpenSSF Best Practices badge: ${name}` },
    // One criterion may stand at several levels, as SHOULD at one and MUST at the next.
    id: `${level}.${name}`,
    statement: statementOf(source, criterion, name, path),
    guidance: english(guidance.filter((text) => text !== '').join('\n\n')),
    ...(evidenceOf(criterion) === undefined ? {} : { evidence: evidenceOf(criterion) as Words }),
    tags: [category],
    mustPass: category === 'MUST',
    notApplicable: criterion.get('na_allowed') === 'true',
  };
}

export function readBadge({ value, lines }: WholeTree): Reading {
  const source = startSource();
  const entries = (of: Value | undefined, path: string): readonly (readonly [string, Value, string])[] => {
    if (isMap(of)) return [...of].map(([key, each]) => [key, each, under(path, key)] as const);
    source.note('map-expected', path);
    return [];
  };
  const items = entries(value, '').flatMap(([level, majors, atLevel]) =>
    entries(majors, atLevel).flatMap(([major, minors, atMajor], m) =>
      entries(minors, atMajor).flatMap(([minor, criteria, atMinor], n) => {
        const name = ownOf(LEVELS, level) ?? level;
        const headings: readonly Heading[] = [
          { path: atLevel, id: level, name: english(name) },
          { path: atMajor, id: `${level}.${m + 1}`, name: english(major) },
          { path: atMinor, id: `${level}.${m + 1}.${n + 1}`, name: english(minor) },
        ];
        return entries(criteria, atMinor).flatMap(
          ([id, criterion, at]) => itemOf(source, criterion, id, level, at, headings) ?? [],
        );
      }),
    ),
  );
  source.warn('version-assumed', '', { version: NO_VERSION });
  return readingOf(
    {
      ...{ format: 'openssf-badge', untranslated: 'en', items, lines },
      ...{ id: 'openssf-badge', version: NO_VERSION, name: english('OpenSSF Best Practices Badge criteria') },
      attribution: 'OpenSSF Best Practices Badge (bestpractices.dev)',
    },
    source,
  );
}

/** The format has none: whoever takes the set in gives it one. */
const NO_VERSION = 'không ghi';
