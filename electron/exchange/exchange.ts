// The exchange over one link: greets, compares, sends what the other side lacks, takes what is lacking here, and says where it stands.
import { fromBase64, toBase64 } from '../../shared/base/bytes.ts';
import type { BookId } from '../../shared/base/ids.ts';
import { refusal } from '../../shared/base/result.ts';
import type { VerifySignature } from '../../shared/book/book.ts';
import type { Sha256 } from '../../shared/book/entry.ts';
import { allowance } from '../../shared/contract/allowance.ts';
import type { Link } from '../../shared/contract/link.ts';
import { type Admission, type Grants, openAdmission } from './admission.ts';
import { openClocks } from './clocks.ts';
import type { ExchangeState } from './exchange-state.ts';
import { fetchFiles } from './fetch-files.ts';
import { type Side, skewOf } from './greet.ts';
import { hearMessages } from './hear-messages.ts';
import type { Intake } from './intake.ts';
import {
  MESSAGE_LIMIT,
  type Message,
  type Note,
  PROTOCOL,
  readHello,
  readMessage,
  STRANGER_LIMIT,
} from './messages.ts';
import { type NoteFrom, notesIn, notesOut } from './notes.ts';
import type { SharedBook, Shown } from './on-book.ts';
import { type ExchangeLog, openLedger } from './on-link.ts';
import type { Partials } from './partials.ts';
import { joinParts, sendInParts } from './parts.ts';
import type { Replica } from './replica.ts';
import { serveFiles } from './serve-files.ts';
import { shareBook } from './shared-book.ts';
import { watchLink } from './watch-link.ts';

export type Exchanging = {
  readonly link: Link;
  readonly replica: Replica;
  /** One for all links of this machine. */
  readonly intake: Intake;
  /** One for all links of this machine; absent where no files are fetched. */
  readonly partials?: Partials;
  readonly side: Side;
  readonly grants: Grants;
  /**
   * What both sides know the carrier by: the fingerprint of the answering side's certificate. Empty over a carrier that
   * nobody can stand between.
   */
  readonly channel: Uint8Array;
  readonly version: string;
  /** Milliseconds; only differences count. */
  readonly now: () => number;
  /** This machine's clock, ms since 1970. */
  readonly wall: () => number;
  /** Runs its work once, so many ms of `now` later; returns how to cancel it. */
  readonly after: (ms: number, work: () => void) => () => void;
  /** Runs its work once, after what runs now: `setImmediate`. */
  readonly soon: (work: () => void) => void;
  /** Cryptographically strong. */
  readonly random: (length: number) => Uint8Array;
  readonly sha256: Sha256;
  readonly verify: VerifySignature;
  readonly note: (from: NoteFrom, note: Note) => void;
  readonly log: ExchangeLog;
};

export type Exchange = {
  readonly state: () => ExchangeState;
  /** Told after every change, several at once, until stopped. */
  readonly onState: (told: () => void) => () => void;
  /** This file is looked at: it comes before others. */
  readonly want: (book: BookId, sha256: string) => void;
  readonly tell: (book: BookId, note: Note) => void;
  /** Dialling side: names once more the books that are not on the link, after something was bound or joined. */
  readonly offer: () => void;
  readonly close: () => void;
};

const LOOK_MS = 300;
/** Above what a disk takes of files in pieces, each asked for by a message. */
const MESSAGES = { atOnce: 10_000, perSecond: 5_000 };

/**
 * Runs until the link closes. Ends it with `exchange-newer {theirs, own}`, `exchange-older`, `exchange-malformed`,
 * `exchange-too-long`, `exchange-too-fast`, `exchange-unasked`, `exchange-dishonest`, `exchange-silent`,
 * `exchange-slow`, `exchange-mirror` or `exchange-fault`; the other side is told the word.
 */
