// The bar over a page: which one, how large.
import { type ReactNode, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { useWords } from '../state/words.ts';

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

/** So many steps larger or smaller; stays between half and three times. */
export function zoomBy(zoom: number, steps: number): number {
  const at = ZOOMS.findIndex((each) => each >= zoom);
  return ZOOMS[Math.min(Math.max(0, at + steps), ZOOMS.length - 1)] ?? 1;
}

export function ZoomButtons(props: { readonly zoom: number; readonly onZoom: (zoom: number) => void }): ReactNode {
  const { zoom, onZoom } = props;
  const { t } = useWords();
  return (
    <>
      <Button
        small={true}
        label={t('evidence.zoom.out')}
        isDisabled={zoom <= ZOOMS[0]}
        onPress={() => onZoom(zoomBy(zoom, -1))}
      >
        −
      </Button>
      <Button small={true} label={t('evidence.zoom.in')} isDisabled={zoom >= 3} onPress={() => onZoom(zoomBy(zoom, 1))}>
        +
      </Button>
      <Button small={true} kind="quiet" onPress={() => onZoom(1)}>
        {t('evidence.zoom.fit')}
      </Button>
    </>
  );
}

export function PageButtons(props: {
  readonly page: number;
  readonly count: number;
  readonly onPage: (page: number) => void;
}): ReactNode {
  const { page, count, onPage } = props;
  const { t } = useWords();
  /** What is being typed; taken with Enter or when the field is left. */
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const take = (): void => {
    const asked = Number(typed ?? '');
    setTyped(undefined);
    if (Number.isInteger(asked) && asked >= 1) onPage(Math.min(asked, Math.max(1, count)));
  };
  return (
    <>
      <Button small={true} label={t('evidence.page.prev')} isDisabled={page <= 1} onPress={() => onPage(page - 1)}>
        ‹
      </Button>
      <label className="small">
        {t('evidence.page')}{' '}
        <input
          className="input page-number"
          inputMode="numeric"
          value={typed ?? page}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setTyped(event.target.value.replace(/\D/g, '').slice(0, 6))}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take();
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
      </label>
      <span className="small soft">{count === 0 ? '' : t('evidence.page.of', { count })}</span>
      <Button small={true} label={t('evidence.page.next')} isDisabled={page >= count} onPress={() => onPage(page + 1)}>
        ›
      </Button>
    </>
  );
}
