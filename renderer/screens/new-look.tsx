// The last step of the form: what will be made, at a glance; for an edit, whether it stays one book or becomes a new one.
import { type ReactNode, useMemo } from 'react';
import type { LibrarySet } from '../../shared/contract/methods.ts';
import { type Edit, editOf } from '../../shared/contract/session-edit.ts';
import type { EditedForm } from '../../shared/contract/session-form.ts';
import type { SessionView } from '../../shared/contract/views.ts';
import { Notice } from '../parts/notice.tsx';
import { Facts, Section, Tag } from '../parts/page.tsx';
import { type FormState, votingIn } from '../state/session-form.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';
import { RulesSentence } from './rules-sentence.tsx';

export type EditPlan = { readonly edit: Edit; readonly session: SessionView | undefined };

const NO_BOOK = '0'.repeat(64);

/** Undefined for a new session, and while the form is not whole. The host asks the same question again when it is saved. */
export function useEditPlan(
  before: EditedForm | undefined,
  after: EditedForm | undefined,
  book: string | undefined,
): EditPlan | undefined {
  const view = useView('session', { book: book ?? NO_BOOK });
  const session = book !== undefined && view?.ok === true ? view.value : undefined;
  const seated = session?.seats
    .filter(({ seat, device }) => device === 'own' && seat !== session.me.seat)
    .map(({ seat }) => seat)
    .join();
  const text = after === undefined ? undefined : JSON.stringify(after);
  return useMemo(() => {
    if (before === undefined || text === undefined) return undefined;
    const joined = new Set((seated ?? '').split(','));
    return { edit: editOf(before, JSON.parse(text) as EditedForm, (seat) => joined.has(seat)), session };
  }, [before, text, seated, session]);
}

export function LookOver(props: {
  readonly form: FormState;
  readonly set: LibrarySet | undefined;
  readonly plan: EditPlan | undefined;
}): ReactNode {
  const { form, set, plan } = props;
  const { t, of } = useWords();
  const evidence = form.platforms.reduce((sum, platform) => sum + platform.evidence.length, 0);
  return (
    <Section title={t('new.step.look')}>
      <Facts
        rows={[
          [
            t('new.subject'),
            <span key="subject">
              {form.kind === 'rehearsal' ? <Tag tone="warn">{t('tag.rehearsal')}</Tag> : null}{' '}
              {form.subject === '' ? t('new.look.missing') : form.subject}
            </span>,
          ],
          [t('new.council'), form.council === '' ? t('new.look.missing') : form.council],
          [t('new.members'), t('new.members.count', { count: form.members.length, voting: votingIn(form.members) })],
          [
            t('new.criteria'),
            set === undefined ? (
              t('new.look.missing')
            ) : (
              <span key="set">
                {set.sample ? <Tag tone="warn">{t('tag.sample')}</Tag> : null} {of(set.name)}
              </span>
            ),
          ],
          [t('new.platforms'), t('new.look.platforms', { count: form.platforms.length, evidence })],
          [t('rules.title'), <RulesSentence key="rules" rules={form.rules} />],
        ]}
      />
      {form.book === undefined ? <p className="soft small">{t('new.look.words')}</p> : <PlanWords plan={plan} />}
    </Section>
  );
}

/** Said before it is saved: who stays, who needs a new code, and why. */
function PlanWords({ plan }: { readonly plan: EditPlan | undefined }): ReactNode {
  const { t } = useWords();
  if (plan === undefined) return <p className="soft small">{t('edit.plan.unfinished')}</p>;
  const { edit, session } = plan;
  if (edit.how === 'none') return null;
  const joined = session?.seats.filter(({ seat, device }) => device === 'own' && seat !== session.me.seat) ?? [];
  if (edit.how === 'in-place')
    return (
      <Notice tone="note">
        <p className="strong">{t('edit.plan.same')}</p>
        <p>{t('edit.plan.same.words', { count: joined.length })}</p>
      </Notice>
    );
  const declared = session?.seats.filter((seat) => Object.keys(seat.declared).length > 0).length ?? 0;
  const opinions = session?.platforms.reduce((sum, platform) => sum + platform.opinions.length, 0) ?? 0;
  return (
    <Notice tone="warn">
      <p className="strong">{t('edit.plan.new')}</p>
      <p>{t('edit.plan.new.why', { why: edit.reasons.map((reason) => t(`edit.why.${reason}`)).join('; ') })}</p>
      <p>{joined.length === 0 ? t('edit.plan.new.nobody') : t('edit.plan.new.codes', { count: joined.length })}</p>
      {declared === 0 ? null : <p>{t('edit.plan.new.declared', { count: declared })}</p>}
      {opinions === 0 ? null : <p>{t('edit.plan.new.opinions', { count: opinions })}</p>}
    </Notice>
  );
}
