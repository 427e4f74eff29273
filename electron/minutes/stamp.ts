// The visible form of a signature: one page of the size of its box, to be set into the signature field.
import type { Content } from 'pdfmake/interfaces.js';
import { ok, type Result } from '../../shared/base/result.ts';
import { cleanLine } from '../../shared/base/text.ts';
import type { Faces } from './fonts.ts';
import { wrap } from './lines.ts';
import { rehearsalWords } from './page.ts';
import { checkPng } from './png.ts';
import { print } from './print.ts';

export type Stamp = {
  /** Points; those of the signature box. */
  readonly width: number;
  readonly height: number;
  /** First line, for example 'Ký số bởi'. */
  readonly title: string;
  readonly name: string;
  /** May be empty. */
  readonly unit: string;
  /** As it shall be read: '05/02/2026 11:52:07 +07:00'. Only a claim of the signing machine, and labelled so. */
  readonly time: string;
  /** Serial number of the certificate: two signers may bear one name. */
  readonly serial: string;
  readonly rehearsal: boolean;
  /** PNG of the personal signature, blue on transparent (Decree 30/2020, appendix I, II.7). */
  readonly image?: Uint8Array;
  /** Goes into the file's own information; never the clock. */
  readonly date: Date;
};

type Line = { readonly text: string; readonly bold: boolean; readonly color: string };

const BLUE = '#1a3a8f';
const RED = '#b00020';
const LARGEST = 8.5;
const SMALLEST = 4.5;
const LINE = 1.13;
const EDGE = 4;

/** Names in certificates are foreign text: one line, NFC, not endless, and what the font lacks becomes a question mark. */
function printable(text: string, faces: Faces): string {
  const clean = [...cleanLine(text)].slice(0, 200);
  return clean.map((character) => (faces.draws(character.codePointAt(0) ?? 0) ? character : '?')).join('');
}

function entriesOf(stamp: Stamp, faces: Faces): Line[] {
  const line = (text: string, bold = false, color = BLUE): Line => ({ text: printable(text, faces), bold, color });
  return [
    ...(stamp.rehearsal ? [line(rehearsalWords, true, RED)] : []),
    line(`${stamp.title}:`),
    line(stamp.name, true),
    ...(stamp.unit === '' ? [] : [line(stamp.unit)]),
    line(`Thời gian ký (theo máy): ${stamp.time}`),
    line(`Số chứng thư: ${stamp.serial}`),
  ];
}

/** Words wider than the line (serial numbers) are cut where the line ends. */
function cutWords(text: string, room: number, measure: (line: string) => number): string {
  return text
    .split(' ')
    .flatMap((word) => {
      const parts: string[] = [];
      let part = '';
      for (const character of word) {
        if (part !== '' && measure(part + character) > room) {
          parts.push(part);
          part = '';
        }
        part += character;
      }
      return [...parts, part];
    })
    .join(' ');
}

function linesAt(entries: readonly Line[], size: number, room: number, faces: Faces): Line[] {
  return entries.flatMap((entry) => {
    const measure = (line: string) => faces.width(line, size, entry.bold ? 'bold' : 'normal');
    return wrap(cutWords(entry.text, room, measure), room, measure).map((text) => ({ ...entry, text }));
  });
}

/** The largest letters with which all fits; with the smallest, what is too much is cut and ends in dots. */
function fitted(
  entries: readonly Line[],
  width: number,
  height: number,
  faces: Faces,
): { size: number; lines: Line[] } {
  for (let size = LARGEST; size > SMALLEST; size -= 0.5) {
    const lines = linesAt(entries, size, width, faces);
    if (lines.length * size * LINE <= height) return { size, lines };
  }
  const most = Math.max(1, Math.floor(height / (SMALLEST * LINE) / entries.length));
  const short = entries.flatMap((entry) => {
    const lines = linesAt([entry], SMALLEST, width, faces);
    return lines
      .slice(0, most)
      .map((line, at) =>
        at === most - 1 && lines.length > most ? { ...line, text: `${line.text.slice(0, -1)}…` } : line,
      );
  });
  return { size: SMALLEST, lines: short.slice(0, Math.max(1, Math.floor(height / (SMALLEST * LINE)))) };
}

/**
 * One page of `width` x `height` points, the same bytes for the same input. Refuses a bad image (`stamp-image {reason}`);
 * throws on a box outside 80-400 x 30-200 points.
 */
export async function renderStamp(stamp: Stamp, faces: Faces): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const { width, height, image } = stamp;
  if (!(width >= 80 && width <= 400 && height >= 30 && height <= 200))
    throw new Error(`no room for a stamp: ${width} x ${height}`);
  const checked = image && checkPng(image);
  if (checked && !checked.ok) return checked;

  const inside = height - 2 * EDGE;
  const pictureWidth = image ? Math.round(width * 0.34) : 0;
  const pictureHeight = checked ? Math.min(inside, (checked.value.height * pictureWidth) / checked.value.width) : 0;
  const left = EDGE + (image ? pictureWidth + 3 : 0);
  const { size, lines } = fitted(entriesOf(stamp, faces), width - left - EDGE, inside, faces);
  const step = size * LINE;
  const top = (height - lines.length * step) / 2;
  const content: Content[] = [
    {
      canvas: [{ type: 'rect', x: 0, y: 0, w: width - 1, h: height - 1, lineWidth: 0.7, lineColor: BLUE }],
      absolutePosition: { x: 0.5, y: 0.5 },
    },
    ...(image
      ? [
          {
            image: `data:image/png;base64,${Buffer.from(image).toString('base64')}`,
            fit: [pictureWidth, inside] as [number, number],
            absolutePosition: { x: EDGE, y: EDGE + Math.max(0, (inside - pictureHeight) / 2) },
          },
        ]
      : []),
    ...lines.map(
      (line, at): Content => ({
        text: line.text,
        bold: line.bold,
        color: line.color,
        noWrap: true,
        absolutePosition: { x: left, y: top + at * step },
      }),
    ),
  ];
  const date = new Date(Math.floor(stamp.date.getTime() / 1000) * 1000);
  return ok(
    await print(
      {
        version: '1.7',
        pageSize: { width, height },
        pageMargins: 0,
        info: { title: 'stamp', creator: 'Hội đồng', producer: 'Hội đồng', creationDate: date, modDate: date },
        defaultStyle: { font: 'Tinos', fontSize: size },
        content,
      },
      faces.paths,
    ),
  );
}
