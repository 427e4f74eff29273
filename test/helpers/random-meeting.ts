// Plays random meetings, seeded: arrivals and leavings, recusals, rounds, bad ballots, votes, and acts that make no sense.
import {
  attends,
  barred,
  declared,
  entitledNow,
  mayVote,
  presence,
  quorum,
  recused,
  sitters,
  sitting,
  undeclared,
  voting,
} from './oracle-council.ts';
import type { Choice } from './oracle-happenings.ts';
import {
  committee,
  countedRounds,
  entitledTo,
  pollOf,
  polls,
  quorumOfPoll,
  sheets,
  standing,
  stepOf,
  type ToldPoll,
  validBallots,
} from './oracle-polls.ts';
import { type Both, bothSides, type Given } from './random-meeting-both.ts';
import { goodSheet, randomGiven, type SheetWish, spoil } from './random-meeting-given.ts';
import { nonsense } from './random-meeting-nonsense.ts';
import { idOf, seatAt } from './random-meeting-state.ts';
import type { Random } from './seed.ts';

export type Plot = Both & {
  readonly random: Random;
  readonly given: Given;
  /** A new id of a poll, a ballot, a conclusion … */
  readonly fresh: (kind: number) => string;
};

const HOW = ['present', 'online', 'absent', 'excused', 'left'] as const;
const CHOICES: readonly Choice[] = ['agree', 'disagree', 'abstain'];

function arrive({ attempt, random, told }: Plot, seats: readonly string[]): void {
  const bad = random.chance(20);
  for (const seat of seats) {
    const how = random.chance(bad ? 55 : 85) ? 'present' : random.pick(HOW);
    if (presence(told(), seat) !== how) attempt({ act: 'attend', seat, how });
  }
}

const everybody = ({ told }: Plot): readonly string[] =>
  sitters(told())
    .filter(({ replaced }) => !replaced)
    .map(({ seat }) => seat);

function declare(plot: Plot, seat: string, platform: string, conflicts: number): void {
  const { attempt, random, given, told } = plot;
  const conflict = random.chance(conflicts);
  const known = told().criteria.map(({ id }) => id);
  const more = random.shuffle(known).slice(0, random.integer(1, Math.max(1, known.length - 1)));
  const before = barred(told(), seat, platform);
  // One conflict more, what was said stays said; or as if nothing had been said before.
  const some = random.chance(60) ? [...new Set([...before, ...more])] : more;
  const narrow = conflict && given.rules.quorum.per === 'criterion' && random.chance(60);
  attempt({ act: 'declare', seat, platform, conflict, ...(narrow ? { criteria: some } : {}) });
}

function declareAll(plot: Plot, platform: string): void {
  for (const seat of undeclared(plot.told(), platform)) declare(plot, seat, platform, 8);
}

/** Something that the plan of the meeting did not foresee. */
function disturb(plot: Plot): void {
  const { attempt, random, told } = plot;
  if (!random.chance(30)) return;
  const seat = random.pick(everybody(plot));
  switch (random.integer(1, 7)) {
    case 1:
    case 2:
      attempt({ act: 'attend', seat, how: random.pick(HOW) });
      break;
    case 3: {
      const platform = random.pick(told().platforms);
      if (declared(told(), seat, platform) || random.chance(50)) declare(plot, seat, platform, 70);
      break;
    }
    case 4: {
      const vice = voting(told()).find(({ role }) => role === 'vice-chair')?.seat;
      if (vice) attempt({ act: random.chance(70) ? 'authorise' : 'end-authority', seat: vice });
      break;
    }
    case 5:
      attempt({ act: 'pass-chair', seat });
      break;
    case 6:
      attempt({ act: 'attend', seat, how: 'left' });
      break;
    default:
      attempt(nonsense(plot));
  }
}

