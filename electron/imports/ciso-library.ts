// A library of CISO Assistant (YAML) as the tree of our own format: assessable nodes are criteria, the others headings.
import { clip, problem } from '../../shared/criteria/finding.ts';
import { isList, isMap, under, type Value } from '../../shared/criteria/value.ts';
import { type ScoreLevels, scoreLevels, weightsOf } from './ciso-scores.ts';
import { type ForeignSet, type Heading, ITEMS_LIMIT, type Item, PASS_FAIL, readingOf } from './foreign-set.ts';
import { type Fields, type Source, startSource } from './foreign-source.ts';
import type { Words } from './foreign-words.ts';
import { placeIn, type Reading } from './reading.ts';
import type { WholeTree } from './value-tree.ts';

const LIBRARY_KEYS = [
  ...['urn', 'locale', 'ref_id', 'name', 'description', 'copyright', 'version', 'publication_date', 'provider'],
  ...['packager', 'objects', 'translations'],
];
const FRAMEWORK_KEYS = ['urn', 'ref_id', 'name', 'description', 'requirement_nodes', 'translations'];
const SCORE_KEYS = ['min_score', 'max_score', 'scores_definition'];
const NODE_KEYS = [
  ...['urn', 'assessable', 'depth', 'parent_urn', 'ref_id', 'name', 'description', 'annotation', 'typical_evidence'],
  ...['implementation_groups', 'weight', 'translations'],
];

export const isCiso = (root: Fields): boolean => isMap(root.get('objects')) && (root.has('urn') || root.has('ref_id'));

type Node = {
  readonly fields: Fields;
  readonly path: string;
  readonly parent: Node | undefined;
  readonly isAssessable: boolean;
};
type Say = (fields: Fields, key: string, path: string) => Words;

/** A text in Vietnamese and English: translated, else as it came in the language of the library, which is noted. */
const sayIn =
  (source: Source, locale: string, untranslated: Set<string>): Say =>
  (fields, key, path) => {
    const own = source.text(fields, key, path);
    const all = fields.get('translations');
    const translated = (language: string): string => {
      const map = isMap(all) ? all.get(language) : undefined;
      return isMap(map) ? source.text(map, key, `${path}.translations.${language}`) : '';
    };
    const vi = translated('vi');
    if (own !== '' && vi === '' && locale !== 'vi') untranslated.add(under(path, key));
    return { vi: vi || own, en: translated('en') || (locale === 'en' ? own : '') };
  };

function loseTranslations(source: Source, fields: Fields, path: string): void {
  const all = fields.get('translations');
  if (!isMap(all)) return;
  for (const language of all.keys())
    if (language !== 'vi' && language !== 'en')
      source.lose(`translations.${clip(language)}`, under(path, 'translations'));
}

const both = (list: readonly Words[], sign: string): Words => {
  const texts = list.filter(({ vi }) => vi !== '');
  const isWhole = texts.every(({ en }) => en !== '');
  return { vi: texts.map(({ vi }) => vi).join(sign), en: isWhole ? texts.map(({ en }) => en).join(sign) : '' };
};

/** Nodes name their parents by URN; one that names itself, or none of the file, stands at the top. */
function readNodes(source: Source, framework: Fields, path: string): readonly Node[] {
  const nodes = source.list(framework, 'requirement_nodes', path).map(([value, at]) => {
    const fields = source.map(value, at, 'node', NODE_KEYS);
    loseTranslations(source, fields, at);
    return {
      fields,
      path: at,
      parent: undefined as Node | undefined,
      isAssessable: fields.get('assessable') === 'true',
    };
  });
  const byUrn = new Map(nodes.map((node) => [source.text(node.fields, 'urn', node.path), node]));
  for (const node of nodes) {
    const urn = source.text(node.fields, 'parent_urn', node.path);
    const parent = byUrn.get(urn);
    if (urn === '') continue;
    let above = parent;
    for (let step = 0; above !== undefined && above !== node && step < DEEPEST; step++) above = above.parent;
    if (parent === undefined || above !== undefined) source.mend('parent-unknown', under(node.path, 'parent_urn'));
    else node.parent = parent;
  }
  return nodes;
}
/** Headings above headings; frameworks have three or four. */
const DEEPEST = 20;

const nameOf = (source: Source, say: Say, { fields, path }: Node): Words => {
  const ref = source.text(fields, 'ref_id', path);
  const name = say(fields, 'name', path);
  const text = name.vi === '' ? say(fields, 'description', path) : name;
  return both([{ vi: ref, en: ref }, text], ' ');
};
const idOf = (source: Source, { fields, path }: Node): string => {
  const segments = source.text(fields, 'urn', path).split(':');
  // A number alone says nothing without the heading that it counts under.
  const own = /^[0-9]*$/.test(segments.at(-1) ?? '') ? segments.slice(-2) : segments.slice(-1);
  return source.text(fields, 'ref_id', path) || own.join('.') || path;
};

