// Walks a table cell by cell with the arrows: one stop for Tab, the focus moves without any drawing.
import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [10, 0],
  PageUp: [-10, 0],
};
const FAR = 100_000;

/** What in a cell takes the focus: its button, else itself. */
const stopIn = (cell: Element | undefined): HTMLElement | undefined => {
  const stop = cell?.querySelector('button') ?? cell;
  return stop instanceof HTMLElement ? stop : undefined;
};
const within = (at: number, length: number): number => Math.min(Math.max(0, at), length - 1);

/** The one cell that Tab reaches: where the focus was last, else the first. */
export function keepOneStop(table: HTMLTableElement): void {
  const rows = table.tBodies[0]?.rows;
  if (rows === undefined || table.querySelector('tbody [tabindex="0"]') !== null) return;
  const first = stopIn(rows[0]?.cells[0]);
  if (first !== undefined) first.tabIndex = 0;
}

export function moveStop(table: HTMLTableElement, to: HTMLElement): void {
  for (const old of table.querySelectorAll<HTMLElement>('tbody [tabindex="0"]')) if (old !== to) old.tabIndex = -1;
  to.tabIndex = 0;
}

/** True where the key was one of walking. */
export function walk(event: KeyboardEvent<HTMLTableElement>): boolean {
  const table = event.currentTarget;
  const rows = table.tBodies[0]?.rows;
  const cell = event.target instanceof Element ? event.target.closest('td, th') : null;
  const row = cell?.parentElement;
  if (rows === undefined || !(cell instanceof HTMLTableCellElement) || !(row instanceof HTMLTableRowElement))
    return false;
  const all = event.ctrlKey ? FAR : 0;
  const step =
    event.key === 'Home'
      ? ([-all, -FAR] as const)
      : event.key === 'End'
        ? ([all, FAR] as const)
        : event.ctrlKey
          ? undefined
          : STEPS[event.key];
  if (step === undefined || event.altKey || event.metaKey || event.shiftKey) return false;
  const next = rows[within(row.sectionRowIndex + step[0], rows.length)];
  const stop = stopIn(next?.cells[within(cell.cellIndex + step[1], next.cells.length)]);
  if (stop === undefined) return false;
  moveStop(table, stop);
  stop.focus();
  return true;
}
