// Why the version before the council is out of date: each sentence with its old value and its new one.
import type { ReactNode } from 'react';
import type { ChangedSentence } from '../../shared/minutes/changes.ts';
import { Notice } from '../parts/notice.tsx';
import { isDesk, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

/** Sentences listed at once. */
const LISTED = 8;

export function MinutesChanges({ changes }: { readonly changes: readonly ChangedSentence[] }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  return (
    <Notice tone="warn">
      <p className="strong">{t(isDesk(session) ? 'minutes.stale' : 'minutes.stale.member')}</p>
      <ul className="changes small">
        {changes.slice(0, LISTED).map((change) => (
          <li key={change.id}>
            <Change change={change} />
          </li>
        ))}
        {changes.length > LISTED ? <li>{t('minutes.changes.more', { count: changes.length - LISTED })}</li> : null}
      </ul>
    </Notice>
  );
}

const show = (id: string): void => {
  const sentence = document.getElementById(`sentence-${id}`);
  sentence?.scrollIntoView({ block: 'center' });
  sentence?.focus();
};

function Change({ change }: { readonly change: ChangedSentence }): ReactNode {
  const { t } = useWords();
  const { id, before, after, facts } = change;
  if (id.startsWith('appendix-')) return t('minutes.change.appendix', { number: id.slice('appendix-'.length) });
  if (after === '')
    return (
      <>
        {t('minutes.change.gone')} <del>{before}</del>
      </>
    );
  return (
    <>
      {facts.length === 0 ? (
        <>
          {before === '' ? (
            `${t('minutes.change.new')} `
          ) : (
            <>
              <del>{before}</del> →{' '}
            </>
          )}
          <ins>{after}</ins>
        </>
      ) : (
        <>
          {facts.map((fact, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one sentence may hold the same fact twice
            <span key={at}>
              {at === 0 ? '' : '; '}
              <del>{fact.before}</del> → <ins>{fact.after}</ins>
            </span>
          ))}
          <span className="soft"> ({after})</span>
        </>
      )}{' '}
      <button type="button" className="link" onClick={() => show(id)}>
        {t('minutes.change.show')}
      </button>
    </>
  );
}
