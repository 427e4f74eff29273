// Takes in what another machine sent: checked, kept in one save, applied; and where this machine records, ruled in that same save.
import type { FeedId } from '../../shared/base/ids.ts';
import { ok, type Result } from '../../shared/base/result.ts';
import { addBranch, appendRun, type Book, type RunText } from '../../shared/book/book.ts';
import { courseOf } from '../../shared/book/course.ts';
import type { Run } from '../../shared/book/entry.ts';
import { advance } from '../../shared/book/fold.ts';
import { openBallots } from '../../shared/seal/open-ballots.ts';
import { NOTHING_OPENED } from '../../shared/seal/opened.ts';
import { judgeStretches, type Stretch } from './judge-statements.ts';
import { factsOf, type LiveBook, recordingOf, signed } from './live-book.ts';
import { unruledIn } from './own-ahead.ts';
import { type Fresh, sortRuns } from './sort-runs.ts';
import type { Surroundings } from './surroundings.ts';

/** Feeds whose statements nobody has ruled on yet, each with what came of it, in the order in which they are here. */
function waitingIn(around: Surroundings, live: LiveBook, book: Book): readonly Stretch[] {
  const recorded = new Set(courseOf(book, around.ciphers.sha256)?.segments.map(({ feed }) => feed));
  return [...book.feeds.values()].flatMap(({ feed, key }): readonly Stretch[] => {
    if (recorded.has(feed) || live.state.devices[key]?.seat === undefined) return [];
    const unruled = unruledIn({ book, state: live.state, forks: live.forks }, feed);
    const [first] = unruled;
    return first === undefined ? [] : [{ feed, key, from: first.seq, entries: unruled.map(({ entry }) => entry) }];
  });
}

/** One commit with one ruling for each feed; undefined where nothing waits. */
async function rulingsOn(around: Surroundings, live: LiveBook, book: Book) {
  const recording = recordingOf(live);
  if (recording === undefined || live.state.readOnly) return undefined;
  const stretches = waitingIn(around, live, book);
  if (stretches.length === 0) return undefined;
  const facts = factsOf(
    around,
    judgeStretches(around, live.state, stretches).map(({ refused, ...body }) => ({
      kind: 'ruled' as const,
      body: { ...body, refused: [...refused] },
    })),
  );
  if (!facts.ok) throw new Error(`what is ruled cannot be written: ${facts.refusal.code}`);
  return { recording, ...(await signed(around, recording, facts.value)) };
}

/** What was derived from a state that was folded anew is made again. */
async function foldedAnew(around: Surroundings, live: LiveBook): Promise<void> {
  live.rounds.clear();
  live.opened = NOTHING_OPENED;
  live.opened = await openBallots(around.ciphers, live.state, live.book, live.opened);
}

function withFresh(book: Book, fresh: readonly Fresh[]): Book {
  const feeds = new Map(book.feeds);
  const copied: Book = { ...book, feeds };
  for (const feed of new Set(fresh.map(({ run }) => run.feed))) {
    const log = feeds.get(feed);
    if (log) feeds.set(feed, { ...log, entries: [...log.entries], commits: [...log.commits] });
  }
  for (const { run, key } of fresh) appendRun(copied, { run, key, last: { seq: 0, hash: '' as never } });
  return copied;
}

/**
 * To be called in the book's turn. Refuses what `sortRuns` stops at; what stood before it in the list is kept all the
 * same, and the other side of a fork is kept as proof.
 */
export async function takeRuns(
  around: Surroundings,
  live: LiveBook,
  texts: readonly RunText[],
): Promise<Result<{ readonly added: number }>> {
  const { fresh, filled, stopped, branch } = await sortRuns(around, live, texts);
  const kept = await keepFresh(around, live, fresh, filled);
  if (!kept.ok) return kept;
  if (branch) {
    const common = branch.run.from;
    const other = { feed: branch.log.feed, from: common, entries: branch.log.entries.slice(common - 1) };
    const commits = branch.log.commits.filter(({ seq }) => seq >= common);
    const proof = await around.store.append(live.id, [{ ...other, commits }]);
    if (!proof.ok && proof.refusal.code !== 'fork') return proof;
    live.forks.set(branch.log.feed, branch.seq);
    addBranch(live.book, { seq: branch.seq, log: branch.log });
    await moveOn(around, live);
  }
  return stopped ? { ok: false, refusal: stopped } : ok({ added: kept.value });
}

async function moveOn(around: Surroundings, live: LiveBook): Promise<void> {
  if (advance(live.state, live.book, around.ciphers.sha256) === 'anew') await foldedAnew(around, live);
}

async function keepFresh(
  around: Surroundings,
  live: LiveBook,
  fresh: readonly Fresh[],
  filled: readonly Run[],
): Promise<Result<number>> {
  if (fresh.length === 0 && filled.length === 0) return ok(0);
  const ruled = await rulingsOn(around, live, withFresh(live.book, fresh));
  const all = [...fresh, ...(ruled ? [{ run: ruled.run, key: ruled.own.key }] : [])];
  live.unsure = true;
  const stored = await around.store.append(live.id, [...all.map(({ run }) => run), ...filled]);
  live.unsure = false;
  if (!stored.ok) return stored;
  for (const { run, key } of all) appendRun(live.book, { run, key, last: { seq: 0, hash: '' as never } });
  for (const { feed, from, entries } of filled) {
    const log = live.book.feeds.get(feed as FeedId);
    const [entry] = entries;
    if (log && entry) log.entries[from - 1] = entry;
  }
  if (ruled) ruled.recording.own = ruled.own;
  await moveOn(around, live);
  return ok(fresh.reduce((sum, { run }) => sum + run.entries.length, 0));
}

/** What came while another machine recorded, or nobody did: ruled on as soon as this one does. */
export async function ruleWaiting(around: Surroundings, live: LiveBook): Promise<Result<number>> {
  const ruled = await rulingsOn(around, live, live.book);
  if (ruled === undefined) return ok(0);
  live.unsure = true;
  const stored = await around.store.append(live.id, [ruled.run]);
  live.unsure = false;
  if (!stored.ok) return stored;
  appendRun(live.book, { run: ruled.run, key: ruled.own.key, last: { seq: 0, hash: '' as never } });
  ruled.recording.own = ruled.own;
  await moveOn(around, live);
  return ok(ruled.run.entries.length);
}
