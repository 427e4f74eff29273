// Every rule about what the one who records may rule, each in the state in which it stands.
import { beforeAll, expect, test } from 'vitest';
import type { RulingOf } from '../../../shared/book/rulings.ts';
import { entitledSeats, holderSeats } from '../../../shared/book/seating.ts';
import type { Poll, Seat, State } from '../../../shared/book/state.ts';
import { electionText, textHash } from '../../../shared/book/text-hash.ts';
import type { CouncilRules } from '../../../shared/council/rules.ts';
import {
  CONCLUSION,
  council,
  id,
  kemOf,
  keyOf,
  PLATFORM,
  POLL,
  ruledHeads,
  SALT,
  setHash,
  sha256,
} from '../format/given.ts';
import { setOf } from '../results/given.ts';
import { changed, codesIn, NONE, OTHER, rules, seat, type Turns, turns } from './cases.ts';

let at: Turns;
let setUp: State;
beforeAll(async () => {
  at = await turns();
  setUp = changed(at.before, (copy) => {
    copy.meeting = { passed: [], sittings: [] };
  });
});
const asked = new Set<string>();
const is = (found: string, code: string): void => {
  asked.add(code);
  expect(found).toBe(code);
};
const origin = { entry: OTHER, at: '' };
const met = (state: State, more: Partial<State['meeting']> = {}) =>
  changed(state, (copy) => Object.assign(copy.meeting, more));
const adjourned = (state: State) =>
  met(state, {
    sittings: [{ opened: origin, presiding: seat('chair'), adjourned: { ...origin, until: '', note: '' } }],
  });
const minutes = (state: State, more: Partial<State['minutes']>) =>
  changed(state, (copy) => Object.assign(copy.minutes, more));
const CUT = { cut: { content: OTHER, heads: [], origin } };
const WRITTEN = { written: { sha256: OTHER, facts: [], prose: {} as never, origin } };

test('[B9] a book is opened once, described and equipped before the meeting', () => {
  const opening = { ...(at.before.opened as RulingOf<'book-opened'>) };
  is(rules(at.before, 'book-opened', opening), 'book-already-open');
  const empty = changed(at.before, (copy) => delete copy.opened);
  is(rules(empty, 'book-opened', opening), 'ok');
  is(rules(empty, 'meeting-closed', {}), 'book-not-open');
  const described = {
    subject: '',
    superior: '',
    council: '',
    decision: { number: '', date: '', body: '' },
    place: '',
    symbol: '',
    legalBasis: [],
  };
  is(rules(setUp, 'session-described', described), 'ok');
  is(rules(at.before, 'session-described', described), 'meeting-already-open');
  const set = setOf('pp');
  is(rules(setUp, 'criteria-loaded', { sha256: setHash(set), set }), 'ok');
  is(rules(at.before, 'criteria-loaded', { sha256: setHash(set), set }), 'meeting-already-open');
  is(rules(setUp, 'criteria-loaded', { sha256: OTHER, set }), 'stale-object');
  is(
    rules(setUp, 'criteria-loaded', { sha256: OTHER, set: { ...set, groups: [...set.groups, ...set.groups] } }),
    'criteria-unsound',
  );
  is(rules(setUp, 'threshold-set', { criterion: 'c0', threshold: '1', source: '' }), 'criterion-unknown');
  is(rules(setUp, 'platform-added', { platform: NONE, name: '', owner: '', enterprise: '', address: '' }), 'ok');
  is(
    rules(at.before, 'platform-added', { platform: NONE, name: '', owner: '', enterprise: '', address: '' }),
    'meeting-already-open',
  );
});

