// Keeps a session form on the host while it is typed; what becomes a session, or is thrown away, takes its draft along.
import type { Call } from '../../shared/contract/client.ts';
import type { SessionDraft } from '../../shared/contract/session-draft.ts';
import { type Keeper, openKeeper } from './keeper.ts';

export type DraftKeeper = Omit<Keeper<SessionDraft>, 'end'> & {
  /** The form has become a session, or is thrown away: nothing more is saved, and the draft is gone. */
  readonly end: () => Promise<void>;
};

export function openDraftKeeper(parts: {
  readonly call: Call;
  /** The draft this form was read from. */
  readonly draft: string | undefined;
  readonly later: (act: () => void, ms: number) => () => void;
}): DraftKeeper {
  const { call, draft: first, later } = parts;
  const keeper = openKeeper<SessionDraft>({
    name: first,
    gone: 'draft-unknown',
    later,
    save: async (draft, form) => {
      const saved = await call('session.draft.save', { ...(draft === undefined ? {} : { draft }), form });
      return saved.ok ? { ok: true, value: { name: saved.value.draft, savedAt: saved.value.savedAt } } : saved;
    },
  });
  return {
    ...keeper,
    end: async () => {
      const draft = await keeper.end();
      if (draft !== undefined) await call('session.draft.discard', { draft });
    },
  };
}
