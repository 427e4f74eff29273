// Which criteria of a poll too few could judge, where the rules recount the quorum for each criterion.
import type { Poll, State } from '../book/state.ts';

/**
 * Criteria whose own quorum did not hold at the close, with those who are barred from them out of the count. Empty where
 * the rules recount by platform.
 */
export const quorumlessCriteria = ({ opened }: Pick<State, 'opened'>, { stood }: Poll): readonly string[] =>
  opened?.rules.quorum.per === 'criterion' ? (stood?.noQuorum ?? []) : [];
