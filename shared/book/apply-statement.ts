// What each admitted statement does to the state.
import type { Hash, SeatId } from '../base/ids.ts';
import type { Head } from './head.ts';
import { roundsOf } from './sitting.ts';
import type { Origin, SealedBallot, State } from './state.ts';
import type { Statement, StatementKind, StatementOf } from './statements.ts';

type Step<K extends StatementKind> = (state: State, body: StatementOf<K>, origin: Origin, head: Head) => void;

const steps: { readonly [K in StatementKind]: Step<K> } = {
  'interest-declared': (state, { declared }, origin, head) => {
    const seat = head.for ?? head.seat;
    const mine = { ...state.declarations[seat] };
    for (const { platform, conflict, criteria } of declared) {
      const begun = roundsOf(state, platform).length > 0;
      mine[platform] = {
        conflict,
        ...(criteria === undefined ? {} : { criteria }),
        origin,
        ...(begun ? { late: true as const } : {}),
      };
      if (conflict && criteria === undefined) takeOut(state, seat, platform);
    }
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
    for (const { ballots } of Object.values(state.polls)) {
      const sheet = ballots[entry];
      if (sheet) sheet.confirmedBy = head.seat;
    }
  },
  'ballot-cast': (state, { poll, commit, shares }, origin, head) => {
    const at = state.polls[poll];
    if (at === undefined) return;
    const ballot = sealedBallot(commit, shares, origin, head, at.step === 'open' && !at.voided ? 'standing' : 'late');
    state.commits[`${ballot.seat}/${commit}`] = true;
    at.ballots[origin.entry] = ballot;
    if (ballot.status === 'standing') at.standing[ballot.seat] = origin.entry;
  },
  'opinion-sealed': (state, { platform, commit, shares }, origin, head) => {
    const ballot = sealedBallot(commit, shares, origin, head, 'standing');
    state.commits[`${ballot.seat}/${commit}`] = true;
    // A later one takes the place of an earlier one, which is never opened.
    for (const before of Object.values(state.sealedOpinions))
      if (before.seat === ballot.seat && before.platform === platform) before.status = 'superseded';
    state.sealedOpinions[origin.entry] = { ...ballot, platform };
  },
  'evidence-opened': (state, { platform, opened }, origin, head) => {
    const seat = head.for ?? head.seat;
    const before = state.openings[seat]?.[platform] ?? {};
    const now = Object.fromEntries(
      opened.filter((sha256) => !Object.hasOwn(before, sha256)).map((sha256) => [sha256, origin]),
    );
    state.openings[seat] = { ...state.openings[seat], [platform]: { ...before, ...now } };
  },
  'ballot-reopened': (state, { poll, ballot, reason }, origin) => {
    const at = state.polls[poll];
    const sealed = at?.ballots[ballot];
    if (at === undefined || sealed === undefined) return;
    sealed.status = 'superseded';
    delete at.standing[sealed.seat];
    at.reopened[sealed.seat] = [...(at.reopened[sealed.seat] ?? []), { reason, origin }];
  },
  'key-released': (state, { poll, ballot, key }) => {
    const sealed = state.polls[poll]?.ballots[ballot] ?? state.sealedOpinions[ballot];
    if (sealed) sealed.key = key;
  },
  'share-released': (state, { poll, ballot, share }, _, head) => {
    const sealed = state.polls[poll]?.ballots[ballot] ?? state.sealedOpinions[ballot];
    if (sealed) sealed.released[head.seat] = share;
  },
  'vote-cast': (state, { poll, choice }, origin, head) => {
    const at = state.polls[poll];
    if (at) at.votes[head.for ?? head.seat] = { choice, origin };
  },
  'count-reported': (state, report, origin, head) => {
    const at = state.polls[report.poll];
    if (at) at.reports[head.seat] = { ...report, origin };
  },
  'remark-made': (state, { platform, criterion, text }, origin, head) => {
    const place = { platform, ...(criterion === null ? {} : { criterion }) };
    state.remarks[origin.entry] = { seat: head.for ?? head.seat, via: head.via, ...place, text, origin };
  },
  'paper-attached': (state, { poll, ballot, sha256, size, mediaType }, origin) => {
    const sealed = state.polls[poll]?.ballots[ballot];
    if (sealed) sealed.photo = { sha256, size, mediaType, origin };
  },
  'reservation-made': (state, { conclusion, text }, origin, head) => {
    const at = state.conclusions[conclusion];
    if (at) at.reservations[head.for ?? head.seat] = { text, origin };
  },
  'minutes-approved': (state, { sha256 }, origin, head) => {
    state.minutes.approvals[head.seat] = { sha256, origin };
  },
  'takeover-agreed': (state, { term, feed, from }, origin, head) => {
    state.agreements[agreementOf(term, head.seat)] = { feed, from, origin };
  },
  'evidence-removed': (state, _, origin, head) => {
    state.removed[head.seat] = origin;
  },
};

/** A seat agrees once in a term. */
export const agreementOf = (term: number, seat: string): string => `${term}/${seat}`;

/** A recusal while a round is open: the seat leaves who is entitled, and its ballot is set aside unopened. */
function takeOut(state: State, seat: SeatId, platform: string): void {
  for (const poll of roundsOf(state, platform)) {
    if (poll.step !== 'open') continue;
    poll.entitled = poll.entitled.filter((each) => each !== seat);
    const standing = poll.ballots[poll.standing[seat] ?? ''];
    delete poll.standing[seat];
    if (standing === undefined) continue;
    standing.status = 'set-aside';
    standing.code = 'recused';
  }
}

function sealedBallot(
  commit: Hash,
  shares: StatementOf<'ballot-cast'>['shares'],
  origin: Origin,
  head: Head,
  status: 'standing' | 'late',
): SealedBallot {
  return {
    entry: origin.entry,
    seat: head.for ?? head.seat,
    by: head.seat,
    feed: head.feed,
    seq: head.seq,
    via: head.via,
    commit,
    shares: shares.map(({ holder, key, commit: own }) => ({ holder, key, commit: own })),
    at: head.at,
    status,
    released: {},
  };
}

/** What a withheld personal body leaves: that it was said, by whom; no rule asks for more. */
export function applyWithheld(state: State, origin: Origin, head: Head): void {
  if (head.kind === 'remark-made') state.remarks[origin.entry] = { seat: head.for ?? head.seat, via: head.via, origin };
  if (head.kind !== 'opinion-written') return;
  state.opinions[origin.entry] = { seat: head.for ?? head.seat, by: head.seat, via: head.via, origin };
}

export function applyStatement(state: State, fact: Statement, origin: Origin, head: Head): void {
  const step = steps[fact.kind] as Step<StatementKind>;
  step(state, fact.body, origin, head);
}
