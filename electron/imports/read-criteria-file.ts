// Reads a criteria file somebody brings, whatever its format: a whole set, or everything that is wrong with its places.
import type { SetFormat } from '../../shared/contract/criteria-library.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import { clip, type Finding, type Place, problem, warning } from '../../shared/criteria/finding.ts';
import { readSet } from '../../shared/criteria/read-set.ts';
import { decodeText } from './decode-text.ts';
import { type FileKind, fileKindOf } from './file-kind.ts';
import { readPackFile } from './read-pack.ts';
import { readCsv, readXlsx } from './read-sheets.ts';
import { TEXT_READERS } from './read-text.ts';
import type { Asked, Beside, FormatReader, PlacedProblem, Reading } from './reading.ts';

export type CriteriaFile = {
  /** Missing where the bytes are nothing that could hold criteria. */
  readonly format?: SetFormat;
  readonly beside?: Beside;
} & (
  | {
      readonly ok: true;
      readonly value: {
        readonly set: CriteriaSet;
        readonly warnings: readonly Finding[];
        /** What the set does not keep: paths of our own format, kinds of things with a count of others'. */
        readonly leftOut: readonly string[];
      };
    }
  | { readonly ok: false; readonly findings: readonly Finding[] }
);

/** Who reads what, beside the texts: spreadsheets and packs. */
const READERS: Readonly<Partial<Record<FileKind, FormatReader>>> = {
  ...TEXT_READERS,
  zip: readXlsx,
  csv: readCsv,
  pack: readPackFile,
};

const FINDING_LIMIT = 200;

function inFile(found: readonly PlacedProblem[], file: string, placeOf: (path: string) => Place): readonly Finding[] {
  const told = found.slice(0, FINDING_LIMIT).map((each): Finding => {
    const placed = each.line !== undefined || each.row !== undefined || each.sheet !== undefined;
    return { ...each, file, ...(placed ? {} : placeOf(each.path)) };
  });
  const more = found.length - told.length;
  return more > 0 ? [...told, { ...warning('findings-cut', '', { count: more }), file }] : told;
}

/** Errors first, so that the limit never hides one behind warnings. */
const sorted = (found: readonly PlacedProblem[]): readonly PlacedProblem[] => [
  ...found.filter(({ severity }) => severity === 'error'),
  ...found.filter(({ severity }) => severity === 'warning'),
];

function judge(reading: Reading, file: string): CriteriaFile {
  const head = { format: reading.format, ...(reading.beside === undefined ? {} : { beside: reading.beside }) };
  if (!reading.ok) return { ...head, ok: false, findings: inFile(sorted(reading.problems), file, () => ({})) };
  const { set, problems, leftOut } = readSet(reading.value);
  const findings = inFile(sorted([...reading.warnings, ...problems]), file, reading.placeOf);
  // A reader may have found what the tree no longer shows: a number that could be read in two ways.
  if (set === undefined || findings.some(({ severity }) => severity === 'error'))
    return { ...head, ok: false, findings };
  return { ...head, ok: true, value: { set, warnings: findings, leftOut: [...reading.leftOut, ...leftOut] } };
}

/** Bytes of no kind that is read: what is wrong with them as a text, else that nobody knows them. */
function refuseUnknown(bytes: Uint8Array, file: string): CriteriaFile {
  const decoded = decodeText(bytes);
  const found = decoded.ok ? problem('file-kind-unknown', '') : decoded.problem;
  return { ok: false, findings: inFile([found], file, () => ({})) };
}

/**
 * One door for every format. Errors refuse the file as a whole: a set with a part missing would be another set. Nothing
 * is kept on this machine by reading, and whatever the bytes are, the answer is a value, never a throw.
 */
export async function readAnyCriteriaFile(bytes: Uint8Array, asked: Asked): Promise<CriteriaFile> {
  const file = clip(asked.fileName);
  const read = READERS[fileKindOf(bytes, asked.fileName)];
  return read === undefined ? refuseUnknown(bytes, file) : judge(await read(bytes, asked), file);
}

/** The same for what is a text, YAML or JSON, at once: what is shipped with the application. At most 8 MiB of UTF-8. */
export function readCriteriaFile(bytes: Uint8Array, fileName: string): CriteriaFile {
  const kind = fileKindOf(bytes, fileName);
  if (kind === 'yaml' || kind === 'json') return judge(TEXT_READERS[kind](bytes), clip(fileName));
  return refuseUnknown(bytes, clip(fileName));
}
