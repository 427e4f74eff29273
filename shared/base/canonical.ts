// Canonical JSON text: sorted keys, no white space, integers only, so that equal values have equal bytes everywhere.

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The one text of a JSON value. Keys are sorted by UTF-16 code units (RFC 8785 section 3.2.3); members that are
 * undefined are left out; numbers must be safe integers, because floats print differently in different hands.
 * Throws on anything else: it is a fault of ours, never of the user.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`not an integer: ${value}`);
    return String(value);
  }
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) members.push(`${quoted(key)}:${canonical(member)}`);
  }
  return `{${members.join(',')}}`;
}

/** RFC 8785 section 3.2.2.2: half a surrogate pair has no canonical text. */
function quoted(text: string): string {
  if (!text.isWellFormed()) throw new Error('not well-formed UTF-16');
  return JSON.stringify(text);
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);

/** What half a surrogate pair is written as, or an escaped backslash that only looks like it. */
const MAYBE_HALF = /\\ud[89a-f]/i;

/**
 * Whether `text` is the canonical text of `value`, which was parsed from it. The engine's own writer answers for white
 * space, escapes, number forms and doubled names; only the order of names and the whole numbers are left to look at.
 * Where it writes another text (it puts names like "10" before others) the slow way decides.
 */
export function isCanonical(text: string, value: unknown): boolean {
  if (JSON.stringify(value) === text && !MAYBE_HALF.test(text) && isOrdered(value)) return true;
  return canonical(value as Json) === text;
}

function isOrdered(value: unknown): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isOrdered);
  let last: string | undefined;
  for (const [key, member] of Object.entries(value)) {
    if ((last !== undefined && key <= last) || !isOrdered(member)) return false;
    last = key;
  }
  return true;
}
