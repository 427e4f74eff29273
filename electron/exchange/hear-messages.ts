// What each message of the other side sets going, and what is too fast, unasked, or of a book that was never admitted.
import { refusal } from '../../shared/base/result.ts';
import type { RunText } from '../../shared/book/book.ts';
import { allowance } from '../../shared/contract/allowance.ts';
import type { Admission } from './admission.ts';
import type { Clocks } from './clocks.ts';
import type { FileFetching } from './fetch-files.ts';
import type { Side } from './greet.ts';
import { MESSAGE_LIMIT, type Message, type Note } from './messages.ts';
import type { NoteFrom } from './notes.ts';
import type { SharedBook } from './on-book.ts';
import { type Ledger, WINDOW } from './on-link.ts';
import type { FileServing } from './serve-files.ts';
import { unsqueeze } from './squeeze.ts';

/** What may wait to be settled here, units; an honest side keeps to its window and one message more. */
const MOST_WAITING = WINDOW + 2 * MESSAGE_LIMIT;
const AGAIN = { atOnce: 64, perSecond: 2 };
const OFFERS = { atOnce: 4, perSecond: 0.2 };

type Hearing = {
  readonly side: Side;
  readonly ledger: Ledger;
  readonly admission: Admission;
  readonly shared: ReadonlyMap<number, SharedBook>;
  /** Numbers of books below this were given on this link. */
  readonly nextNumber: () => number;
  readonly serving: FileServing;
  readonly fetching: FileFetching | undefined;
  readonly clocks: Clocks;
  readonly note: (from: NoteFrom, note: Note) => void;
  readonly now: () => number;
  readonly wall: () => number;
  /** Runs to its end; a fault ends the link. */
  readonly run: (work: () => Promise<unknown>) => void;
};

/** @returns takes one message and the length of its text */
export function hearMessages(hearing: Hearing): (message: Message, length: number) => void {
  const { side, ledger, admission, shared, serving, fetching, clocks, run } = hearing;
  const { onLink } = ledger;
  const unasked = (): void => onLink.end(refusal('exchange-unasked'));
  const mayAskAgain = allowance(AGAIN, hearing.now);
  const mayOffer = allowance(OFFERS, hearing.now);
  let waiting = 0;

  /** A number that was never given ends the link; a book that has left it is quiet, since words may cross. */
  function on(n: number, work: (each: SharedBook) => Promise<unknown> | undefined): void {
    const each = shared.get(n);
    if (each === undefined && n >= hearing.nextNumber()) unasked();
    else if (each && !each.isDropped()) run(async () => await work(each));
  }
  const now = (n: number, work: (each: SharedBook) => void): void =>
    on(n, (each) => {
      work(each);
      return undefined;
    });

  function runs(n: number, list: readonly RunText[], units: number): void {
    const each = shared.get(n);
    waiting += units;
    if (each === undefined && n >= hearing.nextNumber()) unasked();
    else if (waiting > MOST_WAITING) onLink.end(refusal('exchange-too-fast'));
    else
      run(async () => {
        if (each === undefined || each.isDropped()) onLink.say({ took: n, tips: [], units });
        else await each.heardRuns(list, units);
        waiting -= units;
      });
  }

  function squeezed(n: number, zstd: string): void {
    const small = unsqueeze(zstd);
    if (small) runs(n, small.list, small.units);
    else onLink.end(refusal('exchange-malformed'));
  }

  function once(may: (amount: number) => boolean, work: () => void): void {
    if (may(1)) work();
    else onLink.end(refusal('exchange-too-fast'));
  }

  function took(message: Extract<Message, { readonly took: number }>): void {
    if (!onLink.flight.settled(message.units)) {
      unasked();
      return;
    }
    now(message.took, (each) => each.heardTook(message.tips));
    for (const other of shared.values()) if (other.isBlocked()) run(other.push);
  }

  function pong(question: number): void {
    const came = hearing.wall();
    onLink.say({ pong: question, came, left: hearing.wall() });
  }

  return (message, length) => {
    if ('ping' in message) pong(message.ping);
    else if ('pong' in message) {
      clocks.answered(message.pong, message.came, message.left);
      onLink.changed();
    } else if ('bye' in message) ledger.over(refusal(message.bye));
    else if ('offer' in message) {
      if (side === 'dials') unasked();
      else once(mayOffer, () => run(() => admission.heardOffer(message.offer)));
    } else if ('admit' in message) {
      if (side === 'answers') unasked();
      else run(() => admission.heardAdmit(message.admit));
    } else if ('have' in message) on(message.have, (each) => each.heardVector(message.vector));
    else if ('wide' in message)
      once(mayAskAgain, () =>
        on(message.wide, async (each) => onLink.say({ have: each.n, vector: await each.vector(true) })),
      );
    else if ('list' in message) runs(message.runs, message.list, length - `{"runs":${message.runs},"list":}`.length);
    else if ('zstd' in message) squeezed(message.runs, message.zstd);
    else if ('took' in message) took(message);
    else if ('again' in message)
      once(mayAskAgain, () => now(message.again, (each) => each.heardAgain(message.feed, message.from)));
    else if ('fork' in message) once(mayAskAgain, () => on(message.fork, (each) => each.heardFork(message.runs)));
    else if ('refused' in message) now(message.refused, (each) => each.heardRefused(message.feed, message.code));
    else if ('drop' in message) shared.get(message.drop)?.drop(refusal(message.code), false);
    else if ('get' in message) now(message.get, (each) => serving.get(each, message.sha256, message.at));
    else if ('piece' in message) {
      if (fetching) fetching.piece(message.piece, message.at, message.bytes);
      else unasked();
    } else if ('none' in message) fetching?.none(message.none);
    else if ('has' in message) now(message.has, (each) => fetching?.has(each, message.sha256));
    else now(message.note, (each) => hearing.note({ book: each.book, ...each.shown }, message.says));
  };
}
