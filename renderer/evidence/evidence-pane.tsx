// The evidence beside the criterion: what bears on it first, at the page, with what is cited on it and what can be cited.
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { Citation, Region } from '../../shared/book/ballot.ts';
import { citationOf, type Spot } from '../../shared/book/citation.ts';
import type { EvidenceView } from '../../shared/contract/views.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { useShownFor } from '../state/use-shown-for.ts';
import { useWords } from '../state/words.ts';
import { BlobView } from './blob-view.tsx';
import { CiteBar } from './cite-bar.tsx';
import { type CitedFile, fileOf, marksIn, type Place } from './cite-words.ts';
import type { Drawing, Selected } from './place-marks.ts';
import { MIDDLE } from './region-places.ts';

/** What bears on the criterion first; empty lists bear on every criterion. */
const orderFor = (evidence: readonly EvidenceView[], criterion: string): readonly EvidenceView[] => {
  const bears = (item: EvidenceView): boolean => item.criteria.includes(criterion);
  return [...evidence.filter(bears), ...evidence.filter((item) => !bears(item))];
};

export const isPaged = (item: EvidenceView): boolean => item.mediaType === 'application/pdf';

type Props = {
  readonly book: string;
  readonly evidence: readonly EvidenceView[];
  readonly criterion: string;
  /** What is cited for the criterion, to be marked where it stands. */
  readonly cites: readonly Citation[];
  readonly place: Place | undefined;
  readonly onPlace: (place: Place) => void;
  /** Undefined where nothing can be cited (no sheet, or cast). */
  readonly onCite: ((cite: Citation) => void) | undefined;
  /** Told once a file has been looked at for a moment; undefined where nobody asks. */
  readonly onOpened: ((sha256: string) => void) | undefined;
};

export function EvidencePane(props: Props): ReactNode {
  const { evidence, criterion, place, onPlace, onOpened } = props;
  const { t } = useWords();
  const ordered = orderFor(evidence, criterion);
  const file = fileOf(ordered, place?.sha256) ?? fileOf(ordered, ordered[0]?.sha256);
  const pane = useRef<HTMLDivElement>(null);
  useShownFor(pane, file?.shown.sha256, onOpened);
  if (file === undefined) return <p className="soft pad">{t('evidence.empty')}</p>;
  const mark = (each: EvidenceView): string => (each.criteria.includes(criterion) ? ` — ${t('evidence.linked')}` : '');
  return (
    <>
      <div className="evidence-bar" ref={pane}>
        <Choice
          hideLabel={true}
          label={t('evidence.choose')}
          value={file.item.sha256}
          options={ordered.map((each) => ({
            value: each.sha256,
            label: `${each.number}. ${each.title}${mark(each)}`,
          }))}
          onChange={(sha256) => onPlace({ sha256, page: 1 })}
        />
      </div>
      <FileInView key={file.shown.sha256} {...props} file={file} />
    </>
  );
}

/** One revision of one file; what is selected or drawn on it goes with it. */
function FileInView(props: Props & { readonly file: CitedFile }): ReactNode {
  const { book, cites, file, onPlace } = props;
  const { t } = useWords();
  const { item } = file;
  const { sha256 } = file.shown;
  const place = props.place?.sha256 === sha256 ? props.place : undefined;
  const page = place?.page ?? 1;
  const onCite = file.isOlder ? undefined : props.onCite;
  const bar = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<Selected | undefined>(undefined);
  const [drawn, setDrawn] = useState<{ readonly page: number; readonly region: Region | undefined } | undefined>(
    undefined,
  );
  const [second, setSecond] = useState(0);
  const marks = useMemo(() => marksIn(cites, item, sha256, place, t), [cites, item, sha256, place, t]);
  const cite = (spot: Spot): void => onCite?.(citationOf(item, spot));
  const leave = (): void => {
    setDrawn(undefined);
    bar.current?.querySelector('button')?.focus();
  };
  const drawing: Drawing | undefined =
    drawn === undefined || onCite === undefined
      ? undefined
      : {
          ...drawn,
          onRegion: (at, region) => setDrawn({ page: at, region }),
          onTake: () => {
            cite({ page: drawn.page, region: drawn.region ?? MIDDLE });
            leave();
          },
          onCancel: leave,
        };
  return (
    <>
      {file.isOlder ? <OlderRevision file={file} onNewest={() => onPlace({ sha256: item.sha256, page })} /> : null}
      {onCite === undefined ? null : (
        <CiteBar
          mediaType={file.shown.mediaType}
          page={page}
          second={second}
          selected={selected}
          onUnselect={() => setSelected(undefined)}
          drawing={drawing}
          onDraw={() => setDrawn({ page, region: undefined })}
          bar={bar}
          onCite={cite}
        />
      )}
      <BlobView
        book={book}
        shown={file.shown}
        page={page}
        words={place?.words}
        second={place?.second}
        marks={marks}
        drawing={drawing}
        onSelect={onCite === undefined ? undefined : setSelected}
        onSecond={setSecond}
        onPage={(next) => {
          onPlace({ sha256, page: next });
          // What is not drawn yet goes along with the reader.
          setDrawn((now) => (now !== undefined && now.region === undefined ? { ...now, page: next } : now));
        }}
      />
    </>
  );
}

/** It stands where the newest one would: nobody should take the one for the other. */
export function OlderRevision(props: { readonly file: CitedFile; readonly onNewest: () => void }): ReactNode {
  const { item, shown } = props.file;
  const { t } = useWords();
  return (
    <p className="row small older-revision" role="status">
      <span>{t('cite.older', { revision: shown.revision, number: item.number, newest: item.revision })}</span>
      <Button small={true} onPress={props.onNewest}>
        {t('cite.newest', { newest: item.revision })}
      </Button>
    </p>
  );
}
