// The opened sheets without names, large: one after another (J and K), or all of them as a grid.
import { type ReactNode, useMemo, useState } from 'react';
import type { CountView } from '../../shared/contract/council-views.ts';
import { type CriteriaSet, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { Button } from '../parts/button.tsx';
import { KeySign } from '../parts/key-sign.tsx';
import { MarkWord } from '../parts/mark-word.tsx';
import { Notice } from '../parts/notice.tsx';
import { Pick } from '../parts/pick.tsx';
import { useKeys } from '../state/use-keys.ts';
import { useStatements } from '../state/use-statements.ts';
import { useWords } from '../state/words.ts';

export type Work = CountView['polls'][number];
type SheetOf = Work['sheets'][number];

export function CountSheets({ set, work }: { readonly set: CriteriaSet; readonly work: Work }): ReactNode {
  const { t } = useWords();
  const [way, setWay] = useState<'one' | 'grid'>('one');
  const [at, setAt] = useState(0);
  const last = Math.max(0, work.sheets.length - 1);
  useKeys(({ act }) => {
    if (act !== 'next' && act !== 'previous') return false;
    setWay('one');
    setAt((now) => Math.min(last, Math.max(0, now + (act === 'next' ? 1 : -1))));
    return true;
  });
  const sheet = work.sheets[at];
  return (
    <section className="count-sheets" aria-label={t('count.sheets')}>
      <div className="row">
        <Pick
          hideLabel={true}
          label={t('count.sheets')}
          value={way}
          options={[
            { value: 'one', label: t('count.one') },
            { value: 'grid', label: t('count.grid') },
          ]}
          onChange={setWay}
        />
        {way === 'one' ? (
          <>
            <Button small={true} isDisabled={at === 0} onPress={() => setAt(at - 1)}>
              {t('count.previous')} <KeySign keys="K" />
            </Button>
            <Button small={true} isDisabled={at >= last} onPress={() => setAt(at + 1)}>
              {t('count.next')} <KeySign keys="J" />
            </Button>
          </>
        ) : null}
      </div>
      {work.sheets.length === 0 ? <p className="soft">{t('count.nosheets')}</p> : null}
      {way === 'grid' ? <Grid set={set} work={work} /> : null}
      {way === 'one' && sheet !== undefined ? (
        <One set={set} sheet={sheet} number={at + 1} all={work.sheets.length} />
      ) : null}
    </section>
  );
}

function One(props: {
  readonly set: CriteriaSet;
  readonly sheet: SheetOf;
  readonly number: number;
  readonly all: number;
}): ReactNode {
  const { set, sheet, number, all } = props;
  const { t, say } = useWords();
  const words = useStatements(set);
  return (
    <>
      <h3 aria-live="polite">{t('count.sheet', { number, all })}</h3>
      {sheet.valid ? null : (
        <Notice tone="warn">
          <p className="strong">{t('count.invalid.sheet')}</p>
          <p>{say({ code: sheet.code ?? 'ballot-malformed', params: {} })}</p>
        </Notice>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="count-box" tabIndex={0} aria-label={t('count.sheet', { number, all })}>
        <ol className="count-list">
          {criteriaOf(set).map(({ id }) => {
            const item = sheet.items[id];
            return (
              <li key={id}>
                <span className="tree-id">{id}</span>
                <span className="matrix-words">{words.get(id)}</span>
                {item === undefined ? (
                  <span className="soft">{t('rounds.nothing')}</span>
                ) : item.mark === 'scored' ? (
                  <strong className="count-points">{item.points}</strong>
                ) : (
                  <MarkWord mark={item.mark} />
                )}
              </li>
            );
          })}
        </ol>
      </section>
    </>
  );
}

function Grid({ set, work }: { readonly set: CriteriaSet; readonly work: Work }): ReactNode {
  const { t } = useWords();
  const criteria = useMemo(() => criteriaOf(set), [set]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="count-box" tabIndex={0} aria-label={t('count.grid')}>
      <table className="count-grid">
        <thead>
          <tr>
            <th scope="col">{t('matrix.criterion')}</th>
            {work.sheets.map((sheet, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the sheets carry no name and keep their order
              <th key={at} scope="col">
                {at + 1}
                {sheet.valid ? null : <span className="error"> {t('matrix.invalid')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ id }) => (
            <tr key={id}>
              <th scope="row">{id}</th>
              {work.sheets.map((sheet, at) => {
                const item = sheet.items[id];
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the sheets carry no name and keep their order
                  <td key={at} className={`cell ${item?.mark ?? ''}`}>
                    {item === undefined ? '·' : item.mark === 'scored' ? item.points : t(`letter.${item.mark}`)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
