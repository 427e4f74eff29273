// Who may preside over this meeting: the chair, or a vice-chair with the chair's written authorisation.
import type { SeatView, SessionView } from '../../shared/contract/views.ts';
import { votingSeats } from './session.ts';

/** In the order of the table; everybody who votes where the rules do not ask for the chair. */
export const mayPreside = (session: SessionView): readonly SeatView[] =>
  votingSeats(session).filter(
    ({ role, authorised }) =>
      role === 'chair' ||
      session.rules.quorum.chair === 'not-required' ||
      (role === 'vice-chair' && authorised && session.rules.quorum.viceChair === 'with-authorisation'),
  );

/** Vice-chairs who wait for the letter: named beside the choice, so that nobody looks for them in it. */
export const withoutLetter = (session: SessionView): readonly SeatView[] =>
  session.rules.quorum.viceChair === 'never'
    ? []
    : votingSeats(session).filter(({ role, authorised }) => role === 'vice-chair' && !authorised);
