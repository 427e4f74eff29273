// Votes of the council on a conclusion or an election: how many agreed, of how many, and whether that carries it.
import type { Choice } from '../book/meeting-rulings.ts';
import type { Conclusion, Election, Poll, State } from '../book/state.ts';
import { clears, isTie } from '../council/share.ts';
import type { Opened } from '../seal/opened.ts';
import type { Tie } from './result-types.ts';

export type VoteResult = {
  readonly agree: number;
  readonly disagree: number;
  /** Whoever was entitled and did not vote, or not validly, is among them ("không biểu quyết"). */
  readonly abstain: number;
  /** Who may vote and attended at the close, or had voted; by the rules' denominator, all who are appointed. */
  readonly of: number;
  readonly passed: boolean;
  /** Exactly half agreed, where more than half decides. */
  readonly tie?: Tie;
  readonly entries: readonly string[];
};

type Cast = {
  readonly agree: number;
  readonly disagree: number;
  /** How the presiding seat voted, where that is known: never in a secret vote. */
  readonly presiding?: Choice | null;
  readonly entries: readonly string[];
};

const counted = (choices: readonly Choice[]) => ({
  agree: choices.filter((choice) => choice === 'agree').length,
  disagree: choices.filter((choice) => choice === 'disagree').length,
});

/** Raised hands, as they were counted in the room. */
const handsOf = ({ hands }: Poll): Cast | undefined =>
  hands && {
    agree: hands.agree,
    disagree: hands.disagree,
    presiding: hands.presiding,
    entries: [hands.origin.entry],
  };

/** A vote of a seat that has been recused since does not count. */
function openVotes({ entitled, votes, stood }: Poll): Cast {
  const cast = entitled.flatMap((seat) => votes[seat] ?? []);
  const presiding = stood?.presiding && entitled.includes(stood.presiding) ? votes[stood.presiding]?.choice : undefined;
  return {
    ...counted(cast.map(({ choice }) => choice)),
    ...(presiding === undefined ? {} : { presiding }),
    entries: cast.map(({ origin }) => origin.entry),
  };
}

/** Undefined until every counted ballot is opened. */
function secretVotes({ step, ballots, counted: fixed }: Poll, opened: Opened): Cast | undefined {
  if (step !== 'counted' || fixed === undefined) return undefined;
  const inBox = Object.values(ballots).filter(({ status }) => status === 'counted');
  if (inBox.some(({ entry }) => !opened.has(entry))) return undefined;
  const choices = inBox.flatMap(({ entry }) => {
    const found = opened.get(entry);
    return found?.valid === true && 'vote' in found ? [found.vote] : [];
  });
  return { ...counted(choices), entries: [fixed.origin.entry] };
}

/**
 * Undefined until the vote is closed and, if it is secret, counted and opened here. A vote that was voided gives none.
 * The share that is needed: rules `conclusion`.
 */
export function voteResult(state: State, opened: Opened, poll: Poll | undefined): VoteResult | undefined {
  const { rules } = state.opened ?? {};
  if (rules === undefined || poll?.closed === undefined || poll.stood === undefined || poll.voided) return undefined;
  const { stood, closed } = poll;
  const cast =
    poll.by === 'hands' ? handsOf(poll) : poll.secrecy === 'secret' ? secretVotes(poll, opened) : openVotes(poll);
  if (cast === undefined) return undefined;
  const { agree, disagree, presiding, entries } = cast;
  const named = rules.denominator === 'appointed' ? stood.appointed : stood.present;
  const of = Math.max(named.length, agree + disagree);
  const carried = rules.tie === 'chairs-side' && presiding === 'agree';
  const tie: Tie | undefined = isTie(rules.conclusion, agree, of) ? (carried ? 'carried' : 'not-carried') : undefined;
  return {
    agree,
    disagree,
    abstain: of - agree - disagree,
    of,
    passed: clears(rules.conclusion, agree, of) || tie === 'carried',
    ...(tie === undefined ? {} : { tie }),
    entries: [closed.origin.entry, ...entries],
  };
}

const pollOf = (state: State, { poll }: { readonly poll?: string }): Poll | undefined =>
  poll === undefined ? undefined : state.polls[poll];

export const conclusionResult = (state: State, opened: Opened, conclusion: Conclusion): VoteResult | undefined =>
  voteResult(state, opened, pollOf(state, conclusion));

export const electionResult = (state: State, opened: Opened, election: Election): VoteResult | undefined =>
  voteResult(state, opened, pollOf(state, election));
