// The primitives of sealing as Node has them: node:crypto for hashes and AES-GCM, @hpke/core (RFC 9180) for wrapping.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw, deflateRawSync, inflateRaw, inflateRawSync } from 'node:zlib';
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { isBase64 } from '../../shared/base/ids.ts';
import type { Ciphers } from '../../shared/seal/ciphers.ts';

const deflate = promisify(deflateRaw);
type Inflated = { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };
/** With `info`, which the types of Node do not know, the engine tells how many bytes it took. */
const inflate = promisify(inflateRaw) as unknown as (
  data: Uint8Array,
  options: { readonly maxOutputLength: number; readonly info: true },
) => Promise<Inflated>;
const inflateNow = inflateRawSync as unknown as (...given: Parameters<typeof inflate>) => Inflated;
/** Up to so many bytes the way to another thread and back takes longer than the work: ballots of hundreds of criteria. */
const AT_ONCE = 65_536;
const TAG_LENGTH = 16;

export const hpkeSuite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** RFC 9180 enc length for X25519. */
export const ENC_LENGTH = 32;

export function nodeSha256(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** WebCrypto wants bytes of their own; a view of a larger buffer is copied. */
export const own = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

export const nodeCiphers: Ciphers = {
  sha256: nodeSha256,
  random: (length) => randomBytes(length),
  deflateRaw: async (data) => (data.length <= AT_ONCE ? deflateRawSync(data) : await deflate(data)),
  inflateRaw: async (data, limit) => {
    const options = { maxOutputLength: limit, info: true } as const;
    const { buffer, engine } = data.length <= AT_ONCE ? inflateNow(data, options) : await inflate(data, options);
    // Node stops at the end of the stream and says nothing of what follows; a page refuses it.
    if (engine.bytesWritten !== data.length) throw new Error('bytes after the end of the stream');
    return buffer;
  },
  encrypt: async (key, nonce, plain, aad) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_LENGTH }).setAAD(aad);
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },
  decrypt: async (key, nonce, sealed, aad) => {
    const cut = sealed.length - TAG_LENGTH;
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_LENGTH }).setAAD(aad);
    decipher.setAuthTag(sealed.subarray(cut));
    return Buffer.concat([decipher.update(sealed.subarray(0, cut)), decipher.final()]);
  },
  wrap: async (recipient, info, plain) => {
    const recipientPublicKey = await hpkeSuite.kem.deserializePublicKey(own(recipient));
    const sender = await hpkeSuite.createSenderContext({ recipientPublicKey, info: own(info) });
    return Buffer.concat([Buffer.from(sender.enc), Buffer.from(await sender.seal(own(plain)))]);
  },
  toBase64: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64url'),
  fromBase64: (text) => {
    if (!isBase64(text)) throw new Error('not base64url');
    return Buffer.from(text, 'base64url');
  },
};
