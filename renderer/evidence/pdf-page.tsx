// One page of a PDF: picture, selectable text over it, and what is cited there; no links and no forms.
import { type PDFDocumentProxy, type PDFPageProxy, TextLayer } from 'pdfjs-dist';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Region } from '../../shared/book/ballot.ts';
import { useWords } from '../state/words.ts';
import { MOST_PIXELS, watchWork } from './pdf-document.ts';
import type { Drawing, PlaceMark } from './place-marks.ts';
import { RegionLayer } from './region-layer.tsx';
import type { Turn } from './region-places.ts';
import { markRanges, rangesOf } from './text-ranges.ts';

/** A page to which a search has led; another object for each time. */
export type Sought = { readonly page: number };

export type PdfPageProps = {
  readonly pdf: PDFDocumentProxy;
  readonly page: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly left: number;
  readonly turn: Turn;
  /** In sight: drawn at once. Others are drawn a moment later, so that what is looked at comes first. */
  readonly isSeen: boolean;
  readonly label: string;
  /** Words that are looked for, '' for none. */
  readonly wanted: string;
  readonly sought: Sought | undefined;
  /** Of this page, the same list as long as it is the same. */
  readonly marks: readonly PlaceMark[];
  readonly drawing: Drawing | undefined;
  /** Height over width, unturned, as the file says. */
  readonly onShape: (page: number, shape: number) => void;
  /** Where the words that were sought stand on it, as a part of its height. */
  readonly onSpot: (page: number, part: number) => void;
  /** This page is there, and one of its marks is what somebody wants to see. */
  readonly onAim: (mark: PlaceMark) => void;
  readonly isWaiting: () => boolean;
  readonly onTooLong: () => void;
};

/** A page that is only passed by is not drawn at all, ms. */
const LATER = 200;

/** A page is at most so many times as long as it is wide, or the other way: others are a trick, and would not be seen. */
const MOST_SHAPE = 20;

const isCancelled = (error: unknown): boolean => error instanceof Error && /Cancel|Abort/.test(error.name);

export function PdfPage(props: PdfPageProps): ReactNode {
  const { pdf, page: number, width, height, top, left, turn, isSeen, label, wanted, sought, marks, drawing } = props;
  const { t } = useWords();
  const [isBroken, setBroken] = useState(false);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState<PDFPageProxy | undefined>(undefined);
  const [isWorded, setWorded] = useState(false);
  const told = useRef(props);
  useEffect(() => {
    told.current = props;
  });
  const rotation = ((page?.rotate ?? 0) + turn) % 360;
  const natural = page?.getViewport({ scale: 1, rotation });
  const scale = natural === undefined ? 0 : width / natural.width;

  useEffect(() => {
    let isHere = true;
    pdf.getPage(number).then(
      (given) => {
        if (!isHere) return;
        const viewport = given.getViewport({ scale: 1 });
        told.current.onShape(number, Math.min(Math.max(viewport.height / viewport.width, 1 / MOST_SHAPE), MOST_SHAPE));
        setPage(given);
      },
      (error: unknown) => isHere && !isCancelled(error) && setBroken(true),
    );
    return () => {
      isHere = false;
    };
  }, [pdf, number]);

  useEffect(() => {
    if (page === undefined || scale <= 0) return;
    let stop = (): void => {};
    const draw = async (): Promise<void> => {
      const viewport = page.getViewport({ scale, rotation });
      const most = Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height));
      const sharp = Math.min(devicePixelRatio || 1, most);
      const picture = document.createElement('canvas');
      picture.width = Math.max(1, Math.floor(viewport.width * sharp));
      picture.height = Math.max(1, Math.floor(viewport.height * sharp));
      const task = page.render({ canvas: picture, viewport, transform: [sharp, 0, 0, sharp, 0, 0] });
      stop = () => task.cancel();
      await task.promise;
      const shown = canvas.current;
      // Drawn aside and put in whole: until then the page stands as it was, larger or smaller.
      if (shown !== null) {
        shown.width = picture.width;
        shown.height = picture.height;
        shown.getContext('2d')?.drawImage(picture, 0, 0);
        shown.dataset['drawn'] = 'yes';
      }
      free(picture);
    };
    let rest = (): void => {};
    const begin = (): void => {
      rest = watchWork(told.current.isWaiting, told.current.onTooLong);
      void draw()
        .catch((error: unknown) => {
          if (!isCancelled(error)) setBroken(true);
        })
        .finally(rest);
    };
    const timer = setTimeout(begin, isSeen ? 0 : LATER);
    return () => {
      clearTimeout(timer);
      rest();
      stop();
    };
  }, [page, scale, rotation, isSeen]);

  useEffect(() => {
    const layer = text.current;
    if (page === undefined || layer === null || !isSeen) return;
    const words = new TextLayer({
      textContentSource: page.streamTextContent(),
      container: layer,
      viewport: page.getViewport({ scale: 1, rotation }),
    });
    // Text is for selecting and finding: a page whose text does not come is still a page.
    words.render().then(
      () => setWorded(true),
      () => {},
    );
    return () => {
      words.cancel();
      layer.replaceChildren();
      setWorded(false);
    };
  }, [page, rotation, isSeen]);

  useEffect(() => {
    const layer = text.current;
    if (!isWorded || layer === null) return;
    const ranges = rangesOf(layer, [wanted]);
    const [first] = ranges;
    const whole = layer.parentElement?.getBoundingClientRect();
    if (sought?.page === number && first !== undefined && whole !== undefined)
      told.current.onSpot(number, (first.getBoundingClientRect().top - whole.top) / whole.height);
    return markRanges('viewer-hit', ranges);
  }, [isWorded, wanted, sought, number]);

  useEffect(() => {
    const layer = text.current;
    if (!isWorded || layer === null) return;
    return markRanges(
      'viewer-quote',
      rangesOf(
        layer,
        marks.map(({ quote }) => quote ?? ''),
      ),
    );
  }, [isWorded, marks]);

  useEffect(() => {
    if (page === undefined) return;
    for (const mark of marks) if (mark.aim !== undefined) told.current.onAim(mark);
  }, [page, marks]);

  useEffect(() => {
    const shown = canvas.current;
    return () => {
      if (shown !== null) free(shown);
    };
  }, []);
  useEffect(() => () => void page?.cleanup(), [page]);

  const regions = marks.flatMap(({ region, label: words }) => (region === undefined ? [] : [{ region, label: words }]));
  const scales = { ['--total-scale-factor' as string]: scale, ['--scale-factor' as string]: scale };
  return (
    <div className="pdf-page" data-page={number} style={{ width, height, top, left, ...scales }}>
      <canvas ref={canvas} role="img" aria-label={label} />
      <div ref={text} className="textLayer" />
      {isBroken ? <p className="pdf-broken">{t('viewer.page.broken', { page: number })}</p> : null}
      {regions.length === 0 && drawing === undefined ? null : (
        <RegionLayer
          turn={turn}
          regions={regions}
          drawing={
            drawing === undefined
              ? undefined
              : { ...drawing, onRegion: (region: Region) => drawing.onRegion(number, region) }
          }
        />
      )}
    </div>
  );
}

/** The memory of a canvas goes with its size, not with the element. */
const free = (canvas: HTMLCanvasElement): void => {
  canvas.width = 0;
  canvas.height = 0;
};
