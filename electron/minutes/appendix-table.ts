// A table of an appendix: cells, hashes in two lines, head row on every page, and pages begun where they look right.
import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces.js';
import type { Column, Row, Table } from '../../shared/minutes/content.ts';
import { cell, groupText, hashWidth, planTable, spans, type TablePlan } from './column-widths.ts';
import type { Faces } from './fonts.ts';
import { wrap } from './lines.ts';
import { captionNeeds, heightOfLine, innerHeight, innerWidth, keep, size } from './page.ts';

const SHA256 = /^[0-9a-f]{64}$/;
/** A hash or a key, and what may follow it. */
const LONG_TOKEN = /^([A-Za-z0-9_-]{40,88})(?: (.*))?$/su;

/**
 * Two lines of half the signs each; the 32 digits of a hash are set to one width by letter spacing, so that hashes stand
 * in columns without a fixed-pitch face.
 */
function hashCell(token: string, more: string | undefined, plan: TablePlan, faces: Faces): TableCell {
  const room = hashWidth(plan.hashSize);
  const line = (text: string): Content => {
    const width = faces.width(text, plan.hashSize, 'normal');
    return {
      text,
      fontSize: plan.hashSize * Math.min(1, room / width),
      noWrap: true,
      ...(SHA256.test(token) ? { characterSpacing: (room - width) / 32 } : {}),
    };
  };
  const half = Math.ceil(token.length / 2);
  const rest: Content[] = more === undefined ? [] : [{ text: more, fontSize: plan.hashSize }];
  return { stack: [line(token.slice(0, half)), line(token.slice(half)), ...rest] };
}

function cellOf(text: string, column: Column, row: Row, plan: TablePlan, faces: Faces): TableCell {
  const [, token, more] = (column.width === 'hash' && LONG_TOKEN.exec(text)) || [];
  if (token !== undefined) return hashCell(token, more, plan, faces);
  const fontSize = column.width === 'hash' ? plan.hashSize : plan.size;
  return { text, fontSize, alignment: column.align, bold: row.style === 'total' };
}

function rowOf(row: Row, table: Table, plan: TablePlan, faces: Faces): TableCell[] {
  if (!spans(row) && row.cells.length > table.columns.length) throw new Error('a row has more cells than columns');
  if (spans(row)) {
    const spanned = table.columns.slice(1).map((): TableCell => ({}));
    const looks = row.style === 'group' ? { bold: true, fillColor: '#f4f4f4' } : {};
    return [{ text: groupText(row), colSpan: table.columns.length, ...looks }, ...spanned];
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

export type Walk = {
  /** Indices of rows that shall begin a new page. */
  readonly starts: readonly number[];
  /** Points used on the last page when the table ends. */
  readonly used: number;
};

/**
 * Goes down the pages by estimated heights and begins a new one so that a group's row does not stand alone at the foot,
 * nor the last row alone at the top.
 * Where the estimate errs, a page is a little short or a group's row a little lonely: nothing is lost.
 */
export function walkPages(rows: readonly Row[], plan: TablePlan, above: number, page: number): Walk {
  const starts: number[] = [];
  let used = above + plan.head;
  for (const [at, row] of rows.entries()) {
    const height = plan.rows[at] ?? 0;
    if (used + height > page) {
      const withLast = rows[at - 2]?.style === 'group' ? at - 2 : at - 1;
      const lonely = at === rows.length - 1 && withLast > (starts.at(-1) ?? 0) && withLast > 0;
      if (lonely) starts.push(withLast);
      used = plan.head + (lonely ? plan.rows.slice(withLast, at).reduce((sum, one) => sum + one, 0) : 0);
    }
    const next = row.style === 'group' ? (plan.rows[at + 1] ?? 0) : 0;
    if (next > 0 && at > 0 && used + height + next > page && used > plan.head) {
      starts.push(at);
      used = plan.head;
    }
    used += height;
  }
  return { starts, used: used % page };
}

const GAP = 10;
const CAPTION_GAP = 4;

/**
 * The head row comes again on each page; a row stays whole unless it is too tall for that.
 * @param above points already used on the page (an estimate, as is the returned one): a caption that would come to stand
 * at the foot begins a new page at once, because every page break found only by the layout costs a whole layout more.
 */
export function tableOf(
  table: Table,
  landscape: boolean,
  above: number,
  faces: Faces,
  isFirst = true,
): { nodes: Content[]; used: number } {
  const { caption } = table;
  // The gap stands above a table: below the last one of the file it could open an empty page.
  const gap = isFirst ? 0 : GAP;
  const plan = planTable(table, innerWidth(landscape), faces);
  const page = innerHeight(landscape);
  const whole = Math.max(0, ...plan.rows) < page / 2;
  const heads = (): TableCell[] =>
    table.columns.map(({ label }) => ({ text: label, bold: true, alignment: 'center', fillColor: '#ececec' }));
  const part = (rows: readonly Row[], first: boolean): ContentTable => ({
    table: {
      headerRows: 1,
      keepWithHeaderRows: whole && rows.length > 0 ? 1 : 0,
      dontBreakRows: whole,
      widths: [...plan.widths],
      body: [heads(), ...rows.map((row) => rowOf(row, table, plan, faces))],
    },
    layout,
    fontSize: plan.size,
    ...(first ? { margin: [0, caption === undefined ? gap : 0, 0, 0] } : { pageBreak: 'before' as const }),
  });
  const breaks = caption !== undefined && above > 0 && above + CAPTION_GAP + captionNeeds > page;
  const head: Content[] = [];
  let from = breaks ? 0 : above + gap;
  if (caption !== undefined) {
    const measure = (line: string) => faces.width(line, size.body, 'bold');
    from += wrap(caption, innerWidth(landscape), measure).length * heightOfLine(size.body) + 2 * CAPTION_GAP;
    head.push({
      text: caption,
      bold: true,
      margin: [0, breaks ? 0 : gap + CAPTION_GAP, 0, CAPTION_GAP],
      headlineLevel: keep.captionWithRows,
      ...(breaks ? { pageBreak: 'before' as const } : {}),
    });
  }
  const walk = walkPages(table.rows, plan, from % page, page);
  const cuts = [0, ...walk.starts];
  return {
    nodes: [...head, ...cuts.map((cut, at) => part(table.rows.slice(cut, cuts[at + 1]), at === 0))],
    used: walk.used,
  };
}
