// Writes a PKCS#12 file (RFC 7292) for throw-away keys: encrypted key, certificates in the clear, SHA-256 MAC.
import { createHmac, type KeyObject } from 'node:crypto';
import { type Asn1, decodeExact, encode, integer, nothing, octets, oid, sequence, setOf, tagged } from './der.ts';
import { bmpPassword, deriveKey, PURPOSE } from './pkcs12-kdf.ts';
import { PKCS12 } from './pkcs12-oids.ts';

const ITERATIONS = 2048;

const data = (content: Uint8Array): Asn1 => sequence(oid(PKCS12.data), tagged(0, octets(content)));
const bag = (type: string, value: Asn1, attributes: Asn1): Asn1 => sequence(oid(type), tagged(0, value), attributes);

/** The localKeyId attribute binds the key to the first certificate (RFC 7292 section 4.2). */
const localKeyId = (): Asn1 => setOf(sequence(oid(PKCS12.localKeyId), setOf(octets(new Uint8Array([1])))));

export function writePkcs12(
  key: KeyObject,
  certificates: readonly Uint8Array[],
  password: string,
  salt: Uint8Array,
): Uint8Array {
  const shrouded = key.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: password });
  const bags = certificates.map((certificate, at) =>
    bag(
      PKCS12.certBag,
      sequence(oid(PKCS12.x509Certificate), tagged(0, octets(certificate))),
      at === 0 ? localKeyId() : setOf(),
    ),
  );
  const contents = sequence(bag(PKCS12.shroudedKeyBag, decodeExact(shrouded), localKeyId()), ...bags);
  const safe = encode(sequence(data(encode(contents))));
  const secret = { password: bmpPassword(password), salt, iterations: ITERATIONS };
  const mac = createHmac('sha256', deriveKey('sha256', PURPOSE.mac, secret, 32))
    .update(safe)
    .digest();
  const digestInfo = sequence(sequence(oid(PKCS12.sha256), nothing()), octets(mac));
  return encode(sequence(integer(3), data(safe), sequence(digestInfo, octets(salt), integer(ITERATIONS))));
}
