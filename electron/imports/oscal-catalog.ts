// An OSCAL catalog (NIST, version 1.x, JSON) as the tree of our own format: each control that is in force is a criterion.

import { clip, problem } from '../../shared/criteria/finding.ts';
import { isMap, under, type Value } from '../../shared/criteria/value.ts';
import { type ForeignSet, type Heading, ITEMS_LIMIT, type Item, PASS_FAIL, readingOf } from './foreign-set.ts';
import { type Fields, type Source, startSource } from './foreign-source.ts';
import { languageOf, plainMarkdown, wordsIn } from './foreign-words.ts';
import { isOurs, readOurOscal } from './oscal-ours.ts';
import { startParams } from './oscal-params.ts';
import { loseProps, propOf, readParts } from './oscal-parts.ts';
import { placeIn, type Reading } from './reading.ts';
import type { WholeTree } from './value-tree.ts';

const CONTROL_KEYS = ['id', 'title', 'params', 'props', 'links', 'parts', 'controls'];
const GROUP_KEYS = ['id', 'title', 'params', 'props', 'parts', 'groups', 'controls'];
const METADATA_KEYS = ['title', 'version', 'remarks', 'parties'];
/** Other models of OSCAL, which hold no criteria of their own. */
const MODELS = [
  ...['profile', 'component-definition', 'system-security-plan', 'assessment-plan', 'assessment-results'],
  ...['plan-of-action-and-milestones', 'mapping-collection'],
];

export const isOscal = (root: Fields): boolean =>
  isMap(root.get('catalog')) || MODELS.some((model) => isMap(root.get(model)) && root.size === 1);

type Found = {
  readonly control: Fields;
  readonly path: string;
  readonly headings: readonly Heading[];
  readonly parents: readonly string[];
};

/** Every control in the order of the file; a control inside another one is a criterion of its own, under the same heading. */
function* controlsIn(
  source: Source,
  parent: Fields,
  path: string,
  headings: readonly Heading[],
  language: string,
): Generator<Found> {
  function* walk(from: Fields, at: string, parents: readonly string[]): Generator<Found> {
    for (const [value, here] of source.list(from, 'controls', at)) {
      const control = source.map(value, here, 'control', CONTROL_KEYS);
      yield { control, path: here, headings, parents };
      const title = clip(plainMarkdown(source.text(control, 'title', here)));
      yield* walk(control, here, [...parents, title]);
    }
  }
  yield* walk(parent, path, []);
  for (const [value, at] of source.list(parent, 'groups', path)) {
    const group = source.map(value, at, 'group', GROUP_KEYS);
    const [label, title] = [propOf(source, group, 'label', at), plainMarkdown(source.text(group, 'title', at))];
    loseProps(source, group, 'group', at, ['label']);
    for (const [, part] of source.list(group, 'parts', at)) source.lose('group.parts', part);
    const id = source.text(group, 'id', at) || title;
    const name = wordsIn(language, [label, title].filter((text) => text !== '').join(' ') || id);
    yield* controlsIn(source, group, at, [...headings, { path: at, id, name }], language);
  }
}

function loseLinks(source: Source, control: Fields, path: string): void {
  for (const [link, at] of source.list(control, 'links', path))
    source.lose(`control.links ${isMap(link) ? source.text(link, 'rel', at) : ''}`, at);
}

function itemOf(source: Source, found: Found, language: string, insert: (text: string) => string): Item | undefined {
  const { control, path, headings, parents } = found;
  if (propOf(source, control, 'status', path).toLowerCase() === 'withdrawn') {
    source.lose('control withdrawn', path);
    return undefined;
  }
  loseProps(source, control, 'control', path, ['label']);
  loseLinks(source, control, path);
  const id = source.text(control, 'id', path);
  if (id === '') source.note('field-missing', path, { key: 'id' });
  const label = propOf(source, control, 'label', path);
  const { statement, guidance, evidence } = readParts(source, control, path, insert);
  // As the catalog itself heads an enhancement: "Account management | Automated audit actions".
  const title = [...parents, plainMarkdown(insert(source.text(control, 'title', path)))].join(' | ');
  const words = (text: string) => wordsIn(language, text);
  return {
    ...{ path, headings, id, kind: PASS_FAIL, origin: [...new Set([label || id, id])].join(' / ') },
    statement: words([title, statement].filter((text) => text !== '').join('\n') || id),
    guidance: words(guidance),
    evidence: words(evidence),
  };
}

