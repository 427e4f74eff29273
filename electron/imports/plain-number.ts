// A number of a spreadsheet as the shortest decimal text that means the same: never computed with.

/** Moves the decimal point of a plain decimal to the right by `places` (to the left where negative), by text alone. */
export function movePoint(text: string, places: number): string {
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '', part = ''] = text.slice(sign.length).split('.');
  const at = whole.length + places;
  const digits = `${'0'.repeat(Math.max(0, -at))}${whole}${part}`.padEnd(Math.max(at, 0), '0');
  const point = Math.max(at, 0);
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0';
  const right = digits.slice(point).replace(/0+$/, '');
  return `${sign}${left}${right === '' ? '' : `.${right}`}`;
}

/** Beyond this an exponent stays as written: such a number is no threshold. */
const FAR = 40;

/**
 * Spreadsheets keep doubles and write them with 17 digits: 0.1 may stand as 0.10000000000000001. Whole numbers too long
 * for a double stay as they are written; what is no number, too.
 */
export function plainNumber(written: string): string {
  const text = written.trim();
  if (/^-?\d{16,}$/.test(text)) return text;
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return text;
  const short = String(value === 0 ? 0 : value);
  const [mantissa = '', exponent] = short.split('e');
  if (exponent === undefined) return short;
  return Math.abs(Number(exponent)) > FAR ? short : movePoint(mantissa, Number(exponent));
}

/** A number shown as percent, as it is shown: 0.995 is "99.5%". */
export const percentText = (plain: string): string =>
  /^-?\d+(\.\d+)?$/.test(plain) ? `${movePoint(plain, 2)}%` : plain;
