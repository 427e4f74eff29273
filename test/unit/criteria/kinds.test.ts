// What a sheet must hold where criteria have levels or conditions, and what a citation may name.
import { expect, it } from 'vitest';
import type { EvidenceId, Hash, PollId } from '../../../shared/base/ids.ts';
import {
  type BallotTerms,
  type Draft,
  draftErrors,
  type Item,
  PLAIN_TERMS,
  readBallot,
  writeBallot,
} from '../../../shared/book/ballot.ts';
import type { CriteriaSet, Criterion } from '../../../shared/criteria/criteria-set.ts';
import { setOf } from '../results/given.ts';
import { outcomeOf } from '../results/given-kinds.ts';

const POINTS: BallotTerms = { scale: { of: 'points', passMark: 70, outlier: null }, barred: [] };
const both = (vi: string) => ({ vi, en: vi });
const mark = (given: Item['mark'], more: Partial<Item> = {}): Item => ({ mark: given, ...more });
const codes = (set: CriteriaSet, items: Draft['items'], terms: BallotTerms = PLAIN_TERMS) =>
  draftErrors(set, { items }, terms).map(({ code, params }) => `${code} ${params['criterion']}`);

/** `c1` is judged where `c0` is met, `c2` where it is not. */
const conditional: CriteriaSet = (() => {
  const set = setOf('xxx');
  const asks = (criterion: Criterion, at: number): Criterion => ({
    ...criterion,
    notApplicable: false,
    ...(at === 0
      ? {}
      : { appliesWhen: [{ criterion: 'c0', mark: at === 1 ? ('met' as const) : ('not-met' as const) }] }),
  });
  return { ...set, groups: set.groups.map((group) => ({ ...group, criteria: group.criteria.map(asks) })) };
})();

it('[KD1] what is judged follows the sheet’s own marks', () => {
  const away = mark('not-applicable');
  expect(codes(conditional, { c0: mark('met'), c1: mark('not-met'), c2: away })).toEqual([]);
  expect(codes(conditional, { c0: mark('not-met'), c1: away, c2: mark('met') })).toEqual([]);
  expect(codes(conditional, { c0: mark('not-met'), c1: mark('met'), c2: mark('met') })).toEqual(['condition-unmet c1']);
  // Where it is to be judged, the set's own word on "not applicable" holds as ever.
  expect(codes(conditional, { c0: mark('met'), c1: away, c2: away })).toEqual(['not-applicable-barred c1']);
});

it('[KD1] a blank stays a blank, whichever way the condition falls, and one that is open stands in nobody’s way', () => {
  expect(codes(conditional, { c0: mark('not-met'), c2: mark('met') })).toEqual(['mark-missing c1']);
  expect(codes(conditional, { c1: mark('met'), c2: mark('met') })).toEqual(['mark-missing c0']);
  const barred = { ...PLAIN_TERMS, barred: ['c0'] };
  expect(codes(conditional, { c1: mark('met'), c2: mark('met') }, barred)).toEqual([]);
});

it('[KD2] points go by the levels, and a level that passes is met for a condition', () => {
  const levels = [0, 50, 100].map((points) => ({ points, name: both(`${points}`) }));
  const [first, second, third] = conditional.groups[0]?.criteria ?? [];
  const { kind: _, ...rest } = first as Criterion;
  const scored = { ...rest, kind: 'points' as const, levels, pass: 50 } as Criterion;
  const set = {
    ...conditional,
    groups: [{ id: 'g', name: both('g'), criteria: [scored, second, third] as Criterion[] }],
  };
  const given = (points: number) => ({ c0: mark('scored', { points }) });
  const yes = mark('scored', { points: 80 });
  const away = mark('not-applicable');
  expect(codes(set, { ...given(60), c1: yes, c2: away }, POINTS)).toEqual(['points-between-levels c0']);
  expect(codes(set, { ...given(50), c1: yes, c2: away }, POINTS)).toEqual([]);
  expect(codes(set, { ...given(0), c1: yes, c2: away }, POINTS)).toEqual([
    'condition-unmet c1',
    'not-applicable-barred c2',
  ]);
});

const OLD = 'a'.repeat(64) as Hash;
const NEW = 'b'.repeat(64) as Hash;
const EVIDENCE = '0123456789abcdef' as EvidenceId;
const cited = mark('met', { cites: [{ evidence: EVIDENCE, sha256: OLD }] });

it('[KD3] an older revision is asked about while the sheet is worked on, and not when it is opened', () => {
  const set = setOf('x');
  expect(codes(set, { c0: cited }, { ...PLAIN_TERMS, newest: { [EVIDENCE]: NEW } })).toEqual(['cite-stale c0']);
  expect(codes(set, { c0: cited }, { ...PLAIN_TERMS, newest: { [EVIDENCE]: OLD } })).toEqual([]);
  expect(codes(set, { c0: cited })).toEqual([]);
});

const POLL = '00000000000000aa' as PollId;
const opened = (cite: object) =>
  readBallot(
    writeBallot(
      { poll: POLL, items: { c0: { mark: 'met', cites: [{ evidence: EVIDENCE, sha256: OLD, ...cite }] } } },
      SALT,
    ),
    POLL,
  ).ok;
const SALT = 'AAAAAAAAAAAAAAAAAAAAAA';

it.each<[string, object, boolean]>([
  ['the whole', {}, true],
  ['a page and its words', { page: 12, quote: 'Kiểm thử tải đạt' }, true],
  ['a region', { page: 1, region: [0, 0, 10_000, 10_000] }, true],
  ['a second', { second: 0 }, true],
  ['page 0', { page: 0 }, false],
  ['a region that is empty', { region: [10, 10, 0, 10] }, false],
  ['a region beyond the edge', { region: [1, 0, 10_000, 5] }, false],
  ['a region of three', { region: [0, 0, 10] }, false],
  ['no words', { quote: '' }, false],
  ['too many words', { quote: 'a'.repeat(501) }, false],
  ['a moment before the beginning', { second: -1 }, false],
  ['something else', { line: 4 }, false],
])('[KD4] a citation of %s', (_, cite, holds) => {
  expect(opened(cite)).toBe(holds);
});

it('[KD7] only what must pass is asked for', () => {
  expect(outcomeOf(['yny'])).toBe('enough');
  expect(outcomeOf(['nyy'])).toBe('none');
  expect(outcomeOf(['yyy'])).toBe('all');
});
