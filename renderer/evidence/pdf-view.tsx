// A PDF at one page: turn, type a number, zoom, fit, search; loaded only when the first PDF is opened.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../state/words.ts';
import type { Renew } from './byte-source.ts';
import { openPdf } from './pdf-document.ts';
import { PdfPages } from './pdf-pages.tsx';
import { PdfSearch } from './pdf-search.tsx';
import { PageButtons, ZoomButtons, zoomBy } from './viewer-bar.tsx';

export type PdfViewProps = {
  readonly url: string;
  readonly renew: Renew;
  readonly title: string;
  readonly page: number;
  readonly onPage: (page: number) => void;
};

/** `broken`: the file itself; `lost`: its bytes do not come. */
type Fault = 'broken' | 'lost' | undefined;

export function PdfView({ url, renew, title, page, onPage }: PdfViewProps): ReactNode {
  const { t } = useWords();
  const [pdf, setPdf] = useState<PDFDocumentProxy | undefined>(undefined);
  const [fault, setFault] = useState<Fault>(undefined);
  const [tries, setTries] = useState(0);
  const [zoom, setZoom] = useState(1);
  const [wanted, setWanted] = useState('');
  const fresh = useRef(renew);
  useEffect(() => {
    fresh.current = renew;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try opens the same address anew
  useEffect(() => {
    let isHere = true;
    setPdf(undefined);
    setFault(undefined);
    const opening = openPdf(
      url,
      () => fresh.current(),
      () => isHere && setFault('lost'),
    );
    opening.pdf.then(
      (opened) => isHere && setPdf(opened),
      // The browser's own word for bytes that do not come; everything else is the file's.
      (error: unknown) => isHere && setFault(error instanceof TypeError ? 'lost' : 'broken'),
    );
    return () => {
      isHere = false;
      opening.cancel();
    };
  }, [url, tries]);
  const broken = useCallback(() => setFault((now) => now ?? 'broken'), []);
  const step = useCallback((steps: number) => setZoom((now) => zoomBy(now, steps)), []);
  const count = pdf?.numPages ?? 0;
  const shown = count === 0 ? Math.max(1, page) : Math.min(Math.max(1, page), count);
  return (
    <div className="viewer">
      <div className="viewer-bar">
        <PageButtons page={shown} count={count} onPage={onPage} />
        <span className="viewer-gap" />
        <ZoomButtons zoom={zoom} onZoom={setZoom} />
        {pdf === undefined ? null : <PdfSearch pdf={pdf} page={shown} onFound={onPage} onWanted={setWanted} />}
      </div>
      {fault === undefined ? null : (
        <Notice tone="stop">
          <p>{t(fault === 'broken' ? 'evidence.broken' : 'viewer.lost')}</p>
          {fault === 'lost' ? (
            <p>
              <Button small={true} onPress={() => setTries(tries + 1)}>
                {t('viewer.again')}
              </Button>
            </p>
          ) : null}
        </Notice>
      )}
      {pdf === undefined && fault === undefined ? (
        <p role="status" className="soft">
          {t('app.wait', { what: title })}
        </p>
      ) : null}
      {pdf === undefined || fault !== undefined ? null : (
        <PdfPages
          pdf={pdf}
          title={title}
          page={shown}
          zoom={zoom}
          wanted={wanted}
          onPage={onPage}
          onZoom={step}
          onBroken={broken}
        />
      )}
    </div>
  );
}
