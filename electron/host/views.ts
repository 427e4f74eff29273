// Every view, by name: what each is computed from, and who may have it.
import { canonical } from '../../shared/base/canonical.ts';
import type { Refusal } from '../../shared/base/result.ts';
import { readHead } from '../../shared/book/head.ts';
import { thresholdOf } from '../../shared/book/seating.ts';
import type { State } from '../../shared/book/state.ts';
import type { Identity } from '../../shared/contract/host.ts';
import type { CriteriaView, DraftView, LogView, MinutesView } from '../../shared/contract/views.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { EMPTY_PROSE, minutesMissing } from '../../shared/minutes/minutes-of.ts';
import { draftShown } from './ballots.ts';
import { heldSeat } from './desk-seat.ts';
import type { LiveBook } from './live-book.ts';
import { changesSinceWritten, minutesWith, readProse, writtenNow } from './minutes-text.ts';
import type { Surroundings } from './surroundings.ts';

export function criteriaView(state: State): CriteriaView | undefined {
  const set = state.criteria?.set;
  if (set === undefined) return undefined;
  const thresholds: Record<string, CriteriaView['thresholds'][string]> = {};
  for (const criterion of criteriaOf(set))
    if (criterion.kind === 'measured')
      thresholds[criterion.id] = {
        threshold: thresholdOf(state, criterion),
        source: state.thresholds[criterion.id]?.source ?? '',
      };
  return { set, thresholds };
}

/** The sheet of the seat that the link speaks for here, with what it is judged by; no other's. */
export async function draftView(
  around: Surroundings,
  live: LiveBook,
  identity: Identity,
  poll: string,
): Promise<DraftView | Refusal> {
  const seat = heldSeat(live, identity);
  if (!seat.ok) return seat.refusal;
  const shown = await draftShown(around, live, seat.value, poll);
  return shown.ok ? shown.value : shown.refusal;
}

/** Seats see the minutes once they are written; the desk sees them grow. */
export async function minutesView(around: Surroundings, live: LiveBook, identity: Identity): Promise<MinutesView> {
  const { state } = live;
  const written = state.minutes.written;
  const prose = identity.who === 'desk' ? await readProse(around, live) : (written?.prose ?? EMPTY_PROSE);
  const missing = minutesMissing(live);
  const shown = missing.length === 0 && (identity.who === 'desk' || written !== undefined);
  return {
    ...(shown ? { minutes: minutesWith(live, prose) } : {}),
    missing,
    prose,
    stale: written !== undefined && writtenNow(around, live) !== written.sha256,
    changes: shown ? changesSinceWritten(around, live) : [],
    edited: written !== undefined && canonical(prose) !== canonical(written.prose),
    ...(live.work === undefined ? {} : { work: live.work }),
  };
}

/** Heads only: when, who, what kind of act; never a body. */
export function logView(live: LiveBook): LogView {
  const rows = [...live.book.feeds.values()].flatMap(({ feed, entries }) =>
    entries.flatMap((entry): LogView['rows'] => {
      const read = readHead(entry.head);
      if (!read.ok) return [];
      const { at, seat, kind, seq, via } = read.value;
      const refused = live.state.feeds[feed]?.refused[seq];
      return [{ at, seat, kind, feed, seq, via, hash: entry.hash, ...(refused === undefined ? {} : { refused }) }];
    }),
  );
  return { rows: rows.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq)) };
}
