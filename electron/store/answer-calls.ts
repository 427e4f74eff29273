// What each call does to the two open files; one transaction around it is the business of `serve-store.ts`.
import { ok, type Refusal, type Result } from '../../shared/base/result.ts';
import { entryRows } from './entry-rows.ts';
import type { Database } from './load-sqlite.ts';
import type { FileKind } from './open-file.ts';
import type { CallName, Calls } from './requests.ts';
import { keyRows, valueRows } from './value-rows.ts';
import { scrub } from './write-ahead.ts';

/** `read` changes nothing; `save` goes into a shared transaction; `alone` cannot (it rewrites or checks whole files). */
type How = { readonly how: 'read' } | { readonly how: 'save' | 'alone'; readonly file: FileKind };

type Handler<N extends CallName> = How & {
  readonly answer: (input: Calls[N]['in']) => Result<Calls[N]['out']>;
  /** Runs in the same transaction after a refusal has undone the call itself: what is worth keeping of it. */
  readonly afterRefusal?: (input: Calls[N]['in'], refusal: Refusal) => void;
};
export type Handlers = { readonly [N in Exclude<CallName, 'close'>]: Handler<N> };

const done = ok({});

export type Files = { readonly [K in FileKind]: Database };

export function handlersFor(files: Files): Handlers {
  const entries = entryRows(files.book);
  const values = valueRows(files.book);
  const keys = keyRows(files.keys);

  const read = <N extends CallName>(answer: (input: Calls[N]['in']) => Calls[N]['out']): Handler<N> => ({
    how: 'read',
    answer: (input) => ok(answer(input)),
  });
  const save = <N extends CallName>(act: (input: Calls[N]['in']) => unknown): Handler<N> => ({
    how: 'save',
    file: 'book',
    answer(input) {
      act(input);
      return done as Result<Calls[N]['out']>;
    },
  });

  return {
    append: {
      how: 'save',
      file: 'book',
      answer({ book, runs, card, ownFeeds }) {
        const added = entries.append(book, runs);
        if (!added.ok) return added;
        if (card) values.saveCard(book, card);
        for (const own of ownFeeds) values.saveOwnFeed(book, own.feed, own.value);
        return ok({ added: added.value });
      },
      afterRefusal({ book, runs }, { code, params }) {
        if (code === 'fork') entries.keepFork(book, runs, String(params['feed']), Number(params['seq']));
      },
    },
    readFeeds: read<'readFeeds'>(({ book, feed, from }) => entries.readFeeds(book, feed, from)),
    readHeads: read<'readHeads'>(({ book }) => entries.readHeads(book)),
    readForks: read<'readForks'>(({ book }) => entries.readForks(book)),
    readOwnFeeds: read<'readOwnFeeds'>(({ book }) => values.readOwnFeeds(book)),
    eraseBody: {
      how: 'alone',
      file: 'book',
      answer({ book, feed, seq }) {
        const erased = files.book.transaction(() => entries.eraseBody(book, feed, seq)).immediate();
        if (erased.ok) scrub(files.book);
        return erased;
      },
    },
    saveDraft: save<'saveDraft'>((input) => values.saveDraft(input, input.item, input.value)),
    readDrafts: read<'readDrafts'>((input) => values.readDrafts(input)),
    dropDrafts: save<'dropDrafts'>((input) => values.dropDrafts(input)),
    saveCard: save<'saveCard'>(({ book, value }) => values.saveCard(book, value)),
    readCards: read<'readCards'>(() => values.readCards()),
    saveCheckpoint: save<'saveCheckpoint'>(({ book, head, value }) => values.saveCheckpoint(book, head, value)),
    readCheckpoint: read<'readCheckpoint'>(({ book }) => values.readCheckpoint(book)),
    saveSetting: save<'saveSetting'>(({ name, value }) => values.saveSetting(name, value)),
    readSetting: read<'readSetting'>(({ name }) => values.readSetting(name)),
    saveBlob: save<'saveBlob'>(({ name, value }) => values.saveBlob(name, value)),
    readBlob: read<'readBlob'>(({ name }) => values.readBlob(name)),
    dropBlob: save<'dropBlob'>(({ name }) => values.dropBlob(name)),
    readBlobs: read<'readBlobs'>(() => values.readBlobs()),
    readBooks: read<'readBooks'>(() => entries.readBooks()),
    readAllDrafts: read<'readAllDrafts'>(() => values.readAllDrafts()),
    readSettings: read<'readSettings'>(() => values.readSettings()),
    saveKey: {
      how: 'save',
      file: 'keys',
      answer: ({ kind, id, value }) => ok({ found: keys.save(kind, id, value) }),
    },
    readKey: read<'readKey'>(({ kind, id }) => keys.read(kind, id)),
    listKeys: read<'listKeys'>(({ kind }) => keys.list(kind)),
    dropKey: {
      how: 'alone',
      file: 'keys',
      answer({ kind, id }) {
        keys.drop(kind, id);
        scrub(files.keys);
        return done;
      },
    },
    check: {
      how: 'alone',
      file: 'book',
      answer() {
        for (const db of [files.book, files.keys]) {
          const found = db.pragma('integrity_check(1)', { simple: true });
          if (found !== 'ok') throw Object.assign(new Error(String(found)), { code: 'SQLITE_CORRUPT' });
        }
        return done;
      },
    },
  };
}
