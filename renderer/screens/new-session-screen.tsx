// The form of a session: a new one, one that was begun before, or one that is edited until it is opened.
import { type ReactNode, useEffect, useState } from 'react';
import { isHash } from '../../shared/base/ids.ts';
import type { Refusal } from '../../shared/base/result.ts';
import type { EditedForm } from '../../shared/contract/session-form.ts';
import type { DraftCard } from '../../shared/contract/views.ts';
import { Notice, Refused } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { useLink } from '../parts/trust-bar.tsx';
import { useHouse } from '../state/house.ts';
import { writeRoute } from '../state/route.ts';
import { FIRST_FORM, type FormState, formToEdit } from '../state/session-form.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';
import { DiscardDraft, draftName } from './draft-parts.tsx';
import { SessionFormPart } from './new-form.tsx';

type Start = {
  readonly form: FormState;
  readonly draft?: string;
  /** The session as its book stands, where one is edited. */
  readonly before?: EditedForm;
};

/** `item`: a draft, or the book of a session that is edited; absent for a new form. */
export function NewSessionScreen({ item }: { readonly item?: string | undefined }): ReactNode {
  const { t } = useWords();
  const start = useStart(item);
  const isEdit = start !== undefined && 'form' in start && start.form.book !== undefined;
  const title = t(isEdit ? 'edit.title' : 'new.title');
  if (start === undefined)
    return (
      <Page title={title}>
        <p className="soft" role="status">
          {t('state.waiting', { what: t('new.form') })}
        </p>
      </Page>
    );
  if (!('form' in start))
    return (
      <Page title={title}>
        <Refused refusal={start} />
        <p>
          <a href={writeRoute({ at: 'home' })}>{t('app.home')}</a>
        </p>
      </Page>
    );
  return (
    <Page title={title} words={t(isEdit ? 'edit.words' : 'new.words')}>
      {start.draft === undefined ? <Begun book={start.form.book} /> : null}
      <SessionFormPart start={start.form} draft={start.draft} before={start.before} />
    </Page>
  );
}

function useStart(item: string | undefined): Start | Refusal | undefined {
  const { client } = useHouse();
  const { decimal } = useWords();
  const link = useLink();
  const [start, setStart] = useState<Start | Refusal | undefined>(
    item === undefined ? { form: FIRST_FORM } : undefined,
  );
  useEffect(() => {
    if (item === undefined || link !== 'open' || start !== undefined) return;
    let isHere = true;
    const read = async (): Promise<Start | Refusal> => {
      if (isHash(item)) {
        const given = await client.call('session.form', { book: item, as: 'edit' });
        return given.ok ? { form: formToEdit(item, given.value, decimal), before: given.value.form } : given.refusal;
      }
      const kept = await client.call('session.draft.read', { draft: item });
      if (!kept.ok) return kept.refusal;
      const { form } = kept.value;
      if (form.book === undefined) return { form, draft: item };
      const given = await client.call('session.form', { book: form.book, as: 'edit' });
      return given.ok ? { form, draft: item, before: given.value.form } : given.refusal;
    };
    void read().then((read) => isHere && setStart(read));
    return () => {
      isHere = false;
    };
  }, [client, decimal, item, link, start]);
  return start;
}

/** What was begun before and not finished, of the same kind: offered, never opened by itself. */
function Begun({ book }: { readonly book: string | undefined }): ReactNode {
  const view = useView('home', {});
  // What this very form becomes a draft of must not be offered back to it: only what was there at the beginning is.
  const [first, setFirst] = useState<readonly DraftCard[] | undefined>(undefined);
  if (first === undefined && view?.ok === true) setFirst(view.value.drafts);
  const known = view?.ok === true ? view.value.drafts : [];
  const begun = (first ?? []).filter((each) => each.book === book && known.some(({ draft }) => draft === each.draft));
  return begun.length === 0 ? null : (
    <Notice tone="note">
      {begun.slice(0, 3).map((each) => (
        <BegunLine key={each.draft} card={each} />
      ))}
    </Notice>
  );
}

function BegunLine({ card }: { readonly card: DraftCard }): ReactNode {
  const words = useWords();
  const { t, day, clock } = words;
  const name = draftName(words, card);
  return (
    <div className="row">
      <span className="grow breaks">
        {t('new.begun', { name, date: day(card.savedAt), time: clock(card.savedAt) })}
      </span>
      <a
        className="button small"
        href={writeRoute({ at: 'page', page: 'new', item: card.draft })}
        aria-label={t('home.draft.go.on.of', { name })}
      >
        {t('home.draft.go.on')}
      </a>
      <DiscardDraft card={card} />
    </div>
  );
}
