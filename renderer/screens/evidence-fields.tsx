// Taking evidence in: files go to the store at once and get a hash; then each is described.
import { type ReactNode, useState } from 'react';
import { type Refusal, refusal } from '../../shared/base/result.ts';
import { EVIDENCE_KINDS, LABELS } from '../../shared/book/rulings.ts';
import { Button } from '../parts/button.tsx';
import { Choice, TextLine } from '../parts/field.tsx';
import { FilePick } from '../parts/file-pick.tsx';
import { Refused } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import type { EvidenceForm } from '../state/session-form.ts';
import { useWords } from '../state/words.ts';

export type TakenIn = { readonly name: string; readonly size: number; readonly sha256: string };

/** Files one after the other, each with its words while it goes in. */
export function EvidenceIntake(props: { readonly onTaken: (file: TakenIn) => void }): ReactNode {
  const { t } = useWords();
  const { upload } = useHouse();
  const [current, setCurrent] = useState<string | undefined>(undefined);
  const [refused, setRefused] = useState<Refusal | undefined>(undefined);
  const take = async (files: readonly File[]): Promise<void> => {
    setRefused(undefined);
    for (const file of files) {
      setCurrent(file.name);
      const taken = await upload(file, file.name).catch(() => undefined);
      if (taken === undefined || !taken.ok) {
        setRefused(taken === undefined ? refusal('upload-failed', { name: file.name }) : taken.refusal);
        break;
      }
      props.onTaken({ name: file.name, size: taken.value.size, sha256: taken.value.sha256 });
    }
    setCurrent(undefined);
  };
  return (
    <>
      <FilePick
        label={t('evidence.drop')}
        button={t('evidence.pick')}
        hint={t('evidence.drop.words')}
        many={true}
        isDisabled={current !== undefined}
        onFiles={(files) => void take(files)}
      />
      {current === undefined ? null : <p role="status">{t('state.uploading', { name: current })}</p>}
      {refused === undefined ? null : <Refused refusal={refused} />}
    </>
  );
}

export function EvidenceFields(props: {
  readonly item: EvidenceForm;
  readonly number: number;
  readonly onChange: (part: Partial<EvidenceForm>) => void;
  readonly onRemove: () => void;
  readonly errorAt: (place: string) => string | undefined;
}): ReactNode {
  const { item, number, onChange, onRemove, errorAt } = props;
  const { t, size } = useWords();
  return (
    <fieldset className="evidence-form">
      <legend className="small strong">
        {t('evidence.item', { number })}: {item.fileName} <span className="soft">({size(item.size)})</span>
      </legend>
      <div className="cols">
        <TextLine
          label={t('evidence.name')}
          value={item.title}
          onChange={(title) => onChange({ title })}
          error={errorAt('title')}
          maxLength={300}
        />
        <Choice
          label={t('evidence.kind')}
          value={item.kind}
          options={EVIDENCE_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          onChange={(kind) => onChange({ kind })}
        />
        <TextLine
          label={t('evidence.supplier')}
          value={item.supplier}
          onChange={(supplier) => onChange({ supplier })}
          maxLength={300}
        />
        <TextLine
          label={t('evidence.date')}
          value={item.date}
          onChange={(date) => onChange({ date })}
          error={errorAt('date')}
          maxLength={10}
        />
        <Choice
          label={t('evidence.label')}
          value={item.label}
          options={LABELS.map((label) => ({ value: label, label: t(`label.${label}`) }))}
          onChange={(label) => onChange({ label })}
        />
        <TextLine
          label={t('evidence.criteria')}
          hint={t('evidence.criteria.hint')}
          value={item.criteria}
          onChange={(criteria) => onChange({ criteria })}
          error={errorAt('criteria')}
        />
      </div>
      <div className="row">
        <span className="hash soft small">{t('evidence.sha', { hash: item.sha256 })}</span>
        <Button kind="quiet" small={true} label={t('evidence.remove', { number })} onPress={onRemove}>
          {t('app.remove')}
        </Button>
      </div>
    </fieldset>
  );
}
