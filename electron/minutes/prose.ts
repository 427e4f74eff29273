// The fields of form 1.9 and their paragraphs: body 13 pt, justified, first line 1 cm, 6 pt between paragraphs.
import type { Content, ContentText } from 'pdfmake/interfaces.js';
import { type Field, type Paragraph, textOf } from '../../shared/minutes/content.ts';
import { firstLine, keep, paragraphGap } from './page.ts';

const body = {
  alignment: 'justify',
  leadingIndent: firstLine,
  margin: [0, 0, 0, paragraphGap],
} satisfies Partial<ContentText>;

/** Facts print like all other text: only the editor tells them apart. */
export const paragraphOf = (paragraph: Paragraph): Content =>
  paragraph.heading
    ? {
        text: textOf(paragraph),
        bold: true,
        margin: [firstLine, 3, 0, paragraphGap],
        headlineLevel: keep.withNext,
      }
    : { ...body, text: textOf(paragraph) };

const labelOf = (label: string): string => (label.endsWith(':') ? label : `${label}:`);

/** One plain paragraph follows its label on the same line; several stand under it. */
export function fieldOf(field: Field): Content[] {
  const label = labelOf(field.label);
  const [only, ...more] = field.paragraphs;
  if (only !== undefined && more.length === 0 && !only.heading)
    return [{ ...body, text: [{ text: `${label} `, bold: true }, textOf(only)] }];
  return [
    { ...body, text: label, bold: true, alignment: 'left', headlineLevel: keep.withNext },
    ...field.paragraphs.map(paragraphOf),
  ];
}