test('[B10] seats are appointed once, one chair and one secretary, before the meeting; devices one after another with consent', () => {
  const appoint = (state: State, who: string, role: RulingOf<'seat-appointed'>['role'] = 'member') =>
    rules(state, 'seat-appointed', { seat: who as never, role, order: 9 });
  is(appoint(setUp, NONE), 'ok');
  is(appoint(setUp, seat('an')), 'seat-taken');
  is(appoint(at.before, NONE), 'meeting-already-open');
  for (const role of ['chair', 'secretary'] as const) is(appoint(setUp, NONE, role), 'role-taken');
  const person = { _salt: SALT, name: '', position: '', unit: '' };
  is(rules(setUp, 'person-named', { ...person, seat: NONE as never }), 'seat-unknown');
  is(rules(setUp, 'person-named', { ...person, seat: seat('an') }), 'ok');
  const bind = (state: State, who: string, more: Partial<RulingOf<'device-bound'>> = {}) =>
    rules(state, 'device-bound', {
      seat: who as never,
      key: keyOf('thief'),
      kem: kemOf('thief'),
      proof: 'A'.repeat(86),
      ...more,
    });
  is(bind(setUp, NONE), 'seat-unknown');
  is(bind(setUp, seat('an'), { key: keyOf('chi') }), 'device-known');
  is(bind(setUp, seat('an')), 'seat-has-device');
  const lost = changed(setUp, (copy) => delete copy.seats[seat('an')]?.device);
  is(bind(lost, seat('an')), 'consent-missing');
  const consent = (name: string) => ({ consent: { key: keyOf(name), sig: 'A'.repeat(86) } });
  is(bind(lost, seat('an'), consent('chi')), 'consent-of-another');
  for (const name of ['an', 'chair']) is(bind(lost, seat('an'), consent(name)), 'ok');
  const formerChair = changed(lost, (copy) =>
    Object.assign(copy.seats[seat('chair')] ?? {}, { replaced: { ...origin, by: NONE, ground: '', sittings: 0 } }),
  );
  is(bind(formerChair, seat('an'), consent('chair')), 'consent-of-another');
  const fresh = changed(lost, (copy) => delete copy.devices[keyOf('an')]);
  is(bind(fresh, seat('an')), 'ok');
  is(rules(setUp, 'device-unbound', { key: keyOf('thief'), feeds: [] }), 'device-unknown');
  is(rules(setUp, 'device-unbound', { key: keyOf('an'), feeds: [] }), 'ok');
  is(rules(at.standing, 'device-unbound', { key: keyOf('an'), feeds: [] }), 'device-in-use');
  is(rules(at.standing, 'device-unbound', { key: keyOf('chi'), feeds: [] }), 'ok');
});

test('[B11] a meeting is opened when it has a set, a platform, a chair and every threshold; attendance is marked while it lasts', () => {
  const open = (state: State, presiding = seat('chair')) => rules(state, 'meeting-opened', { presiding });
  is(open(setUp), 'ok');
  is(open(at.before), 'meeting-already-open');
  is(open(setUp, NONE as never), 'seat-unknown');
  is(open(changed(setUp, (copy) => delete copy.criteria)), 'criteria-missing');
  is(
    open(
      changed(setUp, (copy) => {
        copy.platforms = {};
      }),
    ),
    'platform-missing',
  );
  const measured = changed(setUp, (copy) => {
    const [criterion] = copy.criteria?.set.groups[0]?.criteria ?? [];
    Object.assign(criterion ?? {}, { kind: 'measured', unit: '%', comparator: '>=', threshold: null });
  });
  is(open(measured), 'threshold-open');
  is(rules(measured, 'threshold-set', { criterion: 'c0', threshold: '1', source: '' }), 'ok');
  const mark = (state: State, who: string) =>
    rules(state, 'attendance-marked', { seat: who as never, presence: 'left', note: '' });
  is(mark(setUp, seat('an')), 'meeting-not-open');
  is(mark(at.before, seat('an')), 'ok');
  is(mark(at.before, NONE), 'seat-unknown');
  is(mark(met(at.before, { closed: origin }), seat('an')), 'meeting-closed');
  const measure = (state: State, more: object = {}) =>
    rules(state, 'value-measured', { platform: PLATFORM, criterion: 'c0', value: '1', evidence: [], ...more });
  is(measure(measured), 'ok');
  is(measure(measured, { platform: NONE }), 'platform-unknown');
  is(measure(setUp), 'criterion-unknown');
  is(measure(changed(measured, (copy) => Object.assign(copy, { polls: at.open.polls }))), 'round-already-opened');
  is(rules(at.before, 'evidence-added', { platform: NONE } as never), 'platform-unknown');
  const before = { platform: NONE, book: OTHER, poll: NONE, at: '', outcome: 'met', marks: [] } as never;
  is(rules(setUp, 'evaluated-before', before), 'platform-unknown');
  const ownBook = { ...(before as object), platform: PLATFORM, book: setUp.book } as never;
  is(rules(setUp, 'evaluated-before', ownBook), 'before-itself');
  is(rules(at.before, 'evaluated-before', before), 'meeting-already-open');
});

