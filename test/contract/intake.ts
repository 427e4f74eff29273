// Brings many generated files to a host in another process over HTTP, measures it, kills it, and looks at what is there.
import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { places } from '../../electron/headless.ts';
import { openStore } from '../../electron/store/open-store.ts';
import type { BookId } from '../../shared/base/ids.ts';
import type { Result } from '../../shared/base/result.ts';
import type { OutputOf } from '../../shared/contract/methods.ts';
import type { Random } from '../helpers/seed.ts';
import { deskOf, granted, openRoom, seen } from './host-room.ts';
import type { Asked, ItemForm, Ready, Told } from './intake-host.ts';

const PIECE = 64 * 1024;
const ZEROS = new Uint8Array(PIECE);

/** A file of that size that no other number has: its number first, then nothing but zeros. */
export function* contentOf(number: number, size: number): Generator<Uint8Array> {
  const head = Buffer.from(`minh chứng ${number}\n`).subarray(0, size);
  yield head;
  for (let left = size - head.length; left > 0; left -= PIECE) yield ZEROS.subarray(0, Math.min(PIECE, left));
}

/** `count` sizes with `total` bytes in all: most small, some large, as in a real dossier. */
export function sizesOf(count: number, total: number, random: Random): readonly number[] {
  const weights = Array.from({ length: count }, () => random.integer(1, 10) ** 3);
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => Math.max(64, Math.floor((total * weight) / sum)));
}

type Wanted = Asked extends infer A ? (A extends Asked ? Omit<A, 'id'> : never) : never;
export type IntakeHost = Ready & {
  readonly process: ChildProcess;
  readonly ask: <T>(wanted: Wanted) => Promise<T>;
};

const child = new URL('./intake-host.ts', import.meta.url).pathname;

export async function startHost(folder: string, book = ''): Promise<IntakeHost> {
  const renderer = join(folder, '..', 'page');
  mkdirSync(renderer, { recursive: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(renderer, 'index.html'), '<!doctype html>');
  const process = fork(child, [folder, renderer, book], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let errors = '';
  process.stderr?.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const ready = await new Promise<Ready>((resolve, reject) => {
    process.once('message', (message: Ready) => resolve(message));
    process.once('exit', (code) => reject(new Error(`the host ended with ${code}: ${errors}`)));
  });
  process.on('message', ({ id, value }: Told) => waiting.get(id)?.resolve(value));
  process.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('killed'));
  });
  return {
    ...ready,
    process,
    ask: async <T>(wanted: Wanted) =>
      await new Promise<T>((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve: resolve as Waiting['resolve'], reject });
        process.send({ id: last, ...wanted }, (error) => {
          if (error) reject(error);
        });
      }),
  };
}

type Uploaded = { readonly sha256: string; readonly size: number };

async function put(
  origin: string,
  path: string,
  agent: Agent,
  number: number,
  size: number,
  sent: (bytes: number) => void,
) {
  const { promise, resolve, reject } = Promise.withResolvers<Uploaded>();
  const asked = request(
    `${origin}${path}`,
    { method: 'PUT', agent, headers: { origin, 'content-length': size } },
    (answer) => {
      text(answer).then((said) => {
        if (answer.statusCode === 200) resolve(JSON.parse(said) as Uploaded);
        else reject(new Error(`${answer.statusCode} ${said}`));
      }, reject);
    },
  );
  asked.on('error', reject);
  function* told(): Generator<Uint8Array> {
    for (const piece of contentOf(number, size)) {
      sent(piece.length);
      yield piece;
    }
  }
  Readable.from(told()).pipe(asked);
  return await promise;
}

/** Three at a time, as the page does. `taken` is told of each file that the host has answered for. */
export async function bringIn(
  host: IntakeHost,
  sizes: readonly number[],
  numbers: readonly number[],
  taken: (number: number, file: Uploaded) => void = () => {},
  sent: (bytes: number) => void = () => {},
): Promise<ReadonlyMap<number, Uploaded>> {
  const agent = new Agent({ keepAlive: true, maxSockets: 3 });
  const files = new Map<number, Uploaded>();
  const queue = [...numbers];
  const lane = async (): Promise<void> => {
    for (let number = queue.shift(); number !== undefined; number = queue.shift()) {
      const size = sizes[number] ?? 0;
      const address = await host.ask<string>({ do: 'address', size });
      const file = await put(host.origin, address, agent, number, size, sent);
      files.set(number, file);
      taken(number, file);
    }
  };
  try {
    await Promise.all([lane(), lane(), lane()]);
  } finally {
    agent.destroy();
  }
  return files;
}

export const itemOf = (number: number, { sha256 }: Pick<Uploaded, 'sha256'>): ItemForm => ({
  sha256: sha256 as never,
  title: `Tệp ${number}`,
  kind: 'test-result',
  supplier: 'Trung tâm',
  date: '2026-10-05',
  label: 'internal',
  criteria: [],
});

