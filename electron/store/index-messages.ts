// What passes between the host and the worker that holds the text indexes: one answer for each ask.
import type { IndexAnswer, IndexedPiece } from './text-index.ts';

export type IndexAsk =
  | { readonly is: 'add'; readonly book: string; readonly sha256: string; readonly pieces: readonly IndexedPiece[] }
  | { readonly is: 'drop'; readonly book: string; readonly sha256: string }
  | { readonly is: 'search'; readonly book: string; readonly typed: string; readonly files: readonly string[] }
  | { readonly is: 'forget'; readonly book: string };

export type IndexReply = { readonly hasRoom?: boolean; readonly answer?: IndexAnswer; readonly fault?: true };
export type Numbered<T> = T & { readonly id: number };
