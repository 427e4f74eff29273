// What passes between the host and the worker that reads files from outside: one job in, one reply out.
import type { Result } from '../../shared/base/result.ts';
import type { PdfReport } from './report.ts';
import type { VerifyOptions } from './verify-pdf.ts';

export type ApartJob =
  | { readonly kind: 'verify'; readonly pdf: Uint8Array; readonly options: VerifyOptions }
  | { readonly kind: 'words'; readonly pdf: Uint8Array }
  | { readonly kind: 'attachment'; readonly pdf: Uint8Array; readonly name: string; readonly maxBytes: number };

export type ApartReply =
  | { readonly kind: 'verify'; readonly report: PdfReport }
  | { readonly kind: 'words'; readonly result: Result<readonly (readonly string[])[]> }
  | { readonly kind: 'attachment'; readonly result: Result<Uint8Array> };
