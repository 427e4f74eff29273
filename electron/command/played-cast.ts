// Who does what in a played meeting: who is away, who has a conflict, who reopens, who holds on to another opinion.
import type { SeatView, SessionView } from '../../shared/contract/views.ts';

/** A small group plays none of them: everybody is needed. */
export type Cast = {
  readonly absent?: SeatView;
  readonly recused?: SeatView;
  readonly reserving?: SeatView;
  readonly reopening?: SeatView;
};

/** Fewest voting members with whom one is away and one recused and the quorum still holds. */
const FULL = 5;

/** The last voting member is absent, the one before it has a conflict; the chair reopens, the vice-chair reserves. */
export function castOf(session: SessionView): Cast {
  const voting = session.seats.filter(({ votes }) => votes);
  const [absent, recused] = [voting.at(-1), voting.at(-2)];
  const reserving = voting.find(({ role }) => role === 'vice-chair');
  const reopening = voting.find(({ role }) => role === 'chair');
  if (voting.length < FULL || !absent || !recused) return {};
  return { absent, recused, ...(reserving ? { reserving } : {}), ...(reopening ? { reopening } : {}) };
}

/** Voting members who are there. */
export const ready = (session: SessionView, { absent }: Cast) =>
  session.seats.filter((seat) => seat.votes && seat.seat !== absent?.seat && seat.replacedBy === undefined);
