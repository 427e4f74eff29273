// Who has handed in a sheet, as the seats and the wall count it.
import { expect, test } from 'vitest';
import { entitledIn, isIn } from '../../../shared/contract/poll-sheets.ts';
import type { PollView, SheetState } from '../../../shared/contract/views.ts';

const STATES: readonly SheetState[] = [
  ...(['not-entitled', 'working', 'late'] as const),
  ...(['cast', 'standing', 'counted', 'set-aside', 'unopenable'] as const),
];

test('a late ballot is not in, and who is not entitled is not awaited', () => {
  const poll: Pick<PollView, 'sheets'> = {
    sheets: STATES.map((state) => ({ seat: state, state, reopened: 0, opened: false })),
  };
  const entitled = entitledIn(poll).map(({ state }) => state);
  expect(entitled).toEqual(STATES.slice(1));
  expect(entitled.filter((state) => !isIn(state))).toEqual(['working', 'late']);
});
