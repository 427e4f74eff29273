// Which file of evidence was opened by how many and by whom, as their devices stated it once the rules allowed names.
import type { ReactNode } from 'react';
import type { PlatformView } from '../../shared/contract/views.ts';
import { namesOf, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

type Row = { readonly key: string; readonly number: number; readonly title: string; readonly seats: readonly string[] };

export function OpenedPart({ platform }: { readonly platform: PlatformView }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const by = (sha256: string): readonly string[] =>
    platform.openings.flatMap(({ seat, opened }) => (opened.includes(sha256) ? [seat] : []));
  const rows = platform.evidence.flatMap(({ sha256, number, title, earlier }): readonly Row[] => [
    { key: sha256, number, title, seats: by(sha256) },
    // An older revision that nobody opened is no news.
    ...[...earlier]
      .reverse()
      .map((each) => ({
        key: each.sha256,
        number,
        title: t('opened.older', { name: each.title, revision: each.revision }),
        seats: by(each.sha256),
      }))
      .filter(({ seats }) => seats.length > 0),
  ]);
  return (
    <section className="stack tight" aria-label={t('opened.title')}>
      <p className="soft small">{t('opened.words')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="count-box" tabIndex={0} aria-label={t('opened.title')}>
        <table className="progress-table">
          <thead>
            <tr>
              <th scope="col">{t('opened.file')}</th>
              <th scope="col">{t('opened.count')}</th>
              <th scope="col">{t('opened.by')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, number, title, seats }) => (
              <tr key={key}>
                <th scope="row">
                  {number}. {title}
                </th>
                <td>{seats.length}</td>
                <td>
                  {seats.length === 0 ? <span className="soft">{t('opened.nobody')}</span> : namesOf(session, seats)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
