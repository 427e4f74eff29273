// Which books two machines speak of on a link: named so that only who knows them hears it, shown to whoever has a right.
import type { BookId, Hash, PublicKey } from '../../shared/base/ids.ts';
import { refusal } from '../../shared/base/result.ts';
import type { VerifySignature } from '../../shared/book/book.ts';
import type { Sha256 } from '../../shared/book/entry.ts';
import { bookTag, type Greeted, hiddenAmong, keyShown, otherSide, type Side, shownChallenge } from './greet.ts';
import { type Admitted, BOOK_LIMIT, type Offered } from './messages.ts';
import type { SharedBook, Shown } from './on-book.ts';
import type { OnLink } from './on-link.ts';
import type { Replica } from './replica.ts';

/** What the composition allows on this link beyond what seats do. */
export type Grants = {
  /**
   * Dialling side: the books it speaks of here, also those that it is yet to get. Answering side: the books it speaks
   * of at all.
   */
  readonly books: () => Promise<readonly BookId[]>;
  /** The other side may have this book although it speaks for no seat: a hub, a pinned certificate, a willing peer. */
  readonly allows: (book: BookId, key: PublicKey | undefined) => boolean | Promise<boolean>;
  /** Answering side: books that the other side was enrolled for, and may not know yet. */
  readonly gives?: () => Promise<readonly BookId[]>;
};

type Given = {
  readonly replica: Replica;
  readonly grants: Grants;
  readonly side: Side;
  readonly greeted: Greeted;
  readonly random: (length: number) => Uint8Array;
  readonly sha256: Sha256;
  readonly verify: VerifySignature;
  readonly onLink: OnLink;
  readonly shared: ReadonlyMap<number, SharedBook>;
  readonly share: (n: number, book: BookId, shown: Shown) => SharedBook;
};

export type Admission = {
  readonly offer: () => Promise<void>;
  readonly heardOffer: (offered: readonly Offered[]) => Promise<void>;
  readonly heardAdmit: (admitted: readonly Admitted[]) => Promise<void>;
  /** A book that is not on the link has changed: its seats may be others, or it is new. */
  readonly bookChanged: (book: BookId) => Promise<void>;
  /** Looks again whether the other side still has a right; without one the book leaves the link. */
  readonly stillMay: (each: SharedBook) => Promise<boolean>;
};

