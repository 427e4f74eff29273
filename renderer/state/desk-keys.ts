// What a key press means on the scoring desk; single keys act only outside text fields and can be switched off (WCAG 2.1.4).
import type { DraftMark } from '../../shared/book/ballot.ts';
import type { Scale } from '../../shared/council/rules.ts';

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
  /** On a scale of points: the first digit of a figure. */
  | { readonly act: 'digit'; readonly digit: string }
  | {
      readonly act:
        | 'next'
        | 'previous'
        | 'evidence'
        | 'cite'
        | 'remark'
        | 'dissent'
        | 'distance'
        | 'set-order'
        | 'follow'
        | 'speak'
        | 'settle'
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
  t: { act: 'distance' },
  s: { act: 'set-order' },
  f: { act: 'follow' },
  h: { act: 'speak' },
  x: { act: 'settle' },
  g: { act: 'guide' },
};

/** On a scale of points every digit is one of a figure, so the two marks without a figure have letters. */
const POINT_LETTERS: Readonly<Record<string, DeskAct>> = {
  n: mark('not-applicable'),
  x: mark('insufficient'),
};

/** By physical key first, see above; `key` where a device sends no code. */
const digitOf = ({ code, key }: Press): string | undefined =>
  /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1] ?? (/^[0-9]$/.test(key) ? key : undefined);

function withControl(key: string, isInText: boolean): DeskAct | undefined {
  if (key === 'Enter') return { act: 'cast' };
  if (key.toLowerCase() === 'k') return { act: 'find' };
  // Inside a text field the field's own undo holds.
  return key.toLowerCase() === 'z' && !isInText ? { act: 'undo' } : undefined;
}

export function deskAct(
  press: Press,
  isInText: boolean,
  singleKeys: boolean,
  scale: Scale['of'] = 'pass-fail',
): DeskAct | undefined {
  if (press.isComposing || press.altKey) return undefined;
  if (press.ctrlKey || press.metaKey) return press.shiftKey ? undefined : withControl(press.key, isInText);
  if (isInText || !singleKeys) return undefined;
  if (press.key === '?') return { act: 'help' };
  if (press.shiftKey) return undefined;
  const digit = digitOf(press);
  const letter = press.key.toLowerCase();
  if (scale === 'points')
    return digit === undefined ? (POINT_LETTERS[letter] ?? LETTERS[letter]) : { act: 'digit', digit };
  return (digit === undefined ? undefined : DIGITS[digit]) ?? LETTERS[letter];
}

/** True where typing goes into text: fields, editable areas, and lists that find by letters. */
export function isTextPlace(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[role="listbox"],[role="menu"],[role="combobox"]') !== null)
    return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file', 'range'].includes(target.type);
}
