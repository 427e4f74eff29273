// What each ruling does to the state. Rulings are trusted here; `audit` is where they are judged.
import type { Hash } from '../base/ids.ts';
import type { Head } from './head.ts';
import type { Ruling, RulingKind, RulingOf } from './rulings.ts';
import type { Origin, Poll, State } from './state.ts';

type Step<K extends RulingKind> = (state: State, body: RulingOf<K>, origin: Origin, head: Head) => void;

/** `ruled` is not here: it brings in other feeds' entries, which is the fold's own work. */
const steps: { readonly [K in Exclude<RulingKind, 'ruled'>]: Step<K> } = {
  'book-opened': (state, body, origin) => {
    state.opened = { ...body, origin };
  },
  'session-described': (state, body) => {
    state.described = body;
  },
  'criteria-loaded': (state, body) => {
    state.criteria = body;
  },
  'threshold-set': (state, { criterion, threshold, source }, origin) => {
    state.thresholds[criterion] = { threshold, source, origin };
  },
  'seat-appointed': (state, { seat, role, order }) => {
    state.seats[seat] = { seat, role, order, presence: 'unknown', attendance: [] };
  },
  'person-named': (state, { seat, name, position, unit }) => {
    state.persons[seat] = { name, position, unit };
  },
  'device-bound': (state, { seat, key, kem }, origin) => {
    state.devices[key] = { key, kem, seat, origin };
    const at = state.seats[seat];
    if (at) at.device = key;
  },
  'device-unbound': (state, { key, feeds }, origin) => {
    const device = state.devices[key];
    if (device === undefined) return;
    device.unbound = origin;
    const seat = state.seats[device.seat];
    if (seat?.device === key) delete seat.device;
    const ends = new Map(feeds.map((named) => [named.feed as string, named.upTo]));
    // What was ruled before stays ruled; what comes after the named entry, or of a feed that is not named, never is.
    for (const feed of Object.values(state.feeds)) if (feed.key === key) feed.ends = ends.get(feed.feed) ?? 0;
  },
  'platform-added': (state, body, origin) => {
    state.platforms[body.platform] = { ...body, origin, evidence: {}, measured: {} };
  },
  'value-measured': (state, { platform, criterion, value, evidence }, origin) => {
    const at = state.platforms[platform];
    if (at) at.measured[criterion] = { value, evidence, origin };
  },
  'evidence-added': (state, body, origin) => {
    const at = state.platforms[body.platform];
    if (at) at.evidence[body.evidence] = { ...body, origin };
  },
  'meeting-opened': (state, { presiding }, origin) => {
    state.meeting.opened = { ...origin, presiding };
  },
  'attendance-marked': (state, { seat, presence, note }, origin) => {
    const at = state.seats[seat];
    if (at === undefined) return;
    at.presence = presence;
    at.attendance.push({ ...origin, presence, note });
  },
  'poll-opened': (state, body, origin) => {
    state.polls[body.poll] = { ...body, origin, step: 'open', ballots: {}, standing: {}, votes: {}, reopened: {} };
    const conclusion = body.subject.of === 'conclusion' ? state.conclusions[body.subject.conclusion] : undefined;
    if (conclusion) conclusion.poll = body.poll;
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
  'conclusion-put': (state, body, origin) => {
    state.conclusions[body.conclusion] = { ...body, origin, reservations: {} };
    const platform = state.platforms[body.platform];
    if (platform) platform.conclusion = body.conclusion;
  },
  'minutes-written': (state, { sha256, facts, prose }, origin) => {
    state.minutes.written = { sha256, facts, prose, origin };
  },
  'meeting-closed': (state, _, origin) => {
    state.meeting.closed = origin;
  },
  'signer-named': (state, body) => {
    const { seat, field, certificate } = body;
    state.minutes.signers[field] = { seat, field, ...(certificate === undefined ? {} : { certificate }) };
  },
  'minutes-cut': (state, { content, heads }, origin) => {
    state.minutes.cut = { content, heads, origin };
  },
  'minutes-sealed': (state, { sha256 }, origin) => {
    state.minutes.sealed = { sha256, origin };
  },
  'signature-added': (state, body, origin) => {
    state.minutes.signatures.push({ ...body, origin });
  },
  'body-erased': (state, { feed, seq, ground }) => {
    state.erased[`${feed}/${seq}`] = ground;
  },
};

function settle(poll: Poll | undefined, ballot: Hash, status: 'set-aside' | 'unopenable', code: string): void {
  const at = poll?.ballots[ballot];
  if (at === undefined) return;
  at.status = status;
  at.code = code;
}

export function applyRuling(state: State, fact: Ruling, origin: Origin, head: Head): void {
  if (fact.kind === 'ruled') return;
  const step = steps[fact.kind] as Step<RulingKind>;
  step(state, fact.body, origin, head);
}
