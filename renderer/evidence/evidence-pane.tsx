// The evidence beside the criterion: what bears on it first, at the page, with one button to cite that page.
import type { ReactNode } from 'react';
import type { EvidenceView } from '../../shared/contract/views.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { useWords } from '../state/words.ts';
import { BlobView } from './blob-view.tsx';

export type Place = {
  readonly sha256: string;
  readonly page: number;
  /** Words to be shown there. */
  readonly words?: string;
};

/** What bears on the criterion first; empty lists bear on every criterion. */
export const orderFor = (evidence: readonly EvidenceView[], criterion: string): readonly EvidenceView[] => {
  const bears = (item: EvidenceView): boolean => item.criteria.includes(criterion);
  return [...evidence.filter(bears), ...evidence.filter((item) => !bears(item))];
};

export const isPaged = (item: EvidenceView): boolean => item.mediaType === 'application/pdf';

export function EvidencePane(props: {
  readonly book: string;
  readonly evidence: readonly EvidenceView[];
  readonly criterion: string;
  readonly place: Place | undefined;
  readonly onPlace: (place: Place) => void;
  /** Undefined where nothing can be cited (no sheet, or cast). */
  readonly onCite: ((item: EvidenceView, page: number | undefined) => void) | undefined;
}): ReactNode {
  const { book, evidence, criterion, place, onPlace, onCite } = props;
  const { t } = useWords();
  const ordered = orderFor(evidence, criterion);
  const item = ordered.find((each) => each.sha256 === place?.sha256) ?? ordered[0];
  if (item === undefined) return <p className="soft pad">{t('evidence.empty')}</p>;
  const page = item.sha256 === place?.sha256 ? place.page : 1;
  const mark = (each: EvidenceView): string => (each.criteria.includes(criterion) ? ` — ${t('evidence.linked')}` : '');
  return (
    <>
      <div className="evidence-bar">
        <Choice
          hideLabel={true}
          label={t('evidence.choose')}
          value={item.sha256}
          options={ordered.map((each) => ({
            value: each.sha256,
            label: `${each.number}. ${each.title}${mark(each)}`,
          }))}
          onChange={(sha256) => onPlace({ sha256, page: 1 })}
        />
        {onCite === undefined ? null : (
          <Button onPress={() => onCite(item, isPaged(item) ? page : undefined)}>
            {isPaged(item) ? t('evidence.cite', { page }) : t('evidence.cite.whole')}
          </Button>
        )}
      </div>
      <BlobView
        book={book}
        shown={item}
        page={page}
        words={item.sha256 === place?.sha256 ? place.words : undefined}
        onPage={(next) => onPlace({ sha256: item.sha256, page: next })}
      />
    </>
  );
}
