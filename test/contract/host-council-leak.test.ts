// With a counting committee nobody but its members gets any value before its minutes stand: no view, no answer, no log line.
import { expect, test } from 'vitest';
import type { Item } from '../../shared/book/ballot.ts';
import type { Client } from '../../shared/contract/client.ts';
import type { CountView } from '../../shared/contract/council-views.ts';
import type { ViewName } from '../../shared/contract/views.ts';
import { WATCHABLE } from '../../shared/contract/watchable.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import { elected, wallOf, withRules } from './host-council-given.ts';
import {
  declare,
  deskCast,
  joinAs,
  joined,
  type Meeting,
  opened,
  openRound,
  pageCast,
  pageNo,
  platformNo,
  sheet,
  stateOf,
} from './host-meeting.ts';
import { codeOf, granted, type Room, room, type Said, seen } from './host-room.ts';
import { releaseAs, type Sealed, stateAs } from './host-seat.ts';
import { tracesIn } from './leak-traces.ts';

const MEMBERS = [3, 4, 5] as const;
const remark = (number: number) => `TÊ-TÊ-${number}-6617`;
const secrets = new Map([0, 1, 3, 4, 5].map((number) => [`remark ${number}`, remark(number)] as const));
const planted = (number: number): Record<string, Item> => ({
  ...sheet(number === 4 ? 'not-met' : 'met', remark(number)),
  p2: { mark: 'not-applicable', reason: remark(number) },
});

