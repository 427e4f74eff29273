// An OSCAL catalog that Hội đồng wrote: every field of the set again, from the properties and parts of our namespace.

import { ownOf } from '../../shared/base/own-of.ts';
import { problem } from '../../shared/criteria/finding.ts';
import { FORMAT_PROP, OSCAL_NS, unescapeMarkup } from '../../shared/criteria/oscal-names.ts';
import { isMap, under, type Value } from '../../shared/criteria/value.ts';
import { type Fields, type Source, startSource } from './foreign-source.ts';
import { placeFrom, type Reading } from './reading.ts';
import type { WholeTree } from './value-tree.ts';

type Prop = {
  readonly name: string;
  readonly value: string;
  readonly mark: string;
  readonly group: string;
  readonly remarks: string;
};
type Member = readonly [string, Value] | false;

const members = (...list: readonly Member[]): Value =>
  new Map(list.filter((each): each is readonly [string, Value] => each !== false && each[1] !== ''));

/** Our own properties in their order; others' are lost, but for the label that repeats the id. */
function propsIn(source: Source, fields: Fields, path: string, known: readonly string[]): readonly Prop[] {
  return source.list(fields, 'props', path).flatMap(([value, at]) => {
    const prop = isMap(value) ? value : new Map<string, Value>();
    const name = source.text(prop, 'name', at);
    if (source.text(prop, 'ns', at) !== OSCAL_NS || !known.includes(name)) {
      if (name !== 'label') source.lose(`props ${name}`, at);
      return [];
    }
    const [value_, mark, group] = ['value', 'class', 'group'].map((key) => source.text(prop, key, at));
    const remarks = unescapeMarkup(source.text(prop, 'remarks', at));
    return { name, value: value_ ?? '', mark: mark ?? '', group: group ?? '', remarks };
  });
}

const wordOf = (props: readonly Prop[], name: string): string => props.find((prop) => prop.name === name)?.value ?? '';
const textOf = (props: readonly Prop[], name: string, language: string): string =>
  props.find((prop) => prop.name === name && prop.value === language)?.remarks ?? '';
const words = (props: readonly Prop[], name: string, vi: string, en: string): readonly Member[] => [
  [vi, textOf(props, name, 'vi')],
  [en, textOf(props, name, 'en')],
];

/** Properties of one thing stand under one group; things in the order of their first property. */
function byGroup(props: readonly Prop[], names: readonly string[]): readonly (readonly Prop[])[] {
  const groups = new Map<string, Prop[]>();
  for (const prop of props)
    if (names.includes(prop.name)) groups.set(prop.group, [...(groups.get(prop.group) ?? []), prop]);
  return [...groups.values()];
}

const KINDS: Readonly<Record<string, string>> = { 'pass-fail': 'pass_fail' };
const MARKS: Readonly<Record<string, string>> = { met: 'dat', 'not-met': 'khong_dat' };
const CRITERION_PROPS = [
  ...['id', 'kind', 'unit', 'comparator', 'threshold', 'formula', 'level', 'level-name', 'pass', 'tag', 'weight'],
  ...['not-applicable', 'must-pass', 'applies-when', 'origin'],
];
const SET_PROPS = [
  ...[FORMAT_PROP, 'id', 'sample', 'name', 'promulgation-number', 'promulgation-date', 'promulgation-body'],
  ...['legal-basis', 'outcome-when', 'outcome', 'outcome-name'],
];
const PARTS: Readonly<Record<string, string>> = {
  ...{ statement: 'vi', 'statement-en': 'en', guidance: 'guidance_vi', 'guidance-en': 'guidance_en' },
  ...{ evidence: 'evidence_vi', 'evidence-en': 'evidence_en' },
};

function partMembers(source: Source, control: Fields, path: string): readonly Member[] {
  return source.list(control, 'parts', path).flatMap(([value, at]): Member[] => {
    const part = source.map(value, at, 'part', ['id', 'name', 'ns', 'prose']);
    const name = source.text(part, 'name', at);
    const key = ownOf(PARTS, name);
    if (key !== undefined) return [[key, unescapeMarkup(source.text(part, 'prose', at))]];
    source.lose(`part ${name}`, at);
    return [];
  });
}

