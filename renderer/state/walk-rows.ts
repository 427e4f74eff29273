// Rows with one stop of Tab: arrows, Home and End go from row to row, and each one that is come to is chosen.
import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, (at: number, all: number) => number>> = {
  ArrowDown: (at, all) => Math.min(at + 1, all - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, all) => all - 1,
};

/** @param selector of a row, below the element that hears the key */
export function walkRows(event: KeyboardEvent<HTMLElement>, selector: string): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
  const at = event.target instanceof HTMLElement ? rows.indexOf(event.target) : -1;
  const step = STEPS[event.key];
  if (at < 0 || step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const next = rows[step(at, rows.length)];
  next?.focus();
  next?.click();
}
