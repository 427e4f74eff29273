// What the desk may do now: each act is asked of the rules as they would be asked when it is done.
import { type Refusal, refusal } from '../../shared/base/result.ts';
import { quorumRefusal } from '../../shared/book/decide-poll.ts';
import type { Ruling } from '../../shared/book/rulings.ts';
import { isAttending, seatsInOrder, votingSeats } from '../../shared/book/seating.ts';
import type { Poll } from '../../shared/book/state.ts';
import { electionText, textHash } from '../../shared/book/text-hash.ts';
import type { SessionBookView } from '../../shared/contract/council-views.ts';
import type { Possible, SessionView } from '../../shared/contract/views.ts';
import { minutesMissing } from '../../shared/minutes/minutes-of.ts';
import { isCounted } from '../../shared/results/session-result.ts';
import { agreementOf, withoutFigures } from './counting.ts';
import { type LiveBook, rulingRefusal } from './live-book.ts';
import { writtenNow } from './minutes-text.ts';
import { closing, roundOpening } from './rounds.ts';
import type { Surroundings } from './surroundings.ts';

const NO_ID = '0'.repeat(16);

const possible = (why: Refusal | undefined): Possible => (why ? { possible: false, why } : { possible: true });

const asking =
  (around: Surroundings, { state }: LiveBook) =>
  (ruling: Ruling) =>
    possible(state.readOnly ?? rulingRefusal(around, state, [ruling]));

const chairOf = ({ state }: LiveBook): string =>
  state.meeting.presiding ?? seatsInOrder(state).find(({ role }) => role === 'chair')?.seat ?? NO_ID;

export function possibleActs(around: Surroundings, live: LiveBook): NonNullable<SessionView['possible']> {
  const { state } = live;
  const ask = asking(around, live);
  const missing = minutesMissing({ state, opened: live.opened })[0];
  const rounds = Object.keys(state.platforms).map(
    (platform) => [platform, ask(roundOpening(live, platform, NO_ID))] as const,
  );
  return {
    openMeeting: ask({ kind: 'meeting-opened', body: { presiding: chairOf(live) as never } }),
    openRound: Object.fromEntries(rounds),
    writeMinutes: missing ? possible(missing) : possible(state.readOnly),
    closeMeeting: ask({ kind: 'meeting-closed', body: {} }),
    sealMinutes: possible(state.readOnly ?? sealingBarred(around, live)),
  };
}

function sealingBarred(around: Surroundings, live: LiveBook): Refusal | undefined {
  const { meeting, minutes } = live.state;
  if (minutes.sealed) return refusal('minutes-already-sealed');
  // Cut and not sealed: the sealing was cut off, and goes on from there.
  if (minutes.cut) return undefined;
  if (meeting.closed === undefined) return refusal('meeting-not-closed');
  return writtenNow(around, live) === minutes.written?.sha256 ? undefined : refusal('minutes-stale');
}

/** Whether any three could be put: the first three who attend stand for them. */
function anyElection(around: Surroundings, { state }: LiveBook): Ruling {
  const attending = votingSeats(state).filter((seat) => isAttending(state, seat));
  const [head = NO_ID, second = '1'.repeat(16), third = '2'.repeat(16)] = attending.map(({ seat }) => seat as string);
  const body = { members: [head, second, third] as never[], head: head as never };
  const sha256 = textHash(around.ciphers.sha256, electionText(body)) as never;
  return { kind: 'election-put', body: { election: NO_ID, ...body, sha256 } };
}

/** What the rule book adds. */
export function mayNow(around: Surroundings, live: LiveBook): NonNullable<SessionBookView['may']> {
  const { state } = live;
  const ask = asking(around, live);
  const polls = Object.values(state.polls);
  const open = polls.filter(({ step, voided }) => step === 'open' && voided === undefined);
  const inCommittee = polls.filter(
    (poll) =>
      state.opened?.rules.committee === 'three' &&
      poll.subject.of === 'platform' &&
      isCounted(poll) &&
      poll.agreed === undefined,
  );
  const byPoll = (each: readonly Poll[], answer: (poll: Poll) => Possible) =>
    Object.fromEntries(each.map((poll) => [poll.poll, answer(poll)]));
  const agreeing = (poll: Poll): Possible => {
    const ruling = agreementOf(live, poll);
    const answer = ruling.ok ? ask(ruling.value) : possible(ruling.refusal);
    return answer.possible ? answer : possible(withoutFigures(answer.why));
  };
  return {
    adjourn: ask({ kind: 'meeting-adjourned', body: { until: '', note: '' } }),
    resume: ask({ kind: 'meeting-resumed', body: { presiding: chairOf(live) as never } }),
    putElection: ask(anyElection(around, live)),
    close: byPoll(open, (poll) => ask(closing(live, poll))),
    void: byPoll(open, (poll) => ask(voiding(live, poll))),
    agreeCount: byPoll(inCommittee, agreeing),
  };
}

/** Why it is void: what the quorum lacks at this moment. */
export const voiding = ({ state }: LiveBook, poll: Poll): Ruling => ({
  kind: 'poll-voided',
  body: { poll: poll.poll, code: quorumRefusal(state, poll)?.code ?? 'quorum-short' },
});
