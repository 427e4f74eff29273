// Small pictures of the projector, each with words beside it: never a colour alone.
import type { ReactNode } from 'react';
import type { CriterionResult } from '../../shared/results/result-types.ts';
import { useWords } from '../state/words.ts';

/** One dot a member, the present ones filled, a line after as many as are needed. */
export function Dots(props: { readonly filled: number; readonly all: number; readonly needed: number }): ReactNode {
  const dots = Array.from({ length: props.all }, (_, at) => at);
  return (
    <p className="wall-dots" aria-hidden="true">
      {dots.map((at) => (
        <span
          key={at}
          className={`${at < props.filled ? 'dot filled' : 'dot'}${at + 1 === props.needed ? ' needed' : ''}`}
        />
      ))}
    </p>
  );
}

export function Bar({ done, all }: { readonly done: number; readonly all: number }): ReactNode {
  return <progress className="wall-bar" value={done} max={Math.max(1, all)} aria-hidden="true" />;
}

const PARTS = [
  ['met', 'met'],
  ['fail', 'notMet'],
  ['aside', 'notApplicable'],
] as const;

/** Widths by counts; the letters stand in the parts, the numbers in the sentence below. */
export function Tally({ result }: { readonly result: CriterionResult }): ReactNode {
  const { t, decimal } = useWords();
  const letters = { met: t('letter.met'), notMet: t('letter.not-met'), notApplicable: t('letter.not-applicable') };
  if (result.points !== undefined)
    return (
      <p className="wall-large">
        {result.points.mean === null
          ? t('results.points.none')
          : t('results.points.range', {
              mean: decimal(result.points.mean),
              least: result.points.least,
              most: result.points.most,
            })}
      </p>
    );
  return (
    <>
      <p className="wall-tally" aria-hidden="true">
        {PARTS.filter(([, key]) => result[key] > 0).map(([tone, key]) => (
          <span key={key} className={tone} style={{ flexGrow: result[key] }}>
            {letters[key]} {result[key]}
          </span>
        ))}
      </p>
      <p className="wall-word">
        {t('projector.tally', {
          met: result.met,
          notMet: result.notMet,
          notApplicable: result.notApplicable,
          of: result.of,
        })}
      </p>
    </>
  );
}
