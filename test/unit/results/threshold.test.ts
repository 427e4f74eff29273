// Threshold arithmetic against exact fractions, every count of every council of up to 30 members.
import { describe, expect, it } from 'vitest';
import { clears, needed, type ShareRule } from '../../../shared/council/share.ts';
import { bothWays, countOf, setOf } from './given.ts';

type Fraction = { readonly over: bigint; readonly under: bigint };

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
function fraction(over: number, under: number): Fraction {
  const common = gcd(BigInt(over), BigInt(under)) || 1n;
  return { over: BigInt(over) / common, under: BigInt(under) / common };
}

/** Sign of a - b by comparing digit by digit (continued fractions): no cross multiplication, unlike the code under test. */
function order(a: Fraction, b: Fraction): number {
  const wholeA = a.over / a.under;
  const wholeB = b.over / b.under;
  if (wholeA !== wholeB) return wholeA < wholeB ? -1 : 1;
  const restA = a.over % a.under;
  const restB = b.over % b.under;
  if (restA === 0n || restB === 0n) return restA === restB ? 0 : restA === 0n ? -1 : 1;
  return order({ over: b.under, under: restB }, { over: a.under, under: restA });
}

const SHARES = [
  [3, 4],
  [2, 3],
  [1, 2],
  [4, 5],
  [1, 1],
  [7, 10],
  [50, 100],
  [99, 100],
  [5, 7],
] as const;
const RULES: readonly ShareRule[] = SHARES.flatMap(([numerator, denominator]) =>
  (['more-than', 'at-least'] as const).map((comparator) => ({ comparator, numerator, denominator })),
);
const named = RULES.map((rule) => [`${rule.comparator} ${rule.numerator}/${rule.denominator}`, rule] as const);

describe('threshold', () => {
  it.each(named)('[T1] %s agrees with exact fractions for every count of 1 to 30', (_, rule) => {
    const share = fraction(rule.numerator, rule.denominator);
    for (let of = 1; of <= 30; of++) {
      const holding: number[] = [];
      for (let count = 0; count <= of; count++) {
        const sign = order(fraction(count, of), share);
        const holds = rule.comparator === 'more-than' ? sign > 0 : sign >= 0;
        expect(clears(rule, count, of), `${count} of ${of}`).toBe(holds);
        if (holds) holding.push(count);
      }
      expect(needed(rule, of), `needed of ${of}`).toBe(holding[0] ?? of + 1);
    }
  });

  it.each(named)(
    '[T1] %s decides the outcome of one criterion in the same way, by both ways of counting',
    (_, rule) => {
      const share = fraction(rule.numerator, rule.denominator);
      const set = setOf('c');
      for (let of = 1; of <= 30; of++)
        for (let yes = 0; yes <= of; yes++) {
          const sign = order(fraction(yes, of), share);
          const expected = (rule.comparator === 'more-than' ? sign > 0 : sign >= 0) ? 'all' : 'none';
          const texts = Array.from({ length: of }, (_vote, at) => (at < yes ? 'y' : 'n'));
          const result = countOf(set, texts, { threshold: rule });
          expect(bothWays(result), `${yes} of ${of}`).toEqual({ 'per-criterion': expected, 'per-ballot': expected });
        }
    },
  );

  it('[T1] a share of nobody never holds', () => {
    for (const rule of RULES) expect(clears(rule, 0, 0)).toBe(false);
  });

  it('[T1] more than 3/4: 6 of 8 is not enough, 7 of 8 is; 6 of 7 is the least of seven', () => {
    const rule: ShareRule = { comparator: 'more-than', numerator: 3, denominator: 4 };
    expect([clears(rule, 6, 8), clears(rule, 7, 8), needed(rule, 7), needed(rule, 8)]).toEqual([false, true, 6, 7]);
  });
});
