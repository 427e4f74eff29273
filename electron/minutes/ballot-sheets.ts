// Ballot sheets of paper: one or more black-and-white A4 pages for each member, the sheet's number large on every page.
import type { Content, ContentTable, DynamicContent, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { ok, type Refusal, type Result, refusal, refuse } from '../../shared/base/result.ts';
import { isNfc } from '../../shared/base/text.ts';
import type { Faces } from './fonts.ts';
import { undrawable } from './glyphs.ts';
import { innerWidth, lineHeight, margins, rehearsalWords } from './page.ts';
import { forMetadata, print } from './print.ts';

export type SheetCriterion = {
  readonly id: string;
  readonly statement: string;
  /** The measured value and what it is compared with, in words; empty where nothing is measured. */
  readonly measured: string;
  readonly notApplicable: boolean;
  /** The member does not judge it. */
  readonly barred: boolean;
  /** What the member marked in the round before, in words; absent where no reason for a change is asked. */
  readonly before?: string;
};

export type BallotSheet = {
  readonly number: number;
  /** Absent on the sheet of a secret ballot, which nobody signs. */
  readonly member?: { readonly name: string; readonly position: string; readonly unit: string };
  readonly groups: readonly { readonly name: string; readonly criteria: readonly SheetCriterion[] }[];
};

export type SheetsInput = {
  readonly superior: string;
  readonly council: string;
  readonly subject: string;
  readonly platform: string;
  readonly round: number;
  readonly scale: 'pass-fail' | 'points';
  readonly rehearsal: boolean;
  readonly sheets: readonly BallotSheet[];
  /** The only date in the file: when the round was opened. */
  readonly date: Date;
  readonly version: string;
};
export type PrintedSheets = { readonly pdf: Uint8Array<ArrayBuffer>; readonly pages: number };

const size = { number: 20, title: 15, body: 11, row: 10.5, small: 9 } as const;
/** Points: of a box for a cross, of a box for a number, of a column with a box in it, of the codes' column. */
const BOX = 15;
const POINTS_BOX = { width: 46, height: 22 } as const;
const MARK_COLUMN = 46;
const POINTS_COLUMN = 58;
const CODE_COLUMN = 50;
const PADDING = 4;
const TOP = margins.top + 34;

const box = (width: number, height: number, column: number): Content => ({
  canvas: [{ type: 'rect', x: (column - width) / 2, y: 2, w: width, h: height, lineWidth: 1, lineColor: 'black' }],
});
const none = (): TableCell => ({ text: '–', alignment: 'center', margin: [0, 4, 0, 0] });

type Column = { readonly label: string; readonly width: number; readonly cell: (at: SheetCriterion) => TableCell };

const markBox = (): TableCell => box(BOX, BOX, MARK_COLUMN);
const NOT_APPLICABLE: Column = {
  label: 'Không áp dụng',
  width: MARK_COLUMN,
  cell: (at) => (at.notApplicable ? markBox() : none()),
};
const COLUMNS: Readonly<Record<SheetsInput['scale'], readonly Column[]>> = {
  'pass-fail': [
    { label: 'Đạt', width: MARK_COLUMN, cell: markBox },
    { label: 'Không đạt', width: MARK_COLUMN, cell: markBox },
    NOT_APPLICABLE,
  ],
  points: [
    {
      label: 'Điểm\n(0–100)',
      width: POINTS_COLUMN,
      cell: () => box(POINTS_BOX.width, POINTS_BOX.height, POINTS_COLUMN),
    },
    NOT_APPLICABLE,
  ],
};

/** A label and a dotted line to write on, as long as the column lets it be. */
function writingLine(label: string, room: number, faces: Faces): Content {
  const from = Math.min(room - 20, faces.width(label, size.small, 'italics') + 4);
  return {
    stack: [
      { text: label, italics: true, fontSize: size.small, margin: [0, 7, 0, 0] },
      {
        canvas: [{ type: 'line', x1: from, y1: -1, x2: room, y2: -1, lineWidth: 0.6, dash: { length: 1, space: 2 } }],
      },
    ],
  };
}

function criterionRow(at: SheetCriterion, columns: readonly Column[], room: number, faces: Faces): TableCell[] {
  const measured: Content[] = at.measured === '' ? [] : [{ text: at.measured, fontSize: size.small }];
  if (at.barred) {
    const words = 'Không chấm: thành viên không tham gia đánh giá tiêu chí này.';
    const rest = columns.slice(1).map((): TableCell => ({}));
    return [
      { text: at.id },
      { text: at.statement },
      { text: words, italics: true, fontSize: size.small, colSpan: columns.length },
      ...rest,
    ];
  }
  const before: Content[] =
    at.before === undefined
      ? []
      : [
          { text: `Vòng trước: ${at.before}`, fontSize: size.small, margin: [0, 2, 0, 0] },
          writingLine('Lý do, nếu chấm khác vòng trước:', room, faces),
        ];
  const lines = writingLine(at.notApplicable ? 'Lý do (nếu không áp dụng), nhận xét:' : 'Nhận xét:', room, faces);
  return [
    { text: at.id },
    { stack: [{ text: at.statement }, ...measured, ...before, lines] },
    ...columns.map((column) => column.cell(at)),
  ];
}

const layout = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  hLineColor: () => 'black',
  vLineColor: () => 'black',
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
  paddingTop: () => 3,
  paddingBottom: () => 4,
};

