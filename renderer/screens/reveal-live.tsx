// Open scoring: every sheet is seen as it is cast, with its name; nothing of it is counted before the round is closed.
import type { ReactNode } from 'react';
import type { PollView } from '../../shared/contract/views.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { Notice } from '../parts/notice.tsx';
import { Shown } from '../parts/page.tsx';
import { nameOf, useSession } from '../state/session.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';
import { columnsOf } from './sheet-columns.ts';

export function RevealLive({ poll }: { readonly poll: PollView }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const results = useView('results', { book: session.book });
  const criteria = useView('criteria', { book: session.book });
  return (
    <>
      <Notice tone="note">
        <p className="strong">{t('reveal.live')}</p>
        <p>{t('reveal.live.words')}</p>
      </Notice>
      <Shown of={results} what={t('matrix.title')}>
        {(view) => (
          <Shown of={criteria} what={t('scoring.tree')}>
            {({ set }) => {
              const live = view.live.find((each) => each.poll === poll.poll);
              const sheets = columnsOf(live?.sheets ?? [], [], { name: (seat) => nameOf(session, seat), t });
              if (sheets.length === 0) return <p className="soft">{t('reveal.live.none')}</p>;
              return (
                // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
                <section className="count-box" tabIndex={0} aria-label={t('reveal.live')}>
                  <table className="count-grid">
                    <thead>
                      <tr>
                        <th scope="col">{t('matrix.criterion')}</th>
                        {sheets.map(({ id, name }) => (
                          <th key={id} scope="col" className="small">
                            {name}
                          </th>
                        ))}
                      </tr>
                    </thead>
                    <tbody>
                      {criteriaOf(set).map((criterion) => (
                        <tr key={criterion.id}>
                          <th scope="row">{criterion.id}</th>
                          {sheets.map(({ id, items }) => {
                            const item = items[criterion.id];
                            return (
                              <td key={id} className={`cell ${item?.mark ?? ''}`}>
                                {item === undefined
                                  ? '·'
                                  : item.mark === 'scored'
                                    ? item.points
                                    : t(`letter.${item.mark}`)}
                              </td>
                            );
                          })}
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </section>
              );
            }}
          </Shown>
        )}
      </Shown>
    </>
  );
}
