// The sheets beside the criteria: fields of the set as labelled rows, and its outcome rules; or what is assumed for them.
import { foldText } from '../../shared/base/search-text.ts';
import { clip, type Place, problem, warning } from '../../shared/criteria/finding.ts';
import { under, type Value } from '../../shared/criteria/value.ts';
import type { Placed } from './halt.ts';
import { placeOfCell, type Sheet } from './sheet.ts';
import { cellText } from './sheet-criterion.ts';
import { mapOf, type Places } from './sheet-tree.ts';
import {
  foldWord,
  OUTCOME_HEADINGS,
  type OutcomeField,
  readFlag,
  SET_LABELS,
  type SetLabel,
  whenOf,
} from './sheet-words.ts';

type Part = { readonly members: readonly (readonly [string, Value])[]; readonly problems: readonly Placed[] };

const LABELS = Object.keys(SET_LABELS) as readonly SetLabel[];
const labelOf = (text: string): SetLabel | undefined => {
  const word = foldWord(text);
  return LABELS.find(
    (label) => word !== '' && [SET_LABELS[label].vi, SET_LABELS[label].en].map(foldWord).includes(word),
  );
};

/** At least three of our labels in the first column: two could be chance. */
export const findSetSheet = (sheets: readonly Sheet[]): Sheet | undefined =>
  sheets.find(({ rows }) => new Set(rows.map(({ cells }) => labelOf(cells[0] ?? '')).filter(Boolean)).size >= 3);

const PROMULGATION: readonly SetLabel[] = ['number', 'date', 'body'];

export function readSetSheet(sheet: Sheet, places: Places): Part {
  const members = new Map<string, Value>();
  const promulgation = new Map<string, Value>();
  const legal: string[] = [];
  const problems: Placed[] = [];
  const seen = new Set<SetLabel>();
  for (const row of sheet.rows) {
    const [title = '', ...values] = row.cells;
    const at = Math.max(
      0,
      values.findIndex((text) => text.trim() !== ''),
    );
    const [value, place] = [cellText(values[at]), placeOfCell(sheet, row, at + 2)];
    const label = labelOf(title);
    if (label === undefined) {
      const labelled = { ...warning('label-unknown', '', { label: clip(title) }), ...placeOfCell(sheet, row, 1) };
      if (title.trim() !== '' && value !== '') problems.push(labelled);
      continue;
    }
    const put = (map: Map<string, Value>, key: string, path: string, text: Value): void => {
      places.set(path, place);
      map.set(key, text);
    };
    if (label === 'legal') {
      if (value === '') continue;
      places.set(under('legal_basis_vi', legal.length), place);
      legal.push(value);
      continue;
    }
    if (seen.has(label)) problems.push({ ...problem('label-twice', label, { label: clip(title) }), ...place });
    seen.add(label);
    if (PROMULGATION.includes(label)) {
      if (value !== '') put(promulgation, label, under('promulgation', label), value);
      continue;
    }
    if (label === 'sample') {
      const flag = readFlag(value);
      if (flag === undefined) problems.push({ ...problem('flag-malformed', label, { given: clip(value) }), ...place });
      else put(members, label, label, String(flag));
    } else if (value !== '') put(members, label, label, value);
    else if (label === 'id' || label === 'version' || label === 'name_vi') put(members, label, label, null);
  }
  if (legal.length > 0) members.set('legal_basis_vi', legal);
  if (promulgation.size > 0) members.set('promulgation', promulgation);
  return { members: [...members], problems };
}

/** Unaccented letters and digits of a name, at most forty. */
const idFrom = (name: string): string =>
  foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '') || 'bo-tieu-chi';

/** `place` is that of the file as a whole. */
export function assumeSet(fileName: string, place: Place): Part {
  const name = clip(cellText(fileName.replace(/\.[^.]*$/, ''))) || 'Bộ tiêu chí';
  const [id, version] = [idFrom(name), '1'];
  const problems = [
    warning('name-assumed', 'name_vi', { name, id }),
    warning('version-assumed', 'version', { version }),
  ];
  const members = [['id', id] as const, ['version', version] as const, ['name_vi', name] as const];
  return { members, problems: problems.map((each) => ({ ...each, ...place })) };
}

const FIELDS = Object.keys(OUTCOME_HEADINGS) as readonly OutcomeField[];
const outcomeColumns = (cells: readonly string[]): ReadonlyMap<OutcomeField, number> =>
  new Map(
    FIELDS.flatMap((field) => {
      const names = [OUTCOME_HEADINGS[field].vi, OUTCOME_HEADINGS[field].en].map(foldWord);
      const at = cells.findIndex((cell) => names.includes(foldWord(cell)));
      return at < 0 ? [] : [[field, at] as const];
    }),
  );

export type OutcomeSheet = {
  readonly sheet: Sheet;
  readonly head: number;
  readonly columns: ReadonlyMap<OutcomeField, number>;
};

export function findOutcomeSheet(sheets: readonly Sheet[]): OutcomeSheet | undefined {
  for (const sheet of sheets)
    for (const [at, { cells }] of sheet.rows.slice(0, 20).entries()) {
      const columns = outcomeColumns(cells);
      if (['when', 'outcome', 'vi'].every((field) => columns.has(field as OutcomeField)))
        return { sheet, head: at, columns };
    }
  return undefined;
}

export function readOutcomeSheet({ sheet, head, columns }: OutcomeSheet, places: Places): Value {
  const rules = sheet.rows
    .slice(head + 1)
    .filter(({ cells }) => [...columns.values()].some((at) => cellText(cells[at]) !== ''));
  places.set('outcome_rules', placeOfCell(sheet, sheet.rows[head] ?? { row: 1, cells: [] }));
  return rules.map((row, index): Value => {
    const path = `outcome_rules[${index}]`;
    places.set(path, placeOfCell(sheet, row));
    const members = [...columns].flatMap(([field, at]): [string, Value][] => {
      const text = cellText(row.cells[at]);
      places.set(under(path, field), placeOfCell(sheet, row, at + 1));
      if (text === '') return field === 'en' ? [] : [[field, null]];
      return [[field, field === 'when' ? whenOf(text) : text]];
    });
    return mapOf(members);
  });
}

/** As the warning `outcomes-assumed` says it. */
export const ASSUMED_OUTCOMES: Value = [
  mapOf([
    ['when', 'all_met'],
    ['outcome', 'dat'],
    ['vi', 'Đạt'],
    ['en', 'Met'],
  ]),
  mapOf([
    ['when', 'otherwise'],
    ['outcome', 'khong_dat'],
    ['vi', 'Không đạt'],
    ['en', 'Not met'],
  ]),
];
