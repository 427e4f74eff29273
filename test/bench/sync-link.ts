// A book in a replica without a host, and two machines that exchange it over a socket on loopback, for the benches.
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { must } from '../../electron/command/played-table.ts';
import { openExchange } from '../../electron/exchange/exchange.ts';
import { openIntake } from '../../electron/exchange/intake.ts';
import type { Replica } from '../../electron/exchange/replica.ts';
import { places } from '../../electron/headless.ts';
import { webSocketLink } from '../../electron/room/web-socket-link.ts';
import { nodeCiphers } from '../../electron/seal/node-ciphers.ts';
import { keptVerify } from '../../electron/seal/node-keys.ts';
import { openStore } from '../../electron/store/open-store.ts';
import type { BookId, Hash } from '../../shared/base/ids.ts';
import { ok } from '../../shared/base/result.ts';
import { appendRun, type Book, checkRun, emptyBook, type RunText, tipOf, wireRun } from '../../shared/book/book.ts';
import type { Run } from '../../shared/book/entry.ts';
import type { Link } from '../../shared/contract/link.ts';

const { sha256 } = nodeCiphers;
const verify = keptVerify();

export type BookReplica = {
  readonly replica: Replica;
  /** Readies a run that this machine writes; what is given back writes it, and the other side is told. */
  readonly ready: (run: RunText) => Promise<() => void>;
  readonly close: () => Promise<void>;
};

/** Chains and signatures are checked and entries durable, as in any replica; nothing is folded. */
export async function bookReplica(folder: string, given?: Book): Promise<BookReplica> {
  const store = must(await openStore({ folder, worker: places.storeWorker }), 'store');
  const books = new Map<BookId, Book>(given ? [[given.id, given]] : []);
  const added = new Map<
    string,
    { readonly run: RunText; readonly tip: { readonly seq: number; readonly hash: Hash } }
  >();
  const listeners = new Set<(book: BookId) => void>();
  const tell = (book: BookId): void => {
    for (const told of [...listeners]) told(book);
  };

  const replica: Replica = {
    books: async () => [...books.keys()],
    tips: async (id) =>
      [...(books.get(id)?.feeds.values() ?? [])].map((log) => {
        return { feed: log.feed, ...(added.get(log.feed)?.tip ?? tipOf(log, sha256)) };
      }),
    read: async (id, feed, from, units) => {
      const log = books.get(id)?.feeds.get(feed);
      const more = added.get(feed);
      if (more?.run.from === from) return more.run;
      if (log === undefined || from > log.entries.length) return undefined;
      let to = from - 1;
      for (let size = 0; to < log.entries.length && (size < units || !log.commits.some(({ seq }) => seq === to)); to++)
        size += (log.entries[to]?.head.length ?? 0) + (log.entries[to]?.body?.length ?? 64);
      const commits = log.commits.filter(({ seq }) => seq >= from && seq <= to);
      return wireRun({ feed, from, entries: log.entries.slice(from - 1, to), commits });
    },
    take: async (id, runs) => {
      const book = books.get(id) ?? emptyBook(id);
      const fresh: Run[] = [];
      for (const text of runs) {
        const checked = await checkRun(book, text, sha256, verify);
        if (!checked.ok) return checked;
        appendRun(book, checked.value);
        fresh.push(checked.value.run);
      }
      const stored = await store.append(id, fresh);
      if (!stored.ok) return stored;
      books.set(id, book);
      tell(id);
      return ok({ added: fresh.length });
    },
    forks: async () => [],
    seatOf: async () => undefined,
    prove: async () => undefined,
    files: async () => [],
    hasFile: async () => false,
    readFile: async () => undefined,
    putFile: async () => ok(null),
    onChange: (told) => {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
  };
  return {
    replica,
    ready: async (run) => {
      if (given === undefined) throw new Error('no book');
      const { last } = must(await checkRun(given, run, sha256, verify), 'run');
      return () => {
        added.set(run.feed, { run, tip: last });
        tell(given.id);
      };
    },
    close: async () => await store.close(),
  };
}

export type LinkedPair = {
  /** Resolves when the machine that dials has all, or this run too, and the other has been told so. */
  readonly isWhole: (run?: RunText) => Promise<void>;
  /** Bytes that went to the machine that dials. */
  readonly bytes: () => number;
  readonly close: () => Promise<void>;
};

/** `own` dials `other` for the book. */
export async function linked(own: Replica, other: Replica, book: BookId): Promise<LinkedPair> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  const accepted = new Promise<Link>((done) => server.once('connection', (socket) => done(webSocketLink(socket))));
  const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false });
  const near = webSocketLink(socket);
  await new Promise((done, failed) => socket.once('open', done).once('error', failed));
  let bytes = 0;
  /** Feeds of which the dialling machine has said that something is durable. */
  const told = new Set<string>();
  socket.on('message', (data) => {
    bytes += (data as Buffer).length;
  });
  const around = (replica: Replica) => ({
    replica,
    intake: openIntake(replica),
    grants: { books: async () => [book], allows: () => true },
    channel: new Uint8Array(),
    version: '0.1.0',
    now: () => performance.now(),
    wall: () => Date.now(),
    after: (ms: number, work: () => void) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    soon: setImmediate,
    random: nodeCiphers.random,
    sha256,
    verify,
    note: () => {},
    log: { error: console.error, info: () => {} },
  });
  const answering = await accepted;
  const heard: Link = {
    ...answering,
    onText: (receive) =>
      answering.onText((text) => {
        if (text.startsWith('.{"took"')) for (const [feed = ''] of text.matchAll(/[0-9a-f]{32}/g)) told.add(feed);
        receive(text);
      }),
  };
  const far = openExchange({ link: heard, side: 'answers', ...around(other) });
  const dialling = openExchange({ link: near, side: 'dials', ...around(own) });
  const isWhole = (run?: RunText): Promise<void> =>
    new Promise((done) => {
      const look = (): void => {
        const [state] = far.state().books;
        if (state?.isWhole === true && (run === undefined || told.has(run.feed))) done();
      };
      far.onState(look);
      if (run === undefined) look();
    });
  return {
    isWhole,
    bytes: () => bytes,
    close: async () => {
      dialling.close();
      far.close();
      await new Promise((done) => server.close(done));
    },
  };
}
