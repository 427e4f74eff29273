// The recording machine fails in the middle of a round: a keeper's machine goes on, the meeting ends, and the old one comes back.
import { expect, test } from 'vitest';
import { nodeCiphers } from '../../electron/seal/node-ciphers.ts';
import { audit } from '../../shared/book/audit.ts';
import { stateHash } from '../../shared/book/state-hash.ts';
import type { RecordingView } from '../../shared/contract/recording-methods.ts';
import { liveStateOf, type Machine, machineFor, meet, replicaOf, sessionAt } from './away-stage.ts';
import { joined, sheet } from './host-meeting.ts';
import { codeOf, formOf, granted, room, seen } from './host-room.ts';

const recordingAt = async ({ desk }: Machine, book: string): Promise<RecordingView> =>
  await seen(desk, 'recording', { book });
const hashAt = (machine: Machine, book: string): string => stateHash(nodeCiphers.sha256, liveStateOf(machine, book));

/** Secretary (records), chair, vice-chair and a member, each at a machine; a round is open and nobody has cast. */
async function inRound() {
  const at = await room();
  const { desk, book, seats, platforms } = await joined(at, formOf(), []);
  const secretary: Machine = { at, desk, replica: replicaOf(at), seat: seats[1] ?? '' };
  const [chair, vice, member] = [
    await machineFor(secretary, book, seats[0] ?? ''),
    await machineFor(secretary, book, seats[2] ?? ''),
    await machineFor(secretary, book, seats[4] ?? ''),
  ];
  granted(await desk.call('meeting.open', { book, presiding: seats[0] ?? '' }));
  for (const number of [0, 1, 2, 4])
    granted(await desk.call('attendance.mark', { book, seat: seats[number] ?? '', presence: 'present', note: '' }));
  const all = [secretary, chair, vice, member];
  await meet(all, book);
  const platform = platforms[0] ?? '';
  for (const each of all)
    granted(await each.desk.call('interest.declare', { book, declared: [{ platform, conflict: false }] }));
  await meet(all, book);
  const { poll } = granted(await desk.call('round.open', { book, platform }));
  await meet(all, book);
  return { book, platform, poll, seats, secretary, chair, vice, member, all };
}

async function cast({ desk }: Machine, book: string, poll: string): Promise<void> {
  for (const [criterion, item] of Object.entries(sheet()))
    granted(await desk.call('draft.save', { book, poll, criterion, item: item as never }));
  granted(await desk.call('ballot.cast', { book, poll }));
}

test('[TO1] two of three keepers take the recording over in the middle of a round, and nothing that was said is lost', async () => {
  const { book, platform, poll, secretary, chair, vice, member, all } = await inRound();
  await cast(chair, book, poll);
  await cast(secretary, book, poll);
  await meet(all, book);
  // The secretary's machine is gone; one more entry of it never reached anybody.
  granted(await secretary.desk.call('attendance.mark', { book, seat: member.seat, presence: 'left', note: '' }));
  const left = [chair, vice, member];
  await cast(member, book, poll);
  await meet(left, book);
  expect((await sessionAt(member, book)).away?.unruled).toHaveLength(1);

  granted(await vice.desk.call('takeover.propose', { book }));
  expect(codeOf(await vice.desk.call('takeover.finish', { book }))).toBe('passing-minority');
  await meet(left, book);
  const open = (await recordingAt(chair, book)).proposal;
  expect(open).toMatchObject({ by: vice.seat, term: 1, agreed: [vice.seat], needed: 2, mayAgree: true });
  expect((await recordingAt(member, book)).proposal?.mayAgree).toBe(false);
  granted(await chair.desk.call('takeover.agree', { book, proposal: open?.proposal ?? '' }));
  await meet(left, book);
  granted(await vice.desk.call('takeover.finish', { book }));
  await meet(left, book);

  const now = await recordingAt(vice, book);
  expect(now).toMatchObject({ isHere: true, term: 1, recorder: vice.seat, link: 'here' });
  expect((await sessionAt(member, book)).away?.unruled).toEqual([]);
  await cast(vice, book, poll);
  granted(await vice.desk.call('round.reveal', { book, poll }));
  await meet(left, book);
  // The secretary's key lies on the machine that is gone.
  expect(liveStateOf(vice, book).polls[poll]?.step).toBe('revealed');

  await meet(all, book);
  expect(liveStateOf(vice, book).polls[poll]?.step).toBe('counted');
  for (const each of all) expect(hashAt(each, book)).toBe(hashAt(vice, book));
  const back = await recordingAt(secretary, book);
  expect(back).toMatchObject({ isHere: false, recorder: vice.seat });
  expect(back.tail?.rows.map(({ kind }) => kind)).toEqual(['attendance-marked']);
  expect(back.tail?.isSeen).toBe(false);
  granted(await secretary.desk.call('tail.seen', { book }));
  expect((await recordingAt(secretary, book)).tail?.isSeen).toBe(true);
  expect(codeOf(await secretary.desk.call('round.open', { book, platform }))).toBe('not-recording');
  expect((await sessionAt(vice, book)).seats.find(({ seat }) => seat === member.seat)?.presence).toBe('present');
  expect((await seen(member.desk, 'results', { book })).platforms[0]?.sheets).toHaveLength(4);
  const live = vice.at.headless.host.desk.books.peek(book);
  expect(live && audit(live.book, nodeCiphers.sha256).deviations).toEqual([]);
});