function itemOf(source: Source, say: Say, node: Node, kind: Item['kind']): Item {
  const { fields, path } = node;
  const above: Node[] = [];
  for (let at = node.parent; at !== undefined; at = at.parent) above.unshift(at);
  const headings = above
    .filter(({ isAssessable }) => !isAssessable)
    .map((each): Heading => ({ path: each.path, id: idOf(source, each), name: nameOf(source, say, each) }));
  // A criterion under a criterion says which, as it stands under the same heading.
  const over = above.filter(({ isAssessable }) => isAssessable).map((each) => say(each.fields, 'name', each.path));
  const groups = source.list(fields, 'implementation_groups', path);
  const [name, description] = [say(fields, 'name', path), say(fields, 'description', path)];
  const statement = both([both([...over, name], ' | '), description], '\n');
  // A sentence half in English is none: what there is of it is lost.
  if (statement.en === '' && [name, description].some(({ en }) => en !== '')) source.lose('translations.en', path);
  const urn = source.text(fields, 'urn', path);
  return {
    ...{ path, headings, kind, id: idOf(source, node) },
    statement: statement.vi === '' ? { vi: idOf(source, node), en: '' } : statement,
    guidance: say(fields, 'annotation', path),
    evidence: say(fields, 'typical_evidence', path),
    tags: groups.flatMap(([group]) => (typeof group === 'string' ? group : [])),
    origin: source.text(fields, 'ref_id', path) || urn,
  };
}

const kindOf = (levels: ScoreLevels | undefined, weight: number | undefined): Item['kind'] =>
  levels === undefined
    ? PASS_FAIL
    : new Map<string, Value>([
        ['kind', 'points'],
        ['levels', levels.levels],
        ['pass', levels.pass],
        ...(weight === undefined ? [] : [['weight', String(weight)] as const]),
      ]);

function attributionOf(source: Source, library: Fields): string {
  const said = ['copyright', 'provider', 'packager', 'publication_date'].flatMap((key) => {
    const text = source.text(library, key, '');
    return /[\p{L}\p{N}]/u.test(text) ? `${key}: ${text}` : [];
  });
  return said.join('\n');
}

/** The one framework of a library; one made of several would be several sets. */
function frameworkIn(objects: Fields): { readonly value: Value; readonly path: string } | undefined {
  const [one, several] = [objects.get('framework'), objects.get('frameworks')];
  if (isMap(one)) return { value: one, path: 'objects.framework' };
  const [first, ...more] = isList(several) ? several : [];
  return first === undefined || more.length > 0 ? undefined : { value: first, path: 'objects.frameworks[0]' };
}

export function readCiso({ value, lines }: WholeTree): Reading {
  const source = startSource();
  const library = source.map(value, '', 'library', LIBRARY_KEYS);
  const objects = source.map(library.get('objects'), 'objects', 'objects', ['framework', 'frameworks']);
  const found = frameworkIn(objects);
  if (found === undefined) {
    const missing = { ...problem('ciso-no-framework', 'objects'), ...placeIn(lines)('objects') };
    return { format: 'ciso-assistant', ok: false, problems: [missing] };
  }
  const { path } = found;
  const framework = source.map(found.value, path, 'framework', [...FRAMEWORK_KEYS, ...SCORE_KEYS]);
  const language = source.text(library, 'locale', '').toLowerCase().split(/[-_]/)[0] ?? '';
  const untranslated = new Set<string>();
  const say = sayIn(source, language, untranslated);
  for (const [each, at] of [
    [library, ''],
    [framework, path],
  ] as const)
    loseTranslations(source, each, at);
  const nodes = readNodes(source, framework, path);
  const assessable = nodes.filter(({ isAssessable }) => isAssessable).slice(0, ITEMS_LIMIT + 1);
  const levels = scoreLevels(source, say, framework, path);
  const weights = weightsOf(source, assessable, levels !== undefined);
  const name = say(framework, 'name', path);
  const set: ForeignSet = {
    ...{ format: 'ciso-assistant', lines },
    id: source.text(framework, 'ref_id', path) || source.text(library, 'ref_id', '') || name.vi || 'ciso-assistant',
    version: source.text(library, 'version', ''),
    name: name.vi === '' ? say(library, 'name', '') : name,
    attribution: attributionOf(source, library),
    items: assessable.map((node, at) => itemOf(source, say, node, kindOf(levels, weights?.[at]))),
  };
  for (const [text, at] of [
    [source.text(framework, 'description', path), under(path, 'description')],
    [source.text(library, 'description', ''), 'description'],
  ] as const)
    if (text !== '' && text !== set.name.vi) source.lose('description', at);
  for (const node of nodes) if (!node.isAssessable) loseOfHeading(source, node);
  return readingOf({ ...set, ...(untranslated.size === 0 ? {} : { untranslated: language }) }, source);
}

/** A heading has a name only; what else it says is lost, and said so. */
function loseOfHeading(source: Source, { fields, path }: Node): void {
  const named = source.text(fields, 'name', path) !== '';
  for (const key of ['description', 'annotation', 'typical_evidence'])
    if (source.text(fields, key, path) !== '' && (key !== 'description' || named))
      source.lose(`heading.${key}`, under(path, key));
}
