// Gives keys and shares after the reveal, and only for what the page has checked itself (design, section 3, "Sealing").
import type { BookId, FeedId, Hash, PlatformId, PollId, SeatId } from '../../shared/base/ids.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../shared/base/result.ts';
import { shareCommit } from '../../shared/book/decide-ballot.ts';
import { makeEntry } from '../../shared/book/entry.ts';
import { readFact } from '../../shared/book/fact.ts';
import { releaseBarred, revealedOf } from '../../shared/seal/recording-proof.ts';
import { ballotAad, shareInfo } from '../../shared/seal/seal-ballot.ts';
import type { Released } from './author.ts';
import type { PageSeat } from './page-cast.ts';
import type { ForeignBallot } from './page-kept.ts';
import type { EntryRecord } from './page-store.ts';
import { bodyOf, ownBallots, ruledOf } from './standing.ts';

/** A release that was refused is tried again, but not for ever. */
const TRIES = 3;

/** Whether an own release of this ballot is on its way or admitted, or was refused too often. */
function isGiven({ feed, recording }: PageSeat, kind: 'key-released' | 'share-released', ballot: string): boolean {
  const given = feed.entries().filter((entry) => bodyOf(entry, kind)?.ballot === ballot);
  const refused = given.filter((entry) => ruledOf(recording.checked, feed.entries(), entry)?.refused !== undefined);
  return given.length > refused.length || refused.length >= TRIES;
}

/** While a round of open scoring is open: only for what was admitted and is not being taken back. */
function stands({ feed, recording, sheets }: PageSeat, poll: string, entry: EntryRecord): boolean {
  const { checked } = recording;
  if (checked.polls.get(poll as PollId)?.closed !== undefined) return true;
  const ruling = ruledOf(checked, feed.entries(), entry);
  return ruling !== undefined && ruling.refused === undefined && sheets.standing(poll).cast?.hash === entry.hash;
}

/** Own sealed marks of opinions, the last that was admitted for each platform: opened once its first round is revealed. */
function opinionsOf({ feed, recording }: PageSeat) {
  const { checked } = recording;
  const own = feed.entries().flatMap((entry) => {
    const body = bodyOf(entry, 'opinion-sealed');
    const ruling = body && ruledOf(checked, feed.entries(), entry);
    return body && ruling !== undefined && ruling.refused === undefined ? [{ entry, body }] : [];
  });
  const last = new Map(own.map((each) => [each.body.platform, each]));
  return [...last.values()].map(({ entry, body }) => {
    const poll = revealedOf(checked, body.platform);
    return { entry, poll: poll ?? '', commit: body.commit, why: poll ? undefined : refusal('not-revealed') };
  });
}

export async function releaseKeys(page: PageSeat): Promise<Released> {
  const { kept, feed, recording, sheets } = page;
  await recording.readOn();
  const released: Hash[] = [];
  const keptBack: { ballot: Hash; why: Refusal }[] = [];
  const ballots = ownBallots(recording.checked, feed.entries()).map(({ entry, poll, superseded }) => ({
    entry,
    poll,
    commit: bodyOf(entry, 'ballot-cast')?.commit,
    why:
      releaseBarred(recording.checked, poll, entry.hash) ??
      (superseded ? refusal('ballot-superseded') : undefined) ??
      (stands(page, poll, entry) ? undefined : refusal('round-open')),
  }));
  for (const { entry, poll, commit, why } of [...ballots, ...opinionsOf(page)]) {
    if (isGiven(page, 'key-released', entry.hash)) continue;
    const key = sheets.keyOf(commit ?? '');
    if (why) keptBack.push({ ballot: entry.hash, why });
    else if (key === undefined) keptBack.push({ ballot: entry.hash, why: refusal('key-missing') });
    else {
      const body = { poll, ballot: entry.hash, key: kept.parts.ciphers.toBase64(key) };
      await feed.say('key-released', async () => ({ body }));
      released.push(entry.hash);
    }
  }
  return { released, kept: keptBack };
}

/** The ballot whose hash the checked `round-closed` counts, recomputed from what the host showed. */
function readForeign(page: PageSeat, shown: ForeignBallot, ballot: string) {
  const { sha256 } = page.kept.parts.ciphers;
  const entry = makeEntry(sha256, shown.previous as Hash, shown.head, shown.body);
  const read = entry.hash === (ballot as Hash) ? readFact(entry) : refuse('entry-unknown');
  if (!read.ok || read.value.withheld) return undefined;
  const { head, fact } = read.value;
  if (fact.kind === 'ballot-cast') return { head, of: fact.body.poll as PollId, body: fact.body };
  if (fact.kind === 'opinion-sealed') return { head, of: fact.body.platform as PlatformId, body: fact.body };
  return undefined;
}

/** What a share may be given for: the ballot itself, or a sealed opinion on the platform once that is revealed. */
function shareFor({ recording: { checked } }: PageSeat, poll: string, ballot: string) {
  const subject = checked.polls.get(poll as PollId)?.opened.subject;
  const platform = subject?.of === 'platform' ? subject.platform : undefined;
  const opinionOf = platform !== undefined && revealedOf(checked, platform) ? platform : undefined;
  return { barred: releaseBarred(checked, poll, ballot), opinionOf };
}

export async function releaseHeldShare(page: PageSeat, poll: string, ballot: string): Promise<Result<null>> {
  const { kept, feed, recording } = page;
  const { ciphers, keys, readBallot } = kept.parts;
  await recording.readOn();
  const { barred, opinionOf } = shareFor(page, poll, ballot);
  if (barred && opinionOf === undefined) return { ok: false, refusal: barred };
  if (isGiven(page, 'share-released', ballot)) return refuse('share-released-already');
  const shown = await readBallot(kept.book, poll, ballot);
  if (!shown.ok) return shown;
  const cast = readForeign(page, shown.value, ballot);
  if (cast === undefined || cast.head.book !== (kept.book as string)) return refuse('entry-unknown');
  const isOpinion = cast.head.kind === 'opinion-sealed';
  if (!isOpinion && barred) return { ok: false, refusal: barred };
  if (cast.of !== (isOpinion ? opinionOf : poll)) return refuse('entry-unknown');
  const held = cast.body.shares.find(({ holder, key }) => holder === kept.seat && key === ciphers.toBase64(keys.kem));
  if (held === undefined) return refuse('not-a-holder');
  const place = {
    book: kept.book as BookId,
    feed: cast.head.feed as FeedId,
    seq: cast.head.seq,
    // What was entered from paper is its member's, whoever signed it.
    seat: (cast.head.for ?? cast.head.seat) as SeatId,
    poll: cast.of,
  };
  let share: Uint8Array;
  try {
    share = await keys.unwrap(ciphers.fromBase64(held.wrapped), shareInfo(ballotAad(place), kept.seat));
  } catch {
    return refuse('share-broken');
  }
  // A false share is the author's doing and is said; it is not passed on as if it were good.
  if (shareCommit(ciphers.sha256, share) !== (held.commit as string)) return refuse('share-mismatch');
  await feed.say('share-released', async () => ({
    body: { poll, ballot: ballot as Hash, share: ciphers.toBase64(share) },
  }));
  return ok(null);
}
