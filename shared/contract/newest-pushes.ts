// Keeps only the newest value of each watch until the link is served: a burst of changes is sent once.
import type { Result } from '../base/result.ts';

export type NewestPushes = {
  readonly put: (watch: number, value: Result<unknown>) => void;
  readonly drop: (watch: number) => void;
  /** Sends what waits, now; an answer that follows then never overtakes the views it changed. */
  readonly flush: () => void;
};

/**
 * @param soon runs its work once, after what runs now (a tick)
 * @param send starts sending at once and never rejects
 */
export function newestPushes(
  soon: (work: () => void) => void,
  send: (watch: number, value: Result<unknown>) => Promise<void>,
): NewestPushes {
  let newest = new Map<number, Result<unknown>>();
  let isDue = false;
  const flush = (): void => {
    const sending = newest;
    newest = new Map();
    for (const [watch, value] of sending) void send(watch, value);
  };
  return {
    flush,
    drop: (watch) => void newest.delete(watch),
    put: (watch, value) => {
      newest.set(watch, value);
      if (isDue) return;
      isDue = true;
      soon(() => {
        isDue = false;
        flush();
      });
    },
  };
}
