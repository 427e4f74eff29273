// A council told act by act on a bare state, as short as a test wants it, and the minutes of what it came to.
import type { Hash, PollId, SeatId } from '../../../shared/base/ids.ts';
import { type Ballot, type Item, type Mark, writeBallot } from '../../../shared/book/ballot.ts';
import type { Presence } from '../../../shared/book/meeting-rulings.ts';
import { entitledTo, holderSeats, holdersOf } from '../../../shared/book/seating.ts';
import { votingWay } from '../../../shared/book/sitting.ts';
import type { Poll } from '../../../shared/book/state.ts';
import { electionText, textHash } from '../../../shared/book/text-hash.ts';
import { writeVotePaper } from '../../../shared/book/vote-paper.ts';
import { DEFAULT_RULES } from '../../../shared/council/default-rules.ts';
import { type Role, votes } from '../../../shared/council/roles.ts';
import type { CouncilRules } from '../../../shared/council/rules.ts';
import { type CriteriaSet, criteriaOf } from '../../../shared/criteria/criteria-set.ts';
import { type Minutes, textOf } from '../../../shared/minutes/content.ts';
import { EMPTY_PROSE, minutesMissing, minutesOf } from '../../../shared/minutes/minutes-of.ts';
import { pollResult } from '../../../shared/results/session-result.ts';
import { judgeBallot, judgeOpinion } from '../../../shared/seal/judge-ballot.ts';
import type { OpenedBallot } from '../../../shared/seal/opened.ts';
import {
  bind,
  force,
  idOf,
  keyFor,
  must,
  platformAt,
  rule,
  SALT,
  say,
  seatAt,
  sha256,
  tableOf,
} from '../../helpers/random-meeting-state.ts';

const NOTHING = '0'.repeat(64) as Hash;
export const PLATFORM = platformAt(1);
export const NAMES = ['An', 'Bình', 'Chi', 'Dũng', 'Em', 'Giang', 'Hà', 'Ích'];
const ROLES: readonly Role[] = ['chair', 'vice-chair', 'secretary', 'member', 'member'];

const name = (vi: string) => ({ vi, en: vi });
/** Two groups of two criteria, B-1, B-2; what may not apply is the last one. */
export const SET: CriteriaSet = {
  v: 1,
  id: 'bon',
  version: '1',
  sample: false,
  name: name('Bộ bốn tiêu chí'),
  legalBasis: [],
  outcomes: [
    { when: { is: 'all-met' }, outcome: 'all', name: name('Đủ') },
    { when: { is: 'otherwise' }, outcome: 'none', name: name('Chưa đủ') },
  ],
  groups: ['A', 'B'].map((group) => ({
    id: group,
    name: name(`Nhóm ${group}`),
    criteria: [1, 2].map((at) => ({
      id: `${group}-${at}`,
      kind: 'pass-fail' as const,
      statement: name(`Tiêu chí ${group} ${at}`),
      tags: [],
      notApplicable: group === 'B' && at === 2,
    })),
  })),
};

/** "yyn-": met, met, not met, not applicable; ".": barred; with points a list of numbers "80 70 60 50". */
export function itemsOf(set: CriteriaSet, marks: string, change = ''): Record<string, Item> {
  const points = /^\d/u.test(marks) ? marks.split(' ').map(Number) : undefined;
  const LETTERS: Readonly<Record<string, Mark>> = { y: 'met', n: 'not-met', '-': 'not-applicable' };
  const reason = change === '' ? {} : { change };
  return Object.fromEntries(
    criteriaOf(set).flatMap(({ id }, at): [string, Item][] => {
      if (points) return [[id, { mark: 'scored', points: points[at] ?? 0, ...reason }]];
      const mark = LETTERS[marks[at] ?? ''];
      if (mark === undefined) return [];
      return [[id, { mark, ...(mark === 'not-applicable' ? { reason: 'ngoài phạm vi' } : reason) }]];
    }),
  );
}

export type Wish = {
  readonly rules?: Partial<CouncilRules>;
  readonly roles?: readonly Role[];
  readonly set?: CriteriaSet;
};

