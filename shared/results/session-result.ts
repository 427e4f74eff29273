// The results of a session: what its counted, opened ballots come to, per platform and round.

import type { SeatId } from '../base/ids.ts';
import { votingSeats } from '../book/seating.ts';
import { roundsOf } from '../book/sitting.ts';
import type { BallotStatus, Poll, SealedBallot, State } from '../book/state.ts';
import { type Opened, sheetIn } from '../seal/opened.ts';
import { type Margin, marginOf } from './margin.ts';
import { resultOf } from './outcome.ts';
import type { CountedBallot, PlatformResult } from './result-types.ts';
import type { Count } from './table.ts';

export const pollsOf = (state: State, platform: string): readonly Poll[] =>
  [...roundsOf(state, platform)].sort((a, b) => roundOf(a) - roundOf(b));

export const roundOf = (poll: Poll): number => (poll.subject.of === 'platform' ? poll.subject.round : 0);

export const isCounted = (poll: Poll): boolean => poll.step === 'counted' && poll.voided === undefined;

/** Where a committee counts, nobody else is told anything before its two counts agree (rules `committee`). */
export const mayBeShown = (state: State, poll: Poll): boolean =>
  isCounted(poll) && (poll.agreed !== undefined || state.opened?.rules.committee !== 'three');

export type OpenedSheet = {
  /** Who put it in, and how; absent where a secret ballot was opened: it names nobody. */
  readonly seat?: SeatId;
  readonly sealed?: SealedBallot;
  readonly counted?: CountedBallot;
  readonly code?: string;
};

/**
 * Every sheet that was put in, in the order of the table: its marks where it was opened and valid, else why not. In a
 * secret poll those that were opened come first, by their text, so that their order tells nobody.
 */
export function sheetsOf(state: State, opened: Opened, poll: Poll): readonly OpenedSheet[] {
  const order = new Map(votingSeats(state).map((seat, at) => [seat.seat as string, at]));
  const inOrder = Object.values(poll.ballots)
    .filter((sealed) => sealed.status !== 'superseded')
    .sort((a, b) => (order.get(a.seat) ?? 0) - (order.get(b.seat) ?? 0) || a.seq - b.seq);
  const named = poll.secrecy !== 'secret';
  const sheets = inOrder.map((sealed): { readonly sheet: OpenedSheet; readonly text?: string } => {
    const { seat } = sealed;
    const found = sealed.status === 'counted' ? opened.get(sealed.entry) : undefined;
    if (found === undefined) return { sheet: { seat, sealed, code: sealed.code ?? sealed.status } };
    const ballot = sheetIn(found);
    const said = ballot
      ? { counted: { ...(named ? { seat } : {}), ballot } }
      : { code: found.valid ? 'ballot-malformed' : found.code };
    return { sheet: named ? { seat, sealed, ...said } : said, text: found.text };
  });
  if (named) return sheets.map(({ sheet }) => sheet);
  const byText = sheets
    .filter(({ text }) => text !== undefined)
    .sort(({ text: a = '' }, { text: b = '' }) => (a < b ? -1 : a > b ? 1 : 0));
  return [...byText, ...sheets.filter(({ text }) => text === undefined)].map(({ sheet }) => sheet);
}

const RETURNED: ReadonlySet<BallotStatus> = new Set(['counted', 'set-aside', 'unopenable']);

/**
 * What is counted of one poll of a platform. Undefined until the poll is counted and every counted ballot is opened here:
 * a half-known result is never shown. A poll that was voided gives none.
 */
export function pollCount(state: State, opened: Opened, poll: Poll): Count | undefined {
  const { opened: book, criteria } = state;
  const { stood } = poll;
  if (!isCounted(poll) || poll.subject.of !== 'platform' || stood === undefined) return undefined;
  if (book === undefined || criteria === undefined) return undefined;
  // Who was recused meanwhile is issued none any more, and so has returned none.
  const entitled = new Set<string>(poll.entitled);
  const returned = Object.values(poll.ballots).filter(({ status, seat }) => RETURNED.has(status) && entitled.has(seat));
  if (returned.some(({ status, entry }) => status === 'counted' && !opened.has(entry))) return undefined;
  const ballots = sheetsOf(state, opened, poll).flatMap(({ counted }) => (counted ? [counted] : []));
  return {
    set: criteria.set,
    rules: book.rules,
    ballots,
    stood,
    issued: poll.entitled.length,
    returned: returned.length,
    invalid: returned.length - ballots.length,
  };
}

export function pollResult(state: State, opened: Opened, poll: Poll): PlatformResult | undefined {
  const count = pollCount(state, opened, poll);
  return count && resultOf(count);
}

/** Apart from the result, because few ask for it and it counts a thousand times. */
export function pollMargin(state: State, opened: Opened, poll: Poll): Margin | undefined {
  const count = pollCount(state, opened, poll);
  return count && marginOf(count);
}

/** The last round that was counted decides, once it may be shown. */
export function decidingPoll(state: State, platform: string): Poll | undefined {
  const last = pollsOf(state, platform).filter(isCounted).at(-1);
  return last && mayBeShown(state, last) ? last : undefined;
}

export function platformResult(state: State, opened: Opened, platform: string): PlatformResult | undefined {
  const poll = decidingPoll(state, platform);
  return poll && pollResult(state, opened, poll);
}
