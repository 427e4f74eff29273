// Results as everybody sees them, all at once: nothing before a round is counted, with a committee before its count stands.
import type { Poll, SealedOpinion, State } from '../../shared/book/state.ts';
import type { ResultsView, SheetView } from '../../shared/contract/views.ts';
import { marginOf } from '../../shared/results/margin.ts';
import { resultOf } from '../../shared/results/outcome.ts';
import {
  mayBeShown,
  type OpenedSheet,
  pollCount,
  pollsOf,
  roundOf,
  sheetsOf,
} from '../../shared/results/session-result.ts';
import { type Opened, sheetIn } from '../../shared/seal/opened.ts';
import type { Closed } from './closed-platforms.ts';
import type { CountedRound } from './counted-round.ts';
import type { LiveBook } from './live-book.ts';

type Shown = Pick<LiveBook, 'state' | 'opened' | 'rounds'>;

const sheetView = ({ seat, counted, code }: OpenedSheet): SheetView => ({
  seat: seat ?? null,
  valid: counted !== undefined,
  ...(code === undefined ? {} : { code }),
  items: counted?.ballot.items ?? {},
  ...(counted?.ballot.comment === undefined ? {} : { comment: counted.ballot.comment }),
});

/** Undefined for what may not be shown, and until every counted ballot of it is opened here. */
function countedRound({ state, opened, rounds }: Shown, poll: Poll): CountedRound | undefined {
  if (!mayBeShown(state, poll)) return undefined;
  const known = rounds.get(poll.poll);
  if (known) return known;
  const count = pollCount(state, opened, poll);
  if (count === undefined) return undefined;
  const sheets = sheetsOf(state, opened, poll).map(sheetView);
  const round = { poll: poll.poll, round: roundOf(poll), result: resultOf(count), sheets };
  const made = { round, margin: marginOf(count) };
  rounds.set(poll.poll, made);
  return made;
}

/** Marks beside an absent member's written opinion; where its key never came, that it was not opened. */
function opinionSheet(opened: Opened, { entry, seat }: SealedOpinion): SheetView {
  const found = opened.get(entry);
  if (found === undefined) return { seat, valid: false, code: 'keys-missing', items: {} };
  const ballot = sheetIn(found);
  if (ballot === undefined)
    return { seat, valid: false, code: found.valid ? 'ballot-malformed' : found.code, items: {} };
  const { items, comment } = ballot;
  return { seat, valid: true, items, ...(comment === undefined ? {} : { comment }) };
}

function platformView(shown: Shown, platform: string): ResultsView['platforms'] {
  const { state, opened } = shown;
  const rounds = pollsOf(state, platform).flatMap((poll) => countedRound(shown, poll) ?? []);
  const last = rounds.at(-1);
  if (last === undefined) return [];
  const opinions = Object.values(state.sealedOpinions)
    .filter((opinion) => opinion.platform === platform && opinion.status === 'standing')
    .map((opinion) => opinionSheet(opened, opinion));
  const history = rounds.slice(0, -1).map(({ round }) => round);
  return [{ platform, ...last.round, margin: last.margin, history, opinions }];
}

/** Open scoring: each sheet as soon as it is in. Where a committee counts, its count comes first. */
function liveRounds({ state, opened }: Shown): ResultsView['live'] {
  if (state.opened?.rules.committee === 'three') return [];
  return Object.values(state.polls).flatMap((poll) => {
    const { subject, secrecy, step, voided } = poll;
    if (subject.of !== 'platform' || secrecy !== 'open' || step === 'counted' || voided) return [];
    return [{ platform: subject.platform, poll: poll.poll, sheets: openSheets(state, opened, poll) }];
  });
}

const openSheets = (state: State, opened: Opened, poll: Poll): readonly SheetView[] =>
  Object.values(poll.ballots).flatMap(({ entry, seat, status }): SheetView[] => {
    const found = status === 'standing' || status === 'counted' ? opened.get(entry) : undefined;
    const ballot = sheetIn(found);
    if (ballot === undefined || state.seats[seat] === undefined) return [];
    const { items, comment } = ballot;
    return [{ seat, valid: true, items, ...(comment === undefined ? {} : { comment }) }];
  });

/** The same for everybody to whom a platform is open. */
export const resultsView = (shown: Shown, closed: Closed): ResultsView => ({
  platforms: Object.keys(shown.state.platforms)
    .filter((platform) => !closed.has(platform))
    .flatMap((platform) => platformView(shown, platform)),
  live: liveRounds(shown).filter(({ platform }) => !closed.has(platform)),
});
