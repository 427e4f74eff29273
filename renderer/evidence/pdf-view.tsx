// A PDF at one page: turn, type a number, zoom, fit, search; loaded only when the first PDF is opened.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Refusal } from '../../shared/base/result.ts';
import { Button } from '../parts/button.tsx';
import { Notice, Refused } from '../parts/notice.tsx';
import { useWords } from '../state/words.ts';
import type { Address } from './byte-source.ts';
import { openPdf } from './pdf-document.ts';
import { PdfPages } from './pdf-pages.tsx';
import { PdfSearch } from './pdf-search.tsx';
import { PageButtons, ZoomButtons, zoomBy } from './viewer-bar.tsx';
import { Waiting } from './waiting.tsx';

export type PdfViewProps = {
  /** The same function as long as the same file is meant. */
  readonly address: Address;
  readonly title: string;
  readonly page: number;
  readonly onPage: (page: number) => void;
};

/** `broken`: the file itself; `lost`: its bytes do not come; else why the recording device does not give them. */
type Fault = 'broken' | 'lost' | Refusal | undefined;

export function PdfView({ address, title, page, onPage }: PdfViewProps): ReactNode {
  const [pdf, setPdf] = useState<PDFDocumentProxy | undefined>(undefined);
  const [fault, setFault] = useState<Fault>(undefined);
  const [tries, setTries] = useState(0);
  const [zoom, setZoom] = useState(1);
  const [wanted, setWanted] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try opens the same file anew
  useEffect(() => {
    let isHere = true;
    setPdf(undefined);
    setFault(undefined);
    const opening = openPdf(address, () => isHere && setFault('lost'));
    opening.pdf.then(
      (opened) => {
        if (!isHere) return;
        if (opened.ok) setPdf(opened.value);
        else setFault(opened.refusal);
      },
      // The browser's own word for bytes that do not come; everything else is the file's.
      (error: unknown) => isHere && setFault(error instanceof TypeError ? 'lost' : 'broken'),
    );
    return () => {
      isHere = false;
      opening.cancel();
    };
  }, [address, tries]);
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
      {fault === undefined ? null : <Faulty fault={fault} onAgain={() => setTries(tries + 1)} />}
      {pdf === undefined && fault === undefined ? <Waiting title={title} /> : null}
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

function Faulty({ fault, onAgain }: { readonly fault: NonNullable<Fault>; readonly onAgain: () => void }): ReactNode {
  const { t } = useWords();
  if (typeof fault !== 'string') return <Refused refusal={fault} />;
  return (
    <Notice tone="stop">
      <p>{t(fault === 'broken' ? 'evidence.broken' : 'viewer.lost')}</p>
      {fault === 'lost' ? (
        <p>
          <Button small={true} onPress={onAgain}>
            {t('viewer.again')}
          </Button>
        </p>
      ) : null}
    </Notice>
  );
}
