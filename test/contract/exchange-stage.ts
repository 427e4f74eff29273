// Machines with small replicas, books on them, and links between them, for the tests of the exchange.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Grants } from '../../electron/exchange/admission.ts';
import { type Exchange, type Exchanging, openExchange } from '../../electron/exchange/exchange.ts';
import { type Intake, openIntake } from '../../electron/exchange/intake.ts';
import type { Note } from '../../electron/exchange/messages.ts';
import type { NoteFrom } from '../../electron/exchange/notes.ts';
import { openPartials, type Partials } from '../../electron/exchange/partials.ts';
import { unsqueeze } from '../../electron/exchange/squeeze.ts';
import { nodeCiphers } from '../../electron/seal/node-ciphers.ts';
import { newDeviceSecret, nodeVerify, openDevice } from '../../electron/seal/node-keys.ts';
import type { Store } from '../../electron/store/store.ts';
import { toBase64 } from '../../shared/base/bytes.ts';
import type { BookId, FeedId } from '../../shared/base/ids.ts';
import type { RunText } from '../../shared/book/book.ts';
import type { Link } from '../../shared/contract/link.ts';
import { memoryLinks } from '../../shared/contract/memory-link.ts';
import type { DeviceKeys } from '../../shared/seal/ciphers.ts';
import { type SmallReplica, smallReplica, startFeed } from '../helpers/small-replica.ts';
import { removeFolder } from '../helpers/temp-folder.ts';
import { type VirtualClock, virtualClock } from '../helpers/virtual-clock.ts';
import { type Disk, newDisk, volatileStore } from '../helpers/volatile-store.ts';

export type Machine = {
  readonly name: string;
  readonly disk: Disk;
  readonly store: Store;
  readonly replica: SmallReplica;
  readonly intake: Intake;
  readonly partials: Partials;
  readonly notes: { readonly from: NoteFrom; readonly note: Note }[];
  readonly logged: string[];
  /** This machine's own clock against the true one, ms. */
  skew: number;
};

export type Stage = {
  readonly clock: VirtualClock;
  readonly machine: (name: string, disk?: Disk) => Promise<Machine>;
  readonly link: (dialling: Machine, answering: Machine, more?: More) => Linked;
  /** Is gone when the stage closes. */
  readonly folder: (path: string) => void;
  readonly close: () => Promise<void>;
};

export type Linked = {
  readonly near: Exchange;
  readonly far: Exchange;
  /** Texts that went over, both ways, in order. */
  readonly texts: { readonly from: string; readonly text: string }[];
  readonly cut: () => void;
};

export type More = {
  readonly near?: Partial<Exchanging>;
  readonly far?: Partial<Exchanging>;
  /** The wire breaks instead of carrying this text and what follows. */
  readonly cutAt?: number;
  readonly links?: readonly [Link, Link];
};

/** Only seats have a right. */
export const seatsOnly = ({ replica }: Machine, more: Partial<Grants> = {}): Grants => ({
  books: replica.books,
  allows: () => false,
  ...more,
});
/** Dials somebody whose certificate it knows, for these books. */
export const trusting = (books: readonly BookId[]): Grants => ({ books: async () => books, allows: () => true });

export function openStage(): Stage {
  const clock = virtualClock();
  const folders = new Set<string>();
  const open: Exchange[] = [];

  async function machine(name: string, disk: Disk = newDisk()): Promise<Machine> {
    folders.add(disk.folder);
    const { store } = await volatileStore(disk, setImmediate);
    const replica = await smallReplica(store);
    const partials = await openPartials(join(disk.folder, 'parts'), new Uint8Array(32), replica, new Date());
    return {
      name,
      disk,
      store,
      replica,
      intake: openIntake(replica),
      partials,
      notes: [],
      logged: [],
      skew: 0,
    };
  }

  const exchangeOf = (own: Machine, link: Link, side: Exchanging['side'], more: Partial<Exchanging> = {}): Exchange => {
    const note = (what: string, params: object = {}) => own.logged.push(`${what} ${JSON.stringify(params)}`);
    const exchange = openExchange({
      link,
      side,
      replica: own.replica,
      intake: own.intake,
      partials: own.partials,
      grants: seatsOnly(own),
      channel: new Uint8Array(),
      version: '0.1.0',
      now: clock.now,
      wall: () => clock.now() + own.skew,
      after: clock.after,
      soon: setImmediate,
      random: (length) => new Uint8Array(randomBytes(length)),
      sha256: nodeCiphers.sha256,
      verify: nodeVerify,
      note: (from, says) => void own.notes.push({ from, note: says }),
      log: { error: note, info: note },
      ...more,
    });
    open.push(exchange);
    return exchange;
  };

  function link(dialling: Machine, answering: Machine, more: More = {}): Linked {
    const [a, b] = more.links ?? memoryLinks();
    const texts: { from: string; text: string }[] = [];
    let isCut = false;
    const cut = (): void => {
      isCut = true;
      a.close();
      b.close();
    };
    const heard = (end: Link, from: string): Link => ({
      ...end,
      send: (text) => {
        if (isCut) return;
        if (more.cutAt === texts.length) return cut();
        texts.push({ from, text });
        end.send(text);
      },
    });
    const far = exchangeOf(answering, heard(b, answering.name), 'answers', more.far);
    const near = exchangeOf(dialling, heard(a, dialling.name), 'dials', more.near);
    return { near, far, texts, cut };
  }

  return {
    clock,
    machine,
    link,
    folder: (path) => void folders.add(path),
    close: async () => {
      for (const exchange of open) exchange.close();
      await breath();
      for (const folder of folders) removeFolder(folder);
    },
  };
}

