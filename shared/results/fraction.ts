// Exact fractions: what is decided is compared in whole numbers, what is read is written as a decimal text.

/** `under` is above 0. */
export type Fraction = { readonly over: bigint; readonly under: bigint };

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** Least common multiple of whole numbers above 0; 1 of none. */
export const commonMultiple = (numbers: Iterable<number>): bigint => {
  let common = 1n;
  for (const number of new Set(numbers)) common *= BigInt(number) / gcd(common, BigInt(number));
  return common;
};

/** Decimal text with so many places, half rounded up (away from 0 where it is below); never "-0.00". */
export function decimalText({ over, under }: Fraction, places: number): string {
  const scale = 10n ** BigInt(places);
  const size = over < 0n ? -over : over;
  const units = (2n * size * scale + under) / (2n * under);
  const digits = units.toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return over < 0n && units > 0n ? `-${text}` : text;
}
