// What an increment changed in a document, in words a reader understands: pages, attachments, fields, catalog, information.
import { type PDF, PdfArray, PdfDict, type PdfObject, PdfRef } from '@libpdf/core';
import { type Refusal, refusal } from '../../shared/base/result.ts';
import { embeddedFiles } from './embedded-files.ts';
import { type FormField, formFields, resolved, resolver, rootRef } from './pdf-objects.ts';
import { type Comparison, compareRevisions } from './same-objects.ts';

/** Codes: field-signed, signature-field-added, validation-data-added and the rest, which no signing needs. */
export type Change = Refusal;

type Both = { readonly before: PDF; readonly after: PDF; readonly comparison: Comparison };

const items = (pdf: PDF, dict: PdfDict, key: string): readonly PdfObject[] => [
  ...(dict.getArray(key, resolver(pdf)) ?? new PdfArray()),
];

const isSigned = (field: FormField): boolean => field.type === 'Sig' && field.dict.has('V');
const sameRef = (a: PdfRef | undefined, b: PdfRef | undefined): boolean =>
  a !== undefined && b !== undefined && a.objectNumber === b.objectNumber && a.generation === b.generation;

/** All keys but those given. A field being filled may get its value and the look of it, nothing else. */
function sameBut({ comparison }: Both, a: PdfDict, b: PdfDict, except: readonly string[]): boolean {
  const keys = new Set([...a.keys(), ...b.keys()].map((key) => key.value));
  return [...keys].filter((key) => !except.includes(key)).every((key) => comparison.same(a.get(key), b.get(key)));
}

function fieldChange(both: Both, was: FormField, now: FormField | undefined): Change | undefined {
  const field = { field: was.name };
  if (now === undefined || now.type !== was.type || !sameRef(was.ref, now.ref)) return refusal('field-removed', field);
  const filled = was.type === 'Sig' && !isSigned(was) && isSigned(now);
  const same = sameBut(both, was.dict, now.dict, filled ? ['V', 'AP'] : []);
  if (both.comparison.drain() && same) return filled ? refusal('field-signed', field) : undefined;
  return refusal(isSigned(was) ? 'signed-field-changed' : 'field-changed', field);
}

function fieldChanges(both: Both, was: readonly FormField[], now: readonly FormField[]): Change[] {
  const later = new Map(now.map((field) => [field.name, field]));
  const changes = was.map((field) => fieldChange(both, field, later.get(field.name)));
  const names = new Set(was.map(({ name }) => name));
  const added = now
    .filter(({ name }) => !names.has(name))
    .map((field) => refusal(isSigned(field) ? 'signature-field-added' : 'field-added', { field: field.name }));
  return [...changes.filter((change) => change !== undefined), ...added];
}

/** /Annots may grow by the widgets of signature fields that were added; they are told as added fields. */
function sameAnnotations(both: Both, a: PdfDict, b: PdfDict, addedWidgets: readonly PdfRef[]): boolean {
  const kept = items(both.after, b, 'Annots').filter(
    (item) => !(item instanceof PdfRef && addedWidgets.some((widget) => sameRef(widget, item))),
  );
  return both.comparison.same(new PdfArray([...items(both.before, a, 'Annots')]), new PdfArray(kept));
}

function pageChanges(both: Both, addedWidgets: readonly PdfRef[]): Change[] {
  const [was, now] = [both.before.getPages(), both.after.getPages()];
  const changes: Change[] = [];
  if (was.length !== now.length) changes.push(refusal('page-count-changed', { before: was.length, after: now.length }));
  for (const [index, page] of was.entries()) {
    const later = now[index];
    const same =
      later !== undefined &&
      sameRef(page.ref, later.ref) &&
      sameBut(both, page.dict, later.dict, ['Annots']) &&
      sameAnnotations(both, page.dict, later.dict, addedWidgets);
    if (!both.comparison.drain() || !same) changes.push(refusal('page-changed', { page: index + 1 }));
  }
  return changes;
}

