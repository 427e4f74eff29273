// Whom the draft was sent to, what came back, and what was done about it: a table, and one row of it as a form.
import { type ReactNode, useState } from 'react';
import type { Consultation } from '../../shared/contract/criteria-library.ts';
import { Button } from '../parts/button.tsx';
import { TextBlock, TextLine } from '../parts/field.tsx';
import { Section } from '../parts/page.tsx';
import { addConsultation, hasAnswered, MOST_CONSULTED, type SetDoc } from '../state/set-form.ts';
import { useWords } from '../state/words.ts';
import { DayLine } from './set-lines.tsx';

type Change = (next: (doc: SetDoc) => SetDoc, mark?: string) => void;

export function ConsultPart(props: {
  readonly consultations: readonly Consultation[];
  /** Undefined: for reading only. */
  readonly onChange: Change | undefined;
}): ReactNode {
  const { consultations, onChange } = props;
  const { t } = useWords();
  const [open, setOpen] = useState<number | undefined>(undefined);
  const count = {
    sent: consultations.length,
    answered: consultations.filter(hasAnswered).length,
    handled: consultations.filter(({ handled }) => handled.trim() !== '').length,
  };
  const add = (): void => {
    onChange?.((doc) => {
      const next = addConsultation(doc);
      setOpen(next.consultations.at(-1)?.key);
      return next;
    });
  };
  return (
    <Section title={t('set.consult')} words={t('set.consult.words')}>
      <p className={consultations.length === 0 ? 'soft' : 'strong'} role="status">
        {consultations.length === 0 ? t('set.consult.none') : t('set.consult.count', count)}
      </p>
      {consultations.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className="wide set-consult" aria-label={t('set.consult')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('set.consult.body')}</th>
                <th scope="col">{t('set.consult.letter')}</th>
                <th scope="col">{t('set.consult.sentOn')}</th>
                <th scope="col">{t('set.consult.answeredOn')}</th>
                <th scope="col">{t('set.consult.answer')}</th>
                <th scope="col">{t('set.consult.handled')}</th>
                {onChange === undefined ? null : <th scope="col">{t('set.consult.acts')}</th>}
              </tr>
            </thead>
            <tbody>
              {consultations.map((each, at) => (
                <Sent
                  key={each.key}
                  one={each}
                  number={at + 1}
                  isOpen={each.key === open}
                  onOpen={() => setOpen(each.key === open ? undefined : each.key)}
                  onChange={onChange}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {onChange === undefined ? null : (
        <>
          {consultations.map((each, at) =>
            each.key === open ? (
              <SentFields
                key={each.key}
                one={each}
                number={at + 1}
                onChange={onChange}
                onClose={() => setOpen(undefined)}
              />
            ) : null,
          )}
          <div>
            <Button isDisabled={consultations.length >= MOST_CONSULTED} onPress={add}>
              {t('set.consult.add')}
            </Button>
          </div>
        </>
      )}
    </Section>
  );
}

function Sent(props: {
  readonly one: Consultation;
  readonly number: number;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onChange: Change | undefined;
}): ReactNode {
  const { one, number, isOpen, onOpen, onChange } = props;
  const { t, day } = useWords();
  return (
    <tr>
      <th scope="row">{one.body === '' ? <span className="wrong">{t('set.consult.nobody')}</span> : one.body}</th>
      <td>{one.letter}</td>
      <td>{day(one.sentOn)}</td>
      <td>{one.answeredOn === '' ? null : day(one.answeredOn)}</td>
      <td className="prose">
        {one.answer === '' ? (
          <span className="soft">{hasAnswered(one) ? '' : t('set.consult.waiting')}</span>
        ) : (
          one.answer
        )}
      </td>
      <td className="prose">
        {one.handled === '' && hasAnswered(one) ? (
          <span className="waiting">{t('set.consult.unhandled')}</span>
        ) : (
          one.handled
        )}
      </td>
      {onChange === undefined ? null : (
        <td>
          <div className="row">
            <Button small={true} label={t('set.consult.edit', { number })} expanded={isOpen} onPress={onOpen}>
              {t('set.consult.edit.short')}
            </Button>
            <Button
              kind="quiet"
              small={true}
              label={t('set.consult.remove', { number })}
              onPress={() =>
                onChange((doc) => ({
                  ...doc,
                  consultations: doc.consultations.filter(({ key }) => key !== one.key),
                }))
              }
            >
              {t('set.remove')}
            </Button>
          </div>
        </td>
      )}
    </tr>
  );
}

function SentFields(props: {
  readonly one: Consultation;
  readonly number: number;
  readonly onChange: Change;
  readonly onClose: () => void;
}): ReactNode {
  const { one, number, onChange, onClose } = props;
  const { t } = useWords();
  const line = (name: Exclude<keyof Consultation, 'key'>) => ({
    label: t(`set.consult.${name}`),
    value: one[name],
    onChange: (text: string) =>
      onChange(
        (doc) => ({
          ...doc,
          consultations: doc.consultations.map((each) => (each.key === one.key ? { ...each, [name]: text } : each)),
        }),
        `consult.${one.key}.${name}`,
      ),
  });
  return (
    <fieldset className="sunken set-sent">
      <legend className="strong">{t('set.consult.number', { number })}</legend>
      <TextLine
        {...line('body')}
        maxLength={300}
        autoFocus={true}
        {...(one.body.trim() === '' ? { hint: t('set.consult.body.hint') } : {})}
      />
      <div className="cols three">
        <TextLine {...line('letter')} maxLength={200} />
        <DayLine {...line('sentOn')} />
        <DayLine {...line('answeredOn')} />
      </div>
      <TextBlock {...line('answer')} maxLength={20_000} rows={3} />
      <TextBlock {...line('handled')} hint={t('set.consult.handled.hint')} maxLength={20_000} rows={3} />
      <div>
        <Button onPress={onClose}>{t('set.consult.close')}</Button>
      </div>
    </fieldset>
  );
}
