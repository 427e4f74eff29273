// The revisions of a file of ours, read strictly from its bytes: classical tables (ISO 32000-2, 7.5.4), each ending as we write it.

/** One increment: the bytes from `start` to `end`, ended by a table that tells where its objects are. */
export type Revision = {
  readonly start: number;
  readonly end: number;
  /** Object number → offset, all of generation 0. */
  readonly objects: ReadonlyMap<number, number>;
  /** /Size: the first object number not yet taken. */
  readonly size: number;
  /** /Root, /Info and /ID as text: they never change between revisions. */
  readonly identity: string;
};

const MAX_REVISIONS = 256;
const MAX_ENTRIES = 500_000;
const MAX_TRAILER = 2048;
const ENTRY = 20;

const TRAILER = /^trailer\n<<\n([^()%]*?)\n>>\nstartxref\n(\d{1,10})\n%%EOF\n/;

const text = (bytes: Buffer, from: number, length: number): string =>
  bytes.toString('latin1', from, Math.min(bytes.length, from + length));

/** What stands under a key of a flat trailer, once; undefined if absent or twice. */
function entryOf(trailer: string, key: string, pattern: string): string | undefined {
  const found = [...trailer.matchAll(new RegExp(`(?:^|\\n)/${key} (${pattern})(?=\\n|$)`, 'g'))];
  return found.length === 1 ? found[0]?.[1] : undefined;
}

type Table = { readonly objects: Map<number, number>; readonly trailerAt: number };

function readTable(bytes: Buffer, xref: number): Table | undefined {
  const objects = new Map<number, number>();
  let at = xref + 5;
  for (;;) {
    const head = /^(\d{1,7}) (\d{1,6})\n/.exec(text(bytes, at, 16));
    if (head === null) break;
    const [first, count] = [Number(head[1]), Number(head[2])];
    at += head[0].length;
    if (count === 0 || objects.size + count > MAX_ENTRIES) return undefined;
    for (let number = first; number < first + count; number += 1, at += ENTRY) {
      const entry = /^(\d{10}) (\d{5}) ([nf])(?: \n|\r\n)$/.exec(text(bytes, at, ENTRY));
      const free = entry?.[3] === 'f';
      // Only the head of the free list may be free: we never delete an object.
      if (entry === null || (free ? number !== 0 || entry[2] !== '65535' : entry[2] !== '00000')) return undefined;
      if (free) continue;
      if (objects.has(number)) return undefined;
      objects.set(number, Number(entry[1]));
    }
  }
  return { objects, trailerAt: at };
}

type Part = Omit<Revision, 'start'> & { readonly prev: number | undefined; readonly xref: number };

function readPart(bytes: Buffer, xref: number): Part | undefined {
  if (text(bytes, xref, 5) !== 'xref\n') return undefined;
  const table = readTable(bytes, xref);
  if (table === undefined) return undefined;
  const found = TRAILER.exec(text(bytes, table.trailerAt, MAX_TRAILER));
  if (found === null || Number(found[2]) !== xref) return undefined;
  const trailer = found[1] ?? '';
  const keys = [...trailer.matchAll(/\/([A-Za-z]+)/g)].map(([, key]) => key);
  if (keys.some((key) => !['Size', 'Root', 'Info', 'ID', 'Prev'].includes(key ?? ''))) return undefined;
  const size = entryOf(trailer, 'Size', '\\d{1,7}');
  const root = entryOf(trailer, 'Root', '\\d+ 0 R');
  const info = entryOf(trailer, 'Info', '\\d+ 0 R');
  const id = entryOf(trailer, 'ID', '\\[<[0-9A-Fa-f]{32}> <[0-9A-Fa-f]{32}>\\]');
  const prev = entryOf(trailer, 'Prev', '\\d{1,10}');
  if (size === undefined || root === undefined || info === undefined || id === undefined) return undefined;
  if (keys.includes('Prev') !== (prev !== undefined)) return undefined;
  return {
    end: table.trailerAt + found[0].length,
    objects: table.objects,
    size: Number(size),
    identity: `${root} ${info} ${id.toLowerCase()}`,
    prev: prev === undefined ? undefined : Number(prev),
    xref,
  };
}

/** Every object lies in its own revision, under its own number and below /Size. */
const objectsStand = (bytes: Buffer, { objects, size }: Part, start: number, xref: number): boolean =>
  [...objects].every(([number, offset]) => {
    const head = `${number} 0 obj\n`;
    return (
      number < size && offset >= start && offset + head.length <= xref && text(bytes, offset, head.length) === head
    );
  });

/**
 * The revisions in order, the last one ending with the file; undefined if the file is not exactly of this form.
 * Whatever another reader might understand differently (streams of references, hybrid tables, bytes between revisions,
 * anything after the last) is not of this form.
 */
export function readRevisions(pdf: Uint8Array): readonly Revision[] | undefined {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  const last = /\nstartxref\n(\d{1,10})\n%%EOF\n$/.exec(text(bytes, bytes.length - 64, 64));
  if (last === null || !/^%PDF-1\.[4-7]\n/.test(text(bytes, 0, 9))) return undefined;
  const parts: Part[] = [];
  for (let xref: number | undefined = Number(last[1]); xref !== undefined; ) {
    const part: Part | undefined = readPart(bytes, xref);
    const later = parts.at(0);
    if (part === undefined || parts.length >= MAX_REVISIONS) return undefined;
    if (later === undefined ? part.end !== bytes.length : part.end >= later.xref || part.identity !== later.identity)
      return undefined;
    parts.unshift(part);
    xref = part.prev;
  }
  const revisions = parts.map((part, index) => ({ ...part, start: parts[index - 1]?.end ?? 0 }));
  return revisions.every((part) => objectsStand(bytes, part, part.start, part.xref)) ? revisions : undefined;
}
