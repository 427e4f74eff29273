// Parameters of an OSCAL catalog: `{{ insert: param, x }}` in a text becomes what x stands for, in brackets.

import { ownOf } from '../../shared/base/own-of.ts';
import { isMap, type Value } from '../../shared/criteria/value.ts';
import type { Fields, Source } from './foreign-source.ts';
import { plainMarkdown } from './foreign-words.ts';

const INSERT = /\{\{ {0,20}insert: {0,20}param, {0,20}([^\s{}]{1,200}) {0,20}\}\}/g;
/** Characters of one parameter: parameters stand in parameters, and could double each time. */
const LONGEST = 1_000;

type Words = { readonly one: string; readonly several: string };
const SELECTION: Readonly<Record<string, Words>> = {
  vi: { one: 'chọn', several: 'chọn một hoặc nhiều' },
  en: { one: 'selection', several: 'selection (one or more)' },
};
const FALLBACK: Words = { one: '1:', several: '1..n:' };

export type Params = {
  readonly add: (param: Fields, path: string) => void;
  readonly insert: (text: string, language: string) => string;
};

const KNOWN = ['id', 'label', 'select', 'values'];

export function startParams(source: Source): Params {
  const params = new Map<string, { readonly fields: Fields; readonly path: string }>();
  const done = new Map<string, string>();
  /** Being written out: one that leads back to itself stays a name. */
  const open = new Set<string>();

  const insert: Params['insert'] = (text, language) =>
    text.replace(INSERT, (_, id: string) => `[${wordsOf(id, language)}]`);

  function choices(select: Value | undefined, path: string, language: string): string {
    if (!isMap(select)) return '';
    const many = source.text(select, 'how-many', path) === 'one-or-more';
    const list = source.list(select, 'choice', path).map(([each]) => (typeof each === 'string' ? each.trim() : ''));
    const said = ownOf(SELECTION, language) ?? FALLBACK;
    return `${many ? said.several : said.one}: ${list.map((each) => insert(each, language)).join('; ')}`;
  }

  function wordsOf(id: string, language: string): string {
    const param = params.get(id);
    const before = done.get(id);
    if (before !== undefined) return before;
    if (param === undefined || open.has(id)) return id;
    open.add(id);
    const { fields, path } = param;
    const values = source.list(fields, 'values', path).map(([each]) => (typeof each === 'string' ? each.trim() : ''));
    const label = source.text(fields, 'label', path);
    const text =
      values.join('; ') || choices(fields.get('select'), `${path}.select`, language) || insert(label, language) || id;
    open.delete(id);
    const short = plainMarkdown(text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}…` : text);
    done.set(id, short);
    return short;
  }

  return {
    insert,
    add(param, path) {
      source.map(param, path, 'param', KNOWN);
      const id = source.text(param, 'id', path);
      if (id !== '' && !params.has(id)) params.set(id, { fields: param, path });
    },
  };
}
