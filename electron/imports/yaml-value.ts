// YAML text to a tree of texts: every scalar stays as written, aliases, anchors and tags are refused.
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { problem } from '../../shared/criteria/finding.ts';
import { TREE_LIMITS, under, type Value } from '../../shared/criteria/value.ts';
import type { LineProblem } from './decode-text.ts';
import { checkKey, type Plan, Stop, startPlan, stop, type Tree } from './value-tree.ts';

// A value is at most two or three tokens; the indentation bounds how deep blocks can nest.
const TOKEN_LIMIT = TREE_LIMITS.values * 2;
const INDENT_LIMIT = 100;

/**
 * The lexer keeps no stack, the parser behind it does and can be driven out of memory by brackets alone, so depth and
 * count are bounded on tokens first.
 */
function guard(text: string): void {
  let line = 1;
  let tokens = 0;
  let flow = 0;
  let dashes = 0;
  let fresh = true;
  for (const token of new Lexer().lex(text)) {
    tokens += 1;
    if (tokens > TOKEN_LIMIT) stop('too-many-values', '', line, { limit: TREE_LIMITS.values });
    if (token === '[' || token === '{') flow += 1;
    else if (token === ']' || token === '}') flow = Math.max(0, flow - 1);
    else if (token === '-' || token === '?') dashes += 1;
    const indent = fresh && token.trim() === '' && !token.includes('\n') ? token.length : 0;
    if (flow > TREE_LIMITS.depth || dashes > TREE_LIMITS.depth || indent > INDENT_LIMIT)
      stop('too-deep', '', line, { limit: TREE_LIMITS.depth });
    fresh = token.endsWith('\n') || (fresh && token.length === 1 && token < ' ');
    if (fresh && token.includes('\n')) dashes = 0;
    for (let at = token.indexOf('\n'); at >= 0; at = token.indexOf('\n', at + 1)) line += 1;
  }
}

const CODES: Readonly<Record<string, LineProblem['code']>> = {
  MULTIPLE_DOCS: 'yaml-documents',
  TAB_AS_INDENT: 'yaml-tab',
  BAD_INDENT: 'yaml-indent',
  MISSING_CHAR: 'yaml-unclosed',
};

function syntaxProblem(error: YAMLError, counter: LineCounter): LineProblem {
  const { line, col } = counter.linePos(error.pos[0]);
  return { ...problem(CODES[error.code] ?? 'yaml-syntax', '', { column: col, reason: error.code }), line };
}

type Walk = {
  readonly plan: Plan;
  readonly counter: LineCounter;
  /** The whole document is an ordered map: then, and only then, lists inside it may be such maps too. */
  readonly isOrdered: boolean;
};

const OMAP = 'tag:yaml.org,2002:omap';
/** `!!omap` on a list (YAML 1.1 type repository): the one tag that is read, as the OpenSSF badge writes it. */
const isOrderedMap = (node: unknown): node is YAMLSeq<YAMLMap> =>
  isSeq(node) && node.tag === OMAP && node.anchor === undefined && node.items.every(isOneMember);

/** A map of exactly one member, as the entries of an ordered map are. */
const isOneMember = (item: unknown): boolean => isMap(item) && item.items.length === 1 && item.anchor === undefined;

/** `line` is that of what stands around it, for a node that has no text of its own. */
const placeOf = (node: unknown, line: number, { counter }: Walk): number =>
  isNode(node) && node.range ? counter.linePos(node.range[0]).line : line;

/** Only an unquoted null is nothing; `"null"` is a word. */
const isNothing = (text: string, type: string | undefined): boolean =>
  type === 'PLAIN' && ['', '~', 'null', 'Null', 'NULL'].includes(text);

function toValue(node: unknown, path: string, line: number, depth: number, walk: Walk): Value {
  walk.plan.enter(path, line, depth);
  if (node === null || node === undefined) return null;
  if (isAlias(node)) return stop('yaml-alias', path, placeOf(node, line, walk), { name: node.source.slice(0, 40) });
  if (!isScalar(node) && !isSeq(node) && !isMap(node))
    return stop('yaml-syntax', path, line, { column: 1, reason: 'NODE' });
  if (node.anchor !== undefined) stop('yaml-alias', path, line, { name: node.anchor.slice(0, 40) });
  if (walk.isOrdered && isOrderedMap(node))
    return mapOf(
      node.items.flatMap(({ items }) => items),
      path,
      depth,
      walk,
    );
  if (node.tag !== undefined) stop('yaml-tag', path, line, { tag: node.tag.slice(0, 40) });
  if (isScalar(node)) {
    const text = String(node.value);
    return isNothing(text, node.type) ? null : text;
  }
  if (isSeq(node))
    return node.items.map((item, at) => {
      return toValue(item, under(path, at), placeOf(item, line, walk), depth + 1, walk);
    });
  return mapOf(node.items, path, depth, walk);
}

function mapOf(pairs: YAMLMap['items'], path: string, depth: number, walk: Walk): Value {
  const map = new Map<string, Value>();
  for (const { key, value } of pairs) {
    if (!isScalar(key) || key.anchor !== undefined || key.tag !== undefined)
      return stop('key-not-text', path, placeOf(key, 1, walk));
    const name = String(key.value).normalize('NFC');
    const here = placeOf(key, 1, walk);
    const at = under(path, name);
    checkKey(map, name, at, here);
    map.set(name, toValue(value, at, here, depth + 1, walk));
  }
  return map;
}

/** At most this many syntax errors are told: after a few, each is an echo of the first. */
const TOLD = 10;

export function readYaml(text: string): Tree {
  try {
    guard(text);
    const counter = new LineCounter();
    // uniqueKeys compares each key with all others; `checkKey` asks a map instead.
    const options = {
      schema: 'failsafe',
      resolveKnownTags: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'error',
    } as const;
    const document = parseDocument(text, { ...options, lineCounter: counter });
    const errors = document.errors.slice(0, TOLD).map((error) => syntaxProblem(error, counter));
    const oneALine = errors.filter((error, at) => errors.findIndex(({ line }) => line === error.line) === at);
    if (oneALine.length > 0) return { ok: false, problems: oneALine };
    const plan = startPlan();
    const value = toValue(document.contents, '', 1, 1, {
      ...{ plan, counter },
      isOrdered: isOrderedMap(document.contents),
    });
    return { ok: true, value, lines: plan.lines };
  } catch (error) {
    if (error instanceof Stop) return { ok: false, problems: [error.problem] };
    throw error;
  }
}
