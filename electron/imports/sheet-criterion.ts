// One row of a sheet of criteria to the tree of a criterion, as our own YAML would give it.
import { cleanText } from '../../shared/base/text.ts';
import type { SheetField } from '../../shared/contract/criteria-library.ts';
import { clip, type Place, problem } from '../../shared/criteria/finding.ts';
import { under, type Value } from '../../shared/criteria/value.ts';
import type { Placed } from './halt.ts';
import { readConditions, readLevels, readTags } from './sheet-syntax.ts';
import { mapOf, type Places, placed } from './sheet-tree.ts';
import { comparatorOf, kindOf, readFlag } from './sheet-words.ts';

/** What a row says, by field: texts as they stand, and the place of each; absent where no column is mapped. */
export type RowFields = {
  readonly place: Place;
  readonly text: (field: SheetField) => string;
  readonly placeOf: (field: SheetField) => Place | undefined;
};

type Read = {
  readonly value: Value;
  readonly problems: readonly Placed[];
  readonly kindAssumed: boolean;
};

/** Keys of our format that a cell fills as it stands. */
const PLAIN: readonly (readonly [SheetField, string])[] = [
  ['en', 'en'],
  ['unit', 'unit'],
  ['formula', 'formula'],
  ['pass', 'pass'],
  ['guidance-vi', 'guidance_vi'],
  ['guidance-en', 'guidance_en'],
  ['evidence-vi', 'evidence_vi'],
  ['evidence-en', 'evidence_en'],
  ['origin', 'origin'],
  ['weight', 'weight'],
];

/** Where a sheet does not say it: what is filled in beside tells. */
function assumedKind(text: RowFields['text']): string {
  if (text('levels') !== '') return 'points';
  return text('threshold') !== '' || text('comparator') !== '' ? 'measured' : 'pass_fail';
}

/** "99,5" as typed; "1,000" could be either and is refused; "99.5%" where the unit says percent too. */
function readThreshold(text: string, unit: string): { readonly value: string; readonly ambiguous: boolean } {
  const bare = unit.trim() === '%' ? text.replace(/\s*%$/, '') : text;
  if (/^-?[1-9]\d{0,2}(,\d{3})+$/.test(bare)) return { value: bare, ambiguous: true };
  return { value: /^-?\d+,\d+$/.test(bare) ? bare.replace(',', '.') : bare, ambiguous: false };
}

/** `path` is that of the criterion in the tree; every part of it gets the place of its cell. */
export function readCriterionRow({ place, text, placeOf }: RowFields, path: string, id: string, places: Places): Read {
  const problems: Placed[] = [];
  const members: [string, Value][] = [];
  const add = (field: SheetField, key: string, value: Value): void => {
    members.push([key, value]);
    places.set(under(path, key), placeOf(field) ?? place);
  };
  const report = (field: SheetField, key: string, found: Parameters<typeof placed>[0]): void =>
    void problems.push(...placed(found, under(path, key), placeOf(field) ?? place));

  places.set(path, place);
  add('id', 'id', id === '' ? null : id);
  // Null, not absent, so that a missing statement is said at its empty cell.
  add('vi', 'vi', text('vi') === '' ? null : text('vi'));
  const kindAssumed = text('kind') === '';
  const kind = kindAssumed ? assumedKind(text) : kindOf(text('kind'));
  add('kind', 'kind', kind);
  for (const [field, key] of PLAIN) if (text(field) !== '') add(field, key, text(field));
  // English without Vietnamese beside it would be taken for no text at all.
  for (const [vi, en, key] of [
    ['guidance-vi', 'guidance-en', 'guidance_vi'],
    ['evidence-vi', 'evidence-en', 'evidence_vi'],
  ] as const)
    if (text(vi) === '' && text(en) !== '') add(placeOf(vi) ? vi : en, key, null);

  if (kind === 'measured' || text('comparator') !== '') {
    add('comparator', 'comparator', text('comparator') === '' ? null : comparatorOf(text('comparator')));
  }
  if (kind === 'measured' || text('threshold') !== '') {
    const { value, ambiguous } = readThreshold(text('threshold'), text('unit'));
    if (ambiguous) report('threshold', 'threshold', [problem('number-ambiguous', '', { number: clip(value) })]);
    add('threshold', 'threshold', value === '' || ambiguous ? null : value);
  }
  if (kind === 'measured' && text('unit') === '') add('unit', 'unit', null);
  if (text('levels') !== '' || kind === 'points') {
    const { values, problems: found } = readLevels(text('levels'));
    report('levels', 'levels', found);
    if (found.length === 0) add('levels', 'levels', values);
    else members.push(['levels', STAND_IN], ['pass', '0']);
  }
  if (kind === 'points' && text('pass') === '') add('pass', 'pass', null);
  if (text('tags') !== '') add('tags', 'tags', readTags(text('tags')));
  if (text('applies-when') !== '') {
    const { values, problems: found } = readConditions(text('applies-when'));
    report('applies-when', 'applies_when', found);
    if (values.length > 0) add('applies-when', 'applies_when', values);
  }
  for (const [field, key] of [
    ['must-pass', 'must_pass'],
    ['not-applicable', 'not_applicable'],
  ] as const) {
    const flag = readFlag(text(field));
    if (flag === undefined) report(field, key, [problem('flag-malformed', '', { given: clip(text(field)) })]);
    if (flag === true) add(field, key, 'true');
  }
  return { value: mapOf(members), problems, kindAssumed };
}

/** So that a wrong level is not said twice: the file is refused for it already. */
const STAND_IN: Value = [
  mapOf([
    ['points', '0'],
    ['vi', '-'],
    ['en', '-'],
  ]),
  mapOf([
    ['points', '100'],
    ['vi', '-'],
    ['en', '-'],
  ]),
];

export const cellText = (text: string | undefined): string => cleanText(text ?? '');
