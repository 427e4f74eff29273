// What a finished rehearsal has made, and in what a real session differs.
import type { ReactNode } from 'react';
import type { SessionView } from '../../shared/contract/views.ts';
import { writeRoute } from '../state/route.ts';
import { useWords } from '../state/words.ts';

const MADE = ['guide.made.file', 'guide.made.book', 'guide.made.check'] as const;
const DIFFERS = [
  'guide.differs.devices',
  'guide.differs.fill',
  'guide.differs.sign',
  'guide.differs.set',
  'guide.differs.value',
] as const;

export function GuideEnd({ session }: { readonly session: SessionView }): ReactNode {
  const { t } = useWords();
  return (
    <div className="guide-end">
      <div>
        <h2>{t('guide.made')}</h2>
        <ul>
          {MADE.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
        <p className="row">
          <a className="button quiet small" href={writeRoute({ at: 'page', page: 'check' })}>
            {t('home.check')}
          </a>
          <a className="button quiet small" href={writeRoute({ at: 'session', book: session.book, phase: 'log' })}>
            {t('log.title')}
          </a>
          <a className="button quiet small" href={writeRoute({ at: 'page', page: 'new' })}>
            {t('home.new')}
          </a>
        </p>
      </div>
      <div>
        <h2>{t('guide.differs')}</h2>
        <ul>
          {DIFFERS.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