export const addAll = async (host: IntakeHost, files: ReadonlyMap<number, Uploaded>) =>
  await host.ask<Result<OutputOf<'evidence.add-many'>>>({
    do: 'add',
    items: [...files].map(([number, file]) => itemOf(number, file)),
  });

const digest = (pieces: Iterable<Uint8Array>): string => {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
};

async function streamed(stream: AsyncIterable<unknown>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of stream) hash.update(piece as Uint8Array);
  return hash.digest('hex');
}

/** What is wrong with what a killed host left, as sentences; `acknowledged` are the files it had answered for. */
export async function leftBehind(
  folder: string,
  book: string,
  sizes: readonly number[],
  acknowledged: ReadonlyMap<number, Uploaded>,
): Promise<{ readonly faults: readonly string[]; readonly inBook: number }> {
  const faults: string[] = [];
  const store = granted(await openStore({ folder, worker: places.storeWorker }));
  await store.check();
  const halves = readdirSync(join(folder, 'blobs')).filter((name) => !/^[0-9a-f]{64}$/.test(name));
  faults.push(...halves.map((name) => `half: ${name}`));
  for (const [number, file] of acknowledged) {
    if (file.sha256 !== digest(contentOf(number, sizes[number] ?? 0))) faults.push(`another hash: ${number}`);
    const opened = await store.openBlob(file.sha256);
    if (!opened.ok) faults.push(`lost: ${number}`);
    else if ((await streamed(opened.value.stream)) !== file.sha256) faults.push(`half: ${number}`);
  }
  const runs = await store.readBook(book as BookId);
  if (runs.length === 0) faults.push('no book');
  await store.close();
  const at = await openRoom(folder);
  try {
    const items = (await seen(await deskOf(at), 'session', { book })).platforms[0]?.evidence ?? [];
    for (const { sha256, size, title } of items)
      if ((await at.headless.store.sizeOfBlob(sha256)) !== size) faults.push(`without its bytes: ${title}`);
    return { faults, inBook: items.length };
  } finally {
    await at.headless.close();
  }
}

/**
 * `lives` hosts one after the other on one folder, each killed at a moment of its own while files come in or are written
 * into the book; the last one takes the rest in.
 */
export async function killIntake(folder: string, count: number, total: number, lives: number, random: Random) {
  const sizes = sizesOf(count, total, random);
  const acknowledged = new Map<number, Uploaded>();
  const faults: string[] = [];
  const left = (): number[] => sizes.map((_, number) => number).filter((number) => !acknowledged.has(number));
  let host = await startHost(folder);
  const { book } = host;
  let kills = 0;
  for (let life = 0; life < lives; life++) {
    const ended = new Promise<NodeJS.Signals | null>((resolve) => {
      host.process.once('exit', (_, signal) => resolve(signal));
    });
    // The last lives end while the whole list is being written into the book.
    const isAdding = life >= lives - 2;
    const working = (async () => {
      await bringIn(host, sizes, left(), (number, file) => acknowledged.set(number, file));
      await addAll(host, acknowledged);
    })().catch(() => undefined);
    if (isAdding) while (left().length > 0) await new Promise((soon) => setTimeout(soon, 1));
    await new Promise((soon) => setTimeout(soon, isAdding ? random.integer(0, 120) : random.integer(5, 250)));
    host.process.kill('SIGKILL');
    if ((await ended) === 'SIGKILL') kills += 1;
    await working;
    const { faults: found, inBook } = await leftBehind(folder, book, sizes, acknowledged);
    faults.push(...found.map((fault) => `life ${life}: ${fault}`));
    if (inBook !== 0 && inBook !== count) faults.push(`life ${life}: ${inBook} of ${count} in the book`);
    host = await startHost(folder, book);
    if (inBook === count) break;
  }
  const files = await bringIn(host, sizes, left());
  for (const [number, file] of files) acknowledged.set(number, file);
  const again = await addAll(host, acknowledged);
  await host.ask({ do: 'close' });
  const end = await leftBehind(folder, book, sizes, acknowledged);
  return { kills, faults: [...faults, ...end.faults], again, inBook: end.inBook };
}

/** Takes everything in and into one commit; figures in bytes and ms. */
export async function measureIntake(folder: string, count: number, total: number, random: Random) {
  const sizes = sizesOf(count, total, random);
  const host = await startHost(folder);
  let sent = 0;
  /** Moments at which somebody looking on would have seen more than before. */
  let steps = 0;
  const begun = performance.now();
  const files = await bringIn(
    host,
    sizes,
    sizes.map((_, number) => number),
    () => {
      steps += 1;
    },
    (bytes) => {
      sent += bytes;
    },
  );
  const takenAt = performance.now();
  const added = await addAll(host, files);
  const addedAt = performance.now();
  const { first, most } = await host.ask<{ first: number; most: number }>({ do: 'memory' });
  await host.ask({ do: 'close' });
  return {
    files: files.size,
    sent,
    steps,
    takeMs: takenAt - begun,
    addMs: addedAt - takenAt,
    growth: most - first,
    first,
    added,
  };
}
