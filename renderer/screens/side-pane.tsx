// What stands beside the table, never over it: a criterion with what was said, and the evidence it cites, at its page.
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { EvidenceView } from '../../shared/contract/views.ts';
import { BlobView } from '../evidence/blob-view.tsx';
import { fileOf, marksIn, type Place } from '../evidence/cite-words.ts';
import { OlderRevision } from '../evidence/evidence-pane.tsx';
import { Button } from '../parts/button.tsx';
import { useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

export function SidePane(props: {
  readonly title: string;
  readonly words: string;
  readonly head?: ReactNode;
  /** A cited file to stand where the remarks stood. */
  readonly place: Place | undefined;
  readonly evidence: readonly EvidenceView[];
  readonly onFileClose: () => void;
  readonly onClose?: () => void;
  /** The remarks. */
  readonly children: ReactNode;
}): ReactNode {
  const { title, words, head, place, evidence, onFileClose, onClose, children } = props;
  const { t } = useWords();
  const pane = useRef<HTMLElement>(null);
  const hasFile = place !== undefined;
  const had = useRef(hasFile);
  useEffect(() => {
    // A file stands where the remarks stood, or they are back: what was pressed is gone, so the focus comes here.
    if (had.current !== hasFile) pane.current?.focus();
    had.current = hasFile;
  }, [hasFile]);
  return (
    <section ref={pane} className="side" aria-label={title} tabIndex={-1}>
      <div className="row">
        <h3 aria-live="polite">{title}</h3>
        <span className="grow" />
        {onClose === undefined ? null : (
          <Button small={true} kind="quiet" onPress={onClose}>
            {t('app.close')}
          </Button>
        )}
      </div>
      <p className="side-statement">{words}</p>
      {head}
      {place === undefined ? (
        children
      ) : (
        <CitedFile key={JSON.stringify(place)} place={place} evidence={evidence} onClose={onFileClose} />
      )}
    </section>
  );
}

/** One cited file at its page; closes back to what was said. */
function CitedFile(props: {
  readonly place: Place;
  readonly evidence: readonly EvidenceView[];
  readonly onClose: () => void;
}): ReactNode {
  const { place, evidence, onClose } = props;
  const { book } = useSession();
  const { t } = useWords();
  const [page, setPage] = useState(place.page);
  const [isNewest, setNewest] = useState(false);
  const cited = fileOf(evidence, place.sha256);
  const file = isNewest ? fileOf(evidence, cited?.item.sha256) : cited;
  const [item, sha256] = [file?.item, file?.shown.sha256];
  const marks = useMemo(
    () => (item === undefined || sha256 === undefined ? [] : marksIn([], item, sha256, place, t)),
    [item, sha256, place, t],
  );
  return (
    <section className="side-file" aria-label={t('evidence.viewer')}>
      <div className="row">
        <p className="small strong">
          {file === undefined ? place.sha256.slice(0, 16) : `${file.item.number}. ${file.shown.title}`}
        </p>
        <span className="grow" />
        <Button small={true} kind="quiet" onPress={onClose}>
          {t('matrix.file.close')}
        </Button>
      </div>
      {file === undefined ? (
        <p className="soft">{t('matrix.file.gone')}</p>
      ) : (
        <>
          {file.isOlder ? <OlderRevision file={file} onNewest={() => setNewest(true)} /> : null}
          <BlobView
            key={file.shown.sha256}
            book={book}
            shown={file.shown}
            page={page}
            words={place.words}
            second={place.second}
            marks={marks}
            onPage={setPage}
          />
        </>
      )}
    </section>
  );
}
