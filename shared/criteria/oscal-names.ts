// Names by which a set of ours is written into an OSCAL catalog and found again in it (OSCAL 1.1.2, `props` with `ns`).

/** Namespace of our properties and parts; a name, never fetched. */
export const OSCAL_NS = 'urn:hoidong:criteria-set:1';
export const OSCAL_VERSION = '1.1.2';
/** The property of the metadata by which a catalog is known as one of ours; its value is the version of the set's format. */
export const FORMAT_PROP = 'criteria-set';

// Markup of OSCAL (markup-line, markup-multiline) and of parameters; a backslash before it makes it text (CommonMark 2.4).
const MARKUP = /[\\*_`[\]{}<>^~"#!|]/g;
const ESCAPED = /\\([\\*_`[\]{}<>^~"#!|])/g;

export const escapeMarkup = (text: string): string => text.replace(MARKUP, '\\$&');
export const unescapeMarkup = (markup: string): string => markup.replace(ESCAPED, '$1');
