// Every rule about what a seat may say, each in the state in which it stands, and each beside an act that may be done.
import { beforeAll, expect, test } from 'vitest';
import { toBase64 } from '../../../shared/base/bytes.ts';
import type { RulingOf } from '../../../shared/book/rulings.ts';
import type { Poll } from '../../../shared/book/state.ts';
import type { StatementOf } from '../../../shared/book/statements.ts';
import type { CouncilRules } from '../../../shared/council/rules.ts';
import { CONCLUSION, fixed, keyOf, PLATFORM, POLL, SALT } from '../format/given.ts';
import { changed, codesIn, NONE, OTHER, rules, says, seat, type Turns, turns, who } from './cases.ts';

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
  const open = inPoll(at.revealed, POLL, { step: 'open', secrecy: 'open' });
  const scored = changed(open, (copy) =>
    Object.assign(copy.polls[POLL]?.ballots[own.entry] ?? {}, { status: 'standing' }),
  );
  is(say(scored), 'ok');
  is(say(inPoll(scored, POLL, { voided: { entry: OTHER, at: '', code: '' } })), 'poll-voided');
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

const recused = (state: Turns['before'], name = 'an') =>
  changed(state, (copy) => {
    copy.declarations[seat(name)] = { [PLATFORM]: { conflict: true, origin: { entry: OTHER, at: '' } } };
  });
const ruled = (state: Turns['before'], change: (rules: CouncilRules) => object) =>
  changed(state, (copy) => {
    if (copy.opened) Object.assign(copy.opened.rules, change(copy.opened.rules));
  });
const replaced = (state: Turns['before'], name: string) =>
  changed(state, (copy) =>
    Object.assign(copy.seats[seat(name)] ?? {}, {
      replaced: { entry: OTHER, at: '', by: NONE, ground: '', sittings: 1 },
    }),
  );
const inPoll = (state: Turns['before'], poll: string, change: Partial<Poll>) =>
  changed(state, (copy) => Object.assign(copy.polls[poll] ?? {}, change));

test('[B1] who was replaced says nothing more, neither for itself nor for others', () => {
  const say = (state: Turns['before'], speaker: Parameters<typeof says>[3]) =>
    says(state, 'interest-declared', declared(), speaker);
  is(say(replaced(at.before, 'an'), who('an')), 'seat-replaced');
  const other = replaced(without('chi', at.before), 'secretary');
  is(say(other, who('secretary', { for: seat('chi'), via: 'hands' })), 'seat-replaced');
  is(say(other, who('chair', { for: seat('chi'), via: 'hands' })), 'ok');
});

test('[B2] a conflict comes at any time until the conclusion, wider and once, by criterion where the rules know it', () => {
  const say = (state: Turns['before'], ...all: StatementOf<'interest-declared'>['declared']) =>
    says(state, 'interest-declared', { declared: all }, who('an'));
  const whole = { platform: PLATFORM, conflict: true };
  const some = { ...whole, criteria: ['c0'] };
  is(say(at.open, whole), 'ok');
  is(say(at.open, whole, whole), 'declaration-twice');
  is(say(at.before, whole, { ...whole, conflict: false }), 'declaration-twice');
  is(say(at.voting, whole), 'recusal-too-late');
  is(say(recused(at.open), { ...whole, conflict: false }), 'declaration-late');
  is(say(at.open, some), 'recusal-by-criterion-barred');
  const single = ruled(at.open, ({ quorum }) => ({ quorum: { ...quorum, per: 'criterion' } }));
  is(say(single, some), 'ok');
  is(say(single, { ...some, criteria: ['c9'] }), 'criterion-unknown');
  is(say(single, { ...some, conflict: false }), 'criterion-unknown');
  is(say(recused(single), some), 'declaration-late');
});

