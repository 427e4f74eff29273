// Fresh ids and salts from the machine's randomness.
import { toBase64, toHex } from '../../shared/base/bytes.ts';
import type { Surroundings } from './surroundings.ts';

/** Hex of so many random bytes: 8 for what a session names, 16 for a feed. */
export const newId = (around: Pick<Surroundings, 'ciphers'>, bytes = 8): string => toHex(around.ciphers.random(bytes));
/** 16 random bytes in base64url, at the beginning of a personal body. */
export const newSalt = (around: Pick<Surroundings, 'ciphers'>): string => toBase64(around.ciphers.random(16));
