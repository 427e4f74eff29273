// What writing a set in some format gives: its bytes, and what that format cannot keep.
import { utf8 } from '../../shared/base/bytes.ts';
import type { Problem } from '../../shared/criteria/finding.ts';

/** `left` has its sentences in `shared/lang/finding-words.ts`; paths are those of the set. */
export type Exported = { readonly bytes: Uint8Array; readonly left: readonly Problem[] };

/** Ends in exactly one line end. */
export const exported = (text: string, left: readonly Problem[] = []): Exported => ({
  bytes: utf8(`${text.trimEnd()}\n`),
  left,
});
