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
