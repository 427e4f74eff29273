// Structural assertions on every file that was printed: what PDF/A-3b (ISO 19005-3) asks and our layout must have given.
import { inflateSync } from 'node:zlib';
import { type PdfObjects, readObjects } from './pdf-objects.ts';

export type ExpectedAttachment = { readonly name: string; readonly text: string; readonly relationship: string };

function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`printed file is not PDF/A-3b: ${what}`);
}

/** Number of the object that a key of a dictionary refers to. */
function reference(dictionary: string, key: string, what: string): number {
  const found = new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(dictionary);
  must(found !== null, `no ${what}`);
  return Number(found[1]);
}

/** 6.1.3: an identifier and no encryption. */
function assertTrailer(trailer: string): void {
  must(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/.test(trailer), 'no identifier in the trailer');
  must(!trailer.includes('/Encrypt'), 'encrypted');
}

/** 6.6.4: the declaration stands in readable XML that says part 3, level B. */
function assertMetadata(objects: PdfObjects, root: string): void {
  const number = reference(root, 'Metadata', 'metadata');
  const dictionary = objects.object(number);
  must(dictionary.includes('/Subtype /XML') && !dictionary.includes('/Filter'), 'metadata are not plain XML');
  const xml = new TextDecoder('utf-8', { fatal: true }).decode(objects.stream(number));
  must(/<pdfaid:part>3<\/pdfaid:part>/.test(xml), 'metadata do not say part 3');
  must(/<pdfaid:conformance>B<\/pdfaid:conformance>/.test(xml), 'metadata do not say level B');
  must(!/&(?!amp;|lt;|gt;|quot;|apos;)/.test(xml), 'metadata are not XML');
  const bare = xml.replace(/<[?/]?[A-Za-z][^<>]*>/g, '');
  must(!/[<>]/.test(bare), 'metadata are not XML');
}

/** 6.2.3: colours are told what they mean. */
function assertOutputIntent(objects: PdfObjects, root: string): void {
  const intent = objects.object(reference(root, 'OutputIntents', 'output intent'));
  must(/\/S \/GTS_PDFA1\b/.test(intent), 'output intent is not GTS_PDFA1');
  const profile = objects.object(reference(intent, 'DestOutputProfile', 'colour profile'));
  must(/\/N 3\b/.test(profile), 'colour profile is not RGB');
}

/** 6.2.11.4: every font is embedded; 6.2.11.7 (level U, kept all the same): every font tells its characters. */
function assertFonts(objects: PdfObjects): void {
  let fonts = 0;
  for (const number of objects.numbers) {
    const dictionary = objects.object(number);
    if (/\/Type \/FontDescriptor\b/.test(dictionary)) {
      must(/\/FontFile[23] \d+ 0 R/.test(dictionary), `font of object ${number} is not embedded`);
    } else if (/\/Type \/Font\b/.test(dictionary)) {
      const composite = /\/Subtype \/Type0\b/.test(dictionary);
      must(composite || /\/Subtype \/CIDFontType[02]/.test(dictionary), `font of object ${number} is not ours`);
      reference(dictionary, composite ? 'ToUnicode' : 'FontDescriptor', `embedding of font ${number}`);
      fonts += 1;
    }
  }
  must(fonts > 0, 'no font');
}

/** 6.8: each file has a type and a relationship, is in /AF and in /Names, and holds the very bytes that were given. */
function assertAttachments(objects: PdfObjects, root: string, expected: readonly ExpectedAttachment[]): void {
  const list = /\/AF \[([^\]]*)\]/.exec(root)?.[1] ?? '';
  const specs = [...list.matchAll(/(\d+) 0 R/g)].map((one) => Number(one[1]));
  must(specs.length === expected.length, `${specs.length} attachments instead of ${expected.length}`);
  if (expected.length === 0) return;
  const names = objects.object(reference(root, 'Names', 'name tree'));
  must(names.includes('/EmbeddedFiles'), 'attachments are not named');
  for (const [at, { name, text, relationship }] of expected.entries()) {
    const number = specs[at] ?? 0;
    const spec = objects.object(number);
    must(names.includes(`${number} 0 R`), `${name} is not in the name tree`);
    must(spec.includes(`/F (${name})`) && spec.includes(`/UF (${name})`), `${name} has another name`);
    must(spec.includes(`/AFRelationship /${relationship}\n`), `${name} has another relationship`);
    const file = Number(/\/EF <<\s*\/F (\d+) 0 R/.exec(spec)?.[1] ?? 0);
    const dictionary = objects.object(file);
    must(dictionary.includes('/Subtype /application#2Fjson'), `${name} has no type`);
    must(/\/ModDate \(D:\d{14}Z\)/.test(dictionary), `${name} has no date`);
    const raw = objects.stream(file);
    const bytes = dictionary.includes('/FlateDecode') ? inflateSync(raw) : Buffer.from(raw);
    must(bytes.equals(Buffer.from(text, 'utf8')), `${name} holds other bytes`);
  }
}

/**
 * Throws when the file is not what `renderMinutes` promises. @returns the number of pages.
 * No replacement for a full validator; it catches what a changed library, a bad option or a bad text would break.
 */
export function assertPdfA(pdf: Uint8Array, expected: readonly ExpectedAttachment[]): number {
  const opening = Buffer.from(pdf.subarray(0, 15)).toString('latin1');
  must(/^%PDF-1\.7\n%[\x80-\xff]{4}\n/.test(opening), 'header');
  const objects = readObjects(pdf);
  assertTrailer(objects.trailer);
  const root = objects.object(reference(objects.trailer, 'Root', 'catalog'));
  must(root.includes('/Lang (vi-VN)'), 'no language');
  must(!/\/(OpenAction|AA|AcroForm|JavaScript)\b/.test(root), 'actions or forms');
  assertMetadata(objects, root);
  assertOutputIntent(objects, root);
  assertFonts(objects);
  assertAttachments(objects, root, expected);
  const pages = objects.object(reference(root, 'Pages', 'pages'));
  return Number(/\/Count (\d+)/.exec(pages)?.[1] ?? 0);
}
