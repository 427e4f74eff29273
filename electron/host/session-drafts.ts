// Session forms that are being filled in: kept in the store as they are typed, listed on the home screen, in no book.
import { type BookId, isShortId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { cleanLine } from '../../shared/base/text.ts';
import { type SessionDraft, sessionDraft } from '../../shared/contract/session-draft.ts';
import type { DraftCard } from '../../shared/contract/views.ts';
import { newId } from './fresh.ts';
import type { Surroundings } from './surroundings.ts';

type Saved = { readonly draft: string; readonly savedAt: string };
export type SessionDrafts = {
  /** Durable when it resolves. Refuses `draft-unknown`, `drafts-too-many {most}`, and what the store refuses. */
  readonly save: (draft: string | undefined, form: SessionDraft) => Promise<Result<Saved>>;
  /** Refuses `draft-unknown`, `draft-unreadable`. */
  readonly read: (draft: string) => Promise<Result<{ readonly form: SessionDraft; readonly savedAt: string }>>;
  readonly discard: (draft: string) => Promise<Result<null>>;
  /** Newest first. */
  readonly list: () => Promise<readonly DraftCard[]>;
};

/** In the store a draft belongs to a book, a seat and a poll; these belong to none yet. */
const NO_BOOK = '0'.repeat(64) as BookId;
const DESK = 'desk';
const placeOf = (draft: string): string => `session-form/${draft}`;
const LIST = 'session-drafts';
const MOST = 100;

const lineOf = (draft: string, form: SessionDraft, savedAt: string): DraftCard => ({
  draft,
  kind: form.kind,
  subject: cleanLine(form.subject),
  council: cleanLine(form.council),
  savedAt,
  ...(form.book === undefined ? {} : { book: form.book }),
});

export function openSessionDrafts(around: Pick<Surroundings, 'store' | 'ciphers' | 'now'>): SessionDrafts {
  const { store } = around;
  let last: Promise<unknown> = Promise.resolve();
  /** The list is read, changed and written whole: one at a time. */
  const inTurn = async <T>(act: () => Promise<T>): Promise<T> => {
    const next = last.then(act, act);
    last = next.catch(() => undefined);
    return await next;
  };
  const list = async (): Promise<readonly DraftCard[]> => JSON.parse((await store.readSetting(LIST)) ?? '[]');
  const saveList = async (cards: readonly DraftCard[]): Promise<Result<null>> =>
    await store.saveSetting(LIST, JSON.stringify(cards));

  return {
    list,
    save: (given, form) =>
      inTurn(async () => {
        const cards = await list();
        if (given !== undefined && !cards.some(({ draft }) => draft === given)) return refuse('draft-unknown');
        if (given === undefined && cards.length >= MOST) return refuse('drafts-too-many', { most: MOST });
        const draft = given ?? newId(around);
        const savedAt = around.now().toISOString();
        const kept = await store.saveDraft(NO_BOOK, DESK, placeOf(draft), 'form', JSON.stringify(form));
        if (!kept.ok) return kept;
        const others = cards.filter((each) => each.draft !== draft);
        const listed = await saveList([lineOf(draft, form, savedAt), ...others]);
        return listed.ok ? ok({ draft, savedAt }) : listed;
      }),
    read: async (draft) => {
      const card = (await list()).find((each) => each.draft === draft);
      if (card === undefined || !isShortId(draft)) return refuse('draft-unknown');
      const [kept] = await store.readDrafts(NO_BOOK, DESK, placeOf(draft));
      const form = sessionDraft.safeParse(parsed(kept?.text));
      return form.success ? ok({ form: form.data, savedAt: card.savedAt }) : refuse('draft-unreadable');
    },
    discard: (draft) =>
      inTurn(async () => {
        const cards = await list();
        const listed = await saveList(cards.filter((each) => each.draft !== draft));
        return listed.ok ? await store.dropDrafts(NO_BOOK, DESK, placeOf(draft)) : listed;
      }),
  };
}

/** A draft of a program that wrote it otherwise is no draft, and no fault either. */
function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
