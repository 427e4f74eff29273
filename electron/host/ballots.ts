// Sheets of seats whose key this machine holds: drafts, casting, reopening, and releasing keys after the reveal.
import type { PollId, SeatId } from '../../shared/base/ids.ts';
import { ok, type Refusal, type Result, refuse } from '../../shared/base/result.ts';
import { cleanText } from '../../shared/base/text.ts';
import { type Draft, type DraftItem, draftErrors, type Item, writeBallot } from '../../shared/book/ballot.ts';
import { readFact } from '../../shared/book/fact.ts';
import { holdersOf } from '../../shared/book/seating.ts';
import type { Poll, SealedBallot } from '../../shared/book/state.ts';
import type { ReopenReason } from '../../shared/book/statements.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { ballotAad, sealBallot, shareInfo } from '../../shared/seal/seal-ballot.ts';
import { newSalt } from './fresh.ts';
import { type LiveBook, state as say, seatFeedOf } from './live-book.ts';
import type { Surroundings } from './surroundings.ts';

const COMMENT = '\u0000comment';

export async function draftOf(around: Surroundings, live: LiveBook, seat: string, poll: string): Promise<Draft> {
  const rows = await around.store.readDrafts(live.id, seat, poll);
  const items: Record<string, DraftItem> = {};
  let comment = '';
  for (const { item, text } of rows) {
    if (item === COMMENT) comment = text;
    else items[item] = JSON.parse(text) as DraftItem;
  }
  return { items, ...(comment === '' ? {} : { comment }) };
}

/** Durable on this machine when it resolves; never in a shared feed. Refuses poll-unknown and criterion-unknown. */
export async function saveItem(
  around: Surroundings,
  live: LiveBook,
  seat: string,
  poll: string,
  criterion: string,
  item: DraftItem,
): Promise<Result<null>> {
  const at = live.state.polls[poll];
  if (at === undefined) return refuse('poll-unknown');
  const set = live.state.criteria?.set;
  // What no screen shows could not be taken out again, and would stand in the way of casting.
  if (!set || !criteriaOf(set).some(({ id }) => id === criterion)) return refuse('criterion-unknown', { criterion });
  const clean: DraftItem = {
    ...item,
    ...(item.remark === undefined ? {} : { remark: cleanText(item.remark) }),
    ...(item.reason === undefined ? {} : { reason: cleanText(item.reason) }),
  };
  return await around.store.saveDraft(live.id, seat, poll, criterion, JSON.stringify(clean));
}

export const saveComment = async (around: Surroundings, live: LiveBook, seat: string, poll: string, comment: string) =>
  await around.store.saveDraft(live.id, seat, poll, COMMENT, cleanText(comment));

/** Empty texts fall away, and a reason stands only with "not applicable". */
function sheetItem({ mark, reason, remark, cites }: DraftItem): Item {
  return {
    mark: mark as Item['mark'],
    ...(reason && mark === 'not-applicable' ? { reason } : {}),
    ...(remark ? { remark } : {}),
    ...(cites && cites.length > 0 ? { cites } : {}),
  };
}

/** The first thing that stands between this draft and the box; the screen shows them all beside their criteria. */
export const sheetErrors = (live: LiveBook, draft: Draft): readonly Refusal[] =>
  live.state.criteria ? draftErrors(live.state.criteria.set, draft) : [];

export const cast = async (
  around: Surroundings,
  live: LiveBook,
  seat: SeatId,
  poll: string,
): Promise<Result<{ readonly ballot: string }>> =>
  await castSheet(around, live, seat, poll, await draftOf(around, live, seat, poll));

