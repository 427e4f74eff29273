// What can be cited of the file in view: its page, sheet or second, the sentence that is selected, a region that is drawn.
import { type ReactNode, type RefObject, useRef } from 'react';
import { placesOf, type Spot, shortQuote, timeOf } from '../../shared/book/citation.ts';
import { Button } from '../parts/button.tsx';
import { KeySign } from '../parts/key-sign.tsx';
import { useKeys } from '../state/use-keys.ts';
import { useWords } from '../state/words.ts';
import type { Drawing, Selected } from './place-marks.ts';

export type CiteBarProps = {
  readonly mediaType: string;
  readonly page: number;
  /** Where a recording is now. */
  readonly second: number;
  readonly selected: Selected | undefined;
  readonly onUnselect: () => void;
  readonly drawing: Pick<Drawing, 'onTake' | 'onCancel'> | undefined;
  readonly onDraw: () => void;
  /** After the region is taken or left, the focus comes back here. */
  readonly bar: RefObject<HTMLDivElement | null>;
  readonly onCite: (spot: Spot) => void;
};

export function CiteBar(props: CiteBarProps): ReactNode {
  const { mediaType, page, second, selected, onUnselect, drawing, onDraw, bar, onCite } = props;
  const { t } = useWords();
  const places = placesOf(mediaType);
  const whole = useRef<HTMLDivElement>(null);
  const citeQuote = (): void => {
    if (selected === undefined) return;
    onCite(selected);
    onUnselect();
    // The button is gone with what was selected.
    whole.current?.querySelector('button')?.focus();
  };
  const citeInView = (): void => onCite({ page, second });
  useKeys(({ act }) => {
    if (act !== 'cite') return false;
    if (selected === undefined) citeInView();
    else citeQuote();
    return true;
  });
  const name =
    places === 'page'
      ? t('cite.act.page', { page })
      : places === 'sheet'
        ? t('cite.act.sheet', { page })
        : places === 'second'
          ? t('cite.act.second', { time: timeOf(second) })
          : t('cite.act.whole');
  return (
    <div className="cite-bar" ref={whole}>
      <div className="row" ref={bar}>
        <Button small={true} label={name} onPress={citeInView}>
          {name} {selected === undefined ? <KeySign keys="C" /> : null}
        </Button>
        {places !== 'page' && places !== 'picture' ? null : drawing === undefined ? (
          <Button small={true} onPress={onDraw}>
            {t('cite.act.region')}
          </Button>
        ) : (
          <>
            <Button small={true} kind="main" onPress={drawing.onTake}>
              {t('cite.act.region.take')}
            </Button>
            <Button small={true} kind="quiet" onPress={drawing.onCancel}>
              {t('app.cancel')}
            </Button>
          </>
        )}
      </div>
      <div className="cite-selected" role="status">
        {selected === undefined ? null : (
          <>
            <p className="small soft">
              {t('cite.selected', { page: selected.page, quote: shortQuote(selected.quote) })}
            </p>
            <div className="row">
              <Button small={true} kind="main" label={t('cite.act.quote')} onPress={citeQuote}>
                {t('cite.act.quote')} <KeySign keys="C" />
              </Button>
              <Button small={true} kind="quiet" onPress={onUnselect}>
                {t('cite.unselect')}
              </Button>
            </div>
          </>
        )}
      </div>
    </div>
  );
}
