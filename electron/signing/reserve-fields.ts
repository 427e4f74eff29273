// Reserves every signature field in one increment before the first signature: certified documents may be filled, not extended.
import { type PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core';
import { loadForUpdate, resolver, saveIncrement, signatureFields } from './pdf-objects.ts';

export type SignatureBox = {
  readonly field: string;
  /** From 1. */
  readonly page: number;
  /** Left, bottom, right, top in points, origin at the lower left corner of the page. */
  readonly rect: readonly [x0: number, y0: number, x1: number, y1: number];
};

export type ReserveOptions = {
  /** The field whose signature ends the signing: nothing may follow it (the chair's). */
  readonly lockField?: string;
};

/** SignaturesExist | AppendOnly (ISO 32000-2, table 225). */
const SIG_FLAGS = 3;
/** Print | Locked (ISO 32000-2, table 167); PDF/A asks for Print and an appearance. */
const WIDGET_FLAGS = 132;

const points = (values: readonly number[]): PdfArray =>
  new PdfArray(values.map((value) => PdfNumber.of(Math.round(value * 100) / 100)));

/** SigFieldLock (ISO 32000-2, table 236): once signed, every field is locked and no change is permitted at all. */
const lockOfEverything = (): PdfDict =>
  PdfDict.of({ Type: PdfName.of('SigFieldLock'), Action: PdfName.of('All'), P: PdfNumber.of(1) });

function formOf(pdf: PDF): PdfDict {
  const catalog = pdf.getCatalog();
  const existing = catalog.getDict('AcroForm', resolver(pdf));
  if (existing !== undefined) return existing;
  const form = PdfDict.of({ Fields: new PdfArray([]), SigFlags: PdfNumber.of(SIG_FLAGS) });
  catalog.set('AcroForm', pdf.register(form));
  return form;
}

/** The list under `key`, made if absent. */
function listOf(pdf: PDF, dict: PdfDict, key: string): PdfArray {
  const existing = dict.getArray(key, resolver(pdf));
  if (existing !== undefined) return existing;
  const list = new PdfArray([]);
  dict.set(key, list);
  return list;
}

function addField(pdf: PDF, form: PdfDict, box: SignatureBox, locks: boolean): void {
  const page = pdf.getPage(box.page - 1);
  if (page === null) throw new RangeError(`no page ${box.page} for field ${box.field}`);
  const [x0, y0, x1, y1] = box.rect;
  if (!box.rect.every(Number.isFinite) || !(x1 > x0 && y1 > y0))
    throw new RangeError(`empty box of field ${box.field}`);
  const blank = pdf.createStream(
    {
      Type: PdfName.of('XObject'),
      Subtype: PdfName.of('Form'),
      BBox: points([0, 0, x1 - x0, y1 - y0]),
      Resources: new PdfDict(),
    },
    new Uint8Array(),
  );
  const widget = PdfDict.of({
    Type: PdfName.of('Annot'),
    Subtype: PdfName.of('Widget'),
    FT: PdfName.of('Sig'),
    T: PdfString.fromString(box.field),
    F: PdfNumber.of(WIDGET_FLAGS),
    P: page.ref,
    Rect: points(box.rect),
    AP: PdfDict.of({ N: blank }),
  });
  if (locks) widget.set('Lock', pdf.register(lockOfEverything()));
  const ref = pdf.register(widget);
  listOf(pdf, page.dict, 'Annots').push(ref);
  listOf(pdf, form, 'Fields').push(ref);
}

/**
 * One increment with an empty signature field (ISO 32000-2, 12.7.5.5) for each box; equal input gives equal bytes.
 * Throws on a box that cannot stand: no such page, empty, or a name (ISO 32000-2: no full stop in it) taken already.
 */
export async function reserveFields(
  bytes: Uint8Array,
  boxes: readonly SignatureBox[],
  { lockField }: ReserveOptions = {},
): Promise<Uint8Array> {
  const pdf = await loadForUpdate(bytes);
  const taken = new Set(signatureFields(pdf).map(({ name }) => name));
  if (signatureFields(pdf).some(({ dict }) => dict.has('V'))) throw new Error('PDF is signed already');
  if (lockField !== undefined && !boxes.some(({ field }) => field === lockField))
    throw new RangeError(`no box for the locking field ${lockField}`);
  const form = formOf(pdf);
  form.set('SigFlags', PdfNumber.of(SIG_FLAGS));
  for (const box of boxes) {
    if (taken.has(box.field) || box.field === '' || box.field.includes('.'))
      throw new RangeError(`field name not free: ${box.field}`);
    taken.add(box.field);
    addField(pdf, form, box, box.field === lockField);
  }
  return saveIncrement(pdf, bytes);
}
