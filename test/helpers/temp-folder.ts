// Gives a test a folder of its own that is gone when the test is over.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Call inside a test. Kept for inspection, with its path printed, when HOIDONG_KEEP=1. */
export function tempFolder(name = 'test'): string {
  const folder = makeFolder(name);
  onTestFinished(() => removeFolder(folder));
  return folder;
}

/** For beforeAll/afterAll, where the caller removes it. */
export function makeFolder(name = 'test'): string {
  return realpathSync(mkdtempSync(join(tmpdir(), `hoidong-${name}-`)));
}

/** Waits a little for a process that still holds a file (Windows). */
export function removeFolder(folder: string): void {
  if (process.env['HOIDONG_KEEP'] === '1') console.log(`kept: ${folder}`);
  else rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
