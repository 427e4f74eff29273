// What the one who records does in a random history.

import { toBase64 } from '../../shared/base/bytes.ts';
import type { Hash, SeatId } from '../../shared/base/ids.ts';
import { fittingKey } from '../../shared/book/fitting-key.ts';
import { PRESENCES } from '../../shared/book/meeting-rulings.ts';
import { entitledTo, holderSeats, isAttending } from '../../shared/book/seating.ts';
import { nextRound, votingWay } from '../../shared/book/sitting.ts';
import type { Poll } from '../../shared/book/state.ts';
import { electionText, textHash } from '../../shared/book/text-hash.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { fresh, type History, keyAt, keyOf, openPoll, polls } from './history.ts';
import { admit, hexOf, platformAt, rule, ruledHeads, say, sha256 } from './history-table.ts';

function open(history: History, subject: Poll['subject']): void {
  const { state } = history.table;
  const way = subject.of === 'platform' ? undefined : votingWay(state, subject.of);
  const secrecy = way?.secrecy ?? state.opened?.rules.secrecy ?? 'blind';
  const isSealed = subject.of === 'platform' || secrecy === 'secret';
  rule(history.table, 'poll-opened', {
    poll: fresh(history, 'poll'),
    subject,
    secrecy,
    by: way?.by ?? 'devices',
    entitled: [...entitledTo(state, subject)],
    holders: isSealed ? [...holderSeats(state)] : [],
  });
}

export function close(history: History, poll: Poll): void {
  const { table, random } = history;
  const sealed = poll.subject.of === 'platform' || poll.secrecy === 'secret';
  const standing = Object.values(poll.standing);
  const aside = standing.filter((hash) => {
    const ballot = poll.ballots[hash];
    return (ballot?.via === 'paper' && !ballot.confirmedBy) || random.chance(3);
  });
  rule(table, 'round-closed', {
    poll: poll.poll,
    upTo: ruledHeads(table),
    counted: sealed ? standing.filter((hash) => !aside.includes(hash)) : [],
    setAside: sealed ? aside.map((hash) => ({ hash, code: 'paper-not-confirmed' })) : [],
  });
}

type Recording = (history: History) => void;

const attend: Recording = ({ table, random }) => {
  const seat = random.pick(Object.keys(table.state.seats)) as SeatId;
  const presence = random.chance(90) ? 'present' : random.pick(PRESENCES);
  rule(table, 'attendance-marked', { seat, presence, note: '' });
};

const openRound: Recording = (history) => {
  const platform = platformAt(history.random.integer(0, history.platforms - 1));
  open(history, { of: 'platform', platform, round: nextRound(history.table.state, platform) });
};

const closeRound: Recording = (history) => {
  const poll = openPoll(history);
  // Sooner or later, as most have put something in.
  const put = Object.keys(poll?.standing ?? {}).length + Object.keys(poll?.votes ?? {}).length;
  if (poll && (put > 2 || history.random.chance(15))) close(history, poll);
};

const goOn: Recording = (history) => {
  for (const poll of polls(history)) {
    if (poll.step === 'closed') rule(history.table, 'revealed', { poll: poll.poll });
    else if (poll.step === 'revealed') finish(history, poll);
  }
};

const issue: Recording = (history) => {
  const { table, random } = history;
  const poll = openPoll(history);
  const seat = random.pick(Object.keys(table.state.seats)) as SeatId;
  if (poll && random.chance(50)) rule(table, 'ballot-issued', { poll: poll.poll, seat });
  else if (poll) rule(table, 'paper-issued', { poll: poll.poll, seat, number: random.integer(1, 40) });
  if (poll && random.chance(20)) rule(table, 'poll-voided', { poll: poll.poll, code: 'quorum-short' });
};

const authorise: Recording = ({ table, random }) => {
  const seat = random.pick(Object.keys(table.state.seats)) as SeatId;
  rule(table, 'vice-chair-authorised', { seat, letter: 'Giấy ủy quyền số 3' });
  if (random.chance(20)) rule(table, 'authorisation-ended', { seat, note: '' });
  if (random.chance(30)) rule(table, 'presiding-passed', { seat });
};

const adjourn: Recording = (history) => {
  const { table, random } = history;
  if (!random.chance(25)) return;
  rule(table, 'meeting-adjourned', { until: '', note: '' });
  if (random.chance(40)) {
    const seat = random.pick(Object.keys(table.state.seats)) as SeatId;
    rule(table, 'seat-replaced', { seat, by: fresh(history, 'new seat') as SeatId, ground: 'chuyển công tác' });
  }
  rule(table, 'meeting-resumed', { presiding: table.state.meeting.presiding as SeatId });
  for (const seat of Object.values(table.state.seats))
    rule(table, 'attendance-marked', { seat: seat.seat, presence: 'present', note: '' });
};

