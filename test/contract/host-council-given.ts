// Councils of other rules than the usual ones, and what is done in them again and again.
import { nodeCiphers } from '../../electron/seal/node-ciphers.ts';
import type { BookId, PollId, SeatId } from '../../shared/base/ids.ts';
import { holdersOf } from '../../shared/book/seating.ts';
import { writeVotePaper } from '../../shared/book/vote-paper.ts';
import type { Client } from '../../shared/contract/client.ts';
import type { SessionForm } from '../../shared/contract/methods.ts';
import type { SessionView } from '../../shared/contract/views.ts';
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import { sealBallot } from '../../shared/seal/seal-ballot.ts';
import { attend, type Meeting, pageNo, platformNo, seatNo, sessionOf, stateOf } from './host-meeting.ts';
import { clientTo, codeOf, deskOf, formOf, granted, type Room } from './host-room.ts';
import { type Sealed, salt, stateAs } from './host-seat.ts';

export const withRules = (more: Partial<CouncilRules>, platforms = 1): SessionForm =>
  formOf({ rules: { ...DEFAULT_RULES, ...more } }, platforms);

/** The desk's own seat, whose key the host holds. */
export const DESK = 1;

export const leave = async ({ desk, book, seats }: Meeting, number: number) =>
  granted(await desk.call('attendance.mark', { book, seat: seats[number] ?? '', presence: 'left', note: 'có việc' }));

/** Everybody who has a page, and the desk, as after a roll that is called again. */
export const callRoll = async (meeting: Meeting): Promise<void> => {
  for (const number of [DESK, ...meeting.pages.keys()]) await attend(meeting, number);
};

/** What a page says of one platform; the code of its refusal or `ok`. */
export const declareAs = async (meeting: Meeting, number: number, conflict: boolean, platform = 0): Promise<string> => {
  const declared = [{ platform: platformNo(meeting, platform), conflict }];
  return (await stateAs(pageNo(meeting, number), { kind: 'interest-declared', body: { declared } })).code;
};

/** Open votes of the pages and the desk; who is not named does not vote. */
export async function vote(
  meeting: Meeting,
  poll: string,
  about: string,
  choices: Readonly<Record<number, 'agree' | 'disagree' | 'abstain'>>,
): Promise<void> {
  const { desk, book } = meeting;
  for (const [number, choice] of Object.entries(choices).map(([at, each]) => [Number(at), each] as const)) {
    if (number === DESK) granted(await desk.call('vote.cast', { book, poll, about, choice }));
    else {
      const body = { poll, about: about as never, choice };
      const { code } = await stateAs(pageNo(meeting, number), { kind: 'vote-cast', body });
      if (code !== 'ok') throw new Error(code);
    }
  }
}

/** A sealed paper, as a page makes it. */
export async function secretVote(
  meeting: Meeting,
  number: number,
  poll: string,
  about: string,
  choice: 'agree' | 'disagree' | 'abstain',
): Promise<Sealed> {
  const page = pageNo(meeting, number);
  const state = stateOf(meeting);
  const { book, seat, own } = page;
  const place = { book: book as BookId, feed: own.feed, seq: own.seq + 1, seat, poll: poll as PollId };
  const plain = writeVotePaper({ poll, about, choice }, salt());
  const holders = holdersOf(state, state.polls[poll] ?? { holders: [] }, seat as SeatId);
  const sealed = await sealBallot(nodeCiphers, place, plain, holders);
  const { code, entry } = await stateAs(page, { kind: 'ballot-cast', body: sealed.body });
  return { poll, entry, key: sealed.key, commit: sealed.body.commit, code };
}

/** Puts three of the council as counting committee, the first as its head, and opens the vote. */
export async function electing(meeting: Meeting, members: readonly number[]) {
  const { desk, book } = meeting;
  const seats = members.map((number) => seatNo(meeting, number));
  const { election } = granted(await desk.call('election.put', { book, members: seats, head: seats[0] ?? '' }));
  const { poll } = granted(await desk.call('election.vote.open', { book, election }));
  const about = (await sessionOf(meeting)).elections.find((each) => each.election === election)?.sha256 ?? '';
  return { election, poll, about };
}

/** Elected by all who are there. */
export async function elected(meeting: Meeting, members: readonly number[]): Promise<void> {
  const { poll, about } = await electing(meeting, members);
  const all = [DESK, ...meeting.pages.keys()];
  await vote(meeting, poll, about, Object.fromEntries(all.map((number) => [number, 'agree' as const])));
  granted(await meeting.desk.call('conclusion.vote.close', { book: meeting.book, poll }));
}

export async function wallOf(at: Room, book: string): Promise<Client> {
  const desk = await deskOf(at, 'opener');
  const { fragment } = granted(await desk.call('projector.open', { book }));
  const wall = clientTo(at, 'wall');
  granted(await wall.call('projector.enter', { token: fragment.replace('#projector=', '') }));
  return wall;
}

/** Whether the desk may close, void or agree on this poll: `ok`, or the code of what stands against it. */
export const whyNot = ({ may }: SessionView, act: 'close' | 'void' | 'agreeCount', poll: string): string => {
  const answer = may?.[act][poll];
  return answer === undefined ? 'none' : answer.possible ? 'ok' : answer.why.code;
};

export const closeRound = async ({ desk, book }: Meeting, poll: string): Promise<string> =>
  codeOf(await desk.call('round.close', { book, poll }));
