// The search line of a PDF: Enter goes to the next page with the words; long searches say how far they are and can be stopped.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { useWords } from '../state/words.ts';
import { findPage, type PageTexts } from './pdf-find.ts';

type Stand = { readonly is: 'nothing' } | { readonly is: 'reading'; readonly page: number } | { readonly is: 'none' };

export function PdfSearch(props: {
  readonly pdf: PDFDocumentProxy;
  readonly page: number;
  readonly onFound: (page: number) => void;
  readonly onWanted: (words: string) => void;
}): ReactNode {
  const { pdf, page, onFound, onWanted } = props;
  const { t } = useWords();
  const [text, setText] = useState('');
  const [stand, setStand] = useState<Stand>({ is: 'nothing' });
  const known = useRef<PageTexts>(new Map());
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const stop = (): void => {
    running.current?.abort();
    setStand({ is: 'nothing' });
  };
  const search = async (): Promise<void> => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    onWanted(text);
    if (text.trim() === '') return setStand({ is: 'nothing' });
    const found = await findPage(pdf, text, page, {
      known: known.current,
      signal: mine.signal,
      // Each page would draw the line anew: every tenth is enough to see it go on.
      onPage: (at) => at % 10 === 0 && !mine.signal.aborted && setStand({ is: 'reading', page: at }),
    }).catch(() => undefined);
    if (mine.signal.aborted) return;
    setStand({ is: found === undefined ? 'none' : 'nothing' });
    if (found !== undefined) onFound(found);
  };
  return (
    <form
      className="viewer-search"
      onSubmit={(event) => {
        event.preventDefault();
        void search();
      }}
    >
      <input
        className="input"
        type="search"
        value={text}
        aria-label={t('viewer.search')}
        placeholder={t('viewer.search')}
        onChange={(event) => {
          setText(event.target.value.normalize('NFC'));
          if (event.target.value === '') onWanted('');
        }}
      />
      <Button small={true} submit={true} label={t('viewer.search.next')}>
        {t('viewer.search.go')}
      </Button>
      <span className="small soft" role="status">
        {stand.is === 'none' ? t('viewer.search.none') : null}
        {stand.is === 'reading' ? t('viewer.search.reading', { page: stand.page, all: pdf.numPages }) : null}
      </span>
      {stand.is === 'reading' ? (
        <Button small={true} kind="quiet" onPress={stop}>
          {t('viewer.search.stop')}
        </Button>
      ) : null}
    </form>
  );
}
