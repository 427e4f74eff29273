// Two ends in one process: for tests, and for a host that runs in the page's own process.
import type { Link } from './link.ts';
import { type LinkEnd, linkEnd } from './link-end.ts';

/** Texts arrive after the sender has finished what it was doing, in order, and before the end that follows them. */
export function memoryLinks(): readonly [Link, Link] {
  const later = (work: () => void): void => void Promise.resolve().then(work);
  const wireTo = (other: () => LinkEnd) => ({
    send: (text: string) => later(() => other().receive(text)),
    close: () => later(() => other().end()),
  });
  const near: LinkEnd = linkEnd(wireTo(() => far));
  const far: LinkEnd = linkEnd(wireTo(() => near));
  return [near.link, far.link];
}
