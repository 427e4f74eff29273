// One criterion at one glance: statement, guidance, evidence asked for, my mark, reason, remark, citations.
import type { ReactNode } from 'react';
import type { Refusal } from '../../shared/base/result.ts';
import type { DraftItem, DraftMark } from '../../shared/book/ballot.ts';
import { confirmedIn, isSameCitation, onceEach } from '../../shared/book/citation.ts';
import type { BeforeView, EvidenceView, MeasuredView } from '../../shared/contract/views.ts';
import type { Scale } from '../../shared/council/rules.ts';
import type { Criterion } from '../../shared/criteria/criteria-set.ts';
import type { Place } from '../evidence/cite-words.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { KeySign } from '../parts/key-sign.tsx';
import { weightOf } from '../state/points.ts';
import type { Former } from '../state/use-terms.ts';
import { useWords } from '../state/words.ts';
import { BeforeMark } from './before-mark.tsx';
import { CitesList } from './cites-list.tsx';
import { MOST_CITES } from './desk-hands.ts';
import { FormerMark } from './former-mark.tsx';
import { KindWords } from './kind-words.tsx';
import { MarkButtons } from './mark-buttons.tsx';
import { MeasuredWords } from './measured-words.tsx';
import { type Begun, PointsEntry } from './points-entry.tsx';
import { SealedItem } from './sealed-item.tsx';
import { TypedField } from './typed-field.tsx';

type Props = {
  readonly criterion: Criterion;
  readonly number: number;
  readonly total: number;
  readonly threshold: { readonly threshold: string | null; readonly source: string } | undefined;
  readonly measured: MeasuredView | undefined;
  readonly evidence: readonly EvidenceView[];
  readonly item: DraftItem;
  readonly error: Refusal | undefined;
  /** `none`: this reader holds no sheet; `sealed`: it can be read and not changed. */
  readonly sheet: 'none' | 'working' | 'sealed';
  /** I am recused from this criterion: nothing of it is asked of me. */
  readonly isBarred: boolean;
  /** False where its conditions do not hold on my sheet: then it can only be not applicable. */
  readonly applies: boolean;
  readonly scale: Scale;
  /** My sheet of the round before, where there was one. */
  readonly former: Former | undefined;
  /** The last evaluation of the platform, where one was named. */
  readonly before: BeforeView | undefined;
  readonly wantsReason: boolean;
  readonly begun: Begun | undefined;
  readonly onMark: (mark: DraftMark) => void;
  readonly onPoints: (points: number, isDone: boolean) => void;
  readonly onChange: (part: Partial<DraftItem>) => void;
  readonly onMove: (by: number) => void;
  readonly onPlace: (place: Place) => void;
};

export function CriterionPane(props: Props): ReactNode {
  const { criterion, number, total, threshold, measured, evidence, item, sheet, onMove, onPlace } = props;
  const { t, of, decimal } = useWords();
  return (
    <section className="criterion-body" aria-label={t('scoring.criterion', { id: criterion.id })}>
      <div className="row">
        <h2>{t('scoring.criterion', { id: criterion.id })}</h2>
        <span className="soft small">
          {t('scoring.position', { number, all: total })}
          {criterion.weight === undefined
            ? null
            : ` · ${t('points.weight', { weight: decimal(weightOf(criterion.weight)) })}`}
        </span>
        <span className="grow" />
        <Button small={true} label={t('scoring.prev')} isDisabled={number === 1} onPress={() => onMove(-1)}>
          ‹ <KeySign keys="K" />
        </Button>
        <Button small={true} label={t('scoring.next')} isDisabled={number === total} onPress={() => onMove(1)}>
          <KeySign keys="J" /> ›
        </Button>
      </div>
      <p className="statement">{of(criterion.statement)}</p>
      <Asked label={t('scoring.guidance')} words={criterion.guidance} />
      <Asked label={t('scoring.asked')} words={criterion.evidence} />
      {criterion.kind === 'measured' ? (
        <MeasuredWords criterion={criterion} threshold={threshold} measured={measured} />
      ) : null}
      <KindWords
        criterion={criterion}
        {...(sheet === 'none' ? {} : { applies: props.applies })}
        picks={sheet === 'working' && !props.isBarred && props.applies && props.scale.of === 'points'}
      />
      {props.before === undefined || props.isBarred ? null : (
        <BeforeMark before={props.before} criterion={criterion.id} />
      )}
      {props.isBarred && sheet !== 'none' ? <Barred /> : null}
      {sheet === 'working' && !props.isBarred ? <Working {...props} /> : null}
      {sheet === 'sealed' && !props.isBarred ? <SealedItem item={item} evidence={evidence} onPlace={onPlace} /> : null}
    </section>
  );
}

