// The fields of form 1.9 and their paragraphs: body 13 pt, justified, first line 1 cm, 6 pt between paragraphs.
import type { Content, ContentText } from 'pdfmake/interfaces.js';
import { type Field, type Paragraph, textOf } from '../../shared/minutes/content.ts';
import { firstLine, keep, paragraphGap } from './page.ts';

const body = {
  alignment: 'justify',
  leadingIndent: firstLine,
  margin: [0, 0, 0, paragraphGap],
} satisfies Partial<ContentText>;

const LONGEST_UNBROKEN = 32;

/**
 * Numbers of documents, dates and shares as one piece each: the layout breaks after "/" and "-", and in a justified line
 * it sets the pieces apart ("12/ QĐ- CQM"). An address may be longer than a line and stays breakable.
 */
function unbroken(text: string): Content[] {
  return text
    .split(/([^\s/-]+(?:[/-][^\s/-]+)+\s?)/u)
    .filter((run) => run !== '')
    .map((run) => (/[/-]/u.test(run.trim()) && run.length <= LONGEST_UNBROKEN ? { text: run, noWrap: true } : run));
}

/** A line before a word as long as a hash cannot be justified: its few words would stand far apart. */
const looseWhereLong = (text: string): Pick<ContentText, 'alignment'> =>
  /\S{48,}/u.test(text) ? { alignment: 'left' } : {};

/** Facts print like all other text: only the editor tells them apart. */
export const paragraphOf = (paragraph: Paragraph): Content =>
  paragraph.heading
    ? {
        text: textOf(paragraph),
        bold: true,
        margin: [firstLine, 3, 0, paragraphGap],
        headlineLevel: keep.withNext,
      }
    : { ...body, ...looseWhereLong(textOf(paragraph)), text: unbroken(textOf(paragraph)) };

const labelOf = (label: string): string => (label.endsWith(':') ? label : `${label}:`);

/** One plain paragraph follows its label on the same line; several stand under it. */
export function fieldOf(field: Field): Content[] {
  const label = labelOf(field.label);
  const [only, ...more] = field.paragraphs;
  if (only !== undefined && more.length === 0 && !only.heading)
    return [{ ...body, text: [{ text: `${label} `, bold: true }, ...unbroken(textOf(only))] }];
  return [
    {
      ...body,
      text: label,
      bold: true,
      alignment: 'left',
      headlineLevel: only?.heading ? keep.withHeading : keep.withNext,
    },
    ...field.paragraphs.map(paragraphOf),
  ];
}
