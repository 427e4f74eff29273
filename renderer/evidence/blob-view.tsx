// Shows one blob by its type: PDF, image or plain text; of anything else it says that it cannot, and offers saving.
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { Result } from '../../shared/base/result.ts';
import { Refused } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import { useWords } from '../state/words.ts';
import type { PdfViewProps } from './pdf-view.tsx';

const PdfView = lazy(() => import('./pdf-view.tsx').then((module) => ({ default: module.PdfView })));
export const LazyPdfView = (props: PdfViewProps): ReactNode => (
  <Suspense fallback={<Waiting title={props.title} />}>
    <PdfView {...props} />
  </Suspense>
);

export type Shown = { readonly sha256: string; readonly mediaType: string; readonly title: string };

/** Address of a blob, asked for anew when another one is shown: the ticket in it is short-lived. */
export function useBlobUrl(book: string, sha256: string | undefined): Result<{ readonly url: string }> | undefined {
  const { openBlob } = useHouse();
  const [opened, setOpened] = useState<Result<{ readonly url: string }> | undefined>(undefined);
  useEffect(() => {
    let isHere = true;
    setOpened(undefined);
    if (sha256 !== undefined) void openBlob(book, sha256).then((result) => isHere && setOpened(result));
    return () => {
      isHere = false;
    };
  }, [openBlob, book, sha256]);
  return opened;
}

function Waiting({ title }: { readonly title: string }): ReactNode {
  const { t } = useWords();
  return (
    <p className="soft" role="status">
      {t('app.wait', { what: title })}
    </p>
  );
}

export function BlobView(props: {
  readonly book: string;
  readonly shown: Shown;
  readonly page: number;
  readonly onPage: (page: number) => void;
}): ReactNode {
  const { book, shown, page, onPage } = props;
  const opened = useBlobUrl(book, shown.sha256);
  if (opened === undefined) return <Waiting title={shown.title} />;
  if (!opened.ok) return <Refused refusal={opened.refusal} />;
  const { url } = opened.value;
  const type = shown.mediaType.split(';')[0] ?? '';
  if (type === 'application/pdf') return <LazyPdfView url={url} title={shown.title} page={page} onPage={onPage} />;
  if (/^image\/(png|jpeg|gif|webp|bmp|avif)$/.test(type))
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      <section className="viewer-box" tabIndex={0} aria-label={shown.title}>
        <img className="viewer-image" src={url} alt={shown.title} />
      </section>
    );
  if (type === 'text/plain' || type === 'text/csv') return <TextView url={url} title={shown.title} />;
  return <CannotShow url={url} title={shown.title} type={type} />;
}

function CannotShow(props: { readonly url: string; readonly title: string; readonly type: string }): ReactNode {
  const { t } = useWords();
  return (
    <div className="stack">
      <p>{t('evidence.cannot', { type: props.type })}</p>
      <p>
        <a className="button" href={props.url} download={props.title}>
          {t('evidence.save')}
        </a>
      </p>
    </div>
  );
}

/** As much of a text as is shown, bytes. */
const TEXT_LIMIT = 512 * 1024;

function TextView({ url, title }: { readonly url: string; readonly title: string }): ReactNode {
  const { t, size } = useWords();
  const [text, setText] = useState<string | undefined>(undefined);
  const [isCut, setCut] = useState(false);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    let isHere = true;
    setText(undefined);
    const read = async (): Promise<void> => {
      const answer = await fetch(url, { headers: { range: `bytes=0-${TEXT_LIMIT - 1}` } });
      const bytes = await answer.arrayBuffer();
      if (!isHere) return;
      setCut(bytes.byteLength >= TEXT_LIMIT);
      setText(new TextDecoder().decode(bytes.slice(0, TEXT_LIMIT)).normalize('NFC'));
    };
    read().catch(() => isHere && setBroken(true));
    return () => {
      isHere = false;
    };
  }, [url]);
  if (isBroken) return <p>{t('evidence.broken')}</p>;
  if (text === undefined) return <Waiting title={title} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="viewer-box" tabIndex={0} aria-label={title}>
      {isCut ? <p className="soft small">{t('evidence.text.cut', { size: size(TEXT_LIMIT) })}</p> : null}
      <pre className="viewer-text">{text}</pre>
    </section>
  );
}
