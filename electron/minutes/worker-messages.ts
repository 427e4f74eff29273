// What passes between the renderer and its worker: one job at a time, one reply for each.
import type { Result } from '../../shared/base/result.ts';
import type { PrintedSheets, SheetsInput } from './ballot-sheets.ts';
import type { RenderedMinutes, RenderInput } from './render-minutes.ts';
import type { Stamp } from './stamp.ts';

export type Job =
  | { readonly kind: 'minutes'; readonly input: RenderInput }
  | { readonly kind: 'stamp'; readonly stamp: Stamp }
  | { readonly kind: 'sheets'; readonly input: SheetsInput };

export type Request = { readonly id: number; readonly job: Job };

export type Reply = { readonly id: number } & (
  | { readonly kind: 'minutes'; readonly result: Result<RenderedMinutes> }
  | { readonly kind: 'stamp'; readonly result: Result<Uint8Array<ArrayBuffer>> }
  | { readonly kind: 'sheets'; readonly result: Result<PrintedSheets> }
  | { readonly kind: 'fault'; readonly message: string }
);
