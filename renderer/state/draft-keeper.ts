// Keeps a session form on the host while it is typed: a moment after the last key, one save at a time, the newest form last.
import type { Refusal } from '../../shared/base/result.ts';
import type { Call } from '../../shared/contract/client.ts';
import type { SessionDraft } from '../../shared/contract/session-draft.ts';

export type Kept =
  | { readonly word: 'untouched' }
  | { readonly word: 'typing' }
  | { readonly word: 'saved'; readonly at: string }
  | { readonly word: 'refused'; readonly why: Refusal };

export type DraftKeeper = {
  readonly now: () => Kept;
  readonly onChange: (told: () => void) => () => void;
  /** What the form is now. */
  readonly keep: (form: SessionDraft) => void;
  /** Saves at once what is not saved yet: before the page goes. */
  readonly flush: () => Promise<void>;
  /** The form has become a session, or is thrown away: nothing more is saved, and the draft is gone. */
  readonly end: () => Promise<void>;
};

/** Quiet time after the last key, ms. */
const QUIET = 600;

export function openDraftKeeper(parts: {
  readonly call: Call;
  /** The draft this form was read from. */
  readonly draft: string | undefined;
  readonly later: (act: () => void, ms: number) => () => void;
}): DraftKeeper {
  let draft = parts.draft;
  let next: SessionDraft | undefined;
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
      const form = next;
      next = undefined;
      const saved = await parts.call('session.draft.save', { ...(draft === undefined ? {} : { draft }), form });
      if (saved.ok) {
        draft = saved.value.draft;
        tell(next === undefined ? { word: 'saved', at: saved.value.savedAt } : { word: 'typing' });
      } else if (saved.refusal.code === 'draft-unknown' && draft !== undefined) {
        // Discarded from another window while it is still typed here: it is a draft again.
        draft = undefined;
        next ??= form;
      } else {
        tell({ word: 'refused', why: saved.refusal });
        // Kept for the next key or the next link; asking again at once would be refused again.
        next ??= form;
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
      next = form;
      if (kept.word !== 'typing') tell({ word: 'typing' });
      cancel();
      cancel = parts.later(() => void flush(), QUIET);
    },
    flush,
    end: async () => {
      isEnded = true;
      cancel();
      await saving;
      if (draft !== undefined) await parts.call('session.draft.discard', { draft });
    },
  };
}