function attachmentChanges(both: Both): Change[] {
  const now = new Map(embeddedFiles(both.after).map((file) => [file.name, file.specification]));
  const was = embeddedFiles(both.before);
  const changes: Change[] = [];
  for (const { name, specification } of was) {
    const same = both.comparison.same(specification, now.get(name));
    if (!both.comparison.drain() || !same) changes.push(refusal('attachment-changed', { name }));
    now.delete(name);
  }
  return [...changes, ...[...now.keys()].map((name) => refusal('attachment-added', { name }))];
}

/** /DSS and /Extensions carry validation data (EN 319 142-1 clause 5.4.2), which adds and never alters. */
const VALIDATION = ['DSS', 'Extensions'];

function catalogChanges(both: Both, a: PdfDict, b: PdfDict): Change[] {
  const keys = new Set([...a.keys(), ...b.keys()].map((key) => key.value));
  const changes: Change[] = [];
  for (const key of [...keys].filter((name) => name !== 'AcroForm')) {
    const same = both.comparison.same(a.get(key), b.get(key));
    if (both.comparison.drain() && same) continue;
    if (key === 'Perms') changes.push(refusal('certification-changed'));
    else
      changes.push(VALIDATION.includes(key) ? refusal('validation-data-added') : refusal('catalog-changed', { key }));
  }
  return changes;
}

function formChanged(both: Both, a: PdfObject | undefined, b: PdfObject | undefined): boolean {
  const was = resolved(a, resolver(both.before));
  const now = resolved(b, resolver(both.after));
  if (!(was instanceof PdfDict && now instanceof PdfDict)) return was !== null;
  const same = sameBut(both, was, now, ['Fields', 'SigFlags']);
  return !both.comparison.drain() || !same;
}

/** What was taken out of the walk, because it is judged key by key: catalog, form, pages and fields. */
function ownRoots({ before, comparison }: Both, fields: readonly FormField[]): void {
  const form = before.getCatalog().get('AcroForm');
  const refs = [rootRef(before), form, ...before.getPages().map(({ ref }) => ref), ...fields.map(({ ref }) => ref)];
  for (const ref of refs) if (ref instanceof PdfRef) comparison.own(ref);
}

/**
 * All changes from one revision to a later one, empty if there are none. Objects are compared by number, so that
 * everything the earlier revision could show is the same unless it is named here. Throws if there is too much to compare.
 */
export function laterChanges(before: PDF, after: PDF): readonly Change[] {
  const both = { before, after, comparison: compareRevisions(before, after) };
  if (!sameRef(rootRef(before), rootRef(after))) return [refusal('catalog-changed', { key: 'Root' })];
  const [was, now] = [formFields(before), formFields(after)];
  ownRoots(both, was);
  const names = new Set(was.map(({ name }) => name));
  const addedWidgets = now.filter((field) => !names.has(field.name) && isSigned(field)).map(({ ref }) => ref);
  const attachments = attachmentChanges(both);
  const pages = pageChanges(
    both,
    addedWidgets.filter((ref) => ref !== undefined),
  );
  const fields = fieldChanges(both, was, now);
  const [wasCatalog, nowCatalog] = [before.getCatalog(), after.getCatalog()];
  const catalog = catalogChanges(both, wasCatalog, nowCatalog);
  const form = formChanged(both, wasCatalog.get('AcroForm'), nowCatalog.get('AcroForm'));
  const [wasInfo, nowInfo] = [before, after].map((pdf) => pdf.context.info.trailer.get('Info'));
  const info = both.comparison.same(wasInfo, nowInfo);
  const information = both.comparison.drain() && info;
  return [
    ...pages,
    ...attachments,
    ...fields,
    ...catalog,
    ...(form ? [refusal('form-changed')] : []),
    ...(information ? [] : [refusal('information-changed')]),
  ];
}