/** Errors that stand at a field of their own. */
const AT_ITS_FIELD: ReadonlySet<string> = new Set(['reason-missing', 'change-reason-missing']);

function Asked(props: {
  readonly label: string;
  readonly words: { readonly vi: string; readonly en: string } | undefined;
}): ReactNode {
  const { of } = useWords();
  if (props.words === undefined) return null;
  return (
    <p className="small">
      <span className="soft">{props.label}: </span>
      {of(props.words)}
    </p>
  );
}

/** Recused from this criterion: calm, and nothing to press. */
function Barred(): ReactNode {
  const { t } = useWords();
  return (
    <p className="barred-mark">
      <Icon name="lock" /> {t('recusal.criterion')}
    </p>
  );
}

function Working(props: Props): ReactNode {
  const { criterion, applies, evidence, item, error, scale, former, wantsReason, begun } = props;
  const { onMark, onPoints, onChange, onMove, onPlace } = props;
  const { t, say } = useWords();
  const cites = item.cites ?? [];
  const isReasonMissing = applies && (item.reason ?? '').trim() === '';
  const only = applies ? undefined : ('not-applicable' as const);
  const isBarred = applies && !criterion.notApplicable;
  return (
    <>
      {scale.of === 'points' ? (
        <PointsEntry
          mark={item.mark}
          points={item.points}
          passMark={scale.passMark}
          begun={begun}
          isBarred={isBarred}
          only={only}
          levels={criterion.kind === 'points' ? criterion.levels : undefined}
          pass={criterion.kind === 'points' ? criterion.pass : undefined}
          onPoints={onPoints}
          onMark={onMark}
        />
      ) : (
        <MarkButtons mark={item.mark} isBarred={isBarred} only={only} onMark={onMark} />
      )}
      {former === undefined ? null : (
        <FormerMark
          round={former.round}
          before={former.items[criterion.id]}
          item={item}
          wantsReason={wantsReason}
          onReason={(change) => onChange({ change })}
          onDone={() => onMove(1)}
        />
      )}
      {error !== undefined && !AT_ITS_FIELD.has(error.code) ? (
        <p className="error small" role="status">
          {say(error)}
        </p>
      ) : null}
      {item.mark === 'not-applicable' && applies ? (
        <TypedField
          key="reason"
          place="reason"
          label={t('scoring.reason')}
          hint={t('scoring.reason.hint')}
          value={item.reason ?? ''}
          error={isReasonMissing ? say({ code: 'reason-missing', params: { criterion: criterion.id } }) : undefined}
          isDisabled={false}
          onSave={(reason) => onChange({ reason })}
          onEnter={() => onMove(1)}
        />
      ) : null}
      <TypedField
        key="remark"
        place="remark"
        label={`${t('scoring.remark')} (R)`}
        hint={t('scoring.remark.hint')}
        value={item.remark ?? ''}
        isDisabled={false}
        onSave={(remark) => onChange({ remark })}
      />
      <div className="cited">
        <p className="soft small">{cites.length === 0 ? t('scoring.cites.none') : t('scoring.cites')}</p>
        {cites.length === 0 ? null : (
          <CitesList
            cites={cites}
            evidence={evidence}
            onOpen={onPlace}
            onRemove={(cite) => onChange({ cites: cites.filter((each) => !isSameCitation(each, cite)) })}
            onConfirm={(cite, newest) =>
              onChange({
                cites: onceEach(cites.map((each) => (isSameCitation(each, cite) ? confirmedIn(each, newest) : each))),
              })
            }
          />
        )}
        {cites.length < MOST_CITES ? null : <p className="small">{t('cite.full', { most: MOST_CITES })}</p>}
      </div>
    </>
  );
}
