// What a passing of the recording does to the state, and what is ruled about the recording itself.
import type { RulingStep } from './apply-meeting.ts';
import type { Head } from './head.ts';
import type { PassingKind } from './passing-rulings.ts';
import { recorderOf } from './recorder.ts';
import type { RulingOf } from './rulings.ts';
import type { FeedState, Origin, State } from './state.ts';

/** Judged by the course of the book before it comes here. */
export function applyPassing(
  state: State,
  { feed, seat, key }: Head,
  { term, from, ground, bound }: RulingOf<'recording-passed'>,
  origin: Origin,
): void {
  const before = recorderOf(state);
  if (key === undefined || before === undefined) return;
  if (bound) {
    const last = state.devices[state.seats[seat]?.device ?? ''];
    if (last) unbind(state, last.key, origin, (each) => each.ruledTo.seq);
    state.devices[key] = { key, kem: bound.kem, seat, origin };
    const at = state.seats[seat];
    if (at) at.device = key;
  }
  state.passings.push({
    ...{ term, feed, seat, key, before, from, origin },
    ground: ground.of,
    agreed: ground.of === 'takeover' ? ground.agreed.map((each) => each.seat) : [],
    ...(ground.of === 'resumed' ? { word: ground.word.seat } : {}),
    ...(bound ? { bound: true as const } : {}),
  });
  state.recording = { feed, seq: 0, hash: origin.entry, term };
  delete state.handed;
}

/** What was ruled before stays ruled; what comes after the named entry, or of a feed that is not named, never is. */
export function unbind(state: State, key: string, origin: Origin, endOf: (feed: FeedState) => number): void {
  const device = state.devices[key];
  if (device === undefined) return;
  device.unbound = origin;
  const seat = state.seats[device.seat];
  if (seat?.device === key) delete seat.device;
  for (const feed of Object.values(state.feeds)) if (feed.key === key) feed.ends = endOf(feed);
}

export const passingSteps: { readonly [K in Exclude<PassingKind, 'recording-passed'>]: RulingStep<K> } = {
  'recording-handed-over': (state, { term, seat, feed, key }, origin) => {
    state.handed = { term, seat, feed, key, origin };
  },
  'poll-spoiled': (state, { poll, proof }, origin) => {
    const at = state.polls[poll];
    if (at === undefined) return;
    at.voided = { ...origin, code: 'spoiled' };
    at.spoiled = proof;
  },
  'feed-forked': (state, { feed, seq, hash, sig }, origin) => {
    const at = state.feeds[feed];
    if (at === undefined) return;
    at.forked = { seq, hash, sig, origin };
    at.ends = Math.min(at.ends ?? at.ruledTo.seq, at.ruledTo.seq);
  },
  'clocks-compared': (state, { machines }, origin) => {
    state.clocks = { machines, origin };
  },
  'evidence-recalled': (state, { note }, origin) => {
    state.recalled = { note, origin };
    state.removed = {};
  },
};
