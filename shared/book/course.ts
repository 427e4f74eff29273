// Finds the course of a book: which feeds recorded it, one after another, and where each was cut.
//
// A recording feed goes on in a feed that begins with `recording-passed` and names a head of it. Where several do, all
// that is known decides, and never the order of arrival: the way whose latest passing was signed by more than half of
// the keepers, as they were bound where the ways part, has the highest term; without one, a handover before anything
// that it did not know of. Two that nothing tells apart stop the book there until the keepers pass it on.
import { fromBase64 } from '../base/bytes.ts';
import type { FeedId, PublicKey } from '../base/ids.ts';
import { type Refusal, refusal } from '../base/result.ts';
import { beginSegment, runSegment } from './apply-entry.ts';
import type { Book, FeedLog } from './book.ts';
import { type Entry, feedStart, type Sha256 } from './entry.ts';
import { readFact } from './fact.ts';
import type { Head } from './head.ts';
import { passingRefusal } from './judge-passing.ts';
import { passageOf } from './passing.ts';
import { keepersAmong, keepersNeeded } from './recorder.ts';
import type { RulingOf } from './rulings.ts';
import type { Course, Segment } from './segment.ts';
import { emptyState, type State } from './state.ts';

/** The feed whose first entry is the book's first entry. */
export function firstFeedOf(book: Book): FeedLog | undefined {
  for (const log of book.feeds.values()) if (log.entries[0]?.hash === (book.id as string)) return log;
  return undefined;
}

/** Nothing applied yet; undefined where the book's first entry is not there. */
export function firstState(book: Book, sha256: Sha256): State | undefined {
  const first = firstFeedOf(book);
  return first && emptyState(book.id, first.feed, feedStart(sha256, first.feed, fromBase64(first.key)));
}

/** A state is plain data, as `stateHash` and checkpoints know it. */
const copyOf = (state: State): State => JSON.parse(JSON.stringify(state)) as State;

type Passing = {
  readonly log: FeedLog;
  readonly head: Head;
  readonly body: RulingOf<'recording-passed'>;
};

/** A passing that may be, the branch of the former feed that it goes on from, and the state just before it. */
type Way = {
  readonly passing: Passing;
  readonly former: FeedLog;
  readonly at: State;
  readonly ways: readonly Way[];
};

const PASSED = '"kind":"recording-passed"';

/** Feeds that begin by taking the recording over, in an order that no arrival changes. */
function passingsIn(book: Book): readonly Passing[] {
  const found: Passing[] = [];
  for (const log of book.feeds.values()) {
    const [entry] = log.entries;
    if (entry === undefined || !entry.head.includes(PASSED)) continue;
    const read = readFact(entry);
    if (read.ok && !read.value.withheld && read.value.fact.kind === 'recording-passed' && read.value.head.seq === 1)
      found.push({ log, head: read.value.head, body: read.value.fact.body });
  }
  return found.sort((a, b) => (a.log.feed < b.log.feed ? -1 : 1));
}

const hasHead = ({ entries, commits }: FeedLog, { seq, hash }: { readonly seq: number; readonly hash: string }) =>
  entries[seq - 1]?.hash === hash && commits.some((commit) => commit.seq === seq);

/** The branch of the former feed on which the cut is a signed head; undefined where it is not here (yet). */
function branchOf(book: Book, { from }: Passing['body']): FeedLog | undefined {
  const branches = [book.feeds.get(from.feed), book.forks?.get(from.feed)?.log];
  return branches.find((log) => log !== undefined && hasHead(log, from));
}

/** As long as this stays, so does the course. */
const keyOf = (book: Book, passings: readonly Passing[]): string =>
  [
    ...passings.map(({ log, body }) => {
      const from = book.feeds.get(body.from.feed);
      const other = book.forks?.get(body.from.feed)?.log.entries.length ?? 0;
      const alone = body.ground.of === 'alone' ? (from?.entries.length ?? 0) : '';
      return `${log.feed} ${branchOf(book, body) === undefined} ${alone} ${other}`;
    }),
    ...[...(book.forks ?? [])].map(([feed, { seq }]) => `${feed} ${seq}`).sort(),
  ].join();

