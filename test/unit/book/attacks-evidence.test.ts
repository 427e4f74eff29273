// What might be tried with evidence, conditions, levels and earlier evaluations: each meets a rule, or tells nothing.
import { beforeAll, describe, expect, test } from 'vitest';
import { canonical } from '../../../shared/base/canonical.ts';
import { draftErrors, type Item, writeBallot } from '../../../shared/book/ballot.ts';
import { readBody } from '../../../shared/book/fact.ts';
import type { State } from '../../../shared/book/state.ts';
import { type CriteriaSet, type Criterion, criteriaOf } from '../../../shared/criteria/criteria-set.ts';
import { criterionHash } from '../../../shared/criteria/criterion-hash.ts';
import { CLOSED_RULINGS } from '../../../shared/seal/closed-rulings.ts';
import { sealBallot } from '../../../shared/seal/seal-ballot.ts';
import { id, nodeCiphers, PLATFORM, SALT, setHash, sha256 } from '../format/given.ts';
import { setOf } from '../results/given.ts';
import { changed, NONE, OTHER, rules, says, type Turns, turns, who } from './cases.ts';

let at: Turns;
let setUp: State;
beforeAll(async () => {
  at = await turns();
  setUp = changed(at.before, (copy) => {
    copy.meeting = { passed: [], sittings: [] };
  });
});

const words = (vi: string) => ({ vi, en: '' });
const withCriteria = (letters: string, change: (criterion: Criterion, place: number) => Criterion): CriteriaSet => {
  const set = setOf(letters);
  return { ...set, groups: set.groups.map((group) => ({ ...group, criteria: group.criteria.map(change) })) };
};
const inPoints = (levels: readonly number[], pass: number) => {
  return (criterion: Criterion): Criterion => {
    const { kind: _, ...rest } = criterion;
    return {
      ...(rest as Omit<Criterion, 'kind'>),
      kind: 'points',
      levels: levels.map((points) => ({ points, name: words(`mức ${points}`) })),
      pass,
    };
  };
};

describe('a set that no reader would take', () => {
  const loaded = (set: CriteriaSet): string => rules(setUp, 'criteria-loaded', { sha256: setHash(set), set });

  test('[AT1] is not loaded by a ruling either', () => {
    expect(loaded(withCriteria('pc', inPoints([0, 50, 100], 50)))).toBe('ok');
    expect(loaded(withCriteria('pc', inPoints([50, 0], 50)))).toBe('criteria-unsound');
    expect(loaded(withCriteria('pc', inPoints([0, 0], 0)))).toBe('criteria-unsound');
    expect(loaded(withCriteria('pc', inPoints([0, 100], 50)))).toBe('criteria-unsound');
    const partial = withCriteria('pc', (criterion, place) => (place === 0 ? { ...criterion, weight: 5 } : criterion));
    expect(loaded(partial)).toBe('criteria-unsound');
    const circle = withCriteria('pc', (criterion, place) => ({
      ...criterion,
      appliesWhen: [{ criterion: `c${1 - place}`, mark: 'met' }],
    }));
    expect(loaded(circle)).toBe('criteria-unsound');
    const mustPass = { when: { is: 'must-pass-met' as const }, outcome: 'must', name: words('bắt buộc') };
    const sound = setOf('pc');
    const [all, popular, last] = sound.outcomes as [CriteriaSet['outcomes'][0], CriteriaSet['outcomes'][0], never];
    const asking = { ...sound, outcomes: [all, mustPass, last] };
    expect(loaded(asking)).toBe('criteria-unsound');
    expect(loaded({ ...sound, outcomes: [last, all, popular, last] })).toBe('criteria-unsound');
  });
});

