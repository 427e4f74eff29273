// The session in view for everything below the shell, and what can be read off it.
import { createContext, useContext } from 'react';
import type { PlatformView, PollView, SeatView, SessionView } from '../../shared/contract/views.ts';
import { attends } from '../../shared/council/quorum.ts';
import { votes } from '../../shared/council/roles.ts';
import type { Author } from '../author/author.ts';
import { useHouse } from './house.ts';

const SessionContext = createContext<SessionView | undefined>(undefined);
export const SessionProvider = SessionContext.Provider;

export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('no session around this screen');
  return session;
}

/** The author of my own seat here; undefined for who holds none. */
export function useAuthor(): Author | undefined {
  const { book, me } = useSession();
  const house = useHouse();
  return me.seat === undefined ? undefined : house.author(book, me.seat);
}

export const isDesk = (session: SessionView): boolean => session.me.as === 'desk';

export const seatOf = (session: SessionView, seat: string | undefined): SeatView | undefined =>
  session.seats.find((each) => each.seat === seat);
export const nameOf = (session: SessionView, seat: string | undefined): string =>
  seatOf(session, seat)?.name ?? (seat === undefined ? '' : seat.slice(0, 8));

const pollsOf = (session: SessionView, platform: string): readonly PollView[] =>
  session.polls.filter((poll) => poll.of === 'platform' && poll.platform === platform);
/** Rounds of a platform that count for something, the oldest first. */
export const roundsOf = (session: SessionView, platform: string): readonly PollView[] =>
  pollsOf(session, platform)
    .filter(({ voided }) => voided === undefined)
    .sort((a, b) => a.round - b.round);
/** Rounds without quorum: they count for nothing, and their number is given again. */
export const voidedOf = (session: SessionView, platform: string): readonly PollView[] =>
  pollsOf(session, platform).filter(({ voided }) => voided !== undefined);
export const roundOf = (session: SessionView, platform: string): PollView | undefined =>
  roundsOf(session, platform).at(-1);

/** Counted, and where a counting committee counts, its minutes stand: from here on everybody sees the marks. */
export const isShown = ({ step, committee }: PollView): boolean => step === 'counted' && committee?.agreed !== false;

/** Who votes and has not been replaced. */
export const votingSeats = (session: SessionView): readonly SeatView[] =>
  session.seats.filter((seat) => votes(seat.role) && seat.replacedBy === undefined);

/** In the room; online as well where the rules let that count. */
export const isAttending = ({ rules }: SessionView, { presence }: SeatView): boolean => attends(presence, rules);
export const namesOf = (session: SessionView, seats: readonly string[]): string =>
  seats.map((seat) => nameOf(session, seat)).join(', ');

/** The meeting is open, and a sitting of it is under way. */
export const isSitting = ({ meeting, adjourned }: SessionView): boolean =>
  meeting.openedAt !== undefined && meeting.closedAt === undefined && !adjourned;

/** Closed to who looks: of it nothing is told here, not even that it is concluded. The desk goes on with its papers. */
export const isClosedHere = ({ me }: SessionView, { recused }: PlatformView): boolean =>
  me.as === 'seat' && me.seat !== undefined && recused.includes(me.seat);

/** The platform that asks for attention first: one with an open round, else the first not concluded, else the first. */
export function platformAtHand(session: SessionView): PlatformView | undefined {
  const open = session.platforms.find((each) => roundOf(session, each.platform)?.step === 'open');
  const left = session.platforms.filter((each) => each.conclusion === undefined);
  return open ?? left.find((each) => !isClosedHere(session, each)) ?? left[0] ?? session.platforms[0];
}

/** Neither a sample nor put in force: the minutes say so. */
export const isUnpromulgated = ({ sample, promulgation }: SessionView['criteria']): boolean =>
  !sample && promulgation === undefined;
