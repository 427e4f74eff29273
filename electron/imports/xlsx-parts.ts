// Takes from a workbook the parts that hold cells, cleans them, packs them anew, and names what is left behind.
import path from 'node:path';
import { clip, warning } from '../../shared/criteria/finding.ts';
import { halt, type Placed } from './halt.ts';
import { SHEET_LIMITS } from './sheet.ts';
import { storedZip } from './stored-zip.ts';
import { type CleanSheet, cleanSheet, type Styles } from './xlsx-clean-sheet.ts';
import { attributesOf, tagsOf, unescapeXml, xmlText } from './xlsx-xml.ts';
import { type OpenedZip, openZip } from './xlsx-zip.ts';

export type Workbook = {
  /** A workbook of nothing but cells; its sheets are those of `sheets`, in that order. */
  readonly clean: ArrayBuffer;
  readonly sheets: readonly (CleanSheet & { readonly name: string })[];
  readonly warnings: readonly Placed[];
  readonly leftOut: readonly string[];
};

/** What is never opened, by the names of parts (ECMA-376 part 1, annex on part names; [MS-OFFMACRO2]). */
const LEFT_BEHIND = [
  ['xlsx-macros', /(^|\/)(vbaProject[^/]*|vbaData\.xml|macrosheets\/.*|dialogsheets\/.*)$/i],
  ['xlsx-links', /(^|\/)(externalLinks\/.*|connections\.xml|queryTables\/.*|webExtensions\/.*|customData\/.*)$/i],
  ['xlsx-objects', /(^|\/)(embeddings|activeX|ctrlProps|media|drawings|charts|diagrams|model)\/.*$/i],
  ['xlsx-comments', /(^|\/)(comments[^/]*\.xml|threadedComments\/.*)$/i],
] as const;
const LEFT_TOLD = 20;
/** Of a sheet; spreadsheet programs take 31 characters. */
const NAME = 100;
const isRels = (name: string): boolean => name.endsWith('.rels');

function leftBehind(names: readonly string[]): Pick<Workbook, 'warnings' | 'leftOut'> {
  const found = LEFT_BEHIND.map(([code, pattern]) => {
    return [code, names.filter((name) => pattern.test(name) && !isRels(name))] as const;
  }).filter(([, parts]) => parts.length > 0);
  return {
    warnings: found.map(([code, parts]) => warning(code, '', { count: parts.length })),
    leftOut: found
      .flatMap(([, parts]) => parts)
      .slice(0, LEFT_TOLD)
      .map(clip),
  };
}

type Rel = { readonly kind: string; readonly part: string };

/** Relations of the workbook to parts of its own, by id; what leads outside is not among them. */
function relationsOf(xml: string): ReadonlyMap<string, Rel> {
  const found = new Map<string, Rel>();
  for (const tag of tagsOf(xml, 'workbook.xml.rels')) {
    if (tag.name !== 'Relationship' || tag.kind === 'close') continue;
    const attributes = attributesOf(tag);
    const target = unescapeXml(attributes.get('Target') ?? '');
    if (attributes.get('TargetMode') === 'External' || target === '') continue;
    const part = target.startsWith('/') ? target.slice(1) : path.posix.normalize(`xl/${target}`);
    // Transitional and strict documents name types differently up to the last word.
    found.set(attributes.get('Id') ?? '', { kind: (attributes.get('Type') ?? '').split('/').at(-1) ?? '', part });
  }
  return found;
}

type Listed = { readonly name: string; readonly id: string; readonly hidden: boolean };

