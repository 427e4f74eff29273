// The library of criteria sets on this machine: what is installed, being written, consulted on, promulgated, loaded.
import { z } from 'zod';
import type { Refusal } from '../base/result.ts';
import { type CriteriaSet, promulgation } from '../criteria/criteria-set.ts';
import type { Place, Problem } from '../criteria/finding.ts';
import { type SetDraft, setDraft } from '../criteria/set-draft.ts';
import type { Language } from '../lang/say.ts';

const line = (max: number) => z.string().max(max);

/** Formats that are read; told from what a file holds, never from its name alone. */
export const SET_FORMATS = ['hoidong', 'xlsx', 'csv', 'oscal', 'ciso-assistant', 'openssf-badge', 'pack'] as const;
export type SetFormat = (typeof SET_FORMATS)[number];

/** Formats that are written. */
export const EXPORT_FORMATS = ['yaml', 'json', 'xlsx', 'oscal', 'pack'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a column of somebody's sheet may hold. */
export const SHEET_FIELDS = [
  ...(['group-id', 'group-vi', 'group-en', 'id', 'vi', 'en', 'kind'] as const),
  ...(['unit', 'comparator', 'threshold', 'formula', 'levels', 'pass'] as const),
  ...(['guidance-vi', 'guidance-en', 'evidence-vi', 'evidence-en', 'tags', 'origin'] as const),
  ...(['weight', 'must-pass', 'not-applicable', 'applies-when'] as const),
] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];

/** Which column is what: rows and columns count from 1. Remembered by the heading of the sheet. */
export const sheetMapping = z.strictObject({
  sheet: line(100),
  /** The row with the names of the columns; 0: the sheet has none. */
  headerRow: z.int().min(0).max(1_000),
  columns: z.array(z.strictObject({ field: z.enum(SHEET_FIELDS), column: z.int().min(1).max(200) })).max(40),
});
export type SheetMapping = z.output<typeof sheetMapping>;

/** One whom the set was sent to, and what came back (domain, S2). Dates YYYY-MM-DD or empty. */
export const consultation = z.strictObject({
  key: z.int().min(1).max(100_000),
  body: line(300),
  sentOn: line(10),
  /** Number and date of the letter. */
  letter: line(200),
  answeredOn: line(10),
  answer: line(20_000),
  /** What was changed for it, or why nothing was. */
  handled: line(20_000),
});
export type Consultation = z.output<typeof consultation>;

/** `shipped`: a sample that comes with the application. A draft may be unsound; what is promulgated is frozen. */
export type LibraryState = 'shipped' | 'draft' | 'promulgated';

/** Who signed a pack, as its check found: `trusted` only where a given root vouches. Times ISO 8601 UTC as claimed. */
export type PackSignature = {
  readonly name: string;
  readonly organisation: string;
  readonly issuer: string;
  readonly serial: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly signedAt: string;
  readonly trusted: boolean;
};

export type LibraryRow = {
  /** SHA-256 of a shipped set, a short id of one of ours. */
  readonly key: string;
  readonly state: LibraryState;
  readonly id: string;
  readonly version: string;
  readonly sample: boolean;
  readonly name: { readonly vi: string; readonly en: string };
  readonly groups: number;
  readonly criteria: number;
  /** Present where it is sound: a session can begin with it. */
  readonly sha256?: string;
  /** Errors of a draft that is not sound yet. */
  readonly errors: number;
  readonly from: 'shipped' | 'written' | SetFormat;
  readonly savedAt?: string;
  readonly promulgation?: z.output<typeof promulgation>;
  readonly consulted: number;
  readonly answered: number;
  readonly signature?: PackSignature;
  /** The version that this one was made from. */
  readonly basedOn?: { readonly key: string; readonly version: string };
  /** What is searched in: statements, names, tags, in both languages. */
  readonly text: string;
};

export type LibraryRecord = {
  readonly row: LibraryRow;
  /** Of a draft: as typed. */
  readonly draft?: SetDraft;
  /** Where it is sound. */
  readonly set?: CriteriaSet;
  readonly consultations: readonly Consultation[];
  /** The scanned decision, where it was attached; `url` opens it for a while. */
  readonly decisionFile?: {
    readonly sha256: string;
    readonly name: string;
    readonly size: number;
    readonly url?: string;
  };
};

/** A finding with its place in the file and its sentence. `row` and `column` of a sheet count from 1. */
export type FileFinding = Problem & Place & Readonly<Record<Language, string>>;

