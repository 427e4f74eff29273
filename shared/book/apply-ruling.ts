// What each ruling does to the state. Rulings are trusted here; `audit` is where they are judged.
import { meetingSteps, type RulingStep } from './apply-meeting.ts';
import { passingSteps, unbind } from './apply-passing.ts';
import { revisionOf } from './evidence-of.ts';
import type { Head } from './head.ts';
import type { Ruling, RulingKind } from './rulings.ts';
import type { Origin, State } from './state.ts';

/** `ruled` and `recording-passed` are not here: they bring other feeds in, which is the fold's own work. */
const steps: { readonly [K in Exclude<RulingKind, 'ruled' | 'recording-passed'>]: RulingStep<K> } = {
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
    const ends = new Map(feeds.map((named) => [named.feed as string, named.upTo]));
    unbind(state, key, origin, ({ feed }) => ends.get(feed) ?? 0);
  },
  'platform-added': (state, body, origin) => {
    state.platforms[body.platform] = { ...body, origin, evidence: {}, measured: {} };
  },
  'value-measured': (state, { platform, criterion, value, evidence }, origin) => {
    const at = state.platforms[platform];
    if (at) at.measured[criterion] = { value, evidence, origin };
  },
  'evaluated-before': (state, body, origin) => {
    const at = state.platforms[body.platform];
    if (at) at.before = { ...body, origin };
  },
  'evidence-added': (state, body, origin) => {
    const at = state.platforms[body.platform];
    if (at === undefined) return;
    const before = at.evidence[body.evidence];
    const earlier = before ? [...(before.earlier ?? []), revisionOf(before)] : [];
    at.evidence[body.evidence] = { ...body, origin, ...(earlier.length === 0 ? {} : { earlier }) };
  },
  ...meetingSteps,
  ...passingSteps,
  'minutes-written': (state, { sha256, facts, prose }, origin) => {
    state.minutes.written = { sha256, facts, prose, origin };
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

export function applyRuling(state: State, fact: Ruling, origin: Origin, head: Head): void {
  if (fact.kind === 'ruled' || fact.kind === 'recording-passed') return;
  const step = steps[fact.kind] as RulingStep<RulingKind>;
  step(state, fact.body, origin, head);
}
