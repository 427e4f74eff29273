// Whether a keeper's machine may agree to a passing of the recording, and the term that a proposal takes.
import { type Refusal, refusal } from '../base/result.ts';
import type { Book } from './book.ts';
import { readFact } from './fact.ts';
import type { Passage } from './passing.ts';
import { keepersOf, speaksFor } from './recorder.ts';
import type { State } from './state.ts';
import type { StatementOf } from './statements.ts';

const TWICE = 'recording-passed-twice';
const PASSED = '"kind":"recording-passed"';

export type Agreement = StatementOf<'takeover-agreed'> & { readonly by: string };

/** Every agreement in the book, ruled or not: a machine looks at all that it has before it signs once more. */
export function agreementsIn(book: Book): readonly Agreement[] {
  const found: Agreement[] = [];
  for (const { entries } of book.feeds.values())
    for (const entry of entries) {
      if (!entry.head.includes('"kind":"takeover-agreed"')) continue;
      const read = readFact(entry);
      if (read.ok && !read.value.withheld && read.value.fact.kind === 'takeover-agreed')
        found.push({ ...read.value.fact.body, by: read.value.head.seat });
    }
  return found;
}

/**
 * The term for a new proposal: one above all that this machine knows of. Only terms that a keeper agreed to count, or
 * which the recording has come to: else anybody could drive them up.
 */
export function nextTerm(state: State, book: Book): number {
  const keepers = new Set<string>(keepersOf(state));
  const agreed = agreementsIn(book).flatMap(({ by, term }) => (keepers.has(by) ? [term] : []));
  // Where two took it over, the one that is chosen takes a later term.
  const twice = state.readOnly?.code === TWICE ? Number(state.readOnly.params['term']) : 0;
  return Math.max(state.recording.term, twice, ...agreed) + 1;
}

/**
 * Asked on the keeper's own machine before it signs, on top of `decide`: from what this machine knows, the cut loses
 * nothing, the term is the next one, and this seat has signed for no other of it. A signature given cannot be taken
 * back: who holds those of more than half may use them until a later term is reached. Refuses not-a-keeper,
 * passing-behind, cut-behind, cut-unknown, passing-term, agreed-to-another, passing-device.
 */
export function agreementRefusal(state: State, book: Book, passage: Passage, seat: string): Refusal | undefined {
  if (!keepersOf(state).some((keeper) => keeper === seat)) return refusal('not-a-keeper');
  const { from, term, feed, key, kem } = passage;
  // Passed on since, as this machine knows: who proposed this does not know it yet.
  const isChoice = state.readOnly?.code === TWICE && book.feeds.get(from.feed)?.entries[0]?.head.includes(PASSED);
  if (from.feed !== state.recording.feed && isChoice !== true)
    return refusal('passing-behind', { term: state.recording.term });
  const lost = cutRefusal(book, passage);
  if (lost) return lost;
  if (term <= state.recording.term || term > nextTerm(state, book))
    return refusal('passing-term', { term: state.recording.term });
  const before = agreementsIn(book).filter(({ by }) => by === seat);
  const isOther = (each: Agreement) => each.term > term || (each.term === term && each.feed !== feed);
  const other = before.find(isOther);
  if (other) return refusal('agreed-to-another', { term: other.term });
  return kem !== undefined || speaksFor(state, { seat: passage.seat, key }) ? undefined : refusal('passing-device');
}

/** The longest prefix that is known is adopted: no signature for a cut before a signed head that is here. */
function cutRefusal(book: Book, { from }: Passage): Refusal | undefined {
  const logs = [book.feeds.get(from.feed), book.forks?.get(from.feed)?.log];
  const log = logs.find((each) => each?.entries[from.seq - 1]?.hash === from.hash);
  if (log === undefined || !log.commits.some(({ seq }) => seq === from.seq))
    return refusal('cut-unknown', { seq: from.seq });
  const farthest = log.commits.at(-1)?.seq ?? 0;
  return farthest > from.seq ? refusal('cut-behind', { seq: from.seq, known: farthest }) : undefined;
}
