// The author of a seat whose key the host holds (the desk's own): the same acts, asked of the host by the contract.
import type { BookId, Hash, SeatId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { cleanText } from '../../shared/base/text.ts';
import type { Draft } from '../../shared/book/ballot.ts';
import type { Call, Given, Watch } from '../../shared/contract/client.ts';
import type { MethodName } from '../../shared/contract/methods.ts';
import type { DraftView, SessionView, SheetState } from '../../shared/contract/views.ts';
import type { Author, Sheet, SheetStep, Trust } from './author.ts';
import { type Change, EMPTY_DRAFT, markedIn, takeBack, UNDO_LIMIT, withComment, withItem } from './drafts.ts';
import { newQueue, newTold } from './told.ts';

/** A host's draft as a draft; an empty comment is none. */
export const draftIn = ({ items, comment }: DraftView): Draft =>
  withComment({ items: items as Draft['items'] }, comment === '' ? undefined : comment);

const STEPS: Readonly<Record<SheetState, SheetStep>> = {
  'not-entitled': 'working',
  working: 'working',
  cast: 'received',
  standing: 'received',
  superseded: 'working',
  counted: 'counted',
  'set-aside': 'set-aside',
  late: 'late',
  unopenable: 'unopenable',
};

type Kept = {
  draft?: Draft;
  startedFrom?: number | undefined;
  undo: readonly Change[];
  opened: ReadonlySet<string>;
  shown?: Sheet | undefined;
  stop?: () => void;
};

/** The host's store and the desk's own process: one place, nothing waits. */
const TRUST: Trust = { place: 'here', pending: 0, refused: [], lasting: true };

/**
 * @param seat the seat that the desk itself sits in
 * @param watch of the same client; the host's own store is what makes a draft durable
 */
export function hostAuthor(
  { call, watch }: { readonly call: Call; readonly watch: Watch },
  book: string,
  seat: string,
): Author {
  const changed = newTold();
  const polls = new Map<string, Kept>();
  const oneAfterAnother = newQueue();
  let session: SessionView | undefined;
  changed.on(() => {
    for (const kept of polls.values()) kept.shown = undefined;
  });
  const stopSession = watch('session', { book }, (value) => {
    if (!value.ok) return;
    session = value.value;
    changed.tell();
  });

  const keptOf = (poll: string): Kept => {
    const known = polls.get(poll) ?? { undo: [], opened: new Set<string>() };
    polls.set(poll, known);
    if (known.stop === undefined) {
      known.stop = watch('draft', { book, poll }, (value) => {
        if (value.ok) {
          known.draft = draftIn(value.value);
          known.startedFrom = value.value.startedFrom;
          known.opened = new Set(value.value.openedFiles);
        }
        changed.tell();
      });
    }
    return known;
  };

  const act = async <M extends MethodName>(method: M, input: Given<M>): Promise<Result<null>> => {
    const done = await call(method, input);
    return done.ok ? ok(null) : done;
  };
  const report = (poll: string, { draft, opened }: Kept): void =>
    void call('presence.report', { book, poll, marked: markedIn(draft ?? EMPTY_DRAFT), opened: opened.size });
  const put = async (poll: string, change: Change, draft: Draft): Promise<Result<null>> => {
    const saved =
      'item' in change
        ? await act('draft.save', {
            book,
            poll,
            criterion: change.criterion,
            item: given(draft.items[change.criterion]),
          })
        : await act('draft.comment', { book, poll, comment: draft.comment ?? '' });
    if (!saved.ok) return saved;
    keptOf(poll).draft = draft;
    changed.tell();
    report(poll, keptOf(poll));
    return saved;
  };
  const save = async (poll: string, before: (draft: Draft) => Change, make: (draft: Draft) => Draft) =>
    await oneAfterAnother(async () => {
      const kept = keptOf(poll);
      const { draft } = kept;
      // What stood there before is not known yet, so it could not be taken back.
      if (draft === undefined) return refuse('draft-not-read');
      const { step } = stepOf(poll);
      if (step === 'received') return refuse('ballot-standing');
      const change = before(draft);
      const saved = await put(poll, change, make(draft));
      if (saved.ok) kept.undo = [...kept.undo, change].slice(-UNDO_LIMIT);
      changed.tell();
      return saved;
    });

  const stepOf = (poll: string): Pick<Sheet, 'step' | 'ballot' | 'code'> => {
    const at = session?.polls.find((other) => other.poll === poll);
    const mine = at?.sheets.find((sheet) => sheet.seat === seat);
    const step = STEPS[mine?.state ?? 'working'];
    const code = at?.setAside.find(({ ballot }) => ballot === mine?.ballot)?.code;
    return {
      step,
      ...(mine?.ballot === undefined ? {} : { ballot: mine.ballot as Hash }),
      ...(step === 'late' ? { code: 'round-closed' } : {}),
      ...(step === 'set-aside' && code !== undefined ? { code } : {}),
    };
  };

  return {
    book: book as BookId,
    seat: seat as SeatId,
    keptBy: 'host',
    sheet: (poll) => {
      const kept = polls.get(poll);
      if (kept?.draft === undefined) return undefined;
      kept.shown ??= {
        draft: kept.draft,
        undoable: kept.undo.length,
        ...(kept.startedFrom === undefined ? {} : { startedFrom: kept.startedFrom }),
        ...stepOf(poll),
      };
      return kept.shown;
    },
    onSheet: (poll, told) => {
      keptOf(poll);
      return changed.on(told);
    },
    saveItem: async (poll, criterion, item) =>
      await save(
        poll,
        (draft) => ({ criterion, item: draft.items[criterion] }),
        (draft) => withItem(draft, criterion, item),
      ),
    saveComment: async (poll, comment) =>
      await save(
        poll,
        (draft) => ({ criterion: '', comment: draft.comment }),
        (draft) => withComment(draft, comment),
      ),
    undo: async (poll) =>
      await oneAfterAnother(async () => {
        const kept = keptOf(poll);
        const last = kept.undo.at(-1);
        if (last === undefined) return refuse('nothing-to-undo');
        const saved = await put(poll, last, takeBack(kept.draft ?? EMPTY_DRAFT, last));
        if (!saved.ok) return saved;
        kept.undo = kept.undo.slice(0, -1);
        changed.tell();
        return ok({ criterion: last.criterion });
      }),
    cast: async (poll) =>
      await oneAfterAnother(async () => {
        const cast = await call('ballot.cast', { book, poll });
        return cast.ok ? ok({ ballot: cast.value.ballot as Hash }) : cast;
      }),
    reopen: async (poll, reason) => await act('ballot.reopen', { book, poll, reason }),
    declare: async (declared) =>
      declared.length === 0
        ? ok(null)
        : await act('interest.declare', {
            book,
            declared: declared.map(({ criteria, ...rest }) => ({
              ...rest,
              ...(criteria ? { criteria: [...criteria] } : {}),
            })),
          }),
    // Whose seat the recording machine holds sits in the room.
    writeOpinion: async () => refuse('opinion-of-present-member'),
    vote: async (poll, about, choice) => await act('vote.cast', { book, poll, about, choice }),
    reserve: async (conclusion, about, text) => {
      const words = cleanText(text.toWellFormed());
      if (words === '') return refuse('reservation-text-missing');
      return await act('reservation.make', { book, conclusion, about, text: words });
    },
    remark: async (platform, criterion, text) => {
      const words = cleanText(text.toWellFormed());
      if (words === '') return refuse('remark-text-missing');
      return await act('remark.make', { book, platform, criterion, text: words });
    },
    reportCount: async (report) => await act('count.report', { book, ...report }),
    approve: async (sha256) => await act('minutes.approve', { book, sha256 }),
    confirm: async (entry) => await act('entry.confirm', { book, entry }),
    noteOpened: async (platform, sha256, poll) => {
      const noted = await act('opening.note', { book, platform, sha256 });
      const kept = poll === undefined ? undefined : polls.get(poll);
      if (!noted.ok || poll === undefined || kept === undefined) return noted;
      kept.opened = new Set([...kept.opened, sha256]);
      report(poll, kept);
      return noted;
    },
    // The host gives its own keys itself, by the same rule, in the act of revealing.
    release: async () => ok({ released: [], kept: [] }),
    releaseShare: async (poll, ballot) => await act('share.release', { book, poll, ballot }),
    trust: () => TRUST,
    onTrust: changed.on,
    resume: async () => ok(null),
    takeOver: async () => ok(null),
    handOver: async () => ok(null),
    close: async () => {
      stopSession();
      for (const { stop } of polls.values()) stop?.();
      polls.clear();
    },
  };
}

/** What the contract takes of an item: its own lists, nothing undefined. */
const given = (item: Draft['items'][string] | undefined) => {
  if (item === undefined) return {};
  const { cites, ...rest } = item;
  return { ...rest, ...(cites ? { cites: cites.map((cite) => ({ ...cite })) } : {}) };
};
