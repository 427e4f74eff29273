// What stands behind a link: the host answers calls and feeds watches, and knows each link as a peer.
import type { Result } from '../base/result.ts';
import type { InputOf, MethodName, OutputOf } from './methods.ts';
import type { ViewName, Views } from './views.ts';

/** Who speaks on a link. Every link starts as a stranger. */
export type Identity =
  | { readonly who: 'stranger' }
  | { readonly who: 'desk' }
  | { readonly who: 'seat'; readonly book: string; readonly seat: string }
  /** A window on the wall, which sees one view of one book and may do nothing. */
  | { readonly who: 'projector'; readonly book: string };

/** One open link as the host sees it. */
export type Peer = {
  /** Unguessable, never used again; names the link in tickets, codes and the log. */
  readonly id: string;
  /** 32 random bytes that this link alone is to sign (`helloMessage`). */
  readonly challenge: Uint8Array;
  /** Live: read it at the moment it is needed. */
  readonly identity: Identity;
  /**
   * Says who the link is, once. False where it has closed meanwhile or is somebody already: then nothing was changed
   * and `closed` does not follow. After true, `closed` follows for certain.
   */
  readonly become: (identity: Identity) => boolean;
  /** Ends the link; `word` is for the log. */
  readonly leave: (word: string) => void;
};

export type Host = {
  /** Input has been checked and the peer may call this. What it throws is a fault. */
  readonly call: <M extends MethodName>(peer: Peer, method: M, input: InputOf<M>) => Promise<Result<OutputOf<M>>>;
  /**
   * Pushes the view now and whenever it changes, until stopped; a refusal may be pushed too and be followed by values.
   * Several pushes before the link is served again arrive as the newest one. Refused: there is nothing to stop.
   */
  readonly watch: <V extends ViewName>(
    peer: Peer,
    view: V,
    params: Views[V]['params'],
    push: (value: Result<Views[V]['value']>) => void,
  ) => Result<() => void>;
  /** Logs a fault without any content and gives its short number; that number is all the screen learns. */
  readonly fault: (error: unknown) => string;
  /** The link is gone and its watches are stopped. Calls under way may still end; nobody hears their answer. */
  readonly closed: (peer: Peer) => void;
};

/** One handler for each method; `call: (peer, method, input) => handlers[method](peer, input)` makes a host of them. */
export type Handlers = {
  readonly [M in MethodName]: (peer: Peer, input: InputOf<M>) => Promise<Result<OutputOf<M>>>;
};
