// Which criteria of a poll too few could judge, where the rules recount the quorum for each criterion.
import type { Poll, Seat, State } from '../book/state.ts';
import { quorumOf } from '../council/quorum.ts';

/** Whether the seat held the chair's written authorisation when the poll was closed, whatever came later. */
function wasAuthorised(state: State, { stood, closed }: Poll, { seat, role }: Seat): boolean {
  if (role === 'vice-chair' && stood?.presiding === seat) return true;
  const at = closed?.origin.at ?? '';
  return state.authorisations.some(
    (each) => each.seat === seat && each.at <= at && (each.ended === undefined || each.ended.at > at),
  );
}

/**
 * Criteria whose own quorum did not hold at the close: those who are barred from it are asked as recused. Whoever put in
 * a ballot counts as attending. The secretary is not asked for again: the poll could not be closed without, and recusal
 * does not keep a secretary from writing. Empty where the rules recount by platform.
 */
export function quorumlessCriteria(state: State, poll: Poll): readonly string[] {
  const { rules } = state.opened ?? {};
  const { stood } = poll;
  if (rules?.quorum.per !== 'criterion' || stood === undefined) return [];
  const present = new Set<string>(stood.present);
  const asked = { ...rules, quorum: { ...rules.quorum, secretary: 'not-required' as const } };
  const holds = (criterion: string): boolean =>
    quorumOf({
      rules: asked,
      seats: stood.appointed.flatMap((id) => {
        const seat = state.seats[id];
        if (seat === undefined) return [];
        return {
          seat: id,
          role: seat.role,
          presence: present.has(id) ? ('present' as const) : ('absent' as const),
          recused: stood.barred[id]?.includes(criterion) ?? false,
          authorised: wasAuthorised(state, poll, seat),
        };
      }),
    }).holds;
  return [...new Set(Object.values(stood.barred).flat())].filter((criterion) => !holds(criterion));
}
