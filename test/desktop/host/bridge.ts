// The two ends of contextBridge. Page and preload share only the DOM, so they talk through synchronous DOM events whose
// detail Chromium structured-clones between worlds: as with Electron, nothing is shared by reference.
// Self-contained on purpose: its source is put into both worlds.

type Run = (...args: unknown[]) => unknown;
type Call = { readonly call: number; readonly id: number; readonly args: readonly unknown[] };
type Reply = { readonly call: number; readonly ok: boolean; readonly value: unknown };

export type Bridge = {
  readonly fire: (type: string, detail: unknown) => void;
  readonly listen: (type: string, hear: (detail: never) => void) => void;
  readonly pack: (value: unknown) => unknown;
  readonly unpack: (value: unknown, freeze?: boolean) => unknown;
};

/**
 * @param token unguessable, known to the two ends only
 * @param me this world; `peer` the other
 */
export function makeBridge(token: string, me: string, peer: string): Bridge {
  const { dispatchEvent, addEventListener } = EventTarget.prototype;
  const Custom = CustomEvent;
  const detailOf = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get ?? (() => undefined);
  const fire: Bridge['fire'] = (type, detail) =>
    void Reflect.apply(dispatchEvent, window, [new Custom(type, { detail })]);
  const listen: Bridge['listen'] = (type, hear) =>
    void Reflect.apply(addEventListener, window, [
      type,
      (event: Event) => hear(Reflect.apply(detailOf, event, []) as never),
    ]);
  const MARK = `\u0000${token}`;
  const functions = new Map<number, Run>();
  const ids = new Map<Run, number>();
  let nextCall = 1;
  let reply: Reply | undefined;

  const idOf = (run: Run): number => {
    const id = ids.get(run) ?? ids.size + 1;
    ids.set(run, id);
    functions.set(id, run);
    return id;
  };
  const isPlain = (value: unknown): value is Record<string, unknown> =>
    Object.prototype.toString.call(value) === '[object Object]';

  const pack = (value: unknown, seen = new Map<object, unknown>()): unknown => {
    if (typeof value === 'function') return { [MARK]: ['f', idOf(value as Run)] };
    if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.');
    if (value === null || typeof value !== 'object') return value;
    if (seen.has(value)) return seen.get(value);
    if (value instanceof Promise) return { [MARK]: ['p', idOf((ok, bad) => void value.then(ok as Run, bad as Run))] };
    if (value instanceof Error) return { [MARK]: ['e', value.message] };
    if (Array.isArray(value)) {
      const list: unknown[] = [];
      seen.set(value, list);
      for (const each of value) list.push(pack(each, seen));
      return list;
    }
    if (!isPlain(value)) return value;
    const object: Record<string, unknown> = {};
    seen.set(value, object);
    for (const [key, each] of Object.entries(value)) object[key] = pack(each, seen);
    return object;
  };

  const remote = (id: number, args: readonly unknown[]): unknown => {
    const call = nextCall++;
    const before = reply;
    reply = undefined;
    fire(`${token}:call:${peer}`, { call, id, args: pack(args) });
    const got = reply as Reply | undefined;
    reply = before;
    if (got?.call !== call) throw new Error('contextBridge: the other world did not answer');
    if (!got.ok) throw unpack(got.value);
    return unpack(got.value);
  };
  const unmark = ([kind, what]: readonly [string, never]): unknown => {
    if (kind === 'f') return (...args: unknown[]) => remote(what, args);
    if (kind === 'p') return new Promise((ok, bad) => void remote(what, [ok, bad]));
    return new Error(what);
  };
  const unpack = (value: unknown, freeze = false, seen = new Map<object, unknown>()): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (seen.has(value)) return seen.get(value);
    if (Object.hasOwn(value, MARK))
      return unmark((value as Record<string, readonly [string, never]>)[MARK] ?? ['e', '' as never]);
    if (Array.isArray(value)) {
      const list: unknown[] = [];
      seen.set(value, list);
      for (const each of value) list.push(unpack(each, freeze, seen));
      return freeze ? Object.freeze(list) : list;
    }
    if (!isPlain(value)) return value;
    const object: Record<string, unknown> = {};
    seen.set(value, object);
    for (const [key, each] of Object.entries(value)) object[key] = unpack(each, freeze, seen);
    return freeze ? Object.freeze(object) : object;
  };

  listen(`${token}:reply:${me}`, (told: Reply) => {
    reply = told;
  });
  listen(`${token}:call:${me}`, ({ call, id, args }: Call) => {
    let answer: Reply;
    try {
      const run = functions.get(id);
      if (!run) throw new Error('contextBridge: unknown function');
      answer = { call, ok: true, value: pack(run(...(unpack(args) as unknown[]))) };
    } catch (error) {
      answer = { call, ok: false, value: pack(error instanceof Error ? error : new Error(String(error))) };
    }
    fire(`${token}:reply:${peer}`, answer);
  });
  return { fire, listen, pack: (value) => pack(value), unpack: (value, freeze) => unpack(value, freeze) };
}
