// What one who records could do behind the council's back: the audit has to say so.
import { expect, test } from 'vitest';
import type { Hash } from '../../../shared/base/ids.ts';
import { audit } from '../../../shared/book/audit.ts';
import { decide } from '../../../shared/book/decide.ts';
import { decideRuling } from '../../../shared/book/decide-ruling.ts';
import { RULINGS } from '../../../shared/book/rulings.ts';
import type { CriteriaSet } from '../../../shared/criteria/criteria-set.ts';
import { deviceProofMessage } from '../../../shared/seal/device-proof.ts';
import { setOf } from '../results/given.ts';
import {
  admit,
  cast,
  closeRound,
  concluded,
  council,
  deviceOf,
  kemOf,
  keyOf,
  nodeCiphers,
  openPoll,
  PLATFORM,
  POLL,
  release,
  revealed,
  rule,
  ruledHeads,
  type Session,
  say,
  seatOf,
  setHash,
  sha256,
  signNow,
  stateOf,
  tip,
} from './given.ts';

const codes = (session: Session) =>
  audit(session.book, sha256).deviations.map(({ kind, rule: against }) => `${kind} ${against?.code ?? ''}`);

test('[F12] a seat is not given to another device without the word of its present device or of the chair', () => {
  const session = openPoll(council());
  rule(session, 'device-unbound', { key: keyOf('an'), feeds: [] });
  const message = deviceProofMessage(session.book.id, seatOf('an'), deviceOf('thief').key, deviceOf('thief').kem);
  rule(session, 'device-bound', {
    seat: seatOf('an'),
    key: keyOf('thief'),
    kem: kemOf('thief'),
    proof: signNow('thief', message),
  });
  expect(codes(session)).toEqual(['device-bound consent-missing']);
});

test('[F12] the format has a place for that word', () => {
  const bound = { seat: seatOf('an'), key: keyOf('thief'), kem: kemOf('thief'), proof: 'A'.repeat(86) };
  const consent = { key: keyOf('chair'), sig: 'A'.repeat(86) };
  expect(RULINGS['device-bound'].safeParse({ ...bound, consent }).success).toBe(true);
});

test('[F12] the proof of a device is looked at by whoever checks a book', async () => {
  const found = (await import('../../../shared/seal/check-devices.ts' as string)) as {
    deviceFaults: (book: Session['book'], hash: unknown, verify: unknown) => Promise<readonly { code: string }[]>;
  };
  const { nodeVerify } = await import('../../../electron/seal/node-keys.ts');
  const session = council();
  expect(await found.deviceFaults(session.book, sha256, nodeVerify)).toEqual([]);
  rule(session, 'seat-appointed', { seat: 'ab'.repeat(8) as never, role: 'invited', order: 9 });
  rule(session, 'device-bound', {
    seat: 'ab'.repeat(8) as never,
    key: keyOf('thief'),
    kem: kemOf('thief'),
    proof: signNow('thief', new Uint8Array(3)),
  });
  expect(await found.deviceFaults(session.book, sha256, nodeVerify)).toMatchObject([{ code: 'proof-false' }]);
});

test('[F13] the heads that a close names are those that were ruled', async () => {
  const session = openPoll(council());
  const one = await cast(session, 'an');
  admit(session, 'an');
  const upTo = ruledHeads(session).map((head, index) => (index === 0 ? { ...head, seq: head.seq + 100 } : head));
  rule(session, 'round-closed', { poll: POLL, upTo, counted: [one.entry], setAside: [] });
  expect(codes(session)).toEqual(['round-closed heads-differ']);
});

test('[F13] a ballot whose key is there cannot be ruled unopenable', async () => {
  const { session, casts } = await revealed();
  for (const one of casts) {
    release(session, one);
    admit(session, one.name);
  }
  rule(session, 'ballot-unopenable', { poll: POLL, ballot: casts[2]?.entry as Hash, code: 'key-lost' });
  expect(codes(session)).toEqual(['ballot-unopenable ballot-openable']);
});

test('[F13] a right key that its device has released is not refused in silence', async () => {
  const { session, casts } = await revealed();
  const [chair, , an] = casts;
  if (chair === undefined || an === undefined) throw new Error('nobody cast');
  release(session, an);
  rule(session, 'ballot-unopenable', { poll: POLL, ballot: an.entry, code: 'key-lost' });
  admit(session, 'an', [{ seq: tip(session, 'an').seq, code: 'ballot-not-counted' }]);
  expect(audit(session.book, sha256).deviations).toMatchObject([{ kind: 'key-released', what: 'right-key-refused' }]);
});

test('[F13] a set of criteria is named by its own hash, and can be counted by', () => {
  const state = { ...stateOf(council()), meeting: { passed: [], sittings: [] } };
  const load = (set: CriteriaSet, named: Hash = setHash(set)) =>
    decideRuling(state, { kind: 'criteria-loaded', body: { sha256: named, set } }, sha256);
  const set = setOf('pp');
  expect(load(set)).toBeUndefined();
  expect(load(set, 'ab'.repeat(32) as Hash)).toMatchObject({ code: 'stale-object' });
  const twice = [...set.groups, ...set.groups.map((group) => ({ ...group, id: 'h' }))];
  expect(load({ ...set, groups: twice })).toMatchObject({ code: 'criteria-unsound' });
  expect(load({ ...set, outcomes: set.outcomes.slice(0, 1) })).toMatchObject({ code: 'criteria-unsound' });
});

