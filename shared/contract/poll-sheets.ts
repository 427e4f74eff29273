// What the sheets of a poll tell: who may hand one in, and whether it is in.
import type { PollView, SheetState } from './views.ts';

const IN: ReadonlySet<SheetState> = new Set(['cast', 'standing', 'counted', 'set-aside', 'unopenable']);

export const entitledIn = (poll: Pick<PollView, 'sheets'>): PollView['sheets'] =>
  poll.sheets.filter((sheet) => sheet.state !== 'not-entitled');

/** A ballot that came after the round was closed is not in: it counts for nothing. */
export const isIn = (state: SheetState): boolean => IN.has(state);
