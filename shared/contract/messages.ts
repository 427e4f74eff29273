// The messages on a link, both ways; nothing else is ever sent.
import { z } from 'zod';
import type { Refusal } from '../base/result.ts';

/** Longest text taken from a link, UTF-16 units: a large sealed ballot fits, a flood does not. */
export const MESSAGE_LIMIT = 6 * 1024 * 1024;

/** From the screen to the host. `id` and `watch` are numbers of the caller's own. */
export const upMessage = z.union([
  z.strictObject({ id: z.int().min(1), call: z.string().max(60), input: z.unknown() }),
  z.strictObject({ watch: z.int().min(1), view: z.string().max(60), params: z.unknown() }),
  z.strictObject({ unwatch: z.int().min(1) }),
]);
export type UpMessage = z.output<typeof upMessage>;

/** From the host to the screen. A fault carries a short number that the log knows, and nothing else. */
export type DownMessage =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly refusal: Refusal }
  | { readonly id: number; readonly fault: string }
  | { readonly watch: number; readonly value: unknown }
  | { readonly watch: number; readonly refusal: Refusal };