/** A sheet as the mapping step shows it: the first rows, cut to what fits a screen. */
export type SheetPreview = {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly rowCount: number;
  readonly columnCount: number;
};

/** What reading a file would give; nothing is kept by it. Without `set` the file is refused as a whole. */
export type CriteriaFileReport = {
  readonly file: string;
  readonly format?: SetFormat;
  readonly set?: CriteriaSet;
  readonly sha256?: string;
  readonly findings: readonly FileFinding[];
  readonly leftOut: readonly string[];
  /** Spreadsheets: what was taken for what. */
  readonly table?: {
    readonly sheets: readonly SheetPreview[];
    readonly mapping: SheetMapping;
    /** `template`: our own headings; `remembered`: as chosen for such a sheet before; `guessed`: to be looked at. */
    readonly mapped: 'template' | 'remembered' | 'chosen' | 'guessed';
  };
  readonly signature?: PackSignature;
  readonly consultations?: readonly Consultation[];
  /** A set of this very hash is in the library already. */
  readonly known?: string;
};

/** A session that holds some version of a set, and how far it went: what a change of the set touches. */
export type SetUse = {
  readonly book: string;
  readonly subject: string;
  readonly kind: 'session' | 'rehearsal';
  readonly version: string;
  readonly sha256: string;
  readonly openedAt: string;
  /** Ballots that were counted on it. */
  readonly ballots: number;
  readonly sealed: boolean;
};

const key = line(64);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const desk = ['desk'] as const;
const method = <I extends z.ZodType>(input: I) => ({ who: desk, input });
/** `roots`: PEM of those that are trusted to vouch for the signer of a pack; without any, nobody is called trusted. */
const readFile = {
  sha256: hash,
  name: line(300),
  mapping: sheetMapping.optional(),
  roots: line(200_000).optional(),
};

export const LIBRARY_METHODS = {
  'library.list': method(z.strictObject({})),
  'library.open': method(z.strictObject({ key })),
  /** A dry run over an uploaded file; keeps nothing. */
  'library.read-file': method(z.strictObject(readFile)),
  /** Reads it again and keeps it: a draft, or frozen where a pack or file carries its promulgation. */
  'library.accept': method(z.strictObject(readFile)),
  /** Without `key` a new draft. Durable when it resolves. */
  'library.save': method(z.strictObject({ key: key.optional(), draft: setDraft })),
  /** A draft made from any set: the next version of the same id. */
  'library.copy': method(z.strictObject({ key })),
  /** A draft, or a frozen set that no session of this machine uses. */
  'library.discard': method(z.strictObject({ key })),
  'library.consult': method(z.strictObject({ key, consultations: z.array(consultation).max(200) })),
  /** Freezes a sound draft; `file`: the uploaded decision. */
  'library.promulgate': method(
    z.strictObject({ key, promulgation, file: z.strictObject({ sha256: hash, name: line(300) }).optional() }),
  ),
  /** Signs a frozen set as a pack; file and password stay in memory for this one act. */
  'library.sign': method(z.strictObject({ key, pkcs12: line(400_000), password: line(200) })),
  'library.export': method(z.strictObject({ key, format: z.enum(EXPORT_FORMATS) })),
  /** The empty sheet to fill in, .xlsx or .csv. */
  'library.template': method(z.strictObject({ format: z.enum(['xlsx', 'csv']), language: z.enum(['vi', 'en']) })),
  'library.uses': method(z.strictObject({ id: line(60) })),
} as const;

type Kept = { readonly key: string; readonly savedAt: string };
/** An address to save from, and what the format cannot keep. */
type Written = { readonly url: string; readonly name: string; readonly left: readonly FileFinding[] };
export type LibraryOutputs = {
  readonly 'library.list': {
    readonly rows: readonly LibraryRow[];
    readonly leftOut: readonly { readonly file: string; readonly why: Refusal }[];
  };
  readonly 'library.open': LibraryRecord;
  readonly 'library.read-file': CriteriaFileReport;
  readonly 'library.accept': Kept;
  readonly 'library.save': Kept;
  readonly 'library.copy': Kept;
  readonly 'library.promulgate': Kept & { readonly sha256: string };
  readonly 'library.export': Written;
  readonly 'library.template': Omit<Written, 'left'>;
  readonly 'library.uses': { readonly uses: readonly SetUse[] };
};
