// Judges the one who records: every ruling and every admission is decided again, and each that deviates is listed.
import type { Hash } from '../base/ids.ts';
import type { Refusal } from '../base/result.ts';
import type { Book } from './book.ts';
import { decide } from './decide.ts';
import { decideRuling } from './decide-ruling.ts';
import type { Sha256 } from './entry.ts';
import { fold } from './fold.ts';
import { RULINGS, type Ruling } from './rulings.ts';
import type { State } from './state.ts';
import type { Statement } from './statements.ts';

export type Deviation = {
  readonly entry: Hash;
  readonly kind: string;
  /** `ruled-against`: done although this rule forbade it. `refused-without-ground`: refused although nothing forbade it. */
  readonly what: 'ruled-against' | 'refused-without-ground' | 'refused-for-another-reason';
  readonly rule?: Refusal;
};

/** Empty when the recording feed kept to the rules of the book's version. Withheld bodies cannot be judged. */
export function audit(
  book: Book,
  sha256: Sha256,
): { readonly state: State | undefined; readonly deviations: readonly Deviation[] } {
  const deviations: Deviation[] = [];
  const state = fold(book, sha256, (before, read, refused) => {
    if (read.withheld) return;
    const { head, hash: entry, fact } = read;
    if (Object.hasOwn(RULINGS, fact.kind)) {
      const rule = decideRuling(before, fact as Ruling, sha256);
      if (rule) deviations.push({ entry, kind: fact.kind, what: 'ruled-against', rule });
      return;
    }
    const key = book.feeds.get(head.feed)?.key ?? '';
    const rule = decide(before, fact as Statement, { seat: head.for ?? head.seat, head, key }, sha256);
    if (refused === undefined && rule) deviations.push({ entry, kind: fact.kind, what: 'ruled-against', rule });
    if (refused !== undefined && rule === undefined)
      deviations.push({ entry, kind: fact.kind, what: 'refused-without-ground' });
    if (refused !== undefined && rule && rule.code !== refused && refused !== 'needs-refused')
      deviations.push({ entry, kind: fact.kind, what: 'refused-for-another-reason', rule });
  });
  return { state, deviations };
}
