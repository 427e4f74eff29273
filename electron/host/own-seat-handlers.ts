// What the desk does for the seat whose key this machine holds: draft, cast, declare, vote, approve; and files.
import type { Hash, SeatId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { cleanText } from '../../shared/base/text.ts';
import type { Statement } from '../../shared/book/statements.ts';
import type { Handlers } from '../../shared/contract/host.ts';
import { minutesFileName } from '../../shared/minutes/file-name.ts';
import type { Worded } from '../proof/recount.ts';
import { rootsFrom } from '../proof/roots.ts';
import { verifyFile } from '../proof/verify-file.ts';
import { lookingAs } from './away.ts';
import { cast, castVote, reopen, saveComment, saveItem } from './ballots.ts';
import { type Closed, closedFiles, closedTo, openFiles } from './closed-platforms.ts';
import { actsOf, type Desk } from './desk.ts';
import { heldSeat } from './desk-seat.ts';
import { newSalt } from './fresh.ts';
import { type LiveBook, state as say } from './live-book.ts';
import { done } from './meeting-handlers.ts';
import { PDF_LIMIT } from './minutes-file.ts';
import { newestFile } from './minutes-text.ts';
import { releaseShare } from './opening.ts';
import { noteOpening } from './openings.ts';
import type { Prints } from './paper-print.ts';
import { readWholeBlob } from './whole-blob.ts';

type Names =
  | 'draft.save'
  | 'draft.comment'
  | 'ballot.cast'
  | 'ballot.reopen'
  | 'interest.declare'
  | 'vote.cast'
  | 'reservation.make'
  | 'minutes.approve'
  | 'entry.confirm'
  | 'share.release'
  | 'file.verify'
  | 'upload.open'
  | 'opening.note'
  | 'blob.open';

export const ownSeatHandlers = (desk: Desk, worded: Worded, prints: Prints): Pick<Handlers, Names> => {
  const { around } = desk;
  const act = actsOf(desk);
  /** An act of the seat that the link speaks for. */
  const seatAct = <I extends { readonly book: string }, T>(
    work: (live: LiveBook, seat: SeatId, input: I) => Promise<Result<T>>,
  ) =>
    act(async (live, input: I, { identity }) => {
      const seat = heldSeat(live, identity);
      return seat.ok ? await work(live, seat.value, input) : seat;
    });
  const said = async (live: LiveBook, seat: SeatId, statement: Statement) =>
    done(await say(around, live, seat, async () => statement));
  return {
    'draft.save': seatAct(async (live, seat, { poll, criterion, item }) =>
      done(await saveItem(around, live, seat, poll, criterion, item as never)),
    ),
    'draft.comment': seatAct(async (live, seat, { poll, comment }) =>
      done(await saveComment(around, live, seat, poll, comment)),
    ),
    'ballot.cast': seatAct(async (live, seat, { poll }) => {
      const sealed = await cast(around, live, seat, poll);
      return sealed.ok ? ok({ ballot: sealed.value.ballot }) : sealed;
    }),
    'ballot.reopen': seatAct(async (live, seat, { poll, reason }) =>
      done(await reopen(around, live, seat, poll, reason)),
    ),
    'interest.declare': seatAct(
      async (live, seat, { declared }) => await said(live, seat, { kind: 'interest-declared', body: { declared } }),
    ),
    'vote.cast': seatAct(async (live, seat, { book: _, ...vote }) => done(await castVote(around, live, seat, vote))),
    'reservation.make': seatAct(async (live, seat, { conclusion, about, text }) =>
      cleanText(text) === ''
        ? refuse('reservation-text-missing')
        : await said(live, seat, {
            kind: 'reservation-made',
            body: { _salt: newSalt(around), conclusion, about: about as Hash, text: cleanText(text) },
          }),
    ),
    'minutes.approve': seatAct(
      async (live, seat, { sha256 }) =>
        await said(live, seat, { kind: 'minutes-approved', body: { sha256: sha256 as Hash } }),
    ),
    'entry.confirm': seatAct(
      async (live, seat, { entry }) =>
        await said(live, seat, { kind: 'entry-confirmed', body: { entry: entry as Hash } }),
    ),
    'share.release': seatAct(async (live, seat, { poll, ballot }) =>
      done(await releaseShare(around, live, seat, poll, ballot)),
    ),
    'file.verify': async (_, { sha256, roots }) => {
      const trusted = rootsFrom(roots);
      if (!trusted.ok) return trusted;
      const file = await readWholeBlob(around, sha256, PDF_LIMIT);
      if (!file.ok) return file;
      return ok(
        await verifyFile(file.value, {
          roots: trusted.value,
          at: around.now(),
          minutes: around.minutes,
          reader: around.reader,
          version: around.version,
          worded,
        }),
      );
    },
    'upload.open': async ({ id }, { size }) => ok({ url: around.addresses.upload(size, id) }),
    'opening.note': seatAct(async (live, seat, { platform, sha256 }) =>
      done(await noteOpening(around, live, seat, platform, sha256)),
    ),
    'blob.open': async ({ id, identity }, { book, sha256 }) => {
      const opened = await desk.books.open(book);
      if (!opened.ok) return opened;
      const closed = closedTo(opened.value.state, lookingAs(opened.value, identity));
      if (closedFiles(opened.value.state, closed).has(sha256)) return refuse('blob-of-closed-platform');
      const address =
        blobOf(opened.value, sha256, closed) ??
        (identity.who === 'desk'
          ? {
              mediaType: 'application/pdf',
              name: prints.nameOf(book, sha256) ?? fileNameOf(opened.value, sha256, true),
            }
          : undefined);
      return address
        ? ok({ url: around.addresses.open(sha256, address.mediaType, address.name, id) })
        : refuse('blob-not-of-book');
    },
  };
};

/** A seat reads what its book names, and nothing else of this machine. */
function blobOf(
  { state }: LiveBook,
  sha256: string,
  closed: Closed,
): { readonly mediaType: string; readonly name: string } | undefined {
  const file = openFiles(state, closed).find((each) => each.sha256 === sha256);
  if (file) return { mediaType: file.mediaType, name: file.name };
  return newestFile(state) === sha256
    ? { mediaType: 'application/pdf', name: fileNameOf({ state }, sha256, false) }
    : undefined;
}

const fileNameOf = ({ state }: Pick<LiveBook, 'state'>, sha256: string, isDraft: boolean): string =>
  minutesFileName({
    kind: state.opened?.bookKind ?? 'session',
    body: state.opened?.rules.body ?? 'council',
    openedAt: state.meeting.opened?.at,
    sha256,
    isDraft,
  });
