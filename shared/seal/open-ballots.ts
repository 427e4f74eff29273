// Opens the counted ballots of a revealed poll with the keys that were released; outside the fold, which stays pure.

import { fromUtf8, toHex, utf8 } from '../base/bytes.ts';
import { canonical } from '../base/canonical.ts';
import type { Hash, PlatformId, PollId } from '../base/ids.ts';
import { ok, type Result, refuse } from '../base/result.ts';
import type { Book, SecretText } from '../book/book.ts';
import { firstReveal, keyCommit } from '../book/decide-ballot.ts';
import type { Entry } from '../book/entry.ts';
import type { SecretPoll } from '../book/extract.ts';
import { fittingKey } from '../book/fitting-key.ts';
import type { Poll, SealedBallot, State } from '../book/state.ts';
import type { StatementOf } from '../book/statements.ts';
import type { Ciphers } from './ciphers.ts';
import { judgeBallot, judgeOpinion, judgeText } from './judge-ballot.ts';
import { NOTHING_OPENED, type Opened, type OpenedBallot } from './opened.ts';
import { ballotAad, NONCE_LENGTH, PLAIN_LIMIT, type SealPlace, unframe } from './seal-ballot.ts';

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

/** The text of one ballot, or why it does not open. Undefined: its key has not come. */
async function openOne(
  ciphers: Ciphers,
  { state, book }: Whole,
  poll: PollId | PlatformId,
  sealed: SealedBallot,
): Promise<Result<string> | undefined> {
  const key = fittingKey(sealed, ciphers.sha256);
  const entry = book.feeds.get(sealed.feed)?.entries[sealed.seq - 1];
  if (key === undefined || entry === undefined) return undefined;
  const envelope = envelopeIn(entry, sealed);
  if (envelope === undefined) return undefined;
  const place = { book: state.book, feed: sealed.feed, seq: sealed.seq, seat: sealed.seat, poll };
  return await openEnvelope(ciphers, place, envelope, key, sealed.commit);
}

type Whole = { readonly state: State; readonly book: Book };
const broken = (code: string): OpenedBallot => ({ valid: false, code, text: '' });

/** Which of a poll's ballots may be open now: the counted ones after the reveal; in open scoring what stands. */
function mayBeOpen(poll: Poll): readonly SealedBallot[] {
  if (poll.voided) return [];
  const all = Object.values(poll.ballots);
  if (poll.step === 'revealed' || poll.step === 'counted') return all.filter(({ status }) => status === 'counted');
  return poll.secrecy === 'open' ? all.filter(({ status }) => status === 'standing' || status === 'counted') : [];
}

/**
 * A secret poll as an extract brings it: its texts, given to its counted ballots in the order of their hashes, for whose
 * text is whose is not known here and nothing asks. Empty where they are not as many, or not what they are said to be.
 */
function openTexts(state: State, poll: Poll, texts: readonly SecretText[]): readonly (readonly [Hash, OpenedBallot])[] {
  const entries = mayBeOpen(poll)
    .map(({ entry }) => entry)
    .sort();
  const found = texts.map((each) => judgeText(state, poll, each));
  if (poll.counted === undefined || found.length !== entries.length) return [];
  const pairs = entries.flatMap((entry, at): [Hash, OpenedBallot][] => {
    const ballot = found[at];
    return ballot === undefined ? [] : [[entry, ballot]];
  });
  return pairs.length === entries.length ? pairs : [];
}

/** What an extract says of the secret polls that are counted and opened here, poll by poll, sorted. */
export const secretTexts = (state: State, opened: Opened): readonly SecretPoll[] =>
  Object.values(state.polls)
    .filter(({ secrecy, counted, voided }) => secrecy === 'secret' && counted !== undefined && voided === undefined)
    .map((poll) => ({
      poll: poll.poll,
      ballots: mayBeOpen(poll)
        .flatMap(({ entry }): SecretText[] => {
          const found = opened.get(entry);
          if (found === undefined) return [];
          return [{ text: found.text, ...(found.valid ? {} : { code: found.code }) }];
        })
        .sort(byText),
    }));

const byText = (a: SecretText, b: SecretText): number => {
  if (a.text !== b.text) return a.text < b.text ? -1 : 1;
  return (a.code ?? '') < (b.code ?? '') ? -1 : 1;
};

/**
 * All ballots that may be open, or of those polls that are asked for: the counted ones of polls that are revealed, and
 * what stands in open scoring. A hidden poll of which one ballot is neither openable nor ruled unopenable gives nothing
 * at all: nothing is shown until everything can be (design, section 3, "Sealing"). Polls are opened in their order, for
 * a later round asks what the one before said.
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
    const texts = poll.secrecy === 'secret' ? book.texts?.get(poll.poll) : undefined;
    if (texts !== undefined) {
      for (const [entry, ballot] of openTexts(state, poll, texts)) opened.set(entry, ballot);
      continue;
    }
    const wanted = mayBeOpen(poll);
    const results = await Promise.all(
      wanted.map(async (sealed) => {
        const before = known.get(sealed.entry);
        if (before !== undefined) return before;
        const text = await openOne(ciphers, { state, book }, poll.poll as PollId, sealed);
        if (text === undefined) return undefined;
        return text.ok ? judgeBallot(state, opened, poll, sealed.seat, text.value) : broken(text.refusal.code);
      }),
    );
    const hidden = poll.step === 'revealed' || poll.step === 'counted' || poll.secrecy !== 'open';
    if (hidden && results.some((result) => result === undefined)) continue;
    for (const [at, sealed] of wanted.entries()) {
      const result = results[at];
      if (result !== undefined) opened.set(sealed.entry, result);
    }
  }
  for (const sealed of Object.values(state.sealedOpinions)) {
    if (sealed.status !== 'standing' || !firstReveal(state, sealed.platform)) continue;
    const text = await openOne(ciphers, { state, book }, sealed.platform as PlatformId, sealed);
    if (text === undefined) continue;
    opened.set(sealed.entry, text.ok ? judgeOpinion(state, sealed, text.value) : broken(text.refusal.code));
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
