// The evidence cited for a criterion: opens at its page, can be taken back.
import type { ReactNode } from 'react';
import type { Item } from '../../shared/book/ballot.ts';
import type { EvidenceView } from '../../shared/contract/views.ts';
import type { Place } from '../evidence/evidence-pane.tsx';
import { Button } from '../parts/button.tsx';
import { useWords } from '../state/words.ts';

export function CitesList(props: {
  readonly cites: NonNullable<Item['cites']>;
  readonly evidence: readonly EvidenceView[];
  readonly mayChange: boolean;
  readonly onOpen: (place: Place) => void;
  readonly onRemove: (index: number) => void;
}): ReactNode {
  const { cites, evidence, mayChange, onOpen, onRemove } = props;
  const { t } = useWords();
  return (
    <div className="stack tight">
      <span className="soft small">{t('scoring.cites')}</span>
      {cites.length === 0 ? <p className="soft small">{t('scoring.cites.none')}</p> : null}
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
                {what}
              </Button>
              {mayChange ? (
                <Button
                  kind="quiet"
                  small={true}
                  label={t('scoring.cite.remove', { what })}
                  onPress={() => onRemove(index)}
                >
                  {t('app.remove')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
