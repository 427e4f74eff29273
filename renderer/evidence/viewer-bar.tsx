// The bar over a page: which one, how large, how it lies.
import { type ReactNode, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { useWords } from '../state/words.ts';
import { type Turn, turnBy } from './region-places.ts';

/** As wide as the pane, a whole page, or two pages side by side. */
export const LOOKS = ['width', 'page', 'two'] as const;
export type Look = (typeof LOOKS)[number];

export function LookChoice(props: { readonly look: Look; readonly onLook: (look: Look) => void }): ReactNode {
  const { t } = useWords();
  return (
    <Choice
      hideLabel={true}
      label={t('viewer.look')}
      value={props.look}
      options={LOOKS.map((value) => ({ value, label: t(`viewer.look.${value}`) }))}
      onChange={props.onLook}
    />
  );
}

/** A quarter to the right; a page that was scanned askew is read so, and its regions stay where they are. */
export function TurnButton(props: { readonly turn: Turn; readonly onTurn: (turn: Turn) => void }): ReactNode {
  const { t } = useWords();
  return (
    <Button small={true} label={t('viewer.turn')} onPress={() => props.onTurn(turnBy(props.turn, 1))}>
      ⟳
    </Button>
  );
}

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

/** So many steps larger or smaller; stays between half and three times. */
export function zoomBy(zoom: number, steps: number): number {
  const at = ZOOMS.findIndex((each) => each >= zoom);
  return ZOOMS[Math.min(Math.max(0, at + steps), ZOOMS.length - 1)] ?? 1;
}

export function ZoomButtons(props: {
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
  readonly onFit: () => void;
}): ReactNode {
  const { zoom, onZoom, onFit } = props;
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
      <Button small={true} kind="quiet" onPress={onFit}>
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
