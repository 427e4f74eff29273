// DER reading and writing over asn1js (ITU-T X.690): what does not encode back to the very same bytes is refused.
import * as asn1js from 'asn1js';

export type Asn1 = asn1js.AsnType;

const MAX_DER_BYTES = 4 * 1024 * 1024;

/** asn1js wants an ArrayBuffer of its own, never a view into a larger one. */
const ownBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

export const encode = (value: Asn1): Uint8Array => new Uint8Array(value.toBER(false));

/** Parses one whole value; BER forms pass. Throws on rest bytes, on garbage and on more than 4 MiB. */
export function decode(bytes: Uint8Array): Asn1 {
  if (bytes.length > MAX_DER_BYTES) throw new RangeError('ASN.1 value too large');
  const { offset, result } = asn1js.fromBER(ownBuffer(bytes));
  if (offset !== bytes.length || result.error !== '') throw new SyntaxError('not one ASN.1 value');
  return result;
}

/** Parses the value at the start, whatever padding follows; indefinite lengths pass (BER, as some signers write). */
export function decodeFirst(bytes: Uint8Array): Asn1 {
  if (bytes.length > MAX_DER_BYTES) throw new RangeError('ASN.1 value too large');
  const { offset, result } = asn1js.fromBER(ownBuffer(bytes));
  if (offset < 0 || result.error !== '') throw new SyntaxError('no ASN.1 value');
  return result;
}

/** Parses one whole value of which asn1js gives back every byte, so that it can be embedded verbatim. */
export function decodeExact(bytes: Uint8Array): Asn1 {
  const value = decode(bytes);
  if (!Buffer.from(value.toBER(false)).equals(bytes)) throw new SyntaxError('not DER');
  return value;
}

/** The length of the ASN.1 value at the start of `bytes` (X.690 8.1.3), definite lengths only; undefined if cut short. */
export function valueLength(bytes: Uint8Array): number | undefined {
  const first = bytes[1];
  if (first === undefined) return undefined;
  const octets = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || octets > 4 || bytes.length < 2 + octets) return undefined;
  let length = octets === 0 ? first : 0;
  for (const octet of bytes.subarray(2, 2 + octets)) length = length * 256 + octet;
  const total = 2 + octets + length;
  return total <= bytes.length ? total : undefined;
}

export const sequence = (...value: Asn1[]): Asn1 => new asn1js.Sequence({ value });
export const oid = (value: string): Asn1 => new asn1js.ObjectIdentifier({ value });
export const nothing = (): Asn1 => new asn1js.Null();
export const integer = (value: number): Asn1 => new asn1js.Integer({ value });
export const octets = (bytes: Uint8Array): Asn1 => new asn1js.OctetString({ valueHex: ownBuffer(bytes) });

/** A context-specific constructed value: `[tag] EXPLICIT` of one part, or `[tag] IMPLICIT` of a collection's parts. */
export const tagged = (tag: number, ...value: Asn1[]): Asn1 =>
  new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber: tag }, value });

/** SET OF in DER order: by encoded octets, ascending (X.690 11.6). */
export function sorted(parts: readonly Asn1[]): Asn1[] {
  return parts
    .map((part) => ({ part, bytes: encode(part) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ part }) => part);
}

export const setOf = (...value: Asn1[]): Asn1 => new asn1js.Set({ value: sorted(value) });

/** The parts of a SEQUENCE, SET or constructed value; throws on a primitive one. */
export function parts(value: Asn1 | undefined): readonly Asn1[] {
  if (value instanceof asn1js.Constructed) return value.valueBlock.value;
  throw new SyntaxError('constructed ASN.1 value expected');
}

export function oidOf(value: Asn1 | undefined): string {
  if (value instanceof asn1js.ObjectIdentifier) return value.getValue();
  throw new SyntaxError('object identifier expected');
}

/** The content of an OCTET STRING, also of one in pieces (BER, as some PKCS#12 writers make them). */
export function octetsOf(value: Asn1 | undefined): Uint8Array {
  if (value instanceof asn1js.OctetString) return new Uint8Array(value.getValue());
  throw new SyntaxError('octet string expected');
}

/** A non-negative INTEGER that fits a safe integer. */
export function numberOf(value: Asn1 | undefined): number {
  if (!(value instanceof asn1js.Integer)) throw new SyntaxError('integer expected');
  const number = Number(value.toBigInt());
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError('integer out of range');
  return number;
}

export const isTagged = (value: Asn1 | undefined, tag: number): value is Asn1 =>
  value !== undefined && value.idBlock.tagClass === 3 && value.idBlock.tagNumber === tag;
