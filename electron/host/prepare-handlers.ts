// The desk's acts before a session is opened: forms kept as they are typed, an edit of a session, codes freed again.
import { ok, refuse } from '../../shared/base/result.ts';
import type { Handlers } from '../../shared/contract/host.ts';
import type { OutputOf } from '../../shared/contract/methods.ts';
import type { Desk } from './desk.ts';
import { beforeRuling, earlierOf } from './earlier.ts';
import { editSession } from './edit-session.ts';
import { rule } from './live-book.ts';
import { playedSeats, seatPlayers } from './rehearsal-seats.ts';
import { giveForm } from './session-form.ts';

type Names =
  | 'platform.earlier'
  | 'platform.name-before'
  | 'session.form'
  | 'session.edit'
  | 'session.draft.save'
  | 'session.draft.read'
  | 'session.draft.discard'
  | 'codes.unlock'
  | 'desk.facts';

const done = ok({});

export const prepareHandlers = (desk: Desk): Pick<Handlers, Names> => {
  const { around, books, drafts } = desk;
  const told = <T>(value: T): T => {
    desk.changed('');
    return value;
  };
  return {
    'session.form': async (_, { book, as }) => {
      const opened = await books.open(book);
      return opened.ok ? giveForm(opened.value, as) : opened;
    },
    'session.edit': async (_, { book, form, replace }) =>
      await desk.inBook(book, async (live) => {
        const isPlayed = playedSeats(live).length > 0;
        // Invented people never sit in a real council.
        if (isPlayed && form.kind !== 'rehearsal') return refuse('rehearsal-only');
        const edited = await editSession(around, desk.library.find, live, form, replace);
        if (!edited.ok) return edited;
        const { made } = edited.value;
        const seated = isPlayed ? await seatPlayers(around, made ?? live) : done;
        if (!seated.ok) return seated;
        if (made === undefined) return ok<OutputOf<'session.edit'>>({ book, replaced: false });
        await books.add(made);
        const retired = await books.replace(live, made.id);
        return retired.ok ? ok<OutputOf<'session.edit'>>({ book: made.id, replaced: true }) : retired;
      }),
    'platform.earlier': async (_, { book, platform }) => {
      const opened = await books.open(book);
      if (!opened.ok) return opened;
      const name = opened.value.state.platforms[platform]?.name;
      if (name === undefined) return refuse('platform-unknown');
      return ok<OutputOf<'platform.earlier'>>({ found: earlierOf(await books.cards(), opened.value, name) });
    },
    'platform.name-before': async (_, { book, platform, earlier }) =>
      await desk.inBook(book, async (live) => {
        const ruling = await beforeRuling(books, around.ciphers.sha256, live, platform, earlier);
        if (!ruling.ok) return ruling;
        const ruled = await rule(around, live, [ruling.value]);
        return ruled.ok ? done : ruled;
      }),
    'session.draft.save': async (_, { draft, form }) => told(await drafts.save(draft, form)),
    'session.draft.read': async (_, { draft }) => await drafts.read(draft),
    'session.draft.discard': async (_, { draft }) => {
      const discarded = await drafts.discard(draft);
      return told(discarded.ok ? done : discarded);
    },
    'codes.unlock': async () => {
      around.codes.unlock();
      return done;
    },
    'desk.facts': async () => ok({ version: around.version, folder: around.folder }),
  };
};
