// The views as the door sees them: who may watch each, and what its parameters must look like.
import { z } from 'zod';
import { isHash, isShortId } from '../base/ids.ts';
import type { Who } from './methods.ts';
import type { ViewName, Views } from './views.ts';

const hash = z.string().refine(isHash);
const ofBook = z.strictObject({ book: hash });
const desk = ['desk'] as const;
const seated = ['desk', 'seat'] as const;

/** The host may refuse more than this table does; it can never allow more. */
export const WATCHABLE = {
  /** All books of this machine. */
  home: { who: desk, params: z.strictObject({}) },
  /** The program around the desk's page. */
  shell: { who: desk, params: z.strictObject({}) },
  session: { who: seated, params: ofBook },
  criteria: { who: seated, params: ofBook },
  results: { who: seated, params: ofBook },
  /** Working marks of a seat whose key the host holds: its own and no other's. */
  draft: { who: seated, params: z.strictObject({ book: hash, poll: z.string().refine(isShortId) }) },
  /** Members of the counting committee, and nobody else, get anything of it. */
  count: { who: seated, params: ofBook },
  talk: { who: seated, params: ofBook },
  minutes: { who: seated, params: ofBook },
  reading: { who: seated, params: ofBook },
  log: { who: seated, params: ofBook },
  /** Of the projector's own book. */
  projector: { who: ['desk', 'projector'] as const, params: ofBook },
  /** Of seats the chair's alone gets anything. */
  room: { who: seated, params: ofBook },
  joining: { who: desk, params: z.strictObject({}) },
  copies: { who: desk, params: z.strictObject({}) },
  recording: { who: seated, params: ofBook },
} satisfies {
  readonly [V in ViewName]: { readonly who: readonly Who[]; readonly params: z.ZodType<Views[V]['params']> };
};