/** A table for each group: what the columns are, and the group, stand on every page with at least one criterion of it. */
function tables({ scale }: SheetsInput, { groups }: BallotSheet, faces: Faces): readonly ContentTable[] {
  const columns = COLUMNS[scale];
  const widths = [CODE_COLUMN, ...columns.map(({ width }) => width)];
  const borders = (widths.length + 2) * 0.6 + (widths.length + 1) * 2 * PADDING;
  const room = Math.floor(innerWidth(false) - widths.reduce((sum, width) => sum + width, 0) - borders);
  const labels = ['Mã', 'Tiêu chí', ...columns.map(({ label }) => label)];
  return groups.map(({ name, criteria }) => ({
    table: {
      headerRows: 2,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: [CODE_COLUMN, room, ...columns.map(({ width }) => width)],
      body: [
        labels.map((text): TableCell => ({ text, bold: true, alignment: 'center', fontSize: size.small })),
        [{ text: name, bold: true, colSpan: labels.length }, ...labels.slice(1).map((): TableCell => ({}))],
        ...criteria.map((at) => criterionRow(at, columns, room, faces)),
      ],
    },
    layout,
    fontSize: size.row,
    margin: [0, 0, 0, 6],
  }));
}

/** Room for a word on the whole. */
const comment = (faces: Faces): Content => ({
  unbreakable: true,
  margin: [0, 6, 0, 0],
  stack: [
    writingLine('Nhận xét chung:', innerWidth(false), faces),
    ...[0, 1].map(() => writingLine(' ', innerWidth(false), faces)),
  ],
});

const HOW: Readonly<Record<SheetsInput['scale'], string>> = {
  'pass-fail': 'Ở mỗi tiêu chí, đánh dấu X vào đúng một ô.',
  points: 'Ở mỗi tiêu chí, ghi điểm là số nguyên từ 0 đến 100 hoặc đánh dấu X vào ô Không áp dụng.',
};

function signature({ member }: BallotSheet): Content {
  if (member === undefined)
    return {
      text: 'Phiếu kín: không ký tên, không ghi tên trên phiếu.',
      italics: true,
      alignment: 'right',
      margin: [0, 14, 0, 0],
    };
  return {
    unbreakable: true,
    margin: [0, 14, 0, 0],
    columns: [
      { width: '*', text: '' },
      {
        width: 230,
        alignment: 'center',
        stack: [
          { text: 'Ngày ...... tháng ...... năm ............', italics: true },
          { text: 'NGƯỜI ĐÁNH GIÁ', bold: true, margin: [0, 3, 0, 0] },
          { text: '(Ký, ghi rõ họ tên)', italics: true, fontSize: size.small },
          { text: member.name, bold: true, margin: [0, 58, 0, 0] },
        ],
      },
    ],
  };
}

const fact = (label: string, value: string): Content[] =>
  value === '' ? [] : [{ text: [{ text: `${label}: ` }, { text: value, bold: true }], margin: [0, 2, 0, 0] }];

/** Made anew for each layout: the library changes what it lays out. */
function sheetOf(input: SheetsInput, sheet: BallotSheet, faces: Faces, isFirst: boolean): Content[] {
  const { member } = sheet;
  const place = member ? [member.position, member.unit].filter((each) => each !== '').join(', ') : '';
  const asksWhy = sheet.groups.some(({ criteria }) => criteria.some(({ before }) => before !== undefined));
  const how = [
    HOW[input.scale],
    'Chọn Không áp dụng thì phải ghi lý do.',
    ...(asksWhy ? ['Chấm khác vòng trước thì phải ghi lý do.'] : []),
    'Bỏ trống một tiêu chí thì cả phiếu không hợp lệ.',
  ];
  return [
    {
      stack: [
        ...(input.superior === '' ? [] : [{ text: input.superior }]),
        { text: input.council, bold: true },
        { text: 'PHIẾU ĐÁNH GIÁ', bold: true, fontSize: size.title, alignment: 'center', margin: [0, 10, 0, 2] },
        { text: input.subject, alignment: 'center', margin: [0, 0, 0, 6] },
      ],
      ...(isFirst ? {} : { pageBreak: 'before' as const }),
    },
    ...fact('Nền tảng', input.platform),
    ...fact('Vòng chấm', String(input.round)),
    ...(member ? [...fact('Thành viên', member.name), ...fact('Chức vụ, đơn vị', place)] : []),
    { text: how.join(' '), italics: true, fontSize: size.small, margin: [0, 6, 0, 6] },
    ...tables(input, sheet, faces),
    comment(faces),
    signature(sheet),
  ];
}

