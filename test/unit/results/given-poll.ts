// A state with one poll in it and what came out of its box, made by hand: what the results of a session read.
import type { BookId, FeedId, Hash, SeatId } from '../../../shared/base/ids.ts';
import type { Item } from '../../../shared/book/ballot.ts';
import { type BallotStatus, emptyState, type Poll, type SealedBallot, type State } from '../../../shared/book/state.ts';
import { DEFAULT_RULES } from '../../../shared/council/default-rules.ts';
import type { Role } from '../../../shared/council/roles.ts';
import type { CouncilRules } from '../../../shared/council/rules.ts';
import { criteriaOf } from '../../../shared/criteria/criteria-set.ts';
import type { Opened, OpenedBallot } from '../../../shared/seal/opened.ts';
import { POLL, seat, setOf } from './given.ts';

const AT = '2026-11-23T08:00:00.000Z';
export const origin = (entry: string) => ({ entry: entry as Hash, at: AT });

/** Chair, secretary, and members, in the order of the table. */
export function stateOf(size: number, rules: Partial<CouncilRules> = {}, letters = 'cc'): State {
  const state = emptyState('b'.repeat(64) as BookId, 'f'.repeat(32) as FeedId, '0'.repeat(64) as Hash);
  const roles: readonly Role[] = ['chair', 'secretary'];
  state.opened = {
    bookKind: 'session',
    keepers: [seat(0)],
    recorder: seat(1),
    rulesVersion: 1,
    rules: { ...DEFAULT_RULES, ...rules },
    origin: origin('opened'),
  };
  state.criteria = { sha256: 'c'.repeat(64) as Hash, set: setOf(letters) };
  for (let at = 0; at < size; at++)
    state.seats[seat(at)] = {
      seat: seat(at),
      role: roles[at] ?? 'member',
      order: at,
      presence: 'present',
      attendance: [],
    };
  return state;
}

const everybody = (state: State): readonly SeatId[] => Object.values(state.seats).map((each) => each.seat);

/** A poll of the platform `p`, counted, with everybody present at its close; put into the state. */
export function pollIn(state: State, more: Partial<Poll> = {}): Poll {
  const poll: Poll = {
    poll: POLL,
    subject: { of: 'platform', platform: 'p', round: 1 },
    secrecy: 'blind',
    by: 'devices',
    entitled: [...everybody(state)],
    holders: [],
    origin: origin('opening'),
    step: 'counted',
    ballots: {},
    standing: {},
    votes: {},
    reopened: {},
    issued: {},
    paper: {},
    reports: {},
    discussed: {},
    closed: { poll: POLL, upTo: [], counted: [], setAside: [], origin: origin('close') },
    counted: { sha256: 'd'.repeat(64) as Hash, origin: origin('count') },
    stood: { present: everybody(state), appointed: everybody(state), presiding: seat(0), barred: {} },
    ...more,
  };
  state.polls[poll.poll] = poll;
  return poll;
}

export function sealedIn(poll: Poll, entry: string, by: number, status: BallotStatus, code?: string): SealedBallot {
  const sealed: SealedBallot = {
    entry: entry as Hash,
    seat: seat(by),
    by: seat(by),
    feed: 'f'.repeat(32) as FeedId,
    seq: 1,
    via: 'app',
    commit: entry as Hash,
    shares: [],
    at: AT,
    status,
    ...(code === undefined ? {} : { code }),
    released: {},
  };
  poll.ballots[entry] = sealed;
  return sealed;
}

/** A valid sheet, one letter a criterion: y met, n not met. */
export const sheet = (state: State, letters: string, text = letters): OpenedBallot => {
  const set = state.criteria?.set ?? setOf('c');
  const items = criteriaOf(set).map(({ id }, at): [string, Item] => [
    id,
    { mark: letters[at] === 'y' ? 'met' : 'not-met' },
  ]);
  return { valid: true, ballot: { poll: POLL, items: Object.fromEntries(items) }, text };
};

export const openedOf = (found: Readonly<Record<string, OpenedBallot>>): Opened => new Map(Object.entries(found));
