// Gives keys and shares after the reveal, and only for what the page has checked itself (design, section 3, "Sealing").
import type { BookId, FeedId, Hash, PollId, SeatId } from '../../shared/base/ids.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../shared/base/result.ts';
import { shareCommit } from '../../shared/book/decide-ballot.ts';
import { makeEntry } from '../../shared/book/entry.ts';
import { readFact } from '../../shared/book/fact.ts';
import { releaseBarred } from '../../shared/seal/recording-proof.ts';
import { ballotAad, shareInfo } from '../../shared/seal/seal-ballot.ts';
import type { Released } from './author.ts';
import type { PageSeat } from './page-cast.ts';
import type { ForeignBallot } from './page-kept.ts';
import { bodyOf, ownBallots, ruledOf } from './standing.ts';

/** A release that was refused is tried again, but not for ever. */
const TRIES = 3;

/** Whether an own release of this ballot is on its way or admitted, or was refused too often. */
function isGiven({ feed, recording }: PageSeat, kind: 'key-released' | 'share-released', ballot: string): boolean {
  const given = feed.entries().filter((entry) => bodyOf(entry, kind)?.ballot === ballot);
  const refused = given.filter((entry) => ruledOf(recording.checked, feed.entries(), entry)?.refused !== undefined);
  return given.length > refused.length || refused.length >= TRIES;
}

export async function releaseKeys(page: PageSeat): Promise<Released> {
  const { kept, feed, recording, sheets } = page;
  await recording.readOn();
  const released: Hash[] = [];
  const keptBack: { ballot: Hash; why: Refusal }[] = [];
  for (const { entry, poll, superseded } of ownBallots(recording.checked, feed.entries())) {
    if (isGiven(page, 'key-released', entry.hash)) continue;
    const key = sheets.keyOf(bodyOf(entry, 'ballot-cast')?.commit ?? '');
    const why =
      releaseBarred(recording.checked, poll, entry.hash) ?? (superseded ? refusal('ballot-superseded') : undefined);
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
  return read.ok && !read.value.withheld && read.value.fact.kind === 'ballot-cast'
    ? { head: read.value.head, body: read.value.fact.body }
    : undefined;
}

export async function releaseHeldShare(page: PageSeat, poll: string, ballot: string): Promise<Result<null>> {
  const { kept, feed, recording } = page;
  const { ciphers, keys, readBallot } = kept.parts;
  await recording.readOn();
  const barred = releaseBarred(recording.checked, poll, ballot);
  if (barred) return { ok: false, refusal: barred };
  if (isGiven(page, 'share-released', ballot)) return refuse('share-released-already');
  const shown = await readBallot(kept.book, poll, ballot);
  if (!shown.ok) return shown;
  const cast = readForeign(page, shown.value, ballot);
  if (cast === undefined || cast.body.poll !== poll || cast.head.book !== (kept.book as string))
    return refuse('entry-unknown');
  const held = cast.body.shares.find(({ holder, key }) => holder === kept.seat && key === ciphers.toBase64(keys.kem));
  if (held === undefined) return refuse('not-a-holder');
  const place = {
    book: kept.book as BookId,
    feed: cast.head.feed as FeedId,
    seq: cast.head.seq,
    seat: cast.head.seat as SeatId,
    poll: poll as PollId,
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
