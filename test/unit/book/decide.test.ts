// Every rule about what a seat may say, each in the state in which it stands, and each beside an act that may be done.
import { beforeAll, expect, test } from 'vitest';
import { toBase64 } from '../../../shared/base/bytes.ts';
import { CONCLUSION, fixed, keyOf, PLATFORM, POLL, SALT } from '../format/given.ts';
import { changed, codesIn, NONE, OTHER, says, seat, type Turns, turns, who } from './cases.ts';

let at: Turns;
beforeAll(async () => {
  at = await turns();
});
const asked = new Set<string>();
/** Notes the code, so that at the end every one has been met. */
const is = (found: string, code: string): void => {
  asked.add(code);
  expect(found).toBe(code);
};
const declared = (platform = PLATFORM) => ({ declared: [{ platform, conflict: false }] });
const observer = (state: Turns['before']) =>
  changed(state, (copy) => Object.assign(copy.seats[seat('an')] ?? {}, { role: 'observer' }));
const left = (state: Turns['before'], name = 'an') =>
  changed(state, (copy) => Object.assign(copy.seats[seat(name)] ?? {}, { presence: 'left' }));
/** A seat that never had a device. */
const without = (name: string, state: Turns['before']) =>
  changed(state, (copy) => {
    delete copy.seats[seat(name)]?.device;
    delete copy.devices[keyOf(name)];
  });
const cut = (state: Turns['before']) =>
  changed(state, (copy) => {
    copy.minutes.cut = { content: OTHER, heads: [], origin: { entry: OTHER, at: '' } };
  });

test('[B1] a statement is the word of a bound device, in its own seat\u2019s name', () => {
  const say = (speaker: Parameters<typeof says>[3], state = at.before) =>
    says(state, 'interest-declared', declared(), speaker);
  is(say(who('an')), 'ok');
  is(say({ ...who('an'), key: 'A'.repeat(43) }), 'key-unbound');
  is(say({ ...who('an'), key: keyOf('chi') }), 'key-unbound');
  const unbound = changed(at.before, (copy) =>
    Object.assign(copy.devices[keyOf('an')] ?? {}, { unbound: { entry: OTHER, at: '' } }),
  );
  is(say(who('an'), unbound), 'key-unbound');
  is(say(who('secretary', { for: NONE as never, via: 'hands' })), 'seat-unknown');
  is(say(who('an', { for: seat('chi'), via: 'hands' })), 'for-not-allowed');
  is(say(who('secretary', { for: seat('chi'), via: 'hands' })), 'seat-has-device');
  const unbind = changed(at.before, (copy) => delete copy.seats[seat('chi')]?.device);
  is(say(who('secretary', { for: seat('chi'), via: 'hands' }), unbind), 'seat-has-device');
  const deviceless = without('chi', at.before);
  for (const name of ['secretary', 'chair']) is(say(who(name, { for: seat('chi'), via: 'hands' }), deviceless), 'ok');
  is(
    says(at.voting, 'minutes-approved', { sha256: OTHER }, who('secretary', { for: seat('chi'), via: 'paper' })),
    'own-act-only',
  );
  is(say(who('an'), cut(at.before)), 'minutes-cut');
});

test('[B2] interests are declared by who votes, on what is there, before its round, once it has begun only by who has not', () => {
  const say = (state: Turns['before'], platform = PLATFORM) =>
    says(state, 'interest-declared', declared(platform), who('an'));
  is(say(observer(at.before)), 'seat-does-not-vote');
  is(say(at.before, NONE), 'platform-unknown');
  is(say(at.open), 'declaration-late');
  is(say(changed(at.open, (copy) => delete copy.declarations[seat('an')])), 'ok');
  const explained = { _salt: SALT, platform: PLATFORM, text: 'vì' };
  is(says(at.before, 'interest-explained', explained, who('an')), 'ok');
  is(says(at.before, 'interest-explained', { ...explained, platform: NONE }, who('an')), 'platform-unknown');
});

test('[B3] a letter is of an absent voting member, and is confirmed by another seat', () => {
  const opinion = { _salt: SALT, platform: PLATFORM, text: 'đồng ý' };
  is(says(at.before, 'opinion-written', opinion, who('an')), 'opinion-of-present-member');
  is(says(left(at.before), 'opinion-written', opinion, who('an')), 'ok');
  is(says(left(observer(at.before)), 'opinion-written', opinion, who('an')), 'seat-does-not-vote');
  is(says(left(at.before), 'opinion-written', { ...opinion, platform: NONE }, who('an')), 'platform-unknown');
  is(says(left(at.before), 'opinion-written', opinion, who('secretary', { for: seat('an'), via: 'paper' })), 'ok');
  const written = changed(at.before, (copy) => {
    copy.opinions[OTHER] = { seat: seat('an'), by: seat('secretary'), via: 'paper', origin: { entry: OTHER, at: '' } };
  });
  is(says(written, 'entry-confirmed', { entry: OTHER }, who('chair')), 'ok');
  is(says(written, 'entry-confirmed', { entry: OTHER }, who('secretary')), 'confirmed-by-same-seat');
  is(says(at.before, 'entry-confirmed', { entry: OTHER }, who('chair')), 'entry-unknown');
});

