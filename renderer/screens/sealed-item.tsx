// What I said of one criterion, once the sheet is cast: to be read on the device that holds it, and not to be changed.
import type { ReactNode } from 'react';
import type { DraftItem } from '../../shared/book/ballot.ts';
import type { EvidenceView } from '../../shared/contract/views.ts';
import type { Place } from '../evidence/cite-words.ts';
import { useWords } from '../state/words.ts';
import { CitesList } from './cites-list.tsx';
import { ItemWord } from './item-word.tsx';

export function SealedItem(props: {
  readonly item: DraftItem;
  readonly evidence: readonly EvidenceView[];
  readonly onPlace: (place: Place) => void;
}): ReactNode {
  const { item, evidence, onPlace } = props;
  const { t } = useWords();
  const cites = item.cites ?? [];
  const remark = (item.remark ?? '').trim();
  const reason = item.mark === 'not-applicable' ? (item.reason ?? '').trim() : '';
  return (
    <section className="sealed" aria-label={t('scoring.mark')}>
      <p className="soft small">{t('scoring.mark')}</p>
      <p className="sealed-mark">
        <ItemWord mark={item.mark} points={item.points} />
      </p>
      {reason === '' ? null : (
        <p className="prose">
          <span className="soft small">{t('scoring.reason')}: </span>
          {reason}
        </p>
      )}
      {(item.change ?? '').trim() === '' ? null : (
        <p className="prose">
          <span className="soft small">{t('change.reason')}: </span>
          {item.change}
        </p>
      )}
      <p className="soft small">{remark === '' ? t('scoring.remark.none') : t('scoring.remark')}</p>
      {remark === '' ? null : <p className="prose quote">{remark}</p>}
      {cites.length === 0 ? null : (
        <>
          <p className="soft small">{t('scoring.cites')}</p>
          <CitesList cites={cites} evidence={evidence} onOpen={onPlace} />
        </>
      )}
    </section>
  );
}
