// Sheets of seats whose key this machine holds: drafts, casting, reopening, and releasing keys after the reveal.
import type { PollId, SeatId } from '../../shared/base/ids.ts';
import { ok, type Refusal, type Result, refuse } from '../../shared/base/result.ts';
import { cleanText } from '../../shared/base/text.ts';
import {
  type Ballot,
  type BallotTerms,
  type Draft,
  type DraftItem,
  draftErrors,
  writeBallot,
} from '../../shared/book/ballot.ts';
import { newestOf } from '../../shared/book/citation.ts';
import { ballotOf, cleanDraft, marksOf, startedFrom } from '../../shared/book/draft-sheet.ts';
import { evidenceOf } from '../../shared/book/evidence-of.ts';
import type { Choice } from '../../shared/book/meeting-rulings.ts';
import { holdersOf, isRecused } from '../../shared/book/seating.ts';
import type { Poll } from '../../shared/book/state.ts';
import type { ReopenReason } from '../../shared/book/statements.ts';
import { writeVotePaper } from '../../shared/book/vote-paper.ts';
import type { DraftView } from '../../shared/contract/views.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { ballotBefore, termsOf } from '../../shared/seal/judge-ballot.ts';
import { frameOf, sealBallot } from '../../shared/seal/seal-ballot.ts';
import { newSalt } from './fresh.ts';
import { type LiveBook, state as say } from './live-book.ts';
import { openedBy } from './openings.ts';
import { stateAhead } from './own-ahead.ts';
import type { Surroundings } from './surroundings.ts';

const COMMENT = '\u0000comment';

/** What the seat itself put in the round before, as far as it was valid: a new round's sheet begins with it. */
const formerOf = ({ state, opened }: LiveBook, poll: Poll, seat: string): Ballot | undefined =>
  ballotBefore(state, opened, poll, seat);

/** As it is kept here, over the seat's own marks of the round before. */
export async function draftOf(around: Surroundings, live: LiveBook, seat: string, poll: string): Promise<Draft> {
  const at = live.state.polls[poll];
  const former = at && formerOf(live, at, seat);
  const start: Draft = former ? startedFrom(former) : { items: {} };
  const items: Record<string, DraftItem> = { ...start.items };
  let { comment = '' } = start;
  for (const { item, text } of await around.store.readDrafts(live.id, seat, poll)) {
    if (item === COMMENT) comment = text;
    else items[item] = JSON.parse(text) as DraftItem;
  }
  return { items, ...(comment === '' ? {} : { comment }) };
}

/** While a sheet is worked on, and as it is cast, its citations are held against the newest revisions. */
const termsFor = ({ state, opened }: LiveBook, poll: Poll, seat: SeatId): BallotTerms => {
  const at = poll.subject.of === 'platform' ? state.platforms[poll.subject.platform] : undefined;
  return { ...termsOf(state, opened, poll, seat), ...(at ? { newest: newestOf(evidenceOf(at)) } : {}) };
};

/** Its platform is closed to the seat: what was written on the sheet stays where it is and is shown no more. */
const isClosed = ({ state }: LiveBook, { subject }: Poll, seat: SeatId): boolean =>
  subject.of === 'platform' && isRecused(state, seat, subject.platform);

/** The working sheet of a seat whose key is here, and what it is judged by. Refuses poll-unknown, recused-here. */
export async function draftShown(
  around: Surroundings,
  live: LiveBook,
  seat: SeatId,
  poll: string,
): Promise<Result<DraftView>> {
  const at = live.state.polls[poll];
  if (at === undefined) return refuse('poll-unknown');
  if (isClosed(live, at, seat)) return refuse('recused-here');
  const { items, comment = '' } = await draftOf(around, live, seat, poll);
  const { barred, before } = termsFor(live, at, seat);
  const former = live.state.polls[formerOf(live, at, seat)?.poll ?? '']?.subject;
  return ok({
    items,
    comment,
    barred,
    openedFiles: await openedBy(around, live, seat, at.subject.of === 'platform' ? at.subject.platform : ''),
    ...(before === undefined ? {} : { before: marksOf(before) }),
    ...(former?.of === 'platform' ? { startedFrom: former.round } : {}),
  });
}

/** Durable on this machine when it resolves; never in a shared feed. Refuses poll-unknown, recused-here, criterion-unknown, criterion-recused. */
export async function saveItem(
  around: Surroundings,
  live: LiveBook,
  seat: SeatId,
  poll: string,
  criterion: string,
  item: DraftItem,
): Promise<Result<null>> {
  const at = live.state.polls[poll];
  if (at === undefined) return refuse('poll-unknown');
  if (isClosed(live, at, seat)) return refuse('recused-here');
  const set = live.state.criteria?.set;
  // What no screen shows could not be taken out again, and would stand in the way of casting.
  if (!set || !criteriaOf(set).some(({ id }) => id === criterion)) return refuse('criterion-unknown', { criterion });
  if (termsFor(live, at, seat).barred.includes(criterion)) return refuse('criterion-recused', { criterion });
  const clean: DraftItem = {
    ...item,
    ...(item.remark === undefined ? {} : { remark: cleanText(item.remark) }),
    ...(item.reason === undefined ? {} : { reason: cleanText(item.reason) }),
    ...(item.change === undefined ? {} : { change: cleanText(item.change) }),
  };
  return await around.store.saveDraft(live.id, seat, poll, criterion, JSON.stringify(clean));
}

