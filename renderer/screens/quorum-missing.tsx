// What a quorum still needs, and who could mend it: by name, so that somebody can be called in.
import type { ReactNode } from 'react';
import type { Refusal } from '../../shared/base/result.ts';
import type { SeatView, SessionView } from '../../shared/contract/views.ts';
import type { Role } from '../../shared/council/roles.ts';
import { isAttending, useSession, votingSeats } from '../state/session.ts';
import { useWords } from '../state/words.ts';

const WHO: Readonly<Record<string, readonly Role[]>> = {
  'chair-absent': ['chair'],
  'secretary-absent': ['secretary'],
  'reviewers-absent': ['reviewer'],
};

/** Those who do not attend and could be what is missing; the recused could not. */
function couldCome(session: SessionView, code: string, recused: readonly string[]): readonly SeatView[] {
  const away = votingSeats(session).filter((seat) => !isAttending(session, seat) && !recused.includes(seat.seat));
  if (code === 'quorum-short') return away;
  const roles = WHO[code];
  return roles === undefined ? [] : away.filter(({ role, authorised }) => roles.includes(role) || authorised);
}

/** Vice-chairs who attend and could preside, if the chair's letter were there. */
const couldBeAuthorised = (session: SessionView, recused: readonly string[]): readonly SeatView[] =>
  session.rules.quorum.viceChair === 'never'
    ? []
    : votingSeats(session).filter(
        (seat) =>
          seat.role === 'vice-chair' && !seat.authorised && isAttending(session, seat) && !recused.includes(seat.seat),
      );

const listed = (seats: readonly SeatView[]): string => seats.map(({ name }) => name).join(', ');

export function QuorumMissing(props: {
  readonly missing: readonly Refusal[];
  readonly recused?: readonly string[];
  /** The sentence before it has given the numbers. */
  readonly isCounted?: boolean;
}): ReactNode {
  const { missing, recused = [], isCounted = false } = props;
  const session = useSession();
  const { t, say } = useWords();
  return missing.map((each) => {
    const names = listed(couldCome(session, each.code, recused));
    const letter = each.code.startsWith('chair-') ? listed(couldBeAuthorised(session, recused)) : '';
    return (
      <p key={each.code}>
        {isCounted && each.code === 'quorum-short'
          ? `${t('quorum.more', { count: each.params['more'] ?? '' })} `
          : `${say(each)} `}
        {names === '' ? '' : `${t('quorum.away', { names })} `}
        {letter === '' ? '' : t('quorum.letter', { names: letter })}
      </p>
    );
  });
}