test('[B36] items of evidence are numbered once, and their revisions follow each other', () => {
  const added = (more: object) => rules(at.before, 'evidence-added', { platform: PLATFORM, ...more } as never);
  is(added({ evidence: id('new'), number: 7, revision: 1 }), 'ok');
  is(added({ evidence: id('new'), number: 7, revision: 2 }), 'evidence-out-of-order');
  const standing = { evidence: id('old'), number: 4, revision: 2 };
  const held = changed(at.before, (copy) => {
    Object.assign(copy.platforms[PLATFORM]?.evidence ?? {}, { [id('old')]: standing });
  });
  const again = (more: object) => rules(held, 'evidence-added', { platform: PLATFORM, ...standing, ...more } as never);
  is(again({ revision: 3 }), 'ok');
  is(again({ revision: 2 }), 'evidence-out-of-order');
  is(again({ revision: 4 }), 'evidence-out-of-order');
  is(again({ revision: 3, number: 5 }), 'evidence-out-of-order');
  is(again({ evidence: id('new'), revision: 1 }), 'evidence-out-of-order');
});

test('[B12] a poll is opened alone, with everybody declared, with quorum, for exactly those whom the state names', () => {
  const body = (state: State): RulingOf<'poll-opened'> => ({
    poll: NONE,
    subject: { of: 'platform', platform: PLATFORM, round: 1 },
    secrecy: 'blind',
    by: 'devices',
    entitled: [...entitledSeats(state, PLATFORM)],
    holders: [...holderSeats(state)],
  });
  const open = (state: State, more: Partial<RulingOf<'poll-opened'>> = {}) =>
    rules(state, 'poll-opened', { ...body(state), ...more });
  is(open(at.before), 'ok');
  is(open(setUp), 'meeting-not-open');
  is(open(met(at.before, { closed: origin })), 'meeting-closed');
  is(open(at.open, { poll: POLL }), 'poll-known');
  is(open(at.before, { subject: { of: 'platform', platform: NONE, round: 1 } }), 'platform-unknown');
  is(open(at.before, { subject: { of: 'conclusion', conclusion: NONE } }), 'conclusion-unknown');
  for (const busy of [at.open, at.closed, at.revealed]) is(open(busy), 'another-poll-open');
  is(open(changed(at.before, (copy) => delete copy.declarations[seat('an')])), 'declarations-missing');
  const away = (...names: string[]) =>
    changed(at.before, (copy) =>
      names.map((name) => Object.assign(copy.seats[seat(name)] ?? {}, { presence: 'absent' })),
    );
  is(open(away('an', 'chi')), 'quorum-short');
  is(open(away('chair')), 'chair-absent');
  is(open(away('secretary')), 'secretary-absent');
  is(open(at.before, { entitled: body(at.before).entitled.slice(1) }), 'entitled-differ');
  is(open(at.before, { holders: [] }), 'holders-differ');
  is(open(at.before, { secrecy: 'open' }), 'secrecy-differs');
  const voted = changed(at.voting, (copy) => Object.assign(copy.polls[at.vote] ?? {}, { step: 'closed' }));
  const vote = { subject: { of: 'conclusion' as const, conclusion: CONCLUSION }, holders: [] };
  is(open(voted, { ...vote, secrecy: 'open' }), 'conclusion-voted');
  const unvoted = changed(voted, (copy) => {
    delete copy.polls[at.vote];
    delete copy.conclusions[CONCLUSION]?.poll;
  });
  is(open(unvoted, { ...vote, secrecy: 'open' }), 'ok');
  is(open(unvoted, { ...vote, secrecy: 'blind' }), 'secrecy-differs');
  is(open(changed(at.before, (copy) => delete copy.opened)), 'book-not-open');
});

