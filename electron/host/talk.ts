// How the discussion is led: who has the floor, who asked for it, how long each criterion takes; gone with the process.
import { ok, refuse } from '../../shared/base/result.ts';
import { inMeeting } from '../../shared/book/sitting.ts';
import type { State } from '../../shared/book/state.ts';
import type { TalkView } from '../../shared/contract/council-views.ts';
import type { Handlers } from '../../shared/contract/host.ts';
import type { Closed } from './closed-platforms.ts';
import type { Desk } from './desk.ts';
import { seatFrom } from './desk-seat.ts';
import { leads } from './leads.ts';
import type { Pointed } from './projectors.ts';

/** Seats in the order in which they asked. */
export type Talk = Pick<TalkView, 'follow' | 'budget' | 'queue' | 'floor'>;
const SILENCE: Talk = { follow: false, budget: null, queue: [] };

export type Talks = {
  readonly of: (book: string) => Talk;
  readonly change: (book: string, change: (talk: Talk) => Talk) => void;
  /** The sitting is over: nobody waits for the floor any more. */
  readonly end: (book: string) => void;
};

export function openTalks(): Talks {
  const talks = new Map<string, Talk>();
  const of = (book: string): Talk => talks.get(book) ?? SILENCE;
  return {
    of,
    change: (book, change) => void talks.set(book, change(of(book))),
    end: (book) => void talks.delete(book),
  };
}

/** A seat that has left the council neither waits nor speaks. */
const stays = (state: State, seat: string | undefined): boolean =>
  seat !== undefined && state.seats[seat] !== undefined && state.seats[seat].replaced === undefined;

/** Of a closed platform that it is talked about, and not how. */
const pointedAt = (pointed: Pointed, closed: Closed): Partial<Pointed> =>
  closed.has(pointed.platform) ? { platform: pointed.platform } : pointed;

export function talkView(state: State, talk: Talk, pointed: Pointed | undefined, closed: Closed): TalkView {
  const { floor, queue, ...rest } = talk;
  return {
    ...rest,
    queue: queue.filter((seat) => stays(state, seat)),
    ...(floor !== undefined && stays(state, floor) ? { floor } : {}),
    ...(pointed ? pointedAt(pointed, closed) : {}),
  };
}

const giveFloor = ({ floor: _, ...talk }: Talk, seat: string | null): Talk =>
  seat === null ? talk : { ...talk, floor: seat, queue: talk.queue.filter((each) => each !== seat) };

const withdrawn = ({ floor, ...talk }: Talk, seat: string): Talk => ({
  ...talk,
  ...(floor === undefined || floor === seat ? {} : { floor }),
  queue: talk.queue.filter((each) => each !== seat),
});

const asking = (talk: Talk, seat: string): Talk =>
  talk.floor === seat || talk.queue.includes(seat) ? talk : { ...talk, queue: [...talk.queue, seat] };

/** Presence and no entry, so not an act of the book. Refuses `not-allowed`, `seat-unknown`, and where no council sits. */
export const talkHandlers = (desk: Desk, talks: Talks): Pick<Handlers, 'talk.lead' | 'talk.ask'> => {
  /** No other view holds what changed. */
  const told = (book: string) => {
    desk.changed(book, 'talk');
    desk.changed(book, 'projector');
    return ok({});
  };
  return {
    'talk.lead': async ({ identity }, { book, follow, budget, floor }) => {
      const opened = await desk.books.open(book);
      if (!opened.ok) return opened;
      const { state } = opened.value;
      if (!leads(state, identity)) return refuse('not-allowed', { name: 'talk.lead', who: identity.who });
      const away = inMeeting(state);
      if (away) return { ok: false, refusal: away };
      if (typeof floor === 'string' && !stays(state, floor)) return refuse('seat-unknown');
      talks.change(book, (talk) => {
        const led = {
          ...talk,
          ...(follow === undefined ? {} : { follow }),
          ...(budget === undefined ? {} : { budget }),
        };
        return floor === undefined ? led : giveFloor(led, floor);
      });
      return told(book);
    },
    'talk.ask': async ({ identity }, { book, ask }) => {
      const opened = await desk.books.open(book);
      if (!opened.ok) return opened;
      const { state } = opened.value;
      const seat = seatFrom(opened.value, identity);
      if (seat === undefined || !stays(state, seat)) return refuse('seat-unknown');
      const away = inMeeting(state);
      if (away) return { ok: false, refusal: away };
      talks.change(book, (talk) => (ask ? asking(talk, seat) : withdrawn(talk, seat)));
      return told(book);
    },
  };
};
