// What writing a set in some format gives: its bytes, and what that format cannot keep.
import { utf8 } from '../../shared/base/bytes.ts';
import type { FileFinding } from '../../shared/contract/criteria-library.ts';
import type { Problem } from '../../shared/criteria/finding.ts';
import { wordFinding } from '../../shared/lang/finding-words.ts';

export type Exported = { readonly bytes: Uint8Array; readonly left: readonly FileFinding[] };

const worded = (found: Problem): FileFinding => ({
  ...found,
  vi: wordFinding(found, 'vi'),
  en: wordFinding(found, 'en'),
});

/** `text` without a final line end. */
export const exported = (text: string, left: readonly Problem[] = []): Exported => ({
  bytes: utf8(`${text.trimEnd()}\n`),
  left: left.map(worded),
});