const elect: Recording = (history) => {
  const { table, random } = history;
  const there = Object.values(table.state.seats).filter((seat) => isAttending(table.state, seat));
  const members = random.shuffle(there.map(({ seat }) => seat)).slice(0, 3);
  const head = members[0] as SeatId;
  const election = fresh(history, 'election');
  const about = textHash(sha256, electionText({ members, head })) as Hash;
  rule(table, 'election-put', { election, members, head, sha256: about });
  if (table.state.elections[election]) open(history, { of: 'election', election });
};

const conclude: Recording = (history) => {
  const { table, random } = history;
  const platform = platformAt(random.integer(0, history.platforms - 1));
  const conclusion = fresh(history, 'conclusion');
  const text = `Kết luận ${conclusion}`;
  rule(table, 'conclusion-put', {
    conclusion,
    platform,
    outcome: 'all',
    text,
    sha256: textHash(sha256, text) as Hash,
  });
  if (table.state.conclusions[conclusion]) open(history, { of: 'conclusion', conclusion });
};

const countHands: Recording = (history) => {
  const { table } = history;
  const poll = openPoll(history);
  if (poll?.by !== 'hands') return;
  const there = poll.entitled.filter((seat) => isAttending(table.state, table.state.seats[seat])).length;
  const agree = history.random.integer(0, there);
  rule(table, 'hands-counted', { poll: poll.poll, agree, disagree: there - agree, abstain: 0, presiding: 'agree' });
  close(history, poll);
};

const settle: Recording = (history) => {
  const { table, random } = history;
  for (const poll of polls(history)) {
    const reports = Object.values(poll.reports).map(({ origin }) => origin.entry);
    if (reports.length >= 2)
      rule(table, 'count-agreed', { poll: poll.poll, reports: random.shuffle(reports).slice(0, 2) });
    const ids = table.state.criteria ? criteriaOf(table.state.criteria.set).map(({ id }) => id) : [];
    if (random.chance(30)) rule(table, 'criteria-discussed', { poll: poll.poll, criteria: [random.pick(ids)] });
  }
};

/** Another item, or another revision of one; its number and title may be anything. */
const bringEvidence: Recording = (history) => {
  const { table, random } = history;
  const platform = platformAt(random.integer(0, history.platforms - 1));
  const known = Object.values(table.state.platforms[platform]?.evidence ?? {});
  const old = random.chance(60) && known.length > 0 ? random.pick(known) : undefined;
  const evidence = old?.evidence ?? fresh(history, 'evidence');
  rule(table, 'evidence-added', {
    ...{ evidence, platform, revision: (old?.revision ?? 0) + 1, number: old?.number ?? random.integer(1, 9) },
    ...{ sha256: hexOf(`file ${evidence} ${random.integer(1, 4)}`, 32) as Hash, size: 1, mediaType: 'text/plain' },
    ...{ title: 'Kết quả đo', kind: 'test-result', supplier: '', date: '2026-11-01' },
    ...{ label: random.pick(['public', 'internal'] as const), criteria: [] },
  });
};

/** What the one who records might do next; each is done only where the rules allow it. */
export const recording = {
  attend,
  openRound,
  closeRound,
  goOn,
  issue,
  authorise,
  adjourn,
  elect,
  conclude,
  countHands,
  settle,
  bringEvidence,
} as const;

/** Keys come, or are ruled never to come; then it is counted. */
function finish({ table, random }: History, poll: Poll): void {
  for (const ballot of Object.values(poll.ballots)) {
    if (ballot.status !== 'counted' || fittingKey(ballot, sha256)) continue;
    const member = table.members.find(({ seat }) => seat === ballot.by);
    if (member === undefined || random.chance(10))
      rule(table, 'ballot-unopenable', { poll: poll.poll, ballot: ballot.entry, code: 'key-missing' });
    else {
      say(table, member, 'key-released', {
        poll: poll.poll,
        ballot: ballot.entry,
        key: toBase64(keyAt(keyOf(ballot.commit))),
      });
      admit(table, member);
    }
  }
  rule(table, 'counted', { poll: poll.poll, sha256: hexOf(`counted ${poll.poll}`, 32) as Hash });
}
