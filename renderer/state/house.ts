// What the screens are given from outside: the client, the author of a seat, the door for bytes, the clock.
import { createContext, useContext } from 'react';
import type { Refusal, Result } from '../../shared/base/result.ts';
import type { LastingClient } from '../../shared/contract/lasting-client.ts';
import type { Author } from '../author/author.ts';
import type { Sending } from './put-file.ts';

export type Uploaded = { readonly sha256: string; readonly size: number };

/** A code asked about, before it is used: whose seat it is. */
export type AskedCode = { readonly book: string; readonly seat: string; readonly name: string };

export type House = {
  readonly client: LastingClient;
  /** `stranger`: this page holds neither the desk's pass nor a seat. */
  readonly who: 'desk' | 'seat' | 'stranger';
  /** Who is to hold the key of the secretary's own seat in a book that is made here. */
  readonly ownSeat: 'host' | 'page';
  /** The author of my seat, the same object each time; undefined where this page holds no key for that seat. */
  readonly author: (book: string, seat: string) => Author | undefined;
  /** Bytes go over HTTP, never over the link. */
  readonly upload: (file: Blob, name: string, sending?: Sending) => Promise<Result<Uploaded>>;
  /** Address on our own origin from which a blob of the book can be read; short-lived. */
  readonly openBlob: (book: string, sha256: string) => Promise<Result<{ readonly url: string }>>;
  readonly askCode: (code: string) => Promise<Result<AskedCode>>;
  /** Makes the keys of the seat in this page and binds them. Uses the code up. */
  readonly join: (code: string, asked: AskedCode) => Promise<Result<{ readonly book: string }>>;
  /** Seats this browser already holds; a shared laptop holds several. */
  readonly held: readonly { readonly book: string; readonly seat: string; readonly name: string }[];
  /** Sits down in a seat that this browser holds. */
  readonly choose: (book: string, seat: string) => void;
  /** Why this browser can hold no seat: plain http, a private window, too old. */
  readonly barred: Refusal | undefined;
  readonly now: () => Date;
};

const HouseContext = createContext<House | undefined>(undefined);
export const HouseProvider = HouseContext.Provider;

export function useHouse(): House {
  const house = useContext(HouseContext);
  if (house === undefined) throw new Error('no house around this screen');
  return house;
}
