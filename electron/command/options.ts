// Command-line words: `--name value` and plain arguments, checked against what a command knows.

export type Spec = {
  readonly usage: string;
  /** Lines of help, one per option, in English and Vietnamese. */
  readonly help: readonly string[];
  readonly flags?: readonly string[];
  readonly values?: readonly string[];
  readonly repeated?: readonly string[];
  /** Fewest and most plain arguments. */
  readonly plain: readonly [number, number];
};

export type Given = {
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  readonly repeated: ReadonlyMap<string, readonly string[]>;
  readonly plain: readonly string[];
};

/** Wrong use of the command line: exit 2. */
export class WrongUsage extends Error {}

export function readOptions(words: readonly string[], spec: Spec): Given {
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const repeated = new Map<string, string[]>();
  const plain: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!word.startsWith('--')) {
      plain.push(word);
      continue;
    }
    const [name = '', joined] = word.slice(2).split(/=(.*)/s, 2);
    if (spec.flags?.includes(name) && joined === undefined) {
      flags.add(name);
      continue;
    }
    const single = spec.values?.includes(name) === true;
    if (!single && spec.repeated?.includes(name) !== true) throw new WrongUsage(`unknown option --${name}`);
    const value = joined ?? words[++at];
    if (value === undefined) throw new WrongUsage(`--${name} wants a value`);
    if (single) values.set(name, value);
    else repeated.set(name, [...(repeated.get(name) ?? []), value]);
  }
  const [least, most] = spec.plain;
  if (plain.length < least || plain.length > most) throw new WrongUsage(`wants ${spec.usage}`);
  return { flags, values, repeated, plain };
}

/** A whole number within bounds. */
export function wholeNumber(
  given: Given,
  name: string,
  otherwise: number,
  [least, most]: readonly [number, number],
): number {
  const text = given.values.get(name);
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < least || value > most)
    throw new WrongUsage(`--${name} wants a whole number from ${least} to ${most}`);
  return value;
}
