// A random history at a council's table: members say things at any time, the recorder hears of them late and in any order.

import type { SeatId } from '../../shared/base/ids.ts';
import { platformOf } from '../../shared/book/seating.ts';
import { pollUnderWay } from '../../shared/book/sitting.ts';
import { type History, openPoll, polls } from './history.ts';
import { close, recording } from './history-recording.ts';
import { saying } from './history-saying.ts';
import { admit, type HistoryTable, platformAt, rule, say } from './history-table.ts';

/** Who has no device declares through the secretary's hands. */
function declareFor(history: History, seat: SeatId): void {
  const { table, platforms } = history;
  const declared = Array.from({ length: platforms }, (_, at) => ({ platform: platformAt(at), conflict: false }));
  const writing = table.members[1];
  if (writing) say(table, writing, 'interest-declared', { declared }, { for: seat, via: 'hands' });
}

/** Everybody comes and declares: else few random histories would ever open a round. */
function gather(history: History): void {
  const { table, random } = history;
  for (const seat of Object.values(table.state.seats))
    if (random.chance(92)) rule(table, 'attendance-marked', { seat: seat.seat, presence: 'present', note: '' });
  for (const member of table.members) if (random.chance(97)) saying.declare(history, member);
  for (const { seat, device, replaced } of Object.values(table.state.seats))
    if (device === undefined && !replaced) declareFor(history, seat);
}

/** Everybody votes or puts in a sheet, one after another: else a round would seldom be worth counting. */
function everybody(history: History): void {
  const poll = openPoll(history);
  if (poll === undefined) return;
  const act = poll.subject.of === 'platform' || poll.secrecy === 'secret' ? saying.castOwn : saying.vote;
  for (const member of history.table.members) if (history.random.chance(85)) act(history, member);
  const paper = Object.keys(poll.paper)[0];
  if (paper !== undefined && history.table.members[0]) saying.castPaper(history, history.table.members[0]);
}

/** Two of the committee count, most often alike. */
function count(history: History): void {
  const { table } = history;
  for (const seat of table.state.committee?.members.slice(0, 2) ?? []) {
    const member = table.members.find((each) => each.seat === seat);
    if (member) saying.report(history, member);
  }
}

/** What a meeting would do next: random acts alone would seldom get beyond a first round. */
function press(history: History): void {
  const { table, random, platforms } = history;
  const poll = pollUnderWay(table.state);
  const rules = table.state.opened?.rules;
  if (poll?.step === 'open') {
    const put = Object.keys(poll.standing).length + Object.keys(poll.votes).length;
    if (random.chance(25)) recording.issue(history);
    if (poll.by === 'hands') recording.countHands(history);
    else if (put < 3) everybody(history);
    else close(history, poll);
    if (openPoll(history) === poll && random.chance(20))
      rule(table, 'poll-voided', { poll: poll.poll, code: 'quorum-short' });
    return;
  }
  if (poll !== undefined) {
    recording.goOn(history);
    return;
  }
  if (rules?.committee === 'three' && table.state.committee === undefined) {
    recording.elect(history);
    return;
  }
  const waiting = polls(history).some(
    ({ subject, step, agreed }) => subject.of === 'platform' && step === 'counted' && !agreed,
  );
  if (rules?.committee === 'three' && waiting) {
    count(history);
    for (const member of table.members) admit(table, member);
    recording.settle(history);
    return;
  }
  if (random.chance(30)) {
    recording.conclude(history);
    return;
  }
  for (let at = 0; at < platforms; at++) recording.openRound(history);
}

/** `acts` of everybody, each member's feed heard a part at a time by a member drawn from `arrival`. */
export function playHistory(history: History, acts: number): void {
  const { table, random, arrival } = history;
  gather(history);
  for (const member of arrival.shuffle(table.members)) admit(table, member);
  for (let act = 0; act < acts; act++) {
    const drawn = random.integer(1, 100);
    if (drawn <= 40) press(history);
    else if (drawn <= 62) random.pick(Object.values(recording))(history);
    else random.pick(Object.values(saying))(history, random.pick(table.members));
    if (arrival.chance(60)) admit(table, arrival.pick(table.members), arrival.integer(1, 6));
  }
  for (const member of arrival.shuffle(table.members)) admit(table, member);
}

/** How far histories get, so that a test can say they were not all empty. */
export const reached = ({ state }: HistoryTable) => ({
  polls: Object.keys(state.polls).length,
  counted: Object.values(state.polls).filter(({ step }) => step === 'counted').length,
  voided: Object.values(state.polls).filter(({ voided }) => voided).length,
  refused: Object.values(state.feeds).reduce((sum, { refused }) => sum + Object.keys(refused).length, 0),
  underWay: pollUnderWay(state) !== undefined,
  conclusions: Object.keys(state.conclusions).length,
  revised: Object.values(state.platforms)
    .flatMap(({ evidence }) => Object.values(evidence))
    .filter(({ earlier }) => earlier).length,
  openings: Object.keys(state.openings).length,
  agreed: Object.values(state.polls).filter(({ agreed }) => agreed).length,
  elected: state.committee === undefined ? 0 : 1,
  paper: Object.values(state.polls)
    .flatMap(({ ballots }) => Object.values(ballots))
    .filter(({ via }) => via === 'paper').length,
  about: Object.values(state.polls).map(({ subject }) => platformOf(state, subject)),
});
