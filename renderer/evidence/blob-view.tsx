// Shows one blob by its type: PDF, image or plain text; of anything else it says that it cannot, and offers saving.
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Result } from '../../shared/base/result.ts';
import { ActButton } from '../parts/button.tsx';
import { late } from '../parts/late.tsx';
import { Refused } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import { saveAs } from '../state/save-as.ts';
import { useWords } from '../state/words.ts';
import type { Address } from './byte-source.ts';
import { ImageView } from './image-view.tsx';
import { TextView } from './text-view.tsx';
import { Waiting } from './waiting.tsx';

const pdfView = late(async () => (await import('./pdf-view.tsx')).PdfView, Waiting);
/** The reader of PDFs comes in a chunk of its own: ask for it before the first file is chosen. */
export const fetchPdfReader = pdfView.fetch;

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

export function BlobView(props: {
  readonly book: string;
  readonly shown: Shown;
  readonly page: number;
  readonly onPage: (page: number) => void;
}): ReactNode {
  const { book, shown, page, onPage } = props;
  const { openBlob } = useHouse();
  const address = useCallback(() => openBlob(book, shown.sha256), [openBlob, book, shown.sha256]);
  const type = shown.mediaType.split(';')[0] ?? '';
  // Its worker starts while the address is asked for.
  if (type === 'application/pdf')
    return <pdfView.Part address={address} title={shown.title} page={page} onPage={onPage} />;
  return <Plain book={book} shown={shown} type={type} address={address} />;
}

function Plain(props: {
  readonly book: string;
  readonly shown: Shown;
  readonly type: string;
  readonly address: Address;
}): ReactNode {
  const { book, shown, type, address } = props;
  const opened = useBlobUrl(book, shown.sha256);
  if (opened === undefined) return <Waiting title={shown.title} />;
  if (!opened.ok) return <Refused refusal={opened.refusal} />;
  const { url } = opened.value;
  if (/^image\/(png|jpeg|gif|webp|bmp|avif)$/.test(type)) return <ImageView key={url} url={url} title={shown.title} />;
  if (type === 'text/plain' || type === 'text/csv') return <TextView url={url} title={shown.title} />;
  return <CannotShow title={shown.title} type={type} address={address} />;
}

/** The address is asked for when it is wanted: the one at hand may have run out by then. */
function CannotShow(props: { readonly title: string; readonly type: string; readonly address: Address }): ReactNode {
  const { t } = useWords();
  return (
    <div className="stack tight pad">
      <p>{t('evidence.cannot', { type: props.type })}</p>
      <ActButton doing={t('evidence.save')} act={props.address} onDone={({ url }) => saveAs(url, props.title)}>
        {t('evidence.save')}
      </ActButton>
    </div>
  );
}