test('[B13] a close names all ruled heads and every standing ballot once; only a closed score is revealed; what is counted is settled', () => {
  const upTo = Object.values(at.standing.feeds).map(({ feed, ruledTo }) => ({ feed, ...ruledTo }));
  const close = (more: Partial<RulingOf<'round-closed'>> = {}, state = at.standing) =>
    rules(state, 'round-closed', { poll: POLL, upTo, counted: [at.one.entry], setAside: [], ...more });
  is(close(), 'ok');
  const aside = { counted: [], setAside: [{ hash: at.one.entry, code: 'paper-not-confirmed' }] };
  is(close(aside), 'round-list-differs');
  const paper = changed(at.standing, (copy) =>
    Object.assign(copy.polls[POLL]?.ballots[at.one.entry] ?? {}, { via: 'paper' }),
  );
  is(close({}, paper), 'paper-not-confirmed');
  is(close(aside, paper), 'ok');
  is(close({ poll: NONE }), 'poll-unknown');
  is(close({}, at.closed), 'poll-step');
  is(close({ upTo: upTo.slice(1) }), 'heads-differ');
  is(close({ upTo: [...upTo.slice(1), ...upTo.slice(1, 2)] }), 'heads-differ');
  for (const counted of [[], [at.one.entry, at.one.entry], [OTHER]]) is(close({ counted }), 'round-list-differs');
  const own = at.casts[0]?.entry ?? OTHER;
  is(rules(at.closed, 'revealed', { poll: POLL }), 'ok');
  is(rules(at.open, 'revealed', { poll: POLL }), 'poll-step');
  is(rules(at.voting, 'revealed', { poll: at.vote }), 'poll-unknown');
  const without = (state: State, ballot = at.one.entry) =>
    rules(state, 'ballot-set-aside', { poll: POLL, ballot, code: '', note: '' });
  is(without(at.closed), 'ok');
  is(without(at.closed, OTHER), 'ballot-not-counted');
  is(without(at.revealed), 'poll-step');
  is(without(changed(at.closed, (copy) => Object.assign(copy.polls[POLL] ?? {}, { secrecy: 'open' }))), 'ballot-seen');
  const giveUp = (state: State, ballot = own) => rules(state, 'ballot-unopenable', { poll: POLL, ballot, code: '' });
  is(giveUp(at.revealed), 'ok');
  is(giveUp(at.revealed, OTHER), 'ballot-not-counted');
  is(giveUp(at.closed), 'poll-step');
  const released = changed(at.revealed, (copy) =>
    Object.assign(copy.polls[POLL]?.ballots[own] ?? {}, { key: at.casts[0]?.key }),
  );
  is(giveUp(released), 'ballot-openable');
  is(rules(at.revealed, 'counted', { poll: POLL, sha256: OTHER }), 'keys-missing');
  is(rules(at.closed, 'counted', { poll: POLL, sha256: OTHER }), 'poll-step');
  expect(ruledHeads(at.shownSession).length).toBeGreaterThan(0);
});

test('[B14] conclusion, minutes, closing, cut, seal and signatures follow one another', () => {
  const text = 'Đạt';
  const put = (state: State, more: object = {}) =>
    rules(state, 'conclusion-put', {
      conclusion: id('c'),
      platform: PLATFORM,
      outcome: '',
      text,
      sha256: textHash(sha256, text) as never,
      ...more,
    });
  const voted = changed(at.voting, (copy) => Object.assign(copy.polls[at.vote] ?? {}, { step: 'closed' }));
  is(put(voted), 'ok');
  is(put(at.voting), 'another-poll-open');
  is(put(at.revealed), 'platform-not-counted');
  is(put(voted, { sha256: OTHER }), 'stale-object');
  is(put(met(at.voting, { closed: origin })), 'meeting-closed');
  const write = (state: State) => rules(state, 'minutes-written', { sha256: OTHER, facts: [], prose: {} as never });
  is(write(setUp), 'meeting-not-open');
  is(write(at.voting), 'minutes-while-voting');
  is(write(adjourned(voted)), 'minutes-while-adjourned');
  is(write(voted), 'ok');
  is(write(met(voted, { closed: origin })), 'ok');
  is(write(minutes(voted, CUT)), 'minutes-cut');
  is(rules(voted, 'meeting-closed', {}), 'minutes-not-written');
  is(rules(minutes(at.voting, WRITTEN), 'meeting-closed', {}), 'another-poll-open');
  is(rules(minutes(voted, WRITTEN), 'meeting-closed', {}), 'ok');
  is(rules(met(at.voting, { closed: origin }), 'meeting-closed', {}), 'meeting-closed');
  is(rules(at.voting, 'signer-named', { seat: NONE as never, field: 'ThuKy' }), 'seat-unknown');
  const cut = (state: State) => rules(state, 'minutes-cut', { content: OTHER, heads: [] });
  const closed = met(at.voting, { closed: origin });
  const signers = {
    ThuKy: { seat: seat('secretary'), field: 'ThuKy' },
    ChuToa: { seat: seat('chair'), field: 'ChuToa' },
  } as const;
  is(cut(at.voting), 'meeting-not-closed');
  is(cut(closed), 'signers-missing');
  is(cut(minutes(closed, { signers })), 'ok');
  is(cut(minutes(closed, { signers, ...CUT })), 'minutes-cut');
  const seal = (state: State) => rules(state, 'minutes-sealed', { sha256: OTHER });
  const sealed = { ...CUT, sealed: { sha256: OTHER, origin } };
  is(seal(closed), 'minutes-not-cut');
  is(seal(minutes(closed, CUT)), 'ok');
  is(seal(minutes(closed, sealed)), 'minutes-already-sealed');
  const sign = (state: State, before = OTHER) =>
    rules(state, 'signature-added', { before, after: at.about, field: 'ThuKy', signer: seat('secretary'), via: 'app' });
  is(sign(minutes(closed, CUT)), 'minutes-not-sealed');
  is(sign(minutes(closed, sealed)), 'ok');
  is(sign(minutes(closed, sealed), at.about), 'signature-on-older-file');
  const erase = (state: State, seq: number) =>
    rules(state, 'body-erased', { feed: state.recording.feed, seq, ground: '' });
  const [personal = '/0'] = Object.keys(at.before.personal);
  is(erase(minutes(at.before, CUT), Number(personal.split('/')[1])), 'ok');
  is(erase(at.before, 1), 'body-not-personal');
});

