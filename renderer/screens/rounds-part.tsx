// The rounds beside one another as a difference: who changed what from which to which and why, and what it did to the counts.
import { type ReactNode, useMemo } from 'react';
import type { Item } from '../../shared/book/ballot.ts';
import type { ResultsView, RoundView } from '../../shared/contract/views.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import type { CriterionResult } from '../../shared/results/result-types.ts';
import { MarkWord } from '../parts/mark-word.tsx';
import { useStatements } from '../state/use-statements.ts';
import { useWords } from '../state/words.ts';
import { CriterionLink } from './margin-part.tsx';
import { type Change, changesBetweenRounds, talliesBetweenRounds } from './rounds-diff.ts';

export function RoundsPart(props: {
  readonly set: CriteriaSet;
  readonly counted: ResultsView['platforms'][number];
  readonly nameOf: (seat: string) => string;
}): ReactNode {
  const { set, counted, nameOf } = props;
  const { t } = useWords();
  const rounds: readonly RoundView[] = [...counted.history, counted];
  const pairs = rounds.slice(1).flatMap((after, at) => {
    const before = rounds[at];
    return before === undefined ? [] : [{ before, after }];
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="results-part" tabIndex={0} aria-label={t('rounds.title')}>
      {pairs.reverse().map(({ before, after }) => (
        <Pair key={after.poll} before={before} after={after} set={set} nameOf={nameOf} />
      ))}
    </section>
  );
}

function Pair(props: {
  readonly before: RoundView;
  readonly after: RoundView;
  readonly set: CriteriaSet;
  readonly nameOf: (seat: string) => string;
}): ReactNode {
  const { before, after, set, nameOf } = props;
  const { t, of } = useWords();
  const words = useStatements(set);
  const changes = useMemo(() => changesBetweenRounds(before, after), [before, after]);
  const tallies = useMemo(() => {
    // Two who changed against each other leave the counts as they were.
    const touched = new Set(changes.map(({ criterion }) => criterion));
    return talliesBetweenRounds(before, after).filter(
      ({ criterion, isChanged }) => isChanged || touched.has(criterion),
    );
  }, [before, after, changes]);
  const isSecret = after.sheets.some(({ seat }) => seat === null);
  const [was, is] = [of(before.result.outcome.name), of(after.result.outcome.name)];
  return (
    <section className="stack tight" aria-label={t('rounds.pair', { before: before.round, after: after.round })}>
      <h3>{t('rounds.pair', { before: before.round, after: after.round })}</h3>
      <p>
        {was === is ? t('rounds.outcome.same', { outcome: is }) : t('rounds.outcome.new', { was, is })}{' '}
        {isSecret
          ? t('rounds.secret', { count: tallies.filter(({ isChanged }) => isChanged).length })
          : t('rounds.count', { count: changes.length, criteria: new Set(changes.map((each) => each.criterion)).size })}
      </p>
      {tallies.length === 0 ? null : (
        <div className="wide">
          <table className="rounds-table">
            <thead>
              <tr>
                <th scope="col">{t('matrix.criterion')}</th>
                <th scope="col">{t('scoring.round', { round: before.round })}</th>
                <th scope="col">{t('scoring.round', { round: after.round })}</th>
                {isSecret ? null : <th scope="col">{t('rounds.who')}</th>}
              </tr>
            </thead>
            <tbody>
              {tallies.map((row) => (
                <tr key={row.criterion}>
                  <th scope="row">
                    <CriterionLink id={row.criterion} /> <span className="soft small">{words.get(row.criterion)}</span>
                  </th>
                  <TallyCell row={row.before} />
                  <TallyCell row={row.after} />
                  {isSecret ? null : (
                    <td>
                      <Changes changes={changes.filter((each) => each.criterion === row.criterion)} nameOf={nameOf} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function TallyCell({ row }: { readonly row: CriterionResult }): ReactNode {
  const { t, decimal } = useWords();
  return (
    <td>
      <span className={`verdict-tag ${row.verdict}`}>{t(`verdict.${row.verdict}`)}</span>{' '}
      <span className="soft">
        {row.points === undefined ? `${row.met}/${row.of}` : decimal(row.points.mean ?? '–')}
      </span>
    </td>
  );
}

function Changes(props: { readonly changes: readonly Change[]; readonly nameOf: (seat: string) => string }): ReactNode {
  const { t } = useWords();
  return (
    <ul className="point-list">
      {props.changes.map(({ seat, before, after, reason }) => (
        <li key={seat}>
          <span className="strong">{props.nameOf(seat)}</span>: <Said item={before} /> → <Said item={after} />
          {reason === undefined ? null : <span className="prose"> {t('rounds.reason', { reason })}</span>}
        </li>
      ))}
    </ul>
  );
}

function Said({ item }: { readonly item: Pick<Item, 'mark' | 'points'> | null }): ReactNode {
  const { t } = useWords();
  if (item === null) return <span className="soft">{t('rounds.nothing')}</span>;
  return item.mark === 'scored' ? <strong>{item.points}</strong> : <MarkWord mark={item.mark} />;
}