/** What a secretary does who lacks a quorum: calls people in, asks for an authorisation, or adjourns. */
function repair(plot: Plot, mayAdjourn: boolean): void {
  const { attempt, random, told } = plot;
  const vice = voting(told()).find(({ role }) => role === 'vice-chair')?.seat;
  if (vice && random.chance(60)) attempt({ act: 'authorise', seat: vice });
  if (mayAdjourn && random.chance(25)) nextSitting(plot);
  for (const { seat } of voting(told()))
    if (!attends(told(), seat) && random.chance(75)) attempt({ act: 'attend', seat, how: 'present' });
}

function nextSitting(plot: Plot): void {
  const { attempt, random, told, fresh } = plot;
  if (!attempt({ act: 'adjourn' })) return;
  if (random.chance(50)) {
    const seat = random.pick(everybody(plot));
    attempt({ act: 'replace', seat, by: fresh(1) });
  }
  if (random.chance(20)) attempt(nonsense(plot));
  if (!attempt({ act: 'resume', presiding: random.pick(everybody(plot)) })) {
    const chair = voting(told()).find(({ role }) => role === 'chair')?.seat ?? seatAt(1);
    attempt({ act: 'resume', presiding: chair });
  }
  arrive(plot, everybody(plot));
}

function electCommittee(plot: Plot): void {
  const { attempt, random, told, fresh, given } = plot;
  if (given.rules.committee !== 'three') return;
  for (let tries = 0; tries < 3 && committee(told()) === undefined; tries++) {
    const there = voting(told()).filter(({ seat }) => attends(told(), seat));
    const members = random
      .shuffle(there.length < 3 ? voting(told()) : there)
      .slice(0, 3)
      .map(({ seat }) => seat);
    const election = fresh(6);
    if (attempt({ act: 'elect', election, members, head: members[0] ?? '' })) vote(plot, election, undefined, 90);
    else repair(plot, true);
  }
}

/** A vote from its opening to its end. */
function vote(plot: Plot, on: string, platform: string | undefined, mood: number): void {
  const { attempt, random, told, fresh, given } = plot;
  for (let tries = 0; tries < 2; tries++) {
    if (platform !== undefined) declareAll(plot, platform);
    const poll = fresh(3);
    const entitled = entitledNow(told(), { platform, ballots: false });
    if (!attempt({ act: 'open-vote', poll, on, hands: given.rules.vote === 'hands', entitled })) {
      repair(plot, true);
      continue;
    }
    const open = pollOf(told(), poll) as ToldPoll;
    for (const seat of random.shuffle(entitled)) {
      disturb(plot);
      if (random.chance(10)) continue;
      const choice = random.chance(mood) ? 'agree' : random.pick(CHOICES);
      if (open.hands) continue;
      if (open.sealed) attempt({ act: 'cast', poll, seat, ballot: fresh(4), written: { items: {} }, choice });
      else attempt({ act: 'vote', poll, seat, choice });
    }
    finishVote(plot, open, mood);
    return;
  }
}

function raise({ attempt, random, told }: Plot, poll: ToldPoll, mood: number): void {
  const there = entitledTo(told(), poll).filter((seat) => attends(told(), seat)).length;
  const agree = random.chance(30) ? Math.floor(there / 2) : random.chance(mood) ? there : random.integer(0, there);
  const disagree = random.integer(0, there - agree);
  const abstain = there - agree - disagree + (random.chance(5) ? 1 : 0);
  attempt({ act: 'hands', poll: poll.poll, agree, disagree, abstain, presiding: random.pick([...CHOICES, null]) });
}

function finishVote(plot: Plot, open: ToldPoll, mood: number): void {
  const { attempt, random, told } = plot;
  if (open.hands) raise(plot, open, mood);
  if (random.chance(20)) disturb(plot);
  if (open.hands && random.chance(70)) raise(plot, open, mood);
  if (close(plot, open)) openBallots(plot, open);
  else if (stepOf(told(), open.poll) === 'open') attempt({ act: 'void', poll: open.poll });
}

