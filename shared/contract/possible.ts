// Whether an act may be done now, and if not, why not yet.
import type { Refusal } from '../base/result.ts';

/** An act of the secretary that the screen may offer: possible, or why not yet. */
export type Possible = { readonly possible: true } | { readonly possible: false; readonly why: Refusal };
