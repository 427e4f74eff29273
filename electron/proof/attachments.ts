// The two files inside the minutes' file, in one place: who seals and who checks must lay out the very same bytes.
import type { MinutesAttachment } from '../minutes/render-minutes.ts';

/** The words of the minutes again, for machines. */
export const CONTENT_NAME = 'bien-ban.json';
/** The book as far as the words stand on it. */
export const EXTRACT_NAME = 'trich-chung-minh.json';

/** Both as exact text: canonical words, and the proof extract. */
export const attachmentsOf = (content: string, extract: string): readonly MinutesAttachment[] => [
  { name: CONTENT_NAME, text: content, description: 'Nội dung biên bản', relationship: 'Data' },
  { name: EXTRACT_NAME, text: extract, description: 'Bản trích chứng minh của sổ', relationship: 'Source' },
];
