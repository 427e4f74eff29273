// One book on one link: what the other side has of it, what is on its way, and what was refused.
import type { BookId, FeedId } from '../../shared/base/ids.ts';
import { type Refusal, type Result, refusal } from '../../shared/base/result.ts';
import type { RunText } from '../../shared/book/book.ts';
import type { Sha256 } from '../../shared/book/entry.ts';
import type { HeadRef } from '../../shared/book/head.ts';
import { askingAgain } from './asking-again.ts';
import type { BookOnLink } from './exchange-state.ts';
import type { Intake } from './intake.ts';
import { FEED_LIMIT, type Vector } from './messages.ts';
import type { SharedBook, Shown } from './on-book.ts';
import { BATCH, type OnLink } from './on-link.ts';
import type { ForkProof, Replica } from './replica.ts';
import { outcomeOf } from './run-outcome.ts';
import { compareVector, markOf, type Tip, writeVector } from './vector.ts';

type Given = {
  readonly replica: Replica;
  readonly intake: Intake;
  readonly sha256: Sha256;
  readonly link: OnLink;
  readonly n: number;
  readonly book: BookId;
  readonly shown: Shown;
};

export function shareBook({ replica, intake, sha256, link, n, book, shown }: Given): SharedBook {
  let own: readonly HeadRef[] = [];
  let forks: readonly ForkProof[] = [];
  let theirs = new Map<FeedId, Tip>();
  /** Entries that the other side has in feeds that are not here. */
  let unknown = 0;
  /** Feeds of its vector that were here. */
  let listed: ReadonlySet<FeedId> = new Set();
  let isHeard = false;
  let isSaid = false;
  let dropped: Refusal | undefined;
  const sent = new Map<FeedId, number>();
  /** What the other side has just sent: the change that taking it makes here must not send it back. */
  const coming = new Map<FeedId, number>();
  /** What the other side has been told that this side has. */
  const told = new Map<FeedId, number>();
  const stoppedThere = new Set<FeedId>();
  const forkSaid = new Set<FeedId>();
  const refusedThere = new Map<FeedId, string>();
  /** Raised whenever what was sent is to be sent again: what is being read at that moment is not what comes next. */
  let turn = 0;
  let isBlocked = false;
  let isWideAsked = false;

  const isLive = (): boolean => dropped === undefined && link.isOpen();
  const ownSeq = (feed: FeedId): number => own.find((head) => head.feed === feed)?.seq ?? 0;
  const seqThere = (feed: FeedId): number => Math.max(theirs.get(feed)?.seq ?? 0, coming.get(feed) ?? 0);
  const asking = askingAgain(n, link, ownSeq);
  const forkOf = (feed: FeedId) => forks.find((fork) => fork.feed === feed);
  const isStopped = (feed: FeedId): boolean => forkOf(feed) !== undefined;

  async function look(): Promise<void> {
    [own, forks] = await Promise.all([replica.tips(book), replica.forks(book)]);
  }

  function drop(why: Refusal, tell: boolean): void {
    if (dropped) return;
    dropped = why;
    if (tell) link.say({ drop: n, code: why.code });
    link.changed();
  }

  async function heardVector(given: Vector): Promise<void> {
    await look();
    const compared = compareVector(given, own, sha256);
    if (compared === undefined) return link.end(refusal('exchange-malformed'));
    for (const feed of given.stopped ?? []) stoppedThere.add(feed);
    if ((compared.isUnclear || compared.differ.length > 0) && given.width < 16 && !isWideAsked) {
      isWideAsked = true;
      link.say({ wide: n });
      return;
    }
    theirs = new Map(compared.theirs);
    listed = new Set(theirs.keys());
    unknown = compared.unknown;
    isHeard = true;
    turn += 1;
    sent.clear();
    refusedThere.clear();
    for (const feed of compared.differ) if (!isStopped(feed)) asking.whole(feed);
    link.changed();
    await push();
  }

  let isPushing = false;
  let isMore = false;
  async function push(): Promise<void> {
    isMore = true;
    if (isPushing) return;
    isPushing = true;
    try {
      while (isMore && isLive()) {
        isMore = false;
        await look();
        if (isHeard && isSaid) await pushOnce();
        link.changed();
      }
    } finally {
      isPushing = false;
    }
  }

  /** What the other side holds already needs no sending, only the word that it is here too: it stops being owed. */
  function sayHave(): void {
    const news = own.filter(({ feed, seq }) => (told.get(feed) ?? 0) < seq && (theirs.get(feed)?.seq ?? 0) >= seq);
    for (let at = 0; at < news.length; at += FEED_LIMIT) {
      const part = news.slice(at, at + FEED_LIMIT);
      link.say({ took: n, tips: part.map(({ feed, seq, hash }) => [feed, seq, markOf(hash)]), units: 0 });
      for (const { feed, seq } of part) told.set(feed, seq);
    }
  }

  /** Feeds in the order in which they first came here, so that the other side can take them in that order. */
  async function pushOnce(): Promise<void> {
    isBlocked = false;
    sayHave();
    let batch: RunText[] = [];
    let size = 0;
    const flush = (): void => {
      if (batch.length === 0) return;
      link.flight.sent(link.sayRuns(n, batch));
      for (const run of batch) told.set(run.feed as FeedId, run.from + run.entries.length - 1);
      batch = [];
      size = 0;
    };
    for (const { feed, seq } of own) {
      if (refusedThere.has(feed) || asking.isBarred(feed)) continue;
      if (isStopped(feed) && stoppedThere.has(feed)) continue;
      for (let at = Math.max(sent.get(feed) ?? 0, seqThere(feed)); at < seq; ) {
        if (size > 0 && size >= link.flight.left()) flush();
        if (link.flight.isFull()) {
          isBlocked = true;
          return flush();
        }
        const began = turn;
        const run = await replica.read(book, feed, at + 1, BATCH - size);
        if (!isLive()) return;
        if (began !== turn) return flush();
        if (run === undefined) break;
        const units = unitsOf(run);
        if (size > 0 && size + units > BATCH) flush();
        batch.push(run);
        size += units;
        at = run.from + run.entries.length - 1;
        sent.set(feed, at);
        if (size >= BATCH) flush();
      }
      const fork = forkOf(feed);
      if (fork && !forkSaid.has(feed) && !stoppedThere.has(feed)) {
        flush();
        sayFork(fork);
      }
    }
    flush();
  }

  function sayFork({ feed, kept, other }: ForkProof): void {
    forkSaid.add(feed);
    link.say({ fork: n, runs: [kept, other] });
  }

  async function heardRuns(list: readonly RunText[], units: number): Promise<void> {
    if (!isSaid) return link.end(refusal('exchange-unasked'));
    const wanted = list.filter(({ feed }) => !isStopped(feed as FeedId) && !asking.isBarred(feed as FeedId));
    for (const run of wanted) coming.set(run.feed as FeedId, run.from + run.entries.length - 1);
    const results = wanted.length > 0 ? await intake.take(book, wanted) : [];
    await look();
    for (const [index, run] of wanted.entries()) settle(run, results[index]);
    const feeds = new Set(list.map(({ feed }) => feed));
    const tips = own.filter(({ feed }) => feeds.has(feed));
    for (const { feed, seq } of tips) told.set(feed, seq);
    link.say({ took: n, tips: tips.map(({ feed, seq, hash }) => [feed, seq, markOf(hash)]), units });
    link.changed();
  }

  function settle(run: RunText, result: Result<unknown> | undefined): void {
    const feed = run.feed as FeedId;
    if (result?.ok) {
      const last = run.from + run.entries.length - 1;
      if (!listed.has(feed)) unknown = Math.max(0, unknown - run.entries.length);
      if ((theirs.get(feed)?.seq ?? 0) < last) theirs.set(feed, { seq: last, mark: '' });
      asking.taken(feed);
      return;
    }
    coming.delete(feed);
    if (result) refuseRun(feed, result.refusal);
  }

  function refuseRun(feed: FeedId, why: Refusal): void {
    const outcome = outcomeOf(why.code, asking.asked(feed));
    if (outcome === 'gap') asking.gap(feed);
    else if (outcome === 'doubt') asking.whole(feed);
    else if (outcome === 'stop') stop(feed, why);
    else if (outcome === 'unable') drop(why, true);
    else {
      if (outcome === 'forged') asking.bar(feed, why.code);
      else asking.park(feed, why.code);
      link.say({ refused: n, feed, code: why.code });
      if (outcome === 'forged') link.offended(refusal(why.code, { ...why.params, feed }));
      else link.shown(why);
    }
  }

  /** The proof is kept here; the other side gets it, and neither sends more of the feed. */
  function stop(feed: FeedId, why: Refusal): void {
    link.shown(why);
    const fork = forkOf(feed);
    if (fork && !forkSaid.has(feed) && !stoppedThere.has(feed)) sayFork(fork);
  }

  async function heardFork(runs: readonly [RunText, RunText]): Promise<void> {
    const feed = runs[0].feed as FeedId;
    if (!isSaid || runs[1].feed !== feed) return link.end(refusal('exchange-unasked'));
    stoppedThere.add(feed);
    if (isStopped(feed)) return;
    const results = [...(await intake.take(book, [runs[0]])), ...(await intake.take(book, [runs[1]]))];
    await look();
    if (isStopped(feed)) {
      link.shown(refusal('fork', { feed, seq: forkOf(feed)?.seq ?? 0 }));
      link.changed();
      return;
    }
    const lacks = results.some((result) => !result.ok && result.refusal.code === 'run-gap');
    // Proof of what was never sent comes before its time; anything else proves nothing.
    if (lacks && !asking.asked(feed).gap) {
      stoppedThere.delete(feed);
      asking.gap(feed);
    } else link.offended(refusal('exchange-no-fork', { feed }));
  }

  function state(): BookOnLink {
    let ahead = 0;
    let behind = unknown;
    for (const { feed, seq } of own) {
      const has = theirs.get(feed)?.seq ?? 0;
      ahead += isStopped(feed) && stoppedThere.has(feed) ? 0 : Math.max(0, seq - has);
      behind += isStopped(feed) ? 0 : Math.max(0, has - seq);
    }
    return {
      book,
      ...shared.shown,
      isCompared: isHeard && isSaid,
      ahead,
      behind,
      isWhole: isHeard && ahead === 0,
      stopped: forks.map(({ feed, seq }) => ({ feed, seq })),
      refused: asking.refused(),
      refusedThere: [...refusedThere].map(([feed, code]) => ({ feed, code })),
      ...(dropped ? { why: dropped } : {}),
    };
  }

  const shared: SharedBook = {
    n,
    book,
    shown,
    vector: async (isWide = false) => {
      await look();
      isSaid = true;
      for (const { feed, seq } of own) told.set(feed, seq);
      return writeVector(own, sha256, { isWide, stopped: forks.map(({ feed }) => feed) });
    },
    heardVector,
    heardRuns,
    heardTook: (tips) => {
      for (const [feed, seq, mark] of tips) {
        theirs.set(feed, { seq, mark });
        const head = own.find((each) => each.feed === feed);
        if (head?.seq === seq && markOf(head.hash) !== mark && !isStopped(feed)) asking.whole(feed);
      }
      link.changed();
      push().catch(link.fault);
    },
    heardAgain: (feed, from) => {
      turn += 1;
      sent.set(feed, from - 1);
      coming.delete(feed);
      const known = theirs.get(feed);
      if (known && known.seq >= from) theirs.delete(feed);
      refusedThere.delete(feed);
      forkSaid.delete(feed);
      push().catch(link.fault);
    },
    heardFork,
    heardRefused: (feed, code) => {
      refusedThere.set(feed, code);
      link.changed();
    },
    push,
    isBlocked: () => isBlocked,
    changed: async () => {
      await push();
      if (isLive()) asking.retry();
    },
    state,
    drop,
    isDropped: () => dropped !== undefined,
    isKnownThere: () => isHeard,
  };
  return shared;
}

/** About what a run takes as JSON. */
const unitsOf = (run: RunText): number =>
  run.entries.reduce((sum, entry) => sum + entry.head.length + ('body' in entry ? entry.body.length : 64) + 40, 100) +
  run.commits.length * 110;
