// A file as plain values: blocks of a document or sheets of rows, and stretches of them that fit through a link.
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { PlainBlock, PlainPart } from '../../shared/contract/evidence-methods.ts';
import { READ_LIMITS, STRETCH } from './limits.ts';
import type { Piece } from './messages.ts';

export type PlainSheet = { readonly name: string; readonly rows: readonly (readonly string[])[] };
export type PlainFile = (
  | { readonly of: 'blocks'; readonly blocks: readonly PlainBlock[] }
  | { readonly of: 'sheets'; readonly sheets: readonly PlainSheet[] }
) & { readonly isCut: boolean };

/** Rows of a table that stay together: a longer one goes on in the next block. */
const TABLE_ROWS = 50;
/** Words that are found together, characters. */
const PIECE = 8_000;

export const clipPiece = (text: string): string =>
  text.length <= READ_LIMITS.piece ? text : `${text.slice(0, READ_LIMITS.piece)}…`;

const textOfRows = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join(' \t ')).join('\n');
const textOfBlock = (block: PlainBlock): string => (block.is === 'table' ? textOfRows(block.rows) : block.text);
const sizeOfBlock = (block: PlainBlock): number => textOfBlock(block).length;
const sizeOfRow = (row: readonly string[]): number => row.reduce((sum, cell) => sum + cell.length + 3, 0);

export const tableBlocks = (rows: readonly (readonly string[])[]): readonly PlainBlock[] =>
  Array.from({ length: Math.ceil(rows.length / TABLE_ROWS) }, (_, at) => ({
    is: 'table',
    rows: rows
      .slice(at * TABLE_ROWS, (at + 1) * TABLE_ROWS)
      .map((row) => row.slice(0, READ_LIMITS.columns).map(clipPiece)),
  }));

/** As many blocks, and as much text in them, as is read of one file. */
export function boundedBlocks(blocks: Iterable<PlainBlock>): PlainFile {
  const kept: PlainBlock[] = [];
  let size = 0;
  for (const block of blocks) {
    size += sizeOfBlock(block);
    if (kept.length >= READ_LIMITS.blocks || size > READ_LIMITS.characters)
      return { of: 'blocks', blocks: kept, isCut: true };
    kept.push(block);
  }
  return { of: 'blocks', blocks: kept, isCut: false };
}

/** The first always; then as long as they fit. */
function fitting<T>(all: readonly T[], from: number, sizeOf: (one: T) => number): readonly T[] {
  let size = 0;
  let to = from;
  while (to < all.length && to - from < STRETCH.pieces) {
    size += sizeOf(all[to] as T);
    if (to > from && size > STRETCH.characters) break;
    to += 1;
  }
  return all.slice(from, to);
}

/** Refuses `reading-no-part` for a sheet that is not there. */
export function stretchOf(file: PlainFile, part: number, from: number): Result<PlainPart> {
  if (file.of === 'blocks')
    return part === 1
      ? ok({ of: 'blocks', blocks: fitting(file.blocks, from, sizeOfBlock), from, total: file.blocks.length })
      : refuse('reading-no-part');
  const sheet = file.sheets[part - 1];
  if (sheet === undefined) return refuse('reading-no-part');
  const rows = fitting(sheet.rows, from, sizeOfRow);
  const sheets = file.sheets.map(({ name }) => name);
  return ok({ of: 'sheet', sheets, part, rows, from, total: sheet.rows.length });
}

/** Neighbours joined until they are long enough. */
function* joined(texts: Iterable<string>, page: number): Generator<Piece> {
  let held: string[] = [];
  let size = 0;
  for (const text of texts) {
    held.push(text);
    size += text.length + 1;
    if (size < PIECE) continue;
    yield { page, text: held.join('\n') };
    held = [];
    size = 0;
  }
  if (size > 0) yield { page, text: held.join('\n') };
}

/** The words of a file, for search. */
export function* piecesOf(file: PlainFile): Generator<Piece> {
  if (file.of === 'blocks') yield* joined(file.blocks.map(textOfBlock), 0);
  else
    for (const [at, sheet] of file.sheets.entries())
      yield* joined(
        sheet.rows.map((row) => row.join(' \t ')),
        at + 1,
      );
}