test('[B4] a ballot is cast by who was issued one, is there and has none standing, once per key, to the holders of the poll', () => {
  const say = (state: Turns['before'], more: object = {}, speaker = who('an')) =>
    says(state, 'ballot-cast', { ...at.body, ...more }, speaker);
  is(say(at.open), 'ok');
  is(say(at.before), 'poll-unknown');
  is(say(at.voting, { poll: at.vote }), 'poll-unknown');
  is(say(changed(at.standing, (copy) => Object.assign(copy.polls[POLL] ?? {}, { step: 'closed' }))), 'round-closed');
  is(
    say(changed(at.open, (copy) => Object.assign(copy.polls[POLL] ?? {}, { entitled: [seat('chi')] }))),
    'not-entitled',
  );
  is(say(left(at.open)), 'not-present');
  is(say(at.standing), 'ballot-standing');
  is(say(changed(at.standing, (copy) => delete copy.polls[POLL]?.standing[seat('an')])), 'commit-seen');
  is(say(at.open, {}, who('an', { via: 'paper' })), 'paper-not-issued');
  is(say(at.open, {}, who('secretary', { for: seat('an'), via: 'paper' })), 'seat-has-device');
  for (const shares of [
    [],
    at.body.shares.slice(1),
    [...at.body.shares].reverse(),
    at.body.shares.map((share) => ({ ...share, key: keyOf('thief') })),
  ])
    is(say(at.open, { shares }), 'holders-differ');
});

test('[B5] a ballot is reopened by its author while the round is open', () => {
  const say = (state: Turns['before'], name = 'an', poll: string = POLL) =>
    says(state, 'ballot-reopened', { poll, ballot: at.one.entry, reason: 'slip' }, who(name));
  is(say(at.standing), 'ok');
  is(say(at.standing, 'an', NONE), 'poll-unknown');
  is(say(at.closed), 'round-closed');
  is(say(at.standing, 'chi'), 'ballot-not-standing');
});

test('[B6] a key is released by its author, after the reveal, before the count, and must be the one that was named', () => {
  const own = at.casts[2];
  if (own === undefined) throw new Error('nobody cast');
  const say = (state: Turns['before'], more: object = {}, name = 'an') =>
    says(state, 'key-released', { poll: POLL, ballot: own.entry, key: own.key, ...more }, who(name));
  is(say(at.revealed), 'ok');
  is(say(at.before), 'poll-unknown');
  is(say(at.open), 'not-revealed');
  is(say(at.closed), 'not-revealed');
  is(say(at.voting), 'already-counted');
  is(say(at.revealed, { ballot: OTHER }), 'ballot-not-counted');
  is(say(at.revealed, {}, 'chi'), 'not-your-ballot');
  is(say(at.revealed, { key: toBase64(fixed('another', 32)) }), 'key-mismatch');
  const aside = changed(at.revealed, (copy) =>
    Object.assign(copy.polls[POLL]?.ballots[own.entry] ?? {}, { status: 'set-aside' }),
  );
  is(say(aside), 'ballot-not-counted');
});

test('[B6] a share is released by its holder and must be the one that was named', () => {
  const own = at.casts[2];
  if (own === undefined) throw new Error('nobody cast');
  const share = toBase64(fixed('share', 32));
  const say = (state: Turns['before'], name: string, poll: string = POLL) =>
    says(state, 'share-released', { poll, ballot: own.entry, share }, who(name));
  is(say(at.revealed, 'chair'), 'share-mismatch');
  is(say(at.revealed, 'chi'), 'not-a-holder');
  is(say(at.revealed, 'an'), 'not-a-holder');
  is(say(at.open, 'chair'), 'not-revealed');
  is(say(at.voting, 'chair'), 'already-counted');
  is(say(at.revealed, 'chair', NONE), 'poll-unknown');
});

test('[B7] votes, reservations and approvals name the very text', () => {
  const vote = (state: Turns['before'], more: object = {}, name = 'an') =>
    says(state, 'vote-cast', { poll: at.vote, about: at.about, choice: 'agree', ...more }, who(name));
  is(vote(at.voting), 'ok');
  is(vote(at.voting, { poll: NONE }), 'poll-unknown');
  is(vote(at.voting, { poll: POLL }), 'poll-unknown');
  is(vote(at.voting, { about: OTHER }), 'stale-object');
  is(vote(changed(at.voting, (copy) => Object.assign(copy.polls[at.vote] ?? {}, { step: 'closed' }))), 'round-closed');
  is(vote(changed(at.voting, (copy) => Object.assign(copy.polls[at.vote] ?? {}, { entitled: [] }))), 'not-entitled');
  const reservation = { _salt: SALT, conclusion: CONCLUSION, about: at.about, text: 'giữ' };
  is(says(at.voting, 'reservation-made', reservation, who('an')), 'ok');
  is(says(at.voting, 'reservation-made', { ...reservation, conclusion: NONE }, who('an')), 'conclusion-unknown');
  is(says(at.voting, 'reservation-made', { ...reservation, about: OTHER }, who('an')), 'stale-object');
  is(says(observer(at.voting), 'reservation-made', reservation, who('an')), 'seat-does-not-vote');
  is(says(cut(at.voting), 'reservation-made', reservation, who('an')), 'minutes-cut');
  const written = changed(at.voting, (copy) => {
    copy.minutes.written = { sha256: OTHER, facts: [], prose: {} as never, origin: { entry: OTHER, at: '' } };
  });
  is(says(written, 'minutes-approved', { sha256: OTHER }, who('an')), 'ok');
  is(says(written, 'minutes-approved', { sha256: at.about }, who('an')), 'stale-object');
  is(says(at.voting, 'minutes-approved', { sha256: OTHER }, who('an')), 'stale-object');
  is(says(observer(written), 'minutes-approved', { sha256: OTHER }, who('an')), 'seat-does-not-vote');
  is(says(cut(written), 'minutes-approved', { sha256: OTHER }, who('an')), 'minutes-cut');
});

test('[B8] no rule about statements is left without a case', () => {
  expect(codesIn('decide.ts').filter((code) => !asked.has(code))).toEqual([]);
});
