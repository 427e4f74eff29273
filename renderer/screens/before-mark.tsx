// What the last evaluation of this platform said of one criterion, where it asks the same: for reference, counted nowhere.
import type { ReactNode } from 'react';
import type { BeforeView } from '../../shared/contract/views.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../state/words.ts';

export function BeforeMark(props: { readonly before: BeforeView; readonly criterion: string }): ReactNode {
  const { before, criterion } = props;
  const { t, day } = useWords();
  const when = { day: before.at === '' ? t('before.undated') : day(before.at), version: before.version };
  const mark = before.marks[criterion];
  if (mark === undefined) return <p className="soft small">{t('before.changed', when)}</p>;
  return (
    <p className="before-mark small">
      <span className="soft">{t('before.was', when)}</span>{' '}
      <span className={`mark ${mark.verdict === 'left-out' ? 'not-applicable' : mark.verdict}`}>
        <Icon name={mark.verdict === 'left-out' ? 'not-applicable' : mark.verdict} />
        {t(`before.was.${mark.verdict}`, { met: mark.met, of: mark.of })}
      </span>{' '}
      <span className="soft">· {t('before.was.words')}</span>
    </p>
  );
}
