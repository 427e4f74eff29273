// The end of the minutes: closing sentence, THƯ KÝ left and CHỦ TỌA right with room for the stamps, then "Nơi nhận".
import type { Column, Content, ContentText } from 'pdfmake/interfaces.js';
import type { Minutes, Signatory } from '../../shared/minutes/content.ts';
import type { Faces } from './fonts.ts';
import { centred } from './lines.ts';
import { A4, innerWidth, keep, size } from './page.ts';
import { paragraphOf } from './prose.ts';

/** Where a signature field stands; the rectangle is in PDF user space (points from the lower left corner). */
export type SignatureBox = {
  readonly field: Signatory['field'];
  /** From 1. */
  readonly page: number;
  readonly rect: readonly [x0: number, y0: number, x1: number, y1: number];
};

/** What a visible stamp gets: five lines of 8 pt and a frame. */
export const boxSize = { width: 196, height: 66 } as const;

type Placed = { positions?: readonly { pageNumber: number; left: number; top: number }[] };
type Anchor = { readonly field: Signatory['field']; readonly node: Content & Placed; readonly room: number };

export type Ending = { readonly nodes: Content[]; readonly boxes: () => SignatureBox[] };

const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * Titles, roles, room and names are rows of two columns, so that both boxes stand at one height whatever the roles
 * need. The room is the margin over the names: their own positions tell where it came to lie. Nothing here may be
 * `unbreakable` (positions inside are relative to the block); `keep` makes the whole move to a new page instead.
 */
function signatures(signatories: readonly Signatory[], faces: Faces): { stack: Content[]; anchors: Anchor[] } {
  const gap = 10;
  const room = (innerWidth(false) - gap) / 2;
  const anchors: Anchor[] = [];
  const columns: { title: Content[]; role: Content[]; name: Content[] }[] = [];
  for (const field of ['ThuKy', 'ChuToa'] as const) {
    const signatory = signatories.find((one) => one.field === field);
    const lines = (text: string) => centred(text, faces, { size: size.body, face: 'bold', room }).nodes;
    columns.push({
      title: signatory ? lines(signatory.title) : [],
      role: signatory && signatory.role !== '' ? lines(signatory.role) : [],
      name: signatory ? lines(signatory.name) : [],
    });
    const name = columns.at(-1)?.name[0];
    if (signatory && name && typeof name === 'object' && !Array.isArray(name))
      anchors.push({ field, node: name, room });
  }
  const row = (part: 'title' | 'role' | 'name', above: number): Content => ({
    columns: columns.map((column): Column => ({ width: room, stack: column[part] })),
    columnGap: gap,
    margin: [0, above, 0, 0],
  });
  return { stack: [row('title', 8), row('role', 0), row('name', boxSize.height + 8)], anchors };
}

function boxOf({ field, node, room }: Anchor): SignatureBox {
  const place = node.positions?.[0];
  if (place === undefined) throw new Error(`no place for the signature field ${field}`);
  const left = place.left + (room - boxSize.width) / 2;
  const bottom = A4.height - place.top + 4;
  return {
    field,
    page: place.pageNumber,
    rect: [round(left), round(bottom), round(left + boxSize.width), round(bottom + boxSize.height)],
  };
}

function recipients(lines: readonly string[]): Content[] {
  if (lines.length === 0) return [];
  const line: Partial<ContentText> = { fontSize: size.recipients, alignment: 'left' };
  return [
    {
      text: 'Nơi nhận:',
      fontSize: size.recipientsHead,
      bold: true,
      italics: true,
      margin: [0, 16, 0, 1],
      headlineLevel: keep.withNext,
    },
    ...lines.map((text): Content => ({ ...line, text })),
  ];
}

/** `boxes` tells the truth only after the definition was laid out. */
export function ending(minutes: Minutes, faces: Faces): Ending {
  const { stack, anchors } = signatures(minutes.signatories, faces);
  return {
    nodes: [
      {
        stack: [
          paragraphOf(minutes.closing),
          { stack: [...stack, ...recipients(minutes.recipients)], headlineLevel: keep.signaturesWhole },
        ],
        headlineLevel: keep.closingWhole,
      },
    ],
    boxes: () => anchors.map(boxOf),
  };
}
