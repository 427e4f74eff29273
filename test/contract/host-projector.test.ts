// The window on the wall: let in by a pass for one view of one book, and nothing on it that is still sealed.
import { expect, test } from 'vitest';
import type { ProjectorView } from '../../shared/contract/projector-view.ts';
import { concluding, counted, inRound, joined, pageCast, pageNo, platformNo, seatNo, sheet } from './host-meeting.ts';
import { clientTo, codeOf, deskOf, granted, type Room, room, seen } from './host-room.ts';
import { stateAs } from './host-seat.ts';
import { tracesIn } from './leak-traces.ts';

const OTHER = 'ab'.repeat(32);

async function wallOf(at: Room, book: string) {
  const desk = await deskOf(at, 'opener');
  const { fragment, isShown } = granted(await desk.call('projector.open', { book }));
  const token = fragment.replace('#projector=', '');
  const wall = clientTo(at, 'wall');
  expect(granted(await wall.call('projector.enter', { token }))).toEqual({ book });
  return { wall, token, isShown };
}

test('[PJ1] a pass lets a link in for one view of one book, and it may do nothing', async () => {
  const at = await room();
  const { book } = await joined(at);
  const { wall, isShown } = await wallOf(at, book);
  expect(isShown).toBe(false);
  expect((await seen(wall, 'projector', { book })).subject).toBe('Họp thử');
  const told: string[] = [];
  for (const view of ['session', 'criteria', 'results', 'minutes', 'log'] as const)
    wall.watch(view, { book }, (value) => told.push(value.ok ? view : value.refusal.code));
  wall.watch('home', {}, (value) => told.push(value.ok ? 'home' : value.refusal.code));
  wall.watch('projector', { book: OTHER }, (value) => told.push(value.ok ? 'other' : value.refusal.code));
  await expect.poll(() => told).toEqual(Array.from({ length: 7 }, () => 'not-allowed'));
  for (const [method, input] of [
    ['projector.open', { book }],
    ['projector.point', { book, platform: 'x', criterion: null }],
    ['blob.open', { book, sha256: OTHER }],
    ['recording.read', { book, from: 1 }],
    ['criteria.list', {}],
  ] as const)
    expect(codeOf(await wall.call(method as 'blob.open', input as never))).toBe('not-allowed');
});

test('[PJ1] a wrong pass ends the link, and a new pass ends the old one’s use', async () => {
  const at = await room();
  const { book } = await joined(at);
  const guess = clientTo(at, 'guess');
  expect(['wrong-projector-token', 'link-lost']).toContain(
    codeOf(await guess.call('projector.enter', { token: 'ab'.repeat(24) })),
  );
  const { token } = await wallOf(at, book);
  const desk = await deskOf(at, 'again');
  granted(await desk.call('projector.open', { book }));
  expect(codeOf(await clientTo(at, 'old').call('projector.enter', { token }))).not.toBe('ok');
});

test('[PJ2] nothing that is sealed comes to the wall before it is counted; then the count does, and no seat’s mark', async () => {
  const at = await room();
  const { meeting, poll } = await inRound(at);
  const { book, desk } = meeting;
  const { wall } = await wallOf(at, book);
  const shown: string[] = [];
  wall.watch('projector', { book }, (value) => shown.push(JSON.stringify(value)));
  const secrets = new Map([['remark', 'HƯƠU CAO CỔ 7431']]);
  granted(await desk.call('projector.point', { book, platform: platformNo(meeting), criterion: 'p1' }));
  await pageCast(meeting, 3, poll, sheet('not-met', 'HƯƠU CAO CỔ 7431'));
  granted(await desk.call('round.close', { book, poll }));
  await expect
    .poll(() => shown.some((text) => text.includes('"step":"closed"') && text.includes('"cast":1')))
    .toBe(true);
  for (const text of shown) {
    expect(tracesIn(text, secrets)).toEqual([]);
    for (const word of ['"mark"', '"notMet"', '"outcome"', '"verdict"']) expect(text).not.toContain(word);
  }
  const after = await inRound(at);
  await counted(after.meeting, after.poll, 'met');
  granted(
    await desk.call('projector.point', {
      book: after.meeting.book,
      platform: platformNo(after.meeting),
      criterion: 'p1',
    }),
  );
  const view = await seen(desk, 'projector', { book: after.meeting.book });
  expect(view.criterion?.result).toMatchObject({ met: 5, notMet: 0, verdict: 'met' });
  expect(view.outcome).toMatchObject({ met: 4, notMet: 0, leftOut: 0 });
  expect(JSON.stringify(view)).not.toContain(seatNo(after.meeting, 3));
});

test('[PJ2] a vote on a conclusion shows how many have voted, and how only when it is closed', async () => {
  const at = await room();
  const { meeting, poll } = await inRound(at);
  await counted(meeting, poll);
  const { book, desk } = meeting;
  const { poll: vote, about } = await concluding(meeting);
  const body = { poll: vote, about: about as never, choice: 'disagree' as const };
  expect((await stateAs(pageNo(meeting, 3), { kind: 'vote-cast', body })).code).toBe('ok');
  const conclusion = async (): Promise<ProjectorView['conclusion']> =>
    (await seen(desk, 'projector', { book })).conclusion;
  expect(await conclusion()).toEqual({ text: 'Nền tảng đạt.', passed: null, cast: 1, entitled: 5, by: 'devices' });
  granted(await desk.call('conclusion.vote.close', { book, poll: vote }));
  expect(await conclusion()).toMatchObject({ passed: false, agree: 0, disagree: 1, abstain: 4 });
});

test('[PJ3] the desk and the chair point, nobody else', async () => {
  const at = await room();
  const { meeting } = await inRound(at);
  const { book } = meeting;
  const point = { book, platform: platformNo(meeting), criterion: 'p2' };
  expect(codeOf(await pageNo(meeting, 3).client.call('projector.point', point))).toBe('not-allowed');
  expect(codeOf(await pageNo(meeting, 0).client.call('projector.point', { ...point, criterion: 'zz' }))).toBe(
    'criterion-unknown',
  );
  expect(codeOf(await pageNo(meeting, 0).client.call('projector.point', { ...point, platform: 'zz' }))).not.toBe('ok');
  granted(await pageNo(meeting, 0).client.call('projector.point', point));
  const view = await seen(meeting.desk, 'projector', { book });
  expect(view.criterion).toMatchObject({ id: 'p2', number: 2, of: 4, statement: { vi: 'Tiêu chí p2' } });
});

test('[PJ4] pointing shows the wall anew, and no other view of the book', async () => {
  const at = await room();
  const { meeting } = await inRound(at);
  const { book, desk } = meeting;
  const platform = platformNo(meeting);
  const { wall } = await wallOf(at, book);
  const others: string[] = [];
  const walls: (string | undefined)[] = [];
  for (const view of ['session', 'log', 'minutes', 'results'] as const)
    desk.watch(view, { book }, () => others.push(view));
  desk.watch('home', {}, () => others.push('home'));
  wall.watch('projector', { book }, (view) => walls.push(granted(view).criterion?.id));
  await expect.poll(() => new Set([...others, ...walls]).size).toBe(6);
  const shown = others.length;
  for (const criterion of ['p2', 'p1', 'p2']) {
    granted(await desk.call('projector.point', { book, platform, criterion }));
    await expect.poll(() => walls.at(-1)).toBe(criterion);
  }
  expect(others).toHaveLength(shown);
});
