// Eighteen ways to alter a signed file, most of them increments that poppler calls "valid".

import { createHash } from 'node:crypto';
import { PDF, PdfArray, PdfDict, PdfNumber, PdfStream, PdfString } from '@libpdf/core';
import { assembleCms, signedAttributes } from '../../../electron/signing/cms.ts';
import { withLowS } from '../../../electron/signing/ecdsa-value.ts';
import { loadForUpdate, saveIncrement, signatureFields } from '../../../electron/signing/pdf-objects.ts';
import { BYTE_RANGE_PLACEHOLDER, signatureDictionary } from '../../../electron/signing/signature-dictionary.ts';
import { type PdfSigner, signingPath } from '../../../electron/signing/signer.ts';
import { must } from './signing-tools.ts';

type Attack = (pdf: Uint8Array) => Promise<Uint8Array>;

const resolve = (pdf: PDF) => pdf.getObject.bind(pdf);

/** An increment by whoever holds the file and a PDF library. */
const increment =
  (change: (pdf: PDF) => void | Promise<void>): Attack =>
  async (bytes) => {
    const pdf = await PDF.load(bytes);
    await change(pdf);
    return pdf.save({ incremental: true });
  };

/** A copy with other bytes. */
const patch =
  (change: (bytes: Buffer) => unknown): Attack =>
  async (original) => {
    const bytes = Buffer.from(original);
    const changed = change(bytes);
    return new Uint8Array(changed instanceof Uint8Array ? changed : bytes);
  };

function fieldOf(pdf: PDF, name: string): PdfDict {
  const field = signatureFields(pdf).find((candidate) => candidate.name === name);
  if (field === undefined) throw new Error(`no field ${name}`);
  return field.dict;
}

function pageOf(pdf: PDF, index: number) {
  const page = pdf.getPage(index);
  if (page === null) throw new Error(`no page ${index}`);
  return page;
}

const flip = (bytes: Buffer, at: number): void => {
  bytes[at] = (bytes[at] ?? 0) ^ 1;
};

const copy = (from: PdfDict, to: PdfDict, key: string): void => {
  const value = from.get(key);
  if (value !== undefined) to.set(key, value);
};

