// What the oracle and the engine are compared on once something has happened to a poll.
import { quorumFor } from '../../shared/book/seating.ts';
import type { State } from '../../shared/book/state.ts';
import { conclusionResult } from '../../shared/results/conclusion-result.ts';
import type { PlatformResult } from '../../shared/results/result-types.ts';
import { platformResult, pollResult } from '../../shared/results/session-result.ts';
import type { Opened } from '../../shared/seal/opened.ts';
import type { Fraction } from './oracle-count.ts';
import type { ToldMeeting } from './oracle-happenings.ts';
import {
  committee,
  countedRounds,
  entitledTo,
  isAgreed,
  isOver,
  pollOf,
  quorumOfPoll,
  roundResult,
  standing,
  stepOf,
  stood,
  type ToldRound,
  voteResult,
} from './oracle-polls.ts';

export type Comparison = {
  readonly told: ToldMeeting;
  readonly state: State;
  readonly opened: Opened;
  /** Throws where the two are not the same. */
  readonly differ: (about: string, wanted: unknown, found: unknown) => void;
};

const sorted = (seats: readonly string[]): string => [...seats].sort().join(' ');

/** Who is entitled, whose ballots stand, whether the poll's quorum holds. */
export function comparePoll({ told, state, differ }: Comparison, id: string): void {
  const poll = pollOf(told, id);
  const at = state.polls[id];
  differ(`poll ${id} known`, poll !== undefined, at !== undefined);
  if (poll === undefined || at === undefined) return;
  const step = stepOf(told, id);
  differ(`step of ${id}`, step, at.voided ? 'voided' : at.step);
  if (step !== 'open') return;
  differ(`entitled to ${id}`, sorted(entitledTo(told, poll)), sorted(at.entitled));
  differ(`standing in ${id}`, sorted(standing(told, poll).map(({ seat }) => seat)), sorted(Object.keys(at.standing)));
  const about = poll.platform === undefined ? {} : { platform: poll.platform };
  differ(`quorum of ${id}`, quorumOfPoll(told, poll).holds, quorumFor(state, { ...about, poll: at })?.holds);
}

export function compareStood({ told, state, differ }: Comparison, id: string): void {
  const poll = pollOf(told, id);
  const wanted = poll && stood(told, poll);
  const found = state.polls[id]?.stood;
  const text = (each: typeof found | typeof wanted) =>
    each === undefined
      ? undefined
      : JSON.stringify([
          sorted(each.present),
          sorted(each.appointed),
          each.presiding ?? null,
          Object.entries(each.barred)
            .map(([seat, criteria]) => `${seat}: ${sorted(criteria)}`)
            .sort(),
        ]);
  differ(`the council at the close of ${id}`, text(wanted), text(found));
}

/** A fraction as a decimal text with two places, half rounded up; null: there is none. */
export function twoPlaces(fraction: Fraction | undefined): string | null {
  if (fraction === undefined) return null;
  const hundredths = (fraction[0] * 200n + fraction[1]) / (fraction[1] * 2n);
  return `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')}`;
}

const toldText = (round: ToldRound, named: string, isPoints: boolean): string =>
  JSON.stringify([
    round.of,
    round.lines.map((line) => [
      line.id,
      isPoints ? 0 : line.met,
      isPoints ? 0 : line.notMet,
      line.notApplicable,
      line.of,
      line.verdict,
      line.noQuorum,
      isPoints ? [line.points, line.ballots] : [],
    ]),
    round.positive,
    [round.issued, round.returned, round.valid, round.invalid],
    [round.outcome, Object.entries(round.ways).find(([way]) => way !== named)?.[1] ?? null],
    isPoints ? [twoPlaces(round.meanLeft), twoPlaces(round.mean), sorted(round.outliers)] : [],
  ]);

const foundText = (result: PlatformResult, isSecret: boolean, outliers: readonly string[]): string =>
  JSON.stringify([
    result.of,
    result.criteria.map((line) => [
      line.criterion,
      line.met,
      line.notMet,
      line.notApplicable,
      line.of,
      line.verdict,
      line.noQuorum === true,
      line.points === undefined ? [] : [line.points.sum, line.points.ballots],
    ]),
    result.positiveBallots,
    [result.issued, result.returned, result.valid, result.invalid],
    [result.outcome.outcome, result.other.outcome.outcome],
    result.points === undefined
      ? []
      : [
          result.points.mean,
          result.points.meanWithAll,
          // A secret ballot has no name: there only how many were set aside can be compared.
          isSecret && result.points.outliers.length === outliers.length
            ? sorted(outliers)
            : sorted(result.points.outliers.map(({ seat = '' }) => seat)),
        ],
  ]);

/** The result of a counted round, and that the newest one is the platform's. */
export function compareCount({ told, state, opened, differ }: Comparison, id: string): void {
  const poll = pollOf(told, id);
  const at = state.polls[id];
  if (poll?.round === undefined || at === undefined) return;
  const wanted = roundResult(told, poll);
  const found = pollResult(state, opened, at);
  const { scale, counting, secrecy } = told.rules;
  differ(
    `result of ${id}`,
    wanted && toldText(wanted, counting, scale.of === 'points'),
    found && foundText(found, secrecy === 'secret', wanted?.outliers ?? []),
  );
  const { platform = '' } = poll;
  const last = countedRounds(told, platform).at(-1);
  // A committee's count is shown to nobody before two of it have come to the same.
  const isShown = last !== undefined && (told.rules.committee !== 'three' || isAgreed(told, last.poll));
  const decides = isShown ? roundResult(told, last) : undefined;
  differ(`result of ${platform}`, decides?.outcome, platformResult(state, opened, platform)?.outcome.outcome);
}

export function compareVote({ told, state, opened, differ }: Comparison, id: string): void {
  const poll = pollOf(told, id);
  const at = state.polls[id];
  if (poll === undefined || at === undefined || poll.round !== undefined || !isOver(told, poll)) return;
  const wanted = voteResult(told, poll);
  if (at.subject.of === 'conclusion') {
    const conclusion = state.conclusions[at.subject.conclusion];
    const found = conclusion && conclusionResult(state, opened, conclusion);
    const text = (each: typeof wanted | typeof found) =>
      each && JSON.stringify([each.agree, each.disagree, each.abstain, each.of, each.passed]);
    differ(`vote ${id}`, text(wanted), text(found));
  }
  differ('counting committee', sorted(committee(told) ?? []), sorted(state.committee?.members ?? []));
}
