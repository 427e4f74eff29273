// Builds the whole host without a window: what tests, the browser mode and the command line run.
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonical } from '../shared/base/canonical.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../shared/base/result.ts';
import { serveLink } from '../shared/contract/dispatcher.ts';
import type { Link } from '../shared/contract/link.ts';
import { DEFAULT_RULES } from '../shared/council/default-rules.ts';
import type { CouncilRules } from '../shared/council/rules.ts';
import type { CriteriaSet } from '../shared/criteria/criteria-set.ts';
import { say } from '../shared/lang/say.ts';
import { sweepLoose } from './host/loose-files.ts';
import { type OpenedHost, openHost } from './host/open-host.ts';
import { humanPace } from './host/rehearsal-players.ts';
import type { Library, Log, Pace, Shell, ShippedRules } from './host/surroundings.ts';
import { type Importer, openImporter } from './imports/open-importer.ts';
import { readCriteriaFile } from './imports/read-criteria-file.ts';
import { readRulesFile } from './imports/rules-file.ts';
import { fontsIn } from './minutes/fonts.ts';
import { type MinutesRenderer, openMinutesRenderer } from './minutes/minutes-renderer.ts';
import type { Worded } from './proof/recount.ts';
import { type EvidenceReader, openEvidenceReader } from './reading/evidence-reader.ts';
import { type Door, openDoor } from './room/door.ts';
import { openSeatCodes } from './room/seat-codes.ts';
import type { BlobServer } from './room/serve-blob.ts';
import { openTickets, type Tickets } from './room/tickets.ts';
import { nodeCiphers } from './seal/node-ciphers.ts';
import { keptVerify, newDeviceSecret, openDevice } from './seal/node-keys.ts';
import { type ApartReader, openApartReader } from './signing/read-apart.ts';
import { SIGNING_WORDS, wordSigning } from './signing/words.ts';
import { isCovered } from './store/key-file.ts';
import { openStore, type Store } from './store/open-store.ts';
import type { ProtectPair } from './store/protect.ts';
import { openTextIndexes } from './store/text-indexes.ts';

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
  readingWorker: worker('./reading/reading-worker.ts', 'reading-worker'),
  indexWorker: worker('./store/index-worker.ts', 'index-worker'),
  importsWorker: worker('./imports/imports-worker.ts', 'imports-worker'),
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

const BODIES: readonly CouncilRules['body'][] = ['council', 'expert-group', 'hired-unit'];

/** The profiles of rules of a folder: that of a new session first, then councils, groups, units; what is broken is named. */
export async function readShippedRules(folder: string): Promise<ShippedRules> {
  const profiles: CouncilRules[] = [];
  const leftOut: ShippedRules['leftOut'][number][] = [];
  for (const file of (await readdir(folder)).filter((name) => /\.(ya?ml|json)$/i.test(name)).sort()) {
    const read = readRulesFile(await readFile(path.join(folder, file)), file);
    if (read.ok) profiles.push(read.rules);
    else leftOut.push({ file, why: refusal('rules-file-broken', { count: read.findings.length }) });
  }
  const place = ({ id, body }: CouncilRules): number => (id === DEFAULT_RULES.id ? -1 : BODIES.indexOf(body));
  return { profiles: profiles.sort((a, b) => place(a) - place(b)), leftOut };
}

export const openRenderer = (): MinutesRenderer =>
  openMinutesRenderer({ worker: places.minutesWorker, fonts: fontsIn(places.assets) });

/** Files from outside are read and verified apart, with limits on time and memory. */
export const openReader = (): ApartReader => openApartReader({ worker: places.apartWorker });

/** Criteria files and lists of evidence are read apart in the same way. */
export const openImports = (): Importer => openImporter({ worker: places.importsWorker });

/** What evidence says is read apart too, one file a worker. */
export const openTextReader = (): EvidenceReader => openEvidenceReader({ worker: places.readingWorker });

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
  readonly door?: {
    readonly port: number;
    /** Any other port where that one is taken. */
    readonly orAnyPort?: boolean;
    readonly renderer?: string;
  };
  /** Covers what is stored; without it values are stored, and read, in clear. */
  readonly protect?: ProtectPair;
  /** The window around the desk's page, where there is one. */
  readonly shell?: Shell;
};

