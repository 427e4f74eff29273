// The pages of a PDF under each other; only those in sight and their neighbours are there.
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
import { useWords } from '../state/words.ts';
import { distanceOf, GAP, type Places, pageAt, placesOf, type Spot, spotAt } from './page-places.ts';
import { PdfPage } from './pdf-page.tsx';

export type PdfPagesProps = {
  readonly pdf: PDFDocumentProxy;
  readonly title: string;
  readonly page: number;
  /** 1 fills the width. */
  readonly zoom: number;
  readonly wanted: string;
  readonly onPage: (page: number) => void;
  readonly onZoom: (steps: number) => void;
  readonly onBroken: () => void;
};

/** A4; until the first page has said its shape. */
const A4 = Math.SQRT2;
type Range = { readonly first: number; readonly last: number; readonly seenFirst: number; readonly seenLast: number };

/** What lies in the window and half a window around it. */
function rangeAt(places: Places, top: number, height: number): Range {
  return {
    first: pageAt(places, top - height / 2),
    last: pageAt(places, top + height * 1.5),
    seenFirst: pageAt(places, top),
    seenLast: pageAt(places, top + height - 1),
  };
}
const isSame = (a: Range, b: Range): boolean =>
  a.first === b.first && a.last === b.last && a.seenFirst === b.seenFirst && a.seenLast === b.seenLast;

export function PdfPages(props: PdfPagesProps): ReactNode {
  const { pdf, title, page, zoom, wanted, onPage, onZoom, onBroken } = props;
  const { t } = useWords();
  const box = useRef<HTMLElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  const [shapes, setShapes] = useState<ReadonlyMap<number, number>>(new Map());
  const [range, setRange] = useState<Range>({ first: 1, last: 1, seenFirst: 1, seenLast: 1 });
  const spot = useRef<Spot>({ page, part: 0 });
  const reported = useRef(page);
  const count = pdf.numPages;
  const width = Math.max(0, Math.floor((room.width - 2 * GAP) * zoom));
  const usual = shapes.get(1) ?? A4;
  const places = useMemo(() => placesOf(count, width, shapes, usual), [count, width, shapes, usual]);
  /** The last page, too, can come to the top: so the page in view is always the one that was asked for. */
  const bottom = Math.max(0, room.height - (places.heights.at(-1) ?? 0) - 2 * GAP);

  const follow = useCallback(
    (top: number): void => {
      const next = rangeAt(places, top, room.height);
      setRange((now) => (isSame(now, next) ? now : next));
    },
    [places, room.height],
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
    const element = box.current;
    if (page === reported.current || element === null) return;
    reported.current = page;
    spot.current = { page, part: 0 };
    element.scrollTop = distanceOf(places, spot.current);
    follow(element.scrollTop);
  }, [page, places, follow]);

  const scrolled = (): void => {
    const element = box.current;
    if (element === null || width === 0) return;
    const top = element.scrollTop;
    // The echo of our own jump changes nothing.
    if (Math.abs(top - distanceOf(places, spot.current)) > 1) spot.current = spotAt(places, top);
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
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const turn = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    // At a larger zoom the arrows move the page sideways.
    if (turn !== 0 && zoom <= 1) {
      event.preventDefault();
      onPage(Math.min(Math.max(1, page + turn), count));
    }
    if (event.key === '+' || event.key === '-') {
      event.preventDefault();
      onZoom(event.key === '+' ? 1 : -1);
    }
  };
  const numbers = Array.from({ length: range.last - range.first + 1 }, (_, at) => range.first + at);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="viewer-box" ref={box} tabIndex={0} aria-label={title} onScroll={scrolled} onKeyDown={press}>
      <div className="pdf-pages" style={{ height: places.total + bottom, width: width + 2 * GAP }}>
        {width === 0
          ? null
          : numbers.map((number) => (
              <PdfPage
                key={number}
                pdf={pdf}
                page={number}
                width={width}
                height={places.heights[number - 1] ?? 0}
                top={places.tops[number - 1] ?? 0}
                isSeen={number >= range.seenFirst && number <= range.seenLast}
                label={t('evidence.doc', { page: number, title })}
                wanted={wanted}
                onShape={shape}
                onBroken={onBroken}
              />
            ))}
      </div>
    </section>
  );
}