/** Everything that waits for nothing but its turn has run. */
export async function breath(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((done) => setImmediate(done));
}

/** Resolves when it is so, or fails; the stage's clock goes on meanwhile. */
export async function until(
  stage: Pick<Stage, 'clock'>,
  isSo: () => boolean | Promise<boolean>,
  what: string,
): Promise<void> {
  const end = performance.now() + 20_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`did not happen: ${what}`);
    stage.clock.advance(10);
    await new Promise((done) => setImmediate(done));
  }
}

export const newDevice = (): DeviceKeys => openDevice(newDeviceSecret());
export const feedIdOf = (device: DeviceKeys, more = ''): FeedId =>
  Buffer.from(nodeCiphers.sha256(device.key, Buffer.from(more)))
    .toString('hex')
    .slice(0, 32) as FeedId;
export const seatOf = (at: number): string => at.toString(16).padStart(16, '0');

export type Writing = { readonly book: BookId; readonly feed: FeedId; readonly device: DeviceKeys };

const noise = (length: number): string =>
  randomBytes(Math.ceil(length / 2))
    .toString('hex')
    .slice(0, length);

/** A new book on this machine, whose first feed it writes. */
export async function newBook({ replica }: Machine, device: DeviceKeys = newDevice()): Promise<Writing> {
  const feed = feedIdOf(device, noise(8));
  const seat = seatOf(1);
  replica.holdFeed(startFeed('', feed, device, seat), device);
  await replica.write(feed, [{ kind: 'book-opened', body: JSON.stringify({ salt: noise(32) }) }]);
  const book = replica.ownFeed(feed).book as BookId;
  replica.showAs(book, device);
  await replica.write(feed, [{ kind: 'device-bound', body: JSON.stringify({ seat, key: toBase64(device.key) }) }]);
  return { book, feed, device };
}

/** Binds a device to a seat in the book and lets its machine write a feed for it. */
export async function bind(recorder: Machine, writing: Writing, own: Machine, seat: string): Promise<Writing> {
  const device = newDevice();
  await recorder.replica.write(writing.feed, [
    { kind: 'device-bound', body: JSON.stringify({ seat, key: toBase64(device.key) }) },
  ]);
  return hold(own, writing.book, device, seat);
}

export function hold({ replica }: Machine, book: BookId, device: DeviceKeys, seat: string): Writing {
  const feed = feedIdOf(device);
  replica.holdFeed(startFeed(book, feed, device, seat), device);
  replica.showAs(book, device);
  return { book, feed, device };
}

/** `count` commits of `each` entries, bodies of so many characters. */
export async function say({ replica }: Machine, { feed }: Writing, count = 1, each = 1, length = 200): Promise<void> {
  for (let at = 0; at < count; at++)
    await replica.write(
      feed,
      Array.from({ length: each }, () => ({ kind: 'remark-made', body: JSON.stringify({ text: noise(length) }) })),
    );
}

/** Every feed of a book as one text: two that are equal are the same to the byte. */
export async function headsOf({ replica }: Machine, book: BookId): Promise<string> {
  const tips = await replica.tips(book);
  return tips
    .map(({ feed, seq, hash }) => `${feed} ${seq} ${hash}`)
    .sort()
    .join('\n');
}

export const sameHeads = async (a: Machine, b: Machine, book: BookId): Promise<boolean> =>
  (await headsOf(a, book)) === (await headsOf(b, book)) && (await headsOf(a, book)) !== '';

export type Seated = { readonly own: Machine; readonly writing: Writing };
/** A host that writes a book, and members whose machines have nothing but their binding. */
export async function roomOn(stage: Stage, members: number) {
  const host = await stage.machine('host');
  const writing = await newBook(host);
  const seats: Seated[] = [];
  for (let at = 0; at < members; at++) {
    const own = await stage.machine(`member ${at}`);
    seats.push({ own, writing: await bind(host, writing, own, seatOf(at + 2)) });
  }
  return { host, writing, book: writing.book, seats: seats as [Seated, ...Seated[]] };
}

/** Messages that went over, put together and parsed; runs under zstd stand as lists. */
export function messagesIn(texts: Linked['texts']): Readonly<Record<string, unknown>>[] {
  const parts = new Map<string, string>();
  return texts.flatMap(({ from, text }) => {
    const whole = (parts.get(from) ?? '') + text.slice(1);
    parts.set(from, text.startsWith('+') ? whole : '');
    return text.startsWith('+') ? [] : [listed(JSON.parse(whole) as Readonly<Record<string, unknown>>)];
  });
}
export const listed = (message: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  typeof message['zstd'] === 'string' ? { ...message, list: unsqueeze(message['zstd'])?.list } : message;

export const entriesIn = (texts: Linked['texts']): number =>
  messagesIn(texts)
    .flatMap(({ list }) => (Array.isArray(list) ? (list as RunText[]) : []))
    .reduce((sum, { entries }) => sum + entries.length, 0);