const ruled = (state: State, change: (rules: CouncilRules) => object) =>
  changed(state, (copy) => {
    if (copy.opened) Object.assign(copy.opened.rules, change(copy.opened.rules));
  });
const seated = (state: State, name: string, change: Partial<Seat>) =>
  changed(state, (copy) => Object.assign(copy.seats[seat(name)] ?? {}, change));
const inPoll = (state: State, poll: string, change: Partial<Poll>) =>
  changed(state, (copy) => Object.assign(copy.polls[poll] ?? {}, change));
const GONE = { replaced: { ...origin, by: NONE as never, ground: '', sittings: 1 } };
/** The round is counted and nothing is put yet. */
const counted = () =>
  changed(at.voting, (copy) => {
    delete copy.polls[at.vote];
    copy.conclusions = {};
    delete copy.platforms[PLATFORM]?.conclusion;
  });
const committee = (state: State) =>
  changed(state, (copy) => {
    copy.committee = { members: ['an', 'bình', 'chi'].map(seat), head: seat('an'), origin };
  });

test('[B21] who presides, holds a letter or takes a seat, sitting by sitting', () => {
  const pass = (state: State, name = 'chair') => rules(state, 'presiding-passed', { seat: seat(name) });
  is(pass(at.before), 'ok');
  is(pass(at.before, 'an'), 'may-not-preside');
  is(pass(seated(at.before, 'chair', { presence: 'left' })), 'not-present');
  is(pass(seated(at.before, 'chair', GONE)), 'seat-replaced');
  is(pass(adjourned(at.before)), 'meeting-adjourned');
  is(pass(at.open), 'another-poll-open');
  const two = seated(at.open, 'an', { role: 'vice-chair', authorised: { ...origin, letter: 'số 1' } });
  is(pass(two, 'an'), 'another-poll-open');
  is(pass(seated(two, 'chair', { presence: 'left' }), 'an'), 'ok');
  is(pass(inPoll(two, POLL, { step: 'closed' }), 'an'), 'ok');
  const resume = (state: State) => rules(state, 'meeting-resumed', { presiding: seat('chair') });
  is(resume(adjourned(at.before)), 'ok');
  is(resume(at.before), 'meeting-not-adjourned');
  is(rules(at.before, 'meeting-adjourned', { until: '', note: '' }), 'ok');
  is(rules(at.open, 'meeting-adjourned', { until: '', note: '' }), 'another-poll-open');
  is(
    rules(seated(at.before, 'an', GONE), 'attendance-marked', { seat: seat('an'), presence: 'present', note: '' }),
    'seat-replaced',
  );
  const vice = seated(at.before, 'an', { role: 'vice-chair' });
  const letter = (state: State, of = seat('an')) => rules(state, 'vice-chair-authorised', { seat: of, letter: 'số 1' });
  is(letter(vice), 'ok');
  is(letter(vice, NONE as never), 'seat-unknown');
  is(letter(at.before), 'not-a-vice-chair');
  is(letter(ruled(vice, ({ quorum }) => ({ quorum: { ...quorum, viceChair: 'never' } }))), 'authorisation-barred');
  const held = seated(vice, 'an', { authorised: { ...origin, letter: 'số 1' } });
  is(letter(held), 'already-authorised');
  const end = (state: State) => rules(state, 'authorisation-ended', { seat: seat('an'), note: '' });
  is(end(held), 'ok');
  is(end(vice), 'not-authorised');
  const replace = (state: State, name = 'an', by = NONE) =>
    rules(state, 'seat-replaced', { seat: seat(name), by: by as never, ground: 'chuyển' });
  is(replace(adjourned(at.before)), 'ok');
  is(replace(setUp), 'ok');
  is(replace(at.before), 'replaced-in-sitting');
  is(replace(setUp, 'secretary'), 'recorder-stays');
  is(replace(setUp, 'an', seat('chi')), 'seat-taken');
  is(replace(seated(setUp, 'an', GONE)), 'seat-replaced');
  is(replace(seated(setUp, 'an', { role: 'observer' })), 'seat-does-not-vote');
  is(replace(setUp, 'nobody'), 'seat-unknown');
});

