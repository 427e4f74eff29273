// Whether something may happen now, as the rules tell it: every act is asked here and of the engine, and both must say the same.
import {
  attends,
  authorised,
  barred,
  declared,
  entitledNow,
  isLed,
  isReplaced,
  mayVote,
  presidingOver,
  quorum,
  recused,
  roleOf,
  sitters,
  sitting,
  standsIn,
  undeclared,
  voting,
} from './oracle-council.ts';
import { type Act, all, type Happening, type ToldMeeting } from './oracle-happenings.ts';
import {
  committee,
  countedRounds,
  entitledTo,
  isAgreed,
  isOver,
  pollOf,
  polls,
  quorumOfPoll,
  sheets,
  standing,
  stepOf,
  type ToldPoll,
  voteResult,
  wholeCommittee,
} from './oracle-polls.ts';

type Rules = { readonly [K in Happening['act']]: (meeting: ToldMeeting, act: Act<K>) => boolean };

const sits = (meeting: ToldMeeting): boolean => sitting(meeting) === 'sits';
const underWay = (meeting: ToldMeeting): boolean => polls(meeting).some((poll) => !isOver(meeting, poll));
const sameSeats = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((seat) => b.includes(seat));

function mayPreside(meeting: ToldMeeting, seat: string): boolean {
  const sitter = sitters(meeting).find((each) => each.seat === seat);
  if (sitter === undefined || sitter.replaced) return false;
  return meeting.rules.quorum.chair !== 'required' || sitter.role === 'chair' || standsIn(meeting, sitter);
}

const isOpen = (meeting: ToldMeeting, poll: string): ToldPoll | undefined => {
  const found = pollOf(meeting, poll);
  return found !== undefined && stepOf(meeting, poll) === 'open' ? found : undefined;
};

/** A conflict may be added at any time until the conclusion is put; none is taken back once a round has been opened. */
function mayDeclare(meeting: ToldMeeting, { seat, platform, conflict, criteria }: Act<'declare'>): boolean {
  if (!mayVote(roleOf(meeting, seat)) || isReplaced(meeting, seat) || !meeting.platforms.includes(platform))
    return false;
  if (criteria !== undefined) {
    const known = criteria.every((id) => meeting.criteria.some((each) => each.id === id));
    if (meeting.rules.quorum.per !== 'criterion' || !conflict || !known) return false;
  }
  const begun = polls(meeting).some((poll) => poll.round !== undefined && poll.platform === platform);
  if (!begun || !declared(meeting, seat, platform)) return true;
  const every = meeting.criteria.map(({ id }) => id);
  const was = recused(meeting, seat, platform) ? [...every, 'all'] : barred(meeting, seat, platform);
  const now = !conflict ? [] : criteria === undefined ? [...every, 'all'] : criteria;
  const concluded = all(meeting, 'conclude').some((each) => each.platform === platform);
  return !concluded && was.every((id) => now.includes(id)) && now.some((id) => !was.includes(id));
}

function mayOpenRound(meeting: ToldMeeting, { poll, platform, round, entitled }: Act<'open-round'>): boolean {
  const { rules } = meeting;
  const held = polls(meeting).filter(
    (each) => each.round !== undefined && each.platform === platform && stepOf(meeting, each.poll) !== 'voided',
  );
  const last = countedRounds(meeting, platform).at(-1);
  const counted = rules.committee !== 'three' || last === undefined || isAgreed(meeting, last.poll);
  return (
    sits(meeting) &&
    meeting.platforms.includes(platform) &&
    pollOf(meeting, poll) === undefined &&
    !underWay(meeting) &&
    (rules.committee !== 'three' || wholeCommittee(meeting)) &&
    !all(meeting, 'conclude').some((each) => each.platform === platform) &&
    round === held.length + 1 &&
    round <= rules.rounds.most &&
    counted &&
    undeclared(meeting, platform).length === 0 &&
    quorum(meeting, { platform }).holds &&
    sameSeats(entitled, entitledNow(meeting, { platform, ballots: true }))
  );
}

