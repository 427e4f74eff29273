// Acts drawn without looking at the meeting: nearly all of them are refused, and both sides must refuse the same.
import { sitters } from './oracle-council.ts';
import { all, type Happening } from './oracle-happenings.ts';
import { polls, sheets } from './oracle-polls.ts';
import type { Plot } from './random-meeting.ts';
import { idOf, platformAt, seatAt } from './random-meeting-state.ts';

export function nonsense({ random, told, given }: Plot): Happening {
  const meeting = told();
  const pick = (list: readonly string[], other: string) => random.pick(list.length > 0 ? [...list, other] : [other]);
  const known = polls(meeting);
  const seat = pick(
    sitters(meeting).map((each) => each.seat),
    seatAt(99),
  );
  const other = random.pick(sitters(meeting)).seat;
  const poll = pick([...known.slice(-3).map((each) => each.poll), known.at(-1)?.poll ?? ''], idOf(3, 99));
  const platform = pick(meeting.platforms, platformAt(99));
  const written = known.slice(-2).flatMap((each) => sheets(meeting, each));
  const sheet = written.length > 0 ? random.pick(written) : undefined;
  const ballot = sheet?.ballot ?? idOf(4, 99);
  const owner = random.chance(70) ? (sheet?.seat ?? seat) : seat;
  const put = pick(
    [...all(meeting, 'conclude').map((each) => each.conclusion), ...all(meeting, 'elect').map((each) => each.election)],
    idOf(5, 99),
  );
  const criteria = ['c0', random.chance(80) ? 'c1' : 'c99'];
  const count = random.integer(0, 8);
  const acts: readonly Happening[] = [
    { act: 'open', presiding: seat },
    { act: 'adjourn' },
    { act: 'resume', presiding: seat },
    { act: 'pass-chair', seat },
    { act: 'attend', seat, how: 'online' },
    { act: 'authorise', seat },
    { act: 'end-authority', seat },
    { act: 'replace', seat, by: other },
    { act: 'declare', seat, platform, conflict: random.chance(50) },
    { act: 'declare', seat, platform, conflict: random.chance(90), criteria },
    {
      act: 'open-round',
      poll: idOf(3, random.integer(90, 100)),
      platform,
      round: random.integer(1, 2),
      entitled: [seat],
    },
    { act: 'issue', poll, seat },
    { act: 'cast', poll, seat, ballot: idOf(4, random.integer(200_000, 999_999)), written: { items: {} } },
    { act: 'reopen', poll, seat: owner, ballot },
    { act: 'close', poll, counted: [ballot], aside: [] },
    { act: 'void', poll },
    { act: 'set-aside', poll, ballot },
    { act: 'reveal', poll },
    { act: 'key', poll, ballot, seat: owner },
    { act: 'unopenable', poll, ballot },
    { act: 'count', poll },
    { act: 'report', poll, seat, figures: '3' },
    { act: 'agree', poll, seats: [seat, other] },
    { act: 'elect', election: idOf(6, random.integer(200, 999)), members: [seat, other, seat], head: seat },
    { act: 'conclude', conclusion: idOf(5, random.integer(200_000, 999_999)), platform },
    { act: 'open-vote', poll: idOf(3, 98), on: put, hands: given.rules.vote === 'hands', entitled: [seat] },
    { act: 'vote', poll, seat, choice: 'agree' },
    { act: 'hands', poll, agree: count, disagree: 0, abstain: 0, presiding: null },
  ];
  return random.pick(acts);
}
