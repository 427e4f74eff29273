// A platform that was evaluated before, over the real host: found, named, carried where it asks the same, refused else.
import { expect, test } from 'vitest';
import { librarySet } from '../../electron/headless.ts';
import type { Hash } from '../../shared/base/ids.ts';
import type { Client } from '../../shared/contract/client.ts';
import type { SessionForm } from '../../shared/contract/methods.ts';
import type { CriteriaSet, Criterion } from '../../shared/criteria/criteria-set.ts';
import {
  counted,
  declare,
  inRound,
  joined,
  type Meeting,
  opened,
  pageNo,
  platformNo,
  sessionOf,
  sheet,
} from './host-meeting.ts';
import { codeOf, formOf, granted, type Room, room, SET, seen } from './host-room.ts';

/** The next version: p1 asks otherwise, p2 has another number, the rest is as it was. */
const revised = (criterion: Criterion): Criterion => {
  if (criterion.id === 'p1') return { ...criterion, statement: { vi: 'Tiêu chí p1, hằng năm', en: criterion.id } };
  return criterion.id === 'p2' ? { ...criterion, id: 'p9' } : criterion;
};
const NEXT: CriteriaSet = {
  ...SET,
  version: '2',
  groups: SET.groups.map((group) => ({ ...group, criteria: group.criteria.map(revised) })),
};
const [FIRST_SET, NEXT_SET] = [librarySet(SET), librarySet(NEXT)];

const formWith = (name: string, more: Partial<SessionForm> = {}): SessionForm => {
  const form = formOf(more);
  return { ...form, platforms: form.platforms.map((platform) => ({ ...platform, name })) };
};
const NAME = 'Nền tảng Đô thị số';
/** The same, as somebody types it who has no accents at hand. */
const TYPED = 'nen tang DO THI so';

const roomOf = async (): Promise<Room> => await room({ criteria: { sets: [FIRST_SET, NEXT_SET], leftOut: [] } });
/** A rehearsal like all meetings here, counted: p2 and m2 not met. */
async function evaluated(at: Room): Promise<Meeting> {
  const { meeting, poll } = await inRound(at, formWith(NAME));
  await counted(meeting, poll, { ...sheet('met'), p2: { mark: 'not-met' }, m2: { mark: 'not-met' } });
  return meeting;
}
const again = async (at: Room, more: Partial<SessionForm> = {}, who?: readonly number[]): Promise<Meeting> =>
  await joined(at, formWith(TYPED, { criteria: NEXT_SET.sha256 as Hash, ...more }), who);

const earlierTo = async ({ desk, book, ...rest }: Meeting) =>
  granted(await desk.call('platform.earlier', { book, platform: platformNo(rest) })).found;
const naming = async (meeting: Meeting, other: Meeting): Promise<string> =>
  codeOf(
    await meeting.desk.call('platform.name-before', {
      book: meeting.book,
      platform: platformNo(meeting),
      earlier: { book: other.book, platform: platformNo(other) },
    }),
  );
const beforeIn = async (client: Client, book: string) => (await seen(client, 'session', { book })).platforms[0]?.before;

test('[CY9] found by its name without accents, named, and carried exactly where the question is the same', async () => {
  const at = await roomOf();
  const first = await evaluated(at);
  const second = await again(at);
  const found = await earlierTo(second);
  expect(found).toEqual([
    { book: first.book, subject: 'Họp thử', at: expect.any(String), platform: platformNo(first), name: NAME },
  ]);
  expect((await sessionOf(second)).platforms[0]?.before).toBeUndefined();
  expect(await naming(second, first)).toBe('ok');
  const before = await beforeIn(second.desk, second.book);
  const [votes] = Object.values(before?.marks ?? {}).map(({ of }) => of);
  expect(votes).toBeGreaterThan(1);
  expect(before).toMatchObject({ book: first.book, version: '1', outcome: 'none', changed: ['p1'] });
  expect(before?.marks).toEqual({
    p9: { verdict: 'not-met', met: 0, of: votes },
    m1: { verdict: 'met', met: votes, of: votes },
    m2: { verdict: 'not-met', met: 0, of: votes },
  });
  // Members see the same; the first book says nothing new.
  expect(await beforeIn(pageNo(second, 4).client, second.book)).toEqual(before);
  expect((await sessionOf(first)).platforms[0]?.before).toBeUndefined();
});

test('[CY10] refused where nothing was revealed, for itself, between a rehearsal and a session, and after opening', async () => {
  const at = await roomOf();
  const first = await evaluated(at);
  const { meeting: open } = await inRound(at, formWith(NAME));
  const second = await again(at, {}, []);
  expect(await naming(second, open)).toBe('before-not-counted');
  expect(await naming(second, second)).toBe('before-itself');
  expect((await earlierTo(second)).map(({ book }) => book)).toEqual([first.book]);
  const real = await again(at, { kind: 'session' }, []);
  expect(await earlierTo(real)).toEqual([]);
  expect(await naming(real, first)).toBe('rehearsal-only');
  const late = await opened(second);
  expect(await naming(late, first)).toBe('meeting-already-open');
  for (const meeting of [second, real]) expect((await sessionOf(meeting)).platforms[0]?.before).toBeUndefined();
});

test('[CY10] a seat that may not be the desk names nothing and finds nothing', async () => {
  const at = await roomOf();
  const first = await evaluated(at);
  const second = await again(at);
  const asSeat = { ...second, desk: pageNo(second, 0).client };
  expect(await naming(asSeat, first)).not.toBe('ok');
  expect(
    codeOf(await asSeat.desk.call('platform.earlier', { book: second.book, platform: platformNo(second) })),
  ).not.toBe('ok');
  expect((await sessionOf(second)).platforms[0]?.before).toBeUndefined();
});

test('[CY11] a platform that is closed to a seat shows it none of what went before', async () => {
  const at = await roomOf();
  const first = await evaluated(at);
  const second = await again(at);
  expect(await naming(second, first)).toBe('ok');
  await declare(await opened(second), [3]);
  expect(await beforeIn(pageNo(second, 4).client, second.book)).toBeDefined();
  const closed = (await seen(pageNo(second, 3).client, 'session', { book: second.book })).platforms[0];
  expect(closed?.before).toBeUndefined();
  expect(JSON.stringify(closed)).not.toContain(first.book);
});
