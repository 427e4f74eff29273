// An earlier evaluation at the desk and in the preparation: what it drafts, what it never touches, and what it says.
import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { BeforeMark } from '../../../renderer/screens/before-mark.tsx';
import { draftsFrom, outcomeWords } from '../../../renderer/state/before.ts';
import { FIRST_SETTINGS } from '../../../renderer/state/settings.ts';
import { ChosenProvider } from '../../../renderer/state/words.ts';
import type { BallotTerms, DraftItem } from '../../../shared/book/ballot.ts';
import type { BeforeView } from '../../../shared/contract/views.ts';
import type { CriteriaSet, Criterion } from '../../../shared/criteria/criteria-set.ts';
import { LANGUAGES, type Language } from '../../../shared/lang/say.ts';
import { SET } from '../minutes/told-council.ts';

const TERMS: BallotTerms = { scale: { of: 'pass-fail' }, barred: [] };
const mark = (verdict: 'met' | 'not-met' | 'left-out') => ({ verdict, met: 6, of: 7 });
const BEFORE: BeforeView = {
  book: 'b'.repeat(64),
  at: '2025-11-20T02:00:00.000Z',
  version: '1.0',
  outcome: 'all',
  marks: { 'A-1': mark('met'), 'A-2': mark('not-met'), 'B-2': mark('left-out') },
  changed: ['B-1'],
};
const drafted = (part: {
  readonly set?: CriteriaSet;
  readonly before?: BeforeView;
  readonly items?: Readonly<Record<string, DraftItem>>;
  readonly terms?: Partial<BallotTerms>;
}) => draftsFrom(part.set ?? SET, part.before ?? BEFORE, { items: { ...part.items } }, { ...TERMS, ...part.terms });
const withCriteria = (change: (criterion: Criterion) => Criterion): CriteriaSet => ({
  ...SET,
  groups: SET.groups.map((group) => ({ ...group, criteria: group.criteria.map(change) })),
});

describe('[CY8] drafts from an earlier evaluation', () => {
  test('met and not met where the question is the same; left out and changed are left to the member', () => {
    expect(drafted({})).toEqual({ 'A-1': { mark: 'met' }, 'A-2': { mark: 'not-met' } });
    expect(draftsFrom(SET, undefined, { items: {} }, TERMS)).toEqual({});
  });

  test('never over a mark of mine, whatever it says, and beside a remark that is kept', () => {
    expect(drafted({ items: { 'A-1': { mark: 'insufficient' }, 'A-2': { remark: 'xem lại' } } })).toEqual({
      'A-2': { mark: 'not-met', remark: 'xem lại' },
    });
  });

  test('nothing of what I am recused from, and nothing on a scale of points', () => {
    expect(Object.keys(drafted({ terms: { barred: ['A-1'] } }))).toEqual(['A-2']);
    expect(drafted({ terms: { scale: { of: 'points', passMark: 50 } as BallotTerms['scale'] } })).toEqual({});
  });

  test('nothing where its condition does not hold on my sheet, even where it looks further down', () => {
    const on = (mark: 'met' | 'not-met') =>
      withCriteria((each) => (each.id === 'A-1' ? { ...each, appliesWhen: [{ criterion: 'A-2', mark }] } : each));
    expect(Object.keys(drafted({ set: on('not-met') })).sort()).toEqual(['A-1', 'A-2']);
    expect(Object.keys(drafted({ set: on('met') }))).toEqual(['A-2']);
  });
});

describe('[CY7] what is shown of it', () => {
  const drawn = (language: Language, criterion: string): string =>
    renderToString(
      <ChosenProvider value={{ settings: { ...FIRST_SETTINGS, language }, change: () => {} }}>
        <BeforeMark before={BEFORE} criterion={criterion} />
      </ChosenProvider>,
    )
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');

  test('the verdict with its count, day and version; of a changed criterion only that it was changed', () => {
    expect(drawn('vi', 'A-1')).toContain('Lần trước (20/11/2025, phiên bản 1.0): Đạt 6/7');
    expect(drawn('vi', 'A-2')).toContain('Không đạt 6/7');
    expect(drawn('vi', 'B-1')).toContain('tiêu chí mới hoặc đã sửa');
    expect(drawn('en', 'B-2')).toContain('Left out');
  });

  test.each(LANGUAGES)('says that it is for reference (%s)', (language) => {
    expect(drawn(language, 'A-1')).toMatch(/chỉ để tham khảo|for reference only/u);
  });

  test('the outcome by its name in the set of now, else by its code', () => {
    expect(outcomeWords(SET, 'all', ({ vi }) => vi)).toBe('Đủ');
    expect(outcomeWords(SET, 'khac', ({ vi }) => vi)).toBe('khac');
  });
});
