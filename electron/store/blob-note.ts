// What the store notes of a file: its size, and, while nothing names it, when it came and under which hash.

export type Note = {
  /** Bytes. */
  readonly size: number;
  /** Brought in and not named by anything yet. `at`: ISO 8601 UTC. */
  readonly loose?: { readonly at: string; readonly sha256: string };
};

export const textOfNote = ({ size, loose }: Note): string =>
  loose === undefined ? String(size) : `${size} ${loose.at} ${loose.sha256}`;

export function noteOf(text: string): Note {
  const [size = '', at, sha256] = text.split(' ');
  return at === undefined || sha256 === undefined
    ? { size: Number(size) }
    : { size: Number(size), loose: { at, sha256 } };
}
