// What both readers, YAML and JSON, build: the tree of values and the line of every path in it.
import { type Problem, problem } from '../../shared/criteria/finding.ts';
import { TREE_LIMITS, type Value } from '../../shared/criteria/value.ts';
import type { LineProblem } from './decode-text.ts';

export type WholeTree = { readonly ok: true; readonly value: Value; readonly lines: ReadonlyMap<string, number> };
export type Tree = WholeTree | { readonly ok: false; readonly problems: readonly LineProblem[] };

/** Ends the reading of one file; caught where the reading began, never seen outside. */
export class Stop extends Error {
  readonly problem: LineProblem;
  constructor(found: LineProblem) {
    super(found.code);
    this.problem = found;
  }
}

export const stop = (code: Problem['code'], path: string, line: number, params: Problem['params'] = {}): never => {
  throw new Stop({ ...problem(code, path, params), line });
};

export type Plan = {
  readonly lines: Map<string, number>;
  /** Counts one value and notes its line; stops at the limits. */
  readonly enter: (path: string, line: number, depth: number) => void;
};

export function startPlan(): Plan {
  const lines = new Map<string, number>();
  let values = 0;
  return {
    lines,
    enter(path, line, depth) {
      values += 1;
      if (depth > TREE_LIMITS.depth) stop('too-deep', '', line, { limit: TREE_LIMITS.depth });
      if (values > TREE_LIMITS.values) stop('too-many-values', '', line, { limit: TREE_LIMITS.values });
      lines.set(path, line);
    },
  };
}

const KEY_LIMIT = 100;
/** A key that stands twice, or is no short text, makes a file ambiguous: the second would silently win. */
export function checkKey(map: ReadonlyMap<string, Value>, key: string, path: string, line: number): void {
  if (key.length > KEY_LIMIT) stop('text-too-long', '', line, { length: key.length, limit: KEY_LIMIT });
  if (map.has(key)) stop('key-duplicate', path, line, { key });
}

/** The path itself, or the nearest place above it that there is. */
export function nearestIn(places: ReadonlyMap<string, unknown>, path: string): string {
  let at = path;
  // A key of a file may hold brackets and points itself: each step takes something away, whatever stands there.
  while (!places.has(at) && at !== '') at = at.slice(0, Math.max(0, at.lastIndexOf('.'), at.lastIndexOf('[')));
  return at;
}

/** The line of a path, or of the nearest place above it that the file has. */
export const lineOf = (lines: ReadonlyMap<string, number>, path: string): number | undefined =>
  lines.get(nearestIn(lines, path));
