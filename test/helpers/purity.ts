// Finds what makes shared/ depend on the moment or the machine: clocks, randomness, timers, network, floats as text.
import { isNamed, isNode, type Node, type Place, parse, walk } from './syntax.ts';

/** Globals of a host; a parameter or constant of the same name in the file is no global. */
const hostNames = new Set([
  'performance',
  'crypto',
  'process',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
]);
/** Part of the language itself, so no compiler setting keeps them out. */
const languageNames = new Set(['parseFloat', 'globalThis', 'eval']);
/** Of these objects only some members are the same everywhere and always. */
const pureMembers: Readonly<Record<string, (member: string) => boolean>> = {
  Date: (member) => member === 'UTC' || member === 'parse',
  Math: (member) => member !== 'random',
  Number: (member) => member !== 'parseFloat',
};
const bannedMethods = new Set(['toFixed']);

/** Names of properties and types are no values, so they read nothing. */
function isValue({ key, parent }: Place): boolean {
  if (key === 'typeName' || key === 'exprName' || key === 'qualifier' || key === 'imported') return false;
  if (parent.type === 'TSQualifiedName' || parent.type === 'TSNamedTupleMember' || key === 'label') return false;
  if (key === 'property' || key === 'key') return parent['computed'] === true;
  return true;
}

const bindingKeys = new Set(['id', 'params', 'param', 'local', 'parameters']);

/** Every name the file itself binds: constants, parameters, functions, imports. */
function boundNames(program: Node): Set<string> {
  const names = new Set<string>();
  const bind = (node: Node): void => {
    if (node.type === 'Identifier' && typeof node['name'] === 'string') names.add(node['name']);
    else if (node.type === 'ObjectPattern' || node.type === 'ArrayPattern')
      for (const part of [node['properties'], node['elements']].flat()) if (isNode(part)) bind(part);
    if (node.type === 'Property' && isNode(node['value'])) bind(node['value']);
    if (node.type === 'AssignmentPattern' && isNode(node['left'])) bind(node['left']);
    if (node.type === 'RestElement' && isNode(node['argument'])) bind(node['argument']);
  };
  for (const { node, key } of walk(program)) if (bindingKeys.has(key)) bind(node);
  return names;
}

/** The member read of an object: `now` in `Date.now` and in `Date['now']`; undefined when it cannot be told. */
function memberOf({ key, parent }: Place): string | undefined {
  if (parent.type !== 'MemberExpression' || key !== 'object') return undefined;
  const property = parent['property'];
  if (!isNode(property)) return undefined;
  const name = parent['computed'] === true ? property['value'] : property['name'];
  return typeof name === 'string' ? name : undefined;
}

const mayStandAlone = (name: string, { key, parent }: Place): boolean =>
  // Number(text) and `x instanceof Date` are pure; Date() and new Date() read the clock.
  (name === 'Number' && parent.type !== 'VariableDeclarator') ||
  (key === 'right' && parent.type === 'BinaryExpression' && parent['operator'] === 'instanceof');

/** The impure names a file of shared/ uses, each once, sorted. */
export function impurities(file: string, source: string): string[] {
  const program = parse(file, source);
  const bound = boundNames(program);
  const found = new Set<string>();
  for (const place of walk(program)) {
    const { node, key, parent } = place;
    const name = node['name'];
    if (node.type !== 'Identifier' || typeof name !== 'string') continue;
    if (key === 'property' && parent.type === 'MemberExpression' && bannedMethods.has(name)) found.add(name);
    if (!isValue(place)) continue;
    if (languageNames.has(name) || (hostNames.has(name) && !bound.has(name))) found.add(name);
    const isPure = Object.hasOwn(pureMembers, name) ? pureMembers[name] : undefined;
    if (isPure === undefined) continue;
    const member = memberOf(place);
    if (member === undefined ? !mayStandAlone(name, place) : !isPure(member))
      found.add(member === undefined ? name : `${name}.${member}`);
  }
  // `x['toFixed'](2)` is the same call.
  for (const { node } of walk(program))
    if (node.type === 'MemberExpression' && isNode(node['property']))
      for (const method of bannedMethods)
        if (node['property']['value'] === method && !isNamed(node['property'], method)) found.add(method);
  return [...found].sort();
}
