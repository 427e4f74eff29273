// Two versions of a criteria set compared (domain, S2): what changed, criterion by criterion, and which sessions it touches.
import { type ReactNode, useMemo } from 'react';
import type { LibraryOutputs, LibraryRecord, LibraryRow } from '../../shared/contract/criteria-library.ts';
import { compareSets } from '../../shared/criteria/compare-sets.ts';
import { type CriteriaSet, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { Choice } from '../parts/field.tsx';
import { Notice, Refused } from '../parts/notice.tsx';
import { Page, Section, Shown } from '../parts/page.tsx';
import { pageSha256 } from '../seal/page-ciphers.ts';
import { countsOf } from '../state/compare.ts';
import { inOrder, nameOf, useLibrary } from '../state/library.ts';
import { go, writeRoute } from '../state/route.ts';
import { type Compared, useCompared } from '../state/use-compared.ts';
import { useWords } from '../state/words.ts';
import { CompareSet } from './compare-set.tsx';
import { CompareTable } from './compare-table.tsx';
import { CompareUses } from './compare-uses.tsx';

type Pair = readonly [older: string, newer: string];

export function CompareScreen({ pair }: { readonly pair: Pair }): ReactNode {
  const { t } = useWords();
  const { answer } = useLibrary();
  return (
    <Page title={t('compare.title')} words={t('compare.words')}>
      <Shown of={answer} what={t('library.title')}>
        {(list) => <Chosen pair={pair} list={list} />}
      </Shown>
      {pair[0] === pair[1] ? (
        <Notice tone="note">
          <p>{t('compare.same')}</p>
        </Notice>
      ) : (
        <Opened key={pair.join(' ')} pair={pair} />
      )}
    </Page>
  );
}

const to = (pair: Pair): void => go({ at: 'page', page: 'library', pair });

function Chosen({ pair, list }: { readonly pair: Pair; readonly list: LibraryOutputs['library.list'] }): ReactNode {
  const words = useWords();
  const { t } = words;
  const [older, newer] = pair;
  const label = (row: LibraryRow): string =>
    `${nameOf(row, words)}, ${t('library.version', { version: row.version || '…' })}`;
  const options = inOrder(list.rows).map((row) => ({ value: row.key, label: label(row) }));
  return (
    <div className="compare-chosen">
      <Choice label={t('compare.before')} value={older} options={options} onChange={(key) => to([key, newer])} />
      <Choice label={t('compare.after')} value={newer} options={options} onChange={(key) => to([older, key])} />
      <a className="button small" href={writeRoute({ at: 'page', page: 'library', pair: [newer, older] })}>
        {t('compare.swap')}
      </a>
    </div>
  );
}

function Opened({ pair }: { readonly pair: Pair }): ReactNode {
  const { t } = useWords();
  const answer = useCompared(pair);
  return (
    <Shown of={answer} what={t('compare.title')}>
      {(compared) => {
        const { before, after } = compared;
        if (before.set === undefined) return <Unsound record={before} />;
        if (after.set === undefined) return <Unsound record={after} />;
        return <Both compared={compared} before={before.set} after={after.set} />;
      }}
    </Shown>
  );
}

/** A draft that cannot be judged yet is compared once it can. */
function Unsound({ record: { row } }: { readonly record: LibraryRecord }): ReactNode {
  const words = useWords();
  const { t, count } = words;
  return (
    <Notice tone="warn">
      <p>{t('compare.unsound', { name: nameOf(row, words), errors: count(row.errors) })}</p>
      <a className="button small" href={writeRoute({ at: 'page', page: 'library', item: row.key })}>
        {t('compare.unsound.open')}
      </a>
    </Notice>
  );
}

export function Both(props: {
  readonly compared: Compared;
  readonly before: CriteriaSet;
  readonly after: CriteriaSet;
}): ReactNode {
  const { compared, before, after } = props;
  const { t, count } = useWords();
  const comparison = useMemo(() => compareSets(before, after, pageSha256), [before, after]);
  const counts = countsOf(comparison);
  const all = criteriaOf(after).length;
  const same = comparison.criteria.filter(({ asksTheSame }) => asksTheSame).length;
  return (
    <>
      <Section title={t('compare.summary')}>
        <p>
          {t('compare.summary.counts', { before: count(criteriaOf(before).length), after: count(all) })}{' '}
          {t('compare.summary.asks', { same: count(same), other: count(all - same) })}
        </p>
        {counts.every(({ change }) => change === 'unchanged') ? <p>{t('compare.summary.none')}</p> : null}
        <table className="compare-counts">
          <caption className="unseen">{t('compare.summary')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('compare.summary.change')}</th>
              <th scope="col" className="number">
                {t('compare.summary.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {counts.map(({ change, count: number }) => (
              <tr key={change}>
                <th scope="row">{t(change === 'unchanged' ? 'compare.unchanged' : `compare.change.${change}`)}</th>
                <td className="number">{count(number)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <CompareSet changes={comparison.set} before={before} after={after} />
      <CompareTable criteria={comparison.criteria} />
      {compared.uses.ok ? (
        <CompareUses
          uses={compared.uses.value}
          hashes={{ before: compared.before.row.sha256, after: compared.after.row.sha256 }}
          comparison={comparison}
        />
      ) : (
        <Section title={t('compare.uses')}>
          <Refused refusal={compared.uses.refusal} />
        </Section>
      )}
    </>
  );
}
