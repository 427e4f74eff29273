// Takes a PKCS#12 file apart (RFC 7292): its MAC, then the bags with keys and certificates. Throws SyntaxError on what is none.
import { createHmac, createPrivateKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import * as asn1js from 'asn1js';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { type Asn1, decode, encode, isTagged, numberOf, octetsOf, oidOf, parts } from './der.ts';
import { openEncrypted, pbeRounds, roundsWithin } from './pkcs12-decrypt.ts';
import { bmpPassword, deriveKey, type KdfHash, PURPOSE } from './pkcs12-kdf.ts';
import { DIGESTS, PKCS12 } from './pkcs12-oids.ts';

export type Mac = { hash: KdfHash; digest: Uint8Array; salt: Uint8Array; rounds: number };
export type Pfx = { readonly safe: Uint8Array; readonly mac: Mac };
export type Bags = { readonly keys: readonly KeyObject[]; readonly certificates: readonly Uint8Array[] };

const MAX_PARTS = 64;

/** The octets under ContentInfo's [0], of type data. */
function dataOf(contentInfo: Asn1 | undefined): Uint8Array {
  const [type, content] = parts(contentInfo);
  if (oidOf(type) !== PKCS12.data) throw new SyntaxError('PKCS#12 with public-key integrity');
  return octetsOf(parts(content)[0]);
}

export function readPfx(bytes: Uint8Array): Result<Pfx> {
  const [version, authSafe, macData] = parts(decode(bytes));
  if (numberOf(version) !== 3) throw new SyntaxError('not PKCS#12 version 3');
  const safe = dataOf(authSafe);
  if (macData === undefined) return refuse('pkcs12-not-supported', { what: 'no MAC' });
  const [digestInfo, salt, iterations] = parts(macData);
  const [algorithm, digest] = parts(digestInfo);
  const id = oidOf(parts(algorithm)[0]);
  const hash = DIGESTS.get(id);
  if (hash === undefined) return refuse('pkcs12-not-supported', { what: id });
  const rounds = roundsWithin(iterations === undefined ? 1 : numberOf(iterations));
  if (!rounds.ok) return rounds;
  return ok({ safe, mac: { hash, digest: octetsOf(digest), salt: octetsOf(salt), rounds: rounds.value } });
}

/** Whether the MAC (RFC 7292 section 4) holds for this password, which is also how a wrong one is noticed. */
export function macHolds({ safe, mac }: Pfx, password: string): boolean {
  const secret = { password: bmpPassword(password), salt: mac.salt, iterations: mac.rounds };
  const key = deriveKey(mac.hash, PURPOSE.mac, secret, mac.hash === 'sha1' ? 20 : Number(mac.hash.slice(3)) / 8);
  const found = createHmac(mac.hash, key).update(safe).digest();
  return found.length === mac.digest.length && timingSafeEqual(found, mac.digest);
}

/** [0] IMPLICIT OCTET STRING: whole, or in pieces (BER). */
function implicitOctets(value: Asn1 | undefined): Uint8Array {
  if (!isTagged(value, 0)) throw new SyntaxError('no encrypted content');
  if (value instanceof asn1js.Constructed) return new Uint8Array(Buffer.concat(parts(value).map(octetsOf)));
  if (value instanceof asn1js.Primitive) return new Uint8Array(value.valueBlock.valueHexView);
  throw new SyntaxError('no encrypted content');
}

async function safeContents(contentInfo: Asn1, password: string): Promise<Result<Uint8Array>> {
  const [type, content] = parts(contentInfo);
  if (oidOf(type) === PKCS12.data) return ok(octetsOf(parts(content)[0]));
  if (oidOf(type) !== PKCS12.encryptedData) return refuse('pkcs12-not-supported', { what: oidOf(type) });
  const [, algorithm, encrypted] = parts(parts(parts(content)[0])[1]);
  if (algorithm === undefined) throw new SyntaxError('no encryption algorithm');
  return openEncrypted(algorithm, implicitOctets(encrypted), password);
}

/** A shrouded key is an EncryptedPrivateKeyInfo (RFC 5958), which Node opens once its rounds are known to be sane. */
function openKey(value: Asn1 | undefined, passphrase: string): Result<KeyObject> {
  const [algorithm] = parts(value);
  if (value === undefined || algorithm === undefined) throw new SyntaxError('no key');
  const asked = pbeRounds(algorithm);
  if (asked === undefined) return refuse('pkcs12-not-supported', { what: oidOf(parts(algorithm)[0]) });
  const rounds = roundsWithin(asked);
  if (!rounds.ok) return rounds;
  return ok(createPrivateKey({ key: Buffer.from(encode(value)), format: 'der', type: 'pkcs8', passphrase }));
}

/** All keys and X.509 certificates of the file, in their order. */
export async function openBags({ safe }: Pfx, password: string): Promise<Result<Bags>> {
  const keys: KeyObject[] = [];
  const certificates: Uint8Array[] = [];
  const contents = parts(decode(safe));
  if (contents.length > MAX_PARTS) throw new SyntaxError('too many parts');
  for (const contentInfo of contents) {
    const opened = await safeContents(contentInfo, password);
    if (!opened.ok) return opened;
    const bags = parts(decode(opened.value));
    if (keys.length + certificates.length + bags.length > MAX_PARTS) throw new SyntaxError('too many bags');
    for (const bag of bags) {
      const [type, wrapped] = parts(bag);
      const value = parts(wrapped)[0];
      const id = oidOf(type);
      if (id === PKCS12.shroudedKeyBag) {
        const key = openKey(value, password);
        if (!key.ok) return key;
        keys.push(key.value);
      } else if (id === PKCS12.keyBag && value !== undefined)
        keys.push(createPrivateKey({ key: Buffer.from(encode(value)), format: 'der', type: 'pkcs8' }));
      else if (id === PKCS12.certBag) {
        const [kind, certificate] = parts(value);
        if (oidOf(kind) === PKCS12.x509Certificate) certificates.push(octetsOf(parts(certificate)[0]));
      }
    }
  }
  return ok({ keys, certificates });
}
