// What the tests of the store write: runs with a true hash chain, and a pair that really protects.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { ProtectPair } from '../../../electron/store/protect.ts';
import type { BookId, FeedId, Hash } from '../../../shared/base/ids.ts';
import type { Result } from '../../../shared/base/result.ts';
import { bodyHashOf, type Commit, type Entry, entryHash, makeEntry, type Run } from '../../../shared/book/entry.ts';

export const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
export const bookOf = (name: string): BookId => digest(`book ${name}`) as BookId;
export const feedOf = (name: string): FeedId => digest(`feed ${name}`).slice(0, 32) as FeedId;
const startOf = (feed: FeedId): Hash => digest(`start ${feed}`) as Hash;
const sigOf = (hash: Hash): string => createHash('sha512').update(hash).digest('base64url');

type Wanted = { readonly feed: FeedId; readonly bodies: readonly string[]; readonly after?: Run };

/** Consecutive entries with these bodies after the run `after`; the last is signed, as every commit's last is. */
export function runOf({ feed, bodies, after }: Wanted): Run {
  const from = after ? after.from + after.entries.length : 1;
  let previous = after?.entries.at(-1)?.hash ?? startOf(feed);
  const entries = bodies.map((body, index): Entry => {
    const entry = makeEntry(sha256, previous, `{"feed":"${feed}","kind":"remark-made","seq":${from + index}}`, body);
    previous = entry.hash;
    return entry;
  });
  return { feed, from, entries, commits: [{ seq: from + entries.length - 1, sig: sigOf(previous) }] };
}

/** Runs one after another as one. */
export function joined(...runs: readonly Run[]): Run {
  const [first] = runs;
  if (!first) throw new Error('nothing to join');
  return { ...first, entries: runs.flatMap((run) => run.entries), commits: runs.flatMap((run) => run.commits) };
}

/** Recomputes every hash of a feed read from its first entry; true where nothing is missing, changed or out of order. */
export function chainHolds(run: Run): boolean {
  let previous = startOf(run.feed);
  const holds = run.entries.every((entry) => {
    const bodyHash = entry.body === null ? entry.bodyHash : bodyHashOf(sha256, entry.body);
    previous = entryHash(sha256, previous, entry.head, bodyHash);
    return previous === entry.hash && bodyHash === entry.bodyHash;
  });
  const signed = (commit: Commit) => commit.sig === sigOf(run.entries[commit.seq - run.from]?.hash ?? ('' as Hash));
  return run.from === 1 && holds && run.commits.every(signed);
}

export function aesPair(key: Uint8Array = randomBytes(32)): ProtectPair {
  return {
    protect(plain, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    unprotect(stored, place) {
      const cipher = createDecipheriv('aes-256-gcm', key, stored.subarray(0, 12)).setAAD(Buffer.from(place));
      cipher.setAuthTag(stored.subarray(-16));
      return Buffer.concat([cipher.update(stored.subarray(12, -16)), cipher.final()]);
    },
  };
}

export const worker = new URL('../../../electron/store/store-worker.ts', import.meta.url);

export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} ${JSON.stringify(result.refusal.params)}`);
  return result.value;
}
