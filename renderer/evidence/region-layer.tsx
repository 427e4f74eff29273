// Rectangles over a page or picture, turned with it: those that are cited, and the one being drawn by mouse, finger or keys.
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { REGION_WHOLE, type Region } from '../../shared/book/ballot.ts';
import { useWords } from '../state/words.ts';
import {
  between,
  MIDDLE,
  moved,
  type Point,
  resized,
  type Turn,
  turnedRegion,
  unturnedRegion,
} from './region-places.ts';

export type RegionLayerProps = {
  readonly turn: Turn;
  readonly regions: readonly { readonly region: Region; readonly label: string }[];
  /** Absent where nothing is being drawn. Regions are those of the unturned page. */
  readonly drawing?:
    | {
        readonly region: Region | undefined;
        readonly onRegion: (region: Region) => void;
        readonly onTake: () => void;
        readonly onCancel: () => void;
      }
    | undefined;
};

const percent = (part: number): string => `${(part / REGION_WHOLE) * 100}%`;
const placed = ([left, top, width, height]: Region) => ({
  left: percent(left),
  top: percent(top),
  width: percent(width),
  height: percent(height),
});

/** Fills the page it is put over, which must be a positioned element of the page's own size. */
export function RegionLayer({ turn, regions, drawing }: RegionLayerProps): ReactNode {
  return (
    <div className={drawing === undefined ? 'region-layer' : 'region-layer drawing'}>
      {regions.map(({ region, label }) => (
        <div
          key={`${region.join()} ${label}`}
          className="region"
          role="img"
          aria-label={label}
          style={placed(turnedRegion(region, turn))}
        />
      ))}
      {drawing === undefined ? null : <DrawnRegion turn={turn} {...drawing} />}
    </div>
  );
}

/** One step of an arrow key, and with Ctrl or Alt a finer one, ten-thousandths. */
const STEP = 200;
const FINE_STEP = 20;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What a press has taken hold of: a corner drags against the one across, the inside moves, elsewhere a new one begins. */
type Hold = { readonly from: Point; readonly moves: Region | undefined };
const CORNERS = ['left top', 'right top', 'left bottom', 'right bottom'] as const;

function DrawnRegion(props: { readonly turn: Turn } & NonNullable<RegionLayerProps['drawing']>): ReactNode {
  const { turn, region, onRegion, onTake, onCancel } = props;
  const { t } = useWords();
  const surface = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const hold = useRef<Hold | undefined>(undefined);
  const seen = turnedRegion(region ?? MIDDLE, turn);
  const words = useId();
  useEffect(() => box.current?.focus({ preventScroll: true }), []);

  const tell = (next: Region): void => onRegion(unturnedRegion(next, turn));
  const pointOf = (event: PointerEvent): Point => {
    const { left, top, width, height } = (surface.current ?? event.currentTarget).getBoundingClientRect();
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
  };
  const pressed = (event: PointerEvent): void => {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    event.preventDefault();
    const corner = event.target.closest<HTMLElement>('[data-corner]')?.dataset['corner'];
    const isInside = box.current?.contains(event.target) === true && region !== undefined;
    const [left, top, width, height] = seen;
    const across = {
      x: (corner?.includes('left') === true ? left + width : left) / REGION_WHOLE,
      y: (corner?.includes('top') === true ? top + height : top) / REGION_WHOLE,
    };
    const from = corner !== undefined && isInside ? across : pointOf(event);
    hold.current = { from, moves: isInside && corner === undefined ? seen : undefined };
    surface.current?.setPointerCapture(event.pointerId);
    box.current?.focus({ preventScroll: true });
  };
  const dragged = (event: PointerEvent): void => {
    if (hold.current === undefined) return;
    const { from, moves } = hold.current;
    const at = pointOf(event);
    const [right, down] = [(at.x - from.x) * REGION_WHOLE, (at.y - from.y) * REGION_WHOLE];
    // A click that hardly moves draws nothing.
    if (Math.abs(right) + Math.abs(down) < 60) return;
    tell(moves === undefined ? between(from, at) : moved(moves, right, down));
  };
  const keyed = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) {
      const step = event.ctrlKey || event.altKey ? FINE_STEP : STEP;
      const [right, down] = [arrow[0] * step, arrow[1] * step];
      tell(event.shiftKey ? resized(seen, right, down) : moved(seen, right, down));
    } else if (event.key === 'Enter') {
      // Taken without a stroke, it is what is seen.
      if (region === undefined) tell(seen);
      onTake();
    } else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const percents = seen.map((each) => Math.round(each / 100));
  const [left = 0, top = 0, width = 0, height = 0] = percents;
  return (
    <div
      ref={surface}
      className="region-surface"
      onPointerDown={pressed}
      onPointerMove={dragged}
      onPointerUp={() => {
        hold.current = undefined;
      }}
      onPointerCancel={() => {
        hold.current = undefined;
      }}
    >
      <div
        ref={box}
        className={region === undefined ? 'region drawn first' : 'region drawn'}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the arrow keys
        tabIndex={0}
        aria-label={t('viewer.region.box', { left, top, width, height })}
        aria-describedby={words}
        aria-roledescription={t('viewer.region.role')}
        onKeyDown={keyed}
        style={placed(seen)}
      >
        {CORNERS.map((corner) => (
          <span key={corner} className={`corner ${corner}`} data-corner={corner} />
        ))}
      </div>
      <p id={words} className={region === undefined ? 'region-words small' : 'unseen'}>
        {t('viewer.region.words')}
      </p>
    </div>
  );
}