test('[B21] a committee is elected of three who are there, once, where the rules want one', () => {
  const three = ruled(at.before, () => ({ committee: 'three' }));
  const put = (state: State, names: readonly string[] = ['an', 'bình', 'chi'], head = 'an') => {
    const body = { members: names.map(seat), head: seat(head) };
    const text = textHash(sha256, electionText(body)) as never;
    return rules(state, 'election-put', { election: id('election'), ...body, sha256: text });
  };
  is(put(three), 'ok');
  is(put(at.before), 'committee-barred');
  is(put(committee(three)), 'committee-elected');
  is(put(seated(committee(three), 'an', GONE), ['chair', 'bình', 'chi'], 'chi'), 'ok');
  is(put(three, ['an', 'an', 'chi']), 'committee-malformed');
  is(put(three, ['an', 'bình', 'chi'], 'chair'), 'committee-malformed');
  is(put(seated(three, 'chi', { presence: 'absent' })), 'not-present');
  is(put(changed(three, (copy) => Object.assign(copy.elections, { [id('election')]: {} }))), 'poll-known');
  is(put(ruled(at.open, () => ({ committee: 'three' }))), 'another-poll-open');
  const stale = { members: ['an', 'bình', 'chi'].map(seat), head: seat('an'), sha256: OTHER };
  is(rules(three, 'election-put', { election: id('election'), ...stale }), 'stale-object');
});

test('[B22] rounds follow one another as the rules allow, until a conclusion is put; what is discussed was counted', () => {
  const open = (state: State, round: number, more: Partial<RulingOf<'poll-opened'>> = {}) =>
    rules(state, 'poll-opened', {
      poll: NONE,
      subject: { of: 'platform', platform: PLATFORM, round },
      secrecy: 'blind',
      by: 'devices',
      entitled: [...entitledSeats(state, PLATFORM)],
      holders: [...holderSeats(state)],
      ...more,
    });
  is(open(counted(), 2), 'ok');
  is(open(counted(), 1), 'round-differs');
  is(
    open(
      ruled(counted(), () => ({ rounds: { most: 1, change: 'free' } })),
      2,
    ),
    'rounds-exhausted',
  );
  is(open(counted(), 2, { by: 'hands' }), 'vote-by-devices');
  const put = changed(counted(), (copy) => Object.assign(copy.platforms[PLATFORM] ?? {}, { conclusion: CONCLUSION }));
  is(open(put, 2), 'conclusion-standing');
  const three = ruled(counted(), () => ({ committee: 'three' }));
  is(open(three, 2), 'committee-missing');
  is(open(committee(three), 2), 'count-not-agreed');
  is(open(inPoll(committee(three), POLL, { agreed: { ...origin, reports: [] } }), 2), 'ok');
  const conclude = (state: State) =>
    rules(state, 'conclusion-put', {
      ...{ conclusion: id('c'), platform: PLATFORM, outcome: '', text: 'x' },
      sha256: textHash(sha256, 'x') as never,
    });
  is(conclude(counted()), 'ok');
  is(conclude(committee(three)), 'count-not-agreed');
  const discuss = (state: State, poll: string = POLL, criterion = 'c0') =>
    rules(state, 'criteria-discussed', { poll, criteria: [criterion] });
  is(discuss(at.voting), 'ok');
  is(discuss(at.voting, at.vote), 'poll-unknown');
  is(discuss(at.revealed), 'not-revealed');
  is(discuss(at.voting, POLL, 'c9'), 'criterion-unknown');
});

