// Takes a certificate apart (RFC 5280 section 4.1) with the one ASN.1 reader of this folder. Throws on what is no certificate.
import * as asn1js from 'asn1js';
import { type Asn1, decode, isTagged, octetsOf, oidOf, parts } from './der.ts';

export type Extension = { readonly critical: boolean; readonly value: Uint8Array };

export type CertificateParts = {
  readonly serial: Asn1;
  readonly issuer: Asn1;
  readonly subject: Asn1;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly extensions: ReadonlyMap<string, Extension>;
  readonly signatureOid: string;
};

function timeOf(value: Asn1 | undefined): Date {
  if (value instanceof asn1js.UTCTime || value instanceof asn1js.GeneralizedTime) return value.toDate();
  throw new SyntaxError('time expected');
}

/** Extension ::= SEQUENCE { extnID, critical BOOLEAN DEFAULT FALSE, extnValue OCTET STRING }; each stands once. */
function extensionsOf(tagged: Asn1 | undefined): ReadonlyMap<string, Extension> {
  const found = new Map<string, Extension>();
  for (const extension of tagged === undefined ? [] : parts(parts(tagged)[0])) {
    const [id, ...rest] = parts(extension);
    const [flag] = rest;
    const name = oidOf(id);
    if (found.has(name)) throw new SyntaxError('extension twice');
    found.set(name, {
      critical: flag instanceof asn1js.Boolean && flag.getValue(),
      value: octetsOf(rest.at(-1)),
    });
  }
  return found;
}

export function certificateParts(der: Uint8Array): CertificateParts {
  const [tbs, algorithm] = parts(decode(der));
  const fields = parts(tbs);
  const [serial, , issuer, validity, subject] = isTagged(fields[0], 0) ? fields.slice(1) : fields;
  if (serial === undefined || issuer === undefined || subject === undefined) throw new SyntaxError('no certificate');
  const [notBefore, notAfter] = parts(validity);
  return {
    serial,
    issuer,
    subject,
    notBefore: timeOf(notBefore),
    notAfter: timeOf(notAfter),
    extensions: extensionsOf(fields.find((field) => isTagged(field, 3))),
    signatureOid: oidOf(parts(algorithm)[0]),
  };
}

/** The first value of an attribute of a Name, NFC; undefined if absent or no text. */
export function attributeOf(name: Asn1, type: string): string | undefined {
  for (const set of parts(name))
    for (const attribute of parts(set)) {
      const [id, value] = parts(attribute);
      if (oidOf(id) !== type || value === undefined || !('getValue' in value)) continue;
      const text: unknown = value.getValue();
      if (typeof text === 'string' && text !== '') return text.normalize('NFC');
    }
  return undefined;
}
