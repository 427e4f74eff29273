// Measures of the page (Decree 30/2020/NĐ-CP, appendix I): paper, margins and sizes of letters, in points.
import type { Minutes } from '../../shared/minutes/content.ts';

const millimetres = (length: number): number => (length * 72) / 25.4;

export const A4 = { width: 595.28, height: 841.89 } as const;

/** Top and bottom 20-25 mm, left 30-35 mm, right 15-20 mm; landscape keeps them. */
export const margins = {
  left: millimetres(30),
  top: millimetres(20),
  right: millimetres(20),
  bottom: millimetres(20),
} as const;

/** Room between left and right margin. */
export const innerWidth = (landscape: boolean): number =>
  (landscape ? A4.height : A4.width) - margins.left - margins.right;

/** Room between top and bottom margin. */
export const innerHeight = (landscape: boolean): number =>
  (landscape ? A4.width : A4.height) - margins.top - margins.bottom;

export const size = {
  body: 13,
  title: 14,
  nation: 12,
  motto: 13,
  agency: 12,
  pageNumber: 13,
  recipientsHead: 12,
  recipients: 11,
  rehearsal: 11,
  mark: 7.5,
} as const;

/** First line of a paragraph: 1 cm. */
export const firstLine = millimetres(10);
/** At least 6 pt between paragraphs. */
export const paragraphGap = 6;
export const lineHeight = 1.12;
/** What a line of text takes: Tinos has 0.891 em above and 0.216 em below the line; the layout leaves its gap out. */
export const heightOfLine = (fontSize: number): number => fontSize * 1.1074 * lineHeight;

/** Points that a heading needs under its top so that it does not stand alone at the foot of a page; a caption needs a head and a row. */
export const headingNeeds = 3 * heightOfLine(size.body);
/** A label over a heading: both of them, and what the heading needs. */
export const labelNeeds = headingNeeds + 2 * heightOfLine(size.body);
export const captionNeeds = 7 * heightOfLine(size.body);

/** Levels that `pageBreakBefore` looks at: what must not stand at the foot of a page, or must not be split. */
export const keep = { withNext: 1, closingWhole: 2, signaturesWhole: 3, captionWithRows: 4, withHeading: 5 } as const;

export const rehearsalWords = 'DIỄN TẬP – KHÔNG CÓ GIÁ TRỊ';

export const isRehearsal = (minutes: Minutes): boolean => minutes.kind === 'rehearsal';
