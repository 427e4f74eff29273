// Migration 1: the first tables of both files.
import type { Migration } from './migration.ts';

export const firstTables: Migration = {
  number: 1,
  book: `
    CREATE TABLE books (number INTEGER PRIMARY KEY, book BLOB NOT NULL UNIQUE CHECK (length(book) = 32)) STRICT;
    CREATE TABLE feeds (
      number INTEGER PRIMARY KEY CHECK (number < 1048576),
      book INTEGER NOT NULL REFERENCES books (number),
      feed BLOB NOT NULL CHECK (length(feed) = 16),
      UNIQUE (book, feed)
    ) STRICT;
    -- place = number of the feed * 2^32 + seq: one tree, in feed order, and a feed's head is its last key.
    CREATE TABLE entries (
      place INTEGER PRIMARY KEY,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      body_hash BLOB NOT NULL CHECK (length(body_hash) = 32),
      erased INTEGER NOT NULL DEFAULT 0 CHECK (erased = 0 OR body IS NULL),
      sig BLOB,
      head BLOB NOT NULL,
      body BLOB
    ) STRICT;
    CREATE TABLE forks (
      place INTEGER PRIMARY KEY,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      body_hash BLOB NOT NULL CHECK (length(body_hash) = 32),
      sig BLOB,
      head BLOB NOT NULL,
      body BLOB
    ) STRICT;
    CREATE TABLE own_feeds (
      book BLOB NOT NULL CHECK (length(book) = 32),
      feed BLOB NOT NULL CHECK (length(feed) = 16),
      value BLOB NOT NULL,
      PRIMARY KEY (book, feed)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE drafts (
      book BLOB NOT NULL CHECK (length(book) = 32),
      seat TEXT NOT NULL,
      poll TEXT NOT NULL,
      item TEXT NOT NULL,
      value BLOB NOT NULL,
      PRIMARY KEY (book, seat, poll, item)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE cards (
      book BLOB PRIMARY KEY CHECK (length(book) = 32),
      value BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE checkpoints (
      number INTEGER PRIMARY KEY,
      book BLOB NOT NULL UNIQUE CHECK (length(book) = 32),
      head BLOB NOT NULL CHECK (length(head) = 32),
      value BLOB NOT NULL
    ) STRICT;
    CREATE TABLE settings (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE blobs (name BLOB PRIMARY KEY CHECK (length(name) = 32), value BLOB NOT NULL) STRICT, WITHOUT ROWID;
  `,
  keys: `
    CREATE TABLE keys (
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      value BLOB NOT NULL,
      PRIMARY KEY (kind, id)
    ) STRICT, WITHOUT ROWID;
  `,
};
