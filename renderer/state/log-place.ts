// A place in the log that can be led to by an address: the entries that a number of the minutes was computed from.
import { useSyncExternalStore } from 'react';
import { writeRoute } from './route.ts';

/** Hex digits of a hash that stand in an address. */
const SHORT = 16;
/** More entries than these are not marked one by one: the address would outgrow every bar. */
const MOST = 40;

/** The log of this book, opened at these entries. */
export const logPlace = (book: string, entries: readonly string[]): string =>
  `${writeRoute({ at: 'session', book, phase: 'log' })}/${entries
    .slice(0, MOST)
    .map((hash) => hash.slice(0, SHORT))
    .join('.')}`;

/** Starts of hashes that the address names; empty where it names none. */
export function readLogPlace(fragment: string): readonly string[] {
  const named = fragment.split('/')[4] ?? '';
  return named.split('.').filter((start) => /^[0-9a-f]{16}$/.test(start));
}

const onFragment = (told: () => void): (() => void) => {
  addEventListener('hashchange', told);
  return () => removeEventListener('hashchange', told);
};
const fragment = (): string => location.hash;
const none = (): string => '';

export function useLogPlace(): readonly string[] {
  return readLogPlace(useSyncExternalStore(onFragment, fragment, none));
}
