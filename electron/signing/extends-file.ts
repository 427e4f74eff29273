// Whether a file brought back from outside is an incremental update (ISO 32000-2, 7.5.6) of the one that was sent out.
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { hostileReason } from './hostile-guard.ts';
import { type Change, laterChanges } from './later-changes.ts';
import { loadForReading } from './pdf-objects.ts';

const MAX_INCREMENTS = 64;

/** The offset after the last `startxref`. */
function startOfTable(bytes: Buffer): number | undefined {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 1024));
  const found = [...tail.matchAll(/startxref\s+(\d{1,10})\s+%%EOF/g)].at(-1);
  return found === undefined ? undefined : Number(found[1]);
}

/** /Prev of the table or stream at an offset: both end before their own `startxref`. */
function previousTable(bytes: Buffer, offset: number): number | undefined {
  const end = bytes.indexOf('startxref', offset);
  const found = /\/Prev\s+(\d{1,10})/.exec(bytes.toString('latin1', offset, end < 0 ? bytes.length : end));
  return found === null ? undefined : Number(found[1]);
}

/** The chain of tables, from the newest, leads back into `base` exactly where its own newest table stands. */
function leadsBack(later: Buffer, base: Buffer): boolean {
  const wanted = startOfTable(base);
  let offset = startOfTable(later);
  for (let step = 0; offset !== undefined && step < MAX_INCREMENTS; step += 1) {
    if (offset < base.length) return step > 0 && offset === wanted;
    offset = previousTable(later, offset);
  }
  return false;
}

/**
 * What `later` changed if it keeps every byte of `base` and builds on it; for a file that was only signed the list
 * holds nothing but field-signed (or signature-field-added, where the other program made a field of its own).
 * Refusals: not-an-extension, pdf-damaged and those of hostile files.
 */
export async function extendsFile(base: Uint8Array, later: Uint8Array): Promise<Result<readonly Change[]>> {
  const hostile = hostileReason(later);
  if (hostile !== undefined) return { ok: false, refusal: hostile };
  const [was, now] = [base, later].map((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (was === undefined || now === undefined || now.length <= was.length) return refuse('not-an-extension');
  if (!now.subarray(0, was.length).equals(was) || !leadsBack(now, was)) return refuse('not-an-extension');
  try {
    // The base is loaded from the same memory, which makes comparing its streams free.
    const [before, after] = [await loadForReading(later.subarray(0, base.length)), await loadForReading(later)];
    return ok(laterChanges(before, after));
  } catch {
    return refuse('pdf-damaged');
  }
}