export const attacks: Readonly<Record<string, { readonly attack: Attack; readonly reason: string }>> = {
  'one bit of a page’s content': {
    attack: patch((bytes) => flip(bytes, bytes.indexOf('stream\n') + 60)),
    reason: 'document-altered',
  },
  'one bit of the information dictionary': {
    attack: patch((bytes) => flip(bytes, bytes.indexOf('/Creator') + 12)),
    reason: 'document-altered',
  },
  'text drawn on a page': {
    attack: increment((pdf) => void pageOf(pdf, 0).drawText('DAT 999', { x: 100, y: 700, size: 40 })),
    reason: 'page-changed',
  },
  'a comment on a page': {
    attack: increment((pdf) => {
      pageOf(pdf, 0).addTextAnnotation({ rect: { x: 50, y: 50, width: 20, height: 20 }, contents: 'ghi chú' });
    }),
    reason: 'page-changed',
  },
  'another title': { attack: increment((pdf) => pdf.setTitle('Tiêu đề khác')), reason: 'information-changed' },
  'a signature field taken off the form': {
    attack: increment((pdf) => {
      const form = pdf.getCatalog().getDict('AcroForm', resolve(pdf));
      form?.getArray('Fields', resolve(pdf))?.remove(1);
    }),
    reason: 'field-removed',
  },
  'a signature taken out of its field': {
    attack: increment((pdf) => void fieldOf(pdf, 'ThuKy').delete('V')),
    reason: 'signed-field-changed',
  },
  'a page shown with another’s content': {
    attack: increment((pdf) => {
      for (const key of ['Contents', 'Resources']) copy(pageOf(pdf, 1).dict, pageOf(pdf, 0).dict, key);
    }),
    reason: 'page-changed',
  },
  'the looks of two signatures swapped': {
    attack: increment((pdf) => {
      const [a, b] = [fieldOf(pdf, 'ThuKy'), fieldOf(pdf, 'ChuToa')];
      const look = a.get('AP');
      copy(b, a, 'AP');
      if (look !== undefined) b.set('AP', look);
    }),
    reason: 'signed-field-changed',
  },
  'a stamp in a field nobody signed': {
    attack: increment((pdf) => copy(fieldOf(pdf, 'ChuToa'), fieldOf(pdf, 'ThanhVien1'), 'AP')),
    reason: 'field-changed',
  },
  'another attachment under the same name': {
    attack: increment((pdf) => {
      const names = pdf.getCatalog().getDict('Names', resolve(pdf))?.getDict('EmbeddedFiles', resolve(pdf));
      const file = names?.getArray('Names', resolve(pdf))?.at(1, resolve(pdf));
      if (!(file instanceof PdfDict)) throw new Error('no attachment');
      const stream = pdf.createStream({}, Buffer.from('{"gia":1}'));
      file.set('EF', PdfDict.of({ F: stream }));
    }),
    reason: 'attachment-changed',
  },
  'the data of the attachment itself': {
    attack: increment((pdf) => {
      const names = pdf.getCatalog().getDict('Names', resolve(pdf))?.getDict('EmbeddedFiles', resolve(pdf));
      const file = names?.getArray('Names', resolve(pdf))?.at(1, resolve(pdf));
      const ref = file instanceof PdfDict ? file.getDict('EF', resolve(pdf))?.getRef('F') : undefined;
      const stream = ref === undefined ? null : pdf.getObject(ref);
      if (!(stream instanceof PdfStream)) throw new Error('no attachment');
      stream.setData(Buffer.from('{"gia":1}'));
    }),
    reason: 'attachment-changed',
  },
  'a page deleted': { attack: increment((pdf) => void pdf.removePage(1)), reason: 'page-count-changed' },
  'the gap of a ByteRange widened': {
    attack: patch((bytes) => {
      const text = bytes.toString('latin1');
      const found = [...text.matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)( *)\]/g)].at(-1);
      if (found === undefined) throw new Error('no ByteRange');
      const changed = `/ByteRange [0 ${Number(found[1]) - 40} ${found[2]} ${found[3]}`;
      bytes.write(`${changed.padEnd(found[0].length - 1)}]`, found.index, 'latin1');
    }),
    reason: 'byte-range-gap',
  },
  'a field moved over the page': {
    attack: increment((pdf) => {
      fieldOf(pdf, 'ThuKy').set('Rect', new PdfArray([0, 0, 600, 800].map(PdfNumber.of)));
    }),
    reason: 'signed-field-changed',
  },
  'the certification stripped': {
    attack: increment((pdf) => void pdf.getCatalog().delete('Perms')),
    reason: 'certification-broken',
  },
  'bytes after the end': {
    attack: patch((bytes) => Buffer.concat([bytes, Buffer.from('\n% xin chào\n')])),
    reason: 'structure-not-own-form',
  },
  'the file saved anew by another program': {
    attack: async (bytes) => {
      const pdf = await PDF.load(bytes);
      pdf.setTitle('x');
      return pdf.save();
    },
    reason: 'byte-range-gap',
  },
  'a new field with a value in the form': {
    attack: increment((pdf) => {
      const form = pdf.getCatalog().getDict('AcroForm', resolve(pdf));
      const field = PdfDict.of({ FT: PdfString.fromString('x'), T: PdfString.fromString('Moi') });
      form?.getArray('Fields', resolve(pdf))?.push(pdf.register(field));
    }),
    reason: 'field-added',
  },
};

/** Signs a field as a program would that knows no rules: no look at locks, nor at who signed before. */
export async function signRegardless(
  pdf: Uint8Array,
  signer: PdfSigner,
  field: string,
  date: Date,
): Promise<Uint8Array> {
  const document = await loadForUpdate(pdf);
  const dict = fieldOf(document, field);
  const signature = signatureDictionary(document, dict, { date }, { certify: false, contentsSize: 4096 });
  dict.set('V', document.register(signature));
  const bytes = Buffer.from(await saveIncrement(document, pdf));
  const contents = `<${'00'.repeat(4096)}>`;
  const from = bytes.indexOf(contents, pdf.length, 'latin1');
  const to = from + contents.length;
  const range = `[0 ${from} ${to} ${bytes.length - to}`.padEnd(BYTE_RANGE_PLACEHOLDER.length - 1);
  bytes.write(`${range}]`, bytes.indexOf(BYTE_RANGE_PLACEHOLDER, pdf.length, 'latin1'), 'latin1');
  const digest = createHash('sha256').update(bytes.subarray(0, from)).update(bytes.subarray(to)).digest();
  const path = must(signingPath(signer)).map(({ der }) => der);
  const attributes = signedAttributes(digest, path);
  const value = withLowS(await signer.sign(attributes));
  const cms = assembleCms({ attributes, signature: value, algorithm: signer.algorithm, path });
  bytes.write(Buffer.from(cms).toString('hex'), from + 1, 'latin1');
  return new Uint8Array(bytes);
}
