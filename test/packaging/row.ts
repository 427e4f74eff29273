// One line of a report: what was looked at, whether it holds, and what was seen.
export type Row = { readonly what: string; readonly holds: boolean; readonly says: string };

/** Holds where nothing is at fault; the first few faults are named. */
export const rowOf = (what: string, faults: readonly string[], seen: string): Row => ({
  what,
  holds: faults.length === 0,
  says:
    faults.length === 0
      ? seen
      : `${faults.slice(0, 8).join('; ')}${faults.length > 8 ? `; and ${faults.length - 8} more` : ''}`,
});

export function printRows(title: string, rows: readonly Row[], write: (line: string) => void): void {
  const width = Math.max(...rows.map(({ what }) => what.length));
  write(`\n${title}`);
  for (const { what, holds, says } of rows) write(`  ${holds ? '✓' : '✗'} ${what.padEnd(width)}  ${says}`);
}

/** `1.4 MB`, `212 KB`. */
export const sizeWords = (bytes: number): string =>
  bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e3).toFixed(1)} KB`;
