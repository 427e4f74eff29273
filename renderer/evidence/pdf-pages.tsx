// The pages of a PDF under each other, or two and two; only those in sight and their neighbours are there.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { REGION_WHOLE } from '../../shared/book/ballot.ts';
import { useWords } from '../state/words.ts';
import {
  distanceOf,
  GAP,
  isAtEdge,
  type Places,
  pageAt,
  placesOf,
  type Spot,
  sectionAround,
  spotAt,
  topOf,
} from './page-places.ts';
import { PdfPage, type Sought } from './pdf-page.tsx';
import type { PlaceMark, Pointing } from './place-marks.ts';
import { isAcross, type Turn, turnedRegion } from './region-places.ts';
import { useSelected } from './use-selected.ts';
import type { Look } from './viewer-bar.tsx';

export type PdfPagesProps = Pointing & {
  readonly pdf: PDFDocumentProxy;
  readonly title: string;
  readonly page: number;
  /** 1 fills the width, or the height where a whole page is looked at. */
  readonly zoom: number;
  readonly look: Look;
  readonly turn: Turn;
  readonly wanted: string;
  readonly sought: Sought | undefined;
  readonly onPage: (page: number) => void;
  readonly onZoom: (steps: number) => void;
  readonly isWaiting: () => boolean;
  readonly onTooLong: () => void;
};

/** A4; until the first page has said its shape. */
const A4 = Math.SQRT2;
const NO_MARKS: readonly PlaceMark[] = [];
type Range = { readonly first: number; readonly last: number; readonly seenFirst: number; readonly seenLast: number };

/** What lies in the window and half a window around it. */
function rangeAt(places: Places, top: number, height: number): Range {
  const end = places.perRow - 1;
  return {
    first: pageAt(places, top - height / 2),
    last: pageAt(places, top + height * 1.5) + end,
    seenFirst: pageAt(places, top),
    seenLast: pageAt(places, top + height - 1) + end,
  };
}
const isSame = (a: Range, b: Range): boolean =>
  a.first === b.first && a.last === b.last && a.seenFirst === b.seenFirst && a.seenLast === b.seenLast;