test('[B3] what was entered is confirmed by who works for the council, while it stands', () => {
  const sheet = (state: Turns['before']) =>
    changed(state, (copy) =>
      Object.assign(copy.polls[POLL]?.ballots[at.one.entry] ?? {}, { via: 'paper', by: seat('secretary') }),
    );
  const say = (state: Turns['before'], name: string) =>
    says(state, 'entry-confirmed', { entry: at.one.entry }, who(name));
  is(say(sheet(at.standing), 'chi'), 'ok');
  is(say(sheet(at.standing), 'secretary'), 'confirmed-by-same-seat');
  is(say(sheet(observer(at.standing)), 'an'), 'seat-does-not-vote');
  is(say(sheet(at.closed), 'chi'), 'round-closed');
  is(say(at.standing, 'chi'), 'entry-unknown');
});

test('[B3] an absent member’s marks are sealed where the rules want them, until the platform is revealed', () => {
  const { poll: _, ...sealed } = at.body;
  const say = (state: Turns['before'], more: object = {}) =>
    says(state, 'opinion-sealed', { platform: PLATFORM, ...sealed, ...more }, who('an'));
  const away = left(at.before);
  is(say(away), 'ok');
  is(say(away, { platform: NONE }), 'platform-unknown');
  is(say(ruled(away, () => ({ opinions: { shown: 'after-reveal', marks: 'none' } }))), 'opinion-marks-barred');
  is(say(left(observer(at.before))), 'seat-does-not-vote');
  is(say(recused(away)), 'recused-here');
  is(say(at.before), 'opinion-of-present-member');
  is(say(left(at.revealed)), 'already-revealed');
  is(
    say(changed(away, (copy) => Object.assign(copy.commits, { [`${seat('an')}/${sealed.commit}`]: true }))),
    'commit-seen',
  );
  is(say(away, { shares: [] }), 'holders-differ');
  const letter = { _salt: SALT, platform: PLATFORM, text: 'đồng ý' };
  is(says(recused(away), 'opinion-written', letter, who('an')), 'recused-here');
});

test('[B4] a ballot is never raised by hand, is on paper where a sheet was issued, and is taken back by who entered it', () => {
  const bare = without('chi', at.open);
  const sheet = inPoll(bare, POLL, { paper: { [seat('chi')]: { number: 1, origin: { entry: OTHER, at: '' } } } });
  const say = (state: Turns['before'], via: 'hands' | 'paper') =>
    says(state, 'ballot-cast', at.body, who('secretary', { for: seat('chi'), via }));
  is(say(sheet, 'paper'), 'ok');
  is(say(bare, 'paper'), 'paper-not-issued');
  is(say(sheet, 'hands'), 'ballot-by-proxy');
  is(says(inPoll(at.open, POLL, { by: 'hands' }), 'ballot-cast', at.body, who('an')), 'vote-by-hands');
  const entered = changed(at.standing, (copy) =>
    Object.assign(copy.polls[POLL]?.ballots[at.one.entry] ?? {}, { via: 'paper', by: seat('secretary') }),
  );
  const back = { poll: POLL, ballot: at.one.entry, reason: 'slip' } as const;
  is(says(entered, 'ballot-reopened', back, who('an')), 'own-act-only');
  const photo = { poll: POLL, ballot: at.one.entry, sha256: OTHER, size: 1, mediaType: 'image/jpeg' };
  const attach = (state: Turns['before'], more: object = {}) =>
    says(state, 'paper-attached', { ...photo, ...more }, who('secretary'));
  const done = inPoll(entered, POLL, { step: 'counted' });
  is(attach(done), 'ok');
  is(attach(done, { ballot: OTHER }), 'poll-unknown');
  is(attach(entered), 'not-revealed');
  is(attach(inPoll(at.standing, POLL, { step: 'counted' })), 'not-your-ballot');
  const shown = changed(done, (copy) =>
    Object.assign(copy.polls[POLL]?.ballots[at.one.entry] ?? {}, {
      photo: { ...photo, origin: { entry: OTHER, at: '' } },
    }),
  );
  is(attach(shown), 'photo-attached');
});

