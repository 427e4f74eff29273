// Each migration: go to the version before it, insert, go to it, compare. And: a released table never changes silently.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Database, loadSqlite } from '../../../electron/store/load-sqlite.ts';
import { migrations } from '../../../electron/store/migrations/list.ts';
import { type FileKind, openFile } from '../../../electron/store/open-file.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { granted } from './samples.ts';

const kinds: readonly FileKind[] = ['book', 'keys'];
const sqlite = granted(await loadSqlite());

/** Opens the file as a program would that knows migrations up to `version`. */
const at = (folder: string, kind: FileKind, version: number): Database =>
  granted(openFile(sqlite, folder, kind, migrations.slice(0, version)));

const tablesOf = (db: Database): string[] =>
  db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all();

test('migrations count from 1 without a gap', () => {
  expect(migrations.map((migration) => migration.number)).toEqual(migrations.map((_, index) => index + 1));
});

describe('0001 first tables', () => {
  test('from nothing to the first tables, with the mark of the application on both files', () => {
    const folder = tempFolder('migration');
    for (const kind of kinds) at(folder, kind, 0).close();
    const book = at(folder, 'book', 1);
    expect(tablesOf(book)).toEqual([
      'blobs',
      'books',
      'cards',
      'checkpoints',
      'drafts',
      'entries',
      'feeds',
      'forks',
      'own_feeds',
      'settings',
    ]);
    expect(book.pragma('user_version', { simple: true })).toBe(1);
    expect(book.pragma('application_id', { simple: true })).toBe(0x48446231);
    book.close();
    const keys = at(folder, 'keys', 1);
    expect(tablesOf(keys)).toEqual(['keys']);
    expect(keys.pragma('application_id', { simple: true })).toBe(0x48446b31);
    keys.close();
  });

  test('opening at the same version changes nothing', () => {
    const folder = tempFolder('migration');
    const before = at(folder, 'keys', 1);
    before.prepare('INSERT INTO keys VALUES (?, ?, ?)').run('seal', 'a', Buffer.of(1, 2));
    before.close();
    const after = at(folder, 'keys', 1);
    expect(after.prepare('SELECT * FROM keys').all()).toEqual([{ kind: 'seal', id: 'a', value: Buffer.of(1, 2) }]);
    after.close();
  });

  test('[ST9] a released migration never changes: another table shape is another migration', () => {
    const [first] = migrations;
    const text = JSON.stringify([first?.book, first?.keys]);
    expect(createHash('sha256').update(text).digest('hex')).toBe(
      '8e5395158b63696c67ab63fcc8c57a0523c1223fcb2f05f530330b843cb67edf',
    );
  });
});

test('[ST9] a migration that fails leaves the version before it, whole', () => {
  const folder = tempFolder('migration');
  const before = at(folder, 'book', 1);
  before.prepare('INSERT INTO settings VALUES (?, ?)').run('a', Buffer.of(1));
  before.close();
  const broken = {
    number: 2,
    book: 'CREATE TABLE half (a TEXT) STRICT; DELETE FROM settings; INSERT INTO none VALUES (1)',
    keys: '',
  };
  expect(() => openFile(sqlite, folder, 'book', [...migrations.slice(0, 1), broken])).toThrow('no such table');
  const after = at(folder, 'book', 1);
  expect(after.pragma('user_version', { simple: true })).toBe(1);
  expect(tablesOf(after)).not.toContain('half');
  expect(after.prepare('SELECT count(*) FROM settings').pluck().get()).toBe(1);
  after.close();
});

test('[ST9] a second migration keeps what the first one held', () => {
  const folder = tempFolder('migration');
  const before = at(folder, 'book', 1);
  before.prepare('INSERT INTO settings VALUES (?, ?)').run('a', Buffer.of(1));
  before.close();
  const more = { number: 2, book: 'ALTER TABLE settings ADD COLUMN later INTEGER', keys: '' };
  const after = granted(openFile(sqlite, folder, 'book', [...migrations.slice(0, 1), more]));
  expect(after.prepare('SELECT * FROM settings').all()).toEqual([{ name: 'a', value: Buffer.of(1), later: null }]);
  expect(after.pragma('user_version', { simple: true })).toBe(2);
  after.close();
});
