// The one door to the PDF object library: loading, incremental saving with a proof, and plain access to objects.
import { PDF, PdfArray, PdfDict, type PdfObject, PdfRef } from '@libpdf/core';

/** Form and page trees deeper or wider than this are hostile. */
const MAX_FIELDS = 10_000;
const MAX_FIELD_DEPTH = 32;

export type Resolve = (ref: PdfRef) => PdfObject | null;
export const resolver = (pdf: PDF): Resolve => pdf.getObject.bind(pdf);

export const resolved = (value: PdfObject | null | undefined, resolve: Resolve): PdfObject | null =>
  value instanceof PdfRef ? resolve(value) : (value ?? null);

/**
 * Loads a file as it stands. The library's lenient mode is never used: it guesses at damaged structure, and on some
 * damaged bytes it does not come to an end.
 */
export const loadForReading = (bytes: Uint8Array): Promise<PDF> => PDF.load(bytes, { lenient: false });

/** Loads a file for adding an increment; throws where the library could only rewrite it, which would break every signature. */
export async function loadForUpdate(bytes: Uint8Array): Promise<PDF> {
  const pdf = await loadForReading(bytes);
  const blocker = pdf.canSaveIncrementally();
  if (blocker !== null) throw new Error(`PDF cannot be updated incrementally: ${blocker}`);
  if (pdf.isEncrypted) throw new Error('PDF is encrypted');
  // Without an /ID the library would draw a random one: equal input must give equal bytes.
  if ((pdf.context.info.trailer.getArray('ID')?.length ?? 0) < 2) throw new Error('PDF has no file identifier');
  return pdf;
}

/** Saves the changes as one incremental update (ISO 32000-2, 7.5.6) and proves that the earlier bytes are its prefix. */
export async function saveIncrement(pdf: PDF, before: Uint8Array): Promise<Uint8Array> {
  const after = await pdf.save({ incremental: true });
  if (after.length <= before.length || !Buffer.from(after.buffer, after.byteOffset, before.length).equals(before))
    throw new Error('earlier bytes of the PDF changed');
  return after;
}

/** The objects the document hangs from; an indirect /Root is required by the library. */
export function rootRef(pdf: PDF): PdfRef {
  const ref = pdf.context.info.trailer.getRef('Root');
  if (ref === undefined) throw new Error('PDF has no catalog');
  return ref;
}

export type FormField = {
  /** Fully qualified name (ISO 32000-2, 12.7.4.2). */
  readonly name: string;
  readonly ref: PdfRef | undefined;
  readonly dict: PdfDict;
  /** /FT, inherited if need be. */
  readonly type: string | undefined;
};

/** All terminal fields of the form in their order; throws on a form too deep or too wide to be honest. */
export function formFields(pdf: PDF): readonly FormField[] {
  const resolve = resolver(pdf);
  const found: FormField[] = [];
  const seen = new Set<PdfDict>();
  const walk = (value: PdfObject, prefix: string, inherited: string | undefined, depth: number): void => {
    const dict = resolved(value, resolve);
    if (!(dict instanceof PdfDict) || seen.has(dict)) return;
    seen.add(dict);
    if (seen.size > MAX_FIELDS || depth > MAX_FIELD_DEPTH) throw new RangeError('form too large');
    const own = dict.getString('T', resolve)?.asString();
    const name = own === undefined ? prefix : prefix === '' ? own : `${prefix}.${own}`;
    const type = dict.getName('FT', resolve)?.value ?? inherited;
    const kids = dict.getArray('Kids', resolve);
    const fields = [...(kids ?? [])].filter((kid) => {
      const child = resolved(kid, resolve);
      return child instanceof PdfDict && child.has('T');
    });
    if (fields.length > 0) for (const kid of fields) walk(kid, name, type, depth + 1);
    else found.push({ name, ref: value instanceof PdfRef ? value : undefined, dict, type });
  };
  const form = pdf.getCatalog().getDict('AcroForm', resolve);
  for (const field of form?.getArray('Fields', resolve) ?? new PdfArray()) walk(field, '', undefined, 0);
  return found;
}

export const signatureFields = (pdf: PDF): readonly FormField[] =>
  formFields(pdf).filter((field) => field.type === 'Sig');
