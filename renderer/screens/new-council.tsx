// The council of the form: taken over from a former session with one press, or typed: who set it up and who sits in it.
import { type ReactNode, useState } from 'react';
import { rulesWords } from '../../shared/lang/rules-words.ts';
import { ActButton } from '../parts/button.tsx';
import { Choice, TextLine } from '../parts/field.tsx';
import { Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { type FormProps, type FormState, withCouncil } from '../state/session-form.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';
import { Place } from './form-place.tsx';
import { MembersTable } from './new-members.tsx';

export function CouncilFields(props: FormProps): ReactNode {
  const { form, change, errorAt } = props;
  const { t, language } = useWords();
  const put = (part: Partial<FormState>): void => change((now) => ({ ...now, ...part }));
  const sits = rulesWords(form.rules, language)
    .filter(({ group }) => group === 'sits')
    .map(({ text }) => text)
    .join(' ');
  const line = (
    name: 'superior' | 'council' | 'decisionNumber' | 'decisionDate' | 'decisionBody',
    maxLength: number,
  ) => ({
    value: form[name],
    onChange: (text: string) => put({ [name]: text }),
    error: errorAt(name),
    maxLength,
  });
  return (
    <Section title={t('new.step.council')} words={sits}>
      {form.kind === 'session' && form.book === undefined ? <FormerCouncil change={change} /> : null}
      <div className="cols">
        <Place name="council">
          <TextLine label={t('new.council')} {...line('council', 200)} />
        </Place>
        <TextLine label={t('new.superior')} hint={t('app.optional')} {...line('superior', 200)} />
      </div>
      <div className="cols three">
        <Place name="decisionNumber">
          <TextLine label={t('new.decisionNumber')} {...line('decisionNumber', 100)} />
        </Place>
        <Place name="decisionDate">
          <TextLine label={t('new.decisionDate')} hint={t('new.date.hint')} {...line('decisionDate', 10)} />
        </Place>
        <Place name="decisionBody">
          <TextLine label={t('new.decisionBody')} {...line('decisionBody', 200)} />
        </Place>
      </div>
      <MembersTable {...props} />
    </Section>
  );
}

/** Rehearsals are never offered: nobody invented may sit in a real council. */
function FormerCouncil({ change }: Pick<FormProps, 'change'>): ReactNode {
  const { t, day } = useWords();
  const { client } = useHouse();
  const view = useView('home', {});
  const [chosen, setChosen] = useState('');
  const [taken, setTaken] = useState('');
  const former = (view?.ok === true ? view.value.cards : [])
    .filter(({ kind }) => kind === 'session')
    .sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1))
    .slice(0, 20);
  const source = former.find(({ book }) => book === chosen) ?? former[0];
  if (source === undefined) return null;
  const nameOf = (card: (typeof former)[number]): string =>
    t('new.former.of', { subject: card.subject, date: day(card.openedAt) });
  return (
    <div className="former">
      <div className="row bottom">
        {former.length === 1 ? (
          <p className="grow breaks">{nameOf(source)}</p>
        ) : (
          <div className="grow">
            <Choice
              label={t('new.former')}
              value={source.book}
              options={former.map((card) => ({ value: card.book, label: nameOf(card) }))}
              onChange={setChosen}
            />
          </div>
        )}
        <ActButton
          doing={t('new.former')}
          act={() => client.call('session.form', { book: source.book, as: 'council' })}
          onDone={(given) => {
            change((now) => withCouncil(now, given));
            setTaken(t('new.former.done', { count: given.form.members.length }));
          }}
        >
          {t('new.former.take')}
        </ActButton>
      </div>
      <p className="soft small" role="status">
        {taken === '' ? t('new.former.words') : taken}
      </p>
    </div>
  );
}
