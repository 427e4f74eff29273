// The live page: laid out by the host from the present content, shown as the PDF it will be; the old page stays meanwhile.
import { type ReactNode, useState } from 'react';
import type { MinutesView } from '../../shared/contract/views.ts';
import { Button } from '../parts/button.tsx';
import { late } from '../parts/late.tsx';
import { Refused } from '../parts/notice.tsx';
import { useWords } from '../state/words.ts';
import { FileActs } from './file-acts.tsx';
import { ComingPage } from './minutes-right.tsx';
import { usePreview } from './use-preview.ts';

const livePages = late(async () => (await import('./live-pages.tsx')).LivePages, First);

export function MinutesPreview({ view }: { readonly view: MinutesView | undefined }): ReactNode {
  const { t, clock } = useWords();
  const content = view?.minutes === undefined ? '' : JSON.stringify(view.minutes);
  const { made, isBusy, refused, isBehind, make, stop } = usePreview(content);
  const [page, setPage] = useState(1);
  const title = t('minutes.preview');
  // Before the first page the box below says what is under way.
  const stand = made === undefined ? undefined : isBusy ? 'making' : isBehind ? 'stale' : 'fresh';
  if (view !== undefined && content === '' && made === undefined) return <ComingPage />;
  return (
    <>
      <div className="row">
        <div className="preview-head">
          <h2>{made === undefined ? title : t('minutes.preview.at', { time: clock(made.at) })}</h2>
          <p className="soft small" role="status">
            {stand === undefined ? '' : t(`minutes.preview.${stand}`)}
          </p>
        </div>
        {isBusy ? (
          <Button small={true} onPress={stop}>
            {t('minutes.preview.stop')}
          </Button>
        ) : (
          <Button small={true} isDisabled={content === ''} onPress={make}>
            {t('minutes.preview.make')}
          </Button>
        )}
        {made === undefined ? null : <FileActs sha256={made.sha256} isSmall={true} isDraft={true} />}
      </div>
      {refused === undefined || isBusy ? null : <Refused refusal={refused} />}
      {made === undefined ? (
        <div className="viewer-box preview-none">
          {isBusy || refused === undefined ? <First /> : <p className="soft">{t('minutes.preview.none')}</p>}
        </div>
      ) : (
        <livePages.Part sha256={made.sha256} title={title} page={page} onPage={setPage} />
      )}
    </>
  );
}

function First(): ReactNode {
  const { t } = useWords();
  return <p className="soft">{t('minutes.preview.first')}</p>;
}
