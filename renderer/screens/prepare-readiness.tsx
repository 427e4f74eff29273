// Before the opening, at a glance: what is ready, what is missing, and the way to mend it.
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../parts/icon.tsx';
import { Section } from '../parts/page.tsx';
import { type Ready, readiness } from '../state/readiness.ts';
import { writeRoute } from '../state/route.ts';
import { useSession } from '../state/session.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';

const SIGNS: Readonly<Record<Ready['stand'], IconName>> = { done: 'done', wait: 'none', note: 'note', stop: 'stop' };

export function Readiness(): ReactNode {
  const session = useSession();
  const words = useWords();
  const { t } = words;
  const criteria = useView('criteria', { book: session.book });
  const lines = readiness(session, criteria?.ok === true ? criteria.value.set : undefined, words);
  const left = lines.filter(({ stand }) => stand === 'wait' || stand === 'stop').length;
  const isBarred = lines.some(({ stand }) => stand === 'stop');
  return (
    <Section
      title={t('ready.title')}
      words={isBarred ? t('ready.barred') : left === 0 ? t('ready.all') : t('ready.left', { count: left })}
    >
      <ul className="ready-list">
        {lines.map(({ id, stand, words: text, mend }) => (
          <li key={id} className={`ready ${stand}`}>
            <Icon name={SIGNS[stand]} />
            <span className="breaks">
              <span className="strong">{t(`ready.is.${stand}`)}:</span> {text}
            </span>
            {mend === undefined ? null : (
              <a
                href={writeRoute(
                  mend === 'edit'
                    ? { at: 'page', page: 'new', item: session.book }
                    : { at: 'session', book: session.book, phase: 'attendance' },
                )}
              >
                {t(`ready.go.${mend}`)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
