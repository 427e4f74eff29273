// The rows of the log made ready for looking: which phase each belongs to, which day, and what is left after the filters.
import { PHASES, type Phase } from '../../shared/contract/phases.ts';
import type { LogView, SessionView } from '../../shared/contract/views.ts';
import { plain } from '../parts/find-panel.tsx';

export type LogRow = LogView['rows'][number];
export type ReadyRow = {
  readonly row: LogRow;
  readonly phase: Phase;
  readonly day: string;
  /** What the search looks in: name, act, code of the act, hash. */
  readonly text: string;
};
export type LogFilter = {
  readonly text: string;
  readonly kind: string;
  readonly seat: string;
  readonly phase: Phase | '';
  readonly refusedOnly: boolean;
};
export const NO_FILTER: LogFilter = { text: '', kind: '', seat: '', phase: '', refusedOnly: false };

/** The acts with which a phase begins; everything after one belongs to it until the next. */
const BEGINS: Readonly<Record<string, Phase>> = {
  'book-opened': 'prepare',
  'meeting-opened': 'attendance',
  revealed: 'reveal',
  'conclusion-put': 'conclusion',
  'minutes-written': 'minutes',
  'meeting-closed': 'signing',
};

/**
 * Rows come in the order of their claimed times. A poll that opens begins the scoring, or goes on with the conclusion
 * that it votes on: the session's own polls tell which.
 */
export function readyRows(
  rows: readonly LogRow[],
  session: Pick<SessionView, 'polls'>,
  words: {
    readonly name: (seat: string) => string;
    readonly kind: (kind: string) => string;
    readonly day: (at: string) => string;
  },
): readonly ReadyRow[] {
  const votes = new Set(session.polls.filter((poll) => poll.of === 'conclusion').map(({ openedAt }) => openedAt));
  let phase: Phase = PHASES[0];
  return rows.map((row) => {
    if (row.kind === 'poll-opened') phase = votes.has(row.at) ? 'conclusion' : 'scoring';
    else if (row.refused === undefined) phase = BEGINS[row.kind] ?? phase;
    return {
      row,
      phase,
      day: words.day(row.at),
      text: plain(`${words.name(row.seat)} ${words.kind(row.kind)} ${row.kind} ${row.hash}`),
    };
  });
}

export function filterRows(rows: readonly ReadyRow[], filter: LogFilter): readonly ReadyRow[] {
  const wanted = plain(filter.text.trim()).split(/\s+/).filter(Boolean);
  return rows.filter(
    ({ row, phase, text }) =>
      (filter.kind === '' || row.kind === filter.kind) &&
      (filter.seat === '' || row.seat === filter.seat) &&
      (filter.phase === '' || phase === filter.phase) &&
      (!filter.refusedOnly || row.refused !== undefined) &&
      wanted.every((word) => text.includes(word)),
  );
}

/** Neighbouring rows of one day together. */
export function byDay(
  rows: readonly ReadyRow[],
): readonly { readonly day: string; readonly rows: readonly ReadyRow[] }[] {
  const days: { readonly day: string; readonly rows: ReadyRow[] }[] = [];
  for (const row of rows) {
    const last = days.at(-1);
    if (last?.day === row.day) last.rows.push(row);
    else days.push({ day: row.day, rows: [row] });
  }
  return days;
}
