// A client that outlives its links: connects again with growing pauses, says who it is again, and watches again.
import { type Refusal, type Result, refuse } from '../base/result.ts';
import { type Call, type Client, openClient, type Watch } from './client.ts';
import type { Link } from './link.ts';
import type { ViewName, Views } from './views.ts';

/** Words for the trust bar. `lost` stays until a link is open again; `refused` stays until somebody tries again. */
export type LinkState =
  | { readonly word: 'connecting' | 'open' | 'lost' }
  | { readonly word: 'refused'; readonly why: Refusal };

export type LastingClient = {
  /** Refused `link-lost` unless the state is `open`; nothing is queued, since the screen keeps the work. */
  readonly call: Call;
  /** Lasts over links; between them the last value stands. */
  readonly watch: Watch;
  readonly state: LinkState;
  /** Tells every change, until the returned stop is called. */
  readonly onState: (changed: (state: LinkState) => void) => () => void;
  /** Tries again at once after `refused`, e.g. with another code. */
  readonly retry: () => void;
  readonly close: () => void;
};

export type Lasting = {
  /** Rejects where there is nobody. */
  readonly connect: () => Promise<Link>;
  /** Says who this is, on every new link. A refusal but `link-lost` and `fault` ends the trying. */
  readonly enter: (client: Client) => Promise<Result<unknown>>;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
};

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;

/** Pause before the next attempt, ms: 500, 1,000, 2,000 … 10,000. */
export const pauseAfter = (failures: number): number =>
  Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(10, failures - 1));

type Held = { start: (client: Client) => void; stop: () => void };

/** Resolves when the link has closed. */
const closing = (client: Client): Promise<void> => new Promise((closed) => client.onState(() => closed()));

export function lastingClient({ connect, enter, wait }: Lasting): LastingClient {
  let state: LinkState = { word: 'connecting' };
  let current: Client | undefined;
  let isClosed = false;
  let isTrying = false;
  const held = new Set<Held>();
  const listeners = new Set<(state: LinkState) => void>();

  const become = (next: LinkState): void => {
    if (isClosed || (next.word === state.word && next.word !== 'refused')) return;
    state = next;
    for (const changed of [...listeners]) changed(next);
  };

  /** One link, from connecting to its end. True where it had been open. */
  async function oneLink(): Promise<boolean> {
    const client = openClient(await connect());
    current = client;
    try {
      if (isClosed) return false;
      const entered = await enter(client);
      if (!entered.ok) {
        const { code } = entered.refusal;
        if (code !== 'link-lost' && code !== 'fault') become({ word: 'refused', why: entered.refusal });
        return false;
      }
      if (client.state === 'closed') return true;
      for (const each of held) each.start(client);
      become({ word: 'open' });
      await closing(client);
      return true;
    } finally {
      client.close();
    }
  }

  async function keepTrying(): Promise<void> {
    if (isTrying) return;
    isTrying = true;
    for (let failures = 0; !isClosed; ) {
      const wasOpen = await oneLink().catch(() => false);
      if (state.word === 'refused') break;
      become({ word: 'lost' });
      failures = wasOpen ? 1 : failures + 1;
      if (!isClosed) await wait(pauseAfter(failures));
    }
    isTrying = false;
  }
  void keepTrying();

  return {
    get state() {
      return state;
    },
    call: async (method, input) =>
      current && state.word === 'open' ? await current.call(method, input) : refuse('link-lost'),
    watch: <V extends ViewName>(
      view: V,
      params: Views[V]['params'],
      onValue: (value: Result<Views[V]['value']>) => void,
    ) => {
      const own: Held = {
        start: (client) => {
          own.stop = client.watch(view, params, onValue);
        },
        stop: () => {},
      };
      held.add(own);
      if (current && state.word === 'open') own.start(current);
      return () => {
        held.delete(own);
        own.stop();
      };
    },
    onState: (changed) => {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    retry: () => {
      if (state.word !== 'refused') return;
      become({ word: 'connecting' });
      void keepTrying();
    },
    close: () => {
      become({ word: 'lost' });
      isClosed = true;
      listeners.clear();
      held.clear();
      current?.close();
    },
  };
}