/** Sealed and cast for a seat whose key this machine holds. Refuses what `draftErrors` finds first, then what the rules say. */
export async function castSheet(
  around: Surroundings,
  live: LiveBook,
  seat: SeatId,
  poll: string,
  draft: Draft,
): Promise<Result<{ readonly ballot: string }>> {
  const at = live.state.polls[poll];
  if (at === undefined) return refuse('poll-unknown');
  const error = sheetErrors(live, draft)[0];
  if (error) return { ok: false, refusal: error };
  const items = Object.fromEntries(Object.entries(draft.items).map(([id, item]) => [id, sheetItem(item)]));
  const plaintext = writeBallot(
    { poll: poll as PollId, items, ...(draft.comment ? { comment: draft.comment } : {}) },
    newSalt(around),
  );
  const said = await say(around, live, seat, async (own) => {
    const place = { book: live.id, feed: own.feed, seq: own.seq + 1, seat, poll: poll as PollId };
    const sealed = await sealBallot(around.ciphers, place, plaintext, holdersOf(live.state, at, seat));
    const kept = await around.store.saveKey('ballot', sealed.body.commit, sealed.key);
    return kept.ok ? { kind: 'ballot-cast' as const, body: sealed.body } : kept;
  });
  return said.ok ? ok({ ballot: said.value }) : said;
}

export async function reopen(
  around: Surroundings,
  live: LiveBook,
  seat: SeatId,
  poll: string,
  reason: ReopenReason,
): Promise<Result<unknown>> {
  const ballot = live.state.polls[poll]?.standing[seat];
  if (ballot === undefined) return refuse('ballot-not-standing');
  const body = { poll, ballot, reason };
  return await say(around, live, seat, async () => ({ kind: 'ballot-reopened', body }));
}

/** Counted ballots of a revealed poll whose author's key is here and has not been released. */
function owed(live: LiveBook): readonly { readonly poll: Poll; readonly ballot: SealedBallot }[] {
  return Object.values(live.state.polls)
    .filter((poll) => poll.step === 'revealed')
    .flatMap((poll) =>
      Object.values(poll.ballots)
        .filter(
          (ballot) =>
            ballot.status === 'counted' && ballot.key === undefined && seatFeedOf(live, ballot.seat) !== undefined,
        )
        .map((ballot) => ({ poll, ballot })),
    );
}

/** This machine wrote and checked `round-closed` and `revealed` itself, so its seats' keys may go out. */
export async function releaseKeys(around: Surroundings, live: LiveBook): Promise<void> {
  for (const { poll, ballot } of owed(live)) {
    const key = await around.store.readKey('ballot', ballot.commit);
    if (key === null) continue;
    const body = { poll: poll.poll, ballot: ballot.entry, key: around.ciphers.toBase64(key) };
    await say(around, live, ballot.seat, async () => ({ kind: 'key-released', body }));
  }
}

/** Gives the share that a seat of this machine holds, for a member whose device was lost. Each release is an entry. */
export async function releaseShare(
  around: Surroundings,
  live: LiveBook,
  seat: SeatId,
  poll: string,
  ballot: string,
): Promise<Result<unknown>> {
  const sealed = live.state.polls[poll]?.ballots[ballot];
  const held = seatFeedOf(live, seat);
  const entry = sealed && live.book.feeds.get(sealed.feed)?.entries[sealed.seq - 1];
  if (sealed === undefined || held === undefined || entry === undefined) return refuse('ballot-not-counted');
  const read = readFact(entry);
  if (!read.ok || read.value.withheld || read.value.fact.kind !== 'ballot-cast') return refuse('ballot-not-counted');
  const mine = read.value.fact.body.shares.find(({ holder }) => holder === seat);
  if (mine === undefined) return refuse('not-a-holder');
  const aad = ballotAad({ book: live.id, feed: sealed.feed, seq: sealed.seq, seat: sealed.seat, poll: poll as PollId });
  const share = await held.device
    .unwrap(around.ciphers.fromBase64(mine.wrapped), shareInfo(aad, seat))
    .catch(() => undefined);
  if (share === undefined) return refuse('share-mismatch');
  const body = { poll, ballot: sealed.entry, share: around.ciphers.toBase64(share) };
  return await say(around, live, seat, async () => ({ kind: 'share-released', body }));
}
