// What each admitted statement does to the state.
import type { Head } from './head.ts';
import type { Origin, State } from './state.ts';
import type { Statement, StatementKind, StatementOf } from './statements.ts';

type Step<K extends StatementKind> = (state: State, body: StatementOf<K>, origin: Origin, head: Head) => void;

const steps: { readonly [K in StatementKind]: Step<K> } = {
  'interest-declared': (state, { declared }, origin, head) => {
    const seat = head.for ?? head.seat;
    const mine = { ...state.declarations[seat] };
    for (const { platform, conflict } of declared) mine[platform] = { conflict, origin };
    state.declarations[seat] = mine;
  },
  'interest-explained': (state, { platform, text }, _, head) => {
    const seat = head.for ?? head.seat;
    state.explanations[seat] = { ...state.explanations[seat], [platform]: text };
  },
  'opinion-written': (state, { platform, text }, origin, head) => {
    const seat = head.for ?? head.seat;
    state.opinions[origin.entry] = { seat, platform, text, by: head.seat, via: head.via, origin };
  },
  'entry-confirmed': (state, { entry }, _, head) => {
    const opinion = state.opinions[entry];
    if (opinion) opinion.confirmedBy = head.seat;
  },
  'ballot-cast': (state, { poll, commit, shares }, origin, head) => {
    const at = state.polls[poll];
    if (at === undefined) return;
    state.commits[`${head.for ?? head.seat}/${commit}`] = true;
    at.ballots[origin.entry] = {
      entry: origin.entry,
      seat: head.for ?? head.seat,
      feed: head.feed,
      seq: head.seq,
      via: head.via,
      commit,
      shares: shares.map(({ holder, key, commit }) => ({ holder, key, commit })),
      at: head.at,
      status: at.step === 'open' ? 'standing' : 'late',
      released: {},
    };
    if (at.step === 'open') at.standing[head.for ?? head.seat] = origin.entry;
  },
  'ballot-reopened': (state, { poll, ballot, reason }, origin, head) => {
    const at = state.polls[poll];
    const sealed = at?.ballots[ballot];
    if (at === undefined || sealed === undefined) return;
    sealed.status = 'superseded';
    delete at.standing[sealed.seat];
    at.reopened[head.seat] = [...(at.reopened[head.seat] ?? []), { reason, origin }];
  },
  'key-released': (state, { poll, ballot, key }) => {
    const sealed = state.polls[poll]?.ballots[ballot];
    if (sealed) sealed.key = key;
  },
  'share-released': (state, { poll, ballot, share }, _, head) => {
    const sealed = state.polls[poll]?.ballots[ballot];
    if (sealed) sealed.released[head.seat] = share;
  },
  'vote-cast': (state, { poll, choice }, origin, head) => {
    const at = state.polls[poll];
    if (at) at.votes[head.for ?? head.seat] = { choice, origin };
  },
  'reservation-made': (state, { conclusion, text }, origin, head) => {
    const at = state.conclusions[conclusion];
    if (at) at.reservations[head.for ?? head.seat] = { text, origin };
  },
  'minutes-approved': (state, { sha256 }, origin, head) => {
    state.minutes.approvals[head.seat] = { sha256, origin };
  },
};

/** What a withheld personal body leaves: that it was said, by whom; no rule asks for more. */
export function applyWithheld(state: State, origin: Origin, head: Head): void {
  if (head.kind !== 'opinion-written') return;
  state.opinions[origin.entry] = { seat: head.for ?? head.seat, by: head.seat, via: head.via, origin };
}

export function applyStatement(state: State, fact: Statement, origin: Origin, head: Head): void {
  const step = steps[fact.kind] as Step<StatementKind>;
  step(state, fact.body, origin, head);
}
