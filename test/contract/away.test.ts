// A meeting whose members sit at machines of their own: they state, are cut off, come back, and all end with one book.
import { expect, test } from 'vitest';
import { nodeCiphers } from '../../electron/seal/node-ciphers.ts';
import { stateHash } from '../../shared/book/state-hash.ts';
import { carry, liveStateOf, type Machine, machineFor, meet, replicaOf, sessionAt } from './away-stage.ts';
import { joined, sheet } from './host-meeting.ts';
import { codeOf, formOf, granted, room, seen } from './host-room.ts';

type Council = {
  readonly book: string;
  readonly platform: string;
  readonly recorder: Machine;
  readonly members: readonly Machine[];
};

/** Chair, secretary (who records), reviewer and a member, each at a machine; present and declared. */
async function council(): Promise<Council> {
  const at = await room();
  const meeting = await joined(at, formOf(), []);
  const { desk, book, seats, platforms } = meeting;
  const recorder: Machine = { at, desk, replica: replicaOf(at), seat: seats[1] ?? '' };
  const members: Machine[] = [];
  for (const number of [0, 3, 4]) members.push(await machineFor(recorder, book, seats[number] ?? ''));
  granted(await desk.call('meeting.open', { book, presiding: seats[0] ?? '' }));
  for (const number of [0, 1, 3, 4])
    granted(await desk.call('attendance.mark', { book, seat: seats[number] ?? '', presence: 'present', note: '' }));
  const all = [recorder, ...members];
  await meet(all, book);
  const platform = platforms[0] ?? '';
  for (const each of all)
    granted(await each.desk.call('interest.declare', { book, declared: [{ platform, conflict: false }] }));
  await meet(all, book);
  return { book, platform, recorder, members };
}

async function mark({ desk }: Machine, book: string, poll: string, remark: string): Promise<void> {
  for (const [criterion, item] of Object.entries(sheet('met', remark)))
    granted(await desk.call('draft.save', { book, poll, criterion, item: item as never }));
}

const hashAt = (machine: Machine, book: string): string => stateHash(nodeCiphers.sha256, liveStateOf(machine, book));

test('[MM1] members at machines of their own cast while cut off, are admitted when they are back, and all see one result', async () => {
  const { book, platform, recorder, members } = await council();
  const [chair, reviewer, member] = members as [Machine, Machine, Machine];
  const all = [recorder, ...members];
  const { poll } = granted(await recorder.desk.call('round.open', { book, platform }));
  await meet(all, book);

  // Cut off, each marks and casts on its own machine.
  for (const each of all) {
    await mark(each, book, poll, `nhận xét ${each.seat}`);
    granted(await each.desk.call('ballot.cast', { book, poll }));
  }
  const waiting = await sessionAt(member, book);
  expect(waiting.away?.unruled.map(({ kind }) => kind)).toEqual(['ballot-cast']);
  expect(waiting.polls[0]?.sheets.find(({ seat }) => seat === member.seat)?.state).toBe('cast');
  expect((await sessionAt(recorder, book)).polls[0]?.sheets.find(({ seat }) => seat === member.seat)?.state).toBe(
    'working',
  );

  await meet(all, book);
  expect((await sessionAt(member, book)).away?.unruled).toEqual([]);
  granted(await recorder.desk.call('round.reveal', { book, poll }));
  await meet(all, book);
  expect(liveStateOf(recorder, book).polls[poll]?.step).toBe('counted');
  for (const each of all) expect(hashAt(each, book)).toBe(hashAt(recorder, book));
  const results = await Promise.all(all.map(async ({ desk }) => (await seen(desk, 'results', { book })).platforms));
  for (const each of results) expect(each).toEqual(results[0]);
  expect(results[0]?.[0]?.sheets).toHaveLength(4);
  expect([chair, reviewer].length).toBe(2);
});

test('[MM2] a sheet that comes after the close is late: kept, shown, not counted', async () => {
  const { book, platform, recorder, members } = await council();
  const [, , member] = members as [Machine, Machine, Machine];
  const all = [recorder, ...members];
  const { poll } = granted(await recorder.desk.call('round.open', { book, platform }));
  await meet(all, book);
  for (const each of all) {
    await mark(each, book, poll, 'x');
    granted(await each.desk.call('ballot.cast', { book, poll }));
  }
  await meet(all.slice(0, 3), book);
  granted(await recorder.desk.call('round.reveal', { book, poll }));
  await meet(all, book);
  expect(liveStateOf(recorder, book).polls[poll]?.step).toBe('counted');
  const mine = await sessionAt(member, book);
  expect(mine.away?.refused.map(({ kind, code }) => [kind, code])).toEqual([['ballot-cast', 'round-closed']]);
  expect((await seen(recorder.desk, 'results', { book })).platforms[0]?.sheets).toHaveLength(3);
  // The marks stay where they were made, for a written opinion.
  expect((await seen(member.desk, 'draft', { book, poll })).items['p1']?.remark).toBe('x p1');
  for (const each of all) expect(hashAt(each, book)).toBe(hashAt(recorder, book));
});

test('[MM3] acts of whoever records are refused elsewhere, and before the reveal no mark of others lies there', async () => {
  const { book, platform, recorder, members } = await council();
  const [chair, , member] = members as [Machine, Machine, Machine];
  const all = [recorder, ...members];
  const { poll } = granted(await recorder.desk.call('round.open', { book, platform }));
  await meet(all, book);
  await mark(chair, book, poll, 'chỉ chủ tịch biết');
  granted(await chair.desk.call('ballot.cast', { book, poll }));
  await meet(all, book);
  for (const [method, input] of [
    ['round.close', { book, poll }],
    ['round.open', { book, platform }],
    ['meeting.close', { book }],
    [
      'prose.save',
      { book, prose: { number: '', presentation: '', discussion: '', recommendation: '', recipients: [] } },
    ],
    ['seat.code', { book, seat: chair.seat }],
  ] as const)
    expect(codeOf(await member.desk.call(method, input as never)), method).toBe('not-recording');
  const texts = JSON.stringify([...(member.at.headless.host.desk.books.peek(book)?.book.feeds.values() ?? [])]);
  expect(texts).not.toContain('chỉ chủ tịch biết');
  expect((await seen(member.desk, 'results', { book })).platforms).toEqual([]);
  expect(await carry(member.replica, recorder.replica, book)).toEqual([]);
});
