// What stands on the wall: a view of its own, made of what is said aloud, so that no other view is ever shown there.

import { entitledIn, isIn } from '../../shared/contract/poll-sheets.ts';
import type { ProjectorView } from '../../shared/contract/projector-view.ts';
import type { PollView } from '../../shared/contract/views.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import type { PlatformResult } from '../../shared/results/result-types.ts';
import { platformResult } from '../../shared/results/session-result.ts';
import type { LiveBook } from './live-book.ts';
import { phaseOf } from './phase.ts';
import type { Pointed } from './projectors.ts';
import type { Surroundings } from './surroundings.ts';
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

function conclusionOf(live: LiveBook, platform: string, polls: readonly PollView[]) {
  const id = live.state.platforms[platform]?.conclusion;
  const conclusion = id === undefined ? undefined : live.state.conclusions[id];
  if (conclusion === undefined) return {};
  const { text, passed, votes, poll } = conclusionView(live, conclusion);
  const open = polls.find((each) => each.poll === poll);
  const count = (choice: string) => votes.filter((vote) => vote.choice === choice).length;
  return {
    conclusion: {
      text,
      passed,
      ...(open === undefined ? { cast: 0, entitled: 0 } : returned(open)),
      ...(passed === null ? {} : { agree: count('agree'), disagree: count('disagree'), abstain: count('abstain') }),
    },
  };
}

/** The one with a round or a vote under way; else the one pointed at, the first without a conclusion, the last. */
function platformAtHand(
  { state }: LiveBook,
  polls: readonly PollView[],
  pointed: Pointed | undefined,
): string | undefined {
  const all = Object.values(state.platforms);
  const under =
    polls.find(({ step }) => step === 'open') ?? polls.find(({ of, step }) => of === 'platform' && step !== 'counted');
  const open = all.find(({ conclusion }) => conclusion === undefined);
  return under?.platform ?? pointed?.platform ?? (open ?? all.at(-1))?.platform;
}

export function projectorView(
  around: Surroundings,
  live: LiveBook,
  pointed: Pointed | undefined,
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
  const seats = Object.values(state.seats);
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
    ...(round === undefined ? {} : { round: { number: round.round, step: round.step, ...returned(round) } }),
    ...(pointed?.platform === platform ? criterionOf(live, pointed?.criterion, result) : {}),
    ...outcomeOf(result),
    ...(platform === undefined ? {} : conclusionOf(live, platform, polls)),
  };
}
