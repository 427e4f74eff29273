// Rounds and votes, read off the list of what happened: who is entitled, what stands, what it comes to. It shares nothing with the engine.
import { isValid, type Written } from './oracle-ballot.ts';
import { attends, barred, entitledNow, isReplaced, presidingOver, quorum, recused, voting } from './oracle-council.ts';
import { carries, type ToldBallot, type ToldCouncil, type ToldResult, toldResult } from './oracle-count.ts';
import { all, asOf, once, type ToldMeeting } from './oracle-happenings.ts';

export type ToldPoll = {
  readonly poll: string;
  /** Place of its opening in the list. */
  readonly place: number;
  /** A round of a platform has one; so has the vote on its conclusion; an election has none. */
  readonly platform: string | undefined;
  readonly round: number | undefined;
  readonly on: string | undefined;
  readonly hands: boolean;
  /** What is put in is sealed: all but raised hands and open votes. */
  readonly sealed: boolean;
};

export const polls = (meeting: ToldMeeting): readonly ToldPoll[] => once(meeting, 'polls', () => allPolls(meeting));

function allPolls(meeting: ToldMeeting): readonly ToldPoll[] {
  return meeting.happened.flatMap((each, place): ToldPoll[] => {
    if (each.act === 'open-round')
      return [
        {
          poll: each.poll,
          place,
          platform: each.platform,
          round: each.round,
          on: undefined,
          hands: false,
          sealed: true,
        },
      ];
    if (each.act !== 'open-vote') return [];
    const platform = all(meeting, 'conclude').find(({ conclusion }) => conclusion === each.on)?.platform;
    // A committee is elected in the open whatever the rules say of conclusions.
    const sealed = platform !== undefined && meeting.rules.vote === 'secret';
    return [{ poll: each.poll, place, platform, round: undefined, on: each.on, hands: each.hands, sealed }];
  });
}
export const pollOf = (meeting: ToldMeeting, poll: string): ToldPoll | undefined =>
  polls(meeting).find((each) => each.poll === poll);

const of = (meeting: ToldMeeting, act: 'close' | 'void' | 'reveal' | 'count' | 'agree', poll: string) =>
  all(meeting, act).some((each) => each.poll === poll);
const closing = (meeting: ToldMeeting, poll: string) => all(meeting, 'close').find((each) => each.poll === poll);

export type Step = 'open' | 'closed' | 'revealed' | 'counted' | 'voided';
export function stepOf(meeting: ToldMeeting, poll: string): Step {
  if (of(meeting, 'void', poll)) return 'voided';
  if (of(meeting, 'count', poll)) return 'counted';
  if (of(meeting, 'reveal', poll)) return 'revealed';
  return closing(meeting, poll) ? 'closed' : 'open';
}
export const isAgreed = (meeting: ToldMeeting, poll: string): boolean => of(meeting, 'agree', poll);

/** Nothing more comes of it. */
export const isOver = (meeting: ToldMeeting, { poll, sealed }: ToldPoll): boolean => {
  const step = stepOf(meeting, poll);
  return step === 'voided' || step === 'counted' || (!sealed && step === 'closed');
};

/** At the opening, and who came later and was issued one, without who was recused since. */
export const entitledTo = (meeting: ToldMeeting, poll: ToldPoll): readonly string[] =>
  once(meeting, `entitled ${poll.poll}`, () => allEntitled(meeting, poll));

function allEntitled(meeting: ToldMeeting, { poll, place, platform, round }: ToldPoll): readonly string[] {
  const first = entitledNow(asOf(meeting, place), { platform, ballots: round !== undefined });
  const later = all(meeting, 'issue')
    .filter((each) => each.poll === poll)
    .map(({ seat }) => seat);
  return [...first, ...later].filter((seat) => platform === undefined || !recused(meeting, seat, platform));
}

export type ToldSheet = {
  readonly seat: string;
  readonly ballot: string;
  readonly written: Written;
  readonly choice: string | undefined;
  readonly status: 'standing' | 'superseded' | 'counted' | 'set-aside' | 'unopenable';
};

/** Every ballot that was put in, and what became of it. */
export const sheets = (meeting: ToldMeeting, poll: ToldPoll): readonly ToldSheet[] =>
  once(meeting, `sheets ${poll.poll}`, () => allSheets(meeting, poll));

