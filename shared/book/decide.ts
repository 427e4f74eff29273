// Whether a seat may say this now: what head and envelope show, looked at by the author and again at admission.
import { fromBase64, tag, toHex } from '../base/bytes.ts';
import type { SeatId } from '../base/ids.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../base/result.ts';
import { votes } from '../council/roles.ts';
import type { Sha256 } from './entry.ts';
import type { Head } from './head.ts';
import { hasDeclared, holdersOf } from './seating.ts';
import type { SealedBallot, State } from './state.ts';
import type { Statement, StatementKind, StatementOf } from './statements.ts';

const KEY = tag('hoidong/key/1');
const SHARE = tag('hoidong/share/1');
/** SHA-256('hoidong/key/1\0' ‖ key): a released key must match the commitment its ballot carried. */
export const keyCommit = (sha256: Sha256, key: Uint8Array): string => toHex(sha256(KEY, key));
export const shareCommit = (sha256: Sha256, share: Uint8Array): string => toHex(sha256(SHARE, share));

export type Speaker = {
  /** Whose act it is: `for` where something is entered on somebody's behalf, else the seat that signs. */
  readonly seat: SeatId;
  readonly head: Pick<Head, 'seat' | 'via' | 'for'>;
  /** Key of the feed, to be bound to the seat that signs. */
  readonly key: string;
};

type Rule<K extends StatementKind> = (
  state: State,
  body: StatementOf<K>,
  who: Speaker,
  sha256: Sha256,
) => Refusal | undefined;

const rules: { readonly [K in StatementKind]: Rule<K> } = {
  'interest-declared': (state, { declared }, { seat }) => {
    if (!votes(state.seats[seat]?.role ?? 'observer')) return refusal('seat-does-not-vote');
    for (const { platform } of declared) {
      if (state.platforms[platform] === undefined) return refusal('platform-unknown');
      const begun = Object.values(state.polls).some(
        (poll) => poll.subject.of === 'platform' && poll.subject.platform === platform,
      );
      // Who comes late has said nothing yet and was issued no ballot; who has spoken does not take it back.
      if (begun && hasDeclared(state, seat, platform))
        return refusal('declaration-late', { platform: state.platforms[platform]?.name ?? '' });
    }
    return undefined;
  },
  'interest-explained': (state, { platform }) => (state.platforms[platform] ? undefined : refusal('platform-unknown')),
  'opinion-written': (state, { platform }, { seat }) => {
    if (state.platforms[platform] === undefined) return refusal('platform-unknown');
    if (!votes(state.seats[seat]?.role ?? 'observer')) return refusal('seat-does-not-vote');
    const presence = state.seats[seat]?.presence;
    return presence === 'present' || presence === 'online' ? refusal('opinion-of-present-member') : undefined;
  },
  'entry-confirmed': (state, { entry }, { head }) => {
    const opinion = state.opinions[entry];
    if (opinion === undefined) return refusal('entry-unknown');
    return opinion.by === head.seat ? refusal('confirmed-by-same-seat') : undefined;
  },
  'ballot-cast': castRefusal,
  'ballot-reopened': (state, { poll, ballot }, { seat }) => {
    const at = state.polls[poll];
    if (at === undefined) return refusal('poll-unknown');
    if (at.step !== 'open') return refusal('round-closed');
    return at.standing[seat] === ballot ? undefined : refusal('ballot-not-standing');
  },
  'key-released': (state, { poll, ballot, key }, { seat }, sha256) => {
    const sealed = countedBallot(state, poll, ballot);
    if (!sealed.ok) return sealed.refusal;
    if (sealed.value.seat !== seat) return refusal('not-your-ballot');
    return keyCommit(sha256, fromBase64(key)) === (sealed.value.commit as string) ? undefined : refusal('key-mismatch');
  },
  'share-released': (state, { poll, ballot, share }, { seat }, sha256) => {
    const sealed = countedBallot(state, poll, ballot);
    if (!sealed.ok) return sealed.refusal;
    const held = sealed.value.shares.find(({ holder }) => holder === seat);
    if (held === undefined) return refusal('not-a-holder');
    return shareCommit(sha256, fromBase64(share)) === (held.commit as string) ? undefined : refusal('share-mismatch');
  },
  'vote-cast': (state, { poll, about }, { seat }) => {
    const at = state.polls[poll];
    if (at === undefined || at.subject.of !== 'conclusion') return refusal('poll-unknown');
    if (at.step !== 'open') return refusal('round-closed');
    if (!at.entitled.includes(seat)) return refusal('not-entitled');
    return state.conclusions[at.subject.conclusion]?.sha256 === about ? undefined : refusal('stale-object');
  },
  'reservation-made': (state, { conclusion, about }, { seat }) => {
    const at = state.conclusions[conclusion];
    if (at === undefined) return refusal('conclusion-unknown');
    if (!votes(state.seats[seat]?.role ?? 'observer')) return refusal('seat-does-not-vote');
    if (state.minutes.cut !== undefined) return refusal('minutes-cut');
    return at.sha256 === about ? undefined : refusal('stale-object');
  },
  'minutes-approved': (state, { sha256: content }, { seat }) => {
    if (!votes(state.seats[seat]?.role ?? 'observer')) return refusal('seat-does-not-vote');
    if (state.minutes.cut !== undefined) return refusal('minutes-cut');
    return state.minutes.written?.sha256 === content ? undefined : refusal('stale-object');
  },
};

