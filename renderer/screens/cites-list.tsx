// The evidence cited for a criterion: opens at its page, can be taken back while the sheet is being worked on.
import type { ReactNode } from 'react';
import type { Item } from '../../shared/book/ballot.ts';
import type { EvidenceView } from '../../shared/contract/views.ts';
import type { Place } from '../evidence/evidence-pane.tsx';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../state/words.ts';

export function CitesList(props: {
  readonly cites: NonNullable<Item['cites']>;
  readonly evidence: readonly EvidenceView[];
  readonly onOpen: (place: Place) => void;
  /** Left out where nothing can be changed. */
  readonly onRemove?: ((index: number) => void) | undefined;
}): ReactNode {
  const { cites, evidence, onOpen, onRemove } = props;
  const { t } = useWords();
  return (
    <ul className="cites">
      {cites.map((cite, index) => {
        const item = evidence.find((each) => each.evidence === cite.evidence);
        const name = item === undefined ? cite.sha256.slice(0, 8) : `${item.number}. ${item.title}`;
        const what = cite.page === undefined ? name : t('evidence.doc', { page: cite.page, title: name });
        return (
          <li key={`${cite.evidence} ${cite.page ?? ''}`}>
            <Button
              kind="quiet"
              small={true}
              label={t('scoring.cite.open', { what })}
              onPress={() => onOpen({ sha256: cite.sha256, page: cite.page ?? 1 })}
            >
              <span className="cite-name" title={what}>
                {what}
              </span>
            </Button>
            {onRemove === undefined ? null : (
              <Button
                kind="quiet"
                small={true}
                label={t('scoring.cite.remove', { what })}
                onPress={() => onRemove(index)}
              >
                <Icon name="not-met" />
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