test('[B22] a ballot is issued to who comes late, on paper to who never had a device, and a round is voided without quorum', () => {
  const late = changed(at.open, (copy) => {
    const poll = copy.polls[POLL];
    if (poll) poll.entitled = poll.entitled.filter((each) => each !== seat('an'));
  });
  const issue = (state: State, poll: string = POLL) => rules(state, 'ballot-issued', { poll, seat: seat('an') });
  is(issue(late), 'ok');
  is(issue(at.open), 'already-issued');
  is(issue(at.voting, at.vote), 'poll-unknown');
  is(issue(late, NONE), 'poll-unknown');
  is(issue(at.closed), 'poll-step');
  is(issue(changed(late, (copy) => delete copy.declarations[seat('an')])), 'declarations-missing');
  is(issue(seated(late, 'an', { presence: 'left' })), 'not-entitled');
  const bare = (state: State, ...names: string[]) =>
    changed(state, (copy) => {
      for (const name of names) {
        delete copy.seats[seat(name)]?.device;
        delete copy.devices[keyOf(name)];
      }
    });
  const paper = (state: State, poll: string = POLL) =>
    rules(state, 'paper-issued', { poll, seat: seat('an'), number: 7 });
  is(paper(bare(at.open, 'an')), 'ok');
  is(paper(at.open), 'seat-has-device');
  is(paper(changed(at.open, (copy) => delete copy.seats[seat('an')]?.device)), 'seat-has-device');
  is(paper(bare(late, 'an')), 'not-entitled');
  is(paper(bare(at.voting, 'an'), at.vote), 'poll-unknown');
  is(
    paper(bare(inPoll(at.open, POLL, { paper: { [seat('chi')]: { number: 7, origin } } }), 'an')),
    'paper-number-taken',
  );
  is(
    paper(bare(inPoll(at.open, POLL, { paper: { [seat('an')]: { number: 6, origin } } }), 'an')),
    'paper-number-taken',
  );
  const end = (state: State) => rules(state, 'poll-voided', { poll: POLL, code: 'chair-absent' });
  const short = seated(at.open, 'chair', { presence: 'left' });
  is(end(short), 'ok');
  is(end(at.open), 'quorum-holds');
  is(end(inPoll(short, POLL, { voided: { ...origin, code: '' } })), 'poll-voided');
});

test('[B22] raised hands are counted all, where the rules want hands, and again when who is there has changed', () => {
  const hands = inPoll(at.voting, at.vote, { by: 'hands' });
  const raise = (state: State, more: Partial<RulingOf<'hands-counted'>> = {}) =>
    rules(state, 'hands-counted', { poll: at.vote, agree: 3, disagree: 2, abstain: 0, presiding: 'agree', ...more });
  is(raise(hands), 'ok');
  is(raise(hands, { presiding: null }), 'ok');
  is(raise(hands, { agree: 4 }), 'hands-differ');
  is(raise(hands, { presiding: 'abstain' }), 'presiding-hand-differs');
  is(raise(seated(hands, 'chair', { presence: 'left' }), { agree: 2 }), 'presiding-hand-differs');
  is(raise(at.voting), 'vote-by-devices');
  const upTo = Object.values(at.voting.feeds).map(({ feed, ruledTo }) => ({ feed, ...ruledTo }));
  const close = (state: State) => rules(state, 'round-closed', { poll: at.vote, upTo, counted: [], setAside: [] });
  const body = { poll: at.vote, agree: 3, disagree: 2, abstain: 0, presiding: null, origin };
  is(close(inPoll(hands, at.vote, { hands: body })), 'ok');
  is(close(inPoll(hands, at.vote, { hands: { ...body, abstain: 1 } })), 'hands-differ');
  is(close(hands), 'hands-not-counted');
  is(close(at.voting), 'ok');
  const unopened = changed(at.voting, (copy) => {
    delete copy.polls[at.vote];
    delete copy.conclusions[CONCLUSION]?.poll;
  });
  const subject = { of: 'conclusion', conclusion: CONCLUSION } as const;
  const open = (state: State, by: 'hands' | 'devices') =>
    rules(state, 'poll-opened', {
      ...{ poll: NONE, subject, secrecy: 'open', by, holders: [] },
      entitled: [...entitledSeats(state, PLATFORM)],
    });
  is(open(unopened, 'hands'), 'vote-differs');
  is(open(unopened, 'devices'), 'ok');
  const newer = changed(unopened, (copy) => Object.assign(copy.platforms[PLATFORM] ?? {}, { conclusion: NONE }));
  is(open(newer, 'devices'), 'stale-object');
});