describe('a sheet with conditions', () => {
  const conditional = withCriteria('cc', (criterion, place) =>
    place === 0 ? criterion : { ...criterion, notApplicable: false, appliesWhen: [{ criterion: 'c0', mark: 'met' }] },
  );
  const codes = (items: Readonly<Record<string, Item>>, more: object = {}) =>
    draftErrors(conditional, { items }, { scale: { of: 'pass-fail' }, barred: [], ...more }).map(({ code }) => code);
  const outside: Readonly<Record<string, Item>> = { c0: { mark: 'not-met' }, c1: { mark: 'not-applicable' } };

  test('[AT2] carries no points where a criterion does not apply, so that it has one reading', () => {
    expect(codes(outside)).toEqual([]);
    expect(codes({ ...outside, c1: { mark: 'not-applicable', points: 50 } })).toEqual(['points-wrong']);
  });

  test('[AT3] asks no reason for a change that a condition made, and still one where the criterion applies again', () => {
    const applied = { items: { c0: { mark: 'met' }, c1: { mark: 'met' } } } as const;
    const reason = { change: 'đã xem lại' };
    expect(codes({ ...outside, c0: { mark: 'not-met', ...reason } }, { before: applied })).toEqual([]);
    const again: Readonly<Record<string, Item>> = { c0: { mark: 'met', ...reason }, c1: { mark: 'met' } };
    expect(codes(again, { before: { items: outside } })).toEqual(['change-reason-missing']);
  });
});

describe('an earlier evaluation', () => {
  const mark = { criterion: 'c0', text: OTHER, verdict: 'met', met: 5, of: 7 } as const;
  const body = {
    platform: PLATFORM,
    book: OTHER,
    poll: NONE,
    at: '2026-01-31T02:00:00.000Z',
    set: { sha256: OTHER, id: 'bo', version: '1' },
    outcome: 'all',
    marks: [mark],
  };
  const read = (more: object): boolean => readBody('evaluated-before', canonical({ ...body, ...more })).ok;

  test('[AT4] has one time, one mark for a criterion, and no more who met it than were asked', () => {
    expect(read({})).toBe(true);
    expect(read({ at: 'hôm qua' })).toBe(false);
    expect(read({ at: '2026-01-31' })).toBe(false);
    expect(read({ marks: [mark, { ...mark, verdict: 'not-met' }] })).toBe(false);
    expect(read({ marks: [{ ...mark, met: 8 }] })).toBe(false);
    // As many as the largest set has.
    const many = Array.from({ length: 1_200 }, (_, place) => ({ ...mark, criterion: `c${place}` }));
    expect(read({ marks: many })).toBe(true);
  });

  test('[AT5] is of another book than this one', () => {
    const before = { ...body, poll: NONE } as never;
    expect(rules(setUp, 'evaluated-before', before)).toBe('ok');
    expect(rules(setUp, 'evaluated-before', { ...(before as object), book: setUp.book } as never)).toBe(
      'before-itself',
    );
  });

  test('[AT6] is not shown to a seat that is recused from its platform', () => {
    expect(CLOSED_RULINGS.has('evaluated-before')).toBe(true);
  });

  test('[AT7] was judged against the threshold in force: another one is another question', () => {
    const measured = { kind: 'measured', unit: '%', comparator: '>=', threshold: null } as const;
    const { kind: _, ...rest } = criteriaOf(setOf('c'))[0] as Criterion & { kind: 'pass-fail' };
    const open: Criterion = { ...rest, ...measured };
    const hash = (threshold?: string | null) => criterionHash(open, sha256, threshold);
    expect(hash('90')).not.toBe(hash('95'));
    expect(hash('90')).toBe(criterionHash({ ...rest, ...measured, threshold: '90' }, sha256));
    expect(hash()).toBe(hash(null));
  });
});