export function toldCouncil({ rules = {}, roles = ROLES, set = SET }: Wish = {}) {
  const all: CouncilRules = { ...DEFAULT_RULES, shares: 'none', individualSheets: true, ...rules };
  const table = tableOf({ rules: all, set, roles });
  const { state } = table;
  const opened = new Map<string, OpenedBallot>();
  let polls = 0;
  for (const [at] of roles.entries()) named(seatAt(at + 1), NAMES[at] ?? `Người ${at + 1}`);

  function named(seat: string, person: string): void {
    force(table, 'person-named', { _salt: SALT, seat: seat as SeatId, name: person, position: '', unit: '' });
  }
  const mark = (seat: number, presence: Presence, note = '') =>
    must(rule(table, 'attendance-marked', { seat: seatAt(seat), presence, note }));
  /** Everybody who is not named otherwise comes. */
  function rollCall(others: Readonly<Record<number, Presence>> = {}): void {
    for (const [at] of roles.entries()) {
      const seat = state.seats[seatAt(at + 1)];
      if (seat?.replaced === undefined) mark(at + 1, others[at + 1] ?? 'present');
    }
  }
  const open = (others: Readonly<Record<number, Presence>> = {}): void => {
    must(rule(table, 'meeting-opened', { presiding: seatAt(1) }));
    rollCall(others);
  };
  const declare = (seat: string, conflict = false, criteria?: readonly string[]) =>
    must(
      say(table, seat, 'interest-declared', {
        declared: [{ platform: PLATFORM, conflict, ...(criteria ? { criteria: [...criteria] } : {}) }],
      }),
    );
  const declareAll = (): void => {
    for (const { seat, role, presence } of Object.values(state.seats))
      if (votes(role) && (presence === 'present' || presence === 'online')) declare(seat);
  };
  function openPoll(subject: Poll['subject'], forced = false): string {
    polls += 1;
    const poll = idOf(4, polls);
    const way =
      subject.of === 'platform' ? { by: 'devices' as const, secrecy: all.secrecy } : votingWay(state, subject.of);
    const sealed = subject.of === 'platform' || way.secrecy === 'secret';
    const holders = sealed ? [...holderSeats(state)] : [];
    const body = { poll, subject, ...way, entitled: [...entitledTo(state, subject)], holders };
    if (forced) force(table, 'poll-opened', body);
    else must(rule(table, 'poll-opened', body));
    return poll;
  }
  const pollAt = (poll: string): Poll => {
    const at = state.polls[poll];
    if (at === undefined) throw new Error(`no poll ${poll}`);
    return at;
  };
  const texts = new Map<string, string>();
  function cast(poll: string, seat: string, text: string): void {
    const shares = holdersOf(state, pollAt(poll), seat as SeatId).map((holder) => ({
      holder: holder.seat,
      key: holder.kem,
      wrapped: '',
      commit: NOTHING,
    }));
    const { commit } = keyFor(poll, seat, 0);
    texts.set(must(say(table, seat, 'ballot-cast', { poll, envelope: '', commit, shares })), text);
  }
  /** Closed, revealed and opened as any machine would. */
  function settle(poll: string): void {
    const at = pollAt(poll);
    must(rule(table, 'round-closed', { poll, upTo: [], counted: Object.values(at.standing), setAside: [] }));
    must(rule(table, 'revealed', { poll }));
    for (const [seat, ballot] of Object.entries(at.standing))
      must(say(table, seat, 'key-released', { poll, ballot, key: keyFor(poll, seat, 0).key }));
    must(rule(table, 'counted', { poll, sha256: NOTHING }));
    for (const [seat, ballot] of Object.entries(at.standing))
      opened.set(ballot, judgeBallot(state, opened, at, seat as SeatId, texts.get(ballot) ?? ''));
  }
  const sheet = (poll: string, marks: string, change = '', comment = ''): string =>
    writeBallot(
      { poll: poll as PollId, items: itemsOf(set, marks, change), ...(comment ? { comment } : {}) } as Ballot,
      SALT,
    );
  const openRound = (round = 1, forced = false) => openPoll({ of: 'platform', platform: PLATFORM, round }, forced);
  /** A whole round: marks by seat number, and why they changed. */
  function round(marks: Readonly<Record<number, string>>, number = 1, change = ''): string {
    const poll = openRound(number);
    for (const [seat, given] of Object.entries(marks)) cast(poll, seatAt(Number(seat)), sheet(poll, given, change));
    settle(poll);
    return poll;
  }
  function report(poll: string, seat: number): Hash {
    const result = pollResult(state, opened, pollAt(poll));
    if (result === undefined) throw new Error('nothing to report');
    const { issued, returned, valid, invalid, positiveBallots: positive, criteria } = result;
    const lines = criteria.map(({ criterion, met, notMet, notApplicable, points }) => ({
      criterion,
      met,
      notMet,
      notApplicable,
      points: points?.sum ?? 0,
    }));
    return must(
      say(table, seatAt(seat), 'count-reported', { poll, issued, returned, valid, invalid, positive, lines }),
    );
  }
  const agree = (poll: string, seats: readonly [number, number]) =>
    must(rule(table, 'count-agreed', { poll, reports: seats.map((seat) => report(poll, seat)) }));

  type Choices = Readonly<Record<number, 'agree' | 'disagree' | 'abstain'>>;
  /** A vote by the rules' way; by hands `hands` says what went up and how who presides voted. */
  function vote(subject: Poll['subject'], about: Hash, choices: Choices): string {
    const poll = openPoll(subject);
    const at = pollAt(poll);
    const given = Object.entries(choices).map(([seat, choice]) => [seatAt(Number(seat)), choice] as const);
    if (at.by === 'hands') {
      const of = (side: string) => given.filter(([, choice]) => choice === side).length;
      const presiding = given.find(([seat]) => seat === state.meeting.presiding)?.[1] ?? null;
      const raised = { agree: of('agree'), disagree: of('disagree'), abstain: of('abstain'), presiding };
      must(rule(table, 'hands-counted', { poll, ...raised }));
    } else if (at.secrecy === 'secret') {
      for (const [seat, choice] of given) cast(poll, seat, writeVotePaper({ poll, about, choice }, SALT));
      settle(poll);
      return poll;
    } else for (const [seat, choice] of given) must(say(table, seat, 'vote-cast', { poll, about, choice }));
    must(rule(table, 'round-closed', { poll, upTo: [], counted: [], setAside: [] }));
    return poll;
  }
  let puts = 0;
  function conclude(choices: Choices, text = 'Đề nghị công nhận.'): string {
    puts += 1;
    const conclusion = idOf(5, puts);
    const about = textHash(sha256, text) as Hash;
    must(rule(table, 'conclusion-put', { conclusion, platform: PLATFORM, outcome: 'all', text, sha256: about }));
    vote({ of: 'conclusion', conclusion }, about, choices);
    return conclusion;
  }
  function elect(members: readonly number[], choices: Choices): void {
    puts += 1;
    const election = idOf(6, puts);
    const put = { members: members.map(seatAt), head: seatAt(members[0] ?? 1) };
    const about = textHash(sha256, electionText(put)) as Hash;
    must(rule(table, 'election-put', { election, ...put, sha256: about }));
    vote({ of: 'election', election }, about, choices);
  }
  /** Marks of an absent member, sealed beside the opinion and opened with the first round. */
  function opinion(seat: number, text: string, marks: string): void {
    must(say(table, seatAt(seat), 'opinion-written', { _salt: SALT, platform: PLATFORM, text }));
    const { commit } = keyFor(PLATFORM, seatAt(seat), 9);
    const sealed = must(
      say(table, seatAt(seat), 'opinion-sealed', { platform: PLATFORM, envelope: '', commit, shares: [] }),
    );
    texts.set(sealed, writeBallot({ poll: PLATFORM as never, items: itemsOf(set, marks) }, SALT));
  }
  const openOpinions = (): void => {
    for (const sealed of Object.values(state.sealedOpinions))
      opened.set(sealed.entry, judgeOpinion(state, sealed, texts.get(sealed.entry) ?? ''));
  };
  function replace(seat: number, by: number, person: string): void {
    must(rule(table, 'seat-replaced', { seat: seatAt(seat), by: seatAt(by), ground: 'Quyết định số 15/QĐ-CQM.' }));
    bind(table, seatAt(by));
    named(seatAt(by), person);
  }
  const remark = (seat: number, criterion: string | null, text: string) =>
    must(say(table, seatAt(seat), 'remark-made', { _salt: SALT, platform: PLATFORM, criterion, text }));
  const minutes = (): Minutes => minutesOf({ state, opened, prose: EMPTY_PROSE });
  return {
    table,
    state,
    opened,
    mark,
    open,
    rollCall,
    declare,
    declareAll,
    openRound,
    cast: (poll: string, seat: number, marks: string, change = '') =>
      cast(poll, seatAt(seat), sheet(poll, marks, change)),
    settle,
    round,
    agree,
    conclude,
    elect,
    opinion,
    openOpinions,
    replace,
    remark,
    minutes,
    missing: () => minutesMissing({ state, opened }).map(({ code }) => code),
  };
}

/** Every sentence outside the appendices, one a line. */
export const linesOf = (minutes: Minutes): readonly string[] =>
  minutes.fields.flatMap(({ paragraphs }) => paragraphs.map(textOf));
/** Every cell and note of the appendices whose title begins so. */
export const appendixText = (minutes: Minutes, title: string): string =>
  JSON.stringify(minutes.appendices.filter((appendix) => appendix.title.startsWith(title)));