function allSheets(meeting: ToldMeeting, { poll, platform }: ToldPoll): readonly ToldSheet[] {
  const closed = closing(meeting, poll);
  const named = (act: 'set-aside' | 'unopenable', ballot: string) =>
    all(meeting, act).some((each) => each.ballot === ballot);
  // A recusal while the round is open; one that comes later changes nothing of it.
  const open = closed === undefined ? meeting : asOf(meeting, closed.place);
  return all(meeting, 'cast')
    .filter((each) => each.poll === poll)
    .map(({ seat, ballot, written, choice }) => {
      const status = (): ToldSheet['status'] => {
        if (all(meeting, 'reopen').some((each) => each.ballot === ballot)) return 'superseded';
        if (platform !== undefined && recused(open, seat, platform)) return 'set-aside';
        if (closed === undefined) return 'standing';
        if (closed.aside.includes(ballot) || named('set-aside', ballot)) return 'set-aside';
        return named('unopenable', ballot) ? 'unopenable' : 'counted';
      };
      return { seat, ballot, written, choice, status: status() };
    });
}
export const standing = (meeting: ToldMeeting, poll: ToldPoll): readonly ToldSheet[] =>
  sheets(meeting, poll).filter(({ status }) => status === 'standing');

export const votes = (meeting: ToldMeeting, poll: string): ReadonlyMap<string, string> =>
  new Map(
    all(meeting, 'vote')
      .filter((each) => each.poll === poll)
      .map(({ seat, choice }) => [seat, choice]),
  );

/** Who put a ballot in or voted took part, also after leaving; from a distance nobody is part of a quorum. */
const inTheRoom = (meeting: ToldMeeting, poll: ToldPoll): readonly string[] =>
  poll.round === undefined
    ? [...votes(meeting, poll.poll).keys(), ...standing(meeting, poll).map(({ seat }) => seat)]
    : meeting.rules.casting === 'attending'
      ? standing(meeting, poll).map(({ seat }) => seat)
      : [];

/** Quorum of what a poll is about, as things are now; who has put something in took part. */
export const quorumOfPoll = (meeting: ToldMeeting, poll: ToldPoll) =>
  quorum(meeting, { platform: poll.platform, took: inTheRoom(meeting, poll) });

/** The council at the close of a poll; undefined before. */
export const stood = (meeting: ToldMeeting, poll: ToldPoll): ToldCouncil | undefined =>
  once(meeting, `stood ${poll.poll}`, () => councilAt(meeting, poll));

function councilAt(meeting: ToldMeeting, poll: ToldPoll): ToldCouncil | undefined {
  const closed = closing(meeting, poll.poll);
  if (closed === undefined) return undefined;
  const then = asOf(meeting, closed.place);
  const { platform } = poll;
  const took = new Set([...standing(then, poll).map(({ seat }) => seat), ...votes(then, poll.poll).keys()]);
  const appointed = voting(then)
    .map(({ seat }) => seat)
    .filter((seat) => platform === undefined || !recused(then, seat, platform));
  const isRound = poll.round !== undefined && platform !== undefined;
  const out = isRound ? appointed.map((seat): [string, readonly string[]] => [seat, barred(then, seat, platform)]) : [];
  const short = (criterion: string) => !quorum(then, { platform, criterion, took: inTheRoom(then, poll) }).holds;
  const perCriterion = isRound && meeting.rules.quorum.per === 'criterion';
  return {
    present: entitledTo(then, poll).filter((seat) => took.has(seat) || attends(then, seat)),
    appointed,
    presiding: presidingOver(then, platform),
    barred: Object.fromEntries(out.filter(([, criteria]) => criteria.length > 0)),
    noQuorum: perCriterion ? meeting.criteria.map(({ id }) => id).filter(short) : [],
  };
}

/** Rounds of a platform that were counted and not voided, in order. */
export const countedRounds = (meeting: ToldMeeting, platform: string): readonly ToldPoll[] =>
  polls(meeting).filter(
    (poll) => poll.round !== undefined && poll.platform === platform && stepOf(meeting, poll.poll) === 'counted',
  );