export function PdfPages(props: PdfPagesProps): ReactNode {
  const { pdf, title, page, zoom, look, turn, wanted, sought, onPage, onZoom, marks = NO_MARKS, drawing } = props;
  const { t } = useWords();
  const box = useRef<HTMLElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  const [shapes, setShapes] = useState<ReadonlyMap<number, number>>(new Map());
  const [range, setRange] = useState<Range>({ first: 1, last: 1, seenFirst: 1, seenLast: 1 });
  const all = pdf.numPages;
  const [section, setSection] = useState(() => sectionAround(page, all));
  const spot = useRef<Spot>({ page, part: 0 });
  const reported = useRef(page);
  const perRow = look === 'two' ? 2 : 1;
  const seenShapes = useMemo(
    () => (isAcross(turn) ? new Map([...shapes].map(([number, shape]) => [number, 1 / shape] as const)) : shapes),
    [shapes, turn],
  );
  const usual = seenShapes.get(1) ?? (isAcross(turn) ? 1 / A4 : A4);
  const wide = (room.width - (perRow + 1) * GAP) / perRow;
  const fit = look === 'page' ? Math.min(wide, (room.height - 2 * GAP) / usual) : wide;
  const width = Math.max(0, Math.floor(fit * zoom));
  const places = useMemo(
    () => placesOf(section.count, width, seenShapes, usual, { first: section.first, perRow }),
    [section, width, seenShapes, usual, perRow],
  );
  /** The last page, too, can come to the top: so the page in view is always the one that was asked for. */
  const bottom = Math.max(0, room.height - (places.heights.at(-1) ?? 0) - 2 * GAP);
  useSelected(box, props.onSelect);

  const follow = useCallback(
    (top: number): void => {
      const next = rangeAt(places, top, room.height);
      setRange((now) => (isSame(now, next) ? now : next));
    },
    [places, room.height],
  );
  const goTo = useCallback(
    (next: Spot): void => {
      spot.current = next;
      if (isAtEdge(next.page, section.first, section.count, all)) setSection(sectionAround(next.page, all));
      const element = box.current;
      if (element === null) return;
      element.scrollTop = distanceOf(places, next);
      follow(element.scrollTop);
    },
    [places, follow, section, all],
  );
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = (): void => setRoom({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  // Whatever grows or shrinks, the same spot of the same page stays at the top.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || width === 0) return;
    const wantedTop = distanceOf(places, spot.current);
    if (Math.abs(element.scrollTop - wantedTop) > 1) element.scrollTop = wantedTop;
    follow(element.scrollTop);
  }, [places, width, follow]);
  useLayoutEffect(() => {
    if (page === reported.current || box.current === null) return;
    reported.current = page;
    goTo({ page, part: 0 });
  }, [page, goTo]);

  const scrolled = (): void => {
    const element = box.current;
    if (element === null || width === 0) return;
    const top = element.scrollTop;
    // The echo of our own jump changes nothing.
    if (Math.abs(top - distanceOf(places, spot.current)) > 1) {
      spot.current = spotAt(places, top);
      if (isAtEdge(spot.current.page, section.first, section.count, all))
        setSection(sectionAround(spot.current.page, all));
    }
    follow(top);
    const at = pageAt(places, top + Math.min(room.height * 0.4, 200));
    const shown = spot.current.part === 0 ? spot.current.page : at;
    if (shown === reported.current) return;
    reported.current = shown;
    onPage(shown);
  };
  const shape = useCallback((number: number, given: number): void => {
    setShapes((now) => (now.get(number) === given ? now : new Map(now).set(number, given)));
  }, []);
  /** A little above what was found, if it is not in sight anyway. */
  const show = (number: number, part: number): void => {
    const element = box.current;
    const height = places.heights[0] ?? 0;
    const from = topOf(places, number) + part * height;
    const isSeen = element !== null && from > element.scrollTop && from < element.scrollTop + room.height - 3 * GAP;
    if (!isSeen) goTo({ page: number, part: Math.max(0, part - (room.height * 0.2) / Math.max(1, height)) });
  };
  const aimed = useRef<object | undefined>(undefined);
  const aim = ({ page: number, region, aim: wish }: PlaceMark): void => {
    // Once: a page that comes into sight again is where the reader has gone.
    if (region === undefined || wish === aimed.current) return;
    aimed.current = wish;
    show(number, turnedRegion(region, turn)[1] / REGION_WHOLE);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.key === 'ArrowRight' ? perRow : event.key === 'ArrowLeft' ? -perRow : 0;
    // At a larger zoom the arrows move the page sideways.
    if (step !== 0 && zoom <= 1) {
      event.preventDefault();
      onPage(Math.min(Math.max(1, page + step), all));
    }
    if (event.key === '+' || event.key === '-') {
      event.preventDefault();
      onZoom(event.key === '+' ? 1 : -1);
    }
  };
  const marksOn = useMemo(() => Map.groupBy(marks, (mark) => mark.page), [marks]);
  const end = section.first + section.count - 1;
  const numbers = Array.from({ length: Math.min(range.last, end) - range.first + 1 }, (_, at) => range.first + at);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="viewer-box" ref={box} tabIndex={0} aria-label={title} onScroll={scrolled} onKeyDown={press}>
      <div className="pdf-pages" style={{ height: places.total + bottom, width: perRow * (width + GAP) + GAP }}>
        {width === 0
          ? null
          : numbers.map((number) => (
              <PdfPage
                key={number}
                pdf={pdf}
                page={number}
                width={width}
                height={Math.round(width * (seenShapes.get(number) ?? usual))}
                top={topOf(places, number)}
                left={GAP + ((number - places.first) % perRow) * (width + GAP)}
                turn={turn}
                isSeen={number >= range.seenFirst && number <= range.seenLast}
                label={t('evidence.doc', { page: number, title })}
                wanted={wanted}
                sought={sought}
                marks={marksOn.get(number) ?? NO_MARKS}
                drawing={drawing?.page === number ? drawing : undefined}
                onShape={shape}
                onSpot={show}
                onAim={aim}
                isWaiting={props.isWaiting}
                onTooLong={props.onTooLong}
              />
            ))}
      </div>
    </section>
  );
}
