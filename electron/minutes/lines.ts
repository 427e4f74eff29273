// Breaking of short centred texts into lines of like length, and the rules drawn under them.
import type { Content } from 'pdfmake/interfaces.js';
import type { Face, Faces } from './fonts.ts';

/** Greedy lines no wider than `room`, as the layout would break them. A single word may be wider. */
export function wrap(text: string, room: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && measure(longer) > room) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    lines.push(line);
  }
  return lines;
}

/** As few lines as fit, as even as they can be, so that no word stands alone under a long line. */
export function evenLines(text: string, room: number, measure: (line: string) => number): string[] {
  const fewest = wrap(text, room, measure);
  let [narrow, wide] = [0, room];
  while (wide - narrow > 1) {
    const middle = (narrow + wide) / 2;
    const lines = wrap(text, middle, measure);
    if (lines.length <= fewest.length && lines.every((line) => measure(line) <= room)) wide = middle;
    else narrow = middle;
  }
  return wide === room ? fewest : wrap(text, wide, measure);
}

type Centred = { readonly size: number; readonly face: Face; readonly room: number };

/** One centred node per line, and the width of the widest. */
export function centred(
  text: string,
  faces: Faces,
  { size, face, room }: Centred,
): { nodes: Content[]; widest: number } {
  const measure = (line: string) => faces.width(line, size, face);
  const lines = evenLines(text, room, measure);
  return {
    nodes: lines.map((line) => ({
      text: line,
      alignment: 'center',
      fontSize: size,
      bold: face === 'bold' || face === 'bolditalics',
      italics: face === 'italics' || face === 'bolditalics',
    })),
    widest: Math.min(room, Math.max(0, ...lines.map(measure))),
  };
}

/** A rule of `length` in the middle of `room`, drawn a little under the text above it. */
export const ruleUnder = (length: number, room: number): Content => ({
  canvas: [{ type: 'line', x1: (room - length) / 2, y1: 1.5, x2: (room + length) / 2, y2: 1.5, lineWidth: 0.7 }],
});
