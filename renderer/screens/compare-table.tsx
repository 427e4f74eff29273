// Criterion by criterion: its id before and after, what changed in words, and both texts; what did not change is folded.
import { type ReactNode, useMemo, useState } from 'react';
import type { CriterionChange } from '../../shared/criteria/compare-sets.ts';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/page.tsx';
import { Tick } from '../parts/pick.tsx';
import { fieldsOf, runsOf } from '../state/compare.ts';
import { useWords } from '../state/words.ts';
import { NewWords, OldWords } from './compare-words.tsx';

const COLUMNS = ['criterion', 'what', 'before', 'after'] as const;
const idOf = ({ before, after }: CriterionChange): string => (after ?? before)?.criterion.id ?? '';

export function CompareTable({ criteria }: { readonly criteria: readonly CriterionChange[] }): ReactNode {
  const { t } = useWords();
  const runs = useMemo(() => runsOf(criteria), [criteria]);
  const [isOnly, setOnly] = useState(false);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  return (
    <Section title={t('compare.criteria')} words={t('compare.legend')}>
      <Tick label={t('compare.only')} isOn={isOnly} onChange={setOnly} />
      <div className="wide">
        <table className="compare">
          <caption className="unseen">{t('compare.criteria')}</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className={`of-${column}`}>
                  {t(`compare.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => {
              if (run.is === 'changed') return <Row key={idOf(run.row)} row={run.row} />;
              const [first] = run.rows;
              if (isOnly || first === undefined) return null;
              const key = idOf(first);
              if (open.has(key)) return run.rows.map((row) => <Row key={idOf(row)} row={row} />);
              return (
                <Folded key={`folded ${key}`} rows={run.rows} onOpen={() => setOpen((now) => new Set([...now, key]))} />
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Folded(props: { readonly rows: readonly CriterionChange[]; readonly onOpen: () => void }): ReactNode {
  const { rows, onOpen } = props;
  const { t, count } = useWords();
  const [first, last] = [rows[0], rows.at(-1)].map((row) => (row === undefined ? '' : idOf(row)));
  return (
    <tr className="folded">
      <td colSpan={COLUMNS.length}>
        <Button small={true} kind="quiet" onPress={onOpen}>
          {rows.length === 1
            ? t('compare.folded.one', { first: first ?? '' })
            : t('compare.folded', { count: count(rows.length), first: first ?? '', last: last ?? '' })}
        </Button>
      </td>
    </tr>
  );
}

function Row({ row }: { readonly row: CriterionChange }): ReactNode {
  const { t } = useWords();
  const { before, after, changes, asksTheSame } = row;
  const ids = [...new Set([before?.criterion.id, after?.criterion.id].filter((id) => id !== undefined))];
  return (
    <tr className={changes.length === 0 ? 'same' : undefined}>
      <th scope="row">
        <span className="strong">{ids.join(' → ')}</span>
        <p className="soft small">{t('compare.place', { group: (after ?? before)?.group ?? '' })}</p>
      </th>
      <td className="small" data-label={t('compare.what')}>
        {changes.length === 0 ? (
          <span className="soft">{t('compare.unchanged')}</span>
        ) : (
          <ul className="compare-what">
            {changes.map((change) => (
              <li key={change}>{t(`compare.change.${change}`)}</li>
            ))}
          </ul>
        )}
        {asksTheSame && changes.length > 0 ? <p className="soft">{t('compare.same.question')}</p> : null}
      </td>
      <Side row={row} side="before" />
      <Side row={row} side="after" />
    </tr>
  );
}

/** The statement always; below it each field that changed, by name. */
function Side({ row, side }: { readonly row: CriterionChange; readonly side: 'before' | 'after' }): ReactNode {
  const words = useWords();
  const { t } = words;
  const placed = row[side];
  const fields = fieldsOf(row, words);
  const wording = fields.find(({ change }) => change === 'reworded');
  const Text = side === 'before' ? OldWords : NewWords;
  if (placed === undefined)
    return (
      <td data-label={t(`compare.${side}`)}>
        <span className="soft">{t('compare.nothing')}</span>
      </td>
    );
  return (
    <td className="compare-side" data-label={t(`compare.${side}`)}>
      <p>{wording === undefined ? placed.criterion.statement.vi : <Text {...wording} />}</p>
      {fields
        .filter((field) => field !== wording)
        .map((field) => (
          <p key={field.change} className="small">
            <span className="soft">{t(`compare.field.${field.change as FieldName}`)}: </span>
            <Text before={field.before} after={field.after} />
          </p>
        ))}
    </td>
  );
}
type FieldName = Exclude<CriterionChange['changes'][number], 'added' | 'removed' | 'renumbered'>;
