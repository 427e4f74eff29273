// An exchange that outlives its links: dials again with growing pauses, and stops where trying again cannot help.
import type { Refusal } from '../../shared/base/result.ts';
import { pauseAfter } from '../../shared/contract/lasting-client.ts';
import type { Link } from '../../shared/contract/link.ts';
import type { Exchange } from './exchange.ts';

/** `lost` stays until a link is greeted again; `refused` until somebody tries again. */
export type LastingWord =
  | { readonly word: 'connecting' | 'linked' | 'lost' }
  | { readonly word: 'refused'; readonly why: Refusal };

export type LastingExchange = {
  readonly state: () => LastingWord;
  /** The exchange over the link that is open now, for what it holds and what it is told. */
  readonly current: () => Exchange | undefined;
  readonly onState: (told: () => void) => () => void;
  /** Tries at once: somebody asked, or the network came back. */
  readonly retry: () => void;
  readonly close: () => void;
};

export type LastingGiven = {
  /** Rejects where there is nobody; rejects with a `Barred` where trying again is of no use: another certificate. */
  readonly connect: () => Promise<Link>;
  readonly open: (link: Link) => Exchange;
  /** Runs its work once, so many ms later; returns how to cancel it. */
  readonly after: (ms: number, work: () => void) => () => void;
};

/** What no further attempt would change. */
export class Barred extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const LASTING: ReadonlySet<string> = new Set(['exchange-newer', 'exchange-older', 'exchange-dishonest']);

export function lastingExchange({ connect, open, after }: LastingGiven): LastingExchange {
  let state: LastingWord = { word: 'connecting' };
  let current: Exchange | undefined;
  let isClosed = false;
  let isTrying = false;
  let wake = (): void => {};
  const listeners = new Set<() => void>();

  const become = (next: LastingWord): void => {
    if (isClosed) return;
    state = next;
    for (const told of [...listeners]) told();
  };
  const pause = (ms: number): Promise<void> =>
    new Promise((done) => {
      const stop = after(ms, done);
      wake = () => {
        stop();
        done();
      };
    });

  /** From dialling to the end; true where it had been linked. */
  async function oneLink(): Promise<boolean> {
    const link = await connect();
    if (isClosed) {
      link.close();
      return false;
    }
    const exchange = open(link);
    current = exchange;
    let wasLinked = false;
    exchange.onState(() => {
      const { word } = exchange.state();
      if (word === 'linked') wasLinked = true;
      if (word === 'linked' && state.word !== 'linked') become({ word: 'linked' });
      else if (word !== 'ended') for (const told of [...listeners]) told();
    });
    await new Promise<void>((ended) => link.onClose(ended));
    current = undefined;
    const { why } = exchange.state();
    if (why && LASTING.has(why.code)) throw new Barred(why);
    return wasLinked;
  }

  async function keepTrying(): Promise<void> {
    if (isTrying) return;
    isTrying = true;
    for (let failures = 0; !isClosed; ) {
      let wasLinked = false;
      try {
        wasLinked = await oneLink();
      } catch (error) {
        if (error instanceof Barred) {
          become({ word: 'refused', why: error.refusal });
          break;
        }
      }
      become({ word: 'lost' });
      failures = wasLinked ? 1 : failures + 1;
      if (!isClosed) await pause(pauseAfter(failures));
    }
    isTrying = false;
  }
  void keepTrying();

  return {
    state: () => state,
    current: () => current,
    onState: (told) => {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
    retry: () => {
      if (state.word === 'refused') become({ word: 'connecting' });
      wake();
      void keepTrying();
    },
    close: () => {
      isClosed = true;
      listeners.clear();
      current?.close();
      wake();
    },
  };
}
