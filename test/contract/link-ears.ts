// What came over a link and how often its end was told, written down for a test.
import type { Link } from '../../shared/contract/link.ts';

/** Every text from now on, and what the link kept for its first receiver. */
export const texts = (link: Link): readonly string[] => {
  const came: string[] = [];
  link.onText((text) => came.push(text));
  return came;
};

/** `count` is one after the end, and never more. */
export const ends = (link: Link): { readonly count: number } => {
  const told = { count: 0 };
  link.onClose(() => {
    told.count += 1;
  });
  return told;
};
