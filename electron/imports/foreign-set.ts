// Puts the criteria of another format together as the tree of ours: groups by headings, ids, rules that are assumed.

import type { SetFormat } from '../../shared/contract/criteria-library.ts';
import { clip, problem, warning } from '../../shared/criteria/finding.ts';
import { under, type Value } from '../../shared/criteria/value.ts';
import { idFrom, startIds } from './foreign-id.ts';
import type { Source } from './foreign-source.ts';
import type { Words } from './foreign-words.ts';
import { placeFrom, placeIn, type Reading } from './reading.ts';

/** What criteria stand under; `path` is that of the foreign file and tells headings of one name apart. */
export type Heading = { readonly path: string; readonly id: string; readonly name: Words };

export type Item = {
  readonly path: string;
  /** From the outermost to the nearest. */
  readonly headings: readonly Heading[];
  readonly id: string;
  readonly statement: Words;
  readonly guidance?: Words;
  readonly evidence?: Words;
  readonly tags?: readonly string[];
  readonly origin: string;
  readonly mustPass?: boolean;
  readonly notApplicable?: boolean;
  /** `kind` and what goes with it, as in our own files. */
  readonly kind: ReadonlyMap<string, Value>;
};

export type ForeignSet = {
  readonly format: SetFormat;
  readonly id: string;
  readonly version: string;
  readonly name: Words;
  readonly attribution: string;
  /** The language that stands in for missing Vietnamese, as BCP 47 names it; empty where nobody knows which. */
  readonly untranslated?: string;
  readonly items: readonly Item[];
  readonly lines: ReadonlyMap<string, number>;
};

export const PASS_FAIL: Item['kind'] = new Map([['kind', 'pass_fail']]);

/** Of our own format (`criteriaSet`). */
const GROUPS = 100;
/** The largest catalogs that anybody keeps have some 1,200 criteria; readers stop when they have one more than this. */
export const ITEMS_LIMIT = 5_000;
const LONG = 4_000;

const members = (...list: readonly (readonly [string, Value] | false)[]): Value =>
  new Map(list.filter((each) => each !== false));
const words = (vi: string, en: string, text: Words | undefined): readonly (readonly [string, Value])[] =>
  text === undefined || text.vi === ''
    ? []
    : [[vi, text.vi] as const, ...(text.en === '' ? [] : [[en, text.en] as const])];

const joined = (texts: readonly Words[], sign: string): Words => {
  const whole = texts.every(({ en }) => en !== '');
  return { vi: texts.map(({ vi }) => vi).join(sign), en: whole ? texts.map(({ en }) => en).join(sign) : '' };
};
const clipped = ({ vi, en }: Words): Words => ({ vi: clip(vi), en: clip(en) });

type Group = { readonly chain: readonly Heading[]; readonly items: Item[] };

