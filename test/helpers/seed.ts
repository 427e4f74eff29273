// Seeded randomness for property tests: the seed is printed, and HOIDONG_SEED repeats a run exactly.

export type Random = {
  readonly seed: number;
  /** A whole number in 0 … 2³² − 1. */
  readonly next: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly integer: (least: number, most: number) => number;
  /** True in `percent` of 100 cases. */
  readonly chance: (percent: number) => boolean;
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** The same elements in another order; the list given stays as it is. */
  readonly shuffle: <T>(list: readonly T[]) => T[];
  readonly bytes: (length: number) => Uint8Array;
  /** Another stream that does not disturb this one, for a part that draws a varying number of times. */
  readonly fork: () => Random;
};

/** Mulberry32 (public domain, Tommy Ettinger): 32 bits of state, good enough to choose test cases, no cryptography. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const integer = (least: number, most: number): number => {
    const span = most - least + 1;
    if (!Number.isSafeInteger(least) || !Number.isSafeInteger(most) || span < 1 || span > 2 ** 32)
      throw new RangeError(`no whole number from ${least} to ${most}`);
    // Numbers past the last full span are drawn again, else small values came a little too often.
    const fair = 2 ** 32 - (2 ** 32 % span);
    let drawn = next();
    while (drawn >= fair) drawn = next();
    return least + (drawn % span);
  };
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('nothing to pick from');
    return list[integer(0, list.length - 1)] as T;
  };
  const shuffle = <T>(list: readonly T[]): T[] => {
    const left = [...list];
    return list.map(() => left.splice(integer(0, left.length - 1), 1)[0] as T);
  };
  return {
    seed: seed >>> 0,
    next,
    integer,
    chance: (percent) => integer(1, 100) <= percent,
    pick,
    shuffle,
    bytes: (length) => Uint8Array.from({ length }, () => integer(0, 255)),
    fork: () => randomFrom(next()),
  };
}

/** Randomness for one named property; prints `seed <name> <number>`, so that a failure can be repeated and pinned. */
export function seeded(name: string): Random {
  const given = process.env['HOIDONG_SEED'];
  const seed = given === undefined || given === '' ? Math.floor(Math.random() * 2 ** 32) : Number(given);
  if (!Number.isSafeInteger(seed) || seed < 0 || seed >= 2 ** 32)
    throw new Error(`HOIDONG_SEED must be a whole number below 2^32, not ${given}`);
  console.log(`seed ${name} ${seed} (repeat with HOIDONG_SEED=${seed})`);
  return randomFrom(seed);
}
