// The platforms of the new session: who owns them, their evidence and their measured values.
import type { ReactNode } from 'react';
import type { LibrarySet } from '../../shared/contract/methods.ts';
import { Button } from '../parts/button.tsx';
import { TextLine } from '../parts/field.tsx';
import { Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import type { FormProps } from '../state/session-form.ts';
import { type EvidenceForm, emptyPlatform, newEvidence, type PlatformForm } from '../state/session-form.ts';
import { useWords } from '../state/words.ts';
import { EvidenceFields, EvidenceIntake, type TakenIn } from './evidence-fields.tsx';

type Props = FormProps & { readonly set: LibrarySet | undefined };

export function PlatformsFields(props: Props): ReactNode {
  const { form, change } = props;
  const { t } = useWords();
  return (
    <Section title={t('new.platforms')}>
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
  const { now: today } = useHouse();
  const at = `platform.${platform.key}`;
  const put = (next: (platform: PlatformForm) => PlatformForm): void =>
    change((now) => ({
      ...now,
      platforms: now.platforms.map((each) => (each.key === platform.key ? next(each) : each)),
    }));
  const line = (name: 'name' | 'owner' | 'enterprise' | 'address') => ({
    value: platform[name],
    onChange: (text: string) => put((one) => ({ ...one, [name]: text })),
    error: errorAt(`${at}.${name}`),
    maxLength: name === 'address' ? 500 : 300,
  });
  const taken = (file: TakenIn): void =>
    change((now) => ({
      ...now,
      nextKey: now.nextKey + 1,
      platforms: now.platforms.map((each) =>
        each.key === platform.key
          ? { ...each, evidence: [...each.evidence, newEvidence(now.nextKey, file, file.sha256, today())] }
          : each,
      ),
    }));
  const putEvidence = (key: number, part: Partial<EvidenceForm>): void =>
    put((one) => ({
      ...one,
      evidence: one.evidence.map((each) => (each.key === key ? { ...each, ...part } : each)),
    }));
  return (
    <fieldset className="platform-form">
      <legend className="strong">{t('new.platform', { number })}</legend>
      <div className="cols">
        <TextLine label={t('new.platform.name')} {...line('name')} />
        <TextLine label={t('new.platform.owner')} {...line('owner')} />
        <TextLine label={t('new.platform.enterprise')} {...line('enterprise')} />
        <TextLine label={t('new.platform.address')} {...line('address')} />
      </div>
      {set === undefined || set.measured.length === 0 ? null : (
        <div className="stack tight">
          <h3>{t('new.measured')}</h3>
          <div className="cols">
            {set.measured.map(({ criterion, unit, statement }) => (
              <Measured
                key={criterion}
                label={t('new.measured.value', { id: criterion, unit })}
                statement={statement}
                value={platform.measured[criterion] ?? ''}
                error={errorAt(`${at}.measured.${criterion}`)}
                onChange={(value) => put((one) => ({ ...one, measured: { ...one.measured, [criterion]: value } }))}
              />
            ))}
          </div>
        </div>
      )}
      <h3>{t('evidence.title')}</h3>
      {platform.evidence.map((item, index) => (
        <EvidenceFields
          key={item.key}
          item={item}
          number={index + 1}
          onChange={(part) => putEvidence(item.key, part)}
          onRemove={() => put((one) => ({ ...one, evidence: one.evidence.filter((each) => each.key !== item.key) }))}
          errorAt={(place) => errorAt(`${at}.evidence.${item.key}.${place}`)}
        />
      ))}
      <EvidenceIntake onTaken={taken} />
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
