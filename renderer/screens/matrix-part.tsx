// Members across, criteria down: marks as letters with colour, counts, verdict, dissent; ordered by disagreement at one key.
import { memo, type ReactNode, useCallback, useMemo, useState } from 'react';
import type { ResultsView } from '../../shared/contract/views.ts';
import { type CriteriaSet, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import type { CriterionResult, PlatformResult } from '../../shared/results/result-types.ts';
import { Button } from '../parts/button.tsx';
import { KeySign } from '../parts/key-sign.tsx';
import { Section } from '../parts/page.tsx';
import { Tick } from '../parts/pick.tsx';
import { useKeys } from '../state/use-keys.ts';
import { useWords } from '../state/words.ts';

type Sheet = ResultsView['platforms'][number]['sheets'][number];
type Props = {
  readonly set: CriteriaSet;
  readonly result: PlatformResult;
  readonly sheets: readonly Sheet[];
  readonly nameOf: (seat: string) => string;
};

/** Most disagreement first; among equals the order of the set. */
export const byDissent = (criteria: readonly CriterionResult[]): readonly CriterionResult[] =>
  [...criteria].sort((a, b) => b.dissent - a.dissent);

export function MatrixPart({ set, result, sheets, nameOf }: Props): ReactNode {
  const { t, of, say } = useWords();
  const [isByDissent, setByDissent] = useState(false);
  const [isOnly, setOnly] = useState(false);
  const [open, setOpen] = useState<string | undefined>(undefined);
  useKeys(({ act }) => {
    if (act !== 'dissent') return false;
    setByDissent((now) => !now);
    return true;
  });
  const words = useMemo(() => new Map(criteriaOf(set).map((each) => [each.id, of(each.statement)])), [set, of]);
  const ordered = isByDissent ? byDissent(result.criteria) : result.criteria;
  const rows = isOnly ? ordered.filter((each) => each.dissent > 0) : ordered;
  const toggle = useCallback((id: string) => setOpen((now) => (now === id ? undefined : id)), []);
  const short = useMemo(() => shortNames(sheets.map(({ seat }) => [seat, nameOf(seat)])), [sheets, nameOf]);
  const comments = sheets.filter((sheet) => (sheet.comment ?? '') !== '');
  return (
    <Section
      title={t('matrix.title')}
      side={
        <>
          <span className="grow" />
          <Button small={true} onPress={() => setByDissent((now) => !now)}>
            {t(isByDissent ? 'matrix.order.set' : 'matrix.order')} <KeySign keys="D" />
          </Button>
          <Tick label={t('matrix.only')} isOn={isOnly} onChange={setOnly} />
        </>
      }
    >
      <p className="soft small">{t('matrix.legend')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="matrix-box" tabIndex={0} aria-label={t('matrix.table')}>
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col" className="corner">
                {t('matrix.criterion')}
              </th>
              {sheets.map((sheet) => (
                <th key={sheet.seat} scope="col" className="member-head">
                  <span aria-hidden="true" title={nameOf(sheet.seat)}>
                    {short.get(sheet.seat)}
                  </span>
                  <span className="unseen">{nameOf(sheet.seat)}</span>
                  {sheet.valid ? null : (
                    <span className="error" title={say({ code: sheet.code ?? 'ballot-malformed', params: {} })}>
                      {' '}
                      {t('matrix.invalid')}
                    </span>
                  )}
                </th>
              ))}
              <th scope="col" className="total">
                {t('matrix.met')}
              </th>
              <th scope="col" className="total">
                {t('matrix.notMet')}
              </th>
              <th scope="col" className="total">
                {t('matrix.notApplicable')}
              </th>
              <th scope="col" className="total">
                {t('matrix.dissent')}
              </th>
              <th scope="col">{t('matrix.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <MatrixRow
                key={row.criterion}
                row={row}
                words={words.get(row.criterion) ?? ''}
                sheets={sheets}
                nameOf={nameOf}
                isOpen={open === row.criterion}
                onToggle={toggle}
              />
            ))}
          </tbody>
        </table>
      </section>
      {comments.length === 0 ? null : (
        <div className="stack tight">
          <h3>{t('matrix.comment')}</h3>
          {comments.map((sheet) => (
            <p key={sheet.seat} className="quote">
              <span className="soft small">{nameOf(sheet.seat)}: </span>
              <span className="prose">{sheet.comment}</span>
            </p>
          ))}
        </div>
      )}
    </Section>
  );
}

/** The last two syllables of a Vietnamese name tell people apart; where they do not, the whole name stands. */
export function shortNames(names: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const tail = (name: string): string => name.split(/\s+/).slice(-2).join(' ');
  const often = new Map<string, number>();
  for (const [, name] of names) often.set(tail(name), (often.get(tail(name)) ?? 0) + 1);
  return new Map(names.map(([seat, name]) => [seat, often.get(tail(name)) === 1 ? tail(name) : name]));
}

type RowProps = {
  readonly row: CriterionResult;
  readonly words: string;
  readonly sheets: readonly Sheet[];
  readonly nameOf: (seat: string) => string;
  readonly isOpen: boolean;
  readonly onToggle: (criterion: string) => void;
};

/** Fifteen members by 120 criteria are plain cells: only the row that changes is drawn again. */
const MatrixRow = memo(
  function MatrixRow({ row, words, sheets, nameOf, isOpen, onToggle }: RowProps): ReactNode {
    const { t } = useWords();
    return (
      <>
        <tr className={row.dissent > 0 ? 'differs' : undefined}>
          <th scope="row">
            <button
              type="button"
              className="matrix-row"
              aria-expanded={isOpen}
              title={words}
              onClick={() => onToggle(row.criterion)}
            >
              <span className="tree-id">{row.criterion}</span> <span className="matrix-words">{words}</span>
            </button>
          </th>
          {sheets.map((sheet) => {
            const mark = sheet.valid ? sheet.items[row.criterion]?.mark : undefined;
            return mark === undefined ? (
              <td key={sheet.seat} className="cell">
                ·
              </td>
            ) : (
              <td key={sheet.seat} className={`cell ${mark}`} title={t(`mark.${mark}`)}>
                {t(`letter.${mark}`)}
              </td>
            );
          })}
          <td className="total">
            {row.met} <span className="soft small">{t('matrix.of', { of: row.of })}</span>
          </td>
          <td className="total">{row.notMet}</td>
          <td className="total">{row.notApplicable}</td>
          <td className="total">{row.dissent === 0 ? '' : row.dissent}</td>
          <td className={`verdict ${row.verdict}`}>{t(`verdict.${row.verdict}`)}</td>
        </tr>
        {isOpen ? (
          <tr>
            <td colSpan={sheets.length + 6} className="matrix-remarks">
              <p className="strong">{words}</p>
              <Remarks criterion={row.criterion} sheets={sheets} nameOf={nameOf} />
            </td>
          </tr>
        ) : null}
      </>
    );
  },
  (was, is) => was.row === is.row && was.isOpen === is.isOpen && was.sheets === is.sheets && was.words === is.words,
);

function Remarks(props: {
  readonly criterion: string;
  readonly sheets: readonly Sheet[];
  readonly nameOf: (seat: string) => string;
}): ReactNode {
  const { t } = useWords();
  const said = props.sheets.flatMap((sheet) => {
    const item = sheet.items[props.criterion];
    const texts = [item?.reason, item?.remark].filter((text) => (text ?? '').trim() !== '');
    return item === undefined || texts.length === 0 ? [] : [{ seat: sheet.seat, mark: item.mark, texts }];
  });
  if (said.length === 0) return <p className="soft">{t('matrix.remarks.none')}</p>;
  return (
    <ul className="stack tight">
      {said.map(({ seat, mark, texts }) => (
        <li key={seat}>
          <span className="strong">{props.nameOf(seat)}</span> <span className="soft small">{t(`mark.${mark}`)}: </span>
          <span className="prose">{texts.join(' — ')}</span>
        </li>
      ))}
    </ul>
  );
}
