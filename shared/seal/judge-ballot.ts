// Judges an opened text by the same rules as at its author's: a sheet by its terms, a secret vote by what it is about.
import type { PollId, SeatId } from '../base/ids.ts';
import { type Ballot, type BallotTerms, draftErrors, PLAIN_TERMS, readBallot } from '../book/ballot.ts';
import type { SecretText } from '../book/book.ts';
import { barredCriteria } from '../book/seating.ts';
import type { Poll, SealedOpinion, State } from '../book/state.ts';
import { readVotePaper } from '../book/vote-paper.ts';
import { NOTHING_OPENED, type Opened, type OpenedBallot, sheetIn } from './opened.ts';

/** What a seat said in the last counted round before this one, as far as it was valid. */
export function ballotBefore(state: State, opened: Opened, poll: Poll, seat: string): Ballot | undefined {
  const { subject } = poll;
  if (subject.of !== 'platform') return undefined;
  const last = Object.values(state.polls).findLast(
    (each) =>
      each.subject.of === 'platform' &&
      each.subject.platform === subject.platform &&
      each.subject.round < subject.round &&
      each.step === 'counted' &&
      each.voided === undefined,
  );
  const sealed = Object.values(last?.ballots ?? {}).find((each) => each.seat === seat && each.status === 'counted');
  return sheetIn(opened.get(sealed?.entry ?? ''));
}

/** What a sheet of this seat is judged by: scale, criteria it may not judge, and where a change wants a reason. */
export function termsOf(state: State, opened: Opened, poll: Poll, seat: SeatId): BallotTerms {
  const { rules } = state.opened ?? {};
  if (rules === undefined || poll.subject.of !== 'platform') return PLAIN_TERMS;
  const barred = poll.stood ? (poll.stood.barred[seat] ?? []) : barredCriteria(state, seat, poll.subject.platform);
  const before = rules.rounds.change === 'reason-required' ? ballotBefore(state, opened, poll, seat) : undefined;
  return { scale: rules.scale, barred, ...(before === undefined ? {} : { before }) };
}

function judgeSheet(state: State, text: string, poll: string, terms: BallotTerms): OpenedBallot {
  const { criteria } = state;
  if (criteria === undefined) return { valid: false, code: 'criteria-missing', text };
  const read = readBallot(text, poll as PollId);
  if (!read.ok) return { valid: false, code: read.refusal.code, text };
  const error = draftErrors(criteria.set, read.value, terms)[0];
  return error ? { valid: false, code: error.code, text } : { valid: true, ballot: read.value, text };
}

export function judgeBallot(state: State, opened: Opened, poll: Poll, seat: SeatId, text: string): OpenedBallot {
  const { subject } = poll;
  if (subject.of === 'platform') return judgeSheet(state, text, poll.poll, termsOf(state, opened, poll, seat));
  const put = subject.of === 'conclusion' ? state.conclusions[subject.conclusion] : state.elections[subject.election];
  const read = readVotePaper(text, poll.poll, put?.sha256 ?? '');
  return read.ok ? { valid: true, vote: read.value.choice, text } : { valid: false, code: read.refusal.code, text };
}

/** An absent member's sheet names the platform where a ballot names its poll. */
export const judgeOpinion = (state: State, { platform }: SealedOpinion, text: string): OpenedBallot =>
  judgeSheet(state, text, platform, { scale: state.opened?.rules.scale ?? PLAIN_TERMS.scale, barred: [] });

/**
 * A secret ballot without its seat, as an extract brings it. What depends on the seat alone (its criteria, its marks of
 * the round before) can only be taken from what is said of the text; that this says the truth is bound by the numbers
 * the council approved. Undefined: what is said cannot be so.
 */
export function judgeText(state: State, poll: Poll, { text, code }: SecretText): OpenedBallot | undefined {
  const same = (found: OpenedBallot): boolean => (found.valid ? undefined : found.code) === code;
  if (poll.subject.of !== 'platform') {
    const found = judgeBallot(state, NOTHING_OPENED, poll, '' as SeatId, text);
    return same(found) ? found : broken(text, code);
  }
  const { scale, rounds } = state.opened?.rules ?? {};
  const barred: readonly (readonly string[])[] = [[], ...Object.values(poll.stood?.barred ?? {})];
  const found = barred.map((each) =>
    judgeSheet(state, text, poll.poll, { scale: scale ?? PLAIN_TERMS.scale, barred: each }),
  );
  const fitting = found.find(same);
  if (fitting) return fitting;
  const unchanged = code === 'change-reason-missing' && poll.subject.round > 1 && rounds?.change === 'reason-required';
  return unchanged ? { valid: false, code, text } : broken(text, code);
}

/** What did not open stands as empty text. */
const broken = (text: string, code: string | undefined): OpenedBallot | undefined =>
  text === '' && code === 'envelope-broken' ? { valid: false, code, text } : undefined;