function close(plot: Plot, poll: ToldPoll): boolean {
  const { attempt, random, told } = plot;
  for (let tries = 0; tries < 3; tries++) {
    const stand = random.shuffle(standing(told(), poll).map(({ ballot }) => ballot));
    const aside = stand.filter(() => random.chance(3));
    const counted = stand.filter((ballot) => !aside.includes(ballot) && !random.chance(1));
    if (attempt({ act: 'close', poll: poll.poll, counted, aside })) return true;
    if (!quorumOfPoll(told(), poll).holds && random.chance(40)) {
      attempt({ act: 'void', poll: poll.poll });
      return false;
    }
    if (!quorumOfPoll(told(), poll).holds) repair(plot, false);
  }
  return false;
}

/** From the close to the count, of whatever is sealed. */
function openBallots(plot: Plot, poll: ToldPoll): void {
  const { attempt, random, told, castLate } = plot;
  const { poll: id } = poll;
  if (!poll.sealed) return;
  const late = entitledTo(told(), poll).find((seat) => !sheets(told(), poll).some((each) => each.seat === seat));
  if (late !== undefined && poll.round !== undefined && random.chance(30)) castLate(id, late);
  const counted = () => sheets(told(), poll).filter(({ status }) => status === 'counted');
  for (const { ballot } of counted()) if (random.chance(3)) attempt({ act: 'set-aside', poll: id, ballot });
  if (random.chance(10)) disturb(plot);
  attempt({ act: 'reveal', poll: id });
  if (random.chance(10)) disturb(plot);
  for (const { ballot, seat } of counted()) {
    if (random.chance(96)) attempt({ act: 'key', poll: id, ballot, seat });
    else if (random.chance(80)) attempt({ act: 'unopenable', poll: id, ballot });
  }
  if (!attempt({ act: 'count', poll: id })) {
    for (const { ballot, seat } of counted()) attempt({ act: 'key', poll: id, ballot, seat });
    attempt({ act: 'count', poll: id });
  }
}

/** How a member's sheet for this round comes about. */
function wishFor({ told, given }: Plot, poll: ToldPoll, seat: string, mood: number): SheetWish {
  const platform = poll.platform ?? '';
  const earlier = countedRounds(told(), platform).at(-1);
  const before = earlier && validBallots(told(), earlier).find((each) => each.seat === seat);
  const mine = barred(told(), seat, platform);
  return { given, criteria: told().criteria, barred: mine, mood, before: before?.written.items };
}

function castOne(plot: Plot, poll: ToldPoll, seat: string, mood: number): void {
  const { attempt, random, fresh, told } = plot;
  const wish = wishFor(plot, poll, seat, mood);
  const sheet = goodSheet(random, wish);
  const written = random.chance(6) ? spoil(random, sheet, wish) : sheet;
  const ballot = fresh(4);
  if (!attempt({ act: 'cast', poll: poll.poll, seat, ballot, written })) return;
  // In open scoring the key comes with the ballot, and everybody sees it.
  if (told().rules.secrecy === 'open' && random.chance(50)) attempt({ act: 'key', poll: poll.poll, ballot, seat });
  if (random.chance(6) && attempt({ act: 'reopen', poll: poll.poll, seat, ballot })) castOne(plot, poll, seat, mood);
}

function cast(plot: Plot, poll: ToldPoll): void {
  const { attempt, random, told } = plot;
  const mood = random.pick([50, 75, 90, 96, 99]);
  for (const seat of random.shuffle(entitledTo(told(), poll))) {
    disturb(plot);
    if (random.chance(92)) castOne(plot, poll, seat, mood);
  }
  for (const { seat } of voting(told())) {
    const platform = poll.platform ?? '';
    if (entitledTo(told(), poll).includes(seat) || recused(told(), seat, platform) || !random.chance(70)) continue;
    if (!declared(told(), seat, platform)) declare(plot, seat, platform, 5);
    if (attempt({ act: 'issue', poll: poll.poll, seat })) castOne(plot, poll, seat, mood);
  }
}

