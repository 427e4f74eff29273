// A clock that stands still until a test moves it, with timers that fire in order; handed in wherever a clock is expected.

export type VirtualClock = {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
  /** Runs `work` once, `delay` milliseconds of this clock from now; returns how to cancel it. */
  readonly after: (delay: number, work: () => void) => () => void;
  /** Moves on by `span` ms, running what falls due on the way, each at its own moment. */
  readonly advance: (span: number) => void;
  /** Sets the clock as a user may, also backwards; nothing runs. */
  readonly set: (now: number) => void;
  readonly waiting: () => number;
};

/** Timers count elapsed time, so setting the clock neither fires nor delays them (as on a real machine). */
export function virtualClock(start: number = Date.UTC(2026, 10, 23, 1, 0)): VirtualClock {
  let elapsed = 0;
  let offset = start;
  let timers: { readonly due: number; readonly work: () => void }[] = [];
  return {
    now: () => offset + elapsed,
    after: (delay, work) => {
      const timer = { due: elapsed + Math.max(0, delay), work };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    advance: (span) => {
      const end = elapsed + span;
      for (;;) {
        // The earliest first; of equals the one set first, since the sort is stable.
        const next = timers.toSorted((a, b) => a.due - b.due)[0];
        if (next === undefined || next.due > end) break;
        timers = timers.filter((each) => each !== next);
        elapsed = next.due;
        next.work();
      }
      elapsed = end;
    },
    set: (now) => {
      offset = now - elapsed;
    },
    waiting: () => timers.length,
  };
}
