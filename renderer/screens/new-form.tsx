// The session form whole on one page, its steps beside it: typed, kept as a draft, looked over, then made a book or an edit.
import { type ReactNode, useCallback, useRef, useState } from 'react';
import type { EditedForm } from '../../shared/contract/session-form.ts';
import { plainForm } from '../../shared/contract/session-form.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { ActWords, Notice } from '../parts/notice.tsx';
import { useCriteriaSets } from '../state/criteria-sets.ts';
import { type FormErrors, formErrors, STEPS, type Step } from '../state/form-errors.ts';
import { useHouse } from '../state/house.ts';
import { go } from '../state/route.ts';
import { contractForm, type FormProps, type FormState } from '../state/session-form.ts';
import { useAct } from '../state/use-act.ts';
import { useDraft } from '../state/use-draft.ts';
import { useWords } from '../state/words.ts';
import { FormSteps } from './form-steps.tsx';
import { CouncilFields } from './new-council.tsx';
import { CriteriaFields } from './new-criteria.tsx';
import { ErrorList } from './new-errors.tsx';
import { LookOver, useEditPlan } from './new-look.tsx';
import { MeetingFields } from './new-meeting.tsx';
import { PlatformsFields } from './new-platforms.tsx';
import { RulesFields } from './new-rules.tsx';

const NO_ERRORS: FormErrors = new Map();

type Props = {
  readonly start: FormState;
  readonly draft: string | undefined;
  readonly before: EditedForm | undefined;
};

export function SessionFormPart({ start, draft, before }: Props): ReactNode {
  const { t } = useWords();
  const { client, ownSeat } = useHouse();
  const sets = useCriteriaSets();
  const { keeper, kept } = useDraft(draft);
  const [form, setForm] = useState(start);
  const [isTried, setTried] = useState(false);
  const act = useAct();
  const summary = useRef<HTMLDivElement>(null);
  const set = sets?.ok === true ? sets.value.sets.find((each) => each.sha256 === form.criteria) : undefined;
  const missing = formErrors(form, set);
  const errors = isTried ? missing : NO_ERRORS;
  const plan = useEditPlan(
    before,
    missing.size === 0 && set !== undefined ? contractForm(form, set) : undefined,
    form.book,
  );
  const latest = useRef(form);
  const change = useCallback(
    (next: (form: FormState) => FormState) => {
      latest.current = next(latest.current);
      setForm(latest.current);
      keeper.keep(latest.current);
    },
    [keeper],
  );
  const errorAt = (place: string): string | undefined => {
    const error = errors.get(place);
    return error === undefined ? undefined : t(`error.${error}`);
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (set === undefined || missing.size > 0) {
      requestAnimationFrame(() => summary.current?.focus());
      return;
    }
    const given = contractForm(form, set);
    const made = await act.run(() =>
      form.book === undefined
        ? client.call('session.create', { ...plainForm(given), ownSeat })
        : client.call('session.edit', {
            book: form.book,
            form: { ...given, ownSeat },
            replace: plan?.edit.how === 'new-book',
          }),
    );
    if (made === undefined) return;
    await keeper.end();
    go({ at: 'session', book: made.book, phase: 'prepare' });
  };
  const parts: FormProps = { form, change, errorAt };
  const fields: Readonly<Record<Step, ReactNode>> = {
    meeting: <MeetingFields {...parts} />,
    criteria: <CriteriaFields {...parts} sets={sets} set={set} />,
    council: <CouncilFields {...parts} />,
    platforms: <PlatformsFields {...parts} set={set} />,
    rules: <RulesFields {...parts} />,
    look: <LookOver form={form} set={set} plan={plan} />,
  };
  return (
    <div className="session-form">
      <FormSteps missing={missing} isTried={isTried} kept={kept} />
      {/* Enter in a field must never make a book by itself. */}
      <form className="stack" onSubmit={(event) => event.preventDefault()}>
        {STEPS.map((step) => (
          <div key={step} className="form-part" data-step={step} tabIndex={-1}>
            {fields[step]}
          </div>
        ))}
        <div className="stack">
          <div ref={summary} tabIndex={-1}>
            {errors.size === 0 ? null : <ErrorList form={form} errors={errors} />}
          </div>
          <div className="row">
            <Button kind="main" isDisabled={act.isBusy || plan?.edit.how === 'none'} onPress={() => void save()}>
              {form.book === undefined
                ? t('new.create')
                : t(plan?.edit.how === 'new-book' ? 'edit.save.new' : 'edit.save')}
            </Button>
            <ActButton
              kind="quiet"
              doing={t('home.draft.discard')}
              act={async () => {
                await keeper.end();
                return { ok: true, value: null };
              }}
              onDone={() =>
                go(form.book === undefined ? { at: 'home' } : { at: 'session', book: form.book, phase: 'prepare' })
              }
            >
              {t(form.book === undefined ? 'new.discard' : 'edit.discard')}
            </ActButton>
          </div>
          {plan?.edit.how === 'none' ? <p className="soft small">{t('edit.none')}</p> : null}
          <ActWords act={act} doing={t('new.creating')} />
          {act.refused === undefined ? null : (
            <Notice tone="note">
              <p>{t('new.refused.safe')}</p>
            </Notice>
          )}
        </div>
      </form>
    </div>
  );
}
