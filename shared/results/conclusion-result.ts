// The vote on a conclusion: how many agreed, of how many, and whether that carries it.
import type { Conclusion, State } from '../book/state.ts';
import { clears } from '../council/rules.ts';

export type ConclusionResult = {
  readonly agree: number;
  readonly disagree: number;
  readonly abstain: number;
  /** Members who were entitled to vote when the vote was opened. */
  readonly of: number;
  readonly passed: boolean;
  readonly entries: readonly string[];
};

/** Undefined until the vote is closed. Who did not vote at all is counted as abstaining ("không biểu quyết"). */
export function conclusionResult(state: State, conclusion: Conclusion): ConclusionResult | undefined {
  const poll = conclusion.poll === undefined ? undefined : state.polls[conclusion.poll];
  if (poll === undefined || poll.closed === undefined || state.opened === undefined) return undefined;
  const votes = poll.entitled.flatMap((seat) => poll.votes[seat] ?? []);
  const count = (choice: string) => votes.filter((vote) => vote.choice === choice).length;
  const agree = count('agree');
  const disagree = count('disagree');
  const of = poll.entitled.length;
  return {
    agree,
    disagree,
    abstain: of - agree - disagree,
    of,
    passed: clears(state.opened.rules.conclusion, agree, of),
    entries: [poll.closed.origin.entry, ...votes.map(({ origin }) => origin.entry)],
  };
}
