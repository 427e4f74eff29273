// The live page: rendered by the host from the present content, shown as the PDF it will be.
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { MinutesView } from '../../shared/contract/views.ts';
import { BlobView } from '../evidence/blob-view.tsx';
import { Button } from '../parts/button.tsx';
import { ActWords, Notice } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import { useSession } from '../state/session.ts';
import { useAct } from '../state/use-act.ts';
import { useWords } from '../state/words.ts';

type Made = { readonly sha256: string; readonly at: string; readonly of: string };

export function MinutesPreview({ view }: { readonly view: MinutesView | undefined }): ReactNode {
  const session = useSession();
  const { client, now } = useHouse();
  const { t, clock } = useWords();
  const { isBusy, refused, run, clear } = useAct();
  const [made, setMade] = useState<Made | undefined>(undefined);
  const [page, setPage] = useState(1);
  const content = view?.minutes === undefined ? '' : JSON.stringify(view.minutes);
  const { book } = session;
  const make = useCallback(async (): Promise<void> => {
    const given = await run(() => client.call('minutes.preview', { book }));
    if (given !== undefined) setMade({ sha256: given.sha256, at: now().toISOString(), of: content });
  }, [run, client, book, now, content]);
  const tried = useRef('');
  // A moment after the content last changed, the page follows; once per content, also where it was refused.
  useEffect(() => {
    if (content === '' || tried.current === content) return;
    const timer = setTimeout(() => {
      tried.current = content;
      void make();
    }, 900);
    return () => clearTimeout(timer);
  }, [content, make]);
  const title = t('minutes.preview');
  return (
    <>
      <div className="row">
        <h2>{made === undefined ? title : t('minutes.preview.at', { time: clock(made.at) })}</h2>
        <span className="grow" />
        <Button small={true} isDisabled={isBusy || content === ''} onPress={() => void make()}>
          {t('minutes.preview.make')}
        </Button>
      </div>
      <div>
        <ActWords act={{ isBusy, refused, run, clear }} doing={t('minutes.preview.making')} />
        {made !== undefined && made.of !== content && !isBusy ? (
          <Notice tone="warn">
            <p>{t('minutes.preview.stale')}</p>
          </Notice>
        ) : null}
      </div>
      {made === undefined ? (
        <p className="soft">{t('minutes.preview.none')}</p>
      ) : (
        <BlobView
          book={book}
          shown={{ sha256: made.sha256, mediaType: 'application/pdf', title }}
          page={page}
          onPage={setPage}
        />
      )}
    </>
  );
}

/** For those who do not write: the final file where there is one. */
export function WrittenPage(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const [page, setPage] = useState(1);
  const { file } = session.minutes;
  const title = t('minutes.title');
  if (file === undefined) return <p className="soft">{t('minutes.preview.none')}</p>;
  return (
    <>
      <h2>{t('signing.open')}</h2>
      <div />
      <BlobView
        book={session.book}
        shown={{ sha256: file.sha256, mediaType: 'application/pdf', title }}
        page={page}
        onPage={setPage}
      />
    </>
  );
}
