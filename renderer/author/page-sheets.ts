// The sheets of a page's seat: drafts durable here, what was cast, and how to take back the last change.
import type { PollId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { type Ballot, type BallotTerms, type Draft, PLAIN_TERMS, readBallot } from '../../shared/book/ballot.ts';
import { ballotOf, startedFrom } from '../../shared/book/draft-sheet.ts';
import { openEnvelope } from '../../shared/seal/open-ballots.ts';
import type { Sheet } from './author.ts';
import { type Change, EMPTY_DRAFT, takeBack, UNDO_LIMIT } from './drafts.ts';
import type { PageFeed } from './page-feed.ts';
import type { Kept } from './page-kept.ts';
import type { PageRecording } from './page-recording.ts';
import type { KeyRecord } from './page-store.ts';
import { barredFrom, bodyOf, roundBefore, type Standing, standingOf } from './standing.ts';
import { newQueue } from './told.ts';

export type PageSheets = {
  readonly sheet: (poll: string) => Sheet;
  readonly standing: (poll: string) => Standing;
  readonly draft: (poll: string) => Draft;
  /** What the sheet of a poll is judged by, from what is kept here and what the recording feed says. */
  readonly terms: (poll: string) => BallotTerms;
  /** Durable when resolved. */
  readonly change: (
    poll: string,
    before: (draft: Draft) => Change,
    make: (draft: Draft) => Draft,
  ) => Promise<Result<null>>;
  readonly undo: (poll: string) => Promise<Result<{ readonly criterion: string }>>;
  /** Keys of own ballots by their commitment. */
  readonly keyOf: (commit: string) => Uint8Array | undefined;
  readonly addKey: (record: KeyRecord) => Promise<void>;
  /** Polls whose draft says something and is not cast. */
  readonly uncast: () => readonly string[];
  /** The draft was thrown away in the same transaction as what it became. */
  readonly dropped: (poll: string) => void;
  /** Drops every draft, and keeps only what the reveal will ask for. */
  readonly forget: () => Promise<void>;
  readonly settled: () => Promise<void>;
  /** Runs after every change under way and before any that comes later: what is cast is what was last marked. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
};

export async function openPageSheets(kept: Kept, feed: PageFeed, recording: PageRecording): Promise<PageSheets> {
  const { parts, book, seat } = kept;
  const drafts = new Map<string, Draft>();
  const undos = new Map<string, readonly Change[]>();
  const shown = new Map<string, Sheet>();
  const keys = new Map((await parts.store.keys(book, seat)).map((record) => [record.commit, record.key]));
  const queue = newQueue();
  kept.changed.on(() => shown.clear());

  const standing = (poll: string) => standingOf(recording.checked, feed.entries(), feed.isReceived, poll);

  /** After casting, the plaintext is kept sealed only: it is opened again with the seat's own key. */
  const openOwn = async (poll: string): Promise<void> => {
    const cast = feed.entries().findLast((entry) => bodyOf(entry, 'ballot-cast')?.poll === poll);
    const body = cast && bodyOf(cast, 'ballot-cast');
    const key = body && keys.get(body.commit);
    if (cast === undefined || body === undefined || key === undefined) return;
    const place = { book, feed: cast.feed, seq: cast.seq, seat, poll: poll as PollId };
    const text = await openEnvelope(parts.ciphers, place, body.envelope, key, body.commit);
    const ballot = text.ok ? readBallot(text.value, poll as PollId) : text;
    if (ballot.ok) {
      const { items, comment } = ballot.value;
      drafts.set(poll, { items, ...(comment === undefined ? {} : { comment }) });
    }
  };

  if (kept.record().handedOver === undefined) {
    const polls = new Set(feed.entries().flatMap((entry) => bodyOf(entry, 'ballot-cast')?.poll ?? []));
    for (const poll of polls) await openOwn(poll);
    for (const { poll, draft } of await parts.store.drafts(book, seat)) drafts.set(poll, draft);
  }

  /** What this seat put in the round before, if it was counted: nobody else keeps it, for a page opens no ballots. */
  const former = (poll: string): { readonly ballot: Ballot; readonly round: number } | undefined => {
    const before = roundBefore(recording.checked, poll);
    const said = before && drafts.get(before.poll);
    if (before === undefined || said === undefined || standing(before.poll).step !== 'counted') return undefined;
    return { ballot: ballotOf(before.poll, said), round: before.round };
  };
  const draftOf = (poll: string): Draft => {
    const known = drafts.get(poll);
    if (known) return known;
    const start = former(poll);
    return start ? startedFrom(start.ballot) : EMPTY_DRAFT;
  };
  const termsOf = (poll: string): BallotTerms => {
    const { rules, polls } = recording.checked;
    const subject = polls.get(poll as PollId)?.opened.subject;
    if (rules === undefined || subject?.of !== 'platform') return PLAIN_TERMS;
    const before = rules.rounds.change === 'reason-required' ? former(poll)?.ballot : undefined;
    return {
      scale: rules.scale,
      barred: barredFrom(recording.checked, feed.entries(), subject.platform),
      ...(before === undefined ? {} : { before }),
    };
  };
  const save = async (poll: string, draft: Draft, undo: readonly Change[]) => {
    await parts.store.write({ drafts: [{ book, seat, poll, draft }] });
    drafts.set(poll, draft);
    undos.set(poll, undo);
    kept.changed.tell();
  };
  const barred = (poll: string): Result<null> => {
    if (kept.record().handedOver) return refuse('handed-over');
    const { step } = standing(poll);
    if (step === 'working' || step === 'refused') return ok(null);
    return refuse(step === 'waiting' || step === 'received' ? 'ballot-standing' : 'round-closed');
  };

  return {
    standing,
    draft: draftOf,
    terms: termsOf,
    keyOf: (commit) => keys.get(commit),
    addKey: async (record) => {
      await parts.store.write({ keys: [record] });
      keys.set(record.commit, record.key);
    },
    sheet: (poll) => {
      const known = shown.get(poll);
      if (known) return known;
      const { step, cast, code } = standing(poll);
      const start = former(poll);
      const sheet: Sheet = {
        draft: draftOf(poll),
        step,
        ...(start ? { startedFrom: start.round } : {}),
        ...(cast ? { ballot: cast.hash } : {}),
        ...(code === undefined ? {} : { code }),
        undoable: undos.get(poll)?.length ?? 0,
      };
      shown.set(poll, sheet);
      return sheet;
    },
    change: async (poll, before, make) =>
      await queue(async () => {
        const bar = barred(poll);
        if (!bar.ok) return bar;
        const draft = draftOf(poll);
        await save(poll, make(draft), [...(undos.get(poll) ?? []), before(draft)].slice(-UNDO_LIMIT));
        return ok(null);
      }),
    undo: async (poll) =>
      await queue(async () => {
        const bar = barred(poll);
        if (!bar.ok) return bar;
        const changes = undos.get(poll) ?? [];
        const last = changes.at(-1);
        if (last === undefined) return refuse('nothing-to-undo');
        await save(poll, takeBack(draftOf(poll), last), changes.slice(0, -1));
        return ok({ criterion: last.criterion });
      }),
    uncast: () =>
      [...drafts].flatMap(([poll, draft]) => {
        const says = Object.keys(draft.items).length > 0 || draft.comment !== undefined;
        const open = recording.checked.polls.get(poll as PollId)?.closed === undefined;
        return says && open && ['working', 'refused'].includes(standing(poll).step) ? [poll] : [];
      }),
    dropped: (poll) => {
      drafts.delete(poll);
      undos.delete(poll);
      kept.changed.tell();
    },
    settled: async () => await queue(async () => {}),
    inTurn: queue,
    forget: async () => {
      const records = await parts.store.drafts(book, seat);
      await kept.keep({ handedOver: true }, { dropDrafts: records });
      drafts.clear();
      undos.clear();
      kept.changed.tell();
    },
  };
}
