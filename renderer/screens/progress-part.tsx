// How far each seat is: done or not, how many marked; never a value.
import type { ReactNode } from 'react';
import type { PollView } from '../../shared/contract/views.ts';
import { entitledIn, isIn, nameOf, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

export function ProgressPart({ poll }: { readonly poll: PollView }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const entitled = entitledIn(poll);
  const done = entitled.filter((sheet) => isIn(sheet.state)).length;
  const all = session.criteria.count;
  return (
    <section className="page" aria-label={t('progress.title')}>
      <h2>{t('progress.title')}</h2>
      <p className="soft">{t('progress.words')}</p>
      <p className="strong" role="status">
        {t('progress.summary', { done, all: entitled.length })}
      </p>
      <progress max={entitled.length} value={done} aria-label={t('progress.title')} />
      <table>
        <thead>
          <tr>
            <th scope="col">{t('attendance.member')}</th>
            <th scope="col">{t('progress.sheet')}</th>
            <th scope="col">{t('progress.marked')}</th>
          </tr>
        </thead>
        <tbody>
          {poll.sheets.map((sheet) => (
            <tr key={sheet.seat}>
              <th scope="row">{nameOf(session, sheet.seat)}</th>
              <td>
                {t(`sheet.${sheet.state}`)}
                {sheet.via === undefined ? null : <span className="soft small"> · {t(`via.${sheet.via}`)}</span>}
                {sheet.reopened === 0 ? null : (
                  <span className="soft small"> · {t('progress.reopened', { count: sheet.reopened })}</span>
                )}
              </td>
              <td>
                {sheet.state === 'working' && sheet.marked !== undefined ? (
                  <>
                    {t('progress.marked.of', { done: sheet.marked, all })}
                    <progress max={all} value={sheet.marked} aria-label={nameOf(session, sheet.seat)} />
                  </>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
