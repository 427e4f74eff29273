// The pages of a file that is made anew while it is looked at: the old ones stay until the new ones can be drawn.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { openPdf } from '../evidence/pdf-document.ts';
import { PdfPages } from '../evidence/pdf-pages.tsx';
import { PageButtons, ZoomButtons, zoomBy } from '../evidence/viewer-bar.tsx';
import { Waiting } from '../evidence/waiting.tsx';
import { Notice } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import { useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

type Opened = { readonly pdf: PDFDocumentProxy; readonly close: () => void };

/** A page of the old file may still be being drawn when the new one comes, ms. */
const LINGER = 2_000;

/** A file of our own is small, and its bytes are on this machine. */
const neverWaits = (): boolean => false;

export function LivePages(props: {
  readonly sha256: string;
  readonly title: string;
  readonly page: number;
  readonly onPage: (page: number) => void;
}): ReactNode {
  const { sha256, title, page, onPage } = props;
  const { book } = useSession();
  const { openBlob } = useHouse();
  const { t } = useWords();
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const [isLost, setLost] = useState(false);
  const [zoom, setZoom] = useState(1);
  const shown = useRef<Opened | undefined>(undefined);
  useEffect(() => {
    let isHere = true;
    const open = async (): Promise<void> => {
      const opening = openPdf(
        () => openBlob(book, sha256),
        () => isHere && setLost(true),
      );
      const given = await opening.pdf;
      if (!isHere || !given.ok) {
        opening.cancel();
        if (isHere) setLost(true);
        return;
      }
      const pdf = given.value;
      const old = shown.current;
      shown.current = { pdf, close: opening.cancel };
      setLost(false);
      setOpened(shown.current);
      if (old !== undefined) setTimeout(old.close, LINGER);
    };
    open().catch(() => isHere && setLost(true));
    return () => {
      isHere = false;
    };
  }, [openBlob, book, sha256]);
  useEffect(() => () => shown.current?.close(), []);
  const broken = useCallback(() => setLost(true), []);
  const fit = useCallback(() => setZoom(1), []);
  const step = useCallback((steps: number) => setZoom((now) => zoomBy(now, steps)), []);
  const count = opened?.pdf.numPages ?? 0;
  const at = Math.min(Math.max(1, page), Math.max(1, count));
  return (
    <div className="viewer">
      <div className="viewer-bar">
        <PageButtons page={at} count={count} onPage={onPage} />
        <span className="viewer-gap" />
        <ZoomButtons zoom={zoom} onZoom={setZoom} onFit={fit} />
      </div>
      {isLost ? (
        <Notice tone="stop">
          <p>{t('viewer.lost')}</p>
        </Notice>
      ) : null}
      {opened === undefined ? (
        isLost ? null : (
          <Waiting title={title} />
        )
      ) : (
        <PdfPages
          pdf={opened.pdf}
          title={title}
          page={at}
          zoom={zoom}
          look="width"
          turn={0}
          wanted=""
          sought={undefined}
          onPage={onPage}
          onZoom={step}
          isWaiting={neverWaits}
          onTooLong={broken}
        />
      )}
    </div>
  );
}
