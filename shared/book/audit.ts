// Judges the one who records: every ruling and every admission is decided again, and each that deviates is listed.
import { fromBase64 } from '../base/bytes.ts';
import type { Hash } from '../base/ids.ts';
import { type Refusal, refusal } from '../base/result.ts';
import type { Book } from './book.ts';
import { courseOf } from './course.ts';
import { decide } from './decide.ts';
import { keyCommit } from './decide-ballot.ts';
import { decideRuling } from './decide-ruling.ts';
import type { Sha256 } from './entry.ts';
import { fold } from './fold.ts';
import { recorderOf } from './recorder.ts';
import { RULINGS, type Ruling } from './rulings.ts';
import type { State } from './state.ts';
import type { Statement } from './statements.ts';
import { spoils } from './void-tail.ts';

export type Deviation = {
  readonly entry: Hash;
  readonly kind: string;
  /** `ruled-against`: done although this rule forbade it. `refused-without-ground`: refused although nothing forbade it. */
  readonly what:
    | 'ruled-against'
    | 'refused-without-ground'
    | 'refused-for-another-reason'
    | 'right-key-refused'
    | 'seen-elsewhere';
  readonly rule?: Refusal;
};

/** Empty when the recording feed kept to the rules of the book's version. Withheld bodies cannot be judged. */
export function audit(
  book: Book,
  sha256: Sha256,
): { readonly state: State | undefined; readonly deviations: readonly Deviation[] } {
  const deviations: Deviation[] = [];
  const segments = courseOf(book, sha256)?.segments ?? [];
  const state = fold(book, sha256, (before, read, refused) => {
    const { head, hash: entry } = read;
    const { seen } = head;
    // Its author was shown another recording than this, void tails among it: one of the two is a fork.
    if (seen && !segments.some(({ entries }) => entries[seen.seq - 1]?.hash === seen.hash))
      deviations.push({ entry, kind: head.kind, what: 'seen-elsewhere' });
    if (read.withheld) return;
    const { fact } = read;
    if (Object.hasOwn(RULINGS, fact.kind)) {
      const rule = isByRecorder(before, head.seat, fact as Ruling)
        ? (decideRuling(before, fact as Ruling, sha256) ?? proofRefusal(book, fact as Ruling, sha256))
        : refusal('recorder-differs');
      if (rule && isOpenedByTexts(book, before, fact as Ruling, rule)) return;
      if (rule) deviations.push({ entry, kind: fact.kind, what: 'ruled-against', rule });
      return;
    }
    const key = book.feeds.get(head.feed)?.key ?? '';
    const rule = decide(before, fact as Statement, { seat: head.for ?? head.seat, head, key }, sha256);
    if (refused === undefined && rule) deviations.push({ entry, kind: fact.kind, what: 'ruled-against', rule });
    if (refused !== undefined && rule === undefined)
      deviations.push({ entry, kind: fact.kind, what: 'refused-without-ground' });
    if (refused !== undefined && bringsRightKey(before, fact as Statement, head.seat, sha256))
      deviations.push({ entry, kind: fact.kind, what: 'right-key-refused' });
    if (refused !== undefined && rule && rule.code !== refused && refused !== 'needs-refused')
      deviations.push({ entry, kind: fact.kind, what: 'refused-for-another-reason', rule });
  });
  return { state, deviations };
}

/** Of a passing the new recorder signs, and its course was judged before. */
const isByRecorder = (before: State, seat: string, fact: Ruling): boolean =>
  fact.kind === 'recording-passed' || seat === (fact.kind === 'book-opened' ? fact.body.recorder : recorderOf(before));

/** What only the book can show: that a poll was opened in a void tail. */
const proofRefusal = (book: Book, { kind, body }: Ruling, sha256: Sha256): Refusal | undefined =>
  kind === 'poll-spoiled' && !spoils(book, sha256, body.poll, body.proof) ? refusal('not-in-void-tail') : undefined;

/** In an extract a secret poll is opened by its texts, which whoever opens compares with `counted`; keys are not asked. */
const isOpenedByTexts = (book: Book, { polls }: State, fact: Ruling, rule: Refusal): boolean =>
  fact.kind === 'counted' &&
  rule.code === 'keys-missing' &&
  polls[fact.body.poll]?.secrecy === 'secret' &&
  book.texts?.has(fact.body.poll) === true;

/**
 * The right key of a ballot that was ruled unopenable: it came late, or it was left lying until the ruling was made.
 * Nobody can tell which, so it is said.
 */
function bringsRightKey(state: State, { kind, body }: Statement, seat: string, sha256: Sha256): boolean {
  if (kind !== 'key-released') return false;
  const sealed = state.polls[body.poll]?.ballots[body.ballot];
  return (
    sealed?.status === 'unopenable' &&
    sealed.seat === seat &&
    keyCommit(sha256, fromBase64(body.key)) === (sealed.commit as string)
  );
}
