// A value that screens watch: they are told that it changed and read it again.

export type Told = {
  readonly on: (told: () => void) => () => void;
  readonly tell: () => void;
};

export function newTold(): Told {
  const all = new Set<() => void>();
  return {
    on: (told) => {
      // A wrapper, so that the same function may be registered twice and stopped once.
      const one = () => told();
      all.add(one);
      return () => {
        all.delete(one);
      };
    },
    tell: () => {
      for (const told of [...all]) told();
    },
  };
}

/** Runs one piece of work after the other; a failing one does not stop the next. */
export function newQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return await mine;
  };
}
