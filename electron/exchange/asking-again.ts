// Feeds of one book that were not taken as they came: asked for once more where that can help, and closed where it cannot.
import type { FeedId } from '../../shared/base/ids.ts';
import type { FeedWord } from './exchange-state.ts';
import type { OnLink } from './on-link.ts';

/** So often is a feed asked for that was not taken for want of a binding, on one link. */
const PARKED_TIMES = 8;

export type AskingAgain = {
  /** From where this side ends; once on a link. */
  readonly gap: (feed: FeedId) => void;
  /** The whole feed: only what follows from its first entry tells a fork from a forgery. Once on a link. */
  readonly whole: (feed: FeedId) => void;
  readonly asked: (feed: FeedId) => { readonly gap: boolean; readonly whole: boolean };
  /** Not taken from this peer any more. */
  readonly bar: (feed: FeedId, code: string) => void;
  /** Not taken for now: somebody must be bound first. */
  readonly park: (feed: FeedId, code: string) => void;
  readonly isBarred: (feed: FeedId) => boolean;
  readonly taken: (feed: FeedId) => void;
  /** The book has changed: what was parked may be taken now. */
  readonly retry: () => void;
  readonly refused: () => readonly FeedWord[];
};

export function askingAgain(n: number, link: OnLink, ownSeq: (feed: FeedId) => number): AskingAgain {
  const gaps = new Set<FeedId>();
  const wholes = new Set<FeedId>();
  const barred = new Map<FeedId, string>();
  const parked = new Map<FeedId, string>();
  const times = new Map<FeedId, number>();
  const again = (feed: FeedId, from: number): void => link.say({ again: n, feed, from });

  return {
    gap: (feed) => {
      gaps.add(feed);
      again(feed, ownSeq(feed) + 1);
    },
    whole: (feed) => {
      if (wholes.has(feed)) return;
      wholes.add(feed);
      again(feed, 1);
    },
    asked: (feed) => ({ gap: gaps.has(feed), whole: wholes.has(feed) }),
    bar: (feed, code) => void barred.set(feed, code),
    park: (feed, code) => void parked.set(feed, code),
    isBarred: (feed) => barred.has(feed),
    taken: (feed) => void parked.delete(feed),
    retry: () => {
      for (const feed of [...parked.keys()]) {
        const count = (times.get(feed) ?? 0) + 1;
        times.set(feed, count);
        if (count > PARKED_TIMES) continue;
        parked.delete(feed);
        again(feed, ownSeq(feed) + 1);
      }
    },
    refused: () => [...barred, ...parked].map(([feed, code]) => ({ feed, code })),
  };
}
