// The one edge where stored values are protected: everything but ids, seq and hashes passes here on its way in and out.

/** Turns plain bytes into what is stored (or back); `place` names the row and column, so a value cannot be moved. */
export type Guard = (bytes: Uint8Array, place: string) => Uint8Array;

export type ProtectPair = { readonly protect: Guard; readonly unprotect: Guard };

/** A stored value that could not be turned back: another key, a moved or a changed row. */
export class UnreadableValue extends Error {
  readonly place: string;
  constructor(place: string, cause: unknown) {
    super(`stored value at ${place} cannot be read`, { cause });
    this.place = place;
  }
}

export type Edge = {
  /** A text on its way in; stays a string where nothing protects it, so that it is encoded once, in place. */
  readonly coverText: (text: string, place: string) => string | Uint8Array;
  /** Bytes on their way in, in a buffer of their own (a pooled one would be cloned whole with its neighbours). */
  readonly coverBytes: (bytes: Uint8Array, place: string) => Uint8Array;
  readonly uncoverText: (bytes: Uint8Array, place: string) => string;
  readonly uncoverBytes: (bytes: Uint8Array, place: string) => Uint8Array;
};

const encoder = new TextEncoder();
const asText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

/** The edge for a pair; without one, values are stored as they are. */
export function edgeOf(pair: ProtectPair | undefined): Edge {
  if (!pair)
    return {
      coverText: (text) => text,
      coverBytes: (bytes) => new Uint8Array(bytes),
      uncoverText: asText,
      uncoverBytes: (bytes) => new Uint8Array(bytes),
    };
  const uncover: Guard = (bytes, place) => {
    try {
      return pair.unprotect(bytes, place);
    } catch (cause) {
      throw new UnreadableValue(place, cause);
    }
  };
  return {
    coverText: (text, place) => pair.protect(encoder.encode(text), place),
    coverBytes: (bytes, place) => new Uint8Array(pair.protect(bytes, place)),
    uncoverText: (bytes, place) => asText(uncover(bytes, place)),
    uncoverBytes: (bytes, place) => new Uint8Array(uncover(bytes, place)),
  };
}

/** A covered text as bytes of its own, ready to be posted. */
export function coveredText(edge: Edge, text: string, place: string): Uint8Array {
  const covered = edge.coverText(text, place);
  return typeof covered === 'string' ? encoder.encode(covered) : new Uint8Array(covered);
}
