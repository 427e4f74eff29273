// Which criteria set, and what happens to the thresholds that it leaves open.
import type { ReactNode } from 'react';
import type { Result } from '../../shared/base/result.ts';
import type { LibrarySet, OutputOf } from '../../shared/contract/methods.ts';
import { comparatorOf } from '../../shared/lang/when.ts';
import { Choice, TextLine } from '../parts/field.tsx';
import { Notice, Refused } from '../parts/notice.tsx';
import { Section, Tag } from '../parts/page.tsx';
import { Pick } from '../parts/pick.tsx';
import { standingOf } from '../state/library.ts';
import type { FormProps, ThresholdForm } from '../state/session-form.ts';
import { useWords } from '../state/words.ts';
import { Place } from './form-place.tsx';

type Props = FormProps & {
  readonly sets: Result<OutputOf<'criteria.list'>> | undefined;
  readonly set: LibrarySet | undefined;
};

export function CriteriaFields(props: Props): ReactNode {
  const { t } = useWords();
  const { sets } = props;
  return (
    <Section title={t('new.step.criteria')}>
      {sets === undefined ? <p role="status">{t('state.waiting', { what: t('new.criteria') })}</p> : null}
      {sets?.ok === false ? <Refused refusal={sets.refusal} /> : null}
      {sets?.ok === true ? <Library {...props} library={sets.value} /> : null}
    </Section>
  );
}

function Library(props: Props & { readonly library: OutputOf<'criteria.list'> }): ReactNode {
  const { form, change, errorAt, set, library } = props;
  const { t, day } = useWords();
  const nameOf = useSetName(library.sets);
  const decision = set?.promulgation;
  return (
    <>
      {library.sets.length === 0 ? <p>{t('new.criteria.none')}</p> : null}
      <Place name="criteria">
        <Choice
          label={t('new.criteria.pick')}
          value={form.criteria}
          empty="—"
          error={errorAt('criteria')}
          options={library.sets.map((each) => ({
            value: each.sha256,
            label: nameOf(each),
          }))}
          onChange={(criteria) => change((now) => ({ ...now, criteria: criteria as never, thresholds: {} }))}
        />
      </Place>
      {set === undefined ? null : (
        <p className="soft small">
          {t('new.criteria.count', { groups: set.groups, criteria: set.criteria, version: set.version })}
        </p>
      )}
      {set?.sample === true ? (
        <Notice tone="warn">
          <p>
            <Tag tone="warn">{t('tag.sample')}</Tag> {t('tag.sample.words')}
          </p>
        </Notice>
      ) : null}
      {decision === undefined ? null : (
        <p className="soft small">{t('library.decision', { ...decision, date: day(decision.date) })}</p>
      )}
      {set?.state === 'draft' ? (
        <Notice tone="warn">
          <p>
            <Tag>{t('library.draft')}</Tag> {t('new.criteria.draft')}
          </p>
        </Notice>
      ) : null}
      {library.leftOut.map(({ file, why }) => (
        <Notice key={file} tone="warn">
          {file === '' ? null : <p>{t('new.criteria.left', { file })}</p>}
          <Refused refusal={why} />
        </Notice>
      ))}
      {set === undefined || set.open.length === 0 ? null : (
        <Thresholds form={form} change={change} errorAt={errorAt} set={set} />
      )}
    </>
  );
}

/** How it stands, its name, and its version where another one bears the same id. */
function useSetName(sets: readonly LibrarySet[]) {
  const { t, of } = useWords();
  const tagOf = (set: LibrarySet): string => {
    const standing = standingOf(set);
    if (standing === 'draft' || standing === 'promulgated') return `[${t(`library.${standing}`)}] `;
    return standing === 'sample' ? `[${t('tag.sample')}] ` : '';
  };
  return (set: LibrarySet): string => {
    const isOneOfMany = sets.some(({ id, sha256 }) => id === set.id && sha256 !== set.sha256);
    const version = isOneOfMany ? `, ${t('library.version', { version: set.version })}` : '';
    return `${tagOf(set)}${of(set.name)}${version}`;
  };
}

const EMPTY: ThresholdForm = { how: '', value: '', source: '' };

function Thresholds({ form, change, errorAt, set }: FormProps & { readonly set: LibrarySet }): ReactNode {
  const { t, of } = useWords();
  const put = (criterion: string, part: Partial<ThresholdForm>): void =>
    change((now) => ({
      ...now,
      thresholds: { ...now.thresholds, [criterion]: { ...(now.thresholds[criterion] ?? EMPTY), ...part } },
    }));
  return (
    <div className="stack">
      <div className="stack tight">
        <h3>{t('new.thresholds')}</h3>
        <p className="soft small">{t('new.thresholds.words')}</p>
      </div>
      {set.open.map(({ criterion, statement, unit, comparator }) => {
        const threshold = form.thresholds[criterion] ?? EMPTY;
        return (
          <div key={criterion} className="stack tight">
            <p>
              <span className="strong">{criterion}</span> {of(statement)}
            </p>
            <Place name={`threshold.${criterion}`}>
              <Pick
                label={t('new.threshold.how', { id: criterion })}
                hideLabel={true}
                value={threshold.how}
                error={errorAt(`threshold.${criterion}`)}
                options={[
                  { value: 'set', label: t('new.threshold.set') },
                  { value: 'hand', label: t('new.threshold.hand') },
                ]}
                onChange={(how) => put(criterion, { how })}
              />
            </Place>
            {threshold.how === 'set' ? (
              <div className="cols">
                <Place name={`threshold.${criterion}.value`}>
                  <TextLine
                    label={t('new.threshold.value', { id: criterion, comparator: comparatorOf(comparator), unit })}
                    value={threshold.value}
                    onChange={(value) => put(criterion, { value })}
                    error={errorAt(`threshold.${criterion}.value`)}
                    numeric={true}
                    maxLength={30}
                  />
                </Place>
                <Place name={`threshold.${criterion}.source`}>
                  <TextLine
                    label={t('new.threshold.source', { id: criterion })}
                    value={threshold.source}
                    onChange={(source) => put(criterion, { source })}
                    error={errorAt(`threshold.${criterion}.source`)}
                    maxLength={500}
                  />
                </Place>
              </div>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}