/** `_xHHHH_` stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
const unescapeName = (text: string): string =>
  unescapeXml(text).replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function readWorkbook(xml: string): { readonly sheets: readonly Listed[]; readonly since1904: boolean } {
  const sheets: Listed[] = [];
  let since1904 = false;
  for (const tag of tagsOf(xml, 'workbook.xml')) {
    const attributes = attributesOf(tag);
    if (tag.name === 'workbookPr') since1904 ||= ['1', 'true'].includes(attributes.get('date1904') ?? '');
    if (tag.name !== 'sheet' || tag.kind === 'close') continue;
    const hidden = ['hidden', 'veryHidden'].includes(attributes.get('state') ?? '');
    sheets.push({
      name: unescapeName(attributes.get('name') ?? '').slice(0, NAME),
      id: attributes.get('id') ?? '',
      hidden,
    });
  }
  return { sheets, since1904 };
}

/** Formats 9 and 10 are built in (ECMA-376 part 1, 18.8.30); in a format of its own "%" outside quotes means percent. */
function readStyles(xml: string): Styles {
  const percentFormats = new Set([9, 10]);
  const percent = new Set<number>();
  let [count, inside] = [0, false];
  for (const tag of tagsOf(xml, 'styles.xml')) {
    if (tag.name === 'cellXfs') inside = tag.kind === 'open';
    if (tag.kind === 'close') continue;
    const attributes = attributesOf(tag);
    const format = Number(attributes.get('numFmtId') ?? '0');
    const code = unescapeXml(attributes.get('formatCode') ?? '').replace(/"[^"]*"|\\./g, '');
    if (tag.name === 'numFmt' && code.includes('%')) percentFormats.add(format);
    if (tag.name !== 'xf' || !inside) continue;
    if (percentFormats.has(format)) percent.add(count);
    count += 1;
  }
  return { count, percent };
}

const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Sheets get plain names: their own are kept aside, so that nothing in a name reaches the reader. */
function pack(sheets: readonly CleanSheet[], since1904: boolean, others: ReadonlyMap<string, string>): ArrayBuffer {
  const rel = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${DOCUMENT}/${kind}" Target="${target}"/>`;
  const list = sheets.map((_, at) => `<sheet name="S${at + 1}" sheetId="${at + 1}" r:id="r${at + 1}"/>`).join('');
  const rels = [
    ...sheets.map((_, at) => rel(`r${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
    ...[...others.keys()].map((kind) => rel(`o-${kind}`, kind, `${kind}.xml`)),
  ].join('');
  return storedZip(
    new Map([
      ['xl/_rels/workbook.xml.rels', `<Relationships xmlns="${PACKAGE}">${rels}</Relationships>`],
      [
        'xl/workbook.xml',
        `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><workbookPr${since1904 ? ' date1904="1"' : ''}/>` +
          `<sheets>${list}</sheets></workbook>`,
      ],
      ...[...others].map(([kind, xml]) => [`xl/${kind}.xml`, xml] as const),
      ...sheets.map(({ xml }, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml] as const),
    ]),
  );
}

async function textOf(zip: OpenedZip, part: string): Promise<string | undefined> {
  const bytes = await zip.read(part);
  return bytes === undefined ? undefined : xmlText(bytes, part);
}

const needed = (text: string | undefined, part: string): string => text ?? halt('xlsx-broken', { part: clip(part) });

/** Rejects with a `Halt`, whatever the bytes are. */
export async function cleanWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const zip = await openZip(bytes);
  const book = await textOf(zip, 'xl/workbook.xml');
  if (book === undefined) return halt('xlsx-none');
  const rels = relationsOf(needed(await textOf(zip, 'xl/_rels/workbook.xml.rels'), 'workbook.xml.rels'));
  const { sheets: listed, since1904 } = readWorkbook(book);
  const others = new Map<string, string>();
  for (const kind of ['sharedStrings', 'styles']) {
    const part = [...rels.values()].find((each) => each.kind === kind)?.part;
    const xml = part === undefined ? undefined : await textOf(zip, part);
    if (xml === undefined) continue;
    // Walked through for a DOCTYPE: the reader resolves none, the next one might.
    if (kind === 'sharedStrings') for (const _ of tagsOf(xml, kind));
    others.set(kind, xml);
  }
  const styles = readStyles(others.get('styles') ?? '');
  const left = leftBehind(zip.names);
  const warnings: Placed[] = [...left.warnings];
  const room = { cells: SHEET_LIMITS.cells, grid: SHEET_LIMITS.grid };
  const sheets: (CleanSheet & { name: string })[] = [];
  for (const { name, id, hidden } of listed) {
    const rel = rels.get(id);
    if (rel?.kind !== 'worksheet') continue;
    if (hidden) warnings.push(warning('sheet-hidden', '', { name: clip(name) }));
    else sheets.push({ name, ...cleanSheet(needed(await textOf(zip, rel.part), rel.part), name, styles, room) });
  }
  if (sheets.length === 0) return halt('file-empty');
  return { clean: pack(sheets, since1904, others), sheets, warnings, leftOut: left.leftOut };
}
