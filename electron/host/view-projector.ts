// What stands on the wall: a view of its own, made of what is said aloud, so that no other view is ever shown there.
import { isAdjourned } from '../../shared/book/sitting.ts';
import { entitledIn, isIn } from '../../shared/contract/poll-sheets.ts';
import type { ProjectorView } from '../../shared/contract/projector-view.ts';
import type { ConclusionView, PollView } from '../../shared/contract/views.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import type { PlatformResult } from '../../shared/results/result-types.ts';
import { platformResult } from '../../shared/results/session-result.ts';
import type { LiveBook } from './live-book.ts';
import { phaseOf } from './phase.ts';
import type { Pointed } from './projectors.ts';
import type { Surroundings } from './surroundings.ts';
import type { Talk } from './talk.ts';
import { electionView } from './view-book.ts';
import { conclusionView, quorumView } from './view-platforms.ts';
import { pollViews } from './view-polls.ts';

const returned = (poll: PollView) => {
  const entitled = entitledIn(poll);
  return { cast: entitled.filter(({ state }) => isIn(state)).length, entitled: entitled.length };
};

function criterionOf({ state }: LiveBook, id: string | undefined, result: PlatformResult | undefined) {
  const set = state.criteria?.set;
  const all = set === undefined ? [] : criteriaOf(set);
  const found = all.find((criterion) => criterion.id === id);
  const group = set?.groups.find(({ criteria }) => criteria.some((criterion) => criterion.id === id));
  if (found === undefined || group === undefined) return {};
  const counted = result?.criteria.find(({ criterion }) => criterion === id);
  return {
    criterion: {
      id: found.id,
      number: all.indexOf(found) + 1,
      of: all.length,
      group: group.name,
      statement: found.statement,
      ...(counted === undefined ? {} : { result: counted }),
    },
  };
}

function outcomeOf(result: PlatformResult | undefined) {
  if (result === undefined) return {};
  const count = (verdict: string) => result.criteria.filter((each) => each.verdict === verdict).length;
  return {
    outcome: {
      name: result.outcome.name,
      met: count('met'),
      notMet: count('not-met'),
      leftOut: count('left-out'),
    },
  };
}

const named = ({ state }: LiveBook, seat: string): string => state.persons[seat]?.name ?? '';

/** How a vote stands: who is done, and how it came out once it is closed and, where it is secret, opened. */
function voteOf(polls: readonly PollView[], put: Pick<ConclusionView, 'poll' | 'passed' | 'count'>) {
  const poll = polls.find((each) => each.poll === put.poll);
  return {
    passed: put.passed,
    ...(poll === undefined ? { cast: 0, entitled: 0 } : { ...returned(poll), by: poll.by }),
    ...(poll?.voided ? { voided: true as const } : {}),
    ...(put.count ? { agree: put.count.agree, disagree: put.count.disagree, abstain: put.count.abstain } : {}),
  };
}

/** Until the first round is opened: from there on the committee is at work and the wall is for the round. */
function electionOf(live: LiveBook, polls: readonly PollView[]) {
  const last = Object.values(live.state.elections).at(-1);
  if (last === undefined || polls.some(({ of, voided }) => of === 'platform' && voided === undefined)) return {};
  const { members, head, ...put } = electionView(live, last);
  const names = { members: members.map((seat) => named(live, seat)), head: named(live, head) };
  return { election: { ...names, ...voteOf(polls, put) } };
}

function roundOf({ state }: LiveBook, round: PollView | undefined) {
  if (round === undefined) return {};
  const { step, voided, committee } = round;
  return {
    round: {
      number: round.round,
      ...(state.opened ? { most: state.opened.rules.rounds.most } : {}),
      step,
      ...returned(round),
      ...(voided ? { voided: true as const } : {}),
      ...(committee?.agreed === false ? { inCommittee: true as const } : {}),
    },
  };
}

function talkOf(live: LiveBook, { floor, queue, budget }: Talk, pointed: Pointed | undefined) {
  const since = pointed?.criterion === undefined ? {} : { since: pointed.since };
  return {
    ...(budget === null ? {} : { clock: { budget, ...since } }),
    ...(floor === undefined ? {} : { floor: named(live, floor) }),
    ...(queue.length === 0 ? {} : { asking: queue.length }),
  };
}

function conclusionOf(live: LiveBook, platform: string, polls: readonly PollView[]) {
  const id = live.state.platforms[platform]?.conclusion;
  const conclusion = id === undefined ? undefined : live.state.conclusions[id];
  if (conclusion === undefined) return {};
  const put = conclusionView(live, conclusion);
  return { conclusion: { text: put.text, ...voteOf(polls, put) } };
}

/** The one with a round or a vote under way; else the one pointed at, the first without a conclusion, the last. */
function platformAtHand(
  { state }: LiveBook,
  polls: readonly PollView[],
  pointed: Pointed | undefined,
): string | undefined {
  const all = Object.values(state.platforms);
  const under =
    polls.find(({ step, voided }) => step === 'open' && voided === undefined) ??
    polls.find(({ of, step, voided }) => of === 'platform' && step !== 'counted' && voided === undefined);
  const open = all.find(({ conclusion }) => conclusion === undefined);
  return (under?.platform || undefined) ?? pointed?.platform ?? (open ?? all.at(-1))?.platform;
}

export function projectorView(
  around: Surroundings,
  live: LiveBook,
  pointed: Pointed | undefined,
  talk: Talk,
): ProjectorView | undefined {
  const { state } = live;
  const { opened, described, criteria } = state;
  if (opened === undefined || described === undefined || criteria === undefined) return undefined;
  const polls = pollViews(around.ciphers.sha256, state, new Map());
  const platform = platformAtHand(live, polls, pointed);
  const here = platform === undefined ? undefined : state.platforms[platform];
  const round = polls.filter((poll) => poll.of === 'platform' && poll.platform === platform).at(-1);
  const result = platform === undefined ? undefined : platformResult(state, live.opened, platform);
  const { holds, present, appointed, needed } = quorumView(state);
  const seats = Object.values(state.seats).filter(({ replaced }) => replaced === undefined);
  return {
    book: live.id,
    kind: opened.bookKind,
    sample: criteria.set.sample,
    subject: described.subject,
    council: described.council,
    phase: phaseOf(state),
    quorum: { holds, present, appointed, needed },
    joined: seats.filter(({ device }) => device !== undefined).length,
    seats: seats.length,
    ...(here === undefined
      ? {}
      : {
          platform: {
            name: here.name,
            number: Object.keys(state.platforms).indexOf(here.platform) + 1,
            of: Object.keys(state.platforms).length,
          },
        }),
    ...(isAdjourned(state) ? { adjourned: { until: state.meeting.sittings.at(-1)?.adjourned?.until ?? '' } } : {}),
    ...roundOf(live, round),
    ...electionOf(live, polls),
    ...talkOf(live, talk, pointed),
    ...(pointed?.platform === platform ? criterionOf(live, pointed?.criterion, result) : {}),
    ...outcomeOf(result),
    ...(platform === undefined ? {} : conclusionOf(live, platform, polls)),
  };
}
