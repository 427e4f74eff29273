// The fragment as the place where the user is: what it says, and how a place is written as one.
import { useSyncExternalStore } from 'react';
import { isHash, isShortId } from '../../shared/base/ids.ts';
import { PHASES, type Phase } from '../../shared/contract/phases.ts';

export const PAGES = ['new', 'check', 'library', 'settings'] as const;
export type Page = (typeof PAGES)[number];
export type Route =
  | { readonly at: 'home' }
  /**
   * `item`: of the form of a session, the draft it goes on with, or the book that it edits; of the library, the key of a
   * set, or `load` for taking one in. `pair`: two sets of the library beside each other, the older one first.
   */
  | {
      readonly at: 'page';
      readonly page: Page;
      readonly item?: string;
      readonly pair?: readonly [older: string, newer: string];
    }
  | { readonly at: 'join'; readonly code: string }
  /** `phase` absent: wherever the session stands. */
  | { readonly at: 'session'; readonly book: string; readonly phase?: Phase | 'log' };

const isPhase = (text: string): text is Phase => (PHASES as readonly string[]).includes(text);

/** Of a book or a draft, and of a set in the library. */
const isKey = (text: string): boolean => isHash(text) || isShortId(text);

/** `#desk=TOKEN` is read by the entry and never stays in the address, so it is no route. */
export function readRoute(fragment: string): Route {
  const text = decode(fragment.replace(/^#/, ''));
  if (text === 'join') return { at: 'join', code: '' };
  if (text.startsWith('join=')) return { at: 'join', code: text.slice('join='.length).slice(0, 20) };
  const [, first = '', book = '', phase = '', last = ''] = text.split('/');
  const page = PAGES.find((each) => each === first);
  if (page === 'new' && isKey(book)) return { at: 'page', page, item: book };
  if (page === 'library' && (book === 'load' || isKey(book))) return { at: 'page', page, item: book };
  if (page === 'library' && book === 'compare' && isKey(phase) && isKey(last))
    return { at: 'page', page, pair: [phase, last] };
  if (page !== undefined) return { at: 'page', page };
  if (first !== 'session' || !isHash(book)) return { at: 'home' };
  if (phase === 'log' || isPhase(phase)) return { at: 'session', book, phase };
  return { at: 'session', book };
}

export function writeRoute(route: Route): string {
  if (route.at === 'home') return '#/';
  if (route.at === 'page') {
    const { page, item, pair } = route;
    if (pair !== undefined) return `#/${page}/compare/${pair.join('/')}`;
    return `#/${page}${item === undefined ? '' : `/${item}`}`;
  }
  if (route.at === 'join') return route.code === '' ? '#join' : `#join=${encodeURIComponent(route.code)}`;
  return `#/session/${route.book}${route.phase === undefined ? '' : `/${route.phase}`}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The pass of the secretary's desk, where the fragment carries one. */
export const deskToken = (fragment: string): string | undefined => /^#desk=([^&]{1,100})$/.exec(fragment)?.[1];

export const go = (route: Route): void => {
  location.hash = writeRoute(route);
};

const onFragment = (told: () => void): (() => void) => {
  addEventListener('hashchange', told);
  return () => removeEventListener('hashchange', told);
};

export const useRoute = (): Route => readRoute(useSyncExternalStore(onFragment, () => location.hash));
