// The opened sheets as columns: by name, by number where the ballot is secret, and written opinions beside them.
import type { SheetView } from '../../shared/contract/views.ts';
import type { Words } from '../state/words.ts';

/** A sheet with what stands over it. */
export type Sheet = SheetView & {
  /** The seat; of a sheet without a name its number. */
  readonly id: string;
  readonly name: string;
  /** Marks of a written opinion: to be read beside the others, never counted. */
  readonly isReference: boolean;
};

type Naming = { readonly name: (seat: string) => string; readonly t: Words['t'] };

export const columnsOf = (
  sheets: readonly SheetView[],
  opinions: readonly SheetView[],
  { name, t }: Naming,
): readonly Sheet[] => [
  ...sheets.map((sheet, at) => ({
    ...sheet,
    id: sheet.seat ?? String(at + 1),
    name: sheet.seat === null ? t('results.sheet', { number: at + 1 }) : name(sheet.seat),
    isReference: false,
  })),
  ...opinions.map((sheet, at) => {
    const who = sheet.seat === null ? t('results.sheet', { number: at + 1 }) : name(sheet.seat);
    return {
      ...sheet,
      id: `opinion-${sheet.seat ?? at}`,
      name: t('results.opinion.of', { name: who }),
      isReference: true,
    };
  }),
];