/** Members of JSON that only a value has: of a sheet, of a count, of a result. */
const VALUES = [
  /"(mark|met|notMet|verdict|margin|scores|positive|positiveBallots|agreement|dissent|alpha|valid|invalid|lines)"/,
  /"(points|notApplicable)":\d/,
  /"outcome":\{/,
];

const settled = async () => await new Promise((done) => setTimeout(done, 20));
const watchAll = (client: Client, book: string, who: 'desk' | 'seat' | 'projector'): void => {
  for (const [view, { who: allowed, params }] of Object.entries(WATCHABLE))
    if ((allowed as readonly string[]).includes(who) && params.safeParse({ book }).success)
      client.watch(view as ViewName as 'session', { book }, () => undefined);
  if (who === 'desk') client.watch('home', {}, () => undefined);
};

/** What came down to anybody, but to the committee's own members by their counting view. */
function overheard({ said }: Room): readonly Said[] {
  const counting = new Set(
    said
      .filter(({ link, way, text }) => way === 'up' && isMember(link) && text.includes('"view":"count"'))
      .map(({ link, text }) => `${link} ${JSON.parse(text).watch}`),
  );
  return said.filter(({ link, way, text }) => way === 'down' && !counting.has(`${link} ${JSON.parse(text).watch}`));
}
const isMember = (link: string): boolean => MEMBERS.some((number) => link === `seat ${number}`);

const told = (at: Room): string[] => [
  ...overheard(at).flatMap(({ link, text }) => [
    ...tracesIn(text, secrets).map((name) => `${link}: ${name}`),
    ...VALUES.flatMap((word) => word.exec(text)?.[0] ?? []).map((word) => `${link}: ${word} in ${text.slice(0, 200)}`),
  ]),
  ...at.log.flatMap((line) => tracesIn(line, secrets).map((name) => `log: ${name}`)),
];

async function countedUnseen(more: Partial<CouncilRules> = {}) {
  const at = await room();
  const form = withRules({ committee: 'three', individualSheets: more.secrecy !== 'secret', ...more });
  const meeting = await declare(await opened(await joined(at, form)));
  const { desk, book } = meeting;
  await elected(meeting, MEMBERS);
  await joinAs(meeting, 6);
  const pages = [...meeting.pages.values()];
  for (const page of pages) watchAll(page.client, book, 'seat');
  watchAll(desk, book, 'desk');
  watchAll(await wallOf(at, book), book, 'projector');
  const poll = await openRound(meeting);
  await deskCast(meeting, poll, planted(1));
  const casts = new Map<number, Sealed>();
  for (const number of [0, 3, 4, 5]) casts.set(number, await pageCast(meeting, number, poll, planted(number)));
  granted(await desk.call('round.reveal', { book, poll }));
  for (const [number, sealed] of casts) expect(await releaseAs(pageNo(meeting, number), sealed)).toBe('ok');
  await settled();
  expect(stateOf(meeting).polls[poll]?.step).toBe('counted');
  return { at, meeting, poll };
}

const RIGHT = {
  issued: 5,
  returned: 5,
  valid: 5,
  invalid: 0,
  positive: 4,
  lines: ['p1', 'p2', 'm1', 'm2'].map((criterion) => ({
    criterion,
    met: criterion === 'p2' ? 0 : 4,
    notMet: criterion === 'p2' ? 0 : 1,
    notApplicable: criterion === 'p2' ? 5 : 0,
    points: 0,
  })),
};
const reportAs = async (meeting: Meeting, number: number, poll: string, more: object = {}) =>
  (await stateAs(pageNo(meeting, number), { kind: 'count-reported', body: { poll, ...RIGHT, ...more } })).code;

for (const secrecy of ['blind', 'open', 'secret'] as const)
  test(`[HC20] ${secrecy}: until the counting minutes stand no value goes to anybody but the committee`, async () => {
    const { at, meeting, poll } = await countedUnseen({ secrecy });
    const { desk, book } = meeting;
    expect(told(at)).toEqual([]);
    expect(await reportAs(meeting, 3, poll)).toBe('ok');
    expect(await reportAs(meeting, 4, poll, { positive: 3, valid: 4 })).toBe('ok');
    expect(codeOf(await desk.call('count.agree', { book, poll }))).toBe('counts-differ');
    granted(await desk.call('projector.point', { book, platform: platformNo(meeting), criterion: 'p1' }));
    for (const refused of [
      await desk.call('conclusion.put', { book, platform: platformNo(meeting), text: 'x' }),
      await desk.call('minutes.write', { book }),
      await desk.call('minutes.preview', { book }),
      await desk.call('remark.make', { book, platform: platformNo(meeting), criterion: 'p1', text: 'x' }),
    ])
      expect(codeOf(refused)).not.toBe('ok');
    for (const page of meeting.pages.values()) await seen(page.client, 'results', { book });
    await settled();
    expect(told(at)).toEqual([]);
    expect(overheard(at).length).toBeGreaterThan(100);
    expect(await reportAs(meeting, 4, poll)).toBe('ok');
    await settled();
    expect(told(at)).toEqual([]);
    granted(await desk.call('count.agree', { book, poll }));
    await settled();
    const now = new Set(told(at).map((trace) => trace.split(':')[0]));
    expect([...now].sort()).toEqual(['desk', 'seat 0', 'seat 3', 'seat 4', 'seat 5', 'seat 6', 'wall']);
    const shown = await seen(desk, 'results', { book });
    expect(shown.platforms[0]?.result).toMatchObject({ valid: 5, positiveBallots: 4 });
    for (const page of meeting.pages.values()) expect(await seen(page.client, 'results', { book })).toEqual(shown);
    const seats = shown.platforms[0]?.sheets.map(({ seat }) => seat);
    expect(seats?.some((seat) => seat !== null)).toBe(secrecy !== 'secret');
  });

test('[HC20] the members see sheets without names, remarks or files, in the order of what stands on them', async () => {
  const { at, meeting, poll } = await countedUnseen();
  const { book, desk } = meeting;
  const counting = async (client: Client): Promise<CountView> => await seen(client, 'count', { book });
  const first = await counting(pageNo(meeting, 3).client);
  for (const number of [4, 5]) expect(await counting(pageNo(meeting, number).client)).toEqual(first);
  expect(first.polls.map((each) => [each.poll, each.round, each.issued, each.returned])).toEqual([[poll, 1, 5, 5]]);
  const sheets = first.polls[0]?.sheets ?? [];
  expect(sheets.map(({ items }) => items['p1']?.mark)).toEqual(['not-met', 'met', 'met', 'met', 'met']);
  for (const { items } of sheets) expect(Object.keys(items['p2'] ?? {})).toEqual(['mark']);
  for (const { seat } of Object.values(stateOf(meeting).seats)) expect(JSON.stringify(first)).not.toContain(seat);
  expect(tracesIn(JSON.stringify(first), secrets)).toEqual([]);
  for (const client of [desk, pageNo(meeting, 0).client, pageNo(meeting, 6).client])
    expect(await counting(client)).toEqual({ polls: [] });
  expect(told(at)).toEqual([]);
});

test('[HC20] the listening finds what is there: a value on any other link is heard', async () => {
  const { at, meeting } = await countedUnseen();
  await seen(pageNo(meeting, 3).client, 'count', { book: meeting.book });
  const toMembers = at.said.filter(({ way, text }) => way === 'down' && text.includes('"mark"'));
  expect(new Set(toMembers.map(({ link }) => link))).toEqual(new Set(['seat 3', 'seat 4', 'seat 5']));
  expect(told(at)).toEqual([]);
  at.said.push({ link: 'seat 0', way: 'down', text: '{"watch":999,"value":{"met":4}}' });
  expect(told(at)).toHaveLength(1);
});
