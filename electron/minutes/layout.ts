// Minutes → definition of the page for the layout library; built anew for each render, because the library changes it.
import type { Content, DynamicContent, Node, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Minutes } from '../../shared/minutes/content.ts';
import { appendixOf } from './appendix.ts';
import type { Faces } from './fonts.ts';
import { head } from './head.ts';
import {
  captionNeeds,
  headingNeeds,
  isRehearsal,
  keep,
  labelNeeds,
  lineHeight,
  margins,
  rehearsalWords,
  size,
} from './page.ts';
import { fieldOf } from './prose.ts';
import { ending, type SignatureBox } from './signature-block.ts';

export type Layout = { readonly definition: TDocumentDefinitions; readonly boxes: () => SignatureBox[] };

const needs: Readonly<Record<number, number>> = {
  [keep.withNext]: headingNeeds,
  [keep.captionWithRows]: captionNeeds,
  [keep.withHeading]: labelNeeds,
};

/** Called by the library until nothing moves any more; each `true` lays the whole out again. */
function breakBefore(node: Node): boolean {
  const level = node.headlineLevel;
  if (level === undefined) return false;
  if (level === keep.closingWhole || level === keep.signaturesWhole) return node.pageNumbers.length > 1;
  const { top, pageInnerHeight } = node.startPosition;
  return top + (needs[level] ?? 0) > margins.top + pageInnerHeight;
}

const RED = '#b00020';

/** Page number from 2 on, Arabic, in the middle of the top margin; a rehearsal says what it is above it. */
const running =
  (rehearsal: boolean): DynamicContent =>
  (page) => ({
    margin: [margins.left, 0, margins.right, 0],
    stack: [
      {
        text: rehearsal ? rehearsalWords : ' ',
        fontSize: size.rehearsal,
        bold: true,
        color: RED,
        alignment: 'center',
        margin: [0, 12, 0, 1],
      },
      { text: page > 1 ? String(page) : ' ', fontSize: size.pageNumber, alignment: 'center' },
    ],
  });

const foot =
  (mark: string): DynamicContent =>
  () => ({
    text: mark,
    fontSize: size.mark,
    color: '#666666',
    alignment: 'right',
    margin: [margins.left, 22, margins.right, 0],
  });

export function layOut(minutes: Minutes, faces: Faces): Layout {
  const rehearsal = isRehearsal(minutes);
  const end = ending(minutes, faces);
  const content: Content[] = [
    ...head(minutes, faces),
    ...minutes.fields.flatMap(fieldOf),
    ...end.nodes,
    ...minutes.appendices.flatMap((appendix) => appendixOf(appendix, minutes, faces)),
  ];
  return {
    definition: {
      pageSize: 'A4',
      pageMargins: [margins.left, margins.top, margins.right, margins.bottom],
      header: running(rehearsal),
      footer: foot(minutes.mark),
      ...(rehearsal
        ? { watermark: { text: rehearsalWords, color: RED, opacity: 0.13, bold: true, fontSize: 54 } }
        : {}),
      defaultStyle: { font: 'Tinos', fontSize: size.body, lineHeight },
      pageBreakBefore: breakBefore,
      content,
    },
    boxes: end.boxes,
  };
}
