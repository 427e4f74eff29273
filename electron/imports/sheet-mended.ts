// What falls out of cells or is composed in them when they are taken as text: said, with the first cell and a count.
import { cleanText, isNfc } from '../../shared/base/text.ts';
import { type FindingCode, warning } from '../../shared/criteria/finding.ts';
import type { Placed } from './halt.ts';
import { placeOfCell, type Sheet } from './sheet.ts';

const ASCII = /^[\t\n\r\u0020-\u007e]*$/;
const bare = (text: string): string => text.replace(/\s/g, '');
const losesSigns = (cell: string): boolean => bare(cleanText(cell)) !== bare(cell.normalize('NFC'));

const saidOnce = (code: FindingCode, places: readonly ReturnType<typeof placeOfCell>[]): readonly Placed[] =>
  places.length === 0 ? [] : [{ ...warning(code, '', { count: places.length }), ...places[0] }];

/** Decomposed accents and hidden signs, in every cell of these sheets; white space may be folded silently. */
export function mendedIn(sheets: readonly Sheet[]): readonly Placed[] {
  const cells = sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row) =>
      row.cells.flatMap((cell, at) => (ASCII.test(cell) ? [] : [{ cell, place: placeOfCell(sheet, row, at + 1) }])),
    ),
  );
  const placesWhere = (is: (cell: string) => boolean) => cells.filter(({ cell }) => is(cell)).map(({ place }) => place);
  return [
    ...saidOnce(
      'text-normalised',
      placesWhere((cell) => !isNfc(cell)),
    ),
    ...saidOnce('characters-removed', placesWhere(losesSigns)),
  ];
}
