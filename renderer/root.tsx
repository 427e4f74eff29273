// Who this page is: the desk, a seat held here, or nobody yet; the house is built anew when that changes.
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { type Refusal, type Result, refuse } from '../shared/base/result.ts';
import { type LastingClient, lastingClient } from '../shared/contract/lasting-client.ts';
import { sentences } from '../shared/lang/say.ts';
import { App } from './app.tsx';
import type { Author } from './author/author.ts';
import type { PageSeats } from './author/page-seats.ts';
import { ownLink } from './link/own-link.ts';
import { type DeskSeats, openDeskSeats } from './state/desk-seat.ts';
import { ownAddress, upload } from './state/door.ts';
import type { House } from './state/house.ts';
import { go, readRoute } from './state/route.ts';
import type { SettingsStore } from './state/settings.ts';

type Identity =
  | { readonly who: 'desk'; readonly token: string }
  | { readonly who: 'seat'; readonly book: string; readonly seat: string }
  | { readonly who: 'stranger' };

type Props = {
  readonly seats: Result<PageSeats>;
  readonly pass: string | undefined;
  readonly place: Pick<Storage, 'getItem' | 'setItem'> | undefined;
  readonly settings: SettingsStore;
};

const PLACE = 'hoidong.seat';

/** The seat this tab sat in last, or the only one held for the book in the address. */
function heldSeat(seats: PageSeats | undefined, place: Props['place']): Identity | undefined {
  const held = (seats?.held() ?? []).filter(({ handedOver }) => !handedOver);
  const [book, seat] = (place?.getItem(PLACE) ?? '').split(' ');
  const route = readRoute(location.hash);
  if (route.at === 'join') return undefined;
  const wanted = held.filter((each) => route.at !== 'session' || each.book === route.book);
  const same = wanted.find((each) => each.book === book && each.seat === seat);
  const one = same ?? (route.at === 'session' && wanted.length === 1 ? wanted[0] : undefined);
  return one === undefined ? undefined : { who: 'seat', book: one.book, seat: one.seat };
}

export function Root({ seats, pass, place, settings }: Props): ReactNode {
  const known = seats.ok ? seats.value : undefined;
  const barred = seats.ok ? undefined : seats.refusal;
  const [identity, setIdentity] = useState<Identity>(() =>
    pass === undefined ? (heldSeat(known, place) ?? { who: 'stranger' }) : { who: 'desk', token: pass },
  );
  const [house, setHouse] = useState<House | undefined>(undefined);
  const choose = useCallback(
    (book: string, seat: string): void => {
      try {
        place?.setItem(PLACE, `${book} ${seat}`);
      } catch {
        // Then a reload asks again who sits here.
      }
      setIdentity({ who: 'seat', book, seat });
      go({ at: 'session', book });
    },
    [place],
  );
  // An address with a join code, typed into a tab that already has a seat, is for somebody new.
  useEffect(() => {
    const onFragment = (): void => {
      if (readRoute(location.hash).at === 'join')
        setIdentity((now) => (now.who === 'seat' ? { who: 'stranger' } : now));
    };
    addEventListener('hashchange', onFragment);
    return () => removeEventListener('hashchange', onFragment);
  }, []);
  useEffect(() => {
    let isHere = true;
    const client = openFor(identity, known);
    let author: Author | undefined;
    const desk =
      identity.who === 'desk'
        ? openDeskSeats({
            desk: client,
            seats: known,
            linkFor: (seat) => openFor(seat === undefined ? { who: 'stranger' } : { who: 'seat', ...seat }, known),
            authorOn: async (link, book, seat) => await known?.author(link.call, ballotReader(link), book, seat),
            onReady: () => show(),
          })
        : undefined;
    const show = (): void => {
      if (isHere) setHouse(buildHouse({ identity, client, seats: known, author, desk, barred, choose }));
    };
    const open = async (): Promise<void> => {
      if (identity.who === 'seat')
        author = await known?.author(client.call, ballotReader(client), identity.book, identity.seat);
      if (isHere) show();
      else await author?.close();
    };
    void open();
    return () => {
      isHere = false;
      setHouse(undefined);
      void author?.close();
      desk?.close();
      client.close();
    };
  }, [identity, known, barred, choose]);
  if (house === undefined) return <p role="status">{sentences(settings.now().language)('start.opening')}</p>;
  return <App house={house} settings={settings} />;
}

/** The sealed ballot of another seat, for a holder of its share, after the reveal; the author recomputes it. */
const ballotReader =
  ({ call }: Pick<LastingClient, 'call'>) =>
  async (book: string, poll: string, ballot: string) =>
    await call('ballot.read', { book, poll, ballot });

const openFor = (identity: Identity, seats: PageSeats | undefined): LastingClient =>
  lastingClient({
    connect: ownLink,
    enter: async ({ call }) => {
      if (identity.who === 'desk') return await call('desk.enter', { token: identity.token });
      if (identity.who === 'stranger') return { ok: true, value: null };
      return seats === undefined ? refuse('seat-not-held') : await seats.enter(call, identity.book, identity.seat);
    },
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });

function buildHouse(parts: {
  readonly identity: Identity;
  readonly client: LastingClient;
  readonly seats: PageSeats | undefined;
  readonly author: Author | undefined;
  readonly desk: DeskSeats | undefined;
  readonly barred: Refusal | undefined;
  readonly choose: (book: string, seat: string) => void;
}): House {
  const { identity, client, seats, author, desk, barred, choose } = parts;
  const isMine = (book: string, seat: string): boolean => author?.book === book && author.seat === seat;
  return {
    client,
    who: identity.who,
    ownSeat: seats === undefined ? 'host' : 'page',
    author: (book, seat) => (desk ? desk.author(book, seat) : isMine(book, seat) ? author : undefined),
    upload: (file, name, sending) => upload(client.call, file, name, sending),
    openBlob: async (book, sha256) => {
      const opened = await client.call('blob.open', { book, sha256 });
      return opened.ok ? { ok: true, value: { url: ownAddress(opened.value.url) } } : opened;
    },
    askCode: async (code) =>
      seats === undefined
        ? { ok: false, refusal: barred ?? { code: 'context-insecure', params: {} } }
        : await seats.ask(client.call, code),
    join: async (code, asked) => {
      if (seats === undefined) return { ok: false, refusal: barred ?? { code: 'context-insecure', params: {} } };
      const joined = await seats.join(client.call, code, asked);
      if (joined.ok) choose(joined.value.book, joined.value.seat);
      return joined;
    },
    held: (seats?.held() ?? []).filter(({ handedOver }) => !handedOver),
    choose,
    barred,
    now: () => new Date(),
  };
}
