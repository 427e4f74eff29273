// Serves one link: reads its texts, lets in what may come in, has the host answer, and catches faults, here and only here.
import { type Refusal, type Result, refusal } from '../base/result.ts';
import { admitCall, admitWatch } from './admit.ts';
import { allowance } from './allowance.ts';
import type { Host, Identity, Peer } from './host.ts';
import type { Link } from './link.ts';
import { type DownMessage, MESSAGE_LIMIT, type UpMessage, upMessage } from './messages.ts';
import { newestPushes } from './newest-pushes.ts';
import { turns } from './turns.ts';

/** Longest text of a link that has not said who it is, UTF-16 units: codes, keys and signatures are short. */
export const STRANGER_LIMIT = 8 * 1024;
/** Calls under way at once. */
export const CALL_LIMIT = 64;
/** Watches at once. */
export const WATCH_LIMIT = 64;
/** Messages of any kind. */
export const MESSAGES = { atOnce: 400, perSecond: 100 };
const UNITS = { atOnce: 4 * MESSAGE_LIMIT, perSecond: MESSAGE_LIMIT };

/** Why the host ended a link; `leave` of a peer may say other words. */
export type EndWord = 'too-long' | 'too-fast' | 'too-many-watches' | 'malformed' | 'number-in-use' | 'fault';

export type Around = {
  /** Unguessable and never used again. */
  readonly id: string;
  /** 32 random bytes. */
  readonly challenge: Uint8Array;
  /** Milliseconds; only differences count. */
  readonly now: () => number;
  /** Runs its work once, after what runs now: `setImmediate`. */
  readonly soon: (work: () => void) => void;
  /** Comes just before the host ends the link, with an `EndWord` or the word of `leave`. */
  readonly note: (word: string) => void;
};

type CallMessage = Extract<UpMessage, { readonly call: string }>;
type WatchMessage = Extract<UpMessage, { readonly view: string }>;

function readUp(text: string): UpMessage | undefined {
  try {
    return upMessage.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const answerTo = (id: number, result: Result<unknown>): DownMessage =>
  result.ok ? { id, value: result.value ?? null } : { id, refusal: result.refusal };

/**
 * Serves a link until it closes. Refusals of its own: those of `admitCall` and `admitWatch`, `too-many-calls {most}`,
 * and for a watch `fault {number}`. Whatever is no message, too long or too fast ends the link.
 */
export function serveLink(link: Link, host: Host, around: Around): void {
  let identity: Identity = { who: 'stranger' };
  let isOpen = true;
  const isStranger = (): boolean => isOpen && identity.who === 'stranger';

  const leave = (word: string): void => {
    if (!isOpen) return;
    around.note(word);
    link.close();
  };
  const end = (word: EndWord): void => leave(word);
  const peer: Peer = {
    id: around.id,
    challenge: around.challenge,
    get identity() {
      return identity;
    },
    become: (next) => {
      if (!isStranger()) return false;
      identity = next;
      return true;
    },
    leave,
  };

  const send = (message: DownMessage): void => link.send(JSON.stringify(message));
  const faultOf = (error: unknown): Refusal => refusal('fault', { number: host.fault(error) });
  /** A host that throws even at a fault leaves a link that nobody can serve. */
  const run = async (work: () => Promise<void> | void): Promise<void> => {
    try {
      await work();
    } catch {
      end('fault');
    }
  };

  const underWay = new Set<number>();
  const watches = new Map<number, { stop: () => void }>();
  const pushes = newestPushes(around.soon, (watch, value) =>
    run(() => {
      try {
        send(value.ok ? { watch, value: value.value ?? null } : { watch, refusal: value.refusal });
      } catch (error) {
        send({ watch, refusal: faultOf(error) });
      }
    }),
  );

  async function call({ id, call: name, input }: CallMessage): Promise<void> {
    try {
      const admitted = admitCall(identity, name, input);
      const result = admitted.ok ? await host.call(peer, admitted.value.method, admitted.value.input) : admitted;
      pushes.flush();
      send(answerTo(id, result));
    } catch (error) {
      send({ id, fault: host.fault(error) });
    } finally {
      underWay.delete(id);
    }
  }

  /** Lets in and starts; the refusal of either, undefined where it runs. */
  function startWatch({ watch: number, view, params }: WatchMessage, own: { stop: () => void }): Refusal | undefined {
    const admitted = admitWatch(identity, view, params);
    if (!admitted.ok) return admitted.refusal;
    // A host that pushes after it was told to stop, or into a number used again, reaches nobody.
    const watching = host.watch(peer, admitted.value.view, admitted.value.params, (value) => {
      if (watches.get(number) === own) pushes.put(number, value);
    });
    if (!watching.ok) return watching.refusal;
    if (watches.get(number) === own) own.stop = watching.value;
    else watching.value();
    return undefined;
  }

  function watch(message: WatchMessage): void {
    const own = watches.get(message.watch);
    // Unwatched, or the link closed, while it waited for its turn.
    if (!own) return;
    let refused: Refusal | undefined;
    try {
      refused = startWatch(message, own);
    } catch (error) {
      refused = faultOf(error);
    }
    if (!refused) return;
    unwatch(message.watch);
    send({ watch: message.watch, refusal: refused });
  }

  function unwatch(number: number): void {
    const own = watches.get(number);
    watches.delete(number);
    pushes.drop(number);
    own?.stop();
  }

  const inTurn = turns(isStranger);
  function takeWatch(message: WatchMessage): void {
    if (watches.has(message.watch)) end('number-in-use');
    else if (watches.size >= WATCH_LIMIT) end('too-many-watches');
    else {
      watches.set(message.watch, { stop: () => {} });
      inTurn(() => run(() => watch(message)));
    }
  }
  function takeCall(message: CallMessage): void {
    if (underWay.has(message.id)) end('number-in-use');
    else if (underWay.size >= CALL_LIMIT)
      send({ id: message.id, refusal: refusal('too-many-calls', { most: CALL_LIMIT }) });
    else {
      underWay.add(message.id);
      inTurn(() => run(() => (isOpen ? call(message) : undefined)));
    }
  }

  const mayCome = allowance(MESSAGES, around.now);
  const mayWeigh = allowance(UNITS, around.now);
  link.onClose(() => {
    isOpen = false;
    for (const number of [...watches.keys()]) void run(() => unwatch(number));
    void run(() => host.closed(peer));
  });
  link.onText((text) => {
    if (!isOpen) return;
    if (text.length > (isStranger() ? STRANGER_LIMIT : MESSAGE_LIMIT)) return end('too-long');
    if (!mayCome(1) || !mayWeigh(text.length)) return end('too-fast');
    const message = readUp(text);
    if (message === undefined) end('malformed');
    else if ('unwatch' in message) void run(() => unwatch(message.unwatch));
    else if ('view' in message) takeWatch(message);
    else takeCall(message);
  });
}
