// Judges one signature on its own: what it covers, its CMS, its certificate's path, its claims.
import { type PDF, type PdfDict, PdfNumber } from '@libpdf/core';
import { type Refusal, refusal } from '../../shared/base/result.ts';
import { type CertificateFacts, isValidAt } from './certificate-facts.ts';
import { checkPath } from './certificate-path.ts';
import { type CmsVerdict, checkCms } from './check-cms.ts';
import { parsePdfDate } from './pdf-date.ts';
import { type FormField, type Resolve, resolver } from './pdf-objects.ts';
import type { SignatureReport, SignerReport } from './report.ts';
import { signedRange } from './signed-range.ts';
import { lockLevel } from './signing-rules.ts';

export type Trust = {
  readonly roots: readonly CertificateFacts[];
  readonly at: Date;
  readonly strict: boolean;
};

/** A signature with what the rules between signatures need. */
export type JudgedSignature = {
  readonly report: SignatureReport;
  readonly field: FormField;
  /** Where the signed revision ends. */
  readonly end: number;
  /** Whether signing the named field later breaks this signature's lock. */
  readonly closes: (field: string) => boolean;
};

const SUPPORTED = ['ETSI.CAdES.detached', 'adbe.pkcs7.detached'];

const textOf = (dict: PdfDict, key: string, resolve: Resolve): string | undefined =>
  dict.getString(key, resolve)?.asString().normalize('NFC');

type Transforms = { readonly certifies: number | undefined; readonly fieldLock: PdfDict | undefined };

/** The transform parameters that the signature dictionary states (ISO 32000-2, table 256). */
function transformsOf(dict: PdfDict, resolve: Resolve): Transforms {
  const found = new Map<string, PdfDict>();
  for (const item of dict.getArray('Reference', resolve) ?? []) {
    const reference = item.type === 'ref' ? resolve(item) : item;
    if (reference?.type !== 'dict') continue;
    const params = reference.getDict('TransformParams', resolve);
    const method = reference.getName('TransformMethod', resolve)?.value;
    if (method !== undefined && params !== undefined) found.set(method, params);
  }
  const certification = found.get('DocMDP');
  // P defaults to 2 (ISO 32000-2, table 257).
  const certifies = certification === undefined ? undefined : (certification.getNumber('P', resolve)?.value ?? 2);
  return { certifies, fieldLock: found.get('FieldMDP') };
}

/** The fields a FieldMDP locks (ISO 32000-2, table 258); P 1 closes the document as a whole. */
function closedBy(stated: PdfDict | undefined, resolve: Resolve): (field: string) => boolean {
  if (stated === undefined) return () => false;
  const named = new Set(
    [...(stated.getArray('Fields', resolve) ?? [])].map((item) => (item.type === 'string' ? item.asString() : '')),
  );
  const action = stated.getName('Action', resolve)?.value;
  const isClosed = stated.getNumber('P', resolve)?.value === 1;
  return (field) => isClosed || action === 'All' || (action === 'Include') === named.has(field);
}

/** In strict form a lock of the field is also stated, and so signed, by its signature (ISO 32000-2, 12.8.2.4). */
function lockProblems(pdf: PDF, field: FormField, stated: PdfDict | undefined): Refusal[] {
  const lock = field.dict.getDict('Lock', resolver(pdf));
  if (lock === undefined) return [];
  const same = ['Action', 'P'].every((key) => {
    const [a, b] = [lock.get(key), stated?.get(key)];
    if (a instanceof PdfNumber && b instanceof PdfNumber) return a.value === b.value;
    return a?.type === 'name' && b?.type === 'name' && a.value === b.value;
  });
  return same ? [] : [refusal('lock-not-stated', { field: field.name })];
}

const signerReport = ({ x509: _, der: __, ...facts }: CertificateFacts): SignerReport => ({
  name: facts.name,
  organisation: facts.organisation,
  subjectId: facts.subjectId,
  issuer: facts.issuerName,
  serial: facts.serial,
  certificateSha256: facts.sha256,
  validFrom: facts.validFrom,
  validTo: facts.validTo,
});

