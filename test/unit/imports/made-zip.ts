// Zips made on purpose, sound or not, and workbooks whose parts a test writes by hand.
import { crc32, deflateRawSync } from 'node:zlib';

export type MadeEntry = {
  readonly name: string;
  readonly text?: string | Uint8Array;
  /** What the archive says of it, where that is not the truth. */
  readonly says?: { readonly size?: number; readonly crc?: number; readonly flags?: number; readonly method?: number };
};

function fields(...list: readonly (readonly [width: 2 | 4, value: number])[]): Buffer {
  const bytes = Buffer.alloc(list.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of list) at = bytes.writeUIntLE(value, at, width);
  return bytes;
}

/** Deflated; `count`: how many entries the end of the archive says there are. */
export function madeZip(entries: readonly MadeEntry[], count = entries.length): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text = '', says = {} } of entries) {
    const bytes = Buffer.from(text);
    const [title, packed] = [Buffer.from(name), deflateRawSync(bytes)];
    const { size = bytes.length, crc = crc32(bytes), flags = 0x0800, method = 8 } = says;
    const head = [
      [2, 20],
      [2, flags],
      [2, method],
      [4, 0x0021_0000],
      [4, crc],
      [4, packed.length],
      [4, size],
      [2, title.length],
      [2, 0],
    ] as const;
    const local = Buffer.concat([fields([4, 0x0403_4b50], ...head), title, packed]);
    directory.push(fields([4, 0x0201_4b50], [2, 20], ...head, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), title);
    bodies.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = fields([4, 0x0605_4b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]);
  return new Uint8Array(Buffer.concat([...bodies, ...directory, end]));
}

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type MadeSheet = {
  readonly name: string;
  /** What stands in `sheetData`. */
  readonly rows: string;
  readonly state?: string;
};
export type MadeBook = {
  readonly sheets: readonly MadeSheet[];
  readonly strings?: readonly string[];
  readonly styles?: string;
  readonly since1904?: boolean;
  readonly more?: readonly MadeEntry[];
  /** Of tags, as some libraries write them. */
  readonly prefix?: string;
};

export function madeBook({ sheets, strings = [], styles, since1904, more = [], prefix = '' }: MadeBook): Uint8Array {
  const rel = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${TYPE}/${kind}" Target="${target}"/>`;
  const rels = [
    ...sheets.map((_, at) => rel(`s${at}`, 'worksheet', `worksheets/s${at}.xml`)),
    rel('t', 'sharedStrings', '/xl/sharedStrings.xml'),
    rel('y', 'styles', 'styles.xml'),
  ].join('');
  const listed = sheets.map(({ name, state }, at) => {
    return `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at}"${state === undefined ? '' : ` state="${state}"`}/>`;
  });
  return madeZip([
    { name: '[Content_Types].xml', text: '<Types/>' },
    { name: 'xl/_rels/workbook.xml.rels', text: `<?xml version="1.0"?><Relationships>${rels}</Relationships>` },
    {
      name: 'xl/workbook.xml',
      text: `<workbook><workbookPr${since1904 === true ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    },
    ...sheets.map(({ rows }, at) => ({
      name: `xl/worksheets/s${at}.xml`,
      text: `<${prefix}worksheet><${prefix}sheetData>${rows}</${prefix}sheetData></${prefix}worksheet>`,
    })),
    { name: 'xl/sharedStrings.xml', text: `<sst>${strings.map((each) => `<si><t>${each}</t></si>`).join('')}</sst>` },
    { name: 'xl/styles.xml', text: styles ?? '<styleSheet/>' },
    ...more,
  ]);
}

const escapeText = (text: string): string => text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const letters = (column: number): string => {
  const before = Math.floor((column - 1) / 26);
  return `${before > 0 ? letters(before) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
};
/** Rows of texts, from the first row; an empty text is no cell. */
export const textRows = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells, r) => {
      const made = cells.map((text, c) =>
        text === '' ? '' : `<c r="${letters(c + 1)}${r + 1}" t="inlineStr"><is><t>${escapeText(text)}</t></is></c>`,
      );
      return `<row r="${r + 1}">${made.join('')}</row>`;
    })
    .join('');

export const tableBook = (rows: readonly (readonly string[])[], name = 'Bảng'): Uint8Array =>
  madeBook({ sheets: [{ name, rows: textRows(rows) }] });
