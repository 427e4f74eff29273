// What each ruling on a poll does to the state.
import type { Hash, SeatId } from '../base/ids.ts';
import type { PollKind } from './meeting-rulings.ts';
import type { RulingKind, RulingOf } from './rulings.ts';
import { seatCommittee } from './seat-committee.ts';
import { standingOf, votingSeats } from './seating.ts';
import type { Origin, Poll, State } from './state.ts';

type Step<K extends RulingKind> = (state: State, body: RulingOf<K>, origin: Origin) => void;

function settle(poll: Poll | undefined, ballot: Hash, status: 'set-aside' | 'unopenable', code: string): void {
  const at = poll?.ballots[ballot];
  if (at === undefined) return;
  at.status = status;
  at.code = code;
}

const inTableOrder = (state: State, seats: readonly SeatId[]): SeatId[] =>
  votingSeats(state)
    .map(({ seat }) => seat)
    .filter((seat) => seats.includes(seat));

export const pollSteps: { readonly [K in PollKind]: Step<K> } = {
  'ballot-issued': (state, { poll, seat }, origin) => {
    const at = state.polls[poll];
    if (at === undefined) return;
    at.entitled = inTableOrder(state, [...at.entitled, seat]);
    at.issued[seat] = origin;
  },
  'paper-issued': (state, { poll, seat, number }, origin) => {
    const at = state.polls[poll];
    if (at) at.paper[seat] = { number, origin };
  },
  'round-closed': (state, body, origin) => {
    const poll = state.polls[body.poll];
    if (poll === undefined) return;
    poll.step = 'closed';
    poll.closed = { ...body, origin };
    const counted = new Set<string>(body.counted);
    const setAside = new Map(body.setAside.map(({ hash, code }) => [hash as string, code]));
    for (const ballot of Object.values(poll.ballots)) {
      if (counted.has(ballot.entry)) ballot.status = 'counted';
      else if (setAside.has(ballot.entry)) {
        ballot.status = 'set-aside';
        ballot.code = setAside.get(ballot.entry) ?? '';
      } else if (ballot.status === 'standing') ballot.status = 'late';
    }
    poll.stood = standingOf(state, poll);
    seatCommittee(state, poll, origin);
  },
  'poll-voided': (state, { poll, code }, origin) => {
    const at = state.polls[poll];
    if (at) at.voided = { ...origin, code };
  },
  'ballot-set-aside': (state, { poll, ballot, code }) => settle(state.polls[poll], ballot, 'set-aside', code),
  'ballot-unopenable': (state, { poll, ballot, code }) => settle(state.polls[poll], ballot, 'unopenable', code),
  revealed: (state, { poll }, origin) => {
    const at = state.polls[poll];
    if (at === undefined) return;
    at.step = 'revealed';
    at.revealed = origin;
  },
  counted: (state, { poll, sha256 }, origin) => {
    const at = state.polls[poll];
    if (at === undefined) return;
    at.step = 'counted';
    at.counted = { sha256, origin };
  },
  'hands-counted': (state, body, origin) => {
    const at = state.polls[body.poll];
    if (at) at.hands = { ...body, origin };
  },
};
