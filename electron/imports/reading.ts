// What every reader of a criteria file gives: the tree of our own format, where its parts stand in the file, what is lost.
import type { CriteriaFileReport, SetFormat, SheetMapping } from '../../shared/contract/criteria-library.ts';
import type { Place, Problem } from '../../shared/criteria/finding.ts';
import type { Value } from '../../shared/criteria/value.ts';
import { lineOf, nearestIn, type Tree } from './value-tree.ts';

export type PlacedProblem = Problem & Place;

/** What only some formats have beside the set: the sheets of a table, who signed a pack, its consultation. */
export type Beside = Pick<CriteriaFileReport, 'table' | 'signature' | 'consultations'>;

export type Reading = { readonly format: SetFormat; readonly beside?: Beside } & (
  | {
      readonly ok: true;
      /** As the tree of our own YAML: `readSet` judges it, whatever it was made from. */
      readonly value: Value;
      /** The place of a path of `value`, or of the nearest one above it. */
      readonly placeOf: (path: string) => Place;
      /** What was assumed or lost on the way to `value`. */
      readonly warnings: readonly PlacedProblem[];
      /** Kinds of things that the set does not keep, with a count each. */
      readonly leftOut: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly PlacedProblem[] }
);

/** What the one who brings a file says about it. */
export type Asked = {
  /** The name with its ending: said in findings, and asked only where the content leaves it open. */
  readonly fileName: string;
  /** Which column of a sheet is what. */
  readonly mapping?: SheetMapping;
};

export type FormatReader = (bytes: Uint8Array, asked: Asked) => Reading | Promise<Reading>;

export const placeIn =
  (lines: ReadonlyMap<string, number>) =>
  (path: string): Place => {
    const line = lineOf(lines, path);
    return line === undefined ? {} : { line };
  };

/** A tree in our own format as it stands. */
export const asOurs = (tree: Tree): Reading =>
  tree.ok
    ? {
        ...{ format: 'hoidong', ok: true, value: tree.value, placeOf: placeIn(tree.lines) },
        ...{ warnings: [], leftOut: [] },
      }
    : { format: 'hoidong', ok: false, problems: tree.problems };

/** Places where the tree of ours was made from another one: `from` maps paths of ours to paths of the file. */
export function placeFrom(
  from: ReadonlyMap<string, string>,
  lines: ReadonlyMap<string, number>,
): { readonly ours: (path: string) => Place; readonly foreign: (path: string) => Place } {
  const foreign = placeIn(lines);
  return { foreign, ours: (path) => foreign(from.get(nearestIn(from, path)) ?? '') };
}
