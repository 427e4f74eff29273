// Text as it is kept: NFC, without control characters, so that what was typed, stored and printed is one thing.

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not get in
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;

/** NFC, line ends as \n, no control, bidi-override or zero-width characters, no blanks at the ends. */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, '')
    .replace(/[ \t]+$/gm, '')
    .trim();

/** One line: as `cleanText`, all white space folded to single spaces. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ');

export const isNfc = (text: string): boolean => text.normalize('NFC') === text;