function castRefusal(state: State, body: StatementOf<'ballot-cast'>, { seat, head }: Speaker): Refusal | undefined {
  const poll = state.polls[body.poll];
  if (poll === undefined || poll.subject.of !== 'platform') return refusal('poll-unknown');
  if (poll.step !== 'open') return refusal('round-closed');
  if (!poll.entitled.includes(seat)) return refusal('not-entitled');
  const presence = state.seats[seat]?.presence;
  if (presence !== 'present' && presence !== 'online') return refusal('not-present');
  if (poll.standing[seat] !== undefined) return refusal('ballot-standing');
  if (state.commits[`${seat}/${body.commit}`]) return refusal('commit-seen');
  if (head.via === 'paper' || head.via === 'hands') return refusal('ballot-by-proxy');
  const holders = holdersOf(state, poll, seat);
  const named = body.shares.map(({ holder, key }) => `${holder} ${key}`);
  return named.join() === holders.map(({ seat, kem }) => `${seat} ${kem}`).join()
    ? undefined
    : refusal('holders-differ');
}

function countedBallot(state: State, poll: string, ballot: string): Result<SealedBallot> {
  const at = state.polls[poll];
  if (at === undefined) return refuse('poll-unknown');
  if (at.step !== 'revealed') return refuse(at.step === 'counted' ? 'already-counted' : 'not-revealed');
  const sealed = at.ballots[ballot];
  return sealed?.status === 'counted' ? ok(sealed) : refuse('ballot-not-counted');
}

const OWN_ONLY: ReadonlySet<StatementKind> = new Set<StatementKind>([
  'ballot-cast',
  'ballot-reopened',
  'key-released',
  'share-released',
  'minutes-approved',
  'entry-confirmed',
]);

/** Undefined: it may be said. Otherwise the rule that stands against it. No clock, no device, no other input. */
export function decide(state: State, statement: Statement, who: Speaker, sha256: Sha256): Refusal | undefined {
  const device = state.devices[who.key];
  if (device === undefined || device.unbound !== undefined || device.seat !== who.head.seat)
    return refusal('key-unbound');
  if (state.seats[who.seat] === undefined) return refusal('seat-unknown');
  if (who.head.for !== undefined) {
    const role = state.seats[who.head.seat]?.role;
    if (role !== 'secretary' && role !== 'administrative-secretary' && role !== 'chair')
      return refusal('for-not-allowed');
    if (OWN_ONLY.has(statement.kind)) return refusal('own-act-only');
    // Who has a device speaks by it: else the one who records could vote for others, or recuse them. An absent
    // member's letter is the exception; it is read out, never counted.
    if (statement.kind !== 'opinion-written' && state.seats[who.seat]?.device !== undefined)
      return refusal('seat-has-device');
  }
  if (state.minutes.cut !== undefined) return refusal('minutes-cut');
  const rule = rules[statement.kind] as Rule<StatementKind>;
  return rule(state, statement.body, who, sha256);
}
