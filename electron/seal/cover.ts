// Covers stored values under one key: AES-256-GCM, with the place of the value as additional data.
import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { ProtectPair } from '../store/protect.ts';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
/** First byte of what is covered, so that another way can follow. */
const WAY = 1;

/**
 * way (1 byte) ‖ nonce (12) ‖ ciphertext ‖ tag (16). Random nonces of 96 bits: far below 2^32 values under one key
 * (NIST SP 800-38D, 8.3). A value of another place, key or way, or a changed one, throws.
 *
 * @param key 32 bytes
 * @param random cryptographically random bytes
 */
export function coverUnder(key: Uint8Array, random: (length: number) => Uint8Array): ProtectPair {
  return {
    protect: (bytes, place) => {
      const nonce = random(NONCE);
      const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(place));
      return Buffer.concat([Buffer.of(WAY), nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    },
    unprotect: (covered, place) => {
      if (covered[0] !== WAY || covered.length < 1 + NONCE + TAG) throw new Error('not a covered value');
      const end = covered.length - TAG;
      const decipher = createDecipheriv(CIPHER, key, covered.subarray(1, 1 + NONCE), { authTagLength: TAG })
        .setAAD(Buffer.from(place))
        .setAuthTag(covered.subarray(end));
      return Buffer.concat([decipher.update(covered.subarray(1 + NONCE, end)), decipher.final()]);
    },
  };
}
