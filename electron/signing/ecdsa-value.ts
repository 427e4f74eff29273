// ECDSA values have a twin: (r, s) and (r, n - s) both verify. Ours always carry the lower s, so that one file has one form.
import * as asn1js from 'asn1js';
import { decodeExact, encode, parts, sequence } from './der.ts';

/** Order of the base point of P-256 (SP 800-186 section 3.2.1.3). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

function positive(value: unknown): bigint {
  if (!(value instanceof asn1js.Integer)) throw new SyntaxError('integer expected');
  const number = value.toBigInt();
  if (number <= 0n || number >= ORDER) throw new RangeError('not an ECDSA P-256 value');
  return number;
}

/** The same signature with the lower s (as SEC 1 and RFC 6979 users do), DER. Throws on what is no `Ecdsa-Sig-Value` of P-256. */
export function withLowS(value: Uint8Array): Uint8Array {
  const [r, s, ...rest] = parts(decodeExact(value));
  if (rest.length > 0) throw new SyntaxError('not an Ecdsa-Sig-Value');
  const [rNumber, sNumber] = [positive(r), positive(s)];
  const low = sNumber > ORDER / 2n ? ORDER - sNumber : sNumber;
  return encode(sequence(asn1js.Integer.fromBigInt(rNumber), asn1js.Integer.fromBigInt(low)));
}
