// What a file is, in words: from the type that its bytes say.
import type { ScreenKey } from '../../shared/lang/screens-vi.ts';
import { useWords } from './words.ts';

type TypeKey = ScreenKey & `type.${string}`;

const KNOWN: readonly (readonly [RegExp, TypeKey])[] = [
  [/^application\/pdf/, 'type.pdf'],
  [/^image\//, 'type.image'],
  [/wordprocessingml|ms-?word|opendocument\.text/, 'type.word'],
  [/spreadsheetml|ms-excel|opendocument\.spreadsheet/, 'type.sheet'],
  [/presentationml|ms-powerpoint|opendocument\.presentation/, 'type.slides'],
  [/^text\/csv/, 'type.csv'],
  [/^text\/|json|xml/, 'type.text'],
  [/^audio\//, 'type.audio'],
  [/^video\//, 'type.video'],
  [/zip|rar|7z|tar|compress/, 'type.archive'],
  [/ole-storage/, 'type.office.old'],
];

export const typeKeyOf = (mediaType: string): TypeKey =>
  KNOWN.find(([pattern]) => pattern.test(mediaType))?.[1] ?? 'type.other';

export function useTypeWords(): (mediaType: string) => string {
  const { t } = useWords();
  return (mediaType) => t(typeKeyOf(mediaType));
}
