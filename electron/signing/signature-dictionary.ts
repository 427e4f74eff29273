// The signature dictionary (ISO 32000-2, 12.8.1) with its placeholders, certification (DocMDP) and field lock (FieldMDP).
import { type PDF, PdfArray, PdfDict, PdfName, PdfNumber, type PdfObject, PdfString } from '@libpdf/core';
import { formatPdfDate } from './pdf-date.ts';
import { resolver, rootRef } from './pdf-objects.ts';

export type SignatureWords = {
  readonly reason?: string;
  readonly location?: string;
  readonly name?: string;
  /** Claimed, not proven: the clock of the signing machine. */
  readonly date: Date;
};

/** Three numbers of the width of any offset, to be overwritten in place. */
export const BYTE_RANGE_PLACEHOLDER = '[0 9999999991 9999999992 9999999993]';
const placeholderNumbers = [0, 9999999991, 9999999992, 9999999993];

function signatureReference(method: 'DocMDP' | 'FieldMDP', params: Record<string, PdfObject>): PdfDict {
  return PdfDict.of({
    Type: PdfName.of('SigRef'),
    TransformMethod: PdfName.of(method),
    TransformParams: PdfDict.of({ Type: PdfName.of('TransformParams'), ...params, V: PdfName.of('1.2') }),
  });
}

/** P 2 (ISO 32000-2, 12.8.2.2): after it only reserved fields may be filled and signed. */
const certification = (): PdfDict => signatureReference('DocMDP', { P: PdfNumber.of(2) });

/** ISO 32000-2, 12.8.2.4: the signature states the lock that its field carries. */
function fieldLock(pdf: PDF, lock: PdfDict): PdfDict {
  const params: Record<string, PdfObject> = {};
  for (const key of ['Action', 'Fields', 'P']) {
    const value = lock.get(key);
    if (value !== undefined) params[key] = value;
  }
  const reference = signatureReference('FieldMDP', params);
  reference.set('Data', rootRef(pdf));
  return reference;
}

/** A signature dictionary for `field`; `contentsSize` in bytes of CMS. */
export function signatureDictionary(
  pdf: PDF,
  field: PdfDict,
  words: SignatureWords,
  { certify, contentsSize }: { certify: boolean; contentsSize: number },
): PdfDict {
  const dict = PdfDict.of({
    Type: PdfName.of('Sig'),
    Filter: PdfName.of('Adobe.PPKLite'),
    SubFilter: PdfName.of('ETSI.CAdES.detached'),
    ByteRange: new PdfArray(placeholderNumbers.map(PdfNumber.of)),
    Contents: PdfString.fromBytes(new Uint8Array(contentsSize)),
    M: PdfString.fromString(formatPdfDate(words.date)),
  });
  const texts = { Reason: words.reason, Location: words.location, Name: words.name };
  for (const [key, text] of Object.entries(texts))
    if (text !== undefined && text !== '') dict.set(key, PdfString.fromString(text.normalize('NFC')));
  const lock = field.getDict('Lock', resolver(pdf));
  const references = [...(certify ? [certification()] : []), ...(lock === undefined ? [] : [fieldLock(pdf, lock)])];
  if (references.length > 0) dict.set('Reference', new PdfArray(references));
  return dict;
}
