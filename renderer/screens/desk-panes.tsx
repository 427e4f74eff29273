// The three panes of the desk, their widths set by pointer or arrow keys; where there is no room, tabs choose the pane.
import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import { useWords } from '../state/words.ts';

export const PANES = ['tree', 'criterion', 'evidence'] as const;
export type PaneName = (typeof PANES)[number];
/** CSS pixels; the evidence takes what is left. */
export type PaneWidths = { readonly tree: number; readonly criterion: number };
export const FIRST_WIDTHS: PaneWidths = { tree: 288, criterion: 464 };

const LIMITS: Readonly<Record<keyof PaneWidths, readonly [least: number, most: number]>> = {
  tree: [200, 480],
  criterion: [352, 720],
};
const STEP = 24;

export function DeskPanes(props: {
  /** The pane in sight where not all are. */
  readonly shown: PaneName;
  readonly onShow: (pane: PaneName) => void;
  readonly widths: PaneWidths;
  readonly onWidths: (widths: PaneWidths) => void;
  readonly panes: Readonly<Record<PaneName, ReactNode>>;
}): ReactNode {
  const { shown, onShow, widths, onWidths, panes } = props;
  const { t } = useWords();
  const style = { '--tree': `${widths.tree}px`, '--criterion': `${widths.criterion}px` } as CSSProperties;
  const change = (pane: keyof PaneWidths) => (width: number) => onWidths({ ...widths, [pane]: width });
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that choose what is in sight are no fieldset of a form */}
      <div className="desk-tabs" role="group" aria-label={t('scoring.panes')}>
        {PANES.map((pane) => (
          <button
            key={pane}
            type="button"
            className="desk-tab"
            data-pane={pane}
            aria-pressed={pane === shown}
            onClick={() => onShow(pane)}
          >
            {t(`scoring.pane.${pane}`)}
          </button>
        ))}
      </div>
      <div className="desk" data-shown={shown} style={style}>
        {panes.tree}
        <Splitter label={t('scoring.split.tree')} of="tree" width={widths.tree} onWidth={change('tree')} />
        {panes.criterion}
        <Splitter
          label={t('scoring.split.criterion')}
          of="criterion"
          width={widths.criterion}
          onWidth={change('criterion')}
        />
        {panes.evidence}
      </div>
    </>
  );
}

function Splitter(props: {
  readonly label: string;
  readonly of: keyof PaneWidths;
  readonly width: number;
  readonly onWidth: (width: number) => void;
}): ReactNode {
  const { label, of, width, onWidth } = props;
  const [least, most] = LIMITS[of];
  const [from, setFrom] = useState<{ readonly x: number; readonly width: number } | undefined>(undefined);
  const set = (wanted: number): void => onWidth(Math.round(Math.min(Math.max(least, wanted), most)));
  const press = (event: KeyboardEvent): void => {
    const wanted = {
      ArrowLeft: width - STEP,
      ArrowRight: width + STEP,
      Home: least,
      End: most,
      Enter: FIRST_WIDTHS[of],
    }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    set(wanted);
  };
  const grip = (event: PointerEvent): void => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    setFrom({ x: event.clientX, width });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved has a value, which a rule has not
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onKeyDown={press}
      onPointerDown={grip}
      onPointerMove={(event) => from !== undefined && set(from.width + event.clientX - from.x)}
      onPointerUp={() => setFrom(undefined)}
      onPointerCancel={() => setFrom(undefined)}
    />
  );
}
