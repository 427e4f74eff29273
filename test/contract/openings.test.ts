// Who has opened which evidence, at a real host: a count for chair and secretary before the reveal, names after it.
import { expect, test } from 'vitest';
import type { Client } from '../../shared/contract/client.ts';
import type { SessionForm } from '../../shared/contract/methods.ts';
import {
  counted,
  declare,
  joined,
  type Meeting,
  opened,
  openRound,
  pageNo,
  platformNo,
  seatNo,
} from './host-meeting.ts';
import { formOf, granted, type Room, room, seen } from './host-room.ts';
import { salt, stateAs } from './host-seat.ts';

async function withFile(at: Room, rules: Partial<SessionForm['rules']> = {}) {
  const { sha256 } = granted(await at.headless.store.putBlob([Buffer.from('%PDF-1.7 minh chứng')], { maxBytes: 99 }));
  const [platform] = formOf().platforms;
  if (platform === undefined) throw new Error('no platform');
  const evidence = {
    sha256: sha256 as never,
    title: 'Báo cáo',
    kind: 'survey' as const,
    supplier: 'Cơ quan',
    date: '2026-01-01',
    label: 'public' as const,
    criteria: [],
  };
  const form = formOf({ platforms: [{ ...platform, evidence: [evidence] }] });
  const meeting = await declare(await opened(await joined(at, { ...form, rules: { ...form.rules, ...rules } })));
  return { meeting, sha256 };
}

const states = async (meeting: Meeting, number: number, sha256: string): Promise<string> => {
  const body = { _salt: salt(), platform: platformNo(meeting), opened: [sha256 as never] };
  return (await stateAs(pageNo(meeting, number), { kind: 'evidence-opened', body })).code;
};
const openingsFor = async (client: Client, book: string) =>
  (await seen(client, 'session', { book })).platforms[0]?.openings;
/** Everything that a client is shown, as text. */
const allOf = async (client: Client, book: string): Promise<string> =>
  JSON.stringify(
    await Promise.all(
      (['session', 'results', 'criteria', 'log', 'minutes'] as const).map((view) =>
        seen(client, view as 'session', { book }),
      ),
    ),
  );

test('[OP2] before the reveal openings are counts for chair and secretary, and nothing of them reaches anybody else', async () => {
  const at = await room();
  const { meeting, sha256 } = await withFile(at);
  const { desk, book } = meeting;
  const poll = await openRound(meeting);
  const [chair, reader, other] = [pageNo(meeting, 0), pageNo(meeting, 3), pageNo(meeting, 4)];
  granted(await desk.call('opening.note', { book, platform: platformNo(meeting), sha256: sha256 as never }));
  granted(await reader.client.call('presence.report', { book, poll, marked: 0, opened: 1 }));
  granted(await other.client.call('presence.report', { book, poll, marked: 0, opened: 0 }));

  const countsFor = async (client: Client) =>
    (await seen(client, 'session', { book })).polls[0]?.sheets.flatMap(({ seat, openedFiles }) =>
      openedFiles === undefined ? [] : [[seat, openedFiles]],
    );
  const counts = [
    [seatNo(meeting, 3), 1],
    [seatNo(meeting, 4), 0],
  ];
  for (const leads of [desk, chair.client]) expect(await countsFor(leads)).toEqual(expect.arrayContaining(counts));
  for (const member of [reader.client, other.client]) {
    expect(await countsFor(member)).toEqual([]);
    const all = await allOf(member, book);
    expect(all).not.toContain('openedFiles');
    expect(all).not.toContain('evidence-opened');
  }
  for (const client of [desk, chair.client, other.client]) expect(await openingsFor(client, book)).toEqual([]);
  expect(JSON.stringify(await seen(desk, 'log', { book }))).not.toContain('evidence-opened');
  // Said too early it is refused, and stands in no view.
  expect(await states(meeting, 3, sha256)).not.toBe('ok');
  expect(await openingsFor(other.client, book)).toEqual([]);

  await counted(meeting, poll);
  await expect.poll(() => openingsFor(other.client, book)).toEqual([{ seat: seatNo(meeting, 1), opened: [sha256] }]);
  expect(await states(meeting, 3, sha256)).toBe('ok');
  const both = [
    { seat: seatNo(meeting, 1), opened: [sha256] },
    { seat: seatNo(meeting, 3), opened: [sha256] },
  ];
  for (const client of [desk, other.client])
    expect(await openingsFor(client, book)).toEqual(expect.arrayContaining(both));
  // The counts were presence: they are gone with the round.
  expect(await countsFor(desk)).toEqual([]);
});

test('[OP2] where the rules allow names at once, a statement stands before the reveal', async () => {
  const at = await room();
  const { meeting, sha256 } = await withFile(at, { openings: 'named-at-once' });
  const { desk, book } = meeting;
  await openRound(meeting);
  granted(await desk.call('opening.note', { book, platform: platformNo(meeting), sha256: sha256 as never }));
  expect(await states(meeting, 3, sha256)).toBe('ok');
  await expect
    .poll(() => openingsFor(pageNo(meeting, 4).client, book))
    .toEqual(
      expect.arrayContaining([
        { seat: seatNo(meeting, 1), opened: [sha256] },
        { seat: seatNo(meeting, 3), opened: [sha256] },
      ]),
    );
});
