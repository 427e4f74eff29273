// States of the desk where criteria are of other kinds: conditions that do not hold, what must pass, levels of points.
import type { CriteriaSet, Criterion } from '../../shared/criteria/criteria-set.ts';
import type { State, States } from './given.ts';

/** The first criterion of the set, changed. */
const firstAs = (change: (criterion: Criterion) => Criterion): NonNullable<State['views']> => ({
  criteria: (given) => {
    const groups = given.set.groups.map((group, g) => ({
      ...group,
      criteria: group.criteria.map((each, c) => (g === 0 && c === 0 ? change(each) : each)),
    }));
    const set: CriteriaSet = { ...given.set, groups };
    return { ...given, set };
  },
});
const level = (points: number, vi: string, en: string) => ({ points, name: { vi, en } });
const LEVELS = [
  level(0, 'Chưa có quy trình', 'No procedure'),
  level(40, 'Có quy trình, chưa diễn tập lần nào trong năm', 'A procedure, no drill this year'),
  level(70, 'Diễn tập mỗi năm một lần, có nhật ký', 'A drill each year, with a log'),
  level(100, 'Diễn tập mỗi quý, thời gian phục hồi đo được', 'A drill each quarter, recovery time measured'),
];

export const kindsStates: States = {
  'condition-unmet': {
    views: firstAs((each) => ({
      ...each,
      mustPass: true,
      appliesWhen: [{ criterion: 'G1-02', mark: 'met' }],
    })),
    sheet: (sheet) => ({ ...sheet, draft: { items: { 'G1-02': { mark: 'not-met' } } } }),
  },
  levels: {
    views: {
      ...firstAs(({ kind: _, ...each }) => ({ ...each, kind: 'points', levels: LEVELS, pass: 70 }) as Criterion),
      session: (session) => ({
        ...session,
        rules: { ...session.rules, counting: 'mean', scale: { of: 'points', passMark: 70, outlier: 20 } },
      }),
    },
    sheet: (sheet) => ({ ...sheet, draft: { items: { 'G1-01': { mark: 'scored', points: 70 } } } }),
  },
};
