// A PDF at one page: turn, type a number, zoom, fit, search; loaded only when the first PDF is opened.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../shared/base/result.ts';
import { Button } from '../parts/button.tsx';
import { Notice, Refused } from '../parts/notice.tsx';
import { useWords } from '../state/words.ts';
import type { Address } from './byte-source.ts';
import { type Opening, openPdf, watchWork } from './pdf-document.ts';
import { PdfInert } from './pdf-inert.tsx';
import type { Sought } from './pdf-page.tsx';
import { PdfPages } from './pdf-pages.tsx';
import { PdfSearch } from './pdf-search.tsx';
import type { Pointing } from './place-marks.ts';
import type { Turn } from './region-places.ts';
import { type Look, LookChoice, PageButtons, TurnButton, ZoomButtons, zoomBy } from './viewer-bar.tsx';
import { Waiting } from './waiting.tsx';

export type PdfViewProps = Pointing & {
  /** The same function as long as the same file is meant. */
  readonly address: Address;
  readonly title: string;
  readonly page: number;
  readonly onPage: (page: number) => void;
  /** Words to be shown on that page, as if they had been sought there. */
  readonly words?: string | undefined;
};

/**
 * `broken`, `locked`, `heavy`: the file itself, its password, what it asks of the machine; `lost`: its bytes do not come;
 * else why the recording device does not give them.
 */
type Fault = 'broken' | 'locked' | 'heavy' | 'lost' | Refusal | undefined;

const faultOf = (error: unknown): Fault =>
  // The browser's own word for bytes that do not come; everything else is the file's.
  error instanceof TypeError
    ? 'lost'
    : error instanceof Error && error.name === 'PasswordException'
      ? 'locked'
      : 'broken';

export function PdfView({ address, title, page, words, onPage, marks, drawing, onSelect }: PdfViewProps): ReactNode {
  const [pdf, setPdf] = useState<PDFDocumentProxy | undefined>(undefined);
  const [fault, setFault] = useState<Fault>(undefined);
  const [tries, setTries] = useState(0);
  const [zoom, setZoom] = useState(1);
  const [look, setLook] = useState<Look>('width');
  const [turn, setTurn] = useState<Turn>(0);
  const [wanted, setWanted] = useState('');
  const [sought, setSought] = useState<Sought | undefined>(undefined);
  const opened = useRef<Opening | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try opens the same file anew
  useEffect(() => {
    let isHere = true;
    setPdf(undefined);
    setFault(undefined);
    const opening = openPdf(address, () => isHere && setFault('lost'));
    opened.current = opening;
    const rest = watchWork(opening.isWaiting, () => {
      opening.cancel();
      setFault('heavy');
    });
    opening.pdf
      .then(
        (given) => {
          if (!isHere) return;
          if (!given.ok) setFault(given.refusal);
          else if (given.value.numPages < 1) setFault('broken');
          else setPdf(given.value);
        },
        (error: unknown) => isHere && setFault((now) => now ?? faultOf(error)),
      )
      .finally(rest);
    return () => {
      isHere = false;
      rest();
      opening.cancel();
    };
  }, [address, tries]);
  useEffect(() => {
    if (words === undefined) return;
    setWanted(words);
    setSought({ page });
  }, [words, page]);
  const tooLong = useCallback((): void => {
    opened.current?.cancel();
    setFault((now) => now ?? 'heavy');
  }, []);
  const isWaiting = useCallback(() => opened.current?.isWaiting() ?? false, []);
  const step = useCallback((steps: number) => setZoom((now) => zoomBy(now, steps)), []);
  const found = (next: number): void => {
    setSought({ page: next });
    onPage(next);
  };
  const count = pdf?.numPages ?? 0;
  const shown = count === 0 ? Math.max(1, page) : Math.min(Math.max(1, page), count);
  return (
    <div className="viewer">
      <div className="viewer-bar">
        <PageButtons page={shown} count={count} onPage={onPage} />
        <span className="viewer-gap" />
        <ZoomButtons
          zoom={zoom}
          onZoom={setZoom}
          onFit={() => {
            setZoom(1);
            setLook('width');
          }}
        />
        <TurnButton turn={turn} onTurn={setTurn} />
        <LookChoice
          look={look}
          onLook={(next) => {
            setLook(next);
            setZoom(1);
          }}
        />
        {pdf === undefined ? null : (
          <PdfSearch pdf={pdf} page={shown} onFound={found} onWanted={setWanted} onSelect={onSelect} />
        )}
      </div>
      {pdf === undefined || fault !== undefined ? null : <PdfInert pdf={pdf} page={shown} />}
      {fault === undefined ? null : <Faulty fault={fault} onAgain={() => setTries(tries + 1)} />}
      {pdf === undefined && fault === undefined ? <Waiting title={title} /> : null}
      {pdf === undefined || fault !== undefined ? null : (
        <PdfPages
          pdf={pdf}
          title={title}
          page={shown}
          zoom={zoom}
          look={look}
          turn={turn}
          wanted={wanted}
          sought={sought}
          marks={marks}
          drawing={drawing}
          onSelect={onSelect}
          onPage={onPage}
          onZoom={step}
          isWaiting={isWaiting}
          onTooLong={tooLong}
        />
      )}
    </div>
  );
}

const FAULT_WORDS = {
  broken: 'viewer.broken',
  locked: 'viewer.locked',
  heavy: 'viewer.heavy',
  lost: 'viewer.lost',
} as const;

function Faulty({ fault, onAgain }: { readonly fault: NonNullable<Fault>; readonly onAgain: () => void }): ReactNode {
  const { t } = useWords();
  if (typeof fault !== 'string') return <Refused refusal={fault} />;
  return (
    <Notice tone="stop">
      <p>{t(FAULT_WORDS[fault])}</p>
      {fault === 'lost' || fault === 'heavy' ? (
        <p>
          <Button small={true} onPress={onAgain}>
            {t('viewer.again')}
          </Button>
        </p>
      ) : null}
    </Notice>
  );
}
