// Decimal strings ("99,95" as typed, "99.95" as kept), compared as integers: no float ever decides anything.

const DECIMAL = /^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,9})?$/;

export type Comparator = '>=' | '>' | '<=' | '<' | '=';

export const isDecimal = (text: string): boolean => DECIMAL.test(text);

/** Reads what a person typed (comma or point as the decimal mark); undefined when it is no plain decimal number. */
export function readDecimal(typed: string): string | undefined {
  const text = typed.trim().replace(',', '.');
  if (!isDecimal(text)) return undefined;
  const plain = text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
  return plain === '-0' ? '0' : plain;
}

function scaled(text: string, places: number): bigint {
  const [whole = '0', part = ''] = text.replace('-', '').split('.');
  const units = BigInt(whole + part.padEnd(places, '0'));
  return text.startsWith('-') ? -units : units;
}

/** Negative, zero or positive, exactly. Both texts satisfy `isDecimal`. */
export function compareDecimals(a: string, b: string): number {
  const places = Math.max(...[a, b].map((text) => text.split('.')[1]?.length ?? 0));
  const difference = scaled(a, places) - scaled(b, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function satisfies(value: string, comparator: Comparator, threshold: string): boolean {
  const order = compareDecimals(value, threshold);
  switch (comparator) {
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '<':
      return order < 0;
    case '=':
      return order === 0;
  }
}
