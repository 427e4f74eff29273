// Ends a link that greets nobody, says nothing or settles nothing, and asks for the time while it lasts.
import { type Refusal, refusal } from '../../shared/base/result.ts';

/** A stranger has so long to greet, and so long to be somebody. ms. */
export const GREETING_MS = 10_000;
export const STRANGER_MS = 60_000;
/** Anybody may be silent so long, and what was sent may stay unsettled so long. ms. */
export const SILENCE_MS = 45_000;
export const SETTLING_MS = 60_000;
const PING_MS = 15_000;
const OFFER_MS = 60_000;
const TICK_MS = 5_000;

type Watched = {
  readonly now: () => number;
  readonly after: (ms: number, work: () => void) => () => void;
  readonly heardAt: () => number;
  readonly hasGreeted: () => boolean;
  /** Nobody has shown a right to any book yet. */
  readonly isStrange: () => boolean;
  readonly unsettledSince: () => number | undefined;
  readonly ping: () => void;
  readonly offer: () => void;
  readonly end: (why: Refusal) => void;
};

/** Runs until it is stopped. */
export function watchLink(watched: Watched): () => void {
  const { now, after, end } = watched;
  const began = now();
  let pinged = began;
  let offered = began;
  let stop = after(TICK_MS, tick);

  function wrong(at: number): Refusal | undefined {
    const since = watched.unsettledSince();
    const patience = watched.hasGreeted() ? STRANGER_MS : GREETING_MS;
    if (at - watched.heardAt() > SILENCE_MS) return refusal('exchange-silent');
    if (watched.isStrange() && at - began >= patience) return refusal('exchange-silent');
    return since !== undefined && at - since > SETTLING_MS ? refusal('exchange-slow') : undefined;
  }

  function tick(): void {
    const at = now();
    const why = wrong(at);
    if (why) {
      end(why);
      return;
    }
    if (watched.hasGreeted() && at - pinged >= PING_MS) {
      pinged = at;
      watched.ping();
    }
    if (watched.hasGreeted() && at - offered >= OFFER_MS) {
      offered = at;
      watched.offer();
    }
    stop = after(TICK_MS, tick);
  }
  return () => stop();
}
