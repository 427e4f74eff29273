// Takes the recording feed on, run by run: believed only where chain and signatures hold, and never in two ways.
import type { FeedId } from '../base/ids.ts';
import { ok, type Result, refusal, refuse } from '../base/result.ts';
import { appendRun, type Book, checkRun, emptyBook, type RunText, tipOf, type VerifySignature } from '../book/book.ts';
import type { Entry, Sha256 } from '../book/entry.ts';
import { isPersonal, readFact } from '../book/fact.ts';
import { readHead } from '../book/head.ts';
import { RULINGS, type Ruling } from '../book/rulings.ts';
import { mayPass } from './checked-passing.ts';
import { type CheckedRecording, logOf, newRecording } from './checked-recording.ts';
import { CLOSED_RULINGS } from './closed-rulings.ts';
import { notePassed, noteRuling } from './note-recording.ts';

/**
 * Takes what a host shows of the recording feed, or of the feed that it was passed on to. A run may begin at what is known already: another hash at a number
 * already checked, with a signature that holds, is a fork, and this copy is then stopped for ever (`recording-forked`).
 * Refuses what `checkRun` refuses, `wrong-feed`, `body-withheld`, `recording-forked`, `recording-unreadable`; a run refused leaves everything as it was.
 */
export async function growRecording(
  checked: CheckedRecording,
  run: RunText,
  sha256: Sha256,
  verify: VerifySignature,
): Promise<Result<null>> {
  if (checked.stopped) return { ok: false, refusal: checked.stopped };
  const log = logOf(checked);
  if (log !== undefined && run.feed !== log.feed)
    return checked.book.feeds.has(run.feed as FeedId)
      ? await refuseOrStop(checked, run, sha256, verify)
      : await followPassing(checked, run, sha256, verify);
  const checkedRun = await checkAgainst(checked, run, sha256, verify);
  if (!checkedRun.ok) return checkedRun;
  if (run.from === 1 && checkedRun.value.run.entries[0]?.hash !== (checked.book.id as string))
    return refuse('wrong-book', { seq: 1 });
  return await takeRun(checked, checkedRun.value, verify);
}

type CheckedRun = Extract<Awaited<ReturnType<typeof checkRun>>, { readonly ok: true }>['value'];

/** Chain and signatures of a run that begins somewhere in what is known, and not another story than what is known. */
async function checkAgainst(
  checked: CheckedRecording,
  run: RunText,
  sha256: Sha256,
  verify: VerifySignature,
): Promise<Result<CheckedRun>> {
  const log = checked.book.feeds.get(run.feed as FeedId);
  if (run.from > (log?.entries.length ?? 0) + 1) return refuse('run-gap', { feed: run.feed, seq: run.from });
  const before: Book = emptyBook(checked.book.id);
  if (log !== undefined && run.from > 1)
    before.feeds.set(log.feed, { ...log, entries: log.entries.slice(0, run.from - 1) });
  const result = await checkRun(before, run, sha256, verify);
  if (!result.ok) return result;
  const { pinned } = checked;
  const isPinned =
    pinned !== undefined && (pinned.feed === undefined ? isFirst(checked, run) : pinned.feed === run.feed);
  for (const [index, entry] of result.value.run.entries.entries()) {
    const seq = run.from + index;
    const mine = log?.entries[seq - 1]?.hash ?? (isPinned && pinned.seq === seq ? pinned.hash : undefined);
    if (mine !== undefined && mine !== entry.hash) {
      checked.stopped = refusal('recording-forked', { seq });
      return { ok: false, refusal: checked.stopped };
    }
  }
  return ok(result.value);
}

const isFirst = ({ former, feed }: CheckedRecording, run: RunText): boolean =>
  run.feed === (former[0]?.feed ?? feed ?? run.feed);

/** A feed that was passed on: what comes after its cut is void and not read, but another story before it is a fork. */
async function refuseOrStop(
  checked: CheckedRecording,
  run: RunText,
  sha256: Sha256,
  verify: VerifySignature,
): Promise<Result<null>> {
  const upTo = checked.former.find(({ feed }) => feed === run.feed)?.upTo ?? 0;
  const commits = run.commits.filter(({ seq }) => seq <= upTo);
  const within = { ...run, entries: run.entries.slice(0, Math.max(0, upTo - run.from + 1)), commits };
  if (within.entries.length === 0) return refuse('wrong-feed', { feed: run.feed, seq: run.from });
  const result = await checkAgainst(checked, within, sha256, verify);
  return result.ok ? ok(null) : result;
}

