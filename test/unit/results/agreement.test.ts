// Krippendorff's alpha against worked examples that others have published, and what counts as a value.
import { describe, expect, it } from 'vitest';
import { nominalAlpha } from '../../../shared/results/agreement.ts';
import { decimalText } from '../../../shared/results/fraction.ts';
import { seeded } from '../../helpers/seed.ts';
import { barredFrom, countOf, pointsRules, scoresOf, setOf } from './given.ts';

/** One text for each rater, one word for each unit, `.` where the value is missing; turned into values by unit. */
function byUnit(raters: readonly string[]): readonly (readonly number[])[] {
  const rows = raters.map((text) => text.split(' '));
  const words = [...new Set(rows.flat())];
  return (rows[0] ?? []).map((_, unit) =>
    rows.flatMap((row) => (row[unit] === '.' ? [] : [words.indexOf(row[unit] ?? '')])),
  );
}

function alphaOf(raters: readonly string[]) {
  const { alpha, ...rest } = nominalAlpha(byUnit(raters));
  return { ...rest, alpha: alpha === undefined ? null : decimalText(alpha, 3) };
}

/** K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011, https://repository.upenn.edu/asc_papers/43 */
const BINARY = ['0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'];
const NOMINAL = ['a a b b d c c c e d d a', 'b a b b b c c c e d d d'];
const MISSING = [
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
];
/** https://en.wikipedia.org/wiki/Krippendorff%27s_alpha, "A computational example": nominal 0.691. */
const THREE_CODERS = [
  '. . . . . 3 4 1 2 1 1 3 3 . 3',
  '1 . 2 1 3 3 4 3 . . . . . . .',
  '. . 2 1 3 4 4 . 2 1 1 3 3 . 4',
];
/** The example of `kripp.alpha` in the R package irr 0.84.1 (J. Lemon): "Subjects = 12 Raters = 4 alpha = 0.743". */
const IRR = '1 1 . 1 2 2 3 2 3 3 3 3 3 3 3 3 2 2 2 2 1 2 3 4 4 4 4 4 1 1 2 1 2 2 2 2 . 5 5 5 . . 1 1 . . 3 .';

describe("Krippendorff's alpha for nominal data", () => {
  it.each([
    ['Krippendorff 2011, A: two observers, binary', BINARY, '0.095', 10, 20],
    ['Krippendorff 2011, B: two observers, nominal', NOMINAL, '0.692', 12, 24],
    ['Krippendorff 2011, C: four observers, values missing', MISSING, '0.743', 11, 40],
    ['Wikipedia: three coders, values missing', THREE_CODERS, '0.691', 12, 26],
  ] as const)('[RE9] %s', (_, raters, alpha, units, values) => {
    expect(alphaOf(raters)).toEqual({ alpha, units, values });
  });

  it('[RE9] the example of the R package irr, whose lone twelfth value is not used', () => {
    const cells = IRR.split(' ');
    const raters = [0, 1, 2, 3].map((rater) => cells.filter((_, at) => at % 4 === rater).join(' '));
    expect(alphaOf(raters)).toEqual({ alpha: '0.743', units: 11, values: 40 });
  });

  it.each([
    ['all raters say the same of everything', ['a a a', 'a a a'], 'no-variation', 3, 6],
    ['one rater', ['a b c'], 'one-rater', 0, 0],
    ['two raters who never judge the same', ['a . b', '. c .'], 'one-rater', 0, 0],
    ['nobody', [], 'one-rater', 0, 0],
  ] as const)('[RE10] %s: not defined, and why', (_, raters, why, units, values) => {
    expect(alphaOf(raters)).toEqual({ alpha: null, why, units, values });
  });

  it('[RE9] perfect agreement is 1, and two who always differ come out below 0', () => {
    expect(alphaOf(['a b c', 'a b c']).alpha).toBe('1.000');
    expect(alphaOf(['a b', 'b a']).alpha).toBe('-0.500');
  });

  it('[RE9] it depends neither on the order of raters and units nor on the names of the values', () => {
    const random = seeded('alpha, order and names');
    for (let run = 0; run < 200; run++) {
      const units = Array.from({ length: random.integer(2, 8) }, () =>
        Array.from({ length: random.integer(0, 5) }, () => random.integer(0, 3)),
      );
      const renamed = random.shuffle(units).map((unit) => random.shuffle(unit).map((value) => 9 - value));
      expect(alphaText(renamed), `seed ${random.seed}, run ${run}`).toBe(alphaText(units));
    }
  });
});

const alphaText = (units: readonly (readonly number[])[]): string => {
  const { alpha, why } = nominalAlpha(units);
  return alpha === undefined ? String(why) : decimalText(alpha, 12);
};

describe('agreement of ballots', () => {
  it('[RE10] unanimous criteria are counted; "not applicable" is a value of its own', () => {
    const { agreement } = countOf(setOf('cccc'), ['yyn-', 'yyn-', 'yny-']);
    expect(agreement).toMatchObject({ unanimous: 2, units: 4, values: 12 });
    expect(agreement.alpha).toBe(alphaOf(['y y n x', 'y y n x', 'y n y x']).alpha);
  });

  it('[RE10] what a seat is barred from is a missing value, and a criterion with one value is not used', () => {
    const { agreement } = countOf(setOf('ccc'), ['yn ', 'yy ', 'nyy'], {}, barredFrom({ 0: ['c2'], 1: ['c2'] }));
    expect(agreement).toMatchObject({ unanimous: 0, units: 2, values: 6 });
    expect(agreement.alpha).toBe(alphaOf(['y n .', 'y y .', 'n y y']).alpha);
  });

  it('[RE10] points agree where they stand on the same side of the pass mark', () => {
    const set = setOf('ccc');
    const { agreement, criteria } = countOf(
      set,
      scoresOf(set, [
        [70, 0, 100],
        [100, 69, 0],
        [71, 30, 90],
      ]),
      pointsRules(),
    );
    expect(agreement.unanimous).toBe(2);
    expect(criteria.map(({ dissent }) => dissent)).toEqual([0, 0, 1]);
  });

  it('[RE10] a single ballot agrees with nobody', () => {
    expect(countOf(setOf('cc'), ['yn']).agreement).toEqual({
      unanimous: 0,
      units: 0,
      values: 0,
      alpha: null,
      why: 'one-rater',
    });
  });
});
