// What a criterion says of itself besides its statement: where it applies, whether it must pass, what its points mean.
import type { ReactNode } from 'react';
import type { Criterion } from '../../shared/criteria/criteria-set.ts';
import { Icon } from '../parts/icon.tsx';
import { Tag } from '../parts/page.tsx';
import { useWords } from '../state/words.ts';

/**
 * @param applies undefined: nobody's sheet is looked at, so that it cannot be told
 * @param picks the levels stand below as buttons
 */
export function KindWords(props: {
  readonly criterion: Criterion;
  readonly applies?: boolean;
  readonly picks: boolean;
}): ReactNode {
  const { criterion, applies, picks } = props;
  const { t } = useWords();
  const on = criterion.appliesWhen ?? [];
  return (
    <>
      {criterion.mustPass === true ? (
        <p className="small">
          <Tag>{t('asks.must-pass')}</Tag>
        </p>
      ) : null}
      {on.length === 0 ? null : (
        <p className={applies === false ? 'barred-mark' : 'small soft'} role={applies === false ? 'status' : undefined}>
          {applies === false ? <Icon name="not-applicable" /> : null}{' '}
          {t('asks.applies', {
            when: on.map((each) => t(`asks.when.${each.mark}`, { id: each.criterion })).join('; '),
          })}
          {applies === false ? ` ${t('asks.applies.not')}` : ''}
        </p>
      )}
      {criterion.kind === 'points' && !picks ? <Levels levels={criterion.levels} pass={criterion.pass} /> : null}
    </>
  );
}

function Levels({ levels, pass }: Pick<Extract<Criterion, { kind: 'points' }>, 'levels' | 'pass'>): ReactNode {
  const { t, of } = useWords();
  return (
    <div className="levels">
      <p className="small soft">{t('asks.levels', { pass })}</p>
      <ul>
        {levels.map(({ points, name }) => (
          <li key={points}>
            <span className="strong">{points}</span> {of(name)}
          </li>
        ))}
      </ul>
    </div>
  );
}
