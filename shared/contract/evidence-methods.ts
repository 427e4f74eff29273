// Methods of evidence: many items at once, lists, what a file says as plain text, search, and who has opened what.
import { z } from 'zod';
import { isHash, isShortId } from '../base/ids.ts';
import type { Language } from '../lang/say.ts';
import { evidenceForm } from './session-form.ts';

const line = (max: number) => z.string().max(max);
const id = z.string().refine(isShortId);
const hash = z.string().refine(isHash);
const desk = ['desk'] as const;
const seated = ['desk', 'seat'] as const;
const method = <W extends 'desk' | 'seat', I extends z.ZodType>(who: readonly W[], input: I) => ({ who, input });

/** What a column of a list of evidence may hold. */
export const EVIDENCE_FIELDS = ['file', 'sha256', 'title', 'kind', 'supplier', 'date', 'label', 'criteria'] as const;
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];
/** Rows and columns count from 1. */
export const evidenceMapping = z.strictObject({
  sheet: line(100),
  headerRow: z.int().min(0).max(1_000),
  columns: z.array(z.strictObject({ field: z.enum(EVIDENCE_FIELDS), column: z.int().min(1).max(200) })).max(20),
});
export type EvidenceMapping = z.output<typeof evidenceMapping>;

export const EVIDENCE_METHODS = {
  /** All of them in one commit, or none. `revises`: a newer revision of an item that is there. */
  'evidence.add-many': method(
    desk,
    z.strictObject({
      book: hash,
      platform: id,
      items: z
        .array(z.strictObject({ ...evidenceForm.shape, revises: id.optional() }))
        .min(1)
        .max(500),
    }),
  ),
  /** Reads an uploaded list (.xlsx, .csv) of what the files are; keeps nothing. */
  'evidence.read-list': method(
    desk,
    z.strictObject({ sha256: hash, name: line(300), mapping: evidenceMapping.optional() }),
  ),
  /** What an uploaded file is, by its bytes: before it is described, so that a secret or an empty one is told at once. */
  'evidence.look': method(desk, z.strictObject({ sha256: hash })),
  /** A stretch of a file as plain values: `part` a sheet from 1 (1 for others), `from` a row or block from 0. */
  'evidence.plain': method(
    seated,
    z.strictObject({ book: hash, sha256: hash, part: z.int().min(1).max(1_000), from: z.int().min(0) }),
  ),
  /** In the text of all evidence that this seat may see. */
  'evidence.search': method(seated, z.strictObject({ book: hash, text: line(200) })),
  /** The desk's own seat has opened this file; kept on this machine until it may be stated. */
  'opening.note': method(desk, z.strictObject({ book: hash, platform: id, sha256: hash })),
} as const;

/** What a file says, without any of its looks: paragraphs, headings, lists and tables of a text, or rows of a sheet. */
export type PlainBlock =
  | { readonly is: 'heading'; readonly level: number; readonly text: string }
  | { readonly is: 'paragraph'; readonly text: string }
  | { readonly is: 'item'; readonly depth: number; readonly text: string }
  | { readonly is: 'table'; readonly rows: readonly (readonly string[])[] };
export type PlainPart =
  | { readonly of: 'blocks'; readonly blocks: readonly PlainBlock[]; readonly from: number; readonly total: number }
  | {
      readonly of: 'sheet';
      readonly sheets: readonly string[];
      readonly part: number;
      readonly rows: readonly (readonly string[])[];
      readonly from: number;
      readonly total: number;
    };

export type SearchHit = {
  readonly platform: string;
  readonly evidence: string;
  readonly sha256: string;
  readonly number: number;
  readonly title: string;
  /** Page of a PDF, sheet of a workbook; absent where a file has no such parts. */
  readonly page?: number;
  /** Words around the first hit there; what was found stands between two of these pieces, every second one. */
  readonly around: readonly string[];
};

export type EvidenceOutputs = {
  readonly 'evidence.add-many': { readonly added: readonly { readonly evidence: string; readonly number: number }[] };
  readonly 'evidence.read-list': {
    readonly rows: readonly {
      readonly row: number;
      readonly file: string;
      readonly sha256: string;
      readonly title: string;
      readonly kind: string;
      readonly supplier: string;
      readonly date: string;
      readonly label: string;
      readonly criteria: readonly string[];
    }[];
    readonly mapping: EvidenceMapping;
    readonly mapped: 'template' | 'remembered' | 'chosen' | 'guessed';
    readonly headings: readonly string[];
    readonly findings: readonly (Readonly<Record<Language, string>> & {
      readonly severity: 'error' | 'warning';
      readonly row: number;
      readonly column?: number;
    })[];
  };
  readonly 'evidence.look': { readonly mediaType: string; readonly size: number };
  readonly 'evidence.plain': PlainPart;
  readonly 'evidence.search': { readonly hits: readonly SearchHit[]; readonly more: boolean };
};

/** How far the text of a session's evidence has been read for searching. */
export type ReadingView = {
  readonly done: number;
  readonly total: number;
  /** Files that are not searched, or not wholly, and why (refusal codes without parameters). */
  readonly unread: readonly { readonly sha256: string; readonly code: string }[];
};
