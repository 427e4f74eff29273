// A device's keys as an installed application or the demo holds them: Ed25519 to sign, X25519 to open shares.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import type { DeviceKeys } from '../../shared/seal/ciphers.ts';
import { ENC_LENGTH, hpkeSuite, own } from './node-ciphers.ts';

/** What is written down of a device: two PKCS#8 private keys (RFC 8410), DER in base64url. */
export type DeviceSecret = { readonly sign: string; readonly kem: string };

const der = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'der' }).toString('base64url');
const parse = (text: string) => createPrivateKey({ key: Buffer.from(text, 'base64url'), type: 'pkcs8', format: 'der' });
/** Raw 32 bytes at the end of an SPKI or PKCS#8 of RFC 8410. */
const raw = (key: KeyObject): Uint8Array =>
  (key.type === 'private'
    ? key.export({ type: 'pkcs8', format: 'der' })
    : key.export({ type: 'spki', format: 'der' })
  ).subarray(-32);

export function newDeviceSecret(): DeviceSecret {
  return {
    sign: der(generateKeyPairSync('ed25519').privateKey),
    kem: der(generateKeyPairSync('x25519').privateKey),
  };
}

export function openDevice(secret: DeviceSecret): DeviceKeys {
  const signing = parse(secret.sign);
  const kem = parse(secret.kem);
  return {
    key: raw(createPublicKey(signing)),
    kem: raw(createPublicKey(kem)),
    sign: async (message) => sign(null, message, signing),
    unwrap: async (wrapped, info) => {
      const recipientKey = await hpkeSuite.kem.deserializePrivateKey(own(raw(kem)));
      const enc = own(wrapped.subarray(0, ENC_LENGTH));
      const recipient = await hpkeSuite.createRecipientContext({ recipientKey, enc, info: own(info) });
      return new Uint8Array(await recipient.open(own(wrapped.subarray(ENC_LENGTH))));
    },
  };
}

const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

const publicKeyOf = (key: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI, key]), type: 'spki', format: 'der' });

/** Ed25519 (RFC 8032); false for anything that is no signature of this key over this message. */
export const nodeVerify = (key: Uint8Array, message: Uint8Array, sig: Uint8Array): boolean =>
  verify(null, message, publicKeyOf(key), sig);

/** As `nodeVerify`, keeping the last keys read: one device signs many commits. */
export function keptVerify(most = 256): typeof nodeVerify {
  const kept = new Map<string, KeyObject>();
  return (key, message, sig) => {
    const name = Buffer.from(key).toString('latin1');
    const known = kept.get(name) ?? publicKeyOf(key);
    if (kept.size >= most) kept.clear();
    kept.set(name, known);
    return verify(null, message, known, sig);
  };
}