type SignerVerdict = Pick<SignatureReport, 'signer' | 'trusted' | 'path' | 'validAtClaimedTime' | 'problems' | 'notes'>;

/** The claimed time decides which period is asked about; where none is claimed, now does. */
function judgeSigner({ signer, certificates }: CmsVerdict, claimed: Date | undefined, trust: Trust): SignerVerdict {
  if (signer === undefined)
    return { signer, trusted: false, path: [], validAtClaimedTime: false, problems: [], notes: [] };
  const path = checkPath(signer, certificates, trust.roots, claimed ?? trust.at);
  const notes: Refusal[] = [];
  if (!isValidAt(signer, trust.at)) notes.push(refusal('certificate-not-valid-now', { name: signer.name }));
  if (claimed !== undefined && claimed > trust.at) notes.push(refusal('claimed-time-in-future'));
  return {
    signer: signerReport(signer),
    trusted: path.trusted,
    path: path.names,
    validAtClaimedTime: claimed !== undefined && isValidAt(signer, claimed),
    problems: path.problems,
    notes,
  };
}

function emptyReport(field: string): SignatureReport {
  return {
    field,
    signer: undefined,
    algorithm: undefined,
    digest: undefined,
    claimedTime: undefined,
    reason: undefined,
    location: undefined,
    covers: 'unknown',
    intact: false,
    trusted: false,
    path: [],
    validAtClaimedTime: false,
    revocation: 'not-checked',
    certifies: undefined,
    locks: false,
    laterChanges: [],
    problems: [],
    notes: [],
  };
}

/** @param field a signature field with a value */
export function judgeSignature(bytes: Uint8Array, pdf: PDF, field: FormField, trust: Trust): JudgedSignature {
  const resolve = resolver(pdf);
  const failed = (...problems: Refusal[]): JudgedSignature => ({
    report: { ...emptyReport(field.name), problems },
    field,
    end: 0,
    closes: () => false,
  });
  const dict = field.dict.getDict('V', resolve);
  if (dict === undefined) return failed(refusal('signature-damaged', { field: field.name }));
  const subFilter = dict.getName('SubFilter', resolve)?.value ?? '';
  if (!(trust.strict ? subFilter === SUPPORTED[0] : SUPPORTED.includes(subFilter)))
    return failed(refusal('signature-kind-not-supported', { kind: subFilter }));
  const range = signedRange(bytes, dict, resolve, trust.strict);
  if (!range.ok) return failed(range.refusal);
  const cms = checkCms(range.value.contents, range.value.digest, trust.strict);
  const claimedTime = parsePdfDate(textOf(dict, 'M', resolve) ?? '');
  const signer = judgeSigner(cms, claimedTime, trust);
  const { certifies, fieldLock } = transformsOf(dict, resolve);
  const form = trust.strict ? lockProblems(pdf, field, fieldLock) : [];
  const closes = closedBy(fieldLock, resolve);
  const locks = lockLevel(pdf, field) === 1 || fieldLock?.getNumber('P', resolve)?.value === 1;
  const missingTime = claimedTime === undefined ? [refusal('claimed-time-missing')] : [];
  return {
    report: {
      ...signer,
      field: field.name,
      algorithm: cms.algorithm,
      digest: cms.digest,
      claimedTime,
      reason: textOf(dict, 'Reason', resolve),
      location: textOf(dict, 'Location', resolve),
      covers: range.value.end === bytes.length ? 'whole-file' : 'revision',
      intact: cms.signer !== undefined && cms.problems.length === 0,
      revocation: 'not-checked',
      certifies,
      locks,
      laterChanges: [],
      problems: [...cms.problems, ...signer.problems, ...form, ...(trust.strict ? missingTime : [])],
      notes: [...signer.notes, ...(trust.strict ? [] : missingTime)],
    },
    field,
    end: range.value.end,
    closes: (name) => locks || closes(name),
  };
}