export function openAdmission(given: Given): Admission {
  const { replica, grants, side, greeted, sha256, verify, onLink, shared } = given;
  const other = otherSide(side);
  /** What this side named, by its name on this link. */
  const named = new Map<string, BookId>();
  /** Keys that were shown for books in which they are bound to nothing yet. */
  const unbound = new Map<BookId, { readonly tag: string; readonly key: PublicKey }>();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  const live = (book: BookId): SharedBook | undefined =>
    [...shared.values()].find((each) => each.book === book && !each.isDropped());

  /** Own keys, as they were shown. */
  const own = new Map<BookId, PublicKey>();
  async function proof(book: BookId): Promise<{ readonly key?: PublicKey; readonly sig?: string }> {
    const shown = await replica.prove(book, shownChallenge(sha256, greeted, side));
    if (shown) own.set(book, shown.key);
    return shown ?? {};
  }
  let numbers = 0;

  /** Undefined: no right. */
  async function rightOf(book: BookId, key: PublicKey | undefined): Promise<Shown | undefined> {
    const seat = key === undefined ? undefined : await replica.seatOf(book, key);
    // Our own key at the other side is a mirror or a copied folder; neither is a second machine.
    if (seat !== undefined && !own.has(book)) await proof(book);
    const isOther = key !== undefined && own.get(book) !== key;
    if (isOther && seat !== undefined) return { key, seat };
    const isGranted = (await grants.allows(book, isOther ? key : undefined)) || (await isGiven(book));
    return isGranted ? (isOther ? { key } : {}) : undefined;
  }
  const isGiven = async (book: BookId): Promise<boolean> => (await grants.gives?.())?.includes(book) ?? false;

  async function offer(): Promise<void> {
    const books = (await grants.books()).filter((book) => !live(book)).slice(0, BOOK_LIMIT);
    if (books.length === 0 && named.size > 0) return;
    const offers: Offered[] = [];
    for (const book of books) {
      const tag = bookTag(sha256, greeted, book);
      named.set(tag, book);
      offers.push({ tag, ...(await proof(book)) } as Offered);
    }
    onLink.say({ offer: hiddenAmong(offers, given.random).slice(0, BOOK_LIMIT) });
  }

  async function admit(book: BookId, shown: Shown, name: { tag: string } | { book: Hash }): Promise<Admitted[]> {
    if ([...shared.values()].filter((each) => !each.isDropped()).length >= BOOK_LIMIT) return [];
    const n = numbers++;
    const each = given.share(n, book, shown);
    return [{ n, ...name, ...(await proof(book)), vector: await each.vector() } as Admitted];
  }

  async function heardOffer(offered: readonly Offered[]): Promise<void> {
    const byTag = new Map((await grants.books()).map((book) => [bookTag(sha256, greeted, book), book]));
    const admitted: Admitted[] = [];
    const seen = new Set<string>();
    for (const { tag, ...shown } of offered) {
      const book = byTag.get(tag);
      if (book === undefined || seen.has(tag) || live(book)) continue;
      seen.add(tag);
      const key = (await keyShown(sha256, verify, greeted, other, book, shown)) || undefined;
      const right = await rightOf(book, key);
      if (right) admitted.push(...(await admit(book, right, { tag })));
      else {
        if (key) unbound.set(book, { tag, key });
        onLink.shown(refusal(key ? 'key-unbound' : 'exchange-unproved'));
      }
    }
    for (const book of (await grants.gives?.()) ?? [])
      if (!live(book)) admitted.push(...(await admit(book, {}, { book: book as string as Hash })));
    onLink.say({ admit: admitted });
  }

  async function heardAdmit(admitted: readonly Admitted[]): Promise<void> {
    for (const { n, tag, book: unnamed, vector, ...shown } of admitted) {
      const book = (tag === undefined ? (unnamed as BookId | undefined) : named.get(tag)) ?? undefined;
      if (book === undefined || n < numbers) return onLink.end(refusal('exchange-unasked'));
      numbers = n + 1;
      if (live(book)) return onLink.end(refusal('exchange-unasked'));
      const key = (await keyShown(sha256, verify, greeted, other, book, shown)) || undefined;
      const right = await rightOf(book, key);
      const each = given.share(n, book, right ?? {});
      if (right === undefined) {
        each.drop(refusal('exchange-unproved'), true);
        onLink.shown(refusal('exchange-unproved'));
        continue;
      }
      const own = await each.vector();
      onLink.say({ have: n, vector: own });
      await each.heardVector(vector);
    }
  }

  async function bookChanged(book: BookId): Promise<void> {
    if (live(book)) return;
    if (side === 'dials') {
      // Others come with the next look; a book that was just made need not wait for it.
      if (![...named.values()].includes(book) && (await grants.books()).includes(book)) await offer();
      return;
    }
    const waits = unbound.get(book);
    const right = waits && (await rightOf(book, waits.key));
    if (waits && right) {
      unbound.delete(book);
      onLink.say({ admit: await admit(book, right, { tag: waits.tag }) });
    } else if (await isGiven(book)) onLink.say({ admit: await admit(book, {}, { book: book as string as Hash }) });
  }

  async function stillMay(each: SharedBook): Promise<boolean> {
    const { key } = each.shown;
    const right = await rightOf(each.book, key);
    if (right) each.shown = right;
    else each.drop(refusal('key-unbound'), true);
    return right !== undefined;
  }

  return {
    offer: () => inTurn(offer),
    heardOffer: (offered) => inTurn(() => heardOffer(offered)),
    heardAdmit: (admitted) => inTurn(() => heardAdmit(admitted)),
    bookChanged: (book) => inTurn(() => bookChanged(book)),
    stillMay,
  };
}