/** Appends what is new of a checked run and notes it. A run refused here leaves everything as it was. */
async function takeRun(
  checked: CheckedRecording,
  { key, last, run }: CheckedRun,
  verify: VerifySignature,
): Promise<Result<null>> {
  const known = checked.book.feeds.get(run.feed)?.entries.length ?? 0;
  const fresh = run.entries.slice(known - run.from + 1);
  if (fresh.length === 0) return ok(null);
  // Whoever holds back a close or a setting aside would have another story believed; only personal words may be missing, and
  // what is said of a platform that is closed to this seat.
  const heldBack = fresh.findIndex((entry) => entry.body === null && !mayBeMissing(entry.head));
  if (heldBack !== -1) return refuse('body-withheld', { seq: known + 1 + heldBack });
  const commits = run.commits.filter(({ seq }) => seq > known);
  appendRun(checked.book, { key, last, run: { feed: run.feed, from: known + 1, entries: fresh, commits } });
  checked.feed = run.feed;
  for (const [index, entry] of fresh.entries()) {
    const seq = known + 1 + index;
    const read = readFact(entry);
    const isMisplaced = read.ok && read.value.head.kind === 'recording-passed' && (seq !== 1 || checked.term === 0);
    if (!read.ok || isMisplaced || !Object.hasOwn(RULINGS, read.value.head.kind)) {
      checked.stopped = refusal('recording-unreadable', { seq });
      return { ok: false, refusal: checked.stopped };
    }
    if (!read.value.withheld) await noteRuling(checked, read.value.fact as Ruling, seq, entry.hash, verify);
  }
  return ok(null);
}

/**
 * A new feed that takes the recording over: believed only where it goes on from a head that was checked here, and where
 * those who may have signed it, as they were bound at that head. What was noted after the head is forgotten, and so is
 * a farther head of an earlier window: it is void. Refuses wrong-feed, run-gap, recording-unproved.
 */
async function followPassing(
  checked: CheckedRecording,
  run: RunText,
  sha256: Sha256,
  verify: VerifySignature,
): Promise<Result<null>> {
  if (run.from !== 1) return refuse('wrong-feed', { feed: run.feed, seq: run.from });
  const before: Book = emptyBook(checked.book.id);
  const result = await checkRun(before, run, sha256, verify);
  if (!result.ok) return result;
  const first = readFact(result.value.run.entries[0] as Entry);
  if (!first.ok || first.value.withheld || first.value.fact.kind !== 'recording-passed')
    return refuse('wrong-feed', { feed: run.feed, seq: 1 });
  const { head, fact } = first.value;
  const { from } = fact.body;
  const log = logOf(checked);
  if (log === undefined || from.feed !== log.feed) return refuse('wrong-feed', { feed: run.feed, seq: 1 });
  const isSigned = log.entries[from.seq - 1]?.hash === from.hash && log.commits.some(({ seq }) => seq === from.seq);
  if (!isSigned) return refuse('run-gap', { feed: from.feed, seq: from.seq });
  const cut = await replayedTo(checked, from.seq, sha256, verify);
  if (cut === undefined || !mayPass(cut, head, fact.body, log)) return refuse('recording-unproved', { seq: from.seq });
  const pinned = checked.pinned;
  const isVoid = pinned !== undefined && (pinned.feed ?? cut.former[0]?.feed ?? log.feed) === log.feed;
  if (isVoid) delete checked.pinned;
  // Kept: what it may not be shown otherwise again.
  const logs = new Map(checked.book.feeds);
  moveInto(checked, cut);
  for (const [feed, each] of logs) checked.book.feeds.set(feed, each);
  checked.former = [...cut.former, { feed: log.feed, upTo: from.seq }];
  notePassed(checked, head, fact.body);
  return await takeRun(checked, result.value, verify);
}

/** What was known at a number of the present feed, made again from the first entry. */
async function replayedTo(
  checked: CheckedRecording,
  seq: number,
  sha256: Sha256,
  verify: VerifySignature,
): Promise<CheckedRecording | undefined> {
  const again = newRecording(checked.book.id);
  const parts = [...checked.former, { feed: checked.feed as FeedId, upTo: seq }];
  for (const { feed, upTo } of parts) {
    const log = checked.book.feeds.get(feed);
    if (log === undefined) return undefined;
    const [first] = log.entries;
    const read = first && readFact(first);
    if (read?.ok && !read.value.withheld && read.value.fact.kind === 'recording-passed') {
      again.former = [...again.former, { feed: again.feed as FeedId, upTo: read.value.fact.body.from.seq }];
      notePassed(again, read.value.head, read.value.fact.body);
    }
    const entries = log.entries.slice(0, upTo);
    const commits = log.commits.filter((commit) => commit.seq <= upTo);
    const last = tipOf({ ...log, entries }, sha256);
    const taken = await takeRun(again, { key: log.key, last, run: { feed, from: 1, entries, commits } }, verify);
    if (!taken.ok) return undefined;
  }
  return again;
}

/** Everything noted in `from` takes the place of what was noted in `into`, which stays the same object for whoever holds it. */
function moveInto(into: CheckedRecording, from: CheckedRecording): void {
  const { pinned } = into;
  for (const key of Object.keys(into) as (keyof CheckedRecording)[])
    if (key !== 'book') delete (into as Partial<Record<string, unknown>>)[key];
  const { book: _, ...rest } = from;
  Object.assign(into, rest, pinned === undefined ? {} : { pinned });
}

const mayBeMissing = (text: string): boolean => {
  const head = readHead(text);
  return head.ok && (isPersonal(head.value.kind) || CLOSED_RULINGS.has(head.value.kind));
};
