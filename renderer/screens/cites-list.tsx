// The evidence cited for a criterion: opens at its place, asks to be confirmed where a newer revision came, can be taken back.
import type { ReactNode } from 'react';
import type { Citation } from '../../shared/book/ballot.ts';
import type { EvidenceView } from '../../shared/contract/views.ts';
import { citeName, type Place, placeOf } from '../evidence/cite-words.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../state/words.ts';

type Props = {
  readonly cites: readonly Citation[];
  readonly evidence: readonly EvidenceView[];
  readonly onOpen: (place: Place) => void;
  /** Left out where nothing can be changed. */
  readonly onRemove?: ((cite: Citation) => void) | undefined;
  readonly onConfirm?: ((cite: Citation, newest: EvidenceView) => void) | undefined;
};

export function CitesList(props: Props): ReactNode {
  return (
    <ul className="cites">
      {props.cites.map((cite) => (
        <Cited key={JSON.stringify(cite)} {...props} cite={cite} />
      ))}
    </ul>
  );
}

function Cited({ cite, evidence, onOpen, onRemove, onConfirm }: Props & { readonly cite: Citation }): ReactNode {
  const { t } = useWords();
  const item = evidence.find((each) => each.evidence === cite.evidence);
  const what = citeName(t, cite, evidence);
  const isStale = item !== undefined && item.sha256 !== cite.sha256;
  return (
    <li>
      <Button kind="quiet" small={true} label={t('scoring.cite.open', { what })} onPress={() => onOpen(placeOf(cite))}>
        <span className="cite-name" title={item === undefined ? what : `${what} — ${item.title}`}>
          {what}
        </span>
      </Button>
      {onRemove === undefined || (isStale && onConfirm !== undefined) ? null : (
        <Button kind="quiet" small={true} label={t('scoring.cite.remove', { what })} onPress={() => onRemove(cite)}>
          <Icon name="not-met" />
        </Button>
      )}
      {isStale && onConfirm !== undefined && onRemove !== undefined ? (
        <div className="cite-stale">
          <p className="small">
            <Icon name="warn" /> {t('cite.stale', { number: item.number, newest: item.revision })}
          </p>
          <div className="row">
            <Button small={true} onPress={() => onOpen({ ...placeOf(cite), sha256: item.sha256 })}>
              {t('cite.newest', { newest: item.revision })}
            </Button>
            <Button
              small={true}
              label={t('cite.confirm.of', { what, newest: item.revision })}
              onPress={() => onConfirm(cite, item)}
            >
              {t('cite.confirm', { newest: item.revision })}
            </Button>
            <Button small={true} label={t('scoring.cite.remove', { what })} onPress={() => onRemove(cite)}>
              {t('cite.drop')}
            </Button>
          </div>
        </div>
      ) : null}
    </li>
  );
}
