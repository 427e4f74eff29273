// Keeps what is typed on the host: a moment after the last key, one save at a time, the newest last.
import type { Refusal, Result } from '../../shared/base/result.ts';

export type Kept =
  | { readonly word: 'untouched' }
  | { readonly word: 'typing' }
  | { readonly word: 'saved'; readonly at: string }
  | { readonly word: 'refused'; readonly why: Refusal };

export type Keeper<F> = {
  readonly now: () => Kept;
  readonly onChange: (told: () => void) => () => void;
  /** What the form is now. */
  readonly keep: (form: F) => void;
  /** Saves at once what is not saved yet: before the page goes. */
  readonly flush: () => Promise<void>;
  /** Nothing more is saved; gives the name under which it was kept, once what is under way is done. */
  readonly end: () => Promise<string | undefined>;
};

/** Quiet time after the last key, ms. */
const QUIET = 600;

export function openKeeper<F>(parts: {
  /** The name of what this form was read from; undefined: not kept yet. */
  readonly name: string | undefined;
  /** Durable when it resolves. */
  readonly save: (
    name: string | undefined,
    form: F,
  ) => Promise<Result<{ readonly name: string; readonly savedAt: string }>>;
  /** The refusal of a name that is gone: discarded from another window while it is still typed here. */
  readonly gone: string;
  readonly later: (act: () => void, ms: number) => () => void;
}): Keeper<F> {
  let name = parts.name;
  let next: { readonly form: F } | undefined;
  let saving: Promise<void> | undefined;
  let kept: Kept = { word: 'untouched' };
  let isEnded = false;
  let cancel = (): void => {};
  const listeners = new Set<() => void>();
  const tell = (now: Kept): void => {
    kept = now;
    for (const told of listeners) told();
  };
  const saveAll = async (): Promise<void> => {
    while (next !== undefined && !isEnded) {
      const given = next;
      next = undefined;
      const saved = await parts.save(name, given.form);
      if (saved.ok) {
        name = saved.value.name;
        tell(next === undefined ? { word: 'saved', at: saved.value.savedAt } : { word: 'typing' });
      } else if (saved.refusal.code === parts.gone && name !== undefined) {
        // It is a draft again, under another name.
        name = undefined;
        next ??= given;
      } else {
        tell({ word: 'refused', why: saved.refusal });
        // Kept for the next key or the next link; asking again at once would be refused again.
        next ??= given;
        return;
      }
    }
  };
  const flush = async (): Promise<void> => {
    cancel();
    saving ??= saveAll().finally(() => {
      saving = undefined;
    });
    await saving;
  };
  return {
    now: () => kept,
    onChange: (told) => {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
    keep: (form) => {
      if (isEnded) return;
      next = { form };
      if (kept.word !== 'typing') tell({ word: 'typing' });
      cancel();
      cancel = parts.later(() => void flush(), QUIET);
    },
    flush,
    end: async () => {
      isEnded = true;
      cancel();
      await saving;
      return name;
    },
  };
}
