// A machine that does not record a book: its desk is the seat that lies here, and acts of whoever records are not its own.
import { type Refusal, refusal } from '../../shared/base/result.ts';
import { readHead } from '../../shared/book/head.ts';
import { recorderOf } from '../../shared/book/recorder.ts';
import type { Identity } from '../../shared/contract/host.ts';
import type { MethodName } from '../../shared/contract/methods.ts';
import type { AwayView } from '../../shared/contract/recording-methods.ts';
import { deskSeat } from './desk-seat.ts';
import { type LiveBook, recordingOf } from './live-book.ts';
import { ownUnruled } from './own-ahead.ts';

export const isAway = (live: LiveBook): boolean => recordingOf(live) === undefined;

/** Whom the views are for: the desk of a machine that does not record sees what its seat sees, or nobody's. */
export const lookingAs = (live: LiveBook, identity: Identity): Identity =>
  identity.who === 'desk' && isAway(live) ? { who: 'seat', book: live.id, seat: deskSeat(live) ?? '' } : identity;

/** What a desk may do about a book that another machine records. */
const OWN_ACTS: ReadonlySet<MethodName> = new Set<MethodName>([
  'draft.save',
  'draft.comment',
  'ballot.cast',
  'ballot.reopen',
  'interest.declare',
  'vote.cast',
  'reservation.make',
  'minutes.approve',
  'entry.confirm',
  'share.release',
  'count.report',
  'remark.make',
  'opening.note',
  'presence.report',
  'blob.open',
  'evidence.plain',
  'evidence.search',
  'talk.ask',
  'projector.open',
  'session.form',
  'platform.earlier',
]);
/** Of these their own handlers know who may. */
const OWN_JUDGES =
  /^(room|join|invite|request|clock|recording|takeover|tail|package|hub|sync|network|shared|guest|drafts)\./;

/** Undefined: it may be done here. */
export const awayRefusal = (live: LiveBook, method: MethodName): Refusal | undefined =>
  !isAway(live) || OWN_ACTS.has(method) || OWN_JUDGES.test(method)
    ? undefined
    : refusal('not-recording', { name: live.state.persons[recorderOf(live.state) ?? '']?.name ?? '' });

/** Absent where this machine records. */
export function awayView(live: LiveBook, link: AwayView['link']): AwayView | undefined {
  if (!isAway(live)) return undefined;
  const unruled = ownUnruled(live).flatMap(({ entry }) => {
    const head = readHead(entry.head);
    return head.ok ? [{ entry: entry.hash as string, kind: head.value.kind, at: head.value.at }] : [];
  });
  return { link, unruled, refused: refusedOwn(live) };
}

/** What the recording machine has refused of what was stated here, the newest last. */
function refusedOwn(live: LiveBook): AwayView['refused'] {
  return [...live.held.values()].flatMap(({ own, role }) => {
    const log = live.book.feeds.get(own.feed);
    if (role !== 'seat' || log === undefined) return [];
    return Object.entries(live.state.feeds[own.feed]?.refused ?? {}).flatMap(([seq, code]) => {
      const entry = log.entries[Number(seq) - 1];
      const head = entry && readHead(entry.head);
      return entry && head?.ok ? [{ entry: entry.hash as string, kind: head.value.kind, code }] : [];
    });
  });
}