/** Refuses recused-here. */
export const saveComment = async (
  around: Surroundings,
  live: LiveBook,
  seat: SeatId,
  poll: string,
  comment: string,
): Promise<Result<null>> => {
  const at = live.state.polls[poll];
  if (at !== undefined && isClosed(live, at, seat)) return refuse('recused-here');
  return await around.store.saveDraft(live.id, seat, poll, COMMENT, cleanText(comment));
};

/** Everything that stands between this draft and the box; the screen shows it beside the criteria. */
export const sheetErrors = (live: LiveBook, draft: Draft, terms: BallotTerms): readonly Refusal[] =>
  live.state.criteria ? draftErrors(live.state.criteria.set, draft, terms) : [];

export const cast = async (
  around: Surroundings,
  live: LiveBook,
  seat: SeatId,
  poll: string,
): Promise<Result<{ readonly ballot: string }>> =>
  await castSheet(around, live, seat, poll, await draftOf(around, live, seat, poll));

/**
 * Sealed and cast for a seat: by its own key, or by the key of `by`, who enters what stands on its sheet of paper.
 * Refuses what `draftErrors` finds first, then what the rules say.
 */
export async function castSheet(
  around: Surroundings,
  live: LiveBook,
  seat: SeatId,
  poll: string,
  draft: Draft,
  by = seat,
): Promise<Result<{ readonly ballot: string; readonly commit: string }>> {
  const at = live.state.polls[poll];
  if (at === undefined || at.subject.of !== 'platform') return refuse('poll-unknown');
  const terms = termsFor(live, at, seat);
  const clean = cleanDraft(draft, terms);
  const error = sheetErrors(live, clean, terms)[0];
  if (error) return { ok: false, refusal: error };
  return await castText(
    around,
    live,
    at,
    { seat, by },
    writeBallot(ballotOf(at.poll as PollId, clean), newSalt(around)),
  );
}

/** The key is durable before the entry that needs it. */
async function castText(
  around: Surroundings,
  live: LiveBook,
  poll: Poll,
  { seat, by }: { readonly seat: SeatId; readonly by: SeatId },
  text: string,
): Promise<Result<{ readonly ballot: string; readonly commit: string }>> {
  let commit = '';
  const said = await say(
    around,
    live,
    by,
    async (own) => {
      const place = { book: live.id, feed: own.feed, seq: own.seq + 1, seat, poll: poll.poll as PollId };
      const holders = holdersOf(live.state, poll, seat);
      const sealed = await sealBallot(around.ciphers, place, text, holders, frameOf(poll));
      commit = sealed.body.commit;
      const kept = await around.store.saveKey('ballot', commit, sealed.key);
      return kept.ok ? { kind: 'ballot-cast' as const, body: sealed.body } : kept;
    },
    by === seat ? {} : { for: seat, via: 'paper' },
  );
  return said.ok ? ok({ ballot: said.value, commit }) : said;
}

/** In the open it is said; in a secret vote it is sealed like a sheet. Refuses `stale-object` where other words were put. */
export async function castVote(
  around: Surroundings,
  live: LiveBook,
  seat: SeatId,
  { poll, about, choice }: { readonly poll: string; readonly about: string; readonly choice: Choice },
): Promise<Result<unknown>> {
  const at = live.state.polls[poll];
  if (at?.secrecy !== 'secret' || at.subject.of === 'platform')
    return await say(around, live, seat, async () => ({
      kind: 'vote-cast',
      body: { poll, about: about as never, choice },
    }));
  const { subject } = at;
  const put =
    subject.of === 'conclusion' ? live.state.conclusions[subject.conclusion] : live.state.elections[subject.election];
  if (put?.sha256 !== about) return refuse('stale-object');
  return await castText(around, live, at, { seat, by: seat }, writeVotePaper({ poll, about, choice }, newSalt(around)));
}

/** Takes back a standing ballot: the seat's own, or what `by` entered for it from paper. */
export async function reopen(
  around: Surroundings,
  live: LiveBook,
  seat: SeatId,
  poll: string,
  reason: ReopenReason,
  by = seat,
): Promise<Result<unknown>> {
  const ballot = stateAhead(live).polls[poll]?.standing[seat];
  if (ballot === undefined) return refuse('ballot-not-standing');
  const body = { poll, ballot, reason };
  const more = by === seat ? {} : { for: seat, via: 'paper' as const };
  return await say(around, live, by, async () => ({ kind: 'ballot-reopened', body }), more);
}
