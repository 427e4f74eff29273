// Appendices stand in the same file under Roman numbers, so that one signature covers all; wide tables lie across.
import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces.js';
import type { Appendix, Column, Row, Table } from '../../shared/minutes/content.ts';
import { cell, hashWidth, planTable, type TablePlan } from './column-widths.ts';
import type { Faces } from './fonts.ts';
import { centred, wrap } from './lines.ts';
import { firstLine, heightOfLine, innerHeight, innerWidth, keep, paragraphGap, size } from './page.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/** Two lines of 32 digits, each set to one width by letter spacing, so that hashes stand in columns without a fixed-pitch face. */
function hashCell(hash: string, plan: TablePlan, faces: Faces): TableCell {
  const line = (text: string): Content => ({
    text,
    fontSize: plan.hashSize,
    noWrap: true,
    characterSpacing: (hashWidth(plan.hashSize) - faces.width(text, plan.hashSize, 'normal')) / 32,
  });
  return { stack: [line(hash.slice(0, 32)), line(hash.slice(32))] };
}

function cellOf(text: string, column: Column, row: Row, plan: TablePlan, faces: Faces): TableCell {
  if (column.width === 'hash' && SHA256.test(text)) return hashCell(text, plan, faces);
  return { text, alignment: column.align, bold: row.style === 'total' };
}

function rowOf(row: Row, table: Table, plan: TablePlan, faces: Faces): TableCell[] {
  if (row.style === 'group') {
    const spanned = table.columns.slice(1).map((): TableCell => ({}));
    return [{ text: row.cells[0] ?? '', bold: true, colSpan: table.columns.length, fillColor: '#f4f4f4' }, ...spanned];
  }
  return table.columns.map((column, at) => cellOf(row.cells[at] ?? '', column, row, plan, faces));
}

const layout = {
  hLineWidth: () => cell.border,
  vLineWidth: () => cell.border,
  paddingLeft: () => cell.paddingX,
  paddingRight: () => cell.paddingX,
  paddingTop: () => cell.paddingY,
  paddingBottom: () => cell.paddingY,
};

/**
 * Where to begin a new page so that a group's row does not stand alone at the foot: indices of rows. Estimated by a walk
 * over the pages; where the estimate errs, a page is a little short or a group's row a little lonely, nothing is lost.
 */
export function pageStarts(rows: readonly Row[], plan: TablePlan, top: number, page: number): number[] {
  const starts: number[] = [];
  let used = top + plan.head;
  for (const [at, row] of rows.entries()) {
    const height = plan.rows[at] ?? 0;
    if (used + height > page) used = plan.head;
    const next = row.style === 'group' ? (plan.rows[at + 1] ?? 0) : 0;
    if (next > 0 && at > 0 && used + height + next > page && used > plan.head) {
      starts.push(at);
      used = plan.head;
    }
    used += height;
  }
  return starts;
}

/** The head row comes again on each page; a row stays whole unless it is too tall for that. */
function tableOf(table: Table, landscape: boolean, above: number, faces: Faces): Content[] {
  const plan = planTable(table, innerWidth(landscape), faces);
  const page = innerHeight(landscape);
  const whole = Math.max(0, ...plan.rows) < page / 2;
  const heads = (): TableCell[] =>
    table.columns.map(({ label }) => ({ text: label, bold: true, alignment: 'center', fillColor: '#ececec' }));
  const part = (rows: readonly Row[], first: boolean, last: boolean): ContentTable => ({
    table: {
      headerRows: 1,
      keepWithHeaderRows: whole && rows.length > 0 ? 1 : 0,
      dontBreakRows: whole,
      widths: [...plan.widths],
      body: [heads(), ...rows.map((row) => rowOf(row, table, plan, faces))],
    },
    layout,
    fontSize: plan.size,
    margin: [0, 0, 0, last ? 10 : 0],
    ...(first ? {} : { pageBreak: 'before' as const }),
  });
  const caption: Content[] =
    table.caption === undefined
      ? []
      : [{ text: table.caption, bold: true, margin: [0, 4, 0, 4], headlineLevel: keep.captionWithRows }];
  const starts = [0, ...pageStarts(table.rows, plan, above + caption.length * (heightOfLine(size.body) + 8), page)];
  return [
    ...caption,
    ...starts.map((from, at) => part(table.rows.slice(from, starts[at + 1]), at === 0, at === starts.length - 1)),
  ];
}

/** Points that title and notes take at the top of the first page of an appendix. */
function topOf(appendix: Appendix, titleLines: number, room: number, faces: Faces): number {
  const measure = (line: string) => faces.width(line, size.body, 'normal');
  const notes = appendix.notes.map(
    (text) => wrap(text, room - firstLine / 2, measure).length * heightOfLine(size.body),
  );
  const title = (1 + titleLines) * heightOfLine(size.title) + heightOfLine(size.body) + 12;
  return notes.reduce((sum, height) => sum + height + paragraphGap, title);
}

/** @param number the minutes' own number as printed ("Số: 05/BB-HĐĐG"), named under the title of every appendix. */
export function appendixOf(appendix: Appendix, number: string, faces: Faces): Content[] {
  const room = innerWidth(appendix.landscape);
  const title = centred(appendix.title, faces, { size: size.title, face: 'bold', room });
  const named = number.replace(/^Số:\s*/u, '');
  return [
    {
      text: `Phụ lục ${appendix.number}`,
      bold: true,
      alignment: 'center',
      fontSize: size.title,
      pageBreak: 'before',
      pageOrientation: appendix.landscape ? 'landscape' : 'portrait',
    },
    ...title.nodes,
    { text: `(Kèm theo Biên bản số ${named})`, italics: true, alignment: 'center', margin: [0, 2, 0, 10] },
    ...appendix.notes.map(
      (text): Content => ({
        text,
        alignment: 'justify',
        leadingIndent: firstLine,
        margin: [0, 0, 0, paragraphGap],
      }),
    ),
    // Only the first table's place on its page is known beforehand; the others start somewhere below it.
    ...appendix.tables.flatMap((table, at) =>
      tableOf(table, appendix.landscape, at === 0 ? topOf(appendix, title.nodes.length, room, faces) : 0, faces),
    ),
  ];
}