describe('who has opened what', () => {
  const ITEM = id('evidence');
  const opened = { _salt: SALT, platform: PLATFORM, opened: [OTHER] };
  const withItem = (state: State): State =>
    changed(state, (copy) => {
      const platform = copy.platforms[PLATFORM];
      if (platform) platform.evidence[ITEM] = { evidence: ITEM, number: 1, revision: 1, sha256: OTHER } as never;
    });
  const say = (state: State, speaker = who('an')): string => says(withItem(state), 'evidence-opened', opened, speaker);

  test('[AT8] is said by the seat itself and by nobody for it', () => {
    expect(say(at.revealed)).toBe('ok');
    const bare = changed(at.revealed, (copy) => {
      const seat = who('an').seat;
      const member = copy.seats[seat];
      for (const device of Object.values(copy.devices)) if (device.seat === seat) delete copy.devices[device.key];
      if (member) delete member.device;
    });
    expect(say(bare, who('secretary', { via: 'hands', for: who('an').seat }))).toBe('own-act-only');
  });

  test('[AT9] is not named while another round of the platform is still sealed', () => {
    expect(say(at.open)).toBe('not-revealed');
    const second = changed(at.revealed, (copy) => {
      const [round] = Object.values(copy.polls);
      const next = {
        ...structuredClone(round),
        poll: NONE,
        step: 'open',
        subject: { of: 'platform', platform: PLATFORM, round: 2 },
      };
      Object.assign(copy.polls, { [NONE]: next });
    });
    expect(say(second)).toBe('not-revealed');
    const voided = changed(second, (copy) =>
      Object.assign(copy.polls[NONE] ?? {}, { voided: { code: 'quorum-short' } }),
    );
    expect(say(voided)).toBe('ok');
  });
});

describe('evidence', () => {
  test('[AT10] is added until the meeting is closed, not after it: nobody could have looked at it', () => {
    const added = (state: State) =>
      rules(state, 'evidence-added', { platform: PLATFORM, evidence: id('new'), number: 7, revision: 1 } as never);
    expect(added(at.revealed)).toBe('ok');
    const closed = changed(at.revealed, (copy) => Object.assign(copy.meeting, { closed: { entry: OTHER, at: '' } }));
    expect(added(closed)).toBe('meeting-closed');
  });
});

describe('a sheet that no envelope would hold', () => {
  const set = setOf('c'.repeat(120));
  const itemsWith = (item: Partial<Item>) =>
    Object.fromEntries(criteriaOf(set).map((criterion) => [criterion.id, { mark: 'met' as const, ...item }]));
  const codes = (item: Partial<Item>) => draftErrors(set, { items: itemsWith(item) }).map(({ code }) => code);

  test('[AT14] is refused at its author’s, who could else seal what nobody takes', () => {
    expect(codes({ remark: 'ộ'.repeat(4_000) })).toEqual(['sheet-too-long']);
    const cites = Array.from({ length: 50 }, () => ({
      evidence: NONE as never,
      sha256: OTHER,
      quote: 'ữ'.repeat(500),
    }));
    expect(codes({ cites })).toEqual(['sheet-too-long']);
    expect(codes({ remark: 'ộ'.repeat(1_000) })).toEqual([]);
  });

  test('[AT14] and the longest that is not fits, even where nothing of it can be compressed', async () => {
    const remark = (seed: number): string =>
      String.fromCodePoint(
        ...Array.from(
          { length: 1_100 },
          (_, at) => 0x4e00 + ((Math.imul(at * 331 + seed * 7_919, 2_654_435_761) >>> 8) % 20_000),
        ),
      );
    const items = Object.fromEntries(
      criteriaOf(set).map(({ id: criterion }, place) => [criterion, { mark: 'met' as const, remark: remark(place) }]),
    );
    expect(draftErrors(set, { items })).toEqual([]);
    const place = { book: OTHER, feed: NONE + NONE, seq: 1, seat: NONE, poll: NONE } as never;
    const { body } = await sealBallot(
      nodeCiphers,
      place,
      writeBallot({ poll: NONE as never, items }, SALT),
      [],
      32_768,
    );
    expect(body.envelope.length).toBeGreaterThan(200_000);
    expect(readBody('ballot-cast', canonical(body as never)).ok).toBe(true);
  });
});