/** Undefined where the book's first entry is not there yet. */
export function courseOf(book: Book, sha256: Sha256): Course | undefined {
  const first = firstFeedOf(book);
  if (first === undefined) return undefined;
  const passings = passingsIn(book);
  if (passings.length === 0) return courseThrough(book, [{ log: first }]);
  const key = keyOf(book, passings);
  if (book.known?.key === key && isSame(book, book.known.course)) return book.known.course;
  const start = firstState(book, sha256) as State;
  const finder: Finder = { book, sha256, passings, isSure: true };
  const ways = waysFrom(finder, first, start, new Set([first.feed]));
  const course = chosen(finder, first, start, ways, []);
  // While statements are missing that a state at a cut needs, more may yet be found.
  if (finder.isSure) book.known = { key, course };
  return course;
}

const isSame = (book: Book, { segments }: Course): boolean =>
  segments.every(
    ({ feed, entries }) => book.feeds.get(feed)?.entries === entries || book.forks?.get(feed)?.log.entries === entries,
  );

type Finder = {
  readonly book: Book;
  readonly sha256: Sha256;
  readonly passings: readonly Passing[];
  isSure: boolean;
};

type Step = { readonly log: FeedLog; readonly upTo?: number };

function courseThrough(book: Book, steps: readonly Step[], stop?: Course['stop']): Course {
  const segments = steps.map(({ log, upTo }): Segment => {
    const { feed, key, entries } = log;
    return { feed, key, entries, ...(upTo === undefined ? {} : { upTo }) };
  });
  const last = steps.at(-1);
  const fork = last?.upTo === undefined ? book.forks?.get(last?.log.feed as FeedId) : undefined;
  const forked = fork && { seq: fork.seq - 1, refusal: refusal('recording-feed-forked', { seq: fork.seq }) };
  const ends = stop ?? forked;
  return { segments, ...(ends ? { stop: ends } : {}) };
}

/** The states at these cuts of one branch, each a copy; absent where it cannot be reached. */
function statesAt({ book, sha256 }: Finder, start: State, entries: readonly Entry[], cuts: readonly number[]) {
  const states = new Map<number, State>();
  const state = copyOf(start);
  for (const cut of [...new Set(cuts)].sort((a, b) => a - b)) {
    runSegment(state, book, entries, cut, sha256);
    if (state.recording.seq !== cut) break;
    states.set(cut, copyOf(state));
  }
  return states;
}

/** Every passing that may be from a feed, with all that may follow. `start`: the state where that feed begins. */
function waysFrom(finder: Finder, feed: FeedLog, start: State, seen: ReadonlySet<FeedId>): readonly Way[] {
  const { book, passings, sha256 } = finder;
  const here = passings.filter(({ log, body }) => body.from.feed === feed.feed && !seen.has(log.feed));
  const ways: Way[] = [];
  for (const former of new Set(here.map(({ body }) => branchOf(book, body)))) {
    if (former === undefined) continue;
    const mine = here.filter(({ body }) => branchOf(book, body) === former);
    const states = statesAt(
      finder,
      start,
      former.entries,
      mine.map(({ body }) => body.from.seq),
    );
    for (const passing of mine) {
      const { log, head, body } = passing;
      const at = states.get(body.from.seq);
      if (at === undefined || at.readOnly) finder.isSure = false;
      else if (passingRefusal(at, passageOf(book.id, head, body), body.ground, formerOf(book, feed, body.from.seq)))
        continue;
      else {
        const next = copyOf(at);
        if (!beginSegment(next, book, log.entries, sha256)) continue;
        ways.push({ passing, former, at, ways: waysFrom(finder, log, next, new Set([...seen, log.feed])) });
      }
    }
  }
  return ways;
}

