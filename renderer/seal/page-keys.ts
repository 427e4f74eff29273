// A device's keys as a page holds them: made in the page, never extractable, kept by IndexedDB as they are.
import type { VerifySignature } from '../../shared/book/book.ts';
import type { DeviceKeys } from '../../shared/seal/ciphers.ts';
import { ENC_LENGTH, hpkeSuite, own } from './page-ciphers.ts';

/** Structured-clonable: IndexedDB keeps the handles, and no script reads the private halves. */
export type PageSecret = { readonly sign: CryptoKeyPair; readonly kem: CryptoKeyPair };

/** Ed25519 (RFC 8032) and X25519 (RFC 7748). Rejects where the browser is too old for either. */
export async function newPageSecret(subtle: SubtleCrypto): Promise<PageSecret> {
  const sign = (await subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
  const kem = (await subtle.generateKey('X25519', false, ['deriveBits'])) as CryptoKeyPair;
  return { sign, kem };
}

const raw = async (subtle: SubtleCrypto, key: CryptoKey) => new Uint8Array(await subtle.exportKey('raw', key));

export async function openPageKeys(subtle: SubtleCrypto, secret: PageSecret): Promise<DeviceKeys> {
  return {
    key: await raw(subtle, secret.sign.publicKey),
    kem: await raw(subtle, secret.kem.publicKey),
    sign: async (message) => new Uint8Array(await subtle.sign('Ed25519', secret.sign.privateKey, own(message))),
    unwrap: async (wrapped, info) => {
      const enc = own(wrapped.subarray(0, ENC_LENGTH));
      const recipient = await hpkeSuite.createRecipientContext({ recipientKey: secret.kem, enc, info: own(info) });
      return new Uint8Array(await recipient.open(own(wrapped.subarray(ENC_LENGTH))));
    },
  };
}

/** False for anything that is no Ed25519 signature of this key over this message. */
export const pageVerify =
  (subtle: SubtleCrypto): VerifySignature =>
  async (key, message, sig) => {
    try {
      const publicKey = await subtle.importKey('raw', own(key), 'Ed25519', false, ['verify']);
      return await subtle.verify('Ed25519', publicKey, own(sig), own(message));
    } catch {
      return false;
    }
  };
