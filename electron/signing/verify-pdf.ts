// Verifies every signature of a PDF and everything that was done to the file after each of them; never throws, whatever the bytes.
import { createHash } from 'node:crypto';
import type { PDF } from '@libpdf/core';
import { type Refusal, refusal } from '../../shared/base/result.ts';
import { certificateFacts } from './certificate-facts.ts';
import { hostileReason } from './hostile-guard.ts';
import { type Change, laterChanges } from './later-changes.ts';
import { onlySignings } from './own-increments.ts';
import { loadForReading, resolver, signatureFields } from './pdf-objects.ts';
import type { PdfReport, SignatureReport } from './report.ts';
import { type Revision, readRevisions } from './revisions.ts';
import { type JudgedSignature, judgeSignature, type Trust } from './verify-signature.ts';

export type VerifyOptions = {
  /** DER of the roots the user trusts. */
  readonly roots: readonly Uint8Array[];
  /** Now: for notes on certificates that have expired since, and times claimed ahead. */
  readonly at: Date;
  /** For files of ours: any changed byte is refused, and every form but the one we write. */
  readonly strict: boolean;
};

const MAX_SIGNATURES = 64;

/** Changes that a later signing makes by itself; in strict form only the first, fields being reserved beforehand. */
const SIGNING_CHANGES = ['field-signed', 'signature-field-added', 'validation-data-added'];
const isSigning = ({ code }: Change, strict: boolean): boolean =>
  (strict ? SIGNING_CHANGES.slice(0, 1) : SIGNING_CHANGES).includes(code);

/** What each revision that a signature ends changed up to the next, and the last up to the end of the file. */
async function changesAfterEach(bytes: Uint8Array, judged: readonly JudgedSignature[], last: PDF) {
  const ends = [...judged.map(({ end }) => end), bytes.length];
  const load = (end: number): Promise<PDF> | PDF =>
    end === bytes.length ? last : loadForReading(bytes.subarray(0, end));
  const steps: (readonly Change[])[] = [];
  let before = await load(ends[0] ?? bytes.length);
  for (const end of ends.slice(1)) {
    const after = await load(end);
    steps.push(before === after ? [] : laterChanges(before, after));
    before = after;
  }
  return steps;
}

/** The rules between signatures: locks, certification, and what may follow at all. */
function ruleProblems({ report, closes }: JudgedSignature, changes: readonly Change[], strict: boolean): Refusal[] {
  const problems = changes.filter((change) => !isSigning(change, strict));
  const later = changes.filter(({ code }) => code === 'field-signed' || code === 'signature-field-added');
  if (later.some(({ params }) => closes(String(params['field']))))
    problems.push(refusal('signed-after-lock', { field: report.field }));
  if (later.length > 0 && report.certifies === 1)
    problems.push(refusal('certification-breached', { field: report.field }));
  return problems;
}

/** A certification is the first signature, the only one, and the one that the catalog names (ISO 32000-2, 12.8.2.2.1). */
function certificationProblems(judged: readonly JudgedSignature[], pdf: PDF): Refusal[] {
  const resolve = resolver(pdf);
  const named = pdf.getCatalog().getDict('Perms', resolve)?.getDict('DocMDP', resolve);
  const certifying = judged.filter(({ report }) => report.certifies !== undefined);
  if (named === undefined && certifying.length === 0) return [];
  const [first] = judged;
  const isFirst = certifying.length === 1 && certifying[0] === first;
  return isFirst && first?.field.dict.getDict('V', resolve) === named ? [] : [refusal('certification-broken')];
}

/** What only files of ours have to satisfy. */
function strictProblems(
  bytes: Uint8Array,
  revisions: readonly Revision[],
  judged: readonly JudgedSignature[],
): Refusal[] {
  const ends = new Set(revisions.map(({ end }) => end));
  const first = judged[0]?.end ?? 0;
  const problems: Refusal[] = [];
  if (judged.some(({ end }) => !ends.has(end))) problems.push(refusal('byte-range-not-at-revision-end'));
  if (judged.at(-1)?.end !== bytes.length) problems.push(refusal('last-signature-not-whole'));
  if (!onlySignings(bytes, revisions, first)) problems.push(refusal('increment-not-a-signing'));
  return problems;
}

