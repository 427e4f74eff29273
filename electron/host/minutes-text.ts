// The words of the minutes on this machine: prose as a local draft, the content as the book now gives it.
import type { Hash } from '../../shared/base/ids.ts';
import { fold } from '../../shared/book/fold.ts';
import { type Prose, prose as proseSchema } from '../../shared/book/rulings.ts';
import type { State } from '../../shared/book/state.ts';
import { type ChangedSentence, changesBetween } from '../../shared/minutes/changes.ts';
import type { Minutes } from '../../shared/minutes/content.ts';
import { contentHash, EMPTY_PROSE, minutesOf, writtenHash } from '../../shared/minutes/minutes-of.ts';
import type { LiveBook } from './live-book.ts';
import type { Surroundings } from './surroundings.ts';

const PLACE = ['prose', 'minutes', 'all'] as const;

/** The draft if there is one, else what was last written, else nothing but the usual recipients. */
export async function readProse(around: Surroundings, live: LiveBook): Promise<Prose> {
  const [seat, poll] = PLACE;
  const row = (await around.store.readDrafts(live.id, seat, poll)).find(({ item }) => item === PLACE[2]);
  const parsed = row === undefined ? undefined : proseSchema.safeParse(JSON.parse(row.text));
  return parsed?.success ? parsed.data : (live.state.minutes.written?.prose ?? EMPTY_PROSE);
}

export const saveProse = async (around: Surroundings, live: LiveBook, prose: Prose) =>
  await around.store.saveDraft(live.id, PLACE[0], PLACE[1], PLACE[2], JSON.stringify(prose));

export const minutesWith = ({ state, opened }: Pick<LiveBook, 'state' | 'opened'>, prose: Prose): Minutes =>
  minutesOf({ state, opened, prose });

/** What the written prose would say now: another hash than the one that was written says that facts have changed. */
export function writtenNow(around: Surroundings, live: LiveBook): Hash | undefined {
  const { written } = live.state.minutes;
  return written && writtenHash(around.ciphers.sha256, minutesWith(live, written.prose));
}

export const contentNow = (around: Surroundings, live: LiveBook): Hash | undefined => {
  const { written } = live.state.minutes;
  return written && contentHash(around.ciphers.sha256, minutesWith(live, written.prose));
};

/** The content that was put before the council, folded again from the book as it stood then. */
export function contentWhenWritten(around: Surroundings, live: LiveBook): Minutes | undefined {
  const { written } = live.state.minutes;
  const log = live.book.feeds.get(live.state.recording.feed);
  const at = log?.entries.findIndex(({ hash }) => hash === written?.origin.entry) ?? -1;
  if (written === undefined || log === undefined || at < 0) return undefined;
  const feeds = new Map(live.book.feeds).set(log.feed, { ...log, entries: log.entries.slice(0, at) });
  const state = fold({ id: live.id, feeds }, around.ciphers.sha256);
  return state && minutesWith({ state, opened: live.opened }, written.prose);
}

/** What the written sentences say differently now, and nothing where the written content still stands. */
export function changesSinceWritten(around: Surroundings, live: LiveBook): readonly ChangedSentence[] {
  const { written } = live.state.minutes;
  if (written === undefined || writtenNow(around, live) === written.sha256) return [];
  const before = contentWhenWritten(around, live);
  return before ? changesBetween(before, minutesWith(live, written.prose)) : [];
}

/** SHA-256 of the newest version of the file: sealed, or with the last signature. */
export const newestFile = (state: State): Hash | undefined =>
  state.minutes.signatures.at(-1)?.after ?? state.minutes.sealed?.sha256;