test('[TO2] a willing handover: the other machine takes it up by itself, and the one that gave it writes no more', async () => {
  const { book, poll, secretary, vice, all } = await inRound();
  granted(await secretary.desk.call('recording.hand-over', { book, seat: vice.seat }));
  await meet(all, book);
  expect(await recordingAt(vice, book)).toMatchObject({ isHere: true, term: 1 });
  expect(await recordingAt(secretary, book)).toMatchObject({ isHere: false, recorder: vice.seat });
  expect((await recordingAt(secretary, book)).tail).toBeUndefined();
  for (const each of all) await cast(each, book, poll);
  await meet(all, book);
  granted(await vice.desk.call('round.reveal', { book, poll }));
  await meet(all, book);
  for (const each of all) expect(liveStateOf(each, book).polls[poll]?.step).toBe('counted');
  for (const each of all) expect(hashAt(each, book)).toBe(hashAt(vice, book));
});

test('[TO3] a reveal that only the old machine saw spoils the round, which is held again', async () => {
  const { book, platform, poll, secretary, chair, vice, member, all } = await inRound();
  for (const each of all) await cast(each, book, poll);
  await meet(all, book);
  // Revealed on the secretary's machine alone, while the others pass the recording on.
  granted(await secretary.desk.call('round.reveal', { book, poll }));
  const left = [chair, vice, member];
  granted(await vice.desk.call('takeover.propose', { book }));
  await meet(left, book);
  granted(
    await chair.desk.call('takeover.agree', {
      book,
      proposal: (await recordingAt(chair, book)).proposal?.proposal ?? '',
    }),
  );
  await meet(left, book);
  granted(await vice.desk.call('takeover.finish', { book }));
  await meet(all, book);
  expect((await recordingAt(vice, book)).spoiled).toEqual([poll]);
  const again = granted(await vice.desk.call('round.open', { book, platform }));
  await meet(all, book);
  for (const each of all) await cast(each, book, again.poll);
  await meet(all, book);
  granted(await vice.desk.call('round.reveal', { book, poll: again.poll }));
  await meet(all, book);
  for (const each of all) expect(liveStateOf(each, book).polls[again.poll]?.step).toBe('counted');
  for (const each of all) expect(hashAt(each, book)).toBe(hashAt(vice, book));
});

test('[TO4] who is no keeper proposes nothing, and an overtaken proposal is agreed to by nobody', async () => {
  const { book, secretary, chair, vice, member } = await inRound();
  expect(codeOf(await member.desk.call('takeover.propose', { book }))).toBe('not-a-keeper');
  expect(codeOf(await secretary.desk.call('takeover.propose', { book }))).toBe('recording-here');
  granted(await vice.desk.call('takeover.propose', { book }));
  await meet([chair, vice], book);
  const first = (await recordingAt(chair, book)).proposal?.proposal ?? '';
  granted(await chair.desk.call('takeover.propose', { book }));
  await meet([chair, vice], book);
  expect(codeOf(await chair.desk.call('takeover.agree', { book, proposal: first }))).toBe('proposal-unknown');
  expect((await recordingAt(vice, book)).proposal).toMatchObject({ by: chair.seat, term: 2 });
});
