// The activity log: every entry of the book, with who, when by whose clock, how entered, and what was refused.
import { type ReactNode, useState } from 'react';
import { TextLine } from '../parts/field.tsx';
import { plain } from '../parts/find-panel.tsx';
import { Page, Shown } from '../parts/page.tsx';
import { useFactWords } from '../state/fact-words.ts';
import { nameOf, useSession } from '../state/session.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';

/** Rows drawn at once; the filter finds the rest. */
const MOST_ROWS = 500;

export function LogScreen(): ReactNode {
  const session = useSession();
  const { t, day, clock, say } = useWords();
  const factWords = useFactWords();
  const log = useView('log', { book: session.book });
  const [text, setText] = useState('');
  return (
    <Page title={t('log.title')} words={t('log.words')}>
      <TextLine label={t('log.filter')} value={text} onChange={setText} />
      <Shown of={log} what={t('log.title')}>
        {({ rows }) => {
          const wanted = plain(text.trim());
          const found = rows.filter((row) =>
            plain(`${nameOf(session, row.seat)} ${factWords(row.kind)} ${row.kind} ${row.hash}`).includes(wanted),
          );
          return (
            <>
              <p className="soft small" role="status">
                {t('log.count', { count: found.length })}
              </p>
              <div className="wide">
                <table className="log">
                  <thead>
                    <tr>
                      <th scope="col">{t('log.at')}</th>
                      <th scope="col">{t('log.who')}</th>
                      <th scope="col">{t('log.what')}</th>
                      <th scope="col">{t('log.via')}</th>
                      <th scope="col">{t('log.number')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {found.slice(0, MOST_ROWS).map((row) => (
                      <tr key={row.hash}>
                        <td>
                          {day(row.at)} {clock(row.at)}
                        </td>
                        <td>{nameOf(session, row.seat)}</td>
                        <td>
                          {factWords(row.kind)}
                          {row.refused === undefined ? null : (
                            <span className="error">
                              {' '}
                              {t('log.refused', { why: say({ code: row.refused, params: {} }) })}
                            </span>
                          )}
                        </td>
                        <td>{t(`via.${row.via}`)}</td>
                        <td className="hash">
                          {row.feed.slice(0, 8)}, {row.seq}
                          <br />
                          <span className="soft">{row.hash.slice(0, 16)}</span>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </>
          );
        }}
      </Shown>
    </Page>
  );
}
