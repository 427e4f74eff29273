// What kind of file some bytes are, by what stands in them; the name decides only between texts that could be either.
import { utf8 } from '../../shared/base/bytes.ts';
import { PACK_HEAD } from '../../shared/contract/set-pack.ts';

/** `csv`: rows of cells in a text; `zip`: a spreadsheet; `pack`: a promulgated set with its signature; `other`: nothing that holds criteria. */
export type FileKind = 'json' | 'yaml' | 'csv' | 'zip' | 'pack' | 'other';

/** Bytes from the beginning that are looked at. */
const HEAD = 4096;
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** A workbook of before 2007, or one with a password ([MS-CFB], 2.2): its own reader says so. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/** One character a byte: what tells the kinds apart is ASCII in every encoding but UTF-16, whose zeros fall out. */
const asciiOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, HEAD)).toString('latin1').replaceAll('\0', '');

/** The first line that is neither empty nor a comment, without a byte order mark. */
const firstLine = (text: string): string =>
  text
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .split(/\r\n|\r|\n/)
    .find((line) => line.trim() !== '' && !line.trimStart().startsWith('#')) ?? '';

/** `key:` alone or before a space, an entry of a list, the head of a document. */
const YAML_LINE = /^\s*(?:["']?[^\s,;\t:"'][^,;\t:]*["']?\s*:(?:\s|$)|-(?:\s|$)|---|%YAML)/;

const HEAD_OF_PACK = utf8(PACK_HEAD);
/** Also of a pack that a later version of the application wrote. */
const isPack = (bytes: Uint8Array): boolean => HEAD_OF_PACK.every((byte, at) => bytes[at] === byte);

export function fileKindOf(bytes: Uint8Array, fileName: string): FileKind {
  if ([ZIP, COMPOUND].some((start) => start.every((byte, at) => bytes[at] === byte))) return 'zip';
  if (isPack(bytes)) return 'pack';
  const line = firstLine(asciiOf(bytes)).trimStart();
  const named = /\.(ya?ml|json|csv|tsv|txt)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (named === 'yaml' || named === 'yml') return 'yaml';
  // A flow map of YAML begins like JSON; under a name of its own it is read as what it says it is.
  if (named === 'json' || /^[[{]/.test(line)) return 'json';
  if (named === 'csv' || named === 'tsv') return 'csv';
  if (YAML_LINE.test(line)) return 'yaml';
  return /[,;\t]/.test(line) ? 'csv' : 'other';
}
