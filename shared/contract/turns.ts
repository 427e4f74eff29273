// Serves a stranger one message at a time, so that nobody enters twice at once.

/**
 * Runs work at once, or, while `isAlone` holds, after what came before it has ended. What was sent right behind an
 * entering is so judged by who the link is when its turn comes.
 */
export function turns(isAlone: () => boolean): (work: () => Promise<void>) => void {
  let last: Promise<void> = Promise.resolve();
  let queued = 0;
  return (work) => {
    if (!isAlone() && queued === 0) {
      void work();
      return;
    }
    queued += 1;
    last = last.then(async () => {
      queued -= 1;
      const done = work();
      if (isAlone()) await done;
    });
  };
}
