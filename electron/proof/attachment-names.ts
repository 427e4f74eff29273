// Names of the two files inside the minutes' file.

/** The words of the minutes again, for machines. */
export const CONTENT_NAME = 'bien-ban.json';
/** The book as far as the words stand on it. */
export const EXTRACT_NAME = 'trich-chung-minh.json';
