// Reads the tree of somebody else's format: what is wrong, what is assumed, and, kind by kind, what is not kept.
import { type FindingCode, type Problem, problem, warning } from '../../shared/criteria/finding.ts';
import { isList, isMap, under, type Value } from '../../shared/criteria/value.ts';

export type Fields = ReadonlyMap<string, Value>;

/** Characters of one text of a foreign file; ours have 4,000. Bounds what texts made of texts can grow to. */
const TEXT_LIMIT = 20_000;

/** Paths are those of the foreign tree. */
export type Source = {
  readonly problems: Problem[];
  readonly note: (code: FindingCode, path: string, params?: Problem['params']) => void;
  readonly warn: (code: FindingCode, path: string, params?: Problem['params']) => void;
  /** Something that happens many times is told once, with a count and the first place. */
  readonly mend: (code: FindingCode, path: string) => void;
  /** `thing`: a kind of things, in the words of the format. */
  readonly lose: (thing: string, path: string, count?: number) => void;
  /** A map whose keys outside `known` are lost as `kind.key`. */
  readonly map: (value: Value | undefined, path: string, kind: string, known: readonly string[]) => Fields;
  readonly list: (parent: Fields, key: string, path: string) => readonly (readonly [Value, string])[];
  /** Empty where there is none. */
  readonly text: (parent: Fields, key: string, path: string) => string;
  readonly warnings: () => readonly Problem[];
  readonly leftOut: () => readonly string[];
};

type Tally = { count: number; readonly path: string };
const add = (tallies: Map<string, Tally>, name: string, path: string, count: number): void => {
  const tally = tallies.get(name);
  if (tally === undefined) tallies.set(name, { count, path });
  else tally.count += count;
};

/** Kinds of things that are named; a file whose every key is another one has more kinds than anybody reads. */
const KINDS_LIMIT = 100;

export function startSource(): Source {
  const problems: Problem[] = [];
  const lost = new Map<string, Tally>();
  const mended = new Map<FindingCode, Tally>();
  const note: Source['note'] = (code, path, params) => {
    problems.push(problem(code, path, params));
  };
  const lose: Source['lose'] = (thing, path, count = 1) => {
    add(lost, lost.has(thing) || lost.size < KINDS_LIMIT ? thing : '…', path, count);
  };
  const warned: Problem[] = [];
  return {
    problems,
    note,
    warn: (code, path, params) => {
      warned.push(warning(code, path, params));
    },
    lose,
    mend: (code, path) => add(mended as Map<string, Tally>, code, path, 1),
    map(value, path, kind, known) {
      if (!isMap(value)) {
        note('map-expected', path);
        return new Map();
      }
      for (const [key, member] of value) {
        if (known.includes(key)) continue;
        const count = isList(member) ? member.length : 1;
        if (member !== null && count > 0) lose(`${kind}.${key}`, under(path, key), count);
      }
      return value;
    },
    list(parent, key, path) {
      const value = parent.get(key);
      const at = under(path, key);
      if (value === undefined || value === null) return [];
      if (!isList(value)) {
        note('list-expected', at, { key });
        return [];
      }
      return value.map((each, index) => [each, under(at, index)] as const);
    },
    text(parent, key, path) {
      const value = parent.get(key);
      if (value === undefined || value === null) return '';
      if (typeof value !== 'string') note('text-expected', under(path, key));
      else if (value.length > TEXT_LIMIT)
        note('text-too-long', under(path, key), { length: value.length, limit: TEXT_LIMIT });
      else return value.trim();
      return '';
    },
    warnings: () => [
      ...warned,
      ...[...mended].map(([code, { count, path }]) => warning(code, path, { count })),
      ...[...lost].map(([thing, { count, path }]) => warning('left-out', path, { thing, count })),
    ],
    leftOut: () => [...lost].map(([thing, { count }]) => `${thing} (${count})`),
  };
}
