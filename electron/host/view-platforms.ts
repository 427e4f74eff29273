// The platforms of a session as every seat may see them: evidence, measured values, who is recused, the conclusion.
import { satisfies } from '../../shared/base/decimal.ts';
import { evidenceOf } from '../../shared/book/evidence-of.ts';
import { isRecused, quorumIn, thresholdOf, undeclaredSeats, votingSeats } from '../../shared/book/seating.ts';
import type { Conclusion, Evidence, Platform, Poll, State } from '../../shared/book/state.ts';
import type { VoteCountView } from '../../shared/contract/council-views.ts';
import type {
  ConclusionView,
  EvidenceView,
  MeasuredView,
  PlatformView,
  QuorumView,
} from '../../shared/contract/views.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { conclusionResult, type VoteResult } from '../../shared/results/conclusion-result.ts';
import { mayBeShown, pollsOf } from '../../shared/results/session-result.ts';
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

/** Once the vote is closed and, where it is secret, opened. */
export const countIn = (result: VoteResult | undefined): { readonly count?: VoteCountView } => {
  if (result === undefined) return {};
  const { agree, disagree, abstain, of, tie } = result;
  return { count: { agree, disagree, abstain, of, ...(tie === undefined ? {} : { tie }) } };
};

/** A vote of a seat that has been recused since does not count. */
const votesIn = ({ votes, entitled }: Poll): ConclusionView['votes'] =>
  entitled.flatMap((seat) => {
    const vote = votes[seat];
    return vote ? [{ seat, choice: vote.choice }] : [];
  });

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
    votes: result && poll ? votesIn(poll) : [],
    passed: result?.passed ?? null,
    ...countIn(result),
    reservations: Object.entries(conclusion.reservations).map(([seat, { text }]) => ({ seat, text: text ?? '' })),
  };
}

/**
 * Written opinions of absent members. Where the rules show them after the reveal only, until then each is there without
 * its words, but for its author and for whoever entered it.
 */
function opinionViews(state: State, platform: string, reader: string | undefined): PlatformView['opinions'] {
  const isShown =
    state.opened?.rules.opinions.shown !== 'after-reveal' ||
    pollsOf(state, platform).some((poll) => mayBeShown(state, poll));
  return Object.values(state.opinions)
    .filter((opinion) => opinion.platform === platform)
    .map(({ seat, by, via, text, confirmedBy, origin }) => ({
      seat,
      by,
      via,
      text: isShown || reader === seat || reader === by ? (text ?? '') : '',
      confirmed: confirmedBy !== undefined,
      entry: origin.entry,
    }));
}

/**
 * What a recused seat gets of it: that it is there, whose it is, and why it is closed. Its conclusion comes with the
 * minutes, once they are written: those are read to everybody.
 */
export function closedPlatformView(live: Pick<LiveBook, 'state' | 'opened'>, platform: Platform): PlatformView {
  const { conclusion, ...view } = platformView(live, platform);
  const isWritten = live.state.minutes.written !== undefined;
  return {
    ...view,
    address: '',
    evidence: [],
    measured: {},
    opinions: [],
    openings: [],
    ...(conclusion && isWritten ? { conclusion } : {}),
  };
}

/** As stated: the rules say when. */
const openingViews = (state: State, platform: string): PlatformView['openings'] =>
  Object.entries(state.openings).flatMap(([seat, said]) => {
    const opened = Object.keys(said[platform] ?? {});
    return opened.length === 0 ? [] : [{ seat, opened }];
  });

function evidenceView({ origin: _, platform: __, earlier = [], ...item }: Evidence): EvidenceView {
  const before = earlier.map(({ revision, sha256, size, mediaType, title }) => {
    return { revision, sha256, size, mediaType, title };
  });
  return { ...item, earlier: before };
}

/** @param reader the seat that looks at it, where one does */
export function platformView(
  live: Pick<LiveBook, 'state' | 'opened'>,
  platform: Platform,
  reader?: string,
): PlatformView {
  const { state } = live;
  const id = platform.platform;
  const conclusion = platform.conclusion === undefined ? undefined : state.conclusions[platform.conclusion];
  return {
    platform: id,
    name: platform.name,
    owner: platform.owner,
    enterprise: platform.enterprise,
    address: platform.address,
    evidence: evidenceOf(platform).map(evidenceView),
    measured: measuredViews(state, platform),
    recused: votingSeats(state)
      .filter(({ seat }) => isRecused(state, seat, id))
      .map(({ seat }) => seat),
    undeclared: undeclaredSeats(state, id),
    quorum: quorumView(state, id),
    opinions: opinionViews(state, id, reader),
    ...(conclusion ? { conclusion: conclusionView(live, conclusion) } : {}),
    openings: openingViews(state, id),
  };
}
