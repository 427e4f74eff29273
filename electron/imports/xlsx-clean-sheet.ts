// Cuts a sheet of a workbook down to its filled cells: no formulas, no links, no empty rows, every cell with its address.
import { halt } from './halt.ts';
import { checkPlace, SHEET_LIMITS } from './sheet.ts';
import { attributesOf, type Tag, tagsOf, unescapeXml } from './xlsx-xml.ts';

type Cell = { readonly row: number; readonly column: number };
type Counted = { readonly count: number; readonly first?: Cell };
export type CleanSheet = {
  readonly xml: string;
  readonly formulas: Counted;
  readonly hiddenRows: Counted;
  readonly errors: readonly (Cell & { readonly error: string })[];
  /** `row:column` of numbers that are shown as percent. */
  readonly percent: ReadonlySet<string>;
};

/** Which styles (positions in cellXfs) a number may have; others would stop the reader. */
export type Styles = { readonly count: number; readonly percent: ReadonlySet<number> };

const ERRORS_TOLD = 20;
/** Of one tag inside a cell. */
const TAG = 10_000;
const PART = 'worksheet';

const counted = (before: Counted, cell: Cell): Counted => ({ count: before.count + 1, first: before.first ?? cell });

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

const addressOf = ({ row, column }: Cell): string => {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row}`;
};

/** Before the library sees it: it walks again and again through a text that is longer than a piece of its reading. */
function checkLength(inside: string, place: Cell & { readonly sheet: string }): void {
  const limit = SHEET_LIMITS.cell;
  if (inside.length <= limit) return;
  const { length } = unescapeXml(inside.replace(/<[^>]*>/g, ''));
  if (length > limit) halt('cell-long', { length, limit }, place);
}

type Open = Cell & { readonly attributes: ReadonlyMap<string, string>; value?: string; inline?: string };

/** How many cells of the file there is still room for; goes down sheet by sheet. */
export type Room = { cells: number; grid: number };

/** `name` is that of the sheet, for places. Ends with a `Halt` where cells are out of order or beyond the limits. */
export function cleanSheet(xml: string, name: string, styles: Styles, room: Room): CleanSheet {
  const out: string[] = [];
  const errors: (Cell & { error: string })[] = [];
  const percent = new Set<string>();
  let formulas: Counted = { count: 0 };
  let hiddenRows: Counted = { count: 0 };
  let [row, column] = [0, 0];
  let [last, width] = [0, 0];
  let [inData, rowOpen] = [false, false];
  let cell: Open | undefined;
  let from: Tag | undefined;
  const broken = (): never => halt('xlsx-broken', { part: PART }, row > 0 ? { sheet: name, row } : { sheet: name });

  const startRow = (tag: Tag): void => {
    const attributes = attributesOf(tag);
    const given = attributes.get('r');
    const next = given === undefined ? row + 1 : Number(given);
    if (!Number.isSafeInteger(next) || next <= row) broken();
    [row, column] = [next, 0];
    if (attributes.get('hidden') === '1' || attributes.get('hidden') === 'true')
      hiddenRows = counted(hiddenRows, { row, column: 1 });
  };
  const startCell = (tag: Tag): Open => {
    const attributes = attributesOf(tag);
    const given = /^([A-Z]{1,3})([0-9]{1,7})$/.exec(attributes.get('r') ?? '');
    const next = given === null ? column + 1 : columnOf(given[1] ?? '');
    if (next <= column || (given !== null && Number(given[2]) !== row)) broken();
    column = next;
    return { row, column, attributes };
  };
  const endCell = ({ attributes, value, inline, ...at }: Open): void => {
    const type = attributes.get('t') ?? 'n';
    const style = Number(attributes.get('s') ?? '-1');
    const filled = type === 'inlineStr' ? inline : value;
    if (filled === undefined || filled === '') return;
    checkPlace(name, at.row, at.column);
    width = Math.max(width, at.column);
    last = at.row;
    room.cells -= 1;
    if (room.cells < 0 || last * width > room.grid)
      halt('sheet-cells', { limit: SHEET_LIMITS.cells }, { sheet: name, ...at });
    if (type === 'e' && errors.length < ERRORS_TOLD) errors.push({ ...at, error: filled.slice(0, 20) });
    if (type === 'e') return;
    if (!rowOpen) out.push(`<row r="${at.row}">`);
    rowOpen = true;
    if (type === 'n' && styles.percent.has(style)) percent.add(`${at.row}:${at.column}`);
    const known = style >= 0 && style < styles.count;
    const head = `<c r="${addressOf(at)}" t="${type}"${known ? ` s="${style}"` : ''}>`;
    out.push(head, type === 'inlineStr' ? `<is>${filled}</is>` : `<v>${filled}</v>`, '</c>');
  };

  for (const tag of tagsOf(xml, PART)) {
    if (tag.name === 'sheetData') inData = tag.kind === 'open';
    if (!inData) continue;
    if (from !== undefined) {
      // Inside a value or a text everything is taken as it stands, up to its own end.
      if (tag.text.length > TAG) broken();
      if (tag.kind !== 'close' || tag.name !== from.name || cell === undefined) continue;
      const inside = xml.slice(from.end, tag.start);
      checkLength(inside, { sheet: name, row, column });
      if (tag.name === 'v') cell.value = inside;
      if (tag.name === 'is') cell.inline = inside;
      from = undefined;
    } else if (tag.name === 'row') {
      if (tag.kind !== 'close') startRow(tag);
      else if (rowOpen) out.push('</row>');
      if (tag.kind === 'close') rowOpen = false;
    } else if (tag.name === 'c') {
      if (row === 0) broken();
      if (tag.kind === 'open') cell = startCell(tag);
      else if (tag.kind === 'empty') startCell(tag);
      else if (cell !== undefined) {
        endCell(cell);
        cell = undefined;
      }
    } else if (cell !== undefined && tag.name === 'f' && tag.kind !== 'close') {
      formulas = counted(formulas, { row, column });
      if (tag.kind === 'open') from = tag;
    } else if (cell !== undefined && tag.kind === 'open') from = tag;
  }
  if (cell !== undefined || rowOpen) broken();
  room.grid -= last * width;
  const head = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
  return { xml: `${head}${out.join('')}</sheetData></worksheet>`, formulas, hiddenRows, errors, percent };
}
