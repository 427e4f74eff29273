// Adds evidence to a platform of a session that stands: files go in, each is described, then all enter the book at once.
import { type ReactNode, useRef, useState } from 'react';
import type { PlatformView } from '../../shared/contract/views.ts';
import { ActButton } from '../parts/button.tsx';
import { evidenceErrors } from '../state/form-errors.ts';
import { useHouse } from '../state/house.ts';
import { type Intake, standingIn } from '../state/intake.ts';
import { useSession } from '../state/session.ts';
import { contractEvidence } from '../state/session-form.ts';
import { useWords } from '../state/words.ts';
import { EvidenceDesk } from './evidence-desk.tsx';

export function AddEvidence(props: { readonly platform: PlatformView; readonly known: readonly string[] }): ReactNode {
  const { platform, known } = props;
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const [intake, setIntake] = useState<Intake>({ rows: [], nextKey: 1 });
  /** What stands now, for files that come in one after the other. */
  const latest = useRef(intake);
  const change = (next: (now: Intake) => Intake): void => {
    latest.current = next(latest.current);
    setIntake(latest.current);
  };
  const codes = known.length === 0 ? undefined : known;
  const errors = new Map(intake.rows.map((row) => [row.key, evidenceErrors(row, codes)]));
  const wrong = [...errors.values()].filter(({ size }) => size > 0).length;
  const errorAt = (key: number, place: string): string | undefined => {
    const error = errors.get(key)?.get(place);
    return error === undefined ? undefined : t(`error.${error}`);
  };
  const addAll = async () => {
    const { rows } = latest.current;
    const items = rows.map((row) => {
      const { evidence: _, ...form } = contractEvidence(row);
      return row.revises === undefined ? form : { ...form, revises: row.revises };
    });
    const added = await client.call('evidence.add-many', { book: session.book, platform: platform.platform, items });
    const gone = new Set(rows.map(({ key }) => key));
    if (added.ok) change((now) => ({ ...now, rows: now.rows.filter(({ key }) => !gone.has(key)) }));
    return added;
  };
  return (
    <div className="stack tight">
      <EvidenceDesk
        intake={intake}
        change={change}
        standing={standingIn(session.platforms, platform.platform)}
        held={platform.evidence}
        known={codes}
        errorAt={errorAt}
        placeOf={(key, place) => `add.${platform.platform}.${key}.${place}`}
      />
      {intake.rows.length === 0 ? null : (
        <>
          {wrong === 0 ? null : <p className="small refused-word">{t('intake.wrong', { count: wrong })}</p>}
          <ActButton kind="main" doing={t('evidence.adding')} isDisabled={wrong > 0} act={addAll}>
            {t('evidence.add', { count: intake.rows.length })}
          </ActButton>
        </>
      )}
    </div>
  );
}
