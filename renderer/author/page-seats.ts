// The seats a browser holds: asked about and joined by a code, found again after a reload; one page may hold several.

import { fromBase64, fromHex, toBase64, toHex } from '../../shared/base/bytes.ts';
import { type BookId, type FeedId, isHash, isShortId, type SeatId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { Call } from '../../shared/contract/client.ts';
import { deviceProofMessage, helloMessage } from '../../shared/seal/device-proof.ts';
import { pageCiphers } from '../seal/page-ciphers.ts';
import { newPageSecret, openPageKeys, pageVerify } from '../seal/page-keys.ts';
import type { Author } from './author.ts';
import { openPageAuthor } from './page-author.ts';
import type { ForeignBallot } from './page-kept.ts';
import type { PlaceMeans } from './page-place.ts';
import { openPageStore, type SeatRecord } from './page-store.ts';

export type HeldSeat = {
  readonly book: string;
  readonly seat: string;
  readonly name: string;
  readonly handedOver: boolean;
};
export type AskedSeat = { readonly book: string; readonly seat: string; readonly name: string };

/** What the browser brings; `crypto.subtle` is there only where the context is secure. */
export type Browser = {
  readonly indexedDB: IDBFactory;
  readonly crypto: Crypto;
  readonly storage: Pick<StorageManager, 'persist' | 'persisted'> | undefined;
  readonly place: PlaceMeans;
  readonly now: () => string;
};

export type PageSeats = {
  readonly held: () => readonly HeldSeat[];
  /** What a code is for; it is not used up. */
  readonly ask: (call: Call, code: string) => Promise<Result<AskedSeat>>;
  /**
   * Makes the keys of the seat here, durable before the host hears of them, and binds them. Refuses
   * `seat-held-here` where this browser has that seat already, and what the host refuses.
   */
  readonly join: (
    call: Call,
    code: string,
    asked: AskedSeat,
  ) => Promise<Result<{ readonly book: string; readonly seat: string }>>;
  /** Says on a new link who this is: the challenge of that very link, signed. Then `resume` the author. */
  readonly enter: (call: Call, book: string, seat: string) => Promise<Result<null>>;
  /** Undefined where this browser does not hold that seat. */
  readonly author: (
    call: Call,
    readBallot: (book: string, poll: string, ballot: string) => Promise<Result<ForeignBallot>>,
    book: string,
    seat: string,
  ) => Promise<Author | undefined>;
  /** False: the browser may throw the store away. */
  readonly lasting: boolean;
};

/** Asked once, when the page begins to keep something that must last. */
async function askToLast(storage: Browser['storage']): Promise<boolean> {
  try {
    return storage !== undefined && ((await storage.persisted()) || (await storage.persist()));
  } catch {
    return false;
  }
}

/** Refuses `context-insecure` (plain http), `store-unavailable` (a private window), `browser-too-old` at the first join. */
export async function openPageSeats(browser: Browser, name?: string): Promise<Result<PageSeats>> {
  // Not typed as absent, and yet absent outside secure contexts.
  const subtle = browser.crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return refuse('context-insecure');
  let store: Awaited<ReturnType<typeof openPageStore>>;
  let records: readonly SeatRecord[];
  try {
    store = await openPageStore(browser.indexedDB, name);
    records = await store.seats();
  } catch {
    return refuse('store-unavailable');
  }
  const lasting = await askToLast(browser.storage);
  const ciphers = pageCiphers(browser.crypto);
  const recordOf = (book: string, seat: string) =>
    records.find((record) => record.book === (book as BookId) && record.seat === (seat as SeatId));

  return ok({
    lasting,
    held: () =>
      records
        .filter(({ joined }) => joined)
        .map(({ book, seat, name: of, handedOver }) => ({ book, seat, name: of, handedOver: handedOver === true })),
    ask: async (call, code) => await call('seat.ask', { code }),
    join: async (call, code, asked) => {
      const [book, seat] = [asked.book as BookId, asked.seat as SeatId];
      if (!isHash(book) || !isShortId(seat)) return refuse('answer-malformed');
      const known = recordOf(book, seat);
      if (known?.joined) return refuse('seat-held-here');
      let record: SeatRecord;
      try {
        record = known ?? {
          book,
          seat,
          name: asked.name,
          secret: await newPageSecret(subtle),
          feed: toHex(ciphers.random(16)) as FeedId,
          earlier: [],
          received: 0,
          joined: false,
        };
      } catch {
        return refuse('browser-too-old');
      }
      // Before the host hears of the keys: a seat bound to a key that was lost on the way would be shut out.
      await store.write({ seat: record });
      const keys = await openPageKeys(subtle, record.secret);
      const proof = toBase64(await keys.sign(deviceProofMessage(book, seat, keys.key, keys.kem)));
      const means = { code, key: toBase64(keys.key), kem: toBase64(keys.kem), proof, via: 'page' as const };
      const joined = await call('seat.join', means);
      if (!joined.ok) return joined;
      if (joined.value.book !== book || joined.value.seat !== seat) return refuse('answer-malformed');
      await store.write({ seat: { ...record, joined: true } });
      records = await store.seats();
      return ok({ book, seat });
    },
    enter: async (call, book, seat) => {
      const record = recordOf(book, seat);
      if (record === undefined) return refuse('seat-not-held');
      const given = await call('seat.challenge', {});
      if (!given.ok) return given;
      const challenge = readChallenge(given.value.challenge);
      if (challenge === undefined) return refuse('answer-malformed');
      const keys = await openPageKeys(subtle, record.secret);
      const sig = toBase64(await keys.sign(helloMessage(record.book, challenge)));
      const entered = await call('seat.return', { book, key: toBase64(keys.key), sig });
      if (!entered.ok) return entered;
      if (entered.value.seat !== seat) return refuse('answer-malformed');
      // A join whose answer was lost on the way: the host has bound the key after all.
      if (!record.joined) {
        await store.write({ seat: { ...record, joined: true } });
        records = await store.seats();
      }
      return ok(null);
    },
    author: async (call, readBallot, book, seat) => {
      const record = recordOf(book, seat);
      if (record === undefined) return undefined;
      const keys = await openPageKeys(subtle, record.secret);
      const parts = { call, readBallot, store, ciphers, verify: pageVerify(subtle), keys, now: browser.now };
      return await openPageAuthor({ ...parts, place: browser.place, lasting }, record);
    },
  });
}

/** 32 bytes of this link's own, hex or base64url: nothing else is ever signed as a greeting. */
function readChallenge(text: string): Uint8Array | undefined {
  try {
    const bytes = text.length === 64 ? fromHex(text) : fromBase64(text);
    return bytes.length === 32 ? bytes : undefined;
  } catch {
    return undefined;
  }
}