function mayOpenVote(meeting: ToldMeeting, { poll, on, hands, entitled }: Act<'open-vote'>): boolean {
  const put = all(meeting, 'conclude').find(({ conclusion }) => conclusion === on);
  // Words that others were put in place of are voted on no more.
  const isPast =
    put !== undefined && all(meeting, 'conclude').findLast((each) => each.platform === put.platform) !== put;
  const isElection = all(meeting, 'elect').some(({ election }) => election === on);
  const before = polls(meeting).filter((each) => each.on === on);
  return (
    sits(meeting) &&
    pollOf(meeting, poll) === undefined &&
    !underWay(meeting) &&
    (put !== undefined || isElection) &&
    !isPast &&
    before.every((each) => stepOf(meeting, each.poll) === 'voided') &&
    hands === (meeting.rules.vote === 'hands') &&
    (put === undefined || undeclared(meeting, put.platform).length === 0) &&
    quorum(meeting, { platform: put?.platform }).holds &&
    sameSeats(entitled, entitledNow(meeting, { platform: put?.platform, ballots: false }))
  );
}

function mayClose(meeting: ToldMeeting, { poll, counted, aside }: Act<'close'>): boolean {
  const found = pollOf(meeting, poll);
  if (found === undefined || stepOf(meeting, poll) !== 'open' || !quorumOfPoll(meeting, found).holds) return false;
  if (!found.sealed) return !found.hands || isEveryHand(meeting, found);
  const stand = standing(meeting, found).map(({ ballot }) => ballot);
  // Only an unconfirmed sheet of paper is set aside at the close, and here nobody writes on paper.
  return aside.length === 0 && sameSeats(counted, stand);
}

/** Counted last when just those were there who are there now. */
function isEveryHand(meeting: ToldMeeting, poll: ToldPoll): boolean {
  const last = all(meeting, 'hands').findLast((each) => each.poll === poll.poll);
  const there = entitledTo(meeting, poll).filter((seat) => attends(meeting, seat)).length;
  return last !== undefined && last.agree + last.disagree + last.abstain === there;
}

const sheetOf = (meeting: ToldMeeting, poll: string, ballot: string) => {
  const found = pollOf(meeting, poll);
  return found === undefined ? undefined : sheets(meeting, found).find((each) => each.ballot === ballot);
};
const isCounted = (meeting: ToldMeeting, poll: string, ballot: string): boolean =>
  sheetOf(meeting, poll, ballot)?.status === 'counted';
const hasKey = (meeting: ToldMeeting, ballot: string): boolean =>
  all(meeting, 'key').some((each) => each.ballot === ballot);
/** The conclusion put last, by a vote everybody saw. */
function isCarried(meeting: ToldMeeting, platform: string): boolean {
  const put = all(meeting, 'conclude').findLast((each) => each.platform === platform);
  const vote = polls(meeting).findLast((poll) => put !== undefined && poll.on === put.conclusion);
  return vote !== undefined && !vote.sealed && voteResult(meeting, vote)?.passed === true;
}
const isRound = (meeting: ToldMeeting, poll: string): boolean => pollOf(meeting, poll)?.round !== undefined;