/** Valid ballots of a counted round: by whom, and what they said. */
export function validBallots(meeting: ToldMeeting, poll: ToldPoll): readonly ToldSheet[] {
  const council = stood(meeting, poll);
  const earlier = countedRounds(asOf(meeting, poll.place), poll.platform ?? '').at(-1);
  const wanted = earlier !== undefined && meeting.rules.rounds.change === 'reason-required';
  const before = wanted ? validBallots(meeting, earlier) : [];
  return sheets(meeting, poll)
    .filter(({ status }) => status === 'counted')
    .filter(({ seat, written }) =>
      isValid(written, {
        criteria: meeting.criteria,
        scale: meeting.rules.scale.of,
        barred: council?.barred[seat] ?? [],
        before: before.find((each) => each.seat === seat)?.written.items,
      }),
    );
}

export type ToldRound = ToldResult & {
  readonly issued: number;
  readonly returned: number;
  readonly valid: number;
  readonly invalid: number;
};

export const roundResult = (meeting: ToldMeeting, poll: ToldPoll): ToldRound | undefined =>
  once(meeting, `result ${poll.poll}`, () => countOf(meeting, poll));

function countOf(meeting: ToldMeeting, poll: ToldPoll): ToldRound | undefined {
  const council = stood(meeting, poll);
  if (council === undefined || stepOf(meeting, poll.poll) !== 'counted') return undefined;
  const closed = closing(meeting, poll.poll);
  const valid = validBallots(meeting, poll);
  const ballots = valid.map(({ seat, written }) => ({ who: seat, items: written.items })) as ToldBallot[];
  const entitled = entitledTo(asOf(meeting, closed?.place ?? 0), poll);
  // Who was recused while the round was open holds no ballot any more.
  const returned = sheets(meeting, poll).filter(
    ({ status, seat }) => status !== 'superseded' && entitled.includes(seat),
  ).length;
  return {
    ...toldResult(meeting.rules, meeting, ballots, council),
    issued: entitled.length,
    returned,
    valid: valid.length,
    invalid: returned - valid.length,
  };
}

export type ToldVote = {
  readonly agree: number;
  readonly disagree: number;
  readonly abstain: number;
  readonly of: number;
  readonly passed: boolean;
};

/** A vote on a conclusion or an election once it is closed, a secret one once it is counted; who does not vote abstains. */
export function voteResult(meeting: ToldMeeting, poll: ToldPoll): ToldVote | undefined {
  const council = stood(meeting, poll);
  if (council === undefined || poll.round !== undefined || !isOver(meeting, poll)) return undefined;
  if (stepOf(meeting, poll.poll) === 'voided') return undefined;
  const seats = meeting.rules.denominator === 'appointed' ? council.appointed : council.present;
  const hands = all(meeting, 'hands')
    .filter((each) => each.poll === poll.poll)
    .at(-1);
  const said = poll.sealed
    ? sheets(meeting, poll).flatMap(({ status, choice }) => (status === 'counted' ? [choice] : []))
    : [...votes(meeting, poll.poll).values()];
  const count = (choice: string) => said.filter((each) => each === choice).length;
  const agree = hands?.agree ?? count('agree');
  const disagree = hands?.disagree ?? count('disagree');
  const open = votes(meeting, poll.poll).get(council.presiding ?? '');
  // Who raised a hand and then left took part in the count.
  const of = Math.max(seats.length, agree + disagree);
  const side = poll.hands ? hands?.presiding : poll.sealed ? undefined : open;
  return {
    agree,
    disagree,
    abstain: of - agree - disagree,
    of,
    passed: carries(meeting.rules, { agree, of, presidingAgrees: side === 'agree' }),
  };
}

/** The counting committee once an election has carried. */
export function committee(meeting: ToldMeeting): readonly string[] | undefined {
  let sitting: readonly string[] | undefined;
  for (const poll of polls(meeting)) {
    const put = all(meeting, 'elect').find(({ election }) => election === poll.on);
    const closed = closing(meeting, poll.poll);
    if (put === undefined || closed === undefined || !voteResult(meeting, poll)?.passed) continue;
    const then = asOf(meeting, closed.place);
    const gone = (seat: string) => isReplaced(then, seat);
    if (sitting?.some(gone) !== false && !put.members.some(gone)) sitting = put.members;
  }
  return sitting;
}

/** Elected, and nobody of the three has left the council. */
export const wholeCommittee = (meeting: ToldMeeting): boolean =>
  committee(meeting)?.some((seat) => isReplaced(meeting, seat)) === false;
