// A platform that the host has closed to a recused seat does not read there as one that is still to be concluded.
import { expect, test } from 'vitest';
import { isClosedHere, platformAtHand } from '../../../renderer/state/session.ts';
import type { PlatformView, SessionView } from '../../../shared/contract/views.ts';
import { givenSession } from '../../gallery/given-session.ts';

test('[HR5] the platform at hand is one that is open to who looks; the desk goes on in the order of the table', () => {
  const given = givenSession({ phase: 'attendance', as: 'seat', me: 2 });
  const [first] = given.platforms;
  const mine = given.me.seat ?? '';
  if (first === undefined) throw new Error('no platform');
  const { conclusion: _, ...unconcluded } = first;
  const closed: PlatformView = { ...unconcluded, recused: [mine] };
  const next: PlatformView = { ...unconcluded, platform: 'f'.repeat(16), recused: [] };
  const session: SessionView = { ...given, polls: [], platforms: [closed, next] };
  expect([isClosedHere(session, closed), isClosedHere(session, next)]).toEqual([true, false]);
  expect(platformAtHand(session)?.platform).toBe(next.platform);
  const desk: SessionView = { ...session, me: { ...session.me, as: 'desk' } };
  expect(isClosedHere(desk, closed)).toBe(false);
  expect(platformAtHand(desk)?.platform).toBe(closed.platform);
});
