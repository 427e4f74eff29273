// The words of a session's evidence in a full-text index of SQLite that lives in memory only: nothing of it is on any disk.
import { foldText } from '../../shared/base/search-text.ts';
import { aroundWords } from './around-words.ts';
import type { Database, Sqlite } from './load-sqlite.ts';
import { matchOf, wantedOf } from './match-query.ts';

/** UTF-16 units of all texts together: 20,000 printed pages, 150 MB with their index. */
export const INDEX_LIMIT = 48_000_000;
/** Hits of one file, and of all. */
const OF_FILE = 20;
const OF_ALL = 200;

/** `page` from 1; 0 where a file has no such parts. */
export type IndexedPiece = { readonly page: number; readonly text: string };
export type IndexHit = { readonly sha256: string; readonly page: number; readonly around: readonly string[] };
export type IndexAnswer = { readonly hits: readonly IndexHit[]; readonly more: boolean };

export type TextIndex = {
  /** @returns false where there is no room: those pieces, and all later ones, are left out */
  readonly add: (sha256: string, pieces: readonly IndexedPiece[]) => boolean;
  /** All that was added of a file is gone. */
  readonly drop: (sha256: string) => void;
  /** In these files only, in their order; pages in theirs. Nothing of any other file bears on what comes. */
  readonly search: (typed: string, files: readonly string[]) => IndexAnswer;
  readonly close: () => void;
};

// The texts are folded before they come here; the tokenizer's own folding reaches what is composed otherwise.
const TABLES = `
  CREATE TABLE pieces (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, page INTEGER NOT NULL, text TEXT NOT NULL);
  CREATE INDEX pieces_of ON pieces (sha256);
  CREATE VIRTUAL TABLE words USING fts5(folded, content='', contentless_delete=1,
    tokenize="unicode61 remove_diacritics 2");
`;

export function openTextIndex(sqlite: Sqlite, limit = INDEX_LIMIT): TextIndex {
  const db: Database = new sqlite(':memory:');
  db.exec(TABLES);
  const putPiece = db.prepare('INSERT INTO pieces (sha256, page, text) VALUES (?, ?, ?)');
  const putWords = db.prepare('INSERT INTO words (rowid, folded) VALUES (?, ?)');
  const cutWords = db.prepare('DELETE FROM words WHERE rowid IN (SELECT id FROM pieces WHERE sha256 = ?)');
  const cutPieces = db.prepare('DELETE FROM pieces WHERE sha256 = ?');
  const sizeOf = db
    .prepare<[string], number>('SELECT coalesce(sum(length(text)), 0) FROM pieces WHERE sha256 = ?')
    .pluck();
  const find = db.prepare<[string, string], { id: number; sha256: string; page: number }>(
    'SELECT id, sha256, page FROM words JOIN pieces ON id = words.rowid ' +
      'WHERE words MATCH ? AND sha256 IN (SELECT value FROM json_each(?)) ORDER BY page, id',
  );
  const textOf = db.prepare<[number], string>('SELECT text FROM pieces WHERE id = ?').pluck();
  let size = 0;

  const add = db.transaction((sha256: string, pieces: readonly IndexedPiece[]): boolean => {
    for (const { page, text } of pieces) {
      if (size + text.length > limit) return false;
      size += text.length;
      const { lastInsertRowid } = putPiece.run(sha256, page, text);
      putWords.run(lastInsertRowid, foldText(text));
    }
    return true;
  });

  return {
    add,
    drop(sha256) {
      size -= sizeOf.get(sha256) ?? 0;
      cutWords.run(sha256);
      cutPieces.run(sha256);
    },
    search(typed, files) {
      const wanted = wantedOf(typed);
      const match = matchOf(wanted);
      if (match === undefined || files.length === 0) return { hits: [], more: false };
      const pages = new Map<string, Map<number, number>>();
      for (const { id, sha256, page } of find.all(match, JSON.stringify(files))) {
        const known = pages.get(sha256) ?? new Map<number, number>();
        pages.set(sha256, known);
        // Of a long part only the first piece is told.
        if (!known.has(page)) known.set(page, id);
      }
      let more = false;
      const hits: IndexHit[] = [];
      for (const sha256 of files) {
        const all = [...(pages.get(sha256) ?? [])];
        const room = Math.min(OF_FILE, OF_ALL - hits.length);
        more ||= all.length > room;
        for (const [page, id] of all.slice(0, Math.max(0, room)))
          hits.push({ sha256, page, around: aroundWords(textOf.get(id) ?? '', wanted) });
      }
      return { hits, more };
    },
    close: () => db.close(),
  };
}