const rules: Rules = {
  open: (meeting, { presiding }) => sitting(meeting) === 'before' && mayPreside(meeting, presiding),
  adjourn: (meeting) => sits(meeting) && !underWay(meeting),
  resume: (meeting, { presiding }) => sitting(meeting) === 'adjourned' && mayPreside(meeting, presiding),
  // While something is open the chair is passed on only when who has it is away, recused or without authorisation.
  'pass-chair': (meeting, { seat }) =>
    sits(meeting) &&
    mayPreside(meeting, seat) &&
    attends(meeting, seat) &&
    !polls(meeting).some((poll) => stepOf(meeting, poll.poll) === 'open' && isLed(meeting, poll.platform)),
  attend: (meeting, { seat }) => sits(meeting) && roleOf(meeting, seat) !== undefined && !isReplaced(meeting, seat),
  authorise: (meeting, { seat }) =>
    meeting.rules.quorum.viceChair === 'with-authorisation' &&
    roleOf(meeting, seat) === 'vice-chair' &&
    !isReplaced(meeting, seat) &&
    !authorised(meeting, seat),
  'end-authority': (meeting, { seat }) => authorised(meeting, seat),
  replace: (meeting, { seat, by }) =>
    sitting(meeting) !== 'sits' &&
    voting(meeting).some((each) => each.seat === seat) &&
    seat !== meeting.recorder &&
    roleOf(meeting, by) === undefined,
  declare: mayDeclare,
  'open-round': mayOpenRound,
  issue: (meeting, { poll, seat }) => {
    const found = isOpen(meeting, poll);
    if (found?.round === undefined || entitledTo(meeting, found).includes(seat)) return false;
    return entitledNow(meeting, { platform: found.platform, ballots: true }).includes(seat);
  },
  cast: (meeting, { poll, seat }) => {
    const found = isOpen(meeting, poll);
    if (found?.sealed !== true || !entitledTo(meeting, found).includes(seat)) return false;
    if (standing(meeting, found).some((each) => each.seat === seat)) return false;
    return attends(meeting, seat) || (found.round !== undefined && meeting.rules.casting === 'from-a-distance');
  },
  reopen: (meeting, { poll, seat, ballot }) => {
    const found = isOpen(meeting, poll);
    if (found === undefined) return false;
    return standing(meeting, found).some((each) => each.seat === seat && each.ballot === ballot);
  },
  close: mayClose,
  void: (meeting, { poll }) => {
    const found = pollOf(meeting, poll);
    return found !== undefined && stepOf(meeting, poll) === 'open' && !quorumOfPoll(meeting, found).holds;
  },
  // What everybody has seen in open scoring is not set aside.
  'set-aside': (meeting, { poll, ballot }) =>
    stepOf(meeting, poll) === 'closed' &&
    isCounted(meeting, poll, ballot) &&
    !(isRound(meeting, poll) && meeting.rules.secrecy === 'open'),
  reveal: (meeting, { poll }) => pollOf(meeting, poll)?.sealed === true && stepOf(meeting, poll) === 'closed',
  key: (meeting, { poll, ballot, seat }) => {
    const sheet = sheetOf(meeting, poll, ballot);
    if (sheet?.seat !== seat) return false;
    if (stepOf(meeting, poll) === 'revealed') return sheet.status === 'counted';
    return (
      isRound(meeting, poll) &&
      meeting.rules.secrecy === 'open' &&
      stepOf(meeting, poll) === 'open' &&
      sheet.status === 'standing'
    );
  },
  unopenable: (meeting, { poll, ballot }) =>
    stepOf(meeting, poll) === 'revealed' && isCounted(meeting, poll, ballot) && !hasKey(meeting, ballot),
  count: (meeting, { poll }) => {
    const found = pollOf(meeting, poll);
    if (found === undefined || stepOf(meeting, poll) !== 'revealed') return false;
    return sheets(meeting, found).every(({ status, ballot }) => status !== 'counted' || hasKey(meeting, ballot));
  },
  report: (meeting, { poll, seat }) =>
    isRound(meeting, poll) &&
    stepOf(meeting, poll) === 'counted' &&
    !isReplaced(meeting, seat) &&
    committee(meeting)?.includes(seat) === true &&
    !isAgreed(meeting, poll),
  agree: (meeting, { poll, seats }) => {
    if (!isRound(meeting, poll) || isAgreed(meeting, poll) || seats[0] === seats[1]) return false;
    const newest = seats.map((seat) =>
      all(meeting, 'report')
        .filter((each) => each.poll === poll && each.seat === seat)
        .at(-1),
    );
    return newest[0] !== undefined && newest[0].figures === newest[1]?.figures;
  },
  elect: (meeting, { members, head }) =>
    sits(meeting) &&
    meeting.rules.committee === 'three' &&
    !wholeCommittee(meeting) &&
    !underWay(meeting) &&
    new Set(members).size === 3 &&
    members.includes(head) &&
    members.every((seat) => voting(meeting).some((each) => each.seat === seat) && attends(meeting, seat)),
  conclude: (meeting, { platform }) => {
    const last = countedRounds(meeting, platform).at(-1);
    const agreed = last !== undefined && (meeting.rules.committee !== 'three' || isAgreed(meeting, last.poll));
    return sits(meeting) && agreed && !underWay(meeting) && !isCarried(meeting, platform);
  },
  'open-vote': mayOpenVote,
  vote: (meeting, { poll, seat }) => {
    const found = isOpen(meeting, poll);
    if (found === undefined || found.sealed || found.hands) return false;
    return entitledTo(meeting, found).includes(seat) && attends(meeting, seat);
  },
  hands: (meeting, { poll, agree, disagree, abstain, presiding }) => {
    const found = isOpen(meeting, poll);
    if (found === undefined || !found.hands) return false;
    const there = entitledTo(meeting, found).filter((seat) => attends(meeting, seat));
    if (agree + disagree + abstain !== there.length) return false;
    // The side of a tie is the hand of who presides.
    const over = presidingOver(meeting, found.platform);
    const hands = { agree, disagree, abstain };
    return presiding === null || (over !== undefined && there.includes(over) && hands[presiding] > 0);
  },
};

export const isAllowed = (meeting: ToldMeeting, act: Happening): boolean =>
  (rules[act.act] as (meeting: ToldMeeting, act: Happening) => boolean)(meeting, act);
