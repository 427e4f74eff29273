// The platforms of the form: who owns each, its evidence and its measured values.
import type { ReactNode } from 'react';
import type { LibrarySet } from '../../shared/contract/methods.ts';
import { Button } from '../parts/button.tsx';
import { TextLine } from '../parts/field.tsx';
import { Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import {
  type EvidenceForm,
  emptyPlatform,
  type FormProps,
  type FormState,
  newEvidence,
  type PlatformForm,
} from '../state/session-form.ts';
import type { TakenIn } from '../state/uploads.ts';
import { useWords } from '../state/words.ts';
import { EvidenceRows } from './evidence-fields.tsx';
import { EvidenceIntake } from './evidence-intake.tsx';
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

/** The file's own platform and number, where it is there already: the hash knows it under any name. */
function sameIn(form: FormState, platform: number, sha256: string) {
  const at = form.platforms.findIndex(({ key }) => key === platform);
  const number = form.platforms[at]?.evidence.findIndex((item) => item.sha256 === sha256) ?? -1;
  return number < 0 ? undefined : { number: number + 1, title: form.platforms[at]?.evidence[number]?.title ?? '' };
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
    maxLength: name === 'address' ? 500 : 300,
  });
  const taken = (file: TakenIn): string | undefined => {
    let same: ReturnType<typeof sameIn>;
    change((now) => {
      same = sameIn(now, platform.key, file.sha256);
      if (same !== undefined) return now;
      return {
        ...now,
        nextKey: now.nextKey + 1,
        platforms: now.platforms.map((each) =>
          each.key === platform.key
            ? {
                ...each,
                evidence: [
                  ...each.evidence,
                  newEvidence(now.nextKey, file, file.sha256, today(), each.evidence.at(-1)),
                ],
              }
            : each,
        ),
      };
    });
    return same === undefined ? undefined : t('evidence.same', same);
  };
  const putEvidence = (key: number, part: Partial<EvidenceForm>): void =>
    put((one) => ({ ...one, evidence: one.evidence.map((each) => (each.key === key ? { ...each, ...part } : each)) }));
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
        <EvidenceRows
          items={platform.evidence}
          known={set?.codes}
          onChange={putEvidence}
          onRemove={(key) => put((one) => ({ ...one, evidence: one.evidence.filter((each) => each.key !== key) }))}
          errorAt={(key, place) => errorAt(`${at}.evidence.${key}.${place}`)}
          placeOf={(key, place) => `${at}.evidence.${key}.${place}`}
        />
        <EvidenceIntake onTaken={taken} />
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
