// A small DevTools-protocol client over Node's own WebSocket.
import { EventEmitter } from 'node:events';
import type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts';

export type { Protocol };

type Events = Protocol.Events;
type Commands = Protocol.CommandParameters;
type Answers = Protocol.CommandReturnValues;

/** One target of the browser, or the browser itself. */
export type CdpSession = {
  readonly send: <M extends keyof Commands>(method: M, params?: Commands[M]) => Promise<Answers[M]>;
  readonly on: <E extends keyof Events>(event: E, hear: (told: Events[E]) => void) => void;
};

export type Cdp = {
  readonly root: CdpSession;
  readonly session: (id: string) => CdpSession;
  /** Resolves when the browser has gone. */
  readonly closed: Promise<void>;
};

type Waiting = { readonly method: string; readonly ok: (result: never) => void; readonly bad: (why: Error) => void };
type Incoming = {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
};

/** Rejects where nothing listens at the address. */
export async function openCdp(url: string): Promise<Cdp> {
  const socket = new WebSocket(url);
  await new Promise<void>((ok, bad) => {
    socket.onopen = () => ok();
    socket.onerror = () => bad(new Error(`cannot reach Chromium at ${url}`));
  });
  const waiting = new Map<number, Waiting>();
  const heard = new Map<string, EventEmitter>();
  let next = 1;
  const gone = Promise.withResolvers<void>();

  const emitterOf = (session: string): EventEmitter => {
    const known = heard.get(session) ?? new EventEmitter().setMaxListeners(0);
    heard.set(session, known);
    return known;
  };
  const sessionOf = (sessionId?: string): CdpSession => ({
    send: async (method, params) => {
      const id = next++;
      return await new Promise((ok, bad) => {
        waiting.set(id, { method, ok, bad });
        socket.send(JSON.stringify({ id, method, params: params ?? {}, ...(sessionId ? { sessionId } : {}) }));
      });
    },
    on: (event, hear) => void emitterOf(sessionId ?? '').on(event, hear),
  });

  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Incoming;
    if (message.id === undefined)
      return void emitterOf(message.sessionId ?? '').emit(message.method ?? '', message.params);
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) asked?.bad(new Error(`${asked.method}: ${message.error.message}`));
    else asked?.ok(message.result as never);
  };
  socket.onclose = () => {
    for (const { bad } of waiting.values()) bad(new Error('Chromium has gone'));
    waiting.clear();
    gone.resolve();
  };
  return { root: sessionOf(), session: sessionOf, closed: gone.promise };
}
