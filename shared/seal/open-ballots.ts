// Opens the counted ballots of a revealed poll with the keys that were released; outside the fold, which stays pure.

import { fromUtf8, toHex, utf8 } from '../base/bytes.ts';
import { canonical } from '../base/canonical.ts';
import type { Hash, PollId } from '../base/ids.ts';
import { ok, type Result, refuse } from '../base/result.ts';
import { type Ballot, draftErrors, readBallot } from '../book/ballot.ts';
import type { Book } from '../book/book.ts';
import { keyCommit } from '../book/decide.ts';
import type { Entry } from '../book/entry.ts';
import { fittingKey } from '../book/fitting-key.ts';
import type { Poll, SealedBallot, State } from '../book/state.ts';
import type { StatementOf } from '../book/statements.ts';
import type { CriteriaSet } from '../criteria/criteria-set.ts';
import type { Ciphers } from './ciphers.ts';
import { ballotAad, NONCE_LENGTH, PLAIN_LIMIT, type SealPlace, unframe } from './seal-ballot.ts';

/** A counted ballot, opened: valid with its marks, or invalid with the ground, as with paper. */
export type OpenedBallot =
  | { readonly valid: true; readonly ballot: Ballot; readonly text: string }
  | { readonly valid: false; readonly code: string; readonly text: string };

/** By hash of the `ballot-cast` entry. */
export type Opened = ReadonlyMap<string, OpenedBallot>;
export const NOTHING_OPENED: Opened = new Map();

/** Refuses key-mismatch and envelope-broken: what then stands is an opened but invalid ballot. */
export async function openEnvelope(
  ciphers: Ciphers,
  place: SealPlace,
  envelope: string,
  key: Uint8Array,
  commit: string,
): Promise<Result<string>> {
  if (keyCommit(ciphers.sha256, key) !== commit) return refuse('key-mismatch');
  try {
    const bytes = ciphers.fromBase64(envelope);
    const nonce = bytes.subarray(0, NONCE_LENGTH);
    const framed = await ciphers.decrypt(key, nonce, bytes.subarray(NONCE_LENGTH), ballotAad(place));
    return ok(fromUtf8(await ciphers.inflateRaw(unframe(framed), PLAIN_LIMIT)));
  } catch {
    return refuse('envelope-broken');
  }
}

/** Read again from its exact text and checked again by the same rules as at the author's. */
function judge(set: CriteriaSet, text: string, poll: PollId): OpenedBallot {
  const read = readBallot(text, poll);
  if (!read.ok) return { valid: false, code: read.refusal.code, text };
  const error = draftErrors(set, read.value)[0];
  return error ? { valid: false, code: error.code, text } : { valid: true, ballot: read.value, text };
}

/**
 * Whoever folded this entry has read it as a ballot, whole and canonical; here only its longest member is wanted again,
 * and the cipher tells whether it is the one. Undefined where the disk has damaged it since.
 */
function envelopeIn({ hash, body }: Entry, sealed: SealedBallot): string | undefined {
  if (hash !== sealed.entry || body === null) return undefined;
  try {
    const { envelope } = JSON.parse(body) as Partial<StatementOf<'ballot-cast'>>;
    return typeof envelope === 'string' ? envelope : undefined;
  } catch {
    return undefined;
  }
}

async function openOne(
  ciphers: Ciphers,
  state: State,
  book: Book,
  poll: Poll,
  sealed: SealedBallot,
): Promise<OpenedBallot | undefined> {
  const key = fittingKey(sealed, ciphers.sha256);
  const entry = book.feeds.get(sealed.feed)?.entries[sealed.seq - 1];
  if (key === undefined || entry === undefined || state.criteria === undefined) return undefined;
  const envelope = envelopeIn(entry, sealed);
  if (envelope === undefined) return undefined;
  const place = { book: state.book, feed: sealed.feed, seq: sealed.seq, seat: sealed.seat, poll: poll.poll as PollId };
  const opened = await openEnvelope(ciphers, place, envelope, key, sealed.commit);
  if (!opened.ok) return { valid: false, code: opened.refusal.code, text: '' };
  return judge(state.criteria.set, opened.value, poll.poll as PollId);
}

/**
 * All counted ballots of polls that are revealed, or of those of them that are asked for. A poll of which one ballot is neither openable nor ruled unopenable
 * gives nothing at all: nothing is shown until everything can be (design, section 3, "Sealing").
 */
export async function openBallots(
  ciphers: Ciphers,
  state: State,
  book: Book,
  known: Opened = NOTHING_OPENED,
  polls: readonly Poll[] = Object.values(state.polls),
): Promise<Opened> {
  const opened = new Map<string, OpenedBallot>();
  for (const poll of polls) {
    if (poll.step !== 'revealed' && poll.step !== 'counted') continue;
    const counted = Object.values(poll.ballots).filter((ballot) => ballot.status === 'counted');
    const results = await Promise.all(
      counted.map(async (sealed) => known.get(sealed.entry) ?? (await openOne(ciphers, state, book, poll, sealed))),
    );
    if (results.some((result) => result === undefined)) continue;
    for (const [at, sealed] of counted.entries()) opened.set(sealed.entry, results[at] as OpenedBallot);
  }
  return opened;
}

/**
 * SHA-256 of the sorted opened ballots of a poll, as `counted` fixes it: equal whoever adds them up in whatever order.
 * An envelope that did not open stands as empty text; throws where a counted ballot has not been opened at all.
 */
export function countedHash(sha256: Ciphers['sha256'], poll: Poll, opened: Opened): Hash {
  const texts = Object.values(poll.ballots)
    .filter((ballot) => ballot.status === 'counted')
    .map((ballot) => {
      const found = opened.get(ballot.entry);
      if (found === undefined) throw new Error(`ballot ${ballot.entry} is not opened`);
      return found.text;
    })
    .sort();
  return toHex(sha256(utf8(canonical(texts)))) as Hash;
}

export type CountFault = {
  readonly entry: Hash;
  readonly code: 'count-differs' | 'count-unopened';
  readonly poll: string;
};

/** What `audit` cannot see, because it opens nothing: polls whose `counted` is not the hash of what was opened here. */
export const countFaults = (sha256: Ciphers['sha256'], state: State, opened: Opened): readonly CountFault[] =>
  Object.values(state.polls).flatMap((poll): CountFault[] => {
    if (poll.counted === undefined) return [];
    const { entry } = poll.counted.origin;
    const waiting = Object.values(poll.ballots).some(
      (ballot) => ballot.status === 'counted' && !opened.has(ballot.entry),
    );
    if (waiting) return [{ entry, code: 'count-unopened', poll: poll.poll }];
    return countedHash(sha256, poll, opened) === poll.counted.sha256
      ? []
      : [{ entry, code: 'count-differs', poll: poll.poll }];
  });
