// Builds paragraphs in which every value carries the fact it came from, so that an editor cannot touch it.

import type { Prose } from '../book/rulings.ts';
import { isRecused, seatsInOrder } from '../book/seating.ts';
import type { Seat, State } from '../book/state.ts';
import { votes } from '../council/roles.ts';
import type { Opened } from '../seal/opened.ts';
import type { Paragraph, Part } from './content.ts';
import { momentInWords, timeInWords } from './vietnam-time.ts';

/** What the minutes are made of. */
export type Material = { readonly state: State; readonly opened: Opened; readonly prose: Prose };

/** A numbered part of `Nội dung`; one without paragraphs is left out. */
export type Section = {
  readonly id: string;
  readonly title: readonly Part[];
  readonly paragraphs: readonly Paragraph[];
};

export const fact = (name: string, value: string | number, ...entries: readonly string[]): Part => ({
  fact: name,
  value: String(value),
  ...(entries.length > 0 ? { entries } : {}),
});

export const paragraph = (id: string, ...parts: readonly Part[]): Paragraph => ({ id, parts });
export const heading = (id: string, ...parts: readonly Part[]): Paragraph => ({ id, parts, heading: true });

/** Prose of the secretary, one paragraph a line; empty lines fall away. */
export const proseParagraphs = (id: string, text: string): readonly Paragraph[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, at) => paragraph(`${id}-${at + 1}`, line));

/** A name as printed; where a body was withheld or erased the seat's number stands for it. */
export function nameOf(state: State, seat: string): string {
  const at = seatsInOrder(state).findIndex((other) => other.seat === seat);
  return state.persons[seat]?.name ?? `Thành viên số ${at + 1}`;
}

export const seatsWith = (state: State, holds: (seat: Seat) => boolean): readonly Seat[] =>
  seatsInOrder(state).filter(holds);

export const recusedFrom = (state: State, platform: string): readonly Seat[] =>
  seatsWith(state, ({ seat }) => isRecused(state, seat, platform));

/**
 * What the set-up of a session says is fixed by the opening of the meeting: no rule admits a change of it afterwards, so
 * the printed values of the set-up point there.
 */
export const setUpOf = (state: State): readonly string[] =>
  state.meeting.opened === undefined ? [] : [state.meeting.opened.entry];

/** The hour of something in the meeting, with its day where the meeting had several sittings. */
export const hourOf = (state: State, at: string): string =>
  state.meeting.sittings.length > 1 ? momentInWords(at) : timeInWords(at);

/** Every seat that ever voted, who was replaced before who came: TV1, TV2 … are counted along it. */
export function memberSeats(state: State): readonly Seat[] {
  const seats = seatsInOrder(state).filter(({ role }) => votes(role));
  const generation = ({ replaces }: Seat): number => {
    const before = replaces === undefined ? undefined : state.seats[replaces];
    return before === undefined ? 0 : generation(before) + 1;
  };
  return [...seats].sort((a, b) => a.order - b.order || generation(a) - generation(b));
}

/** "TV3" of a seat. */
export const memberNumber = (state: State, seat: string): number =>
  memberSeats(state).findIndex((each) => each.seat === seat) + 1;

/** The end of a sentence that closes with somebody's own words: no second full stop after theirs. */
export const closeQuote = (text: string): string => (/[.!?…]$/u.test(text.trim()) ? '”' : '”.');

/** Somebody's own words inside a sentence of ours: without the full stop they may end with. */
export const insideSentence = (text: string): string => text.trim().replace(/[.;,]+$/u, '');

/** "A, B và C" */
export function listed(names: readonly string[]): string {
  const last = names.at(-1);
  if (last === undefined) return '';
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} và ${last}`;
}
