// A PDF at one page: turn, zoom, fit; loaded only when the first PDF is opened.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../state/words.ts';
import { openPdf } from './pdf-document.ts';
import { PdfPage } from './pdf-page.tsx';

export type PdfViewProps = {
  readonly url: string;
  readonly title: string;
  readonly page: number;
  readonly onPage: (page: number) => void;
};

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

export function PdfView({ url, title, page, onPage }: PdfViewProps): ReactNode {
  const { t } = useWords();
  const [pdf, setPdf] = useState<PDFDocumentProxy | undefined>(undefined);
  const [isBroken, setBroken] = useState(false);
  const [zoom, setZoom] = useState(1);
  const box = useRef<HTMLElement>(null);
  const [room, setRoom] = useState(0);
  useEffect(() => {
    let isHere = true;
    setPdf(undefined);
    setBroken(false);
    const opening = openPdf(url);
    opening.pdf.then(
      (opened) => isHere && setPdf(opened),
      () => isHere && setBroken(true),
    );
    return () => {
      isHere = false;
      opening.cancel();
    };
  }, [url]);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => setRoom(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const count = pdf?.numPages ?? 0;
  const shown = Math.min(Math.max(1, page), Math.max(1, count));
  const turn = (by: number): void => onPage(Math.min(Math.max(1, shown + by), Math.max(1, count)));
  const step = (by: number): void => {
    const at = ZOOMS.findIndex((each) => each >= zoom);
    setZoom(ZOOMS[Math.min(Math.max(0, at + by), ZOOMS.length - 1)] ?? 1);
  };
  return (
    <div className="viewer">
      <div className="viewer-bar">
        <Button small={true} label={t('evidence.page.prev')} isDisabled={shown <= 1} onPress={() => turn(-1)}>
          ‹
        </Button>
        <label className="small">
          {t('evidence.page')}{' '}
          <input
            className="input page-number"
            inputMode="numeric"
            value={shown}
            onChange={(event) => onPage(Number(event.target.value.replace(/\D/g, '')) || 1)}
          />
        </label>
        <span className="small soft">{t('evidence.page.of', { count })}</span>
        <Button small={true} label={t('evidence.page.next')} isDisabled={shown >= count} onPress={() => turn(1)}>
          ›
        </Button>
        <Button small={true} label={t('evidence.zoom.out')} isDisabled={zoom <= 0.5} onPress={() => step(-1)}>
          −
        </Button>
        <Button small={true} label={t('evidence.zoom.in')} isDisabled={zoom >= 3} onPress={() => step(1)}>
          +
        </Button>
        <Button small={true} kind="quiet" onPress={() => setZoom(1)}>
          {t('evidence.zoom.fit')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="viewer-box" ref={box} tabIndex={0} aria-label={title}>
        {isBroken ? (
          <Notice tone="stop">
            <p>{t('evidence.broken')}</p>
          </Notice>
        ) : null}
        {pdf === undefined && !isBroken ? (
          <p role="status" className="soft">
            {t('app.wait', { what: title })}
          </p>
        ) : null}
        {pdf === undefined || isBroken ? null : (
          <PdfPage
            pdf={pdf}
            page={shown}
            width={Math.floor((room - 2) * zoom)}
            label={t('evidence.doc', { page: shown, title })}
            onBroken={() => setBroken(true)}
          />
        )}
      </section>
    </div>
  );
}
