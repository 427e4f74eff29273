// Who may write an opinion here and on what, and whether marks may go with it.
import type { PlatformView, SeatView, SessionView } from '../../shared/contract/views.ts';
import type { Author } from '../author/author.ts';
import { isRecused } from './recusal.ts';
import { isAttending, roundsOf, seatOf } from './session.ts';

/** Before the meeting, or called and away: who has not been called yet may be in the room. */
const isAway = (session: SessionView, seat: SeatView): boolean =>
  session.meeting.openedAt === undefined || (seat.presence !== 'unknown' && !isAttending(session, seat));

/** A member at a device of their own who does not attend, or may not. */
export function mayWriteOpinion(session: SessionView, author: Author | undefined, platform: PlatformView): boolean {
  const seat = seatOf(session, session.me.seat);
  if (seat === undefined || author?.keptBy !== 'page' || session.me.as !== 'seat') return false;
  if (!seat.votes || seat.replacedBy !== undefined || !isAway(session, seat)) return false;
  return session.meeting.closedAt === undefined && !isRecused(platform, seat.seat);
}

/** Sealed marks are opened with the platform's first round; after that they would be known marks of nobody present. */
export const maySealMarks = (session: SessionView, platform: PlatformView): boolean =>
  session.rules.opinions.marks === 'sealed' &&
  !roundsOf(session, platform.platform).some(({ step }) => step === 'revealed' || step === 'counted');
