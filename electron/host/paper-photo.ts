// The photo of a sheet of paper: it shows marks, so it lies sealed until they are known, and is then shown to all.
import { concat, fromHex, tag, toHex } from '../../shared/base/bytes.ts';
import type { Hash } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { SealedBallot } from '../../shared/book/state.ts';
import { mayBeShown } from '../../shared/results/session-result.ts';
import { sniffMediaType } from '../imports/sniff-media-type.ts';
import { type LiveBook, state as say, seatFeedOf } from './live-book.ts';
import type { Surroundings } from './surroundings.ts';
import { readWholeBlob } from './whole-blob.ts';

const PHOTO = tag('hoidong/photo/1');
export const PHOTO_LIMIT = 25 * 1024 * 1024;
const TYPES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);
const NONCE = 12;
/** Bytes of the key, before the SHA-256 of the sealed file, in the key store. */
const KEY = 32;

export type Photo = { readonly bytes: Uint8Array; readonly sha256: string };

/** Refuses blob-missing, blob-too-large, photo-not-a-picture. */
export async function readPhoto(around: Surroundings, sha256: string): Promise<Result<Photo>> {
  const read = await readWholeBlob(around, sha256, PHOTO_LIMIT);
  if (!read.ok) return read;
  return TYPES.has(await sniffMediaType(read.value))
    ? ok({ bytes: read.value, sha256 })
    : refuse('photo-not-a-picture');
}

const aadOf = (commit: string): Uint8Array => concat(PHOTO, fromHex(commit));

/** Kept under a key of its own beside that of the ballot, whose commitment names it; the key is durable first. */
export async function sealPhoto(around: Surroundings, commit: string, { bytes }: Photo): Promise<Result<null>> {
  const key = around.ciphers.random(KEY);
  const nonce = around.ciphers.random(NONCE);
  const sealed = concat(nonce, await around.ciphers.encrypt(key, nonce, bytes, aadOf(commit)));
  const sha256 = around.ciphers.sha256(sealed);
  const saved = await around.store.saveKey('photo', commit, concat(key, sha256));
  if (!saved.ok) return saved;
  const kept = await around.store.putBlob([sealed], { maxBytes: sealed.length, expectedSha256: toHex(sha256) });
  return kept.ok ? ok(null) : kept;
}

async function openPhoto(around: Surroundings, commit: string) {
  const kept = await around.store.readKey('photo', commit);
  if (kept === null) return undefined;
  const sealed = toHex(kept.subarray(KEY));
  const read = await readWholeBlob(around, sealed, PHOTO_LIMIT + 1_024);
  if (!read.ok) return undefined;
  const nonce = read.value.subarray(0, NONCE);
  const bytes = await around.ciphers
    .decrypt(kept.subarray(0, KEY), nonce, read.value.subarray(NONCE), aadOf(commit))
    .catch(() => undefined);
  return bytes && { bytes, sealed };
}

/** Counted sheets of paper that this machine entered and whose marks everybody knows by now. */
const waiting = (live: LiveBook): readonly { readonly poll: string; readonly ballot: SealedBallot }[] =>
  Object.values(live.state.polls)
    .filter((poll) => poll.secrecy !== 'secret' && mayBeShown(live.state, poll))
    .flatMap((poll) =>
      Object.values(poll.ballots)
        .filter(({ via, status, photo, by }) => {
          return via === 'paper' && status === 'counted' && photo === undefined && seatFeedOf(live, by) !== undefined;
        })
        .map((ballot) => ({ poll: poll.poll, ballot })),
    );

/** Done anew where it was cut off: until the book names the photo, the sealed one is kept. */
export async function attachPhotos(around: Surroundings, live: LiveBook): Promise<void> {
  if (live.state.minutes.cut) return;
  for (const { poll, ballot } of waiting(live)) {
    const photo = await openPhoto(around, ballot.commit);
    if (photo === undefined) continue;
    const kept = await around.store.putBlob([photo.bytes], { maxBytes: PHOTO_LIMIT });
    if (!kept.ok) continue;
    const { sha256, size } = kept.value;
    const mediaType = await sniffMediaType(photo.bytes);
    const body = { poll, ballot: ballot.entry, sha256: sha256 as Hash, size, mediaType };
    const said = await say(around, live, ballot.by, async () => ({ kind: 'paper-attached', body }));
    if (said.ok) await around.store.dropBlob(photo.sealed);
  }
}
