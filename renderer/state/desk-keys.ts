// What a key press means on the scoring desk; single keys act only outside text fields and can be switched off (WCAG 2.1.4).
import type { DraftMark } from '../../shared/book/ballot.ts';

export type Press = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** An input method is composing a syllable. */
  readonly isComposing: boolean;
};
export type DeskAct =
  | { readonly act: 'mark'; readonly mark: DraftMark }
  | {
      readonly act:
        | 'next'
        | 'previous'
        | 'evidence'
        | 'cite'
        | 'remark'
        | 'dissent'
        | 'cast'
        | 'undo'
        | 'help'
        | 'guide'
        | 'find';
    };

const mark = (name: DraftMark): DeskAct => ({ act: 'mark', mark: name });
/** By physical key, because the Vietnamese keyboard layout writes ă, â, ê and đ where others write 1, 2, 3 and 0. */
const DIGITS: Readonly<Record<string, DeskAct>> = {
  1: mark('met'),
  2: mark('not-met'),
  3: mark('not-applicable'),
  0: mark('insufficient'),
};
const LETTERS: Readonly<Record<string, DeskAct>> = {
  j: { act: 'next' },
  k: { act: 'previous' },
  e: { act: 'evidence' },
  c: { act: 'cite' },
  r: { act: 'remark' },
  d: { act: 'dissent' },
  g: { act: 'guide' },
};

function withControl(key: string, isInText: boolean): DeskAct | undefined {
  if (key === 'Enter') return { act: 'cast' };
  if (key.toLowerCase() === 'k') return { act: 'find' };
  // Inside a text field the field's own undo holds.
  return key.toLowerCase() === 'z' && !isInText ? { act: 'undo' } : undefined;
}

export function deskAct(press: Press, isInText: boolean, singleKeys: boolean): DeskAct | undefined {
  if (press.isComposing || press.altKey) return undefined;
  if (press.ctrlKey || press.metaKey) return press.shiftKey ? undefined : withControl(press.key, isInText);
  if (isInText || !singleKeys) return undefined;
  if (press.key === '?') return { act: 'help' };
  if (press.shiftKey) return undefined;
  const digit = /^(?:Digit|Numpad)([0-3])$/.exec(press.code)?.[1] ?? press.key;
  return DIGITS[digit] ?? LETTERS[press.key.toLowerCase()];
}

/** True where typing goes into text: fields, editable areas, and lists that find by letters. */
export function isTextPlace(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[role="listbox"],[role="menu"],[role="combobox"]') !== null)
    return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file', 'range'].includes(target.type);
}
