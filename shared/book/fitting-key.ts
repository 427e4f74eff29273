// The key of a sealed ballot as far as it has been released: the device's own, or what both holders' shares make.
import { fromBase64 } from '../base/bytes.ts';
import { keyCommit } from './decide-ballot.ts';
import type { Sha256 } from './entry.ts';
import type { SealedBallot } from './state.ts';

/** XOR of two equally long byte strings: one half of a key from the other. */
export const xor = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((byte, at) => byte ^ (b[at] ?? 0));

/**
 * Only the key that the ballot committed to: shares that keep their own commitments may still not make it, and then
 * they open nothing. So which of key and shares comes first changes no count.
 */
export function fittingKey(sealed: SealedBallot, sha256: Sha256): Uint8Array | undefined {
  const [a, b] = sealed.shares.map(({ holder }) => sealed.released[holder]);
  const found = [
    ...(sealed.key === undefined ? [] : [fromBase64(sealed.key)]),
    ...(a === undefined || b === undefined ? [] : [xor(fromBase64(a), fromBase64(b))]),
  ];
  return found.find((key) => keyCommit(sha256, key) === (sealed.commit as string));
}
