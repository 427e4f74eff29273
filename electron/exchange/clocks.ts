// How far the clock of the other machine is from this one's, as four moments of one question tell (RFC 5905, section 8).

export type Measured = { readonly drift: number; readonly roundTrip: number };

export type Clocks = {
  /** Number of a new question that leaves now; the oldest of many that were not answered is forgotten. */
  readonly ask: () => number;
  readonly answered: (question: number, came: number, left: number) => void;
  /** Of the last few, the one with the shortest way: what waited least lies least. */
  readonly best: () => Measured | undefined;
};

const KEPT = 8;
const MOST_OPEN = 4;

/**
 * @param now ms that only differences count of
 * @param wall ms since 1970 by this machine's clock, which somebody may set
 */
export function openClocks(now: () => number, wall: () => number): Clocks {
  let last = 0;
  const open = new Map<number, { readonly now: number; readonly wall: number }>();
  let kept: readonly Measured[] = [];
  return {
    ask: () => {
      if (open.size >= MOST_OPEN) open.delete(Math.min(...open.keys()));
      last += 1;
      open.set(last, { now: now(), wall: wall() });
      return last;
    },
    answered: (question, came, left) => {
      const asked = open.get(question);
      open.delete(question);
      if (asked === undefined) return;
      const elapsed = now() - asked.now;
      const roundTrip = elapsed - (left - came);
      // Set while it was on its way, on either side: it says nothing.
      if (roundTrip < 0 || Math.abs(wall() - asked.wall - elapsed) > 1_000) return;
      // By the steady clock, so that a wall clock of whole milliseconds is counted once and not twice.
      const drift = Math.round((came + left) / 2 - (asked.wall + elapsed / 2));
      kept = [...kept.slice(1 - KEPT), { drift, roundTrip: Math.max(0, Math.round(roundTrip)) }];
    },
    best: () => [...kept].sort((a, b) => a.roundTrip - b.roundTrip)[0],
  };
}
