// Reads a Range header (RFC 9110 section 14) for one stretch of bytes.

/** `start` and `end` are both included, as in the header. */
export type ByteRange = { readonly start: number; readonly end: number };

const ONE_RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/**
 * Which bytes of `size` are meant: a stretch (206), `outside` (416), or `whole` (200) where there is no header, or one
 * that we need not understand: another unit, several stretches, or nonsense (section 14.2: it is then ignored).
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'whole' | 'outside' {
  const found = header === undefined ? null : ONE_RANGE.exec(header.replaceAll(' ', ''));
  if (!found) return 'whole';
  const [, first = '', last = ''] = found;
  if (first === '') {
    if (last === '') return 'whole';
    // The last so many bytes; of none there is nothing to send.
    return Number(last) === 0 || size === 0 ? 'outside' : { start: Math.max(0, size - Number(last)), end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return 'whole';
  return start >= size ? 'outside' : { start, end };
}
