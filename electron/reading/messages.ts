// What passes between the host and the worker that reads one file of evidence.
import type { Refusal, Result } from '../../shared/base/result.ts';
import type { PlainPart } from '../../shared/contract/evidence-methods.ts';

/** Words of a file: `page` from 1 is the page of a PDF or the sheet of a workbook, 0 where a file has no such parts. */
export type Piece = { readonly page: number; readonly text: string };

export type ReadJob = {
  readonly path: string;
  /** `words` gives all pieces and ends; `plain` stays and answers asks for stretches. */
  readonly want: 'words' | 'plain';
  /** Milliseconds, see `READ_LIMITS.soft`. */
  readonly soft: number;
};

/** `part` from 1, `from` from 0. */
export type StretchAsk = { readonly id: number; readonly part: number; readonly from: number };

export type ReadReply =
  | { readonly is: 'pieces'; readonly pieces: readonly Piece[] }
  /** `isCut`: more stands in the file than was read. */
  | { readonly is: 'done'; readonly isCut: boolean }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'stretch'; readonly id: number; readonly result: Result<PlainPart> };
