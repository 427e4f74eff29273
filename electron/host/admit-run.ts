// Takes in what a seat's own device signed: checked, decided statement by statement, ruled, and kept in one save.
import type { FeedId, SeatId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { applyStatement } from '../../shared/book/apply-statement.ts';
import { checkRun, type EntryText, type FeedLog, type RunText } from '../../shared/book/book.ts';
import { decide } from '../../shared/book/decide.ts';
import type { Run } from '../../shared/book/entry.ts';
import { readFact } from '../../shared/book/fact.ts';
import { STATEMENTS, type Statement } from '../../shared/book/statements.ts';
import { type LiveBook, type Ruled, recordingOf, ruleOn, take } from './live-book.ts';
import type { Surroundings } from './surroundings.ts';

/** Decides a run of statements in feed order, each on the state left by those before. */
function judge(around: Surroundings, live: LiveBook, run: Run, key: string): readonly Ruled[] {
  const trial = run.entries.length === 1 ? live.state : structuredClone(live.state);
  const refused: Ruled[] = [];
  for (const [index, entry] of run.entries.entries()) {
    const seq = run.from + index;
    const read = readFact(entry);
    if (!read.ok) refused.push({ seq, code: read.refusal.code });
    else if (read.value.withheld || !Object.hasOwn(STATEMENTS, read.value.fact.kind))
      refused.push({ seq, code: 'fact-misplaced' });
    else {
      const { head } = read.value;
      const statement = read.value.fact as Statement;
      const refusal = decide(trial, statement, { seat: head.for ?? head.seat, head, key }, around.ciphers.sha256);
      if (refusal) refused.push({ seq, code: refusal.code });
      else if (trial !== live.state) applyStatement(trial, statement, { entry: entry.hash, at: head.at }, head);
    }
  }
  return refused;
}

/** A close names the head of every feed, a thousand at most; a device that begins anew after each loss needs few. */
const FEEDS_PER_SEAT = 16;
const feedsOf = (live: LiveBook, seat: string): number =>
  [...live.book.feeds.values()].filter(({ key }) => live.state.devices[key]?.seat === seat).length;

/**
 * Takes a seat's own signed run, rules on each statement and keeps both in one save. What is there already with the
 * same hashes is passed over, so a page may send again what it is not sure of. Refuses not-recording, wrong-feed,
 * key-unbound, too-many-feeds, fork, and what `checkRun` refuses.
 */
export async function admit(
  around: Surroundings,
  live: LiveBook,
  text: RunText,
  seat: SeatId,
): Promise<Result<{ readonly refused: readonly Ruled[] }>> {
  const recording = recordingOf(live);
  if (recording === undefined) return refuse('not-recording');
  if (live.state.readOnly) return { ok: false, refusal: live.state.readOnly };
  if (text.feed === recording.own.feed || live.held.has(text.feed as FeedId))
    return refuse('wrong-feed', { feed: text.feed, seq: text.from });
  const log = live.book.feeds.get(text.feed as FeedId);
  if (log !== undefined && live.state.devices[log.key]?.seat !== seat) return refuse('key-unbound');
  const fresh = withoutKnown(live, text);
  if (fresh === undefined) return ok({ refused: refusedBefore(live, text) });
  const forked = live.forks.get(text.feed as FeedId);
  if (forked !== undefined) return refuse('fork', { feed: text.feed, seq: forked });
  if (log === undefined && feedsOf(live, seat) >= FEEDS_PER_SEAT)
    return refuse('too-many-feeds', { most: FEEDS_PER_SEAT });
  if (log !== undefined && fresh.from <= log.entries.length) return await keepFork(around, live, log, fresh);
  const checked = await checkRun(live.book, fresh, around.ciphers.sha256, around.verify);
  if (!checked.ok) return checked;
  const { run, key } = checked.value;
  const device = live.state.devices[key];
  if (device === undefined || device.seat !== seat) return refuse('key-unbound');
  const refused = judge(around, live, run, key);
  const ruled = await ruleOn(around, recording, run, refused);
  const taken = await take(
    around,
    live,
    [
      { run, key },
      { run: ruled.run, key: ruled.own.key },
    ],
    [recording],
  );
  if (!taken.ok) return taken;
  recording.own = ruled.own;
  return ok({ refused });
}

/**
 * The device signed something else at a number that we have: both are kept as proof and the feed is stopped, once the
 * signature of the other side holds. Always refuses: `fork`, or why it is no fork.
 */
async function keepFork(around: Surroundings, live: LiveBook, log: FeedLog, other: RunText): Promise<Result<never>> {
  const common = { ...log, entries: log.entries.slice(0, other.from - 1) };
  const before = { id: live.id, feeds: new Map([[log.feed, common]]) };
  const checked = await checkRun(before, other, around.ciphers.sha256, around.verify);
  if (!checked.ok) return checked;
  const stored = await around.store.append(live.id, [checked.value.run]);
  if (!stored.ok && stored.refusal.code !== 'fork') return stored;
  live.forks.set(log.feed, other.from);
  return refuse('fork', { feed: log.feed, seq: other.from });
}

/** The part of a run that goes on from what we have; undefined where all of it is known. */
function withoutKnown(live: LiveBook, text: RunText): RunText | undefined {
  const have = live.book.feeds.get(text.feed as FeedId)?.entries ?? [];
  let skip = 0;
  const same = (entry: EntryText | undefined, at: number) => {
    const known = have[at];
    return (
      entry !== undefined &&
      known !== undefined &&
      known.head === entry.head &&
      known.body === ('body' in entry ? entry.body : null)
    );
  };
  while (skip < text.entries.length && same(text.entries[skip], text.from - 1 + skip)) skip += 1;
  if (skip === text.entries.length) return undefined;
  const from = text.from + skip;
  return {
    feed: text.feed,
    from,
    entries: text.entries.slice(skip),
    commits: text.commits.filter(({ seq }) => seq >= from),
  };
}

function refusedBefore(live: LiveBook, text: RunText): readonly Ruled[] {
  const refused = live.state.feeds[text.feed]?.refused ?? {};
  return Object.entries(refused)
    .map(([seq, code]) => ({ seq: Number(seq), code }))
    .filter(({ seq }) => seq >= text.from && seq < text.from + text.entries.length);
}
