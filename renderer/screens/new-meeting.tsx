// The first step of the form: what meets, where, and whether it is real.
import type { ReactNode } from 'react';
import { TextLine } from '../parts/field.tsx';
import { Section, Tag } from '../parts/page.tsx';
import { Pick } from '../parts/pick.tsx';
import type { FormProps, FormState } from '../state/session-form.ts';
import { useWords } from '../state/words.ts';
import { Place } from './form-place.tsx';

export function MeetingFields({ form, change, errorAt }: FormProps): ReactNode {
  const { t } = useWords();
  const put = (part: Partial<FormState>): void => change((now) => ({ ...now, ...part }));
  return (
    <Section title={t('new.step.meeting')}>
      <Place name="subject">
        <TextLine
          label={t('new.subject')}
          hint={t('new.subject.hint')}
          value={form.subject}
          onChange={(subject) => put({ subject })}
          error={errorAt('subject')}
          maxLength={500}
        />
      </Place>
      <div className="cols">
        <Place name="place">
          <TextLine
            label={t('new.place')}
            value={form.place}
            onChange={(place) => put({ place })}
            error={errorAt('place')}
            maxLength={300}
          />
        </Place>
        <TextLine
          label={t('new.symbol')}
          hint={t('new.symbol.hint')}
          value={form.symbol}
          onChange={(symbol) => put({ symbol })}
          maxLength={60}
        />
      </div>
      {form.book === undefined ? (
        <Pick
          label={t('new.kind')}
          value={form.kind}
          options={[
            { value: 'session', label: t('new.kind.session') },
            { value: 'rehearsal', label: t('new.kind.rehearsal') },
          ]}
          onChange={(kind) => put({ kind })}
        />
      ) : null}
      {form.kind === 'rehearsal' ? (
        <p>
          <Tag tone="warn">{t('tag.rehearsal')}</Tag> {t('tag.rehearsal.words')}
        </p>
      ) : null}
    </Section>
  );
}
