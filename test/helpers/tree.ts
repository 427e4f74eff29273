// Reads the project's own sources and manifest for the tests that judge them.
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Sources } from './imports.ts';

const root = resolve(import.meta.dirname, '../..');

/** Sources by repository path with forward slashes, for globs such as `shared/**\/*.ts`. */
export function readSources(globs: readonly string[]): Sources {
  const files = globSync([...globs], { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  return new Map(files.sort().map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

/** The three rooms that make the product. */
export const readRooms = (): Sources => readSources(['{electron,renderer,shared}/**/*.{ts,tsx}']);

/** Packages the manifest names, with `electron` and Node's own types among them. */
export function readPackages(): ReadonlySet<string> {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (typeof manifest !== 'object' || manifest === null) throw new Error('package.json is no object');
  const parts = ['dependencies', 'devDependencies'].map(
    (key) => Object.entries(manifest).find(([k]) => k === key)?.[1],
  );
  return new Set(parts.flatMap((part) => Object.keys(part ?? {})));
}
