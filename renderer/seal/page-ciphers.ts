// The primitives of sealing as a page has them: WebCrypto, CompressionStream, @noble/hashes, @hpke/core (RFC 9180).
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { sha256 } from '@noble/hashes/sha2.js';
import { concat, fromBase64, toBase64 } from '../../shared/base/bytes.ts';
import { isBase64 } from '../../shared/base/ids.ts';
import type { Ciphers } from '../../shared/seal/ciphers.ts';

export const hpkeSuite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** RFC 9180 enc length for X25519. */
export const ENC_LENGTH = 32;

/** WebCrypto wants bytes of their own; a view of a larger buffer is copied. */
export const own = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/** Hashing is synchronous because the fold and the chain are; WebCrypto's digest is not. */
export function pageSha256(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = sha256.create();
  for (const part of parts) hash.update(part);
  return hash.digest();
}

type Through = { readonly readable: ReadableStream<Uint8Array>; readonly writable: WritableStream<BufferSource> };

/** Stops at the chunk that passes `limit`, so that a bomb never unfolds into memory. */
async function pipe(data: Uint8Array, { readable, writable }: Through, limit: number): Promise<Uint8Array> {
  const writer = writable.getWriter();
  // A stream that fails says so on both ends; the reading end is the one that is awaited.
  const written = writer.write(own(data)).then(async () => await writer.close());
  written.catch(() => undefined);
  const reader = readable.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      throw new RangeError(`longer than ${limit} bytes`);
    }
    parts.push(value);
  }
  await written;
  return concat(...parts);
}

/** Native in browsers since 2025; the pure one stands in where it is not there. */
type NativeBase64 = {
  readonly toBase64?: (options: { readonly alphabet: 'base64url'; readonly omitPadding: true }) => string;
};
type NativeReader = {
  readonly fromBase64?: (text: string, options: { readonly alphabet: 'base64url' }) => Uint8Array;
};

function writeBase64(bytes: Uint8Array): string {
  const native = bytes as NativeBase64;
  return native.toBase64?.({ alphabet: 'base64url', omitPadding: true }) ?? toBase64(bytes);
}

function readBase64(text: string): Uint8Array {
  const native = Uint8Array as NativeReader;
  // The native reader passes over white space; what is let through here has one spelling only.
  if (!isBase64(text)) throw new Error('not base64url');
  return native.fromBase64?.(text, { alphabet: 'base64url' }) ?? fromBase64(text);
}

/** @param crypto the page's own; `crypto.subtle` is there only where the context is secure (loopback, https). */
export function pageCiphers(crypto: Crypto): Ciphers {
  const aesKey = async (key: Uint8Array, usage: KeyUsage) =>
    await crypto.subtle.importKey('raw', own(key), 'AES-GCM', false, [usage]);
  const gcm = (nonce: Uint8Array, aad: Uint8Array): AesGcmParams => ({
    name: 'AES-GCM',
    iv: own(nonce),
    additionalData: own(aad),
    tagLength: 128,
  });
  return {
    sha256: pageSha256,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    deflateRaw: async (data) => await pipe(data, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY),
    inflateRaw: async (data, limit) => await pipe(data, new DecompressionStream('deflate-raw'), limit),
    encrypt: async (key, nonce, plain, aad) =>
      new Uint8Array(await crypto.subtle.encrypt(gcm(nonce, aad), await aesKey(key, 'encrypt'), own(plain))),
    decrypt: async (key, nonce, sealed, aad) =>
      new Uint8Array(await crypto.subtle.decrypt(gcm(nonce, aad), await aesKey(key, 'decrypt'), own(sealed))),
    wrap: async (recipient, info, plain) => {
      const recipientPublicKey = await hpkeSuite.kem.deserializePublicKey(own(recipient));
      const sender = await hpkeSuite.createSenderContext({ recipientPublicKey, info: own(info) });
      return concat(new Uint8Array(sender.enc), new Uint8Array(await sender.seal(own(plain))));
    },
    toBase64: writeBase64,
    fromBase64: readBase64,
  };
}
