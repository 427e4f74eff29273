// The secretary's own seat at a desk that is a page: its key is made here and joined with a code like every other seat.
import type { LastingClient } from '../../shared/contract/lasting-client.ts';
import type { Author } from '../author/author.ts';
import { hostAuthor } from '../author/host-author.ts';
import type { PageSeats } from '../author/page-seats.ts';

type Parts = {
  readonly desk: LastingClient;
  readonly seats: PageSeats | undefined;
  /** A link of its own for the seat: it is another peer than the desk. */
  readonly linkFor: (seat: { readonly book: string; readonly seat: string } | undefined) => LastingClient;
  readonly authorOn: (client: LastingClient, book: string, seat: string) => Promise<Author | undefined>;
  readonly onReady: () => void;
};

export type DeskSeats = {
  /** The same object each time; undefined while the seat is being joined. */
  readonly author: (book: string, seat: string) => Author | undefined;
  readonly close: () => void;
};

type Opened = { author?: Author; readonly ends: (() => void)[] };

/** A lasting client answers nothing before its link is open. */
const untilOpen = (client: LastingClient): Promise<void> =>
  new Promise((open) => {
    const look = (): void => {
      if (client.state.word !== 'open') return;
      stop();
      open();
    };
    const stop = client.onState(look);
    look();
  });

export function openDeskSeats({ desk, seats, linkFor, authorOn, onReady }: Parts): DeskSeats {
  const opened = new Map<string, Opened>();
  let isClosed = false;
  const isHeld = (book: string, seat: string): boolean =>
    (seats?.held() ?? []).some((each) => each.book === book && each.seat === seat && !each.handedOver);

  /** False: the seat's key is elsewhere, with the host or in another browser. */
  async function join(book: string, seat: string): Promise<boolean> {
    if (seats === undefined) return false;
    const issued = await desk.call('seat.code', { book, seat });
    if (!issued.ok) return false;
    const stranger = linkFor(undefined);
    try {
      await untilOpen(stranger);
      const asked = await seats.ask(stranger.call, issued.value.code);
      return asked.ok && (await seats.join(stranger.call, issued.value.code, asked.value)).ok;
    } finally {
      stranger.close();
    }
  }

  async function open(at: Opened, book: string, seat: string): Promise<void> {
    if (isHeld(book, seat) || (await join(book, seat))) {
      const client = linkFor({ book, seat });
      const author = await authorOn(client, book, seat);
      const stop = client.onState(() => {
        if (client.state.word === 'open') void author?.resume();
      });
      at.ends.push(() => {
        stop();
        void author?.close();
        client.close();
      });
      if (client.state.word === 'open') void author?.resume();
      if (author !== undefined) at.author = author;
    }
    at.author ??= hostAuthor(desk, book, seat);
    if (isClosed) for (const end of at.ends) end();
    else onReady();
  }

  return {
    author: (book, seat) => {
      const known = opened.get(`${book} ${seat}`);
      if (known !== undefined) return known.author;
      const at: Opened = { ends: [] };
      opened.set(`${book} ${seat}`, at);
      void open(at, book, seat);
      return undefined;
    },
    close: () => {
      isClosed = true;
      for (const { ends } of opened.values()) for (const end of ends) end();
    },
  };
}
