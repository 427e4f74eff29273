// What a start is told: the data folder, and which page to begin with; a second start hands its words to the first.
import path from 'node:path';
import type { ShellAct } from '../../shared/contract/shell-view.ts';

/** `--new`, `--check`: for the launchers of a desktop (actions of a .desktop file, a jump list). */
const PAGES: Readonly<Record<string, ShellAct>> = { '--new': '/new', '--check': '/check' };

/** The page that a command line asks for; the last word counts. */
export const pageAsked = (argv: readonly string[]): ShellAct | undefined =>
  argv.flatMap((word) => (Object.hasOwn(PAGES, word) ? [PAGES[word]] : [])).at(-1);

/** Where HOIDONG_DATA names the data folder; else it is where Electron keeps what is the user's. */
export const dataFolder = (env: Readonly<Record<string, string | undefined>>, ordinary: string): string => {
  const given = env['HOIDONG_DATA'];
  return given === undefined || given === '' ? ordinary : path.resolve(given);
};