export function openExchange(given: Exchanging): Exchange {
  const { link, replica, side, now, sha256 } = given;
  const stops: (() => void)[] = [];
  const ledger = openLedger({
    ...given,
    ended: () => {
      for (const stop of stops.splice(0)) stop();
    },
  });
  const { onLink } = ledger;
  const challenge = given.random(32);
  const shared = new Map<number, SharedBook>();
  const clocks = openClocks(now, given.wall);
  const serving = serveFiles(replica, onLink);
  const fetching = given.partials && fetchFiles(replica, given.partials, onLink);
  let version: string | undefined;
  let heardAt = now();
  let nextNumber = 0;
  let admission: Admission | undefined;
  let hear: ((message: Message, length: number) => void) | undefined;

  const run = (work: () => Promise<unknown>): void => {
    void work().catch(onLink.fault);
  };
  const onBook = (book: BookId): SharedBook | undefined =>
    [...shared.values()].find((each) => each.book === book && !each.isDropped());
  const ping = (): void => onLink.say({ ping: clocks.ask() });
  const offer = (): void => {
    if (side === 'dials' && admission) run(admission.offer);
  };

  const looks = new Map<number, () => void>();
  /** Many changes in one breath are one look at the files. */
  function lookSoon(each: SharedBook): void {
    if (fetching === undefined || looks.has(each.n)) return;
    const look = (): void => {
      looks.delete(each.n);
      if (!each.isDropped()) run(() => fetching.look(each));
    };
    looks.set(each.n, given.after(LOOK_MS, look));
  }

  function share(n: number, book: BookId, shown: Shown): SharedBook {
    const each = shareBook({ replica, intake: given.intake, sha256, link: onLink, n, book, shown });
    for (const [old, before] of shared) if (before.book === book) shared.delete(old);
    shared.set(n, each);
    nextNumber = Math.max(nextNumber, n + 1);
    lookSoon(each);
    onLink.changed();
    return each;
  }

  function greet(text: string): void {
    const hello = readHello(text);
    const skew = hello.ok ? skewOf(hello.value, given.version) : hello.refusal;
    if (hello.ok) version = hello.value.version;
    if (!hello.ok || skew) {
      onLink.end(skew ?? refusal('exchange-malformed'));
      return;
    }
    // Somebody who only sends back what we say.
    if (hello.value.challenge === toBase64(challenge)) {
      onLink.end(refusal('exchange-mirror'));
      return;
    }
    const theirs = fromBase64(hello.value.challenge);
    const [dialled, answered] = side === 'dials' ? [challenge, theirs] : [theirs, challenge];
    const greeted = { dialled, answered, channel: given.channel };
    admission = openAdmission({ ...given, greeted, onLink, shared, share });
    const note = notesIn(given.note, now);
    hear = hearMessages({
      ...given,
      ledger,
      admission,
      shared,
      nextNumber: () => nextNumber,
      serving,
      fetching,
      clocks,
      note,
      run,
    });
    offer();
    ping();
    onLink.changed();
  }

  function listen(): void {
    const mayCome = allowance(MESSAGES, now);
    const isTrusted = (): boolean => shared.size > 0 || (side === 'dials' && admission !== undefined);
    const join = joinParts(() => (isTrusted() ? MESSAGE_LIMIT : STRANGER_LIMIT));
    link.onText((frame) => {
      if (!onLink.isOpen()) return;
      const joined = mayCome(1) ? join(frame) : 'too-fast';
      heardAt = now();
      if (joined === 'more') return;
      if (typeof joined === 'string') onLink.end(refusal(`exchange-${joined}`));
      else if (hear === undefined) greet(joined.text);
      else {
        const read = readMessage(joined.text);
        if (read.ok) hear(read.value, joined.text.length);
        else onLink.end(read.refusal);
      }
    });
  }

  /** Its seats may be others now, and there may be more of it. */
  async function bookChanged(book: BookId): Promise<void> {
    const each = onBook(book);
    if (each === undefined) await admission?.bookChanged(book);
    else if (await admission?.stillMay(each)) {
      lookSoon(each);
      await each.changed();
    }
  }

  const out = notesOut(
    (book, says) => {
      const each = onBook(book);
      if (each?.isKnownThere()) onLink.say({ note: each.n, says });
    },
    now,
    given.after,
  );
  const tellFile = (sha256Text: string): void => {
    for (const each of shared.values())
      if (each.isKnownThere() && !each.isDropped()) run(() => serving.tell(each, sha256Text));
  };

  stops.push(
    replica.onChange((book) => {
      serving.changed(book);
      run(() => bookChanged(book));
    }),
    given.partials?.onFree((file, isWhole) => {
      if (isWhole) tellFile(file);
    }) ?? (() => {}),
    out.stop,
    () => fetching?.close(),
    () => {
      for (const stop of looks.values()) stop();
    },
    watchLink({
      ...given,
      heardAt: () => heardAt,
      hasGreeted: () => admission !== undefined,
      isStrange: () => admission === undefined || (side === 'answers' && shared.size === 0),
      unsettledSince: onLink.flight.since,
      ping,
      offer,
      end: onLink.end,
    }),
  );
  link.onClose(() => ledger.over());
  const hello = { hoidong: 'exchange', protocol: PROTOCOL, version: given.version, challenge: toBase64(challenge) };
  if (onLink.isOpen()) sendInParts(link, JSON.stringify(hello));
  listen();

  function state(): ExchangeState {
    const why = ledger.why();
    return {
      word: onLink.isOpen() ? (shared.size > 0 ? 'linked' : 'greeting') : 'ended',
      ...(why ? { why } : {}),
      ...(version === undefined ? {} : { version }),
      heardAt,
      ...clocks.best(),
      books: [...shared.values()].map((each) => each.state()),
      files: fetching?.state() ?? { onWay: [], waiting: 0 },
      refused: ledger.refused(),
    };
  }

  return {
    state,
    onState: ledger.onState,
    want: (book, file) => fetching?.want(book, file),
    tell: out.tell,
    offer,
    close: () => ledger.over(),
  };
}
