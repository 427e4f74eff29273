// A meeting of which minutes can be written, and what is done with them in most tests.
import type { SessionForm } from '../../shared/contract/methods.ts';
import { concluding, counted, inRound, type Meeting, pageNo, sessionOf } from './host-meeting.ts';
import { granted, type Room, room } from './host-room.ts';
import { stateAs } from './host-seat.ts';

/** Counted, concluded, voted: what minutes can be written of. */
export async function concluded(
  at?: Room,
  form?: SessionForm,
): Promise<Meeting & { readonly conclusion: string; readonly about: string }> {
  const { meeting, poll } = await inRound(at ?? (await room()), form);
  await counted(meeting, poll);
  const { desk, book } = meeting;
  const { conclusion, poll: vote, about } = await concluding(meeting);
  for (const page of meeting.pages.values())
    await stateAs(page, { kind: 'vote-cast', body: { poll: vote, about: about as never, choice: 'agree' } });
  granted(await desk.call('vote.cast', { book, poll: vote, about, choice: 'agree' }));
  granted(await desk.call('conclusion.vote.close', { book, poll: vote }));
  return { ...meeting, conclusion, about };
}
export const writtenIn = async (meeting: Meeting) => (await sessionOf(meeting)).minutes.written;
export const approve = async (meeting: Meeting, number: number, sha256: string) =>
  (await stateAs(pageNo(meeting, number), { kind: 'minutes-approved', body: { sha256: sha256 as never } })).code;
export const PROSE = {
  number: '05',
  presentation: 'Trình bày.',
  discussion: 'Thảo luận.',
  recommendation: 'Đề nghị.',
  recipients: ['- Lưu: VT.'],
};