function formerOf(book: Book, { feed, key, entries }: FeedLog, cut: number) {
  const other = book.forks?.get(feed);
  return {
    key: key as PublicKey,
    entries: [...entries, ...(other?.log.entries ?? [])],
    isForkedHere: other !== undefined && cut >= other.seq,
  };
}

/** Follows one way at each parting, to the end or to where nothing tells two apart. */
function chosen(finder: Finder, log: FeedLog, start: State, ways: readonly Way[], before: readonly Step[]): Course {
  const { book } = finder;
  if (ways.length === 0) return courseThrough(book, [...before, { log }]);
  const best = ways.length === 1 ? ways[0] : bestOf(finder, log, start, ways);
  if (best === undefined || 'refusal' in best) {
    const seq = Math.min(...ways.map(({ passing }) => passing.body.from.seq));
    const twice = best?.refusal ?? refusal('recording-passed-twice', { term: 0, seat: '' });
    return courseThrough(book, [...before, { log }], { seq, refusal: twice });
  }
  const { passing, former, at } = best;
  const next = copyOf(at);
  beginSegment(next, book, passing.log.entries, finder.sha256);
  return chosen(finder, passing.log, next, best.ways, [...before, { log: former, upTo: passing.body.from.seq }]);
}

type Twice = { readonly refusal: Refusal };

/** Only what stood before the ways part is nobody's own: there a former recorder could bind nothing in his own favour. */
function partingState(finder: Finder, log: FeedLog, start: State, ways: readonly Way[]): State {
  const cuts = ways.map(({ passing }) => passing.body.from.seq);
  const fork = finder.book.forks?.get(log.feed)?.seq ?? Number.POSITIVE_INFINITY;
  const cut = Math.min(...cuts, fork - 1);
  return statesAt(finder, start, log.entries, [cut]).get(cut) ?? start;
}

const isMajority = (state: State, { ground }: Passing['body']): boolean =>
  ground.of === 'takeover' && keepersAmong(state, ground.agreed).length >= keepersNeeded(state);

/** The latest term on this way that more than half of the keepers signed for; 0 where there is none. */
const strength = (parting: State, { passing, ways }: Way): number =>
  Math.max(isMajority(parting, passing.body) ? passing.body.term : 0, ...ways.map((way) => strength(parting, way)));

function bestOf(finder: Finder, log: FeedLog, start: State, ways: readonly Way[]): Way | Twice {
  const parting = partingState(finder, log, start, ways);
  const most = Math.max(...ways.map((way) => strength(parting, way)));
  if (most > 0)
    return only(
      ways.filter((way) => strength(parting, way) === most),
      most,
    );
  const is = (of: string) => ways.filter(({ passing }) => passing.body.ground.of === of);
  // Everything after a handover is void, another handover too.
  const [handed] = [...is('handover')].sort((a, b) => a.passing.body.from.seq - b.passing.body.from.seq);
  const own = [...is('resumed'), ...is('alone')];
  const knows = handed === undefined ? own : own.filter((way) => cutOf(way) >= cutOf(handed));
  if (knows.length > 0) return latest(knows);
  // What is signed by keepers who were bound only after the ways parted stands behind all else.
  return handed ?? (own.length > 0 ? latest(own) : latest(ways));
}

const cutOf = ({ passing }: Way): number => passing.body.from.seq;

function latest(ways: readonly Way[]): Way | Twice {
  const term = Math.max(...ways.map(({ passing }) => passing.body.term));
  return only(
    ways.filter(({ passing }) => passing.body.term === term),
    term,
  );
}

/** One, or a refusal that names a seat which signed for two of them, where one did. */
function only(ways: readonly Way[], term: number): Way | Twice {
  const [one, other] = ways;
  if (one !== undefined && other === undefined) return one;
  const [a = [], b = []] = ways.map(({ passing: { body } }) => {
    const { ground } = body;
    return ground.of === 'takeover' ? ground.agreed.map(({ seat }) => seat as string) : [];
  });
  return { refusal: refusal('recording-passed-twice', { term, seat: a.find((seat) => b.includes(seat)) ?? '' }) };
}