function countTwice(plot: Plot, poll: ToldPoll): void {
  const { attempt, random, told } = plot;
  const [one = '', other = '', third = ''] = random.shuffle(committee(told()) ?? []);
  const { poll: id } = poll;
  if (random.chance(20)) attempt({ act: 'report', poll: id, seat: random.pick(everybody(plot)), figures: '1' });
  attempt({ act: 'report', poll: id, seat: one, figures: '7' });
  attempt({ act: 'report', poll: id, seat: other, figures: random.chance(80) ? '7' : '8' });
  if (attempt({ act: 'agree', poll: id, seats: [one, other] })) return;
  attempt({ act: 'report', poll: id, seat: third, figures: '7' });
  attempt({
    act: 'agree',
    poll: id,
    seats: random.pick([
      [one, third],
      [one, one],
      [other, third],
    ] as const) as [string, string],
  });
  attempt({ act: 'agree', poll: id, seats: [one, third] });
}

/** A round of a platform; whether it was counted. */
function round(plot: Plot, platform: string): void {
  const { attempt, random, told, fresh, given } = plot;
  for (let tries = 0; tries < 3; tries++) {
    if (random.chance(95)) declareAll(plot, platform);
    const held = polls(told()).filter(
      (each) => each.round !== undefined && each.platform === platform && stepOf(told(), each.poll) !== 'voided',
    );
    const poll = fresh(3);
    const entitled = entitledNow(told(), { platform, ballots: true });
    const number = held.length + (random.chance(2) ? 2 : 1);
    const named = random.chance(2) ? entitled.slice(1) : entitled;
    if (!attempt({ act: 'open-round', poll, platform, round: number, entitled: named })) {
      if (!quorum(told(), { platform }).holds) repair(plot, true);
      continue;
    }
    const open = pollOf(told(), poll) as ToldPoll;
    cast(plot, open);
    if (!close(plot, open)) {
      if (stepOf(told(), poll) === 'open') attempt({ act: 'void', poll });
      continue;
    }
    openBallots(plot, open);
    if (given.rules.committee === 'three' && random.chance(97)) countTwice(plot, open);
    return;
  }
}

function conclude(plot: Plot, platform: string): void {
  const { attempt, random, fresh } = plot;
  for (let tries = 0; tries < 2; tries++) {
    const conclusion = fresh(5);
    if (!attempt({ act: 'conclude', conclusion, platform })) return;
    vote(plot, conclusion, platform, random.pick([50, 80, 95]));
    if (random.chance(80)) return;
  }
}

/** Plays one meeting on both sides; throws a `Disagreement` with the whole meeting in it. */
export function playMeeting(random: Random): Plot {
  const given = randomGiven(random);
  const both = bothSides(given);
  let made = 100;
  const plot: Plot = { ...both, random, given, fresh: (kind) => idOf(kind, ++made) };
  const { attempt, told } = plot;
  for (const { seat, role } of sitters(told()))
    for (const platform of told().platforms) if (mayVote(role) && random.chance(60)) declare(plot, seat, platform, 8);
  if (random.chance(10)) attempt({ act: 'replace', seat: random.pick(everybody(plot)), by: plot.fresh(1) });
  if (random.chance(20)) attempt(nonsense(plot));
  const presiding = voting(told()).find(({ role }) => role === 'chair')?.seat ?? seatAt(1);
  if (sitting(told()) === 'before') attempt({ act: 'open', presiding });
  arrive(plot, everybody(plot));
  electCommittee(plot);
  for (const platform of told().platforms) {
    const rounds = random.integer(1, given.rules.rounds.most);
    for (let at = 0; at < rounds; at++) {
      round(plot, platform);
      if (random.chance(10)) nextSitting(plot);
    }
    conclude(plot, platform);
    disturb(plot);
  }
  return plot;
}
