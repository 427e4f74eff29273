// One side of the acceptance suite of ciphers and keys: the primitives, spoken to in plain values, so that a page can be one.
import { fromHex, toHex } from '../../shared/base/bytes.ts';
import type { VerifySignature } from '../../shared/book/book.ts';
import type { Holder } from '../../shared/book/seating.ts';
import type { Ciphers, DeviceKeys } from '../../shared/seal/ciphers.ts';
import { openEnvelope } from '../../shared/seal/open-ballots.ts';
import { type SealPlace, sealBallot } from '../../shared/seal/seal-ballot.ts';

export type SideParts = {
  readonly ciphers: Ciphers;
  readonly newDevice: () => Promise<DeviceKeys>;
  readonly verify: VerifySignature;
};

/** Every operation by name; bytes are hex, so that the same call crosses into a page. */
export type Side = { readonly [K in keyof Operations]: Operations[K] };
type Operations = ReturnType<typeof sideOf>;

export function sideOf({ ciphers, newDevice, verify }: SideParts) {
  const devices: DeviceKeys[] = [];
  const device = (id: number) => devices[id] as DeviceKeys;
  return {
    sha256: async (parts: readonly string[]) => toHex(ciphers.sha256(...parts.map(fromHex))),
    random: async (length: number) => toHex(ciphers.random(length)),
    deflate: async (data: string) => toHex(await ciphers.deflateRaw(fromHex(data))),
    inflate: async (data: string, limit: number) => toHex(await ciphers.inflateRaw(fromHex(data), limit)),
    encrypt: async (key: string, nonce: string, plain: string, aad: string) =>
      toHex(await ciphers.encrypt(fromHex(key), fromHex(nonce), fromHex(plain), fromHex(aad))),
    decrypt: async (key: string, nonce: string, sealed: string, aad: string) =>
      toHex(await ciphers.decrypt(fromHex(key), fromHex(nonce), fromHex(sealed), fromHex(aad))),
    wrap: async (recipient: string, info: string, plain: string) =>
      toHex(await ciphers.wrap(fromHex(recipient), fromHex(info), fromHex(plain))),
    toBase64: async (bytes: string) => ciphers.toBase64(fromHex(bytes)),
    fromBase64: async (text: string) => toHex(ciphers.fromBase64(text)),
    newDevice: async () => {
      const made = await newDevice();
      return { id: devices.push(made) - 1, key: toHex(made.key), kem: toHex(made.kem) };
    },
    sign: async (id: number, message: string) => toHex(await device(id).sign(fromHex(message))),
    unwrap: async (id: number, wrapped: string, info: string) =>
      toHex(await device(id).unwrap(fromHex(wrapped), fromHex(info))),
    verify: async (key: string, message: string, sig: string) =>
      await verify(fromHex(key), fromHex(message), fromHex(sig)),
    seal: async (place: SealPlace, plaintext: string, holders: readonly Holder[]) => {
      const { key, body } = await sealBallot(ciphers, place, plaintext, holders);
      return { key: toHex(key), body };
    },
    open: async (place: SealPlace, envelope: string, key: string, commit: string) =>
      await openEnvelope(ciphers, place, envelope, fromHex(key), commit),
  };
}
