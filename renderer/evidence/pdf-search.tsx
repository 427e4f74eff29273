// The search line of a PDF: Enter goes to the next page with the words; long searches say how far they are and can be stopped.
// Where words are being cited, the sentence that was found can be taken, so that citing one needs no mouse.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { useWords } from '../state/words.ts';
import { type Found, findPage, type PageTexts } from './pdf-find.ts';
import type { Selected } from './place-marks.ts';

type Stand =
  | { readonly is: 'nothing' | 'none' }
  | { readonly is: 'reading'; readonly page: number }
  | { readonly is: 'found'; readonly found: Found };

export function PdfSearch(props: {
  readonly pdf: PDFDocumentProxy;
  readonly page: number;
  readonly onFound: (page: number) => void;
  readonly onWanted: (words: string) => void;
  readonly onSelect: ((selected: Selected) => void) | undefined;
}): ReactNode {
  const { pdf, page, onFound, onWanted, onSelect } = props;
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
    setStand(found === undefined ? { is: 'none' } : { is: 'found', found });
    if (found !== undefined) onFound(found.page);
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
          if (event.target.value !== '') return;
          onWanted('');
          stop();
        }}
      />
      <Button small={true} submit={true} label={t('viewer.search.next')}>
        {t('viewer.search.go')}
      </Button>
      <span className="small soft" role="status">
        {stand.is === 'found' ? t('viewer.search.found', { page: stand.found.page }) : null}
        {stand.is === 'none' ? t('viewer.search.none') : null}
        {stand.is === 'reading' ? t('viewer.search.reading', { page: stand.page, all: pdf.numPages }) : null}
      </span>
      {stand.is === 'reading' ? (
        <Button small={true} kind="quiet" onPress={stop}>
          {t('viewer.search.stop')}
        </Button>
      ) : null}
      {stand.is === 'found' && onSelect !== undefined ? (
        <Button
          small={true}
          onPress={() => onSelect({ page: stand.found.page, quote: stand.found.sentence })}
          label={t('viewer.search.take.of', { sentence: stand.found.sentence })}
        >
          {t('viewer.search.take')}
        </Button>
      ) : null}
    </form>
  );
}
