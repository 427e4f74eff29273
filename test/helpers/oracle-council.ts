// Who sits, who attends, who is recused, whether there is a quorum: read off the list of what happened. It shares nothing with the engine.
import { holdsShare } from './oracle-count.ts';
import { all, lastMark, lastWord, once, type ToldMeeting } from './oracle-happenings.ts';

const VOTING = ['chair', 'vice-chair', 'secretary', 'reviewer', 'member'];

export type Sitter = { readonly seat: string; readonly role: string; readonly replaced: boolean };

/** Everybody who was ever appointed, the new members in the places of whom they replaced. */
export const sitters = (meeting: ToldMeeting): readonly Sitter[] => once(meeting, 'sitters', () => allSitters(meeting));

function allSitters(meeting: ToldMeeting): readonly Sitter[] {
  const sit: Sitter[] = meeting.seats.map((each) => ({ ...each, replaced: false }));
  for (const { seat, by } of all(meeting, 'replace')) {
    const place = sit.findIndex((each) => each.seat === seat);
    const was = sit[place];
    if (was === undefined) continue;
    sit.splice(place, 1, { ...was, replaced: true }, { seat: by, role: was.role, replaced: false });
  }
  return sit;
}

export const voting = (meeting: ToldMeeting): readonly Sitter[] =>
  once(meeting, 'voting', () => sitters(meeting).filter(({ role, replaced }) => VOTING.includes(role) && !replaced));
export const roleOf = (meeting: ToldMeeting, seat: string): string | undefined =>
  sitters(meeting).find((each) => each.seat === seat)?.role;
export const mayVote = (role: string | undefined): boolean => VOTING.includes(role ?? '');
export const isReplaced = (meeting: ToldMeeting, seat: string): boolean =>
  all(meeting, 'replace').some((each) => each.seat === seat);

export function sitting(meeting: ToldMeeting): 'before' | 'sits' | 'adjourned' {
  const begun = all(meeting, 'open').length + all(meeting, 'resume').length;
  if (begun === 0) return 'before';
  return all(meeting, 'adjourn').length === begun ? 'adjourned' : 'sits';
}

/** What was marked last; an adjournment wipes everybody's attendance. */
export function presence(meeting: ToldMeeting, seat: string): string {
  const marked = lastMark(meeting, seat);
  const adjourned = all(meeting, 'adjourn').at(-1)?.place ?? -1;
  return marked === undefined || marked.place < adjourned ? 'unknown' : marked.how;
}

export function attends(meeting: ToldMeeting, seat: string): boolean {
  const how = presence(meeting, seat);
  return how === 'present' || (how === 'online' && meeting.rules.online === 'counts');
}

export const declared = (meeting: ToldMeeting, seat: string, platform: string): boolean =>
  lastWord(meeting, seat, platform) !== undefined;
export const recused = (meeting: ToldMeeting, seat: string, platform: string): boolean => {
  const said = lastWord(meeting, seat, platform);
  return said?.conflict === true && said.criteria === undefined;
};
export const barred = (meeting: ToldMeeting, seat: string, platform: string): readonly string[] => {
  const said = lastWord(meeting, seat, platform);
  return said?.conflict === true ? (said.criteria ?? []) : [];
};

export function authorised(meeting: ToldMeeting, seat: string): boolean {
  const last = (act: 'authorise' | 'end-authority') =>
    all(meeting, act).findLast((each) => each.seat === seat)?.place ?? -1;
  return last('authorise') > last('end-authority') && !isReplaced(meeting, seat);
}

/** Stands in for the chair: a vice-chair with the chair's written authorisation, where the rules know such a thing. */
export const standsIn = (meeting: ToldMeeting, { seat, role }: Sitter): boolean =>
  role === 'vice-chair' && meeting.rules.quorum.viceChair === 'with-authorisation' && authorised(meeting, seat);

export type About = {
  readonly platform?: string | undefined;
  readonly criterion?: string;
  /** Who has a ballot standing counts as attending. */
  readonly took?: readonly string[];
};
export type ToldQuorum = { readonly holds: boolean; readonly present: number; readonly appointed: number };

export function quorum(meeting: ToldMeeting, { platform, criterion, took = [] }: About): ToldQuorum {
  const { rules } = meeting;
  const isOut = ({ seat }: Sitter): boolean =>
    platform !== undefined &&
    (recused(meeting, seat, platform) ||
      (criterion !== undefined && barred(meeting, seat, platform).includes(criterion)));
  const isIn = ({ seat }: Sitter): boolean => took.includes(seat) || attends(meeting, seat);
  const council = voting(meeting);
  const judging = council.filter((each) => !isOut(each));
  const there = judging.filter(isIn);
  const reviewers = judging.filter(({ role }) => role === 'reviewer');
  const asked: readonly [boolean, boolean][] = [
    [true, holdsShare(rules.quorum.share, there.length, judging.length)],
    [rules.quorum.chair === 'required', there.some((each) => each.role === 'chair' || standsIn(meeting, each))],
    [rules.quorum.secretary === 'required', council.some((each) => each.role === 'secretary' && isIn(each))],
    [rules.quorum.reviewers === 'one', reviewers.some(isIn)],
    // Where the rules ask for reviewers and none is left to come, nothing is fulfilled.
    [rules.quorum.reviewers === 'all', reviewers.length > 0 && reviewers.every(isIn)],
  ];
  return {
    holds: asked.every(([wanted, given]) => !wanted || given),
    present: there.length,
    appointed: judging.length,
  };
}

/** Ballots of a platform may come from a distance where the rules say so; votes never do. */
export const entitledNow = (
  meeting: ToldMeeting,
  { platform, ballots }: { readonly platform?: string | undefined; readonly ballots: boolean },
): readonly string[] =>
  voting(meeting)
    .map(({ seat }) => seat)
    .filter((seat) => attends(meeting, seat) || (ballots && meeting.rules.casting === 'from-a-distance'))
    .filter(
      (seat) => platform === undefined || (declared(meeting, seat, platform) && !recused(meeting, seat, platform)),
    );

/** Who attends and has not said yet whether there is a conflict. */
export const undeclared = (meeting: ToldMeeting, platform: string): readonly string[] =>
  voting(meeting)
    .map(({ seat }) => seat)
    .filter((seat) => attends(meeting, seat) && !declared(meeting, seat, platform));

/** Who took the chair last. */
function leader(meeting: ToldMeeting): string | undefined {
  const taken = [...all(meeting, 'open'), ...all(meeting, 'resume'), ...all(meeting, 'pass-chair')];
  const last = taken.sort((a, b) => a.place - b.place).at(-1);
  return last?.act === 'pass-chair' ? last.seat : last?.presiding;
}

/** Who took the chair is there and may still lead: then nobody else is needed. */
export const isLed = (meeting: ToldMeeting, platform: string | undefined): boolean =>
  leader(meeting) !== undefined && presidingOver(meeting, platform) === leader(meeting);

/** Whose side decides a tie. */
export function presidingOver(meeting: ToldMeeting, platform: string | undefined): string | undefined {
  const now = leader(meeting);
  const isThere = (seat: string) =>
    attends(meeting, seat) && !(platform !== undefined && recused(meeting, seat, platform));
  const may = (each: Sitter) => each.seat === now && (each.role === 'chair' || standsIn(meeting, each));
  const stillMay = meeting.rules.quorum.chair !== 'required' || sitters(meeting).some(may);
  if (now !== undefined && stillMay && isThere(now)) return now;
  return voting(meeting).find((each) => standsIn(meeting, each) && isThere(each.seat))?.seat;
}
