// A small host of its own for the tests of links and doors: enters, echoes, feeds views, and faults when told to.
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { Host, Identity, Peer } from '../../shared/contract/host.ts';
import type { MethodName } from '../../shared/contract/methods.ts';

export const TOKEN = 'only-the-desk-knows';
export const BOOK = 'b0'.repeat(32);
export const OTHER_BOOK = 'c1'.repeat(32);
export const SEAT = '5ea7'.repeat(4);
export const KEY = 'k'.repeat(43);
export const SIG = 's'.repeat(86);

export type EchoHost = {
  readonly host: Host;
  /** What reached the host, in order. */
  readonly calls: { readonly who: Identity['who']; readonly method: MethodName; readonly input: unknown }[];
  readonly faults: unknown[];
  readonly peers: Set<Peer>;
  /** Identities of links that have closed. */
  readonly gone: Identity[];
  /** Watches that run now. */
  readonly watching: Set<{ readonly view: string; readonly push: (value: Result<never>) => void }>;
  /** A new value to everybody who watches `view`. */
  readonly change: (view: string, value: unknown) => void;
};

/**
 * `desk.enter` with TOKEN, `seat.return` and `projector.enter` enter; `opinion.record` gives its input back; everything else is done.
 * @param instead what a method does instead, by name
 */
export function echoHost(
  instead: { readonly [M in MethodName]?: (peer: Peer, input: never) => Promise<Result<unknown>> } = {},
): EchoHost {
  const peers = new Set<Peer>();
  const calls: EchoHost['calls'] = [];
  const faults: unknown[] = [];
  const gone: Identity[] = [];
  const watching: EchoHost['watching'] = new Set();
  const values = new Map<string, unknown>();

  async function answer(peer: Peer, method: MethodName, input: unknown): Promise<Result<unknown>> {
    const own = instead[method];
    if (own) return own(peer, input as never);
    if (method === 'desk.enter') {
      const { token } = input as { token: string };
      if (token !== TOKEN) return refuse('token-wrong');
      return peer.become({ who: 'desk' }) ? ok({}) : refuse('link-lost');
    }
    if (method === 'projector.enter')
      return peer.become({ who: 'projector', book: BOOK }) ? ok({}) : refuse('link-lost');
    if (method === 'seat.challenge') return ok({ challenge: Buffer.from(peer.challenge).toString('base64url') });
    if (method === 'seat.return') {
      const { book } = input as { book: string };
      return peer.become({ who: 'seat', book, seat: SEAT })
        ? ok({ book, seat: SEAT, recording: '0'.repeat(32) })
        : refuse('link-lost');
    }
    return ok(method === 'opinion.record' ? input : undefined);
  }

  const host: Host = {
    call: async (peer, method, input) => {
      peers.add(peer);
      calls.push({ who: peer.identity.who, method, input });
      return (await answer(peer, method, input)) as never;
    },
    watch: (_peer, view, _params, push) => {
      const own = { view, push: push as (value: Result<never>) => void };
      watching.add(own);
      if (values.has(view)) own.push(ok(values.get(view)) as Result<never>);
      return ok(() => void watching.delete(own));
    },
    fault: (error) => String(faults.push(error)),
    closed: (peer) => {
      peers.delete(peer);
      gone.push(peer.identity);
    },
  };
  return {
    host,
    calls,
    faults,
    peers,
    gone,
    watching,
    change: (view, value) => {
      values.set(view, value);
      for (const each of watching) if (each.view === view) each.push(ok(value) as Result<never>);
    },
  };
}