function criterionOf(source: Source, value: Value, path: string): Value {
  const control = source.map(value, path, 'control', ['id', 'class', 'title', 'props', 'parts']);
  const props = propsIn(source, control, path, CRITERION_PROPS);
  const kind = wordOf(props, 'kind');
  const threshold = wordOf(props, 'threshold');
  const levels = byGroup(props, ['level', 'level-name']).map((level) =>
    members(['points', wordOf(level, 'level')], ...words(level, 'level-name', 'vi', 'en')),
  );
  const all = (name: string): readonly Prop[] => props.filter((prop) => prop.name === name);
  const conditions = all('applies-when').map(({ value: criterion, mark }) =>
    members(['criterion', criterion], ['mark', ownOf(MARKS, mark) ?? mark]),
  );
  const plain = ['unit', 'comparator', 'formula', 'pass', 'weight', 'origin'].map(
    (name): Member => [name, wordOf(props, name)],
  );
  return members(
    ['id', wordOf(props, 'id') || source.text(control, 'id', path)],
    ['kind', ownOf(KINDS, kind) ?? kind],
    ...plain,
    threshold !== '' && ['threshold', threshold === 'null' ? null : threshold],
    levels.length > 0 && ['levels', levels],
    all('tag').length > 0 && ['tags', all('tag').map(({ value: tag }) => tag)],
    ['not_applicable', wordOf(props, 'not-applicable')],
    ['must_pass', wordOf(props, 'must-pass')],
    conditions.length > 0 && ['applies_when', conditions],
    ...partMembers(source, control, path),
  );
}

export const isOurs = (catalog: Fields): boolean => {
  const metadata = catalog.get('metadata');
  const props = isMap(metadata) ? metadata.get('props') : undefined;
  const isFormat = (prop: Value): boolean =>
    isMap(prop) && prop.get('name') === FORMAT_PROP && prop.get('ns') === OSCAL_NS;
  return Array.isArray(props) && props.some(isFormat);
};

export function readOurOscal(catalog: Fields, { lines }: WholeTree): Reading {
  const source = startSource();
  const at = 'catalog.metadata';
  source.map(catalog, 'catalog', 'catalog', ['uuid', 'metadata', 'groups']);
  const known = ['title', 'published', 'last-modified', 'version', 'oscal-version', 'props', 'remarks'];
  const metadata = source.map(catalog.get('metadata'), at, 'metadata', known);
  const props = propsIn(source, metadata, at, SET_PROPS);
  const version = wordOf(props, FORMAT_PROP);
  if (version !== '1') source.problems.push(problem('oscal-newer', at, { version: version.slice(0, 40) }));
  const from = new Map<string, string>([['', at]]);
  const groups = source.list(catalog, 'groups', 'catalog').map(([value, path], g): Value => {
    const group = source.map(value, path, 'group', ['id', 'class', 'title', 'props', 'controls']);
    const own = propsIn(source, group, path, ['id', 'name']);
    from.set(under('groups', g), path);
    const criteria = source.list(group, 'controls', path).map(([control, here], c) => {
      from.set(`groups[${g}].criteria[${c}]`, here);
      return criterionOf(source, control, here);
    });
    return members(['id', wordOf(own, 'id')], ...words(own, 'name', 'vi', 'en'), ['criteria', criteria]);
  });
  const rules = byGroup(props, ['outcome-when', 'outcome', 'outcome-name']).map((rule) =>
    members(
      ['when', wordOf(rule, 'outcome-when')],
      ['outcome', wordOf(rule, 'outcome')],
      ...words(rule, 'outcome-name', 'vi', 'en'),
    ),
  );
  const decision = ['number', 'date', 'body'].map((key): Member => [key, wordOf(props, `promulgation-${key}`)]);
  const basis = props.filter(({ name }) => name === 'legal-basis').map(({ value }) => value);
  const value = members(
    ['id', wordOf(props, 'id')],
    ['version', source.text(metadata, 'version', at)],
    ['sample', wordOf(props, 'sample')],
    ...words(props, 'name', 'name_vi', 'name_en'),
    ['attribution', unescapeMarkup(source.text(metadata, 'remarks', at))],
    decision.some((member) => member !== false && member[1] !== '') && ['promulgation', members(...decision)],
    basis.length > 0 && ['legal_basis_vi', basis],
    ['outcome_rules', rules],
    ['groups', groups],
  );
  const place = placeFrom(from, lines);
  if (source.problems.length > 0)
    return {
      format: 'oscal',
      ok: false,
      problems: source.problems.map((each) => ({ ...each, ...place.foreign(each.path) })),
    };
  return {
    ...{ format: 'oscal', ok: true, value, placeOf: place.ours },
    warnings: source.warnings().map((each) => ({ ...each, ...place.foreign(each.path) })),
    leftOut: source.leftOut(),
  };
}
