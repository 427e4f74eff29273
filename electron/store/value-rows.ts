// Everything that is one value under one name: drafts, cards, checkpoints, settings, own feeds, the index of blobs, keys.

import { hexBytes, hexOf } from './hex.ts';
import type { Database } from './load-sqlite.ts';
import type { Covered } from './requests.ts';

/** A copy in a buffer of its own: a row's Buffer may share a pool, and a posted pool is cloned whole. */
const own = (value: unknown): Covered | null => (value instanceof Uint8Array ? new Uint8Array(value) : null);
const book = (hex: string): Uint8Array => hexBytes(hex, 32);

type Named = { readonly name: string; readonly value: Uint8Array };
type Keyed = { readonly key: Uint8Array; readonly value: Uint8Array };
type At = { readonly book: string; readonly seat: string; readonly poll: string };

/** The calls on values of the book file. */
export function valueRows(db: Database) {
  const putDraft = db.prepare(
    `INSERT INTO drafts (book, seat, poll, item, value) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET value = excluded.value`,
  );
  const getDrafts = db.prepare<[Uint8Array, string, string], Named>(
    'SELECT item AS name, value FROM drafts WHERE book = ? AND seat = ? AND poll = ? ORDER BY item',
  );
  const cutDrafts = db.prepare('DELETE FROM drafts WHERE book = ? AND seat = ? AND poll = ?');
  const putCard = db.prepare(
    'INSERT INTO cards (book, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  const getCards = db.prepare<[], Keyed>('SELECT book AS key, value FROM cards ORDER BY book');
  const putCheckpoint = db.prepare(
    `INSERT INTO checkpoints (book, head, value) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET head = excluded.head, value = excluded.value`,
  );
  const getCheckpoint = db.prepare<[Uint8Array], Keyed>('SELECT head AS key, value FROM checkpoints WHERE book = ?');
  const putSetting = db.prepare(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  const getSetting = db.prepare('SELECT value FROM settings WHERE name = ?').pluck();
  const putOwnFeed = db.prepare(
    'INSERT INTO own_feeds (book, feed, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  const getOwnFeeds = db.prepare<[Uint8Array], Keyed>('SELECT feed AS key, value FROM own_feeds WHERE book = ?');
  const putBlob = db.prepare(
    'INSERT INTO blobs (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  const getBlob = db.prepare('SELECT value FROM blobs WHERE name = ?').pluck();
  const getBlobs = db.prepare<[], Keyed>('SELECT name AS key, value FROM blobs');
  const getAllDrafts = db.prepare<
    [],
    { readonly book: Uint8Array; readonly seat: string; readonly poll: string } & Named
  >('SELECT book, seat, poll, item AS name, value FROM drafts');
  const getSettings = db.prepare<[], Named>('SELECT name, value FROM settings');
  const cutBlob = db.prepare('DELETE FROM blobs WHERE name = ?');

  return {
    saveDraft: (at: At, item: string, value: Covered) => putDraft.run(book(at.book), at.seat, at.poll, item, value),
    readDrafts: (at: At) =>
      getDrafts
        .all(book(at.book), at.seat, at.poll)
        .map((row) => ({ item: row.name, value: new Uint8Array(row.value) })),
    dropDrafts: (at: At) => cutDrafts.run(book(at.book), at.seat, at.poll),
    saveCard: (id: string, value: Covered) => putCard.run(book(id), value),
    readCards: () => getCards.all().map((row) => ({ book: hexOf(row.key), value: new Uint8Array(row.value) })),
    saveCheckpoint: (id: string, head: string, value: Covered) =>
      putCheckpoint.run(book(id), hexBytes(head, 32), value),
    readCheckpoint(id: string) {
      const row = getCheckpoint.get(book(id));
      return row ? { head: hexOf(row.key), value: new Uint8Array(row.value) } : null;
    },
    saveSetting: (name: string, value: Covered) => putSetting.run(name, value),
    readSetting: (name: string) => own(getSetting.get(name)),
    saveOwnFeed: (id: string, feed: string, value: Covered) => putOwnFeed.run(book(id), hexBytes(feed, 16), value),
    readOwnFeeds: (id: string) =>
      getOwnFeeds.all(book(id)).map((row) => ({ feed: hexOf(row.key), value: new Uint8Array(row.value) })),
    saveBlob: (name: string, value: Covered) => putBlob.run(hexBytes(name, 32), value),
    readBlob: (name: string) => own(getBlob.get(hexBytes(name, 32))),
    dropBlob: (name: string) => cutBlob.run(hexBytes(name, 32)),
    readBlobs: () => getBlobs.all().map((row) => ({ name: hexOf(row.key), value: new Uint8Array(row.value) })),
    readAllDrafts: () =>
      getAllDrafts.all().map(({ seat, poll, name, ...row }) => {
        return { book: hexOf(row.book), seat, poll, item: name, value: new Uint8Array(row.value) };
      }),
    readSettings: () => getSettings.all().map(({ name, value }) => ({ name, value: new Uint8Array(value) })),
  };
}

/** The calls on keys, over the file that holds nothing else. */
export function keyRows(db: Database) {
  const put = db.prepare('INSERT INTO keys (kind, id, value) VALUES (?, ?, ?)');
  const get = db.prepare('SELECT value FROM keys WHERE kind = ? AND id = ?').pluck();
  const list = db.prepare<[string], string>('SELECT id FROM keys WHERE kind = ? ORDER BY id').pluck();
  const cut = db.prepare('DELETE FROM keys WHERE kind = ? AND id = ?');
  return {
    /** A key is never overwritten: what stands under that id is given back instead. */
    save(kind: string, id: string, value: Covered): Covered | null {
      const found = own(get.get(kind, id));
      if (found === null) put.run(kind, id, value);
      return found;
    },
    read: (kind: string, id: string) => own(get.get(kind, id)),
    list: (kind: string): string[] => list.all(kind),
    drop: (kind: string, id: string) => cut.run(kind, id),
  };
}