export type Headless = {
  readonly host: OpenedHost;
  readonly store: Store;
  readonly door?: Door;
  readonly deskToken: string;
  /** Serves a link that does not come through the door: the window's own. */
  readonly serve: (link: Link) => void;
  readonly blobs: BlobServer;
  readonly tickets: Tickets;
  readonly close: () => Promise<void>;
};

const milliseconds = (): number => performance.now();

export async function openHeadless(options: HeadlessOptions): Promise<Result<Headless>> {
  const { protect, shell } = options;
  await mkdir(options.data, { recursive: true });
  // Read in clear, a covered value would be taken for a damaged one.
  if (protect === undefined && isCovered(options.data)) return refuse('data-key-elsewhere');
  const opened = await openStore({
    folder: options.data,
    worker: places.storeWorker,
    ...(protect === undefined ? {} : { protect }),
  });
  if (!opened.ok) return opened;
  const store = opened.value;
  const deskToken = randomBytes(24).toString('base64url');
  const now = options.now ?? (() => new Date());
  await tidy(store, now(), options.log);
  const tickets = openTickets({ now: milliseconds, random: randomBytes });
  let origin = 'http://127.0.0.1';
  const codes = openSeatCodes({
    now: () => now().getTime(),
    elapsed: milliseconds,
    random: randomBytes,
    urlOf: (code) => `${origin}/#join=${code}`,
  });
  const minutes = openRenderer();
  const evidenceReader = openTextReader();
  const texts = openTextIndexes(places.indexWorker);
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
      importer: openImports(),
      evidenceReader,
      texts,
      library: options.criteria ?? (await readLibrary(path.join(places.assets, 'criteria'))),
      rules: await readShippedRules(path.join(places.assets, 'rules')),
      samples: path.join(places.assets, 'evidence'),
      pace: options.pace ?? humanPace,
      codes,
      addresses: tickets,
      log: options.log,
      deskToken,
      version: await readVersion(),
      folder: path.resolve(options.data),
      ...(shell === undefined ? {} : { shell }),
    },
    worded,
  );
  const closeAll = async (): Promise<void> => {
    await host.desk.books.keep();
    await minutes.close();
    await evidenceReader.close();
    await texts.close();
    await store.close();
  };
  const serve = (link: Link): void => {
    const id = randomBytes(16).toString('hex');
    const note = (word: string): void => options.log.info('link ended by the host', { link: id, word });
    serveLink(link, host, { id, challenge: randomBytes(32), now: milliseconds, soon: setImmediate, note });
    link.onClose(() => {
      tickets.revoke(id);
      codes.forget(id);
    });
  };
  const blobs = blobsOf(store, now);
  const headless = { host, store, deskToken, serve, blobs, tickets };
  if (options.door === undefined) return ok({ ...headless, close: closeAll });
  const { port, orAnyPort, renderer = places.renderer } = options.door;
  const openAt = async (wanted: number): Promise<Result<Door>> =>
    await openDoor({
      host,
      port: wanted,
      renderer,
      blobs,
      tickets,
      log: options.log,
      now: milliseconds,
      random: randomBytes,
      gone: codes.forget,
    });
  const first = await openAt(port);
  const door = !first.ok && orAnyPort === true && port !== 0 ? await openAt(0) : first;
  if (!door.ok) {
    await closeAll();
    return door;
  }
  origin = door.value.origin;
  const close = async (): Promise<void> => {
    await door.value.close();
    await closeAll();
  };
  return ok({ ...headless, door: door.value, close });
}

/** A start does not fail because nothing could be tidied: the log says so. */
async function tidy(store: Store, now: Date, log: Log): Promise<void> {
  try {
    const swept = await sweepLoose(store, now);
    if (!swept.ok) log.error('loose files not dropped', { code: swept.refusal.code });
    else if (swept.value.dropped > 0) log.info('loose files dropped', swept.value);
  } catch (error) {
    log.error('loose files not looked through', { why: error instanceof Error ? error.message : String(error) });
  }
}

/** The store's files as the door wants them. What comes in by the door is named by nothing yet. */
const blobsOf = (store: Store, now: () => Date): BlobServer => ({
  size: store.sizeOfBlob,
  open: async (sha256, range) => {
    const found = await store.openBlob(sha256, range);
    return found.ok ? found.value.stream : undefined;
  },
  put: async (stream, maxBytes) => await store.putBlob(stream, { maxBytes, loose: now() }),
});