test('[TK21] what a recording feed rules about itself', () => {
  const handed = { term: 1, seat: seat('an'), feed: 'ab'.repeat(16) as never, key: keyOf('an') };
  const hand = (state: State, more: object = {}) => rules(state, 'recording-handed-over', { ...handed, ...more });
  is(hand(at.before), 'ok');
  is(hand(at.before, { term: 2 }), 'passing-term');
  is(hand(at.before, { feed: at.before.recording.feed }), 'wrong-feed');
  is(hand(at.before, { key: keyOf('bình') }), 'passing-device');
  const given = changed(at.before, (copy) => {
    copy.handed = { ...handed, origin };
  });
  is(rules(given, 'evidence-recalled', { note: '' }), 'recording-given-away');
  is(hand(given), 'ok');
  const proof = { feed: at.open.recording.feed, seq: 9_999, hash: OTHER };
  const spoil = (state: State, more: object = {}) => rules(state, 'poll-spoiled', { poll: POLL, proof, ...more });
  const passed = (state: State) =>
    changed(state, (copy) => {
      const from = { feed: copy.recording.feed, seq: copy.recording.seq, hash: OTHER };
      const to = { ...handed, before: seat('secretary'), from, ground: 'takeover' as const, agreed: [], origin };
      copy.passings.push(to);
      Object.assign(copy.recording, { feed: handed.feed, term: 1 });
    });
  is(spoil(at.open), 'not-in-void-tail');
  is(spoil(passed(at.open)), 'ok');
  is(spoil(passed(at.closed)), 'ok');
  is(spoil(passed(at.open), { proof: { ...proof, seq: 1 } }), 'not-in-void-tail');
  is(spoil(passed(at.open), { proof: { ...proof, feed: handed.feed } }), 'not-in-void-tail');
  is(spoil(passed(at.open), { poll: NONE }), 'poll-unknown');
  is(spoil(passed(at.revealed)), 'poll-step');
  is(spoil(inPoll(passed(at.open), POLL, { voided: { ...origin, code: 'spoiled' } })), 'poll-voided');
  is(spoil(inPoll(passed(at.open), POLL, { secrecy: 'open' })), 'poll-unknown');
  const [feed = ''] = Object.keys(at.standing.feeds);
  const fork = (state: State, named = feed) =>
    rules(state, 'feed-forked', { feed: named as never, seq: 1, hash: OTHER, sig: 'A'.repeat(86) });
  is(fork(at.standing), 'ok');
  is(fork(at.standing, 'cd'.repeat(16)), 'feed-unknown');
  const forked = changed(at.standing, (copy) => {
    Object.assign(copy.feeds[feed] ?? {}, { forked: { seq: 1, hash: OTHER, sig: '', origin } });
  });
  is(fork(forked), 'feed-already-forked');
  const clocks = (state: State, of = seat('an')) =>
    rules(state, 'clocks-compared', { machines: [{ seat: of, ms: -1_500 }] });
  is(clocks(at.open), 'ok');
  is(clocks(at.open, NONE as never), 'seat-unknown');
  is(clocks({ ...at.before, meeting: { passed: [], sittings: [] } }), 'meeting-not-open');
  is(rules(at.open, 'evidence-recalled', { note: '' }), 'another-poll-open');
  is(rules(counted(), 'evidence-recalled', { note: '' }), 'ok');
});

test('[B8] no rule about rulings is left without a case', () => {
  expect(council().book.feeds.size).toBeGreaterThan(0);
  const codes = ['decide-ruling.ts', 'decide-meeting.ts', 'decide-poll.ts', 'decide-passing.ts'].flatMap(codesIn);
  expect(codes.filter((code) => !asked.has(code))).toEqual([]);
});
