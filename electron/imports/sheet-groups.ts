// The rows of a sheet of criteria to groups: whose group a row belongs to, and what is assumed where nothing says it.
import type { SheetField, SheetMapping } from '../../shared/contract/criteria-library.ts';
import { clip, type Place, warning } from '../../shared/criteria/finding.ts';
import type { Value } from '../../shared/criteria/value.ts';
import type { Placed } from './halt.ts';
import { placeOfCell, type Sheet, type SheetRow } from './sheet.ts';
import { cellText, type RowFields, readCriterionRow } from './sheet-criterion.ts';
import { mapOf, type Places } from './sheet-tree.ts';

type Group = {
  readonly id: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly place: Place;
  readonly rows: RowFields[];
};
const GROUP_FIELDS: readonly SheetField[] = ['group-id', 'group-vi', 'group-en'];

const fieldsOf = (sheet: Sheet, row: SheetRow, columns: ReadonlyMap<SheetField, number>): RowFields => ({
  place: placeOfCell(sheet, row),
  text: (field) => cellText(row.cells[(columns.get(field) ?? 0) - 1]),
  placeOf(field) {
    const column = columns.get(field);
    return column === undefined ? undefined : placeOfCell(sheet, row, column);
  },
});

/** A group that is named again further down is the same group: by its id, else by its name. */
function gather(
  rows: readonly RowFields[],
  unnamed: string,
): { groups: readonly Group[]; assumed: string[]; warnings: Placed[] } {
  const groups: Group[] = [];
  const assumed: string[] = [];
  const warnings: Placed[] = [];
  let now: Group | undefined;
  for (const row of rows) {
    const [id, vi, en] = [row.text('group-id'), row.text('group-vi'), row.text('group-en')];
    const named = id !== '' || vi !== '';
    const same = named ? groups.find((each) => (id === '' ? each.name.vi === vi : each.id === id)) : now;
    if (same !== undefined && vi !== '' && same.name.vi !== vi)
      warnings.push({
        ...warning('group-renamed', '', { id: clip(same.id) }),
        ...(row.placeOf('group-vi') ?? row.place),
      });
    now = same;
    if (now === undefined) {
      const given = id === '' ? `G${groups.length + 1}` : id;
      if (id === '') assumed.push(given);
      const place = row.placeOf(id === '' ? 'group-vi' : 'group-id') ?? row.place;
      now = { id: given, name: { vi: vi === '' ? (named ? '' : unnamed) : vi, en }, place, rows: [] };
      groups.push(now);
    }
    // A row with nothing but the name of a group is its heading.
    if (row.text('vi') !== '' || row.text('id') !== '' || row.text('en') !== '') now.rows.push(row);
  }
  return { groups, assumed, warnings };
}

export type ReadGroups = { readonly value: Value; readonly problems: readonly Placed[] };

/** `unnamed`: what the one group is called where the sheet has none. */
export function readGroups(sheet: Sheet, mapping: SheetMapping, unnamed: string, places: Places): ReadGroups {
  const columns = new Map(mapping.columns.map(({ field, column }) => [field, column]));
  const filled = sheet.rows
    .filter(({ row }) => row > mapping.headerRow)
    .map((row) => fieldsOf(sheet, row, columns))
    .filter((row) => [...columns.keys()].some((field) => row.text(field) !== ''));
  const { groups, assumed, warnings } = gather(filled, unnamed);
  const problems = [...warnings];
  const whole = { sheet: sheet.name };
  let [count, kinds] = [0, 0];
  const value = groups.map((group, g): Value => {
    const path = `groups[${g}]`;
    places.set(path, group.place);
    for (const field of GROUP_FIELDS) {
      const place =
        group.place.column === undefined
          ? group.place
          : { ...group.place, column: columns.get(field) ?? group.place.column };
      places.set(`${path}.${field.replace('group-', '')}`, place);
    }
    const criteria = group.rows.map((row, c): Value => {
      count += 1;
      const id = columns.has('id') ? row.text('id') : idOf(count);
      const read = readCriterionRow(row, `${path}.criteria[${c}]`, id, places);
      problems.push(...read.problems);
      if (read.kindAssumed) kinds += 1;
      return read.value;
    });
    const { id, name } = group;
    const english: [string, Value][] = name.en === '' ? [] : [['en', name.en]];
    return mapOf([['id', id], ['vi', name.vi === '' ? null : name.vi], ...english, ['criteria', criteria]]);
  });
  if (assumed.length > 0)
    problems.push({ ...warning('groups-assumed', 'groups', { ids: clip(assumed.join(', ')) }), ...whole });
  if (!columns.has('id') && count > 0)
    problems.push({ ...warning('ids-assumed', 'groups', { first: idOf(1), last: idOf(count) }), ...whole });
  if (kinds > 0) problems.push({ ...warning('kinds-assumed', 'groups', { count: kinds }), ...whole });
  return { value, problems };
}

const idOf = (count: number): string => `TC${String(count).padStart(3, '0')}`;
