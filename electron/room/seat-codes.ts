// One-time codes that seat people: spoken or shown in the room, typed on a page, and not to be guessed.
import { createHash, timingSafeEqual } from 'node:crypto';
import { ok, type Result, refuse } from '../../shared/base/result.ts';

/** No 0 O, 1 I L, U V: what is read aloud or off a projector is typed right. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 8;

export type CodeLimits = {
  /** Life of an unused code, ms. */
  readonly lifeMs: number;
  /** Wrong guesses of one link before it must wait. */
  readonly perLink: number;
  /** Wrong guesses of all links within `lockMs` before all must wait. */
  readonly overall: number;
  readonly lockMs: number;
};
/** 30^8 codes and 40 guesses in ten minutes: with 60 codes out, one in 270 million per lock. */
export const CODE_LIMITS: CodeLimits = { lifeMs: 30 * 60_000, perLink: 5, overall: 40, lockMs: 10 * 60_000 };

/** As people type it: any case, with blanks or dashes between. */
const typed = (code: string): string => code.toUpperCase().replace(/[\s\-–.]/g, '');
/** Equal lengths for a comparison in constant time, and no code in memory once it was shown. */
const digest = (code: string): Uint8Array => createHash('sha256').update(typed(code)).digest();

/** Who a code seats. */
export type SeatPlace = { readonly book: string; readonly seat: string };

export type SeatCodes = {
  /** A new code for a seat; its former one is void. `expires` in ms since 1970. */
  readonly issue: (
    book: string,
    seat: string,
  ) => { readonly code: string; readonly url: string; readonly expires: number };
  /**
   * What a code is for; it stays unused. `link` is the peer that asks. Refuses `code-wrong {left}`, `code-used`,
   * `code-expired`, and `codes-locked {seconds, of: link | all}` after too many wrong guesses.
   */
  readonly ask: (code: string, link: string) => Result<SeatPlace>;
  /** As `ask`, and uses the code up. Call it in the same turn as the binding it allows. */
  readonly use: (code: string, link: string) => Result<SeatPlace>;
  readonly withdraw: (book: string, seat: string) => void;
  /** The secretary saw what happened and lets everybody try again. */
  readonly unlock: () => void;
  /** A link has gone. Its wrong guesses stay counted overall. */
  readonly forget: (link: string) => void;
};

type Held = { readonly place: SeatPlace; readonly digest: Uint8Array; readonly ends: number; isUsed: boolean };
type Misses = { count: number; since: number };

/**
 * @param now milliseconds since 1970, to say when a code ends
 * @param elapsed milliseconds that never go back (performance.now): a clock set by hand opens no lock
 * @param random cryptographically random bytes
 * @param urlOf where to type it, with the code in the fragment: fragments are not sent or logged
 */
export function openSeatCodes(
  around: {
    readonly now: () => number;
    readonly elapsed: () => number;
    readonly random: (length: number) => Uint8Array;
    readonly urlOf: (code: string) => string;
  },
  limits: CodeLimits = CODE_LIMITS,
): SeatCodes {
  const { now, elapsed, random, urlOf } = around;
  const held = new Map<string, Held>();
  const byLink = new Map<string, Misses>();
  let overall: Misses = { count: 0, since: 0 };
  const keyOf = (book: string, seat: string): string => `${book}/${seat}`;

  /** Bytes from 240 on would favour the first letters. */
  function newCode(): string {
    let code = '';
    while (code.length < CODE_LENGTH)
      for (const byte of random(CODE_LENGTH))
        if (byte < 240 && code.length < CODE_LENGTH) code += CODE_ALPHABET[byte % CODE_ALPHABET.length];
    return code;
  }

  /** Milliseconds a lock still lasts, 0 without one. */
  const lockedFor = ({ count, since }: Misses, most: number): number =>
    count < most ? 0 : Math.max(0, since + limits.lockMs - elapsed());

  function locked(link: string): Result<never> | undefined {
    const own = byLink.get(link);
    const waits = [
      { of: 'all', ms: lockedFor(overall, limits.overall) },
      { of: 'link', ms: own ? lockedFor(own, limits.perLink) : 0 },
    ];
    const wait = waits.find(({ ms }) => ms > 0);
    return wait && refuse('codes-locked', { seconds: Math.ceil(wait.ms / 1000), of: wait.of });
  }

  /** Counts from the first miss; the last one before the lock starts its time. */
  const missed = (misses: Misses | undefined, most: number): Misses =>
    !misses || misses.count >= most || elapsed() - misses.since >= limits.lockMs
      ? { count: 1, since: elapsed() }
      : { count: misses.count + 1, since: misses.count + 1 >= most ? elapsed() : misses.since };

  function miss(link: string): number {
    overall = missed(overall, limits.overall);
    const own = missed(byLink.get(link), limits.perLink);
    byLink.set(link, own);
    return limits.perLink - own.count;
  }

  /** All are compared to the end: the time taken tells nothing of which, or how near. */
  function find(code: string): Held | undefined {
    const wanted = digest(code);
    let found: Held | undefined;
    for (const each of held.values()) if (timingSafeEqual(each.digest, wanted)) found = each;
    return found;
  }

  function judge(link: string, code: string): Result<Held> {
    const lock = locked(link);
    if (lock) return lock;
    const found = find(code);
    if (found && !found.isUsed && elapsed() < found.ends) return ok(found);
    const left = miss(link);
    if (!found) return refuse('code-wrong', { left });
    return refuse(found.isUsed ? 'code-used' : 'code-expired');
  }

  return {
    issue: (book, seat) => {
      const code = newCode();
      held.set(keyOf(book, seat), {
        place: { book, seat },
        digest: digest(code),
        ends: elapsed() + limits.lifeMs,
        isUsed: false,
      });
      return { code, url: urlOf(code), expires: now() + limits.lifeMs };
    },
    ask: (code, link) => {
      const found = judge(link, code);
      return found.ok ? ok(found.value.place) : found;
    },
    use: (code, link) => {
      const found = judge(link, code);
      if (!found.ok) return found;
      found.value.isUsed = true;
      return ok(found.value.place);
    },
    withdraw: (book, seat) => void held.delete(keyOf(book, seat)),
    unlock: () => {
      overall = { count: 0, since: 0 };
      byLink.clear();
    },
    forget: (link) => void byLink.delete(link),
  };
}
