// Where a session stands, read off its state.
import { expect, test } from 'vitest';
import { phaseOf } from '../../../electron/host/phase.ts';
import type { State } from '../../../shared/book/state.ts';
import { concluded, council, openPoll, PLATFORM, revealed, stateOf } from '../format/given.ts';

const changed = (state: State, change: (state: State) => void): State => {
  const copy = structuredClone(state);
  change(copy);
  return copy;
};
const origin = { entry: 'ab'.repeat(32) as never, at: '' };

test('[H31] each step of a meeting is one phase', async () => {
  const met = stateOf(council());
  const voting = stateOf((await concluded()).session);
  const vote = Object.keys(voting.polls).at(-1) ?? '';
  const voted = changed(voting, (copy) => Object.assign(copy.polls[vote] ?? {}, { step: 'closed' }));
  const written = changed(voted, (copy) =>
    Object.assign(copy.minutes, { written: { sha256: origin.entry, facts: [], prose: {}, origin } }),
  );
  const closed = changed(written, (copy) => Object.assign(copy.meeting, { closed: origin }));
  const sealed = changed(closed, (copy) => Object.assign(copy.minutes, { sealed: { sha256: origin.entry, origin } }));
  const signed = (count: number) =>
    changed(sealed, (copy) => copy.minutes.signatures.push(...Array.from({ length: count }, () => ({}) as never)));
  expect([
    phaseOf(changed(met, (copy) => Object.assign(copy, { meeting: { passed: [], sittings: [] } }))),
    phaseOf(met),
    phaseOf(stateOf(openPoll(council()))),
    phaseOf(stateOf((await revealed()).session)),
    phaseOf(voting),
    phaseOf(voted),
    phaseOf(written),
    phaseOf(closed),
    phaseOf(sealed),
    phaseOf(signed(1)),
    phaseOf(signed(2)),
  ]).toEqual([
    'prepare',
    'attendance',
    'scoring',
    'reveal',
    'conclusion',
    'conclusion',
    'minutes',
    'signing',
    'signing',
    'signing',
    'done',
  ]);
});

test('[H31] with a platform still to be judged the session goes on scoring', async () => {
  const voting = stateOf((await concluded()).session);
  const more = changed(voting, (copy) => {
    const platform = copy.platforms[PLATFORM];
    if (platform) copy.platforms['0'.repeat(16)] = { ...platform, platform: '0'.repeat(16) };
  });
  expect(phaseOf(more)).toBe('scoring');
});
