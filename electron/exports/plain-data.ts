// The tree of a set as plain data for YAML and JSON: numbers and truth values where a reader of the file expects them.
import { isList, isMap, type Value } from '../../shared/criteria/value.ts';

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

const FLAGS = ['sample', 'not_applicable', 'must_pass'];
const NUMBERS = ['threshold', 'weight', 'points', 'pass'];

/** A decimal becomes a number only where the number says the very same: 99.50 and long fractions stay texts. */
const plainText = (text: string, key: string): Plain => {
  if (FLAGS.includes(key)) return text === 'true';
  return NUMBERS.includes(key) && String(Number(text)) === text ? Number(text) : text;
};

export function plainData(value: Value, key = ''): Plain {
  if (isList(value)) return value.map((each) => plainData(each, key));
  if (isMap(value)) return Object.fromEntries([...value].map(([name, each]) => [name, plainData(each, name)]));
  return value === null ? null : plainText(value, key);
}
