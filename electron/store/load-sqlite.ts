// Loads SQLite, but only where it can run: on an older Node the native addon ends the process without a word.
import type BetterSqlite3 from 'better-sqlite3';
import { ok, type Result, refuse } from '../../shared/base/result.ts';

export type Database = BetterSqlite3.Database;
export type Sqlite = typeof BetterSqlite3;

const NEEDED_NODE = 24;

/** @returns refusal `store-needs-node {needed, found}` on a Node the addon was not built for */
export async function loadSqlite(nodeVersion: string = process.versions.node): Promise<Result<Sqlite>> {
  const major = Number.parseInt(nodeVersion, 10);
  if (!(major >= NEEDED_NODE)) return refuse('store-needs-node', { needed: NEEDED_NODE, found: nodeVersion });
  const { default: sqlite } = await import('better-sqlite3');
  return ok(sqlite);
}
