// The author whose keys and drafts are in the page: composes feed, checked recording feed, sheets and the tab's place.
import { toBase64 } from '../../shared/base/bytes.ts';
import type { Hash, PollId } from '../../shared/base/ids.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../shared/base/result.ts';
import { cleanText } from '../../shared/base/text.ts';
import type { Draft as PageDraft } from '../../shared/book/ballot.ts';
import type { StatementKind, StatementOf } from '../../shared/book/statements.ts';
import { seenOf } from '../../shared/seal/checked-recording.ts';
import { votedOn } from '../../shared/seal/recording-proof.ts';
import type { Author, Released, Trust } from './author.ts';
import { markedIn, withComment, withItem } from './drafts.ts';
import { castSheet, castVote, type PageSeat, reopenSheet } from './page-cast.ts';
import { openPageFeed } from './page-feed.ts';
import { keepSeat, type PageParts } from './page-kept.ts';
import { keepOpened, openedIn, stateOpened } from './page-openings.ts';
import { writeOpinion } from './page-opinion.ts';
import { type PlaceMeans, takePlace } from './page-place.ts';
import { openPageRecording } from './page-recording.ts';
import { releaseHeldShare, releaseKeys } from './page-release.ts';
import { openPageSheets } from './page-sheets.ts';
import type { SeatRecord } from './page-store.ts';
import { ruledOf } from './standing.ts';
import { newTold, type Told } from './told.ts';

export type PageAuthorParts = PageParts & {
  readonly place: PlaceMeans;
  /** Whether the browser promised to keep this origin's store. */
  readonly lasting: boolean;
};

/** A full disk is a refusal; that somebody else has written is said; the rest is a fault. */
function refusalOf(error: unknown): Refusal | undefined {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return refusal('store-full');
  return name === 'ConstraintError' ? refusal('open-elsewhere') : undefined;
}

/** Everything is read anew from the store: another tab may have written since. */
async function openSeat(parts: PageParts, first: SeatRecord, changed: Told): Promise<PageSeat> {
  const latest = (await parts.store.seats()).find(({ book, seat }) => book === first.book && seat === first.seat);
  const kept = keepSeat(parts, latest ?? first, changed);
  const recording = openPageRecording(kept);
  const feed = await openPageFeed(kept, () => seenOf(recording.checked, parts.ciphers.sha256));
  return { kept, feed, recording, sheets: await openPageSheets(kept, feed, recording) };
}

function trustOf(page: PageSeat | undefined, lasting: boolean): Trust {
  if (page === undefined) return { place: 'elsewhere', pending: 0, refused: [], lasting };
  const { feed, recording } = page;
  const entries = feed.entries();
  const refused = entries.flatMap((entry) => {
    const code = entry.kind === 'ballot-cast' ? undefined : ruledOf(recording.checked, entries, entry)?.refused;
    return code === undefined ? [] : [{ kind: entry.kind, code }];
  });
  const [doubt, stuck] = [recording.doubt(), feed.stuck()];
  return {
    place: 'here',
    pending: feed.pending(),
    refused,
    ...(stuck ? { stuck } : {}),
    lasting,
    ...(doubt ? { doubt } : {}),
  };
}

