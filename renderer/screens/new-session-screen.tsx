// The new-session form, whole on one page: one act, one book.
import { type ReactNode, useCallback, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TextLine } from '../parts/field.tsx';
import { ActWords, Notice } from '../parts/notice.tsx';
import { Page, Section, Tag } from '../parts/page.tsx';
import { Pick } from '../parts/pick.tsx';
import { useCriteriaSets } from '../state/criteria-sets.ts';
import { useHouse } from '../state/house.ts';
import { go } from '../state/route.ts';
import {
  contractForm,
  FIRST_FORM,
  type FormErrors,
  type FormProps,
  type FormState,
  formErrors,
} from '../state/session-form.ts';
import { useAct } from '../state/use-act.ts';
import { useWords } from '../state/words.ts';
import { CriteriaFields } from './new-criteria.tsx';
import { MembersFields } from './new-members.tsx';
import { PlatformsFields } from './new-platforms.tsx';
import { RulesFields } from './new-rules.tsx';

const NO_ERRORS: FormErrors = new Map();

export function NewSessionScreen(): ReactNode {
  const { t } = useWords();
  const { client, ownSeat } = useHouse();
  const sets = useCriteriaSets();
  const [form, setForm] = useState(FIRST_FORM);
  const [isTried, setTried] = useState(false);
  const act = useAct();
  const set = sets?.ok === true ? sets.value.sets.find((each) => each.sha256 === form.criteria) : undefined;
  const errors = isTried ? formErrors(form, set) : NO_ERRORS;
  const change = useCallback((next: (form: FormState) => FormState) => setForm(next), []);
  const errorAt = (place: string): string | undefined => {
    const error = errors.get(place);
    return error === undefined ? undefined : t(`error.${error}`);
  };
  const put = (part: Partial<FormState>): void => change((now) => ({ ...now, ...part }));
  const line = (name: 'subject' | 'superior' | 'council' | 'decisionNumber' | 'decisionBody' | 'place' | 'symbol') => ({
    value: form[name],
    onChange: (text: string) => put({ [name]: text }),
    error: errorAt(name),
    maxLength: name === 'symbol' ? 60 : name === 'subject' ? 500 : name === 'decisionNumber' ? 100 : 200,
  });
  const create = async (): Promise<void> => {
    setTried(true);
    if (set === undefined || formErrors(form, set).size > 0) {
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const made = await act.run(() => client.call('session.create', { ...contractForm(form, set), ownSeat }));
    if (made !== undefined) go({ at: 'session', book: made.book });
  };
  const parts: FormProps = { form, change, errorAt };
  return (
    <Page title={t('new.title')} words={t('new.words')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <Section title={t('new.meeting')}>
          <Pick
            label={t('new.kind')}
            value={form.kind}
            options={[
              { value: 'session', label: t('new.kind.session') },
              { value: 'rehearsal', label: t('new.kind.rehearsal') },
            ]}
            onChange={(kind) => put({ kind })}
          />
          {form.kind === 'rehearsal' ? (
            <p>
              <Tag tone="warn">{t('tag.rehearsal')}</Tag> {t('tag.rehearsal.words')}
            </p>
          ) : null}
          <TextLine label={t('new.subject')} hint={t('new.subject.hint')} {...line('subject')} />
          <div className="cols">
            <TextLine label={t('new.superior')} hint={t('app.optional')} {...line('superior')} />
            <TextLine label={t('new.council')} {...line('council')} />
            <TextLine label={t('new.decision.number')} {...line('decisionNumber')} />
            <TextLine
              label={t('new.decision.date')}
              value={form.decisionDate}
              onChange={(decisionDate) => put({ decisionDate })}
              error={errorAt('decisionDate')}
              hint="05/02/2026"
              maxLength={10}
            />
            <TextLine label={t('new.decision.body')} {...line('decisionBody')} />
            <TextLine label={t('new.place')} {...line('place')} />
            <TextLine label={t('new.symbol')} hint={t('new.symbol.hint')} {...line('symbol')} />
          </div>
        </Section>
        <CriteriaFields {...parts} sets={sets} set={set} />
        <MembersFields {...parts} />
        <PlatformsFields {...parts} set={set} />
        <RulesFields {...parts} />
        <div className="section">
          {errors.size === 0 ? null : (
            <Notice tone="stop">
              <p>{t('new.errors', { count: errors.size })}</p>
            </Notice>
          )}
          <div className="row">
            <Button kind="main" submit={true} isDisabled={act.isBusy}>
              {t('new.create')}
            </Button>
          </div>
          <ActWords act={act} doing={t('new.creating')} />
        </div>
      </form>
    </Page>
  );
}
