// When a ballot may be put in, taken back, and its key given: asked by its author, at admission, and by the audit.
import { fromBase64, tag, toHex } from '../base/bytes.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../base/result.ts';
import { votes } from '../council/roles.ts';
import type { Sha256 } from './entry.ts';
import type { Rule, Speaker } from './rule.ts';
import { type Holder, holdersOf, isAttending, isRecused, opinionHolders } from './seating.ts';
import { roundsOf } from './sitting.ts';
import type { SealedBallot, State } from './state.ts';
import type { StatementOf } from './statements.ts';

const KEY = tag('hoidong/key/1');
const SHARE = tag('hoidong/share/1');
/** SHA-256('hoidong/key/1\0' ‖ key): a released key must match the commitment its ballot carried. */
export const keyCommit = (sha256: Sha256, key: Uint8Array): string => toHex(sha256(KEY, key));
export const shareCommit = (sha256: Sha256, share: Uint8Array): string => toHex(sha256(SHARE, share));

type BallotKind =
  | 'ballot-cast'
  | 'opinion-sealed'
  | 'ballot-reopened'
  | 'key-released'
  | 'share-released'
  | 'paper-attached';

export const ballotRules: { readonly [K in BallotKind]: Rule<K> } = {
  'ballot-cast': castRefusal,
  'opinion-sealed': (state, { platform, commit, shares }, { seat }) => {
    if (state.platforms[platform] === undefined) return refusal('platform-unknown');
    if (state.opened?.rules.opinions.marks !== 'sealed') return refusal('opinion-marks-barred');
    if (!votes(state.seats[seat]?.role ?? 'observer')) return refusal('seat-does-not-vote');
    if (isRecused(state, seat, platform)) return refusal('recused-here');
    if (isAttending(state, state.seats[seat])) return refusal('opinion-of-present-member');
    if (firstReveal(state, platform)) return refusal('already-revealed');
    if (state.commits[`${seat}/${commit}`]) return refusal('commit-seen');
    return sharesRefusal(holdersOf(state, { holders: [...opinionHolders(state)] }, seat), shares);
  },
  'ballot-reopened': (state, { poll, ballot }, { seat, head }) => {
    const at = state.polls[poll];
    if (at === undefined) return refusal('poll-unknown');
    if (at.step !== 'open' || at.voided) return refusal('round-closed');
    if (at.standing[seat] !== ballot) return refusal('ballot-not-standing');
    return at.ballots[ballot]?.by === head.seat ? undefined : refusal('own-act-only');
  },
  'key-released': (state, { poll, ballot, key }, { head }, sha256) => {
    const sealed = openableBallot(state, poll, ballot);
    if (!sealed.ok) return sealed.refusal;
    if (sealed.value.by !== head.seat) return refusal('not-your-ballot');
    return keyCommit(sha256, fromBase64(key)) === (sealed.value.commit as string) ? undefined : refusal('key-mismatch');
  },
  'share-released': (state, { poll, ballot, share }, { seat }, sha256) => {
    const sealed = openableBallot(state, poll, ballot);
    if (!sealed.ok) return sealed.refusal;
    if (state.polls[poll]?.step === 'open') return refusal('not-revealed');
    const held = sealed.value.shares.find(({ holder }) => holder === seat);
    if (held === undefined) return refusal('not-a-holder');
    return shareCommit(sha256, fromBase64(share)) === (held.commit as string) ? undefined : refusal('share-mismatch');
  },
  'paper-attached': (state, { poll, ballot }, { head }) => {
    const at = state.polls[poll];
    const sealed = at?.ballots[ballot];
    if (at === undefined || sealed === undefined) return refusal('poll-unknown');
    // A photo of a sheet shows its marks.
    if (at.step !== 'counted') return refusal('not-revealed');
    if (sealed.via !== 'paper' || sealed.by !== head.seat) return refusal('not-your-ballot');
    return sealed.photo ? refusal('photo-attached') : undefined;
  },
};

/** Step of the platform's first round that counts for something, once its marks may be known. */
export const firstReveal = (state: State, platform: string): boolean =>
  roundsOf(state, platform).some(({ step }) => step === 'revealed' || step === 'counted');

function castRefusal(state: State, body: StatementOf<'ballot-cast'>, { seat, head }: Speaker): Refusal | undefined {
  const poll = state.polls[body.poll];
  if (poll === undefined || (poll.subject.of !== 'platform' && poll.secrecy !== 'secret'))
    return refusal('poll-unknown');
  if (poll.by === 'hands') return refusal('vote-by-hands');
  if (poll.step !== 'open' || poll.voided) return refusal('round-closed');
  if (!poll.entitled.includes(seat)) return refusal('not-entitled');
  const distance = poll.subject.of === 'platform' && state.opened?.rules.casting === 'from-a-distance';
  if (!distance && !isAttending(state, state.seats[seat])) return refusal('not-present');
  if (poll.standing[seat] !== undefined) return refusal('ballot-standing');
  if (state.commits[`${seat}/${body.commit}`]) return refusal('commit-seen');
  if (head.via === 'hands') return refusal('ballot-by-proxy');
  // By paper only for whom a numbered sheet was issued; who has a device never is.
  if (head.via === 'paper' && poll.paper[seat] === undefined) return refusal('paper-not-issued');
  return sharesRefusal(holdersOf(state, poll, seat), body.shares);
}

function sharesRefusal(holders: readonly Holder[], shares: StatementOf<'ballot-cast'>['shares']): Refusal | undefined {
  const named = shares.map(({ holder, key }) => `${holder} ${key}`);
  return named.join() === holders.map(({ seat, kem }) => `${seat} ${kem}`).join()
    ? undefined
    : refusal('holders-differ');
}

/**
 * A ballot whose key may come now: counted in a revealed poll; in open scoring as soon as it stands; an absent member's
 * sealed marks once the platform's first round is revealed, at any time after.
 */
function openableBallot(state: State, poll: string, ballot: string): Result<SealedBallot> {
  const at = state.polls[poll];
  if (at === undefined) return refuse('poll-unknown');
  const opinion = state.sealedOpinions[ballot];
  if (opinion !== undefined) {
    const same = at.subject.of === 'platform' && at.subject.platform === opinion.platform;
    if (!same) return refuse('poll-unknown');
    return at.step === 'revealed' || at.step === 'counted' ? ok(opinion) : refuse('not-revealed');
  }
  const sealed = at.ballots[ballot];
  if (at.voided) return refuse('poll-voided');
  if (at.step === 'open' && at.secrecy === 'open' && sealed?.status === 'standing') return ok(sealed);
  if (at.step !== 'revealed') return refuse(at.step === 'counted' ? 'already-counted' : 'not-revealed');
  return sealed?.status === 'counted' ? ok(sealed) : refuse('ballot-not-counted');
}