/** Whether anything but white space follows the last signed revision. */
const hasMore = (bytes: Uint8Array, judged: readonly JudgedSignature[]): boolean =>
  Buffer.from(bytes.subarray(judged.at(-1)?.end ?? 0))
    .toString('latin1')
    .trim() !== '';

type Findings = Pick<PdfReport, 'signatures' | 'emptyFields' | 'problems'>;
const only = (...problems: Refusal[]): Findings => ({ signatures: [], emptyFields: [], problems });

const withChanges = (
  judged: readonly JudgedSignature[],
  steps: readonly (readonly Change[])[],
  strict: boolean,
): readonly SignatureReport[] =>
  judged.map((signature, index) => {
    const laterChanges = steps.slice(index).flat();
    const problems = [...signature.report.problems, ...ruleProblems(signature, laterChanges, strict)];
    return { ...signature.report, laterChanges, problems };
  });

async function judgeFields(
  bytes: Uint8Array,
  pdf: PDF,
  revisions: readonly Revision[],
  trust: Trust,
): Promise<Findings> {
  const fields = signatureFields(pdf);
  const signed = fields.filter(({ dict }) => dict.has('V'));
  const emptyFields = fields.filter(({ dict }) => !dict.has('V')).map(({ name }) => name);
  if (signed.length > MAX_SIGNATURES)
    return only(refusal('too-many-signatures', { count: signed.length, limit: MAX_SIGNATURES }));
  const judged = signed.map((field) => judgeSignature(bytes, pdf, field, trust)).sort((a, b) => a.end - b.end);
  const problems = signed.length === 0 ? [refusal('no-signature')] : certificationProblems(judged, pdf);
  if (trust.strict && signed.length > 0) problems.push(...strictProblems(bytes, revisions, judged));
  // Where one is not intact the file is refused already, and its revisions prove nothing about one another.
  const whole = judged.filter(({ end, report }) => end > 0 && report.intact);
  const steps = whole.length === judged.length ? await changesAfterEach(bytes, judged, pdf) : [];
  if (!trust.strict && steps.at(-1)?.length === 0 && hasMore(bytes, judged))
    problems.push(refusal('last-signature-not-whole'));
  return { signatures: withChanges(judged, steps, trust.strict), emptyFields, problems };
}

async function examine(bytes: Uint8Array, trust: Trust): Promise<Findings> {
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return only(refusal('not-a-pdf'));
  const hostile = hostileReason(bytes);
  if (hostile !== undefined) return only(hostile);
  const revisions = trust.strict ? readRevisions(bytes) : [];
  if (revisions === undefined) return only(refusal('structure-not-own-form'));
  const pdf = await loadForReading(bytes);
  if (pdf.isEncrypted) return only(refusal('pdf-encrypted'));
  return judgeFields(bytes, pdf, revisions, trust);
}

const reportOf = (bytes: Uint8Array, strict: boolean, findings: Findings): PdfReport => ({
  ...findings,
  strict,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
  accepted:
    findings.problems.length === 0 &&
    findings.signatures.length > 0 &&
    findings.signatures.every(({ intact, trusted, problems }) => intact && trusted && problems.length === 0),
});

/** The report on a file that could not even be looked at. */
export const refusedReport = (bytes: Uint8Array, { strict }: VerifyOptions, why: Refusal): PdfReport =>
  reportOf(bytes, strict, only(why));

/** The report on a file. Not accepted if anything at all could not be understood. */
export async function verifyPdf(bytes: Uint8Array, { roots, at, strict }: VerifyOptions): Promise<PdfReport> {
  const trust = { roots: roots.map(certificateFacts).filter((facts) => facts !== undefined), at, strict };
  // The library and the parsers below throw in many ways on damaged bytes; for the reader they are one.
  return reportOf(bytes, strict, await examine(bytes, trust).catch(() => only(refusal('pdf-damaged'))));
}