test('[B7] an open vote is by device, of who is there; a remark is of who takes part, on what is revealed', () => {
  const vote = (state: Turns['before']) =>
    says(state, 'vote-cast', { poll: at.vote, about: at.about, choice: 'agree' }, who('an'));
  is(vote(inPoll(at.voting, at.vote, { by: 'hands' })), 'vote-by-hands');
  is(vote(inPoll(at.voting, at.vote, { secrecy: 'secret' })), 'vote-is-secret');
  is(vote(inPoll(at.voting, at.vote, { voided: { entry: OTHER, at: '', code: '' } })), 'round-closed');
  is(vote(left(at.voting)), 'not-present');
  const remark = (state: Turns['before'], more: object = {}) =>
    says(state, 'remark-made', { _salt: SALT, platform: PLATFORM, criterion: 'c0', text: 'rõ', ...more }, who('an'));
  is(remark(at.voting), 'ok');
  is(remark(at.voting, { criterion: null }), 'ok');
  is(remark(at.voting, { criterion: 'c9' }), 'criterion-unknown');
  is(remark(at.voting, { platform: NONE }), 'platform-unknown');
  is(remark(observer(at.voting)), 'seat-does-not-vote');
  is(remark(recused(at.voting)), 'recused-here');
  is(remark(at.revealed), 'not-revealed');
});

test('[OP1] who has opened which evidence is said after the reveal, or at once where the rules allow names', () => {
  const file = 'e'.repeat(64);
  const held = (state: Turns['before']) =>
    changed(state, (copy) => {
      const revision = { revision: 1, sha256: 'd'.repeat(64), size: 1, mediaType: '', title: '', origin: {} };
      const item = { ...revision, evidence: NONE, number: 1, revision: 2, sha256: file, earlier: [revision] };
      Object.assign(copy.platforms[PLATFORM]?.evidence ?? {}, { [NONE]: item });
    });
  const open = (state: Turns['before'], more: object = {}) =>
    says(
      held(state),
      'evidence-opened',
      { _salt: SALT, platform: PLATFORM, opened: [file], ...more } as never,
      who('an'),
    );
  is(open(at.voting), 'ok');
  is(open(at.revealed), 'ok');
  is(open(at.voting, { opened: ['d'.repeat(64)] }), 'ok');
  is(open(at.voting, { opened: [file, 'c'.repeat(64)] }), 'evidence-unknown');
  is(open(at.voting, { platform: NONE }), 'platform-unknown');
  is(open(observer(at.voting)), 'seat-does-not-vote');
  is(open(recused(at.voting)), 'recused-here');
  is(open(at.open), 'not-revealed');
  is(open(at.closed), 'not-revealed');
  const named = (state: Turns['before']) =>
    changed(state, (copy) => Object.assign(copy.opened?.rules ?? {}, { openings: 'named-at-once' }));
  is(open(named(at.open)), 'ok');
  is(open(named(at.before)), 'ok');
});

test('[B20] a count is reported by the committee, line by line, and agreed by two who came to the same', () => {
  const origin = { entry: OTHER, at: '' };
  const state = changed(at.voting, (copy) => {
    copy.committee = { members: [seat('an'), seat('bình'), seat('chi')], head: seat('an'), origin };
  });
  const line = (criterion: string, met = 5) => ({ criterion, met, notMet: 0, notApplicable: 0, points: 0 });
  const report = (met = 5): StatementOf<'count-reported'> => ({
    ...{ poll: POLL, issued: 5, returned: 5, valid: 5, invalid: 0, positive: 5 },
    lines: [line('c0', met), line('c1')],
  });
  const say = (given: Turns['before'], more: object = {}, name = 'an') =>
    says(given, 'count-reported', { ...report(), ...more }, who(name));
  is(say(state), 'ok');
  is(say(state, { poll: at.vote }), 'poll-unknown');
  is(say(state, {}, 'chair'), 'not-of-the-committee');
  is(say(inPoll(state, POLL, { step: 'revealed' })), 'not-revealed');
  is(say(inPoll(state, POLL, { agreed: { ...origin, reports: [] } })), 'count-already-agreed');
  for (const lines of [[], [line('c1'), line('c0')], [...report().lines, line('c2')]])
    is(say(state, { lines }), 'count-lines-differ');
  const [one, other] = [at.about, OTHER];
  const agree = (met: number, reports: RulingOf<'count-agreed'>['reports'], poll: string = POLL) =>
    rules(
      inPoll(state, POLL, {
        reports: {
          [seat('an')]: { ...report(), origin: { entry: one, at: '' } },
          [seat('chi')]: { ...report(met), origin: { entry: other, at: '' } },
        },
      }),
      'count-agreed',
      { poll, reports },
    );
  is(agree(5, [one, other]), 'ok');
  is(agree(4, [one, other]), 'counts-differ');
  is(agree(5, [one, one]), 'count-reports-missing');
  is(agree(5, [one, other], at.vote), 'poll-unknown');
});

