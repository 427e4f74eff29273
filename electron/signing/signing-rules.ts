// Which field may be signed next: reserved, empty, nothing locked before; only the first signature certifies.
import type { PDF } from '@libpdf/core';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { type FormField, resolver, signatureFields } from './pdf-objects.ts';

/** Undefined if the field has no lock; else the P of its SigFieldLock (ISO 32000-2, table 236), 0 if it states none. */
export function lockLevel(pdf: PDF, { dict }: FormField): number | undefined {
  const lock = dict.getDict('Lock', resolver(pdf));
  return lock === undefined ? undefined : (lock.getNumber('P', resolver(pdf))?.value ?? 0);
}

export function fieldToSign(pdf: PDF, name: string, certify: boolean): Result<FormField> {
  const fields = signatureFields(pdf);
  const field = fields.find((candidate) => candidate.name === name);
  if (field === undefined) return refuse('signature-field-missing', { field: name });
  if (field.dict.has('V')) return refuse('signature-field-taken', { field: name });
  const signed = fields.filter(({ dict }) => dict.has('V'));
  if (certify && signed.length > 0) return refuse('certify-not-first', { field: name });
  const closing = signed.find((candidate) => lockLevel(pdf, candidate) === 1);
  return closing === undefined ? ok(field) : refuse('signing-closed', { field: name, by: closing.name });
}
