// The thread in which texts are indexed and searched: a large index never holds up the window or the room.
import { parentPort } from 'node:worker_threads';
import type { IndexAsk, IndexReply, Numbered } from './index-messages.ts';
import { loadSqlite, type Sqlite } from './load-sqlite.ts';
import { openTextIndex, type TextIndex } from './text-index.ts';

const indexes = new Map<string, TextIndex>();

function indexOf(sqlite: Sqlite, book: string): TextIndex {
  const found = indexes.get(book) ?? openTextIndex(sqlite);
  indexes.set(book, found);
  return found;
}

function answer(sqlite: Sqlite, ask: IndexAsk): IndexReply {
  switch (ask.is) {
    case 'add':
      return { hasRoom: indexOf(sqlite, ask.book).add(ask.sha256, ask.pieces) };
    case 'drop':
      indexes.get(ask.book)?.drop(ask.sha256);
      return {};
    case 'search':
      return { answer: indexOf(sqlite, ask.book).search(ask.typed, ask.files) };
    case 'forget':
      indexes.get(ask.book)?.close();
      indexes.delete(ask.book);
      return {};
  }
}

/** What went wrong is not told: it could carry words of a file. */
function answered(sqlite: Sqlite, ask: IndexAsk): IndexReply {
  try {
    return answer(sqlite, ask);
  } catch {
    return { fault: true };
  }
}

const loaded = await loadSqlite();
if (loaded.ok)
  parentPort?.on('message', ({ id, ...ask }: Numbered<IndexAsk>) =>
    parentPort?.postMessage({ id, ...answered(loaded.value, ask as IndexAsk) } satisfies Numbered<IndexReply>),
  );
