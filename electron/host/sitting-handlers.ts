// The desk's acts between and around sittings: adjourn, resume, who presides, letters, a member replaced, interests by hand.
import type { FeedId, Hash, PublicKey, SeatId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { cleanLine, cleanText } from '../../shared/base/text.ts';
import type { Ruling } from '../../shared/book/rulings.ts';
import type { Handlers } from '../../shared/contract/host.ts';
import type { InputOf } from '../../shared/contract/methods.ts';
import { personRuling } from './create-session.ts';
import { actsOf, type Desk } from './desk.ts';
import { deskSeat } from './desk-seat.ts';
import { newId } from './fresh.ts';
import { type LiveBook, rule, state as say } from './live-book.ts';
import { done } from './meeting-handlers.ts';
import { playedSeats, seatPlayers } from './rehearsal-seats.ts';
import type { Talks } from './talk.ts';

type Names =
  | 'meeting.adjourn'
  | 'meeting.resume'
  | 'presiding.pass'
  | 'vice-chair.authorise'
  | 'vice-chair.end'
  | 'seat.replace'
  | 'interest.record';

/** A day of the calendar, YYYY-MM-DD, or nothing where it is not known yet. */
function isDay(text: string): boolean {
  if (text === '') return true;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** What the old member's device has said and was ruled stays; what it says from here on never is. */
function unbinding({ state }: LiveBook, key: PublicKey): Ruling {
  const feeds = Object.values(state.feeds)
    .filter((feed) => feed.key === key && feed.ruledTo.seq > 0)
    .map(({ feed, ruledTo }) => ({ feed: feed as FeedId, upTo: ruledTo.seq, hash: ruledTo.hash }));
  return { kind: 'device-unbound', body: { key, feeds } };
}

/**
 * The new member's seat, its person and the end of the old device in one commit. In a rehearsal somebody invented sits
 * down there. Refuses `ground-missing`, `name-missing`, and what the rules say.
 */
async function replaceSeat(
  { around, dismiss }: Desk,
  live: LiveBook,
  { seat, ground, ...person }: InputOf<'seat.replace'>,
): Promise<Result<{ readonly seat: string }>> {
  if (cleanText(ground) === '') return refuse('ground-missing');
  if (cleanLine(person.name) === '') return refuse('name-missing');
  const by = newId(around) as SeatId;
  const device = live.state.seats[seat]?.device;
  const isPlayed = playedSeats(live).length > 0;
  const replaced = await rule(around, live, [
    { kind: 'seat-replaced', body: { seat: seat as SeatId, by, ground: cleanText(ground) } },
    personRuling(around, by, person),
    ...(device === undefined ? [] : [unbinding(live, device)]),
  ]);
  if (!replaced.ok) return replaced;
  dismiss(live.id, seat);
  const seated = isPlayed ? await seatPlayers(around, live) : ok(null);
  return seated.ok ? ok({ seat: by }) : seated;
}

export const sittingHandlers = (desk: Desk, talks: Talks): Pick<Handlers, Names> => {
  const { around } = desk;
  const act = actsOf(desk);
  const ruled = async (live: LiveBook, ruling: Ruling) => done(await rule(around, live, [ruling]));
  return {
    'meeting.adjourn': act(async (live, { book, until, note }) => {
      if (!isDay(until)) return refuse('day-malformed', { text: until });
      const adjourned = await ruled(live, { kind: 'meeting-adjourned', body: { until, note: cleanText(note) } });
      if (adjourned.ok) talks.end(book);
      return adjourned;
    }),
    'meeting.resume': act(
      async (live, { presiding }) =>
        await ruled(live, { kind: 'meeting-resumed', body: { presiding: presiding as SeatId } }),
    ),
    'presiding.pass': act(
      async (live, { seat }) => await ruled(live, { kind: 'presiding-passed', body: { seat: seat as SeatId } }),
    ),
    'vice-chair.authorise': act(async (live, { seat, letter }) =>
      cleanLine(letter) === ''
        ? refuse('letter-missing')
        : await ruled(live, {
            kind: 'vice-chair-authorised',
            body: { seat: seat as SeatId, letter: cleanLine(letter) },
          }),
    ),
    'vice-chair.end': act(
      async (live, { seat, note }) =>
        await ruled(live, { kind: 'authorisation-ended', body: { seat: seat as SeatId, note: cleanText(note) } }),
    ),
    'seat.replace': act(async (live, input) => await replaceSeat(desk, live, input)),
    'interest.record': act(async (live, { seat, declared }) =>
      done<Hash>(
        await say(around, live, deskSeat(live) ?? '', async () => ({ kind: 'interest-declared', body: { declared } }), {
          for: seat as SeatId,
          via: 'hands',
        }),
      ),
    ),
  };
};
