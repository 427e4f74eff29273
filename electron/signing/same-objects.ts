// Compares the objects of two revisions of one file by number, walking from given roots; what differs is told by a label.
import {
  type PDF,
  PdfArray,
  PdfBool,
  PdfDict,
  PdfName,
  PdfNumber,
  type PdfObject,
  PdfRef,
  PdfStream,
  PdfString,
} from '@libpdf/core';

const MAX_OBJECTS = 2_000_000;
const MAX_DEPTH = 600;

export type Comparison = {
  /** Whether two values of the two revisions are the same; the objects they refer to are queued. */
  readonly same: (before: PdfObject | undefined, after: PdfObject | undefined) => boolean;
  /** Takes an object out of the walk: it is judged elsewhere, by rules of its own. */
  readonly own: (ref: PdfRef) => void;
  /** Walks everything queued; true if all of it is the same. */
  readonly drain: () => boolean;
};

const keyOf = (ref: PdfRef): string => `${ref.objectNumber} ${ref.generation}`;

/** Streams of an increment's base lie in the very same memory: no need to read them. */
const sameData = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && ((a.buffer === b.buffer && a.byteOffset === b.byteOffset) || Buffer.from(a).equals(b));

export function compareRevisions(before: PDF, after: PDF): Comparison {
  const seen = new Set<string>();
  const queue: PdfRef[] = [];
  let compared = 0;
  const sameDict = (a: PdfDict, b: PdfDict, depth: number): boolean => {
    const keys = [...a.keys()];
    const others = [...b.keys()];
    return keys.length === others.length && keys.every((key) => b.has(key) && same(a.get(key), b.get(key), depth + 1));
  };
  const same = (a: PdfObject | null | undefined, b: PdfObject | null | undefined, depth = 0): boolean => {
    compared += 1;
    if (compared > MAX_OBJECTS || depth > MAX_DEPTH) throw new RangeError('PDF too complex to compare');
    const [aEmpty, bEmpty] = [!a || a.type === 'null', !b || b.type === 'null'];
    if (!a || !b || aEmpty || bEmpty) return aEmpty && bEmpty;
    if (a.type !== b.type) return false;
    if (a instanceof PdfRef && b instanceof PdfRef) {
      if (keyOf(a) !== keyOf(b)) return false;
      if (!seen.has(keyOf(a))) queue.push(a);
      seen.add(keyOf(a));
      return true;
    }
    if (a instanceof PdfStream && b instanceof PdfStream) return sameDict(a, b, depth) && sameData(a.data, b.data);
    if (a instanceof PdfDict && b instanceof PdfDict) return sameDict(a, b, depth);
    if (a instanceof PdfArray && b instanceof PdfArray)
      return a.length === b.length && [...a].every((item, at) => same(item, b.at(at), depth + 1));
    if (a instanceof PdfString && b instanceof PdfString) return Buffer.from(a.bytes).equals(b.bytes);
    if (a instanceof PdfName && b instanceof PdfName) return a.value === b.value;
    if (a instanceof PdfNumber && b instanceof PdfNumber) return a.value === b.value;
    return a instanceof PdfBool && b instanceof PdfBool && a.value === b.value;
  };
  return {
    same: (a, b) => same(a, b),
    own: (ref) => void seen.add(keyOf(ref)),
    drain: () => {
      let all = true;
      for (let ref = queue.pop(); ref !== undefined; ref = queue.pop())
        if (!same(before.getObject(ref), after.getObject(ref))) all = false;
      return all;
    },
  };
}
