// The four marks as large buttons with their keys; the one in force is pressed.
import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { DraftMark } from '../../shared/book/ballot.ts';
import { Icon } from '../parts/icon.tsx';
import { KeySign } from '../parts/key-sign.tsx';
import { useWords } from '../state/words.ts';

const MARKS: readonly (readonly [DraftMark, string])[] = [
  ['met', '1'],
  ['not-met', '2'],
  ['not-applicable', '3'],
  ['insufficient', '0'],
];

export function MarkButtons(props: {
  readonly mark: DraftMark | undefined;
  readonly isBarred: boolean;
  /** The one mark that may stand, where the criterion's conditions do not hold. */
  readonly only?: DraftMark | undefined;
  readonly onMark: (mark: DraftMark) => void;
}): ReactNode {
  const { t } = useWords();
  return (
    <div className="stack tight">
      {/* biome-ignore lint/a11y/useSemanticElements: a group of toggle buttons is no fieldset of a form */}
      <div className="marks" role="group" aria-label={t('scoring.mark')}>
        {MARKS.map(([mark, key]) => (
          <ToggleButton
            key={mark}
            className={`mark-button ${mark}`}
            isSelected={props.mark === mark}
            isDisabled={
              (mark === 'not-applicable' && props.isBarred) || (props.only !== undefined && mark !== props.only)
            }
            onChange={() => props.onMark(mark)}
            aria-label={t(`mark.${mark}`)}
          >
            <Icon name={mark} />
            <span>{t(`mark.${mark}`)}</span>
            <KeySign keys={key} />
          </ToggleButton>
        ))}
      </div>
      {props.isBarred ? <p className="soft small">{t('scoring.barred')}</p> : null}
    </div>
  );
}
