// The platforms of the form: who owns each, its evidence and its measured values.
import type { ReactNode } from 'react';
import type { LibrarySet } from '../../shared/contract/methods.ts';
import { Button } from '../parts/button.tsx';
import { TextLine } from '../parts/field.tsx';
import { Section } from '../parts/page.tsx';
import { type Intake, standingInForm } from '../state/intake.ts';
import { emptyPlatform, type FormProps, type PlatformForm } from '../state/session-form.ts';
import { useWords } from '../state/words.ts';
import { EvidenceDesk } from './evidence-desk.tsx';
import { Place } from './form-place.tsx';

type Props = FormProps & { readonly set: LibrarySet | undefined };

export function PlatformsFields(props: Props): ReactNode {
  const { form, change } = props;
  const { t } = useWords();
  return (
    <Section title={t('new.step.platforms')}>
      {form.platforms.map((platform, at) => (
        <PlatformFields key={platform.key} {...props} platform={platform} number={at + 1} />
      ))}
      <div className="row">
        <Button
          isDisabled={form.platforms.length >= 60}
          onPress={() =>
            change((now) => ({
              ...now,
              nextKey: now.nextKey + 1,
              platforms: [...now.platforms, emptyPlatform(now.nextKey)],
            }))
          }
        >
          {t('new.platform.add')}
        </Button>
      </div>
    </Section>
  );
}

function PlatformFields(props: Props & { readonly platform: PlatformForm; readonly number: number }): ReactNode {
  const { form, change, errorAt, set, platform, number } = props;
  const { t } = useWords();
  const at = `platform.${platform.key}`;
  const put = (next: (platform: PlatformForm) => PlatformForm): void =>
    change((now) => ({
      ...now,
      platforms: now.platforms.map((each) => (each.key === platform.key ? next(each) : each)),
    }));
  const line = (name: 'name' | 'owner' | 'enterprise' | 'address') => ({
    value: platform[name],
    onChange: (text: string) => put((one) => ({ ...one, [name]: text })),
    maxLength: name === 'address' ? 500 : 300,
  });
  const intake = { rows: platform.evidence, nextKey: form.nextKey };
  const changeIntake = (next: (now: Intake) => Intake): void =>
    change((now) => {
      const own = now.platforms.find(({ key }) => key === platform.key);
      if (own === undefined) return now;
      // A newer file takes the place of the other here, so no row is a revision; rows that stay are the same objects.
      const { rows: evidence, nextKey } = next({ rows: own.evidence, nextKey: now.nextKey });
      const platforms = now.platforms.map((each) => (each.key === own.key ? { ...each, evidence } : each));
      return { ...now, nextKey, platforms };
    });
  return (
    <fieldset className="platform-form">
      <legend className="strong">{t('new.platform', { number })}</legend>
      <Place name={`${at}.name`}>
        <TextLine label={t('new.platform.name')} error={errorAt(`${at}.name`)} {...line('name')} />
      </Place>
      <div className="cols three">
        <TextLine label={t('new.platform.owner')} {...line('owner')} />
        <TextLine label={t('new.platform.enterprise')} {...line('enterprise')} />
        <TextLine label={t('new.platform.address')} {...line('address')} />
      </div>
      {set === undefined || set.measured.length === 0 ? null : (
        <div className="stack tight">
          <h3>{t('new.measured')}</h3>
          <p className="soft small">{t('new.measured.words')}</p>
          <div className="cols">
            {set.measured.map(({ criterion, unit, statement }) => (
              <Place key={criterion} name={`${at}.measured.${criterion}`}>
                <Measured
                  label={t('new.measured.value', { id: criterion, unit })}
                  statement={statement}
                  value={platform.measured[criterion] ?? ''}
                  error={errorAt(`${at}.measured.${criterion}`)}
                  onChange={(value) => put((one) => ({ ...one, measured: { ...one.measured, [criterion]: value } }))}
                />
              </Place>
            ))}
          </div>
        </div>
      )}
      <div className="stack tight">
        <h3>{t('evidence.title')}</h3>
        <EvidenceDesk
          intake={intake}
          change={changeIntake}
          standing={standingInForm(form.platforms, platform.key)}
          held={[]}
          known={set?.codes}
          errorAt={(key, place) => errorAt(`${at}.evidence.${key}.${place}`)}
          placeOf={(key, place) => `${at}.evidence.${key}.${place}`}
        />
      </div>
      {form.platforms.length > 1 ? (
        <div className="row">
          <Button
            kind="quiet"
            onPress={() =>
              change((now) => ({ ...now, platforms: now.platforms.filter((each) => each.key !== platform.key) }))
            }
          >
            {t('new.platform.remove', { number })}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

function Measured(props: {
  readonly label: string;
  readonly statement: { readonly vi: string; readonly en: string };
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { of } = useWords();
  return (
    <TextLine
      label={props.label}
      hint={of(props.statement)}
      value={props.value}
      onChange={props.onChange}
      error={props.error}
      numeric={true}
      maxLength={30}
    />
  );
}
