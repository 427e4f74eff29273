// One page of a PDF: picture and selectable text over it, no links and no forms.
import { type PDFDocumentProxy, TextLayer } from 'pdfjs-dist';
import { type ReactNode, useEffect, useRef } from 'react';
import { LONGEST_SIDE } from './pdf-document.ts';

export function PdfPage(props: {
  readonly pdf: PDFDocumentProxy;
  readonly page: number;
  /** Width to fill, in CSS pixels, times the zoom. */
  readonly width: number;
  readonly label: string;
  readonly onBroken: () => void;
}): ReactNode {
  const { pdf, page: number, width, label, onBroken } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const broken = useRef(onBroken);
  useEffect(() => {
    broken.current = onBroken;
  });
  useEffect(() => {
    let isHere = true;
    let stop = (): void => {};
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number);
      if (!isHere || canvas.current === null || text.current === null || width <= 0) return;
      const plain = page.getViewport({ scale: 1 });
      const scale = width / plain.width;
      const viewport = page.getViewport({ scale });
      const sharp = Math.min(devicePixelRatio || 1, LONGEST_SIDE / Math.max(viewport.width, viewport.height));
      const picture = document.createElement('canvas');
      picture.width = Math.floor(viewport.width * sharp);
      picture.height = Math.floor(viewport.height * sharp);
      const task = page.render({ canvas: picture, viewport, transform: [sharp, 0, 0, sharp, 0, 0] });
      stop = () => task.cancel();
      await task.promise;
      if (!isHere || canvas.current === null || text.current === null) return;
      // Drawn aside and put in whole, so that turning a page does not flash.
      canvas.current.width = picture.width;
      canvas.current.height = picture.height;
      canvas.current.style.width = `${viewport.width}px`;
      canvas.current.style.height = `${viewport.height}px`;
      canvas.current.getContext('2d')?.drawImage(picture, 0, 0);
      const layer = text.current;
      layer.replaceChildren();
      layer.style.setProperty('--total-scale-factor', String(scale));
      layer.style.setProperty('--scale-factor', String(scale));
      const words = new TextLayer({ textContentSource: page.streamTextContent(), container: layer, viewport });
      stop = () => words.cancel();
      await words.render();
    };
    draw().catch((error: unknown) => {
      const isCancelled = error instanceof Error && /Cancel|Abort/.test(error.name);
      if (isHere && !isCancelled) broken.current();
    });
    return () => {
      isHere = false;
      stop();
    };
  }, [pdf, number, width]);
  return (
    <div className="pdf-page">
      <canvas ref={canvas} role="img" aria-label={label} />
      <div ref={text} className="textLayer" />
    </div>
  );
}
