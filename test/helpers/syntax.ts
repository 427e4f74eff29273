// Parses TypeScript with Vite's parser and walks the tree; TypeScript 7 has no interface for programs of its own.
import { parseAst } from 'vite';

/** A node of the ESTree with TypeScript's additions; only what is asked for is looked at. */
export type Node = { readonly type: string; readonly [key: string]: unknown };

export type Place = { readonly node: Node; readonly key: string; readonly parent: Node };

/** The program of a .ts or .tsx file; a syntax error is thrown with the file's path. */
export function parse(path: string, source: string): Node {
  try {
    return parseAst(source, { lang: path.endsWith('.tsx') ? 'tsx' : 'ts' }) as unknown as Node;
  } catch (error) {
    throw new Error(`${path} does not parse`, { cause: error });
  }
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** The nodes directly below, with the property that holds them. */
export function* children(parent: Node): Generator<Place> {
  for (const [key, value] of Object.entries(parent))
    for (const node of Array.isArray(value) ? value : [value]) if (isNode(node)) yield { node, key, parent };
}

/** Every node below, parents first. */
export function* walk(parent: Node): Generator<Place> {
  for (const place of children(parent)) {
    yield place;
    yield* walk(place.node);
  }
}

export const isNamed = (value: unknown, name: string): boolean =>
  isNode(value) && value.type === 'Identifier' && value['name'] === name;

/** The text of a string literal or of a template without holes, else undefined. */
export function textOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === 'Literal' && typeof value['value'] === 'string') return value['value'];
  const quasis = value.type === 'TemplateLiteral' ? value['quasis'] : undefined;
  if (!Array.isArray(quasis) || quasis.length !== 1) return undefined;
  return quasis[0]?.value?.cooked;
}