test('[F13] keepers are different seats, and an odd number of them', () => {
  const session = council();
  const first = session.book.feeds.get(tip(session, 'recorder').feed)?.entries[0];
  const body = JSON.parse(first?.body ?? '{}');
  const taken = (keepers: readonly string[]) => RULINGS['book-opened'].safeParse({ ...body, keepers }).success;
  expect(taken(['an', 'chi', 'chair'].map(seatOf))).toBe(true);
  expect(taken(['an', 'chi'].map(seatOf))).toBe(false);
  expect(taken(['an', 'an', 'chi'].map(seatOf))).toBe(false);
});

test('[F14] what the secretary enters for a seat never replaces what that seat has signed itself', async () => {
  const { session, about, poll } = await concluded();
  say(session, 'an', 'vote-cast', { poll, about, choice: 'disagree' });
  admit(session, 'an');
  say(session, 'secretary', 'vote-cast', { poll, about, choice: 'agree' }, { for: seatOf('an') });
  admit(session, 'secretary');
  expect(codes(session)).toEqual(['vote-cast seat-has-device']);
});

test('[F14] the secretary recuses nobody who has a device of their own', () => {
  const session = council();
  say(
    session,
    'secretary',
    'interest-declared',
    { declared: [{ platform: PLATFORM, conflict: true }] },
    { for: seatOf('an') },
  );
  admit(session, 'secretary');
  expect(codes(session)).toEqual(['interest-declared seat-has-device']);
});

test('[F15] rulings are signed by the seat that records and by no other', () => {
  const session = council();
  rule(
    session,
    'person-named',
    { _salt: 'A'.repeat(22), seat: seatOf('an'), name: 'Khác', position: '', unit: '' },
    { seat: seatOf('chair') },
  );
  expect(codes(session)).toEqual(['person-named recorder-differs']);
});

test('[F15] a statement made on another recording than ours shows that there are two', () => {
  const session = council();
  const declared = [{ platform: PLATFORM, conflict: false }];
  say(session, 'an', 'interest-declared', { declared }, { seen: { seq: 3, hash: 'ab'.repeat(32) as Hash } });
  admit(session, 'an');
  expect(audit(session.book, sha256).deviations).toMatchObject([{ what: 'seen-elsewhere' }]);
});

test('[F18] nobody keeps another from voting by copying a commitment from the other one\u2019s feed', async () => {
  const session = openPoll(council());
  const honest = await cast(session, 'an');
  const log = session.book.feeds.get(tip(session, 'an').feed);
  const { commit } = JSON.parse(log?.entries.at(-1)?.body ?? '{}');
  await cast(session, 'chi', { commit });
  admit(session, 'chi');
  const body = JSON.parse(log?.entries.at(-1)?.body ?? '{}');
  const who = { seat: seatOf('an'), head: { seat: seatOf('an'), via: 'app' as const }, key: keyOf('an') };
  expect(honest.entry).toBe(log?.entries.at(-1)?.hash);
  expect(decide(stateOf(session), { kind: 'ballot-cast', body }, who, sha256)).toBeUndefined();
});

test('[F18] a seat seals no second ballot with a key of its own that was named before', async () => {
  const session = openPoll(council());
  const first = await cast(session, 'an');
  admit(session, 'an');
  const log = session.book.feeds.get(tip(session, 'an').feed);
  const { commit } = JSON.parse(log?.entries.at(-1)?.body ?? '{}');
  say(session, 'an', 'ballot-reopened', { poll: POLL, ballot: first.entry, reason: 'slip' });
  admit(session, 'an');
  await cast(session, 'an', { commit });
  const body = JSON.parse(log?.entries.at(-1)?.body ?? '{}');
  const who = { seat: seatOf('an'), head: { seat: seatOf('an'), via: 'app' as const }, key: keyOf('an') };
  expect(decide(stateOf(session), { kind: 'ballot-cast', body }, who, sha256)).toMatchObject({ code: 'commit-seen' });
});

test('[F18] a copied envelope opens nothing under the copier\u2019s name', async () => {
  const { openBallots } = await import('../../../shared/seal/open-ballots.ts');
  const session = openPoll(council());
  const honest = await cast(session, 'an');
  const log = session.book.feeds.get(tip(session, 'an').feed);
  const { envelope, commit } = JSON.parse(log?.entries.at(-1)?.body ?? '{}');
  const copied = await cast(session, 'chi', { envelope, commit });
  admit(session, 'chi');
  closeRound(session, [copied]);
  rule(session, 'revealed', { poll: POLL });
  release(session, { ...copied, key: honest.key });
  admit(session, 'chi');
  const opened = await openBallots(nodeCiphers, stateOf(session), session.book);
  expect(opened.get(copied.entry)).toMatchObject({ valid: false, code: 'envelope-broken' });
});
