// The discussion as it is led: who asks, who has the floor, what everybody follows; presence that no entry keeps.
import { expect, test } from 'vitest';
import type { TalkView } from '../../shared/contract/council-views.ts';
import { wallOf } from './host-council-given.ts';
import { inRound, joined, pageNo, platformNo, seatNo, stateOf } from './host-meeting.ts';
import { codeOf, granted, room, seen } from './host-room.ts';

test('[HC18] who asks to speak waits in order, is given the floor, and may withdraw', async () => {
  const { meeting } = await inRound(await room());
  const { desk, book } = meeting;
  const chair = pageNo(meeting, 0).client;
  const talk = async (): Promise<TalkView> => await seen(pageNo(meeting, 4).client, 'talk', { book });
  const ask = async (number: number, wish = true) =>
    granted(await pageNo(meeting, number).client.call('talk.ask', { book, ask: wish }));
  expect(await talk()).toEqual({ follow: false, budget: null, queue: [] });
  const before = stateOf(meeting).recording.seq;
  for (const number of [5, 3, 5, 4]) await ask(number);
  granted(await desk.call('talk.ask', { book, ask: true }));
  expect((await talk()).queue).toEqual([5, 3, 4, 1].map((number) => seatNo(meeting, number)));
  await ask(4, false);
  expect(codeOf(await pageNo(meeting, 3).client.call('talk.lead', { book, floor: seatNo(meeting, 3) }))).toBe(
    'not-allowed',
  );
  granted(await chair.call('talk.lead', { book, floor: seatNo(meeting, 3) }));
  expect(await talk()).toMatchObject({
    floor: seatNo(meeting, 3),
    queue: [seatNo(meeting, 5), seatNo(meeting, 1)],
  });
  const wall = await wallOf(meeting.at, book);
  expect(await seen(wall, 'projector', { book })).toMatchObject({ floor: 'Người Dũng', asking: 2 });
  // Who speaks does not wait as well, and lets the floor go.
  await ask(3);
  expect((await talk()).queue).toHaveLength(2);
  await ask(3, false);
  expect((await talk()).floor).toBeUndefined();
  granted(await desk.call('talk.lead', { book, floor: seatNo(meeting, 5) }));
  granted(await desk.call('talk.lead', { book, floor: null }));
  expect((await talk()).floor).toBeUndefined();
  expect(codeOf(await desk.call('talk.lead', { book, floor: 'ab'.repeat(8) }))).toBe('seat-unknown');
  expect(stateOf(meeting).recording.seq).toBe(before);
});

test('[HC19] every screen can follow what the chair points at, with its time; no other view is shown anew for it', async () => {
  const { meeting } = await inRound(await room());
  const { desk, book } = meeting;
  const platform = platformNo(meeting);
  const chair = pageNo(meeting, 0).client;
  const page = pageNo(meeting, 3).client;
  const others: string[] = [];
  const talks: TalkView[] = [];
  for (const view of ['session', 'log', 'minutes', 'results', 'count'] as const)
    page.watch(view, { book }, () => others.push(view));
  desk.watch('home', {}, () => others.push('home'));
  page.watch('talk', { book }, (value) => talks.push(granted(value)));
  await expect.poll(() => new Set(others).size + Math.min(1, talks.length)).toBe(7);
  const shown = others.length;
  granted(await chair.call('talk.lead', { book, follow: true, budget: 120 }));
  await expect.poll(() => talks.at(-1)).toMatchObject({ follow: true, budget: 120 });
  granted(await chair.call('projector.point', { book, platform, criterion: 'p1' }));
  await expect.poll(() => talks.at(-1)).toMatchObject({ platform, criterion: 'p1' });
  const since = talks.at(-1)?.since;
  expect(since).toMatch(/^\d{4}-.*Z$/);
  granted(await chair.call('projector.point', { book, platform, criterion: 'p1' }));
  granted(await page.call('talk.ask', { book, ask: true }));
  await expect.poll(() => talks.at(-1)?.queue).toEqual([seatNo(meeting, 3)]);
  expect(talks.at(-1)?.since).toBe(since);
  granted(await chair.call('projector.point', { book, platform, criterion: 'p2' }));
  await expect.poll(() => talks.at(-1)?.criterion).toBe('p2');
  expect(talks.at(-1)?.since).not.toBe(since);
  granted(await chair.call('talk.lead', { book, follow: false, budget: null }));
  await expect.poll(() => talks.at(-1)).toMatchObject({ follow: false, budget: null });
  expect(others).toHaveLength(shown);
  for (const budget of [9, 7_201, 1.5])
    expect(codeOf(await chair.call('talk.lead', { book, budget }))).toBe('bad-input');
});

test('[HC18] nobody asks to speak before the meeting is opened, and the adjournment ends the queue', async () => {
  const early = await joined(await room());
  expect(codeOf(await pageNo(early, 3).client.call('talk.ask', { book: early.book, ask: true }))).toBe(
    'meeting-not-open',
  );
  const { meeting, poll } = await inRound(await room());
  const { desk, book } = meeting;
  granted(await pageNo(meeting, 3).client.call('talk.ask', { book, ask: true }));
  granted(await desk.call('talk.lead', { book, floor: seatNo(meeting, 4) }));
  granted(await desk.call('round.reveal', { book, poll }));
  granted(await desk.call('meeting.adjourn', { book, until: '', note: '' }));
  expect(await seen(desk, 'talk', { book })).toEqual({ follow: false, budget: null, queue: [] });
});
