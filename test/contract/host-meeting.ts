// Brings a meeting as far as a test needs it: joined, present, declared, a round open, cast, counted, concluded.

import type { Item } from '../../shared/book/ballot.ts';
import { holdersOf } from '../../shared/book/seating.ts';
import type { State } from '../../shared/book/state.ts';
import type { Client } from '../../shared/contract/client.ts';
import type { SessionForm } from '../../shared/contract/methods.ts';
import type { SessionView } from '../../shared/contract/views.ts';
import { CRITERIA, clientTo, deskOf, formOf, granted, type Room, seen } from './host-room.ts';
import { castAs, joinSeat, type PageSeat, releaseAs, type Sealed, stateAs } from './host-seat.ts';

export type Meeting = {
  readonly at: Room;
  readonly desk: Client;
  readonly book: string;
  /** Seats in the order of the table; the second is the desk's own. */
  readonly seats: readonly string[];
  readonly platforms: readonly string[];
  /** By number of the seat. */
  readonly pages: Map<number, PageSeat>;
};

/** In the order of ROLES: who has a page of their own in most tests. The vice-chair and the observer have none. */
export const PAGES = [0, 3, 4, 5] as const;

export const sessionOf = async ({ desk, book }: Pick<Meeting, 'desk' | 'book'>): Promise<SessionView> =>
  await seen(desk, 'session', { book });

/** The folded state as the host holds it: for comparing, never for what a screen could not see. */
export const stateOf = ({ at, book }: Pick<Meeting, 'at' | 'book'>): State =>
  at.headless.host.desk.books.peek(book)?.state as State;

export async function joined(at: Room, form: SessionForm = formOf(), who: readonly number[] = PAGES): Promise<Meeting> {
  const desk = await deskOf(at);
  const { book } = granted(await desk.call('session.create', form));
  const session = await seen(desk, 'session', { book });
  const seats = session.seats.map(({ seat }) => seat);
  const meeting: Meeting = {
    at,
    desk,
    book,
    seats,
    platforms: session.platforms.map(({ platform }) => platform),
    pages: new Map(),
  };
  for (const number of who) await joinAs(meeting, number);
  return meeting;
}

export async function joinAs(meeting: Meeting, number: number): Promise<PageSeat> {
  const { at, desk, book, seats, pages } = meeting;
  const { code } = granted(await desk.call('seat.code', { book, seat: seats[number] ?? '' }));
  const page = granted(await joinSeat(clientTo(at, `seat ${number}`), code));
  pages.set(number, page);
  return page;
}

export const seatNo = ({ seats }: Pick<Meeting, 'seats'>, number: number): string => seats[number] ?? '';
export const pageNo = ({ pages }: Pick<Meeting, 'pages'>, number: number): PageSeat => {
  const page = pages.get(number);
  if (page === undefined) throw new Error(`nobody plays seat ${number}`);
  return page;
};
export const platformNo = ({ platforms }: Pick<Meeting, 'platforms'>, number = 0): string => platforms[number] ?? '';

export const attend = async ({ desk, book, seats }: Meeting, number: number, presence = 'present' as const) =>
  granted(await desk.call('attendance.mark', { book, seat: seats[number] ?? '', presence, note: '' }));

/** Opened, the desk and all pages present; the others are absent without a word. */
export async function opened(meeting: Meeting): Promise<Meeting> {
  const { desk, book } = meeting;
  granted(await desk.call('meeting.open', { book, presiding: seatNo(meeting, 0) }));
  for (const number of [1, ...meeting.pages.keys()]) await attend(meeting, number);
  return meeting;
}

export async function declare(meeting: Meeting, conflicts: readonly number[] = []): Promise<Meeting> {
  const { desk, book, platforms, pages } = meeting;
  const declaredBy = (number: number) =>
    platforms.map((platform, at) => ({ platform, conflict: at === 0 && conflicts.includes(number) }));
  granted(await desk.call('interest.declare', { book, declared: declaredBy(1) }));
  for (const [number, page] of pages) {
    const { code } = await stateAs(page, { kind: 'interest-declared', body: { declared: declaredBy(number) } });
    if (code !== 'ok') throw new Error(code);
  }
  return meeting;
}

export const openRound = async ({ desk, book, platforms }: Meeting, platform = 0): Promise<string> =>
  granted(await desk.call('round.open', { book, platform: platforms[platform] ?? '' })).poll;

/** Everybody entitled there, with one round open. */
export async function inRound(at: Room, form?: SessionForm, conflicts: readonly number[] = []) {
  const meeting = await declare(await opened(await joined(at, form)), conflicts);
  return { meeting, poll: await openRound(meeting) };
}

export const sheet = (mark: Item['mark'] = 'met', remark?: string): Record<string, Item> =>
  Object.fromEntries(
    CRITERIA.map((id) => [id, { mark, ...(remark === undefined ? {} : { remark: `${remark} ${id}` }) }]),
  );

export async function pageCast(
  meeting: Meeting,
  number: number,
  poll: string,
  items = sheet(),
  comment?: string,
): Promise<Sealed> {
  const page = pageNo(meeting, number);
  const state = stateOf(meeting);
  return await castAs(page, poll, items, holdersOf(state, state.polls[poll] ?? { holders: [] }, page.seat), comment);
}

export async function draft({ desk, book }: Meeting, poll: string, items: Readonly<Record<string, object>> = sheet()) {
  for (const [criterion, item] of Object.entries(items))
    granted(await desk.call('draft.save', { book, poll, criterion, item }));
}

export async function deskCast(
  meeting: Meeting,
  poll: string,
  items?: Readonly<Record<string, object>>,
): Promise<string> {
  await draft(meeting, poll, items);
  return granted(await meeting.desk.call('ballot.cast', { book: meeting.book, poll })).ballot;
}

/** Every mark with a reason why it is another than in the round before. */
export const changed = (mark: Item['mark']): Record<string, Item> =>
  Object.fromEntries(CRITERIA.map((id) => [id, { mark, change: 'Đã đối chiếu lại.' }]));

/** All pages and the desk cast, the round is revealed, every key is released: counted. */
export async function counted(meeting: Meeting, poll: string, marks: Item['mark'] | Record<string, Item> = 'met') {
  const items = typeof marks === 'string' ? sheet(marks) : marks;
  const casts: { readonly number: number; readonly sealed: Sealed }[] = [];
  for (const number of meeting.pages.keys())
    if (stateOf(meeting).polls[poll]?.entitled.includes(seatNo(meeting, number) as never))
      casts.push({ number, sealed: await pageCast(meeting, number, poll, items) });
  await deskCast(meeting, poll, items);
  granted(await meeting.desk.call('round.reveal', { book: meeting.book, poll }));
  for (const { number, sealed } of casts) {
    const code = await releaseAs(pageNo(meeting, number), sealed);
    if (code !== 'ok') throw new Error(code);
  }
  const step = stateOf(meeting).polls[poll]?.step;
  if (step !== 'counted') throw new Error(`not counted: ${step}`);
}

/** Puts a conclusion and opens its vote. */
export async function concluding(meeting: Meeting, platform = 0, text = 'Nền tảng đạt.') {
  const { desk, book, platforms } = meeting;
  const { conclusion } = granted(
    await desk.call('conclusion.put', { book, platform: platforms[platform] ?? '', text }),
  );
  const { poll } = granted(await desk.call('conclusion.vote.open', { book, conclusion }));
  const about = (await sessionOf(meeting)).platforms[platform]?.conclusion?.sha256 ?? '';
  return { conclusion, poll, about };
}
