// One page of a PDF: picture and selectable text over it, no links and no forms.
import { type PDFDocumentProxy, type PDFPageProxy, TextLayer } from 'pdfjs-dist';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { plain } from '../parts/find-panel.tsx';
import { MOST_PIXELS } from './pdf-document.ts';

export type PdfPageProps = {
  readonly pdf: PDFDocumentProxy;
  readonly page: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly top: number;
  /** In sight: drawn at once. Others are drawn a moment later, so that what is looked at comes first. */
  readonly isSeen: boolean;
  readonly label: string;
  /** Words that are looked for, '' for none. */
  readonly wanted: string;
  /** Height over width, as the file says. */
  readonly onShape: (page: number, shape: number) => void;
  readonly onBroken: () => void;
};

/** A page that is only passed by is not drawn at all, ms. */
const LATER = 200;

const isCancelled = (error: unknown): boolean => error instanceof Error && /Cancel|Abort/.test(error.name);

export function PdfPage(props: PdfPageProps): ReactNode {
  const { pdf, page: number, width, height, top, isSeen, label, wanted } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState<PDFPageProxy | undefined>(undefined);
  const [isWorded, setWorded] = useState(false);
  const told = useRef(props);
  useEffect(() => {
    told.current = props;
  });
  const natural = page?.getViewport({ scale: 1 });
  const scale = natural === undefined ? 0 : width / natural.width;

  useEffect(() => {
    let isHere = true;
    pdf.getPage(number).then(
      (given) => {
        if (!isHere) return;
        const viewport = given.getViewport({ scale: 1 });
        told.current.onShape(number, viewport.height / viewport.width);
        setPage(given);
      },
      (error: unknown) => isHere && !isCancelled(error) && told.current.onBroken(),
    );
    return () => {
      isHere = false;
    };
  }, [pdf, number]);

  useEffect(() => {
    if (page === undefined || scale <= 0) return;
    let stop = (): void => {};
    const draw = async (): Promise<void> => {
      const viewport = page.getViewport({ scale });
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
    const begin = (): void =>
      void draw().catch((error: unknown) => {
        if (!isCancelled(error)) told.current.onBroken();
      });
    const timer = setTimeout(begin, isSeen ? 0 : LATER);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [page, scale, isSeen]);

  useEffect(() => {
    const layer = text.current;
    if (page === undefined || layer === null || !isSeen) return;
    const words = new TextLayer({
      textContentSource: page.streamTextContent(),
      container: layer,
      viewport: page.getViewport({ scale: 1 }),
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
  }, [page, isSeen]);

  useEffect(() => {
    const query = plain(wanted).trim();
    if (!isWorded) return;
    for (const span of text.current?.querySelectorAll('span') ?? [])
      span.classList.toggle('hit', query !== '' && plain(span.textContent ?? '').includes(query));
  }, [isWorded, wanted]);

  useEffect(() => {
    const shown = canvas.current;
    return () => {
      if (shown !== null) free(shown);
    };
  }, []);
  useEffect(() => () => void page?.cleanup(), [page]);

  return (
    <div
      className="pdf-page"
      style={{ width, height, top, ['--total-scale-factor' as string]: scale, ['--scale-factor' as string]: scale }}
    >
      <canvas ref={canvas} role="img" aria-label={label} />
      <div ref={text} className="textLayer" />
    </div>
  );
}

/** The memory of a canvas goes with its size, not with the element. */
const free = (canvas: HTMLCanvasElement): void => {
  canvas.width = 0;
  canvas.height = 0;
};