/** One group for each chain of at most `depth` headings, in the order in which they first have a criterion. */
function groupsAt(items: readonly Item[], depth: number): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const item of items) {
    const chain = item.headings.slice(0, depth);
    const key = chain.at(-1)?.path ?? '';
    const group = groups.get(key) ?? { chain, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The nearest heading is the group; where that makes more groups than a set may have, one further out. */
function grouped(items: readonly Item[]): { readonly groups: readonly Group[]; readonly depth: number } {
  let depth = items.reduce((most, { headings }) => Math.max(most, headings.length), 0);
  let groups = groupsAt(items, depth);
  while (groups.length > GROUPS && depth > 1) {
    depth -= 1;
    groups = groupsAt(items, depth);
  }
  return { groups, depth };
}

const rule = (when: string, outcome: string, vi: string, en: string): Value =>
  members(['when', when], ['outcome', outcome], ['vi', vi], ['en', en]);

/** Others' formats have no outcome rules; the strict reading is assumed, and the warning asks to look at it. */
function assumedRules(items: readonly Item[]): readonly Value[] {
  const must = items.filter(({ mustPass }) => mustPass === true).length;
  return [
    rule('all_met', 'dat', 'Đạt tất cả tiêu chí', 'All criteria are met'),
    ...(must > 0 && must < items.length
      ? [rule('must_pass_met', 'dat-bat-buoc', 'Đạt các tiêu chí bắt buộc', 'All mandatory criteria are met')]
      : []),
    rule('otherwise', 'khong-dat', 'Không đạt', 'Not met'),
  ];
}

/** Guidance is cut where ours has no room for it, and said so; a statement never is. */
function fitting(source: Source, text: Words | undefined, path: string): Words | undefined {
  if (text === undefined || (text.vi.length <= LONG && text.en.length <= LONG)) return text;
  source.mend('text-cut', path);
  const cut = (long: string): string =>
    long.length > LONG
      ? `${long
          .slice(0, LONG - 1)
          .toWellFormed()
          .replace(/\ufffd$/, '')}…`
      : long;
  return { vi: cut(text.vi), en: cut(text.en) };
}

export function readingOf(set: ForeignSet, source: Source): Reading {
  const { format, items, lines } = set;
  const place = placeIn(lines);
  const placed = source.problems.map((each) => ({ ...each, ...place(each.path) }));
  if (placed.length > 0) return { format, ok: false, problems: placed };
  if (items.length === 0 || items.length > ITEMS_LIMIT) {
    const found =
      items.length === 0
        ? problem('criteria-none', '')
        : problem('list-too-long', '', { key: 'criteria', length: items.length, limit: ITEMS_LIMIT });
    return { format, ok: false, problems: [{ ...found, ...place('') }] };
  }
  const from = new Map<string, string>();
  const [groupId, itemId] = [startIds(), startIds()];
  const { groups, depth } = grouped(items);
  const itemTree = (item: Item, at: string): Value => {
    from.set(at, item.path);
    const id = itemId(item.id);
    if (id !== item.id) source.mend('id-changed', item.path);
    // Headings that are no group of their own still say what the criterion belongs to.
    const inner = item.headings.slice(depth).map(({ name }) => clipped(name));
    return members(
      ['id', id],
      ...words('vi', 'en', inner.length === 0 ? item.statement : joined([joined(inner, ' › '), item.statement], ': ')),
      ...item.kind,
      ...words('guidance_vi', 'guidance_en', fitting(source, item.guidance, item.path)),
      ...words('evidence_vi', 'evidence_en', fitting(source, item.evidence, item.path)),
      item.tags !== undefined && item.tags.length > 0 && ['tags', [...new Set(item.tags.map(idFrom))]],
      item.mustPass === true && ['must_pass', 'true'],
      item.notApplicable === true && ['not_applicable', 'true'],
      item.origin !== '' && ['origin', item.origin.slice(0, 200).toWellFormed()],
    );
  };
  const trees = groups.map(({ chain, items: own }, g): Value => {
    const at = under('groups', g);
    const nearest = chain.at(-1);
    from.set(at, nearest?.path ?? '');
    return members(
      ['id', groupId(nearest?.id ?? set.id)],
      ...words(
        'vi',
        'en',
        nearest === undefined
          ? set.name
          : joined([...chain.slice(0, -1).map(({ name }) => clipped(name)), nearest.name], ' › '),
      ),
      ['criteria', own.map((item, c) => itemTree(item, `${at}.criteria[${c}]`))],
    );
  });
  const value = members(
    ['id', idFrom(set.id)],
    ['version', set.version.slice(0, 40)],
    ...words('name_vi', 'name_en', set.name),
    set.attribution !== '' && ['attribution', set.attribution.slice(0, 1_000).toWellFormed()],
    ['outcome_rules', assumedRules(items)],
    ['groups', trees],
  );
  const assumed = [
    ...(set.untranslated === undefined
      ? []
      : [warning('vietnamese-missing', '', { language: set.untranslated || '?' })]),
    warning('rules-assumed', ''),
    ...source.warnings(),
  ];
  return {
    ...{ format, ok: true, value, placeOf: placeFrom(from, lines).ours },
    warnings: assumed.map((each) => ({ ...each, ...place(each.path) })),
    leftOut: source.leftOut(),
  };
}
