// Gathers the tree that `readSet` judges from cells, and remembers for every path in it which cell it came from.
import type { Place, Problem } from '../../shared/criteria/finding.ts';
import type { Value } from '../../shared/criteria/value.ts';
import type { Placed } from './halt.ts';

export type Places = {
  readonly set: (path: string, place: Place) => void;
  /** Of the path, or of the nearest one above it that came from a cell. */
  readonly of: (path: string) => Place;
};

export function startPlaces(whole: Place): Places {
  const places = new Map<string, Place>();
  return {
    set: (path, place) => void places.set(path, place),
    of(path) {
      for (let at = path; at !== ''; at = at.replace(/(?:^|\.)[^.[\]]*$|\[\d+\]$/, '')) {
        const found = places.get(at);
        if (found !== undefined) return found;
      }
      return whole;
    },
  };
}

/** Problems of a part of the tree, at the cell that they come from. */
export const placed = (problems: readonly Problem[], path: string, place: Place): readonly Placed[] =>
  problems.map((each) => ({ ...each, path, ...place }));

export const mapOf = (members: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> => new Map(members);
