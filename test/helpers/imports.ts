// Finds every import of a file (types, re-exports, dynamic imports, workers) and resolves it to a file or a package.
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { isNamed, isNode, type Node, parse, textOf, walk } from './syntax.ts';

/** Repository path (`shared/base/text.ts`) to source. */
export type Sources = ReadonlyMap<string, string>;

export type Arrow =
  | { readonly kind: 'file'; readonly to: string }
  | { readonly kind: 'asset'; readonly to: string }
  | { readonly kind: 'package'; readonly to: string; readonly specifier: string }
  | { readonly kind: 'builtin'; readonly to: string }
  /** An import nobody can follow: computed, unresolved, or by a way the checker does not allow. */
  | { readonly kind: 'lost'; readonly to: string };

/** The specifier of an import of any form, `null` when it is computed, undefined when the node imports nothing. */
function specifierOf(node: Node): string | null | undefined {
  const args = Array.isArray(node['arguments']) ? node['arguments'] : [];
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return textOf(node['source']);
    case 'ImportExpression':
    case 'TSImportType':
      return textOf(node['source']) ?? null;
    case 'TSExternalModuleReference':
      return textOf(node['expression']) ?? null;
    case 'CallExpression': {
      const callee = node['callee'];
      if (isNamed(callee, 'require')) return textOf(args[0]) ?? null;
      // import.meta.glob pulls in files no checker sees; import.meta.resolve can stand for an import.
      const ofMeta = isNode(callee) && isNode(callee['object']) && callee['object']['type'] === 'MetaProperty';
      if (ofMeta && isNamed(callee['property'], 'glob')) return null;
      return ofMeta && isNamed(callee['property'], 'resolve') ? (textOf(args[0]) ?? null) : undefined;
    }
    case 'NewExpression': {
      // `new URL('./worker.ts', import.meta.url)` is how a worker is named.
      const text = isNamed(node['callee'], 'URL') && args.length === 2 ? textOf(args[0]) : undefined;
      return text !== undefined && /^\.{1,2}\/.*\.tsx?$/.test(text) ? text : undefined;
    }
    default:
      return undefined;
  }
}

/** `@noble/hashes/sha2.js` → `@noble/hashes`, `zod/mini` → `zod`. */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

function resolve(from: string, specifier: string, sources: Sources): Arrow {
  if (isBuiltin(specifier)) return { kind: 'builtin', to: specifier };
  if (/^[a-z@]/i.test(specifier) && !specifier.includes(':') && !specifier.startsWith('@/'))
    return { kind: 'package', to: packageOf(specifier), specifier };
  if (!/^\.{1,2}\//.test(specifier)) return { kind: 'lost', to: specifier };
  const [path = ''] = posix.join(posix.dirname(from), specifier).split('?');
  if (sources.has(path)) return { kind: 'file', to: path };
  const extension = posix.extname(path);
  const isAsset =
    extension !== '' && !['.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts'].includes(extension);
  return isAsset ? { kind: 'asset', to: path } : { kind: 'lost', to: specifier };
}

/** All arrows that leave a file. */
export function arrowsOf(path: string, sources: Sources): Arrow[] {
  const source = sources.get(path) ?? '';
  const arrows: Arrow[] = [];
  for (const { node } of walk(parse(path, source))) {
    const specifier = specifierOf(node);
    if (specifier === null) arrows.push({ kind: 'lost', to: `a computed ${node.type}` });
    else if (specifier !== undefined) arrows.push(resolve(path, specifier, sources));
  }
  for (const [, kind = ''] of source.matchAll(/^\/\/\/\s*<reference\s+(path|types|lib)=/gm))
    arrows.push({ kind: 'lost', to: `a reference ${kind} comment` });
  return arrows;
}

/** Arrows between files only, one per pair. */
export function fileGraph(arrows: ReadonlyMap<string, readonly Arrow[]>): Map<string, ReadonlySet<string>> {
  const targets = (list: readonly Arrow[]) => list.flatMap((arrow) => (arrow.kind === 'file' ? [arrow.to] : []));
  return new Map([...arrows].map(([from, list]) => [from, new Set(targets(list))]));
}

/** One closed path for every cycle component: `a → b → a`; type-only imports count like any other. */
export function cyclesIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[][] = [];
  const path: string[] = [];
  const visit = (file: string): void => {
    state.set(file, 'open');
    path.push(file);
    for (const next of [...(graph.get(file) ?? [])].sort()) {
      if (state.get(next) === 'open') cycles.push([...path.slice(path.indexOf(next)), next]);
      else if (!state.has(next)) visit(next);
    }
    path.pop();
    state.set(file, 'done');
  };
  for (const file of [...graph.keys()].sort()) if (!state.has(file)) visit(file);
  return cycles;
}