type Page = { readonly number: number; readonly page: number; readonly pages: number };

const heading = (input: SheetsInput, { number, page, pages }: Page): Content => ({
  margin: [margins.left, 22, margins.right, 0],
  columns: [
    {
      width: '*',
      stack: [
        { text: input.rehearsal ? rehearsalWords : ' ', bold: true, fontSize: size.small },
        { text: `${input.platform} – vòng ${input.round}`, fontSize: size.small, noWrap: false, margin: [0, 4, 12, 0] },
      ],
    },
    {
      width: 'auto',
      stack: [
        { text: `PHIẾU SỐ ${number}`, bold: true, fontSize: size.number, alignment: 'right' },
        { text: `Trang ${page}/${pages}`, fontSize: size.body, alignment: 'right' },
      ],
    },
  ],
});

const definition = (input: SheetsInput, content: Content[], header: DynamicContent): TDocumentDefinitions => ({
  pageSize: 'A4',
  pageMargins: [margins.left, TOP, margins.right, margins.bottom],
  header,
  defaultStyle: { font: 'Tinos', fontSize: size.body, lineHeight, color: 'black' },
  compress: true,
  info: {
    title: forMetadata(`Phiếu đánh giá – ${input.platform} – vòng ${input.round}`),
    author: forMetadata(input.council),
    creator: forMetadata(`Hội đồng ${input.version}`),
    producer: 'Hội đồng, pdfmake 0.3.11',
    creationDate: input.date,
    modDate: input.date,
  },
  content,
});

/** How many pages a sheet takes by itself: the number stands on each, and the library knows it only when all is laid out. */
async function pagesOf(input: SheetsInput, sheet: BallotSheet, faces: Faces): Promise<number> {
  let pages = 1;
  const header: DynamicContent = (page, count) => {
    pages = count;
    return heading(input, { number: sheet.number, page, pages: count });
  };
  await print(definition(input, sheetOf(input, sheet, faces, true), header), faces.paths);
  return pages;
}

/** Every text that is drawn. */
const textsOf = ({ superior, council, subject, platform, sheets }: SheetsInput): readonly string[] => [
  superior,
  council,
  subject,
  platform,
  ...sheets.flatMap(({ member, groups }) => [
    ...(member ? [member.name, member.position, member.unit] : []),
    ...groups.flatMap(({ name, criteria }) => [
      name,
      ...criteria.flatMap(({ id, statement, measured, before = '' }) => [id, statement, measured, before]),
    ]),
  ]),
];

function textFault(input: SheetsInput, faces: Faces): Refusal | undefined {
  for (const text of textsOf(input)) {
    if (!isNfc(text)) return refusal('not-nfc', { where: text.slice(0, 40) });
    const [character] = undrawable(text, faces);
    if (character === undefined) continue;
    const codepoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return refusal('glyph-missing', { character, codepoint, where: text.slice(0, 40), others: 0 });
  }
  return undefined;
}

/** All sheets of a round in one file. Refuses `paper-not-issued` where there is none, `not-nfc`, `glyph-missing`. */
export async function printSheets(input: SheetsInput, faces: Faces): Promise<Result<PrintedSheets>> {
  if (input.sheets.length === 0) return refuse('paper-not-issued');
  const fault = textFault(input, faces);
  if (fault) return { ok: false, refusal: fault };
  const places: Page[] = [];
  for (const sheet of input.sheets) {
    const pages = await pagesOf(input, sheet, faces);
    for (let page = 1; page <= pages; page++) places.push({ number: sheet.number, page, pages });
  }
  const content = input.sheets.flatMap((sheet, at) => sheetOf(input, sheet, faces, at === 0));
  const header: DynamicContent = (page) => heading(input, places[page - 1] ?? { number: 0, page, pages: page });
  return ok({ pdf: await print(definition(input, content, header), faces.paths), pages: places.length });
}