test('[TK14] only a keeper agrees to another recorder, once in a term; evidence is removed once it was asked back', () => {
  const passed = { term: 1, from: { feed: at.before.recording.feed, seq: 1, hash: OTHER }, sig: 'A'.repeat(86) };
  const to = { feed: 'ab'.repeat(16) as never, seat: seat('an'), key: keyOf('an') };
  const keep = changed(at.before, (copy) => Object.assign(copy.opened ?? {}, { keepers: [seat('an')] }));
  const agree = (state: Turns['before'], name = 'an', more: object = {}) =>
    says(state, 'takeover-agreed', { ...passed, ...to, ...more }, who(name));
  is(agree(keep), 'ok');
  is(agree(keep, 'bình'), 'not-a-keeper');
  const origin = { entry: OTHER, at: '' };
  const before = changed(keep, (copy) => {
    copy.agreements[`1/${seat('an')}`] = { feed: to.feed, from: passed.from, origin };
  });
  is(agree(before), 'ok');
  is(agree(before, 'an', { feed: 'cd'.repeat(16) }), 'agreed-to-another');
  is(agree(before, 'an', { from: { ...passed.from, seq: 2 } }), 'agreed-to-another');
  is(agree(before, 'an', { term: 2, feed: 'cd'.repeat(16) }), 'ok');
  const cut = (state: Turns['before']) =>
    changed(state, (copy) => {
      copy.minutes.cut = { content: OTHER, heads: [], origin };
    });
  is(agree(cut(keep)), 'ok');
  const remove = (state: Turns['before']) => says(state, 'evidence-removed', {}, who('an'));
  const recalled = changed(at.before, (copy) => {
    copy.recalled = { note: '', origin };
  });
  is(remove(at.before), 'evidence-not-recalled');
  is(remove(recalled), 'ok');
  is(remove(cut(recalled)), 'ok');
  is(
    remove(
      changed(recalled, (copy) => {
        copy.removed[seat('an')] = origin;
      }),
    ),
    'evidence-already-removed',
  );
});

test('[TK20] a feed goes on from a feed of its own seat and of no other', () => {
  const of = (name: string) => Object.values(at.standing.feeds).find((feed) => feed.seat === seat(name));
  const say = (state: Turns['before'], continues: object | undefined) =>
    says(state, 'entry-confirmed', { entry: OTHER }, who('bình', { continues } as never));
  const { feed = NONE } = of('an') ?? {};
  is(say(at.standing, { feed, seq: 1, hash: OTHER }), 'continues-another');
  is(say(at.standing, { feed: 'ab'.repeat(16), seq: 1, hash: OTHER }), 'entry-unknown');
  is(say(at.standing, undefined), 'entry-unknown');
});

test('[B8] no rule about statements is left without a case', () => {
  const codes = ['decide.ts', 'decide-ballot.ts', 'decide-count.ts'].flatMap(codesIn);
  expect(codes.filter((code) => !asked.has(code))).toEqual([]);
});
