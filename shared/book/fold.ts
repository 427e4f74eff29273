// Folds a book into its state: pure, total, deterministic; the order is that of the recording feeds, cut by cut.

import { beginSegment, type Observer, runSegment } from './apply-entry.ts';
import type { Book } from './book.ts';
import { courseOf, firstState } from './course.ts';
import type { Sha256 } from './entry.ts';
import type { HeadRef } from './head.ts';
import type { Course, Segment } from './segment.ts';
import type { State } from './state.ts';

/** Undefined where the book's first entry is not there yet. */
export function fold(book: Book, sha256: Sha256, observe?: Observer): State | undefined {
  const course = courseOf(book, sha256);
  const state = firstState(book, sha256);
  if (course === undefined || state === undefined) return undefined;
  follow(state, book, course, sha256, observe);
  return state;
}

/**
 * Applies, in place, what the book has beyond the state. Stops where a fact is from a newer version or does not hold
 * together (`state.readOnly` then says why), and where statements that were ruled have not arrived yet.
 *
 * Where the recording was passed on at a cut before what this state has applied, or by another way than it took, the
 * state is folded anew from the first entry, still in place. `anew`: whatever was derived from the state (opened
 * ballots, results, cards, held places) is to be made again.
 */
export function advance(state: State, book: Book, sha256: Sha256): 'on' | 'anew' {
  const course = courseOf(book, sha256);
  if (course === undefined) return 'on';
  if (isOn(state, course)) {
    follow(state, book, course, sha256);
    return 'on';
  }
  const fresh = fold(book, sha256) as State;
  for (const key of Object.keys(state)) delete (state as Partial<Record<string, unknown>>)[key];
  Object.assign(state, fresh);
  return 'anew';
}

/** Whether the state is one that this book passes through: a state kept from before may have taken another way. */
export const isOnCourse = (state: State, book: Book, sha256: Sha256): boolean => {
  const course = courseOf(book, sha256);
  return course !== undefined && isOn(state, course);
};

/** The state at a signed head of a recording feed that counts: what the signers of a passing from there are judged by. */
export function foldTo(book: Book, sha256: Sha256, cut: Pick<HeadRef, 'feed' | 'seq'>): State | undefined {
  const course = courseOf(book, sha256);
  const at = course?.segments.findIndex(({ feed }) => feed === cut.feed) ?? -1;
  const state = firstState(book, sha256);
  if (course === undefined || state === undefined || at === -1) return undefined;
  const segments = course.segments.slice(0, at + 1).map((segment, index): Segment => {
    return index === at ? { ...segment, upTo: Math.min(cut.seq, segment.upTo ?? cut.seq) } : segment;
  });
  follow(state, book, { segments }, sha256);
  return state.recording.feed === cut.feed && state.recording.seq === cut.seq ? state : undefined;
}

const endOf = (segment: Segment, { segments, stop }: Course): number => {
  const last = segment === segments.at(-1) ? stop?.seq : undefined;
  return Math.min(segment.upTo ?? segment.entries.length, last ?? segment.entries.length);
};

function isOn({ recording, passings, readOnly }: State, course: Course): boolean {
  const { segments, stop } = course;
  const now = segments[passings.length];
  if (now === undefined || now.feed !== recording.feed || recording.seq > endOf(now, course)) return false;
  if (recording.seq > 0 && now.entries[recording.seq - 1]?.hash !== recording.hash) return false;
  const led = passings.every(({ from, feed }, at) => {
    const left = segments[at];
    return left?.feed === from.feed && left.upTo === from.seq && segments[at + 1]?.feed === feed;
  });
  if (!led || readOnly === undefined) return led;
  // Read-only it stays, unless what stopped it is over, or void.
  if (COURSE_STOPS.has(readOnly.code))
    return stop !== undefined && JSON.stringify(stop.refusal) === JSON.stringify(readOnly);
  return passings.length === segments.length - 1 && recording.seq < endOf(now, course);
}

/** What the course itself stops a book for; all else is in an entry. */
const COURSE_STOPS: ReadonlySet<string> = new Set(['recording-feed-forked', 'recording-passed-twice']);

function follow(state: State, book: Book, course: Course, sha256: Sha256, observe?: Observer): void {
  const { segments, stop } = course;
  for (let at = state.passings.length; at < segments.length; at++) {
    const segment = segments[at] as Segment;
    if (segment.feed !== state.recording.feed && !beginSegment(state, book, segment.entries, sha256, observe)) return;
    const end = endOf(segment, course);
    runSegment(state, book, segment.entries, end, sha256, observe);
    if (state.readOnly || state.recording.seq < end) return;
  }
  if (stop) state.readOnly = stop.refusal;
}
