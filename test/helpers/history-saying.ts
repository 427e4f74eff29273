// What members say in a random history.

import type { Hash, PollId, SeatId } from '../../shared/base/ids.ts';
import { keyCommit } from '../../shared/book/decide-ballot.ts';
import { revisionsOf } from '../../shared/book/evidence-of.ts';
import { holdersOf } from '../../shared/book/seating.ts';
import type { Poll } from '../../shared/book/state.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { bytes, type History, keyAt, keys, openPoll, polls } from './history.ts';
import { hexOf, type Member, platformAt, SALT, say, sha256 } from './history-table.ts';

function cast(history: History, member: Member, poll: Poll, more: { readonly for?: SeatId } = {}): void {
  const { table } = history;
  const seat = more.for ?? member.seat;
  const label = `key ${seat} ${history.serial++}`;
  const commit = keyCommit(sha256, keyAt(label)) as Hash;
  keys.set(commit, label);
  const shares = holdersOf(table.state, poll, seat).map(({ seat: holder, kem }) => ({
    holder,
    key: kem,
    wrapped: bytes(`${label} ${holder}`, 80),
    commit: hexOf(`${label} ${holder}`, 32) as Hash,
  }));
  const body = { poll: poll.poll as PollId, envelope: bytes(label, 90), commit, shares };
  say(table, member, 'ballot-cast', body, more.for ? { for: more.for, via: 'paper' } : {});
}

type Saying = (history: History, member: Member) => void;

const declare: Saying = ({ table, random, platforms }, member) => {
  const declared = Array.from({ length: platforms }, (_, at) => ({
    platform: platformAt(at),
    conflict: random.chance(6),
  }));
  say(table, member, 'interest-declared', { declared });
};

const castOwn: Saying = (history, member) => {
  const poll = openPoll(history) ?? polls(history).at(-1);
  if (poll) cast(history, member, poll);
};

const castPaper: Saying = (history, member) => {
  const poll = openPoll(history);
  const paper = Object.keys(poll?.paper ?? {})[0] as SeatId | undefined;
  if (poll && paper) cast(history, member, poll, { for: paper });
};

const confirm: Saying = ({ table, random }, member) => {
  const poll = Object.values(table.state.polls).at(-1);
  const sheet = Object.values(poll?.ballots ?? {}).find(({ via }) => via === 'paper');
  if (sheet) say(table, member, 'entry-confirmed', { entry: sheet.entry });
  else if (poll?.standing[member.seat] && random.chance(40))
    say(table, member, 'ballot-reopened', {
      poll: poll.poll,
      ballot: poll.standing[member.seat] as Hash,
      reason: 'slip',
    });
};

const vote: Saying = ({ table, random }, member) => {
  const poll = Object.values(table.state.polls).findLast(({ subject }) => subject.of !== 'platform');
  if (poll === undefined || poll.subject.of === 'platform') return;
  const { subject } = poll;
  const put =
    subject.of === 'conclusion' ? table.state.conclusions[subject.conclusion] : table.state.elections[subject.election];
  const choice = random.pick(['agree', 'agree', 'disagree', 'abstain'] as const);
  say(table, member, 'vote-cast', { poll: poll.poll, about: (put?.sha256 ?? hexOf('x', 32)) as Hash, choice });
};

const report: Saying = ({ table, random }, member) => {
  const poll = Object.values(table.state.polls).findLast(({ subject }) => subject.of === 'platform');
  if (poll === undefined || table.state.criteria === undefined) return;
  const met = random.chance(80) ? 4 : 3;
  const line = (criterion: string) => ({ criterion, met, notMet: 0, notApplicable: 0, points: 0 });
  const lines = criteriaOf(table.state.criteria.set).map(({ id }) => line(id));
  say(table, member, 'count-reported', {
    poll: poll.poll,
    issued: 5,
    returned: 5,
    valid: 5,
    invalid: 0,
    positive: 5,
    lines,
  });
};

const remark: Saying = ({ table, platforms, random }, member) => {
  const platform = platformAt(random.integer(0, platforms - 1));
  say(table, member, 'remark-made', { _salt: SALT, platform, criterion: null, text: 'Cần làm rõ.' });
  if (random.chance(30)) say(table, member, 'opinion-written', { _salt: SALT, platform, text: 'Đồng ý.' });
};

/** Any of the revisions of a platform's evidence, also one that another platform has. */
const openEvidence: Saying = ({ table, platforms, random }, member) => {
  const revisions = Object.values(table.state.platforms)
    .flatMap(({ evidence }) => Object.values(evidence))
    .flatMap((item) => revisionsOf(item).map(({ sha256: file }) => file));
  if (revisions.length === 0) return;
  const opened = random.shuffle(revisions).slice(0, random.integer(1, 2));
  say(table, member, 'evidence-opened', {
    _salt: SALT,
    platform: platformAt(random.integer(0, platforms - 1)),
    opened,
  });
};

/** What a member might say, allowed or not: the recorder refuses what the rules refuse. */
export const saying = { declare, castOwn, castPaper, confirm, vote, report, remark, openEvidence } as const;
