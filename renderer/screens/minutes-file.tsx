// The minutes file itself: to look at and to save.
import { type ReactNode, useState } from 'react';
import { BlobView, useBlobUrl } from '../evidence/blob-view.tsx';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/page.tsx';
import { useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

export function MinutesFile(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [page, setPage] = useState(1);
  const { file } = session.minutes;
  const opened = useBlobUrl(session.book, file?.sha256);
  if (file === undefined) return null;
  return (
    <Section title={t('minutes.title')}>
      <div className="row">
        <Button expanded={isOpen} onPress={() => setOpen((now) => !now)}>
          {t('signing.open')}
        </Button>
        {opened?.ok === true ? (
          <a className="button" href={opened.value.url} download={`bien-ban-${file.sha256.slice(0, 8)}.pdf`}>
            {t('signing.download')}
          </a>
        ) : null}
      </div>
      {isOpen ? (
        <div className="file-view">
          <BlobView
            book={session.book}
            shown={{ sha256: file.sha256, mediaType: 'application/pdf', title: t('minutes.title') }}
            page={page}
            onPage={setPage}
          />
        </div>
      ) : null}
    </Section>
  );
}
