// Builds the whole host without a window: what tests, the browser mode and the command line run.
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonical } from '../shared/base/canonical.ts';
import { ok, type Refusal, type Result, refusal } from '../shared/base/result.ts';
import type { CriteriaSet } from '../shared/criteria/criteria-set.ts';
import { say } from '../shared/lang/say.ts';
import { type OpenedHost, openHost } from './host/open-host.ts';
import { humanPace } from './host/rehearsal-players.ts';
import type { Library, Log, Pace } from './host/surroundings.ts';
import { readCriteriaFile } from './imports/read-criteria-file.ts';
import { fontsIn } from './minutes/fonts.ts';
import { type MinutesRenderer, openMinutesRenderer } from './minutes/minutes-renderer.ts';
import type { Worded } from './proof/recount.ts';
import { type Door, openDoor } from './room/door.ts';
import { openSeatCodes } from './room/seat-codes.ts';
import { openTickets } from './room/tickets.ts';
import { nodeCiphers } from './seal/node-ciphers.ts';
import { keptVerify, newDeviceSecret, openDevice } from './seal/node-keys.ts';
import { type ApartReader, openApartReader } from './signing/read-apart.ts';
import { SIGNING_WORDS, wordSigning } from './signing/words.ts';
import { openStore, type Store } from './store/open-store.ts';

const fromSource = import.meta.url.endsWith('.ts');
/** The folder with package.json, from the source and from dist/headless alike. */
const ROOT = fileURLToPath(new URL(fromSource ? '../' : '../../', import.meta.url));
const worker = (source: string, name: string): URL =>
  new URL(fromSource ? source : `../${name}/${name}.js`, import.meta.url);

export const places = {
  assets: path.join(ROOT, 'assets'),
  renderer: path.join(ROOT, 'dist', 'renderer'),
  storeWorker: worker('./store/store-worker.ts', 'store-worker'),
  minutesWorker: worker('./minutes/minutes-worker.ts', 'minutes-worker'),
  apartWorker: worker('./signing/apart-worker.ts', 'apart-worker'),
};

export const readVersion = async (): Promise<string> =>
  (JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;

/** A refusal in both languages, whichever part of the program it comes from. */
export const worded: Worded = (refused: Refusal) =>
  Object.hasOwn(SIGNING_WORDS, refused.code)
    ? { vi: wordSigning(refused, 'vi'), en: wordSigning(refused, 'en') }
    : { vi: say('vi', refused), en: say('en', refused) };

/** A set is named by the SHA-256 of its canonical text. */
export const librarySet = (set: CriteriaSet): Library['sets'][number] => ({
  set,
  sha256: createHash('sha256')
    .update(canonical(set as never))
    .digest('hex'),
});

/** The criteria sets of a folder; what cannot be read is named and left out. */
export async function readLibrary(folder: string): Promise<Library> {
  const sets: Library['sets'][number][] = [];
  const leftOut: Library['leftOut'][number][] = [];
  for (const file of (await readdir(folder)).filter((name) => /\.(ya?ml|json)$/i.test(name)).sort()) {
    const read = readCriteriaFile(await readFile(path.join(folder, file)), file);
    if (!read.ok) leftOut.push({ file, why: refusal('criteria-file-broken', { count: read.findings.length }) });
    else sets.push(librarySet(read.value.set));
  }
  return { sets, leftOut };
}

export const openRenderer = (): MinutesRenderer =>
  openMinutesRenderer({ worker: places.minutesWorker, fonts: fontsIn(places.assets) });

/** Files from outside are read and verified apart, with limits on time and memory. */
export const openReader = (): ApartReader => openApartReader({ worker: places.apartWorker });

/** Codes, counts and places only; the one stream for all of them is standard error. */
export const consoleLog = (write: (line: string) => void): Log => {
  const line =
    (level: string) =>
    (what: string, more: Readonly<Record<string, string | number>> = {}) =>
      write(`${level} ${what} ${JSON.stringify(more)}`);
  return { error: line('error'), info: line('info') };
};

export type HeadlessOptions = {
  /** Folder of books, keys and files; made when missing. */
  readonly data: string;
  readonly log: Log;
  readonly now?: () => Date;
  readonly criteria?: Library;
  /** Of the invented members of a rehearsal; a person's where it is not said. */
  readonly pace?: Pace;
  /** Opens the loopback door; without it the host is reached by memory links only. */
  readonly door?: { readonly port: number; readonly renderer?: string };
};

export type Headless = {
  readonly host: OpenedHost;
  readonly store: Store;
  readonly door?: Door;
  readonly deskToken: string;
  readonly close: () => Promise<void>;
};

const milliseconds = (): number => performance.now();

export async function openHeadless(options: HeadlessOptions): Promise<Result<Headless>> {
  await mkdir(options.data, { recursive: true });
  const opened = await openStore({ folder: options.data, worker: places.storeWorker });
  if (!opened.ok) return opened;
  const store = opened.value;
  const deskToken = randomBytes(24).toString('base64url');
  const now = options.now ?? (() => new Date());
  const tickets = openTickets({ now: milliseconds, random: randomBytes });
  let origin = 'http://127.0.0.1';
  const codes = openSeatCodes({
    now: () => now().getTime(),
    elapsed: milliseconds,
    random: randomBytes,
    urlOf: (code) => `${origin}/#join=${code}`,
  });
  const minutes = openRenderer();
  const host = openHost(
    {
      store,
      ciphers: nodeCiphers,
      verify: keptVerify(),
      newDevice: newDeviceSecret,
      openDevice,
      now,
      minutes,
      reader: openReader(),
      library: options.criteria ?? (await readLibrary(path.join(places.assets, 'criteria'))),
      samples: path.join(places.assets, 'evidence'),
      pace: options.pace ?? humanPace,
      codes,
      addresses: tickets,
      log: options.log,
      deskToken,
      version: await readVersion(),
      folder: path.resolve(options.data),
    },
    worded,
  );
  const closeAll = async (): Promise<void> => {
    await host.desk.books.keep();
    await minutes.close();
    await store.close();
  };
  if (options.door === undefined) return ok({ host, store, deskToken, close: closeAll });
  const door = await openDoor({
    host,
    port: options.door.port,
    renderer: options.door.renderer ?? places.renderer,
    blobs: blobsOf(store),
    tickets,
    log: options.log,
    now: milliseconds,
    random: randomBytes,
    gone: codes.forget,
  });
  if (!door.ok) {
    await closeAll();
    return door;
  }
  origin = door.value.origin;
  const close = async (): Promise<void> => {
    await door.value.close();
    await closeAll();
  };
  return ok({ host, store, door: door.value, deskToken, close });
}

/** The store's files as the door wants them. */
const blobsOf = (store: Store): Parameters<typeof openDoor>[0]['blobs'] => ({
  size: store.sizeOfBlob,
  open: async (sha256, range) => {
    const found = await store.openBlob(sha256, range);
    return found.ok ? found.value.stream : undefined;
  },
  put: async (stream, maxBytes) => await store.putBlob(stream, { maxBytes }),
});
