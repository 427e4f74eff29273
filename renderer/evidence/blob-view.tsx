// Shows one blob by its type, inert: PDF, picture, text, what an office file says, a recording; of anything else it says
// what it is, and offers saving.
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Result } from '../../shared/base/result.ts';
import { ActButton } from '../parts/button.tsx';
import { late } from '../parts/late.tsx';
import { Refused } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import { saveAs } from '../state/save-as.ts';
import { useWords } from '../state/words.ts';
import type { Address } from './byte-source.ts';
import type { Pointing } from './place-marks.ts';
import { Waiting } from './waiting.tsx';

const pdfView = late(async () => (await import('./pdf-view.tsx')).PdfView, Waiting);
const writtenView = late(async () => (await import('./written-view.tsx')).WrittenView, Waiting);
const otherViews = late(async () => (await import('./other-views.tsx')).OtherViews, Waiting);
/** The reader of PDFs comes in a chunk of its own: ask for it before the first file is chosen. */
export const fetchPdfReader = pdfView.fetch;

export type Shown = {
  readonly sha256: string;
  readonly mediaType: string;
  readonly title: string;
  /** Bytes. */
  readonly size?: number;
};

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

/** Text of any kind, also that of pages and drawings: it is shown as it is written. */
const WRITTEN = /^(text\/|application\/(json|xml|yaml|x-yaml|javascript|xhtml\+xml|[\w.-]+\+(xml|json))|image\/svg)/;
/** Pictures that a browser draws and that cannot hold anything else. */
const PICTURE = /^image\/(png|jpeg|gif|webp|bmp|avif|apng)$/;
/** Files of words and sheets that the recording device reads for us. */
const OFFICE = /^application\/vnd\.(openxmlformats-officedocument|ms-excel|ms-word)\.?[\w.-]*(sheet|document)/;
const RECORDING = /^(audio|video)\/|^application\/ogg$/;

export type BlobViewProps = Pointing & {
  readonly book: string;
  readonly shown: Shown;
  /** Page of a PDF, sheet of a workbook; from 1. */
  readonly page: number;
  readonly onPage: (page: number) => void;
  /** Words to be shown on that page of a PDF. */
  readonly words?: string | undefined;
  /** Where in a recording a citation leads. */
  readonly second?: number | undefined;
  /** Where a recording is now, whole seconds. */
  readonly onSecond?: ((second: number) => void) | undefined;
};

export function BlobView(props: BlobViewProps): ReactNode {
  const { book, shown, page, words, onPage, marks, drawing, onSelect, second, onSecond } = props;
  const { openBlob } = useHouse();
  const address = useCallback(() => openBlob(book, shown.sha256), [openBlob, book, shown.sha256]);
  const type = (shown.mediaType.split(';')[0] ?? '').trim().toLowerCase();
  const { sha256, title } = shown;
  // Its worker starts while the address is asked for.
  if (type === 'application/pdf')
    return <pdfView.Part {...{ address, title, page, words, onPage, marks, drawing, onSelect }} />;
  if (WRITTEN.test(type)) return <writtenView.Part key={sha256} address={address} type={type} title={title} />;
  const cannot = <CannotShow shown={shown} type={type} address={address} />;
  const kind = PICTURE.test(type)
    ? 'picture'
    : OFFICE.test(type)
      ? 'office'
      : RECORDING.test(type)
        ? 'recording'
        : undefined;
  if (kind === undefined) return <div className="viewer">{cannot}</div>;
  return (
    <WithAddress book={book} shown={shown}>
      {(url) => (
        <otherViews.Part
          key={sha256}
          {...{
            kind,
            url,
            book,
            sha256,
            type,
            title,
            page,
            onPage,
            address,
            marks,
            drawing,
            second,
            onSecond,
            otherwise: cannot,
          }}
        />
      )}
    </WithAddress>
  );
}

function WithAddress(props: {
  readonly book: string;
  readonly shown: Shown;
  readonly children: (url: string) => ReactNode;
}): ReactNode {
  const { book, shown, children } = props;
  const opened = useBlobUrl(book, shown.sha256);
  if (opened === undefined) return <Waiting title={shown.title} />;
  return opened.ok ? children(opened.value.url) : <Refused refusal={opened.refusal} />;
}

/** The address is asked for when it is wanted: the one at hand may have run out by then. */
function CannotShow(props: { readonly shown: Shown; readonly type: string; readonly address: Address }): ReactNode {
  const { t, size } = useWords();
  const { shown, type } = props;
  return (
    <div className="stack tight pad">
      <p>{t('evidence.cannot', { type })}</p>
      <dl className="facts">
        <dt>{t('viewer.cannot.type')}</dt>
        <dd>{type}</dd>
        {shown.size === undefined ? null : (
          <>
            <dt>{t('viewer.cannot.size')}</dt>
            <dd>{size(shown.size)}</dd>
          </>
        )}
        <dt>SHA-256</dt>
        <dd>
          <code className="viewer-hash">{shown.sha256.match(/.{1,8}/g)?.join(' ')}</code>
        </dd>
      </dl>
      <ActButton doing={t('evidence.save')} act={props.address} onDone={({ url }) => saveAs(url, shown.title)}>
        {t('evidence.save')}
      </ActButton>
    </div>
  );
}
