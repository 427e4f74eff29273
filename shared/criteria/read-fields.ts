// Reads single fields of a file's tree and writes down, path by path, what is wrong with them.
import { cleanLine, cleanText } from '../base/text.ts';
import { criterionId } from './criteria-set.ts';
import { clip, type FindingCode, type Problem, problem, warning } from './finding.ts';
import { isList, isMap, under, type Value } from './value.ts';

type Fields_ = ReadonlyMap<string, Value>;
type TextRule = { readonly max: number; readonly lines?: boolean };

/** The first places that were mended without asking, and how many; said once, not per field. */
type Mended = { count: number; first: string };

/** Problems gather here while a file is read; each reader returns undefined for what it could not take. */
export type Fields = {
  readonly problems: Problem[];
  readonly leftOut: string[];
  readonly note: (code: FindingCode, path: string, params?: Problem['params']) => undefined;
  /** The map at `path`; keys outside `known` are left out, with a warning. */
  readonly map: (value: Value | undefined, path: string, known: readonly string[]) => Fields_ | undefined;
  readonly list: (
    parent: Fields_,
    key: string,
    path: string,
    limits: { readonly min: number; readonly max: number },
  ) => readonly Value[] | undefined;
  readonly text: (parent: Fields_, key: string, path: string, rule: TextRule) => string | undefined;
  /** As `text`, a problem where there is none. */
  readonly words: (parent: Fields_, key: string, path: string, rule: TextRule) => string | undefined;
  readonly word: (value: Value | undefined, path: string, rule: TextRule) => string | undefined;
  readonly id: (value: Value | undefined, path: string) => string | undefined;
  readonly flag: (parent: Fields_, key: string, path: string) => boolean;
  /** What was mended along the way, as warnings. */
  readonly mended: () => readonly Problem[];
};

export function startFields(): Fields {
  const problems: Problem[] = [];
  const leftOut: string[] = [];
  const normalised: Mended = { count: 0, first: '' };
  const removed: Mended = { count: 0, first: '' };

  const note: Fields['note'] = (code, path, params = {}) => {
    problems.push(problem(code, path, params));
    return undefined;
  };
  const mend = (mended: Mended, path: string): void => {
    if (mended.count === 0) mended.first = path;
    mended.count += 1;
  };

  const word: Fields['word'] = (value, path, { max, lines }) => {
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string') return note('text-expected', path);
    // Half a surrogate pair has no UTF-8 form: it would be hashed as one text and stored as another.
    if (!value.isWellFormed()) return note('text-malformed', path);
    // Megabytes are not worked through: no accents and blanks make that much of a text that would fit.
    if (value.length > 64 * max) return note('text-too-long', path, { length: value.length, limit: max });
    const composed = value.normalize('NFC');
    if (composed !== value) mend(normalised, path);
    const clean = lines === true ? cleanText(composed) : cleanLine(composed);
    // White space may be folded silently; anything else that falls out is said.
    if (clean.replace(/\s/g, '') !== composed.replace(/\s/g, '')) mend(removed, path);
    if (clean.length > max) return note('text-too-long', path, { length: clean.length, limit: max });
    return clean === '' ? undefined : clean;
  };
  const text: Fields['text'] = (parent, key, path, rule) => word(parent.get(key), under(path, key), rule);

  return {
    problems,
    leftOut,
    note,
    word,
    text,
    map(value, path, known) {
      if (!isMap(value)) return note('map-expected', path);
      for (const key of value.keys()) {
        if (known.includes(key)) continue;
        leftOut.push(under(path, clip(key)));
        problems.push(warning('key-unknown', under(path, key), { key: clip(key) }));
      }
      return value;
    },
    list(parent, key, path, { min, max }) {
      const value = parent.get(key);
      const at = under(path, key);
      if (value === undefined || value === null) return min > 0 ? note('field-missing', path, { key }) : [];
      if (!isList(value)) return note('list-expected', at, { key });
      if (value.length < min) return note('list-empty', at, { key });
      if (value.length > max) return note('list-too-long', at, { key, length: value.length, limit: max });
      return value;
    },
    words(parent, key, path, rule) {
      const before = problems.length;
      const read = text(parent, key, path, rule);
      if (read !== undefined || problems.length > before) return read;
      return note('field-missing', parent.has(key) ? under(path, key) : path, { key });
    },
    id(value, path) {
      const read = word(value, path, { max: 200 });
      if (read === undefined || criterionId.safeParse(read).success) return read;
      return note('id-malformed', path, { id: clip(read) });
    },
    flag(parent, key, path) {
      const value = parent.get(key);
      if (value === undefined || value === 'false') return false;
      if (value === 'true') return true;
      note('boolean-expected', under(path, key), { key });
      return false;
    },
    mended: () => [
      ...(normalised.count > 0 ? [warning('text-normalised', normalised.first, { count: normalised.count })] : []),
      ...(removed.count > 0 ? [warning('characters-removed', removed.first, { count: removed.count })] : []),
    ],
  };
}
