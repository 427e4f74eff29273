// Which application runs in the stand-in, and what the stand-in writes down for tests.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Set by the executable before anything of the application is loaded. */
export const appPath = process.env['STANDIN_APP'] ?? process.cwd();

export const manifest = JSON.parse(readFileSync(path.join(appPath, 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly productName?: string;
  readonly version: string;
  readonly main: string;
};

export type HostRecord = {
  /** Addresses given to the system's browser. */
  readonly opened: string[];
  /** Requests that asked for a network: each failed. */
  readonly refused: string[];
  /** What the app's permission handlers were asked, and said. */
  readonly permissions: { readonly name: string; readonly by: 'check' | 'request'; readonly granted: boolean }[];
};

/** For tests on this host only: `app.evaluate((electron) => electron.hostRecord)`. */
export const hostRecord: HostRecord = { opened: [], refused: [], permissions: [] };
