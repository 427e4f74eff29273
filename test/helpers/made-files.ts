// Files as people bring them, made on the spot: PDFs, documents of Word, and archives made to exhaust a reader.

import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { storedZip } from '../../electron/imports/stored-zip.ts';
import { fontsIn } from '../../electron/minutes/fonts.ts';
import { print } from '../../electron/minutes/print.ts';

const fonts = fontsIn(path.resolve(import.meta.dirname, '../../assets'));

/** One page a text. */
export const pdfOf = async (pages: readonly string[]): Promise<Uint8Array> =>
  await print(
    {
      content: pages.map((text, at) => (at === 0 ? { text } : { text, pageBreak: 'before' as const })),
      defaultStyle: { font: 'Tinos' },
    },
    fonts,
  );

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const rel = (kind: string, target: string, more = '') =>
  `<Relationship Id="r${kind}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"${more}/>`;
const rels = (...all: string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
const STYLES = `<w:styles xmlns:w="${W}"><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>`;

export const paragraph = (text: string, style = ''): string =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const D = 'http://schemas.openxmlformats.org/drawingml/2006';
/** A link to outside, and a picture that lies outside and inside. */
export const linked = (text: string): string =>
  `<w:p><w:hyperlink ${R} r:id="rhyperlink"><w:r><w:t>${text}</w:t></w:r></w:hyperlink></w:p>`;
export const pictured = (text: string): string =>
  `<w:p><w:r><w:drawing><wp:inline xmlns:wp="${D}/wordprocessingDrawing"><a:graphic xmlns:a="${D}/main"><a:graphicData>` +
  `<pic:pic xmlns:pic="${D}/picture"><pic:blipFill><a:blip ${R} r:link="rhyperlink" r:embed="rimage"/></pic:blipFill></pic:pic>` +
  `</a:graphicData></a:graphic></wp:inline></w:drawing></w:r><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** `body` is what stands in the document; `head` before its first element. */
export const docxOf = (body: string, head = ''): Uint8Array =>
  new Uint8Array(
    storedZip(
      new Map([
        ['[Content_Types].xml', TYPES],
        ['_rels/.rels', rels(rel('officeDocument', 'word/document.xml'))],
        [
          'word/_rels/document.xml.rels',
          rels(rel('styles', 'styles.xml'), rel('hyperlink', 'http://vi-du.test/', ' TargetMode="External"')),
        ],
        ['word/styles.xml', STYLES],
        [
          'word/document.xml',
          `<?xml version="1.0"?>${head}<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
        ],
      ]),
    ),
  );

/** The same archive with its document packed, and saying that it unpacks to that many bytes. */
export function bombDocx(bytes: number): Uint8Array {
  const name = Buffer.from('word/document.xml');
  const packed = deflateRawSync(Buffer.alloc(bytes, 0x20), { level: 9 });
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(bytes, 22);
  head.writeUInt16LE(name.length, 26);
  const line = Buffer.alloc(46);
  line.writeUInt32LE(0x02014b50, 0);
  line.writeUInt16LE(20, 4);
  line.writeUInt16LE(20, 6);
  line.writeUInt16LE(8, 10);
  line.writeUInt32LE(packed.length, 20);
  line.writeUInt32LE(bytes, 24);
  line.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([head, name, packed, line, name, end]);
}

/** A PDF whose tree of pages names the same page so often, and whose pages hold nothing else; written by hand. */
export function manyPagesPdf(pages: number, words: string): Uint8Array {
  const content = `BT /F1 12 Tf 50 700 Td (${words}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${Array.from({ length: pages }, (_, at) => `${at + 5} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    ...Array.from(
      { length: pages },
      () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents 4 0 R>>',
    ),
  ];
  let text = '%PDF-1.4\n';
  const places: number[] = [];
  for (const [at, object] of objects.entries()) {
    places.push(text.length);
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}
