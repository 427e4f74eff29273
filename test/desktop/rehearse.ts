// A rehearsal played to its signed minutes over the contract: the invented members act by themselves.
import type { Client } from '../../shared/contract/client.ts';
import type { SessionView } from '../../shared/contract/views.ts';
import { granted, seen } from './stage.ts';

export type Rehearsal = { readonly desk: Client; readonly book: string };

/** With the smallest set of the library. */
export async function beginRehearsal(desk: Client): Promise<Rehearsal & { readonly codes: readonly string[] }> {
  const { sets } = granted(await desk.call('criteria.list', {}));
  const [set] = sets.toSorted((a, b) => a.criteria - b.criteria);
  if (set === undefined) throw new Error('the library is empty');
  const { book } = granted(await desk.call('rehearsal.create', { criteria: set.sha256 }));
  return { desk, book, codes: set.codes };
}

export const sessionOf = async (
  { desk, book }: Rehearsal,
  holds: (session: SessionView) => boolean = () => true,
): Promise<SessionView> => await seen(desk, 'session', { book }, holds);

/** Opened, everybody there and declared, a round open. */
export async function openRound(given: Rehearsal): Promise<{ readonly poll: string; readonly platform: string }> {
  const { desk, book } = given;
  const { seats, platforms } = await sessionOf(given);
  const presiding = seats.find(({ role }) => role === 'chair')?.seat ?? '';
  granted(await desk.call('meeting.open', { book, presiding }));
  for (const { seat } of seats)
    granted(await desk.call('attendance.mark', { book, seat, presence: 'present', note: '' }));
  const declared = platforms.map(({ platform }) => ({ platform, conflict: false }));
  granted(await desk.call('interest.declare', { book, declared }));
  await sessionOf(given, (session) => session.platforms.every(({ undeclared }) => undeclared.length === 0));
  const platform = platforms[0]?.platform ?? '';
  const { poll } = granted(await desk.call('round.open', { book, platform }));
  return { poll, platform };
}

const allIn = ({ polls }: SessionView): boolean =>
  polls.at(-1)?.sheets.every(({ state }) => state === 'cast' || state === 'not-entitled') === true;

/** From the open round to a file that two have signed; gives its hash. */
export async function signedMinutes(
  given: Rehearsal,
  { poll, platform, codes }: { readonly poll: string; readonly platform: string; readonly codes: readonly string[] },
): Promise<string> {
  const { desk, book } = given;
  for (const criterion of codes)
    granted(await desk.call('draft.save', { book, poll, criterion, item: { mark: 'met' } }));
  granted(await desk.call('ballot.cast', { book, poll }));
  await sessionOf(given, allIn);
  granted(await desk.call('round.reveal', { book, poll }));
  const { conclusion } = granted(await desk.call('conclusion.put', { book, platform, text: 'Nền tảng đạt.' }));
  const vote = granted(await desk.call('conclusion.vote.open', { book, conclusion }));
  const put = (await sessionOf(given)).platforms[0]?.conclusion?.sha256 ?? '';
  granted(await desk.call('vote.cast', { book, poll: vote.poll, about: put, choice: 'agree' }));
  await sessionOf(given, allIn);
  granted(await desk.call('conclusion.vote.close', { book, poll: vote.poll }));
  await sessionOf(given, ({ platforms }) => (platforms[0]?.conclusion?.reservations.length ?? 0) > 0);
  granted(await desk.call('minutes.write', { book }));
  const { minutes, seats } = await sessionOf(given, ({ minutes: { written } }) => written?.sha256 !== undefined);
  granted(await desk.call('minutes.approve', { book, sha256: minutes.written?.sha256 ?? '' }));
  await sessionOf(given, ({ minutes: { approvals } }) => approvals.length === seats.length);
  granted(await desk.call('meeting.close', { book }));
  granted(await desk.call('minutes.seal', { book }));
  for (const field of ['ThuKy', 'ChuToa'] as const) granted(await desk.call('minutes.rehearsal-sign', { book, field }));
  const done = await sessionOf(given, ({ phase }) => phase === 'done');
  return done.minutes.file?.sha256 ?? '';
}
