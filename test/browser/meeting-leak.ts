// What was planted in the sheets, and which of it can be found in texts, files, screens and what the host printed.
import { join } from 'node:path';
import { tracesIn, tracesInFiles, tracesInTables } from '../contract/leak-traces.ts';
import type { ChildHost } from './meeting-host.ts';
import type { Frame, SeatPage } from './meeting-pages.ts';
import { COUNCIL, commentOf, remarkOf } from './meeting-plan.ts';

const KEYS = COUNCIL.map(({ key }) => key);
const SECRETS = new Map(
  KEYS.flatMap((key) => [
    [`remark of ${key}`, remarkOf(key)],
    [`comment of ${key}`, commentOf(key)],
  ]),
);
/** Words that only a sheet in clear has: `"mark"` is a member of every item. */
const MARKS = ['"mark"', '"not-met"', '"insufficient"', '\\"mark\\"'];

/** One line for each secret or mark that a frame carries. */
export const inFrames = (frames: readonly Frame[]): string[] =>
  frames.flatMap(({ link, way, text }) => [
    ...tracesIn(text, SECRETS).map((name) => `${link} ${way}: ${name}`),
    ...MARKS.filter((word) => text.includes(word)).map((word) => `${link} ${way}: ${word} in ${text.slice(0, 200)}`),
  ]);

export type HostPlaces = Pick<ChildHost, 'data' | 'printed'> & {
  /** Folder in it that is the desk's own page's: what a browser keeps elsewhere. */
  readonly window?: string;
};

/** The data folder byte by byte with its write-ahead files, its tables row by row, and everything the host printed. */
export function atHost({ data, printed, window }: HostPlaces): string[] {
  const known = new Map([['a name', COUNCIL[0].name]]);
  return [
    ...tracesInFiles(data, SECRETS, window),
    ...tracesInTables(data, SECRETS, window),
    ...(window === undefined ? [] : tracesInFiles(join(data, window), othersThan('desk'))),
    // The same search finds what is there.
    ...(tracesInTables(data, known, window).length === 0 ? ['the search finds nothing at all'] : []),
    ...tracesIn(printed(), SECRETS).map((name) => `printed: ${name}`),
  ];
}

const othersThan = (name: string) => new Map([...SECRETS].filter(([secret]) => !secret.endsWith(` of ${name}`)));

/** Secrets of others that a page shows or has in its document. */
export async function onScreen({ page, name }: Pick<SeatPage, 'page' | 'name'>): Promise<string[]> {
  return tracesIn(await page.content(), othersThan(name)).map((secret) => `${name} shows: ${secret}`);
}

/** Keys that a page gave away. */
export const keysFrom = (frames: readonly Frame[], page: string): readonly Frame[] =>
  frames.filter((frame) => frame.page === page && frame.way === 'up' && frame.text.includes('key-released'));
