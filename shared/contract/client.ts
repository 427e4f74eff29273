// The screen's side of a link: typed calls that always settle, and watches.
import type { z } from 'zod';
import { type Refusal, type Result, refusal, refuse } from '../base/result.ts';
import type { Link } from './link.ts';
import { MESSAGE_LIMIT, type UpMessage } from './messages.ts';
import type { METHODS, MethodName, OutputOf } from './methods.ts';
import type { ViewName, Views } from './views.ts';

/** What a screen gives; ids are plain text until the host has read them. */
export type Given<M extends MethodName> = z.input<(typeof METHODS)[M]['input']>;

/**
 * Settles with the answer or a refusal, never rejects. Besides the host's refusals: `link-lost` (whether it was done is
 * not known), `message-too-long {most}`, `fault {number}`.
 */
export type Call = <M extends MethodName>(method: M, input: Given<M>) => Promise<Result<OutputOf<M>>>;

/** Gives the view now and whenever it changes, until the returned stop is called. */
export type Watch = <V extends ViewName>(
  view: V,
  params: Views[V]['params'],
  onValue: (value: Result<Views[V]['value']>) => void,
) => () => void;

export type Client = {
  readonly call: Call;
  /** Silent once the link is closed. */
  readonly watch: Watch;
  readonly state: 'open' | 'closed';
  /** Told when the link closes, at once if it is closed already. */
  readonly onState: (changed: (state: 'open' | 'closed') => void) => void;
  readonly close: () => void;
};

type Down = { readonly [name: string]: unknown };

function readDown(text: string): Down | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' && 'params' in value;

function resultIn(down: Down): Result<unknown> | undefined {
  if (typeof down['fault'] === 'string') return refuse('fault', { number: down['fault'] });
  if (isRefusal(down['refusal'])) return { ok: false, refusal: down['refusal'] };
  return Object.hasOwn(down, 'value') ? { ok: true, value: down['value'] } : undefined;
}

/** Takes the link over: it is the only receiver from here on. */
export function openClient(link: Link): Client {
  let state: 'open' | 'closed' = 'open';
  let last = 0;
  const pending = new Map<number, (result: Result<unknown>) => void>();
  const watching = new Map<number, (result: Result<unknown>) => void>();
  const stateListeners: ((state: 'open' | 'closed') => void)[] = [];

  link.onText((text) => {
    const down = readDown(text);
    const result = down && resultIn(down);
    // A host that does not speak the contract is no host.
    if (!down || !result) return link.close();
    if (typeof down['id'] === 'number') {
      const settle = pending.get(down['id']);
      pending.delete(down['id']);
      settle?.(result);
    } else if (typeof down['watch'] === 'number') watching.get(down['watch'])?.(result);
  });
  link.onClose(() => {
    state = 'closed';
    const unsettled = [...pending.values()];
    pending.clear();
    watching.clear();
    for (const settle of unsettled) settle(refuse('link-lost'));
    for (const changed of stateListeners) changed(state);
  });

  const send = (message: UpMessage): Result<null> => {
    const text = JSON.stringify(message);
    if (text.length > MESSAGE_LIMIT) return refuse('message-too-long', { most: MESSAGE_LIMIT });
    link.send(text);
    return { ok: true, value: null };
  };

  return {
    get state() {
      return state;
    },
    call: <M extends MethodName>(method: M, input: Given<M>) =>
      new Promise<Result<OutputOf<M>>>((settle) => {
        if (state === 'closed') return settle({ ok: false, refusal: refusal('link-lost') });
        const id = ++last;
        // The link carries text: what came back is taken at its word, once, here.
        pending.set(id, (result) => settle(result as Result<OutputOf<M>>));
        const sent = send({ id, call: method, input });
        if (sent.ok) return;
        pending.delete(id);
        settle(sent);
      }),
    watch: (view, params, onValue) => {
      if (state === 'closed') return () => {};
      const number = ++last;
      watching.set(number, (result) => onValue(result as Parameters<typeof onValue>[0]));
      send({ watch: number, view, params });
      return () => {
        if (watching.delete(number)) send({ unwatch: number });
      };
    },
    onState: (changed) => {
      if (state === 'closed') changed(state);
      else stateListeners.push(changed);
    },
    close: () => link.close(),
  };
}
