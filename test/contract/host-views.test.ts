// Every view shows the members listed here and no other, by who looks: a new member is a decision, not an accident.
import { expect, test } from 'vitest';
import type { Client } from '../../shared/contract/client.ts';
import type { ViewName } from '../../shared/contract/views.ts';
import {
  concluding,
  counted,
  declare,
  joinAs,
  joined,
  type Meeting,
  opened,
  openRound,
  pageCast,
  pageNo,
  platformNo,
  seatNo,
} from './host-meeting.ts';
import { CRITERIA, formOf, granted, type Room, room, seen } from './host-room.ts';
import { salt, stateAs } from './host-seat.ts';
import { DESK_ONLY, MEMBERS } from './host-view-members.ts';

/** Paths of all members; lists fold into `[]`, ids and criteria into `*`. */
function pathsOf(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.length === 0 ? [`${at}[]`] : value.flatMap((one) => pathsOf(one, `${at}[]`));
  if (typeof value !== 'object' || value === null) return [at];
  const entries = Object.entries(value);
  if (entries.length === 0) return [`${at}{}`];
  const named = (key: string) =>
    /^[0-9a-f]{16}([0-9a-f]{48})?$/.test(key) || (CRITERIA as readonly string[]).includes(key) ? '*' : key;
  return entries.flatMap(([key, member]) => pathsOf(member, `${at}.${named(key)}`));
}

/** With the parts below a list or an object that is empty at one moment and filled at another. */
const union = (values: readonly unknown[]): string[] => {
  const paths = new Set(values.flatMap((value) => pathsOf(value)));
  return [...paths]
    .filter(
      (path) =>
        !/(\[\]|\{\})$/.test(path) ||
        ![...paths].some((other) => other !== path && other.startsWith(path.slice(0, -2))),
    )
    .sort();
};

const evidence = async ({ headless }: Room) => {
  const { sha256 } = granted(await headless.store.putBlob([Buffer.from('%PDF-1.7 minh chứng')], { maxBytes: 99 }));
  return {
    sha256: sha256 as never,
    title: 'Báo cáo',
    kind: 'survey' as const,
    supplier: 'Cơ quan',
    date: '2026-01-01',
    label: 'public' as const,
    criteria: ['p1'],
  };
};

/** One meeting with everything in it; `look` is called at every turn. */
async function play(look: (meeting: Meeting, poll: string) => Promise<void>): Promise<void> {
  const at = await room();
  const [platform] = formOf().platforms;
  if (platform === undefined) throw new Error('no platform');
  const form = formOf({ platforms: [{ ...platform, evidence: [await evidence(at)] }] });
  const meeting = await declare(await opened(await joined(at, form, [0, 3, 4, 5])), [5]);
  const { desk, book } = meeting;
  await joinAs(meeting, 6);
  granted(
    await desk.call('opinion.record', { book, platform: platformNo(meeting), seat: seatNo(meeting, 2), text: 'Thư' }),
  );
  const poll = await openRound(meeting);
  granted(await desk.call('presence.report', { book, poll, marked: 1 }));
  granted(
    await desk.call('draft.save', {
      book,
      poll,
      criterion: 'p2',
      item: {
        mark: 'not-applicable',
        reason: 'r',
        remark: 'm',
        cites: [{ evidence: '0'.repeat(16), sha256: 'ab'.repeat(32), page: 1 }],
      },
    }),
  );
  await look(meeting, poll);
  await pageCast(meeting, 5, poll);
  await counted(
    { ...meeting, pages: new Map([...meeting.pages].filter(([number]) => ![5, 6].includes(number))) },
    poll,
  );
  await look(meeting, poll);
  const { conclusion, poll: vote, about } = await concluding(meeting);
  granted(await desk.call('vote.cast', { book, poll: vote, about, choice: 'agree' }));
  granted(await desk.call('conclusion.vote.close', { book, poll: vote }));
  const body = { _salt: salt(), conclusion, about: about as never, text: 'Giữ' };
  await stateAs(pageNo(meeting, 3), { kind: 'reservation-made', body });
  granted(await desk.call('minutes.write', { book }));
  const sha256 = (await seen(desk, 'session', { book })).minutes.written?.sha256 ?? '';
  granted(await desk.call('minutes.approve', { book, sha256 }));
  await look(meeting, poll);
  granted(await desk.call('meeting.close', { book }));
  granted(await desk.call('minutes.seal', { book }));
  granted(await desk.call('minutes.rehearsal-sign', { book, field: 'ThuKy' }));
  await look(meeting, poll);
}

const VIEWS = ['session', 'criteria', 'results', 'log'] satisfies ViewName[];
async function shown(): Promise<Map<string, string[]>> {
  const values = new Map<string, unknown[]>();
  const note = (name: string, value: unknown) =>
    values.set(name, [...(values.get(name) ?? []), structuredClone(value)]);
  await play(async (meeting, poll) => {
    const { desk, book } = meeting;
    const views = async (who: string, client: Client) => {
      for (const view of VIEWS) note(`${who} ${view}`, await seen(client, view as 'log', { book }));
      const { minutes, ...rest } = await seen(client, 'minutes', { book });
      note(`${who} minutes`, { ...rest, ...(minutes ? { minutes: 'content' } : {}) });
    };
    await views('desk', desk);
    await views('member', pageNo(meeting, 3).client);
    await views('observer', pageNo(meeting, 6).client);
    note('desk draft', await seen(desk, 'draft', { book, poll }));
    note('desk home', await seen(desk, 'home', {}));
  });
  return new Map([...values].map(([name, each]) => [name, union(each)]));
}

const words = (text: string): string[] => text.trim().split(/\s+/);
/** What is shown and was not decided on, and what was decided on and is not shown. */
function differing(found: readonly string[], listed: readonly string[]) {
  const allowed = new Set(listed.map((path) => path.replace('?', '')));
  const shownPaths = new Set(found.map((path) => path.slice(1)));
  return {
    unexpected: [...shownPaths].filter((path) => !allowed.has(path)),
    missing: listed.filter((path) => !path.endsWith('?') && !shownPaths.has(path)),
  };
}

test('[L10] each view shows the members that were decided on and no other, for desk, member and observer', async () => {
  const found = await shown();
  const none = { unexpected: [], missing: [] };
  for (const view of [...VIEWS, 'minutes'] as const) {
    const own = view === 'session' ? words(DESK_ONLY) : [];
    expect(differing(found.get(`desk ${view}`) ?? [], [...words(MEMBERS[view]), ...own]), `desk ${view}`).toEqual(none);
    for (const who of ['member', 'observer'])
      expect(differing(found.get(`${who} ${view}`) ?? [], words(MEMBERS[view])), `${who} ${view}`).toEqual(none);
  }
  for (const view of ['draft', 'home'] as const)
    expect(differing(found.get(`desk ${view}`) ?? [], words(MEMBERS[view])), view).toEqual(none);
});
