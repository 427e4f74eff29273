// The small syntax of cells that hold several things: levels, tags, conditions. Written and read here, so that it is one.

import { ownOf } from '../../shared/base/own-of.ts';
import type { Condition, Criterion } from '../../shared/criteria/criteria-set.ts';
import { clip, type Problem, problem } from '../../shared/criteria/finding.ts';
import type { Value } from '../../shared/criteria/value.ts';
import type { Language } from '../../shared/lang/say.ts';
import { foldWord } from './sheet-words.ts';

type Level = Extract<Criterion, { kind: 'points' }>['levels'][number];
type Parsed = { readonly values: readonly Value[]; readonly problems: readonly Problem[] };

/** In a name ";" and "|" and "\" stand behind "\", and a line break is written as \n. */
const escaped = (text: string): string => text.replace(/[\\;|]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
const unescaped = (text: string): string =>
  text.replace(/\\([\s\S])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));

/** At each bare sign that `cut` names; what stands behind "\" is none. */
function splitAt(text: string, cut: RegExp): readonly string[] {
  const parts: string[] = [''];
  for (const [piece] of text.matchAll(/\\[\s\S]|[\s\S]/g)) {
    if (cut.test(piece)) parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts.map((part) => part.trim());
}
const filled = (parts: readonly string[]): readonly string[] => parts.filter((part) => part !== '');

export const writeLevels = (levels: readonly Level[]): string =>
  levels
    .map(({ points, name }) => `${points}=${escaped(name.vi)}${name.en === '' ? '' : ` | ${escaped(name.en)}`}`)
    .join('; ');

/** `0=Kém | Poor; 50=Khá | Fair`, or one a line. What is wrong in a level is for `readSet` to say where it can. */
export function readLevels(text: string): Parsed {
  const problems: Problem[] = [];
  const values = filled(splitAt(text, /^[;\n]$/)).flatMap((part): Value[] => {
    const at = part.indexOf('=');
    const [vi = '', en = '', ...more] = splitAt(part.slice(at + 1), /^\|$/);
    if (at < 0 || vi === '' || more.length > 0) {
      problems.push(problem('level-malformed', '', { level: clip(part) }));
      return [];
    }
    const members: [string, Value][] = [
      ['points', part.slice(0, at).trim()],
      ['vi', unescaped(vi)],
    ];
    return [new Map(en === '' ? members : [...members, ['en', unescaped(en)]])];
  });
  return { values, problems };
}

export const writeTags = (tags: readonly string[]): string => tags.join('; ');
export const readTags = (text: string): readonly string[] => filled(text.split(/[;,\n]/).map((tag) => tag.trim()));

const MARKS: Readonly<Record<Condition['mark'], Readonly<Record<Language, string>>>> = {
  met: { vi: 'đạt', en: 'met' },
  'not-met': { vi: 'không đạt', en: 'not met' },
};
const MARK_WORDS: Readonly<Record<string, string>> = {
  ...{ dat: 'dat', met: 'dat', pass: 'dat', yes: 'dat', co: 'dat' },
  ...{ 'khong dat': 'khong_dat', 'not met': 'khong_dat', fail: 'khong_dat', no: 'khong_dat', khong: 'khong_dat' },
};

export const writeConditions = (conditions: readonly Condition[], language: Language): string =>
  conditions.map(({ criterion, mark }) => `${criterion}=${MARKS[mark][language]}`).join('; ');

/** `G1-01=đạt; G1-02=không đạt`. */
export function readConditions(text: string): Parsed {
  const problems: Problem[] = [];
  const values = filled(text.split(/[;,\n]/).map((part) => part.trim())).flatMap((part): Value[] => {
    const at = part.indexOf('=');
    const mark = ownOf(MARK_WORDS, foldWord(part.slice(at + 1)));
    if (at < 1 || mark === undefined) {
      problems.push(problem('condition-malformed', '', { condition: clip(part) }));
      return [];
    }
    return [
      new Map([
        ['criterion', part.slice(0, at).trim()],
        ['mark', mark],
      ]),
    ];
  });
  return { values, problems };
}
