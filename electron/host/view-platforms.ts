// The platforms of a session as every seat may see them: evidence, measured values, who is recused, the conclusion.
import { satisfies } from '../../shared/base/decimal.ts';
import { evidenceOf } from '../../shared/book/evidence-of.ts';
import { isRecused, quorumIn, thresholdOf, undeclaredSeats, votingSeats } from '../../shared/book/seating.ts';
import type { Conclusion, Platform, State } from '../../shared/book/state.ts';
import type { ConclusionView, MeasuredView, PlatformView, QuorumView } from '../../shared/contract/views.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { conclusionResult } from '../../shared/results/conclusion-result.ts';
import type { LiveBook } from './live-book.ts';

export function quorumView(state: State, platform?: string): QuorumView {
  const quorum = quorumIn(state, platform);
  return quorum ?? { holds: false, present: 0, appointed: 0, needed: 0, missing: [] };
}

function measuredViews(state: State, platform: Platform): Readonly<Record<string, MeasuredView>> {
  const views: Record<string, MeasuredView> = {};
  for (const criterion of state.criteria ? criteriaOf(state.criteria.set) : []) {
    const at = platform.measured[criterion.id];
    if (criterion.kind !== 'measured' || at === undefined) continue;
    const threshold = thresholdOf(state, criterion);
    const holds = threshold === null ? null : satisfies(at.value, criterion.comparator, threshold);
    views[criterion.id] = { value: at.value, threshold, satisfied: holds };
  }
  return views;
}

/** Votes on a conclusion are open, but are shown together when the vote is closed, so that nobody waits for the chair. */
export function conclusionView(
  { state, opened }: Pick<LiveBook, 'state' | 'opened'>,
  conclusion: Conclusion,
): ConclusionView {
  const poll = conclusion.poll === undefined ? undefined : state.polls[conclusion.poll];
  const result = conclusionResult(state, opened, conclusion);
  return {
    conclusion: conclusion.conclusion,
    platform: conclusion.platform,
    outcome: conclusion.outcome,
    text: conclusion.text,
    sha256: conclusion.sha256,
    ...(conclusion.poll === undefined ? {} : { poll: conclusion.poll }),
    votes: result && poll ? Object.entries(poll.votes).map(([seat, { choice }]) => ({ seat, choice })) : [],
    passed: result?.passed ?? null,
    reservations: Object.entries(conclusion.reservations).map(([seat, { text }]) => ({ seat, text: text ?? '' })),
  };
}

export function platformView(live: Pick<LiveBook, 'state' | 'opened'>, platform: Platform): PlatformView {
  const { state } = live;
  const id = platform.platform;
  const conclusion = platform.conclusion === undefined ? undefined : state.conclusions[platform.conclusion];
  return {
    platform: id,
    name: platform.name,
    owner: platform.owner,
    enterprise: platform.enterprise,
    address: platform.address,
    evidence: evidenceOf(platform).map(({ origin: _, platform: __, ...item }) => item),
    measured: measuredViews(state, platform),
    recused: votingSeats(state)
      .filter(({ seat }) => isRecused(state, seat, id))
      .map(({ seat }) => seat),
    undeclared: undeclaredSeats(state, id),
    quorum: quorumView(state, id),
    opinions: Object.values(state.opinions)
      .filter((opinion) => opinion.platform === id)
      .map((opinion) => ({
        seat: opinion.seat,
        text: opinion.text ?? '',
        confirmed: opinion.confirmedBy !== undefined,
        entry: opinion.origin.entry,
      })),
    ...(conclusion ? { conclusion: conclusionView(live, conclusion) } : {}),
  };
}
