// The tree a criteria file gives before anything is known of its meaning: texts, lists and maps, never a number.

/** Numbers and booleans stay the text they were written as; maps, so that no key can reach a prototype. */
export type Value = string | null | readonly Value[] | ReadonlyMap<string, Value>;

export const isMap = (value: Value | undefined): value is ReadonlyMap<string, Value> => value instanceof Map;
export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

export const under = (path: string, key: string | number): string => {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
};

/**
 * Limits of a tree from outside. Our own sets are seven deep and a few thousand values; the catalog of NIST SP 800-53
 * (low) is 19 deep and 47,743 values. Readers go down one call a level, so the depth bounds the stack.
 */
export const TREE_LIMITS = { depth: 32, values: 200_000 } as const;
