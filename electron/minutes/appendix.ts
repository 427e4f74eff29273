// Appendices stand in the same file under Roman numbers, so that one signature covers all; wide tables lie across.
import type { Content } from 'pdfmake/interfaces.js';
import type { Appendix, Minutes } from '../../shared/minutes/content.ts';
import { tableOf } from './appendix-table.ts';
import type { Faces } from './fonts.ts';
import { centred, wrap } from './lines.ts';
import { firstLine, heightOfLine, innerHeight, innerWidth, paragraphGap, size } from './page.ts';

/** Points that title and notes take at the top of the first page of an appendix. */
function topOf(appendix: Appendix, titleLines: number, room: number, faces: Faces): number {
  const measure = (line: string) => faces.width(line, size.body, 'normal');
  const notes = appendix.notes.map(
    (text) => wrap(text, room - firstLine / 2, measure).length * heightOfLine(size.body),
  );
  const title = (1 + titleLines) * heightOfLine(size.title) + heightOfLine(size.body) + 12;
  return notes.reduce((sum, height) => sum + height + paragraphGap, title);
}

/** "BIÊN BẢN" as a sentence has it. */
const inSentence = (title: string): string => `${title.slice(0, 1)}${title.slice(1).toLowerCase()}`;

/** @param of the minutes: their title and their number as printed ("Số: 05/BB-HĐĐG") stand under the title of every appendix. */
export function appendixOf(appendix: Appendix, of: Pick<Minutes, 'title' | 'number'>, faces: Faces): Content[] {
  const room = innerWidth(appendix.landscape);
  const title = centred(appendix.title, faces, { size: size.title, face: 'bold', room });
  let above = topOf(appendix, title.nodes.length, room, faces) % innerHeight(appendix.landscape);
  const named = of.number.replace(/^Số:\s*/u, '');
  return [
    {
      text: `Phụ lục ${appendix.number}`,
      bold: true,
      alignment: 'center',
      fontSize: size.title,
      pageBreak: 'before',
      pageOrientation: appendix.landscape ? 'landscape' : 'portrait',
    },
    ...title.nodes,
    {
      text: `(Kèm theo ${inSentence(of.title)} số ${named})`,
      italics: true,
      alignment: 'center',
      margin: [0, 2, 0, 10],
    },
    ...appendix.notes.map(
      (text): Content => ({
        text,
        alignment: 'justify',
        leadingIndent: firstLine,
        margin: [0, 0, 0, paragraphGap],
      }),
    ),
    ...appendix.tables.flatMap((table, at) => {
      const { nodes, used } = tableOf(table, appendix.landscape, above, faces, at === 0);
      above = used;
      return nodes;
    }),
  ];
}
