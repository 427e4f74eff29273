// The tree a criteria file gives before anything is known of its meaning: texts, lists and maps, never a number.

/** Numbers and booleans stay the text they were written as; maps, so that no key can reach a prototype. */
export type Value = string | null | readonly Value[] | ReadonlyMap<string, Value>;

export const isMap = (value: Value | undefined): value is ReadonlyMap<string, Value> => value instanceof Map;
export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

export const under = (path: string, key: string | number): string => {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
};

/** Limits of a tree from outside; our own sets are seven deep and a few thousand values. */
export const TREE_LIMITS = { depth: 16, values: 200_000 } as const;