/** Whom the catalog names as its authors, and what it says about itself (often the rights in it). */
function attributionOf(source: Source, metadata: Fields, path: string): string {
  const parties = source.list(metadata, 'parties', path).flatMap(([party, at]) => {
    return isMap(party) ? source.text(party, 'name', at) : [];
  });
  const said = [...new Set(parties), plainMarkdown(source.text(metadata, 'remarks', path))];
  return said.filter((text) => text !== '').join('\n');
}

/** All texts that people read, as far as a guess of the language needs them. */
function sampleOf(value: Value | undefined, budget: { left: number }): string {
  if (budget.left <= 0 || value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((each: Value) => sampleOf(each, budget)).join(' ');
  if (!isMap(value)) return '';
  const texts = ['title', 'prose'].flatMap((key) => {
    const text = value.get(key);
    return typeof text === 'string' ? text : [];
  });
  budget.left -= texts.reduce((sum, text) => sum + text.length, 0);
  const inner = ['groups', 'controls', 'parts'].map((key) => sampleOf(value.get(key), budget));
  return [...texts, ...inner].join(' ');
}

export function readOscal(tree: WholeTree): Reading {
  const root = isMap(tree.value) ? tree.value : new Map<string, Value>();
  const catalog = root.get('catalog');
  return isMap(catalog) && isOurs(catalog) ? readOurOscal(catalog, tree) : readOthers(root, tree.lines);
}

function readOthers(root: Fields, lines: WholeTree['lines']): Reading {
  const source = startSource();
  const model = MODELS.find((each) => root.has(each));
  if (!root.has('catalog')) {
    const found = problem('oscal-no-catalog', model ?? '', { model: model ?? '' });
    return { format: 'oscal', ok: false, problems: [{ ...found, ...placeIn(lines)(model ?? '') }] };
  }
  const at = 'catalog';
  const catalog = source.map(root.get('catalog'), at, 'catalog', ['metadata', 'params', 'controls', 'groups']);
  const metadata = source.map(catalog.get('metadata'), `${at}.metadata`, 'metadata', METADATA_KEYS);
  const language = languageOf(sampleOf(catalog, { left: 20_000 }));
  const params = startParams(source);
  const addParams = (parent: Fields, path: string): void => {
    for (const [param, here] of source.list(parent, 'params', path)) if (isMap(param)) params.add(param, here);
    for (const key of ['groups', 'controls'])
      for (const [inner, here] of source.list(parent, key, path)) if (isMap(inner)) addParams(inner, here);
  };
  addParams(catalog, at);
  const insert = (text: string): string => params.insert(text, language);
  const items: Item[] = [];
  for (const found of controlsIn(source, catalog, at, [], language)) {
    const item = itemOf(source, found, language, insert);
    if (item !== undefined) items.push(item);
    if (items.length > ITEMS_LIMIT) break;
  }
  const title = plainMarkdown(source.text(metadata, 'title', under(at, 'metadata')));
  const set: ForeignSet = {
    ...{ format: 'oscal', items, lines },
    ...(language === 'vi' ? {} : { untranslated: language }),
    id: title || 'oscal',
    version: source.text(metadata, 'version', under(at, 'metadata')),
    name: wordsIn(language, title),
    attribution: attributionOf(source, metadata, under(at, 'metadata')),
  };
  return readingOf(set, source);
}
