// Ballots of paper: sheets are numbered, entered for their members by the desk, taken back, and never replace a device.
import type { SeatId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { Draft } from '../../shared/book/ballot.ts';
import type { State } from '../../shared/book/state.ts';
import { castSheet, reopen } from './ballots.ts';
import { deskSeat } from './desk-seat.ts';
import { type LiveBook, rule } from './live-book.ts';
import { readPhoto, sealPhoto } from './paper-photo.ts';
import type { Surroundings } from './surroundings.ts';

/** Numbers go up through the whole book, so that no two sheets of it are ever called the same. */
function nextNumber({ polls }: State): number {
  const numbers = Object.values(polls).flatMap(({ paper }) => Object.values(paper).map(({ number }) => number));
  return Math.max(0, ...numbers) + 1;
}

/** One sheet for each seat, all or none. */
export async function issuePaper(
  around: Surroundings,
  live: LiveBook,
  poll: string,
  seats: readonly string[],
): Promise<Result<null>> {
  const first = nextNumber(live.state);
  return await rule(
    around,
    live,
    seats.map((seat, at) => ({ kind: 'paper-issued', body: { poll, seat: seat as SeatId, number: first + at } })),
  );
}

export type Entered = { readonly poll: string; readonly seat: string; readonly draft: Draft; readonly photo?: string };

/**
 * Seals what stands on a sheet, for its member, by the desk's device. The photo lies in clear from its upload to this
 * act and not a moment longer: it is sealed, or dropped where the entry is refused. Refuses what `castSheet` refuses,
 * paper-not-issued, photo-of-secret-ballot, photo-not-a-picture, blob-missing.
 */
export async function enterPaper(
  around: Surroundings,
  live: LiveBook,
  { poll, seat, draft, photo }: Entered,
): Promise<Result<{ readonly ballot: string }>> {
  if (photo === undefined) return await enter(around, live, poll, seat, draft);
  // The same bytes may be a file of the book already: then they are no secret, and not ours to drop.
  if (isNamed(live.state, photo)) return refuse('photo-not-a-picture');
  const entered = await enterWithPhoto(around, live, poll, seat, draft, photo);
  await around.store.dropBlob(photo);
  return entered;
}

async function enterWithPhoto(
  around: Surroundings,
  live: LiveBook,
  poll: string,
  seat: string,
  draft: Draft,
  photo: string,
): Promise<Result<{ readonly ballot: string }>> {
  // A sheet of a secret ballot has a number, and a hand.
  if (live.state.polls[poll]?.secrecy === 'secret') return refuse('photo-of-secret-ballot');
  const read = await readPhoto(around, photo);
  if (!read.ok) return read;
  const entered = await enter(around, live, poll, seat, draft);
  if (!entered.ok) return entered;
  const sealed = await sealPhoto(around, entered.value.commit, read.value);
  return sealed.ok ? ok({ ballot: entered.value.ballot }) : sealed;
}

/** The seat that enters is the recorder's own; the rules want another to confirm. */
const recorder = (live: LiveBook): SeatId => deskSeat(live) as SeatId;

async function enter(around: Surroundings, live: LiveBook, poll: string, seat: string, draft: Draft) {
  if (live.state.polls[poll]?.paper[seat] === undefined) return refuse('paper-not-issued');
  return await castSheet(around, live, seat as SeatId, poll, draft, recorder(live));
}

function isNamed({ platforms, minutes, polls }: State, sha256: string): boolean {
  const evidence = Object.values(platforms).flatMap((platform) => Object.values(platform.evidence));
  const photos = Object.values(polls).flatMap(({ ballots }) => Object.values(ballots).map(({ photo }) => photo));
  const files = [minutes.sealed?.sha256, ...minutes.signatures.map(({ after }) => after)];
  return [...evidence, ...photos].some((file) => file?.sha256 === sha256) || files.some((file) => file === sha256);
}

/** Takes back what was entered; the number stays, and so does the sheet. */
export async function reopenPaper(
  around: Surroundings,
  live: LiveBook,
  poll: string,
  seat: string,
): Promise<Result<unknown>> {
  if (live.state.polls[poll]?.paper[seat] === undefined) return refuse('paper-not-issued');
  return await reopen(around, live, seat as SeatId, poll, 'slip', recorder(live));
}
