// Who leads the discussion and says what the room looks at.
import type { State } from '../../shared/book/state.ts';
import type { Identity } from '../../shared/contract/host.ts';

/** The desk, and the one who presides now; before the meeting is opened, the chair. */
export const leads = (state: State, identity: Identity): boolean => {
  if (identity.who === 'desk') return true;
  if (identity.who !== 'seat') return false;
  const { presiding } = state.meeting;
  return presiding === undefined ? state.seats[identity.seat]?.role === 'chair' : presiding === identity.seat;
};
