// Casting the sheet, without a dialog in the way: what stands against it, a second look, the seal.
import type { ReactNode } from 'react';
import type { Refusal } from '../../shared/base/result.ts';
import type { BallotTerms } from '../../shared/book/ballot.ts';
import type { PollView } from '../../shared/contract/views.ts';
import { type CriteriaSet, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import type { Author } from '../author/author.ts';
import { Button } from '../parts/button.tsx';
import { ActWords, Notice } from '../parts/notice.tsx';
import { ownMean } from '../state/points.ts';
import { useAct } from '../state/use-act.ts';
import { useKeys } from '../state/use-keys.ts';
import type { WorkingSheet } from '../state/use-sheet.ts';
import { differs, type Former } from '../state/use-terms.ts';
import { useWords } from '../state/words.ts';
import { TypedField } from './typed-field.tsx';

export type CastProps = {
  readonly poll: PollView;
  readonly author: Author;
  readonly working: WorkingSheet;
  readonly set: CriteriaSet;
  readonly terms: BallotTerms;
  readonly former: Former | undefined;
  readonly errors: ReadonlyMap<string, Refusal>;
  readonly isAsking: boolean;
  readonly onAsk: (isAsking: boolean) => void;
  readonly onGo: (criterion: string) => void;
};

export function CastPart(props: CastProps): ReactNode {
  const { poll, author, working, errors, isAsking, onAsk } = props;
  const { t, say } = useWords();
  const act = useAct();
  const isReady = errors.size === 0;
  const cast = async (): Promise<void> => {
    // Leaving a field saves what was typed in it; that goes to the disk before the sheet is sealed.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const done = await act.run(() => author.cast(poll.poll));
    if (done !== undefined) onAsk(false);
  };
  // The second Ctrl+Enter, while the question stands, casts.
  useKeys(({ act: key }) => {
    if (key !== 'cast' || !isAsking || !isReady) return false;
    void cast();
    return true;
  });
  const refused = working.sheet?.step === 'refused' ? working.sheet.code : undefined;
  return (
    <>
      {refused === undefined ? null : (
        <Notice tone="stop">
          <p>{say({ code: refused, params: {} })}</p>
        </Notice>
      )}
      {isAsking && !isReady ? <Errors {...props} /> : null}
      {isAsking && isReady ? (
        <section className="cast" aria-label={t('scoring.cast.ask')}>
          <p className="strong">
            {t('scoring.cast.ask')} <CastCounts {...props} />
          </p>
          <CastChanges {...props} />
          <TypedField
            place="comment"
            label={t('scoring.comment')}
            value={working.draft.comment ?? ''}
            isDisabled={act.isBusy}
            onSave={working.saveComment}
          />
          <p className="small soft">
            {t(poll.secrecy === 'blind' ? 'scoring.cast.words' : `secrecy.cast.${poll.secrecy}`)}
          </p>
          <div className="row">
            <Button kind="main" isDisabled={act.isBusy} onPress={() => void cast()}>
              {t('scoring.cast.yes')}
            </Button>
            <Button isDisabled={act.isBusy} onPress={() => onAsk(false)}>
              {t('scoring.cast.no')}
            </Button>
          </div>
          <ActWords act={act} doing={t('scoring.casting')} />
        </section>
      ) : null}
    </>
  );
}

/** What the sheet comes to, in one line. */
function CastCounts({ set, terms, working }: CastProps): ReactNode {
  const { t, decimal } = useWords();
  const items = Object.values(working.draft.items);
  const count = (mark: string): number => items.filter((each) => each.mark === mark).length;
  const notApplicable = count('not-applicable');
  if (terms.scale.of === 'pass-fail')
    return t('scoring.cast.counts', { met: count('met'), notMet: count('not-met'), notApplicable });
  const mean = decimal(ownMean(set, working.draft) ?? '0');
  return t('points.cast.counts', { scored: count('scored'), notApplicable, mean, passMark: terms.scale.passMark });
}

/** In a further round: how much of the sheet is another than before, before it is sealed. */
function CastChanges({ set, former, working }: CastProps): ReactNode {
  const { t } = useWords();
  if (former === undefined) return null;
  const all = criteriaOf(set);
  const changed = all.filter(({ id }) => differs(working.draft.items[id] ?? {}, former.items[id]));
  return (
    <p className="small">
      {t('change.summary', { count: changed.length, all: all.length, round: former.round })}
      {changed.length === 0 ? '' : ` ${changed.map(({ id }) => id).join(', ')}.`}
    </p>
  );
}

/** As many places of one kind as fit; the tree shows them all with its filter. */
const SHOWN = 8;
const KINDS = {
  'mark-missing': 'mark.none',
  'mark-insufficient': 'mark.insufficient',
  'reason-missing': 'scoring.cast.reason',
  'change-reason-missing': 'change.reason.missing.short',
} as const;
const kindOf = (code: string) =>
  Object.hasOwn(KINDS, code) ? KINDS[code as keyof typeof KINDS] : 'scoring.cast.other';

/** What is missing, kind by kind, each criterion a button that goes there. */
function Errors({ errors, onAsk, onGo }: CastProps): ReactNode {
  const { t, say } = useWords();
  const kinds = new Map<ReturnType<typeof kindOf>, string[]>();
  for (const [criterion, { code }] of errors) kinds.set(kindOf(code), [...(kinds.get(kindOf(code)) ?? []), criterion]);
  return (
    <Notice tone="stop">
      <p className="strong">{t('scoring.cast.errors', { count: errors.size })}</p>
      {[...kinds].map(([kind, criteria]) => (
        <div key={kind} className="cast-errors">
          <span className="small">
            {t(kind)} ({criteria.length})
          </span>
          {criteria.slice(0, SHOWN).map((criterion) => {
            const error = errors.get(criterion);
            return (
              <span key={criterion} title={error === undefined ? '' : say(error)}>
                <Button small={true} label={t('scoring.cast.goto', { id: criterion })} onPress={() => onGo(criterion)}>
                  {criterion}
                </Button>
              </span>
            );
          })}
          {criteria.length > SHOWN ? (
            <span className="small">{t('scoring.cast.more', { count: criteria.length - SHOWN })}</span>
          ) : null}
        </div>
      ))}
      <p>
        <Button small={true} onPress={() => onAsk(false)}>
          {t('scoring.cast.no')}
        </Button>
      </p>
    </Notice>
  );
}
