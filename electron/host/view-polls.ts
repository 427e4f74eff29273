// Progress of each poll for everybody: who is done and who is not, never what anybody marked.
import { quorumRefusal } from '../../shared/book/decide-poll.ts';
import type { Sha256 } from '../../shared/book/entry.ts';
import { fittingKey } from '../../shared/book/fitting-key.ts';
import { entitledTo, platformOf, votingSeats } from '../../shared/book/seating.ts';
import type { Poll, State } from '../../shared/book/state.ts';
import type { PollView, SheetState } from '../../shared/contract/views.ts';
import { isCounted, mayBeShown, roundOf } from '../../shared/results/session-result.ts';
import { type Closed, NOTHING_CLOSED } from './closed-platforms.ts';
import { leastDifference } from './counting.ts';

/** How far each seat's screen said it is, by poll and seat; presence, gone with the process. */
export type Marked = ReadonlyMap<string, number>;
export const markedKey = (poll: string, seat: string): string => `${poll}/${seat}`;
export const openedKey = (poll: string, seat: string): string => `${poll}/${seat}/opened`;

function sheetOf(sha256: Sha256, poll: Poll, seat: string, marked: Marked): PollView['sheets'][number] {
  const ballots = Object.values(poll.ballots).filter(
    (ballot) => ballot.seat === seat && ballot.status !== 'superseded',
  );
  const ballot = ballots.find(({ status }) => status !== 'late') ?? ballots[0];
  const vote = poll.votes[seat] !== undefined;
  const entitled = (poll.entitled as readonly string[]).includes(seat);
  const state: SheetState = !entitled
    ? 'not-entitled'
    : ballot
      ? poll.step === 'open'
        ? 'cast'
        : ballot.status
      : vote
        ? 'cast'
        : 'working';
  const count = marked.get(markedKey(poll.poll, seat));
  const files = marked.get(openedKey(poll.poll, seat));
  const shown = poll.step === 'revealed' || poll.step === 'counted';
  return {
    seat,
    state,
    reopened: poll.reopened[seat]?.length ?? 0,
    opened: shown && ballot !== undefined && fittingKey(ballot, sha256) !== undefined,
    ...(ballot ? { ballot: ballot.entry, via: ballot.via } : {}),
    ...(count === undefined || poll.step !== 'open' ? {} : { marked: count }),
    ...(files === undefined || poll.step !== 'open' ? {} : { openedFiles: files }),
  };
}

/** Sheets of paper that were entered, and their photos once the marks may be known; a secret sheet's is never shown. */
const paperOf = (state: State, poll: Poll): PollView['sheetsOfPaper'] =>
  Object.values(poll.ballots)
    .filter(({ via, status }) => via === 'paper' && status !== 'superseded')
    .map(({ seat, entry, by, confirmedBy, photo }) => ({
      seat,
      ballot: entry,
      by,
      ...(confirmedBy === undefined ? {} : { confirmedBy }),
      ...(photo !== undefined && poll.secrecy !== 'secret' && mayBeShown(state, poll) ? { photo: photo.sha256 } : {}),
    }));

/** Who attends and may judge, and came when the ballots had been issued. */
const unissuedIn = (state: State, poll: Poll): readonly string[] =>
  poll.subject.of === 'platform' && poll.step === 'open' && poll.voided === undefined
    ? entitledTo(state, poll.subject).filter((seat) => !poll.entitled.includes(seat))
    : [];

const pollView = (sha256: Sha256, state: State, poll: Poll, marked: Marked): PollView => ({
  poll: poll.poll,
  of: poll.subject.of,
  platform: poll.subject.of === 'platform' ? poll.subject.platform : (platformOf(state, poll.subject) ?? ''),
  round: roundOf(poll),
  step: poll.step,
  openedAt: poll.origin.at,
  secrecy: poll.secrecy,
  by: poll.by,
  entitled: poll.entitled,
  ...(poll.voided ? { voided: { at: poll.voided.at, code: poll.voided.code } } : {}),
  unissued: unissuedIn(state, poll),
  paper: Object.fromEntries(Object.entries(poll.paper).map(([seat, { number }]) => [seat, number])),
  sheetsOfPaper: paperOf(state, poll),
  ...(poll.hands ? { hands: handsIn(poll.hands) } : {}),
  quorumHolds: poll.voided === undefined && quorumRefusal(state, poll) === undefined,
  ...committeeIn(state, poll),
  discussed: Object.keys(poll.discussed),
  sheets: votingSeats(state).map(({ seat }) => sheetOf(sha256, poll, seat, marked)),
  setAside: Object.values(poll.ballots)
    .filter(({ status }) => status === 'set-aside' || status === 'unopenable')
    .map(({ entry, code }) => ({ ballot: entry, code: code ?? '' })),
});

const handsIn = ({ agree, disagree, abstain, presiding }: NonNullable<Poll['hands']>) => ({
  agree,
  disagree,
  abstain,
  presiding,
});

/** Who of the committee has reported, and whether they agree: how many figures differ, never which. */
function committeeIn(state: State, poll: Poll): Pick<PollView, 'committee'> {
  if (state.opened?.rules.committee !== 'three' || !isCounted(poll) || poll.subject.of !== 'platform') return {};
  const differ = poll.agreed ? 0 : leastDifference(Object.values(poll.reports));
  return {
    committee: {
      reported: Object.keys(poll.reports),
      agreed: poll.agreed !== undefined,
      ...(differ > 0 ? { differ } : {}),
    },
  };
}

/**
 * Of a closed platform: how far a poll is, by whose ballots, and which of them are opened, for a recused holder still
 * gives its shares; never how hands were raised, a photo, or what was talked about.
 */
function closedPollView({ hands: _, committee, ...poll }: PollView): PollView {
  return {
    ...poll,
    ...(committee ? { committee: { reported: committee.reported, agreed: committee.agreed } } : {}),
    discussed: [],
    sheetsOfPaper: poll.sheetsOfPaper.map(({ photo: __, ...sheet }) => sheet),
    sheets: poll.sheets.map(({ marked: __, openedFiles: ___, ...sheet }) => sheet),
  };
}

/** How much each has read is the business of who leads the meeting and of who writes it down. */
const withoutOpenings = (poll: PollView): PollView => ({
  ...poll,
  sheets: poll.sheets.map(({ openedFiles: _, ...sheet }) => sheet),
});

/** @param leads the reader is the chair, who presides now, or the secretary */
export const pollViews = (
  sha256: Sha256,
  state: State,
  marked: Marked,
  closed: Closed = NOTHING_CLOSED,
  leads = false,
): readonly PollView[] =>
  Object.values(state.polls)
    .map((poll) => pollView(sha256, state, poll, marked))
    .map((poll) => (leads ? poll : withoutOpenings(poll)))
    .map((poll) => (closed.has(poll.platform) ? closedPollView(poll) : poll));