/** Resolves once it is known whether this tab writes for the seat; nothing is asked of the host yet, see `resume`. */
export async function openPageAuthor(parts: PageAuthorParts, record: SeatRecord): Promise<Author> {
  const changed = newTold();
  let page: PageSeat | undefined;
  let trust: Trust | undefined;
  let released: Promise<unknown> = Promise.resolve();
  changed.on(() => {
    trust = undefined;
  });
  const place = await takePlace(
    parts.place,
    `hoidong/${record.book}/${record.seat}`,
    async () => {
      page = await openSeat(parts, record, changed);
    },
    async () => {
      // What is being written ends first: the other tab reads it.
      await page?.sheets.settled();
      await page?.feed.settled();
      page = undefined;
    },
    changed.tell,
  );

  const here = async <T>(act: (page: PageSeat) => Promise<Result<T>>): Promise<Result<T>> => {
    if (page === undefined || !place.isHere()) return refuse('open-elsewhere');
    try {
      return await act(page);
    } catch (error) {
      const refused = refusalOf(error);
      if (refused === undefined) throw error;
      return { ok: false, refusal: refused };
    }
  };
  /** One after the other: two at once would give the same key twice. */
  const give = async (at: PageSeat): Promise<Released> => {
    const mine = released.then(async () => await releaseKeys(at));
    released = mine.catch(() => undefined);
    return await mine;
  };
  const sendOn = async (at: PageSeat): Promise<void> => {
    await at.feed.send();
    await at.recording.readOn();
  };
  /** Durable when resolved; sent as soon as the link allows, which nobody waits for. */
  const post = async (at: PageSeat): Promise<void> => {
    await sendOn(at);
    // Where every ballot is seen as it is cast, its key follows it.
    if (at.recording.checked.rules?.secrecy === 'open' && (await give(at)).released.length > 0) await sendOn(at);
  };
  const say = async <K extends StatementKind>(kind: K, body: () => StatementOf<K>): Promise<Result<null>> =>
    await here(async (at) => {
      if (at.kept.record().handedOver) return refuse('handed-over');
      await at.feed.say(kind, async () => ({ body: body() }));
      void post(at);
      return ok(null);
    });
  const salt = () => toBase64(parts.ciphers.random(16));
  const posted = async <T>(at: PageSeat, done: Promise<Result<T>>): Promise<Result<T>> => {
    const result = await done;
    if (result.ok) void post(at);
    return result;
  };
  /** Presence, never an entry: whether it arrives changes nothing. */
  const report = (at: PageSeat, poll: string, files?: number): void => {
    const marked = markedIn(at.sheets.draft(poll));
    const opened = files === undefined ? {} : { opened: files };
    void parts.call('presence.report', { book: at.kept.book, poll, marked, ...opened });
  };
  /** One after the other: two at once would say the same twice. */
  const telling = async (at: PageSeat): Promise<boolean> => {
    const mine = released.then(async () => await stateOpened(at));
    released = mine.catch(() => undefined);
    return await mine;
  };
  const saved = async (at: PageSeat, poll: string, done: Promise<Result<null>>): Promise<Result<null>> => {
    const result = await done;
    if (result.ok) report(at, poll);
    return result;
  };

  return {
    book: record.book,
    seat: record.seat,
    keptBy: 'page',
    sheet: (poll) => (place.isHere() ? page?.sheets.sheet(poll) : undefined),
    onSheet: (_, told) => changed.on(told),
    saveItem: async (poll, criterion, item) =>
      await here(async (at) => {
        const before = (draft: PageDraft) => ({ criterion, item: draft.items[criterion] });
        return await saved(
          at,
          poll,
          at.sheets.change(poll, before, (draft) => withItem(draft, criterion, item)),
        );
      }),
    saveComment: async (poll, comment) =>
      await here(async (at) => {
        const before = (draft: PageDraft) => ({ criterion: '' as const, comment: draft.comment });
        return await saved(
          at,
          poll,
          at.sheets.change(poll, before, (draft) => withComment(draft, comment)),
        );
      }),
    undo: async (poll) => await here(async (at) => await at.sheets.undo(poll)),

    cast: async (poll) => await here(async (at) => await posted(at, castSheet(at, poll))),
    reopen: async (poll, reason) => await here(async (at) => await posted(at, reopenSheet(at, poll, reason))),
    declare: async (declared) =>
      declared.length === 0
        ? ok(null)
        : await say('interest-declared', () => ({
            declared: declared.map(({ criteria, ...rest }) => ({
              ...rest,
              ...(criteria ? { criteria: [...criteria] } : {}),
            })),
          })),
    writeOpinion: async (platform, text, marks) =>
      await here(async (at) => await posted(at, writeOpinion(at, platform, text, marks))),
    vote: async (poll, about, choice) =>
      await here(async (at) => {
        await at.recording.readOn();
        const { checked } = at.recording;
        // What is voted on is what the recording feed itself put, not what a view says of it.
        const put = votedOn(checked, poll);
        if (put === undefined) return refuse('poll-unknown');
        if (put !== about) return refuse('stale-object');
        if (checked.polls.get(poll as PollId)?.opened.secrecy !== 'secret')
          return await say('vote-cast', () => ({ poll, about: about as Hash, choice }));
        const sealed = await posted(at, castVote(at, poll, about, choice));
        return sealed.ok ? ok(null) : sealed;
      }),
    reserve: async (conclusion, about, text) => {
      const words = cleanText(text.toWellFormed());
      if (words === '') return refuse('reservation-text-missing');
      return await here(async (at) => {
        await at.recording.readOn();
        if (at.recording.checked.conclusions.get(conclusion) !== about) return refuse('stale-object');
        return await say('reservation-made', () => ({
          _salt: salt(),
          conclusion,
          about: about as Hash,
          text: words,
        }));
      });
    },
    remark: async (platform, criterion, text) => {
      const words = cleanText(text.toWellFormed());
      if (words === '') return refuse('remark-text-missing');
      return await say('remark-made', () => ({ _salt: salt(), platform, criterion, text: words }));
    },
    reportCount: async (report) => await say('count-reported', () => report),
    approve: async (sha256) =>
      await here(async (at) => {
        await at.recording.readOn();
        if (at.recording.checked.written !== sha256) return refuse('stale-object');
        return await say('minutes-approved', () => ({ sha256: sha256 as Hash }));
      }),
    confirm: async (entry) => await say('entry-confirmed', () => ({ entry: entry as Hash })),

    noteOpened: async (platform, sha256, poll) =>
      await here(async (at) => {
        if (at.kept.record().handedOver) return refuse('handed-over');
        await keepOpened(at, platform, sha256);
        if (poll !== undefined) report(at, poll, openedIn(at, platform).length);
        if (await telling(at)) void post(at);
        return ok(null);
      }),
    release: async () =>
      await here(async (at) => {
        const done = await give(at);
        const told = await telling(at);
        if (told || done.released.length > 0) void post(at);
        return ok(done);
      }),
    releaseShare: async (poll, ballot) =>
      await here(async (at) => await posted(at, releaseHeldShare(at, poll, ballot))),

    trust: () => {
      trust ??= trustOf(place.isHere() ? page : undefined, parts.lasting);
      return trust;
    },
    onTrust: changed.on,
    resume: async () =>
      await here(async (at) => {
        await at.feed.meet();
        await at.recording.readOn();
        return ok(null);
      }),
    takeOver: async () => {
      await place.takeOver();
      return ok(null);
    },
    handOver: async (dropDrafts) =>
      await here(async (at) => {
        if (!dropDrafts && at.sheets.uncast().length > 0) return refuse('draft-uncast');
        await at.sheets.forget();
        return ok(null);
      }),
    close: async () => {
      await page?.sheets.settled();
      await page?.feed.settled();
      page = undefined;
      place.close();
    },
  };
}
