// What is found wrong or worth saying in a criteria set: a code with parameters and the place in the file.

import type { ForeignFindingCode } from './foreign-finding.ts';
import type { PackFindingCode } from './pack-finding.ts';
import type { SheetFindingCode } from './sheet-finding.ts';
/** Every code has a sentence in both languages; one without does not compile (`electron/imports/words.ts`). */
export type FindingCode =
  | ForeignFindingCode
  // the file
  | 'file-empty'
  | 'file-too-large'
  | 'file-kind-unknown'
  | 'encoding-utf16'
  | 'encoding-not-utf8'
  | 'file-not-text'
  | 'yaml-syntax'
  | 'yaml-tab'
  | 'yaml-indent'
  | 'yaml-unclosed'
  | 'yaml-alias'
  | 'yaml-tag'
  | 'yaml-documents'
  | 'json-syntax'
  | 'key-duplicate'
  | 'key-not-text'
  | 'too-deep'
  | 'too-many-values'
  // its fields
  | 'map-expected'
  | 'list-expected'
  | 'text-expected'
  | 'field-missing'
  | 'text-malformed'
  | 'text-too-long'
  | 'list-too-long'
  | 'list-empty'
  | 'id-malformed'
  | 'boolean-expected'
  | 'kind-unknown'
  | 'mark-unknown'
  | 'marks-incomplete'
  | 'comparator-unknown'
  | 'threshold-malformed'
  | 'measured-only'
  | 'points-only'
  | 'points-malformed'
  | 'date-malformed'
  | 'weight-malformed'
  | 'when-unknown'
  | 'set-invalid'
  // the set as a whole
  | 'id-duplicate'
  | 'tag-duplicate'
  | 'otherwise-missing'
  | 'rule-unreachable'
  | 'tag-uncarried'
  | 'unit-missing'
  | 'levels-order'
  | 'pass-between-levels'
  | 'condition-unknown'
  | 'condition-cycle'
  | 'condition-itself'
  | 'weights-partial'
  | 'must-pass-missing'
  // warnings
  | 'key-unknown'
  | 'text-normalised'
  | 'characters-removed'
  | 'english-missing'
  | 'evidence-unsplit'
  | 'threshold-open'
  | 'all-met-missing'
  | 'tag-everywhere'
  | 'findings-cut'
  // a spreadsheet
  | SheetFindingCode
  | PackFindingCode;

export type Problem = {
  readonly severity: 'error' | 'warning';
  readonly code: FindingCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** As `groups[0].criteria[4].threshold`; empty for the file as a whole. */
  readonly path: string;
};

/** A line of a text, or a cell of a sheet; all count from 1. Empty where only the whole file can be named. */
export type Place = {
  readonly line?: number;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: number;
};

/** A problem with its place in a file. */
export type Finding = Problem & Place & { readonly file: string };

const CLIP = 80;
/** Text of the file inside a parameter: short enough for one sentence on screen. */
export const clip = (text: string): string =>
  text.length > CLIP ? `${text.slice(0, CLIP).toWellFormed()}…` : text.toWellFormed();

export const problem = (code: FindingCode, path: string, params: Problem['params'] = {}): Problem => ({
  severity: 'error',
  code,
  params,
  path,
});
export const warning = (code: FindingCode, path: string, params: Problem['params'] = {}): Problem => ({
  severity: 'warning',
  code,
  params,
  path,
});
