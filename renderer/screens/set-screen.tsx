// One criteria set of the library: a draft to be written, or a frozen version to be read, signed and copied.
import { type ReactNode, useState } from 'react';
import type { LibraryRecord } from '../../shared/contract/criteria-library.ts';
import { draftOfSet, type SetDraft } from '../../shared/criteria/set-draft.ts';
import { ActButton } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Facts, Page, Shown } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { go } from '../state/route.ts';
import { type At, criterionAt } from '../state/set-edits.ts';
import { startForm } from '../state/set-form.ts';
import type { SetTab } from '../state/set-places.ts';
import { useRecord } from '../state/set-record.ts';
import { useWords } from '../state/words.ts';
import { ConsultPart } from './set-consult.tsx';
import { DraftPart } from './set-draft-part.tsx';
import { SetHead } from './set-head.tsx';
import { CriterionLook } from './set-look.tsx';
import { OutcomesRead } from './set-outcomes.tsx';
import { DecisionRead } from './set-promulgate.tsx';
import { PackPart } from './set-sign.tsx';
import { SetTree } from './set-tree.tsx';

/** @param keyOf the key of a set in the library */
export function SetScreen({ keyOf }: { readonly keyOf: string }): ReactNode {
  const { t } = useWords();
  const { record, again } = useRecord(keyOf);
  if (record?.ok !== true)
    return (
      <Page title={t('set.back')}>
        <Shown of={record} what={t('set.what')}>
          {() => null}
        </Shown>
      </Page>
    );
  const { draft } = record.value;
  return draft === undefined ? (
    <FrozenPart record={record.value} onChanged={() => void again()} />
  ) : (
    <DraftPart key={record.value.row.key} record={record.value} draft={draft} onFrozen={() => void again()} />
  );
}

const NO_ERRORS: ReadonlyMap<number, number> = new Map();

function FrozenPart({
  record,
  onChanged,
}: {
  readonly record: LibraryRecord;
  readonly onChanged: () => void;
}): ReactNode {
  const { row, set, consultations } = record;
  const { client } = useHouse();
  const { t } = useWords();
  const [draft] = useState(() => (set === undefined ? undefined : draftOfSet(set)));
  const [at, setAt] = useState<At>(() =>
    draft === undefined ? { is: 'set' } : startForm({ draft, consultations: [] }).at,
  );
  // Whoever comes from promulgating sees what came of it.
  const [tab, setTab] = useState<SetTab>(row.state === 'promulgated' ? 'promulgate' : 'content');
  if (draft === undefined) return null;
  const isShipped = row.state === 'shipped';
  return (
    <div className="set">
      <SetHead row={row} draft={draft} tab={tab} onTab={setTab}>
        <span className="grow" />
        <ActButton
          small={true}
          doing={t('set.copying')}
          act={() => client.call('library.copy', { key: row.key })}
          onDone={({ key }) => go({ at: 'page', page: 'library', item: key })}
        >
          {t(isShipped ? 'set.copy.shipped' : 'set.copy')}
        </ActButton>
      </SetHead>
      <div className="set-said">
        <Notice tone="note">
          <p>{t(isShipped ? 'set.frozen.shipped' : 'set.frozen')}</p>
        </Notice>
      </div>
      {tab === 'content' ? (
        <div className="set-body">
          <SetTree groups={draft.groups} at={at} errors={NO_ERRORS} onAct={undefined} onGo={setAt} onEnter={() => {}} />
          <div className="set-fields">
            <Read draft={draft} at={at} />
          </div>
        </div>
      ) : (
        <div className="set-rest">
          {tab === 'outcomes' ? <OutcomesRead outcomes={draft.outcomes} /> : null}
          {tab === 'consult' ? <ConsultPart consultations={consultations} onChange={undefined} /> : null}
          {tab === 'promulgate' ? (
            <>
              <DecisionRead record={record} />
              {isShipped ? null : <PackPart keyOf={row.key} signature={row.signature} onSigned={onChanged} />}
            </>
          ) : null}
        </div>
      )}
    </div>
  );
}

function Read({ draft, at }: { readonly draft: SetDraft; readonly at: At }): ReactNode {
  const { t, of } = useWords();
  const criterion = at.is === 'criterion' ? criterionAt(draft, at.key) : undefined;
  if (criterion !== undefined) return <CriterionLook criterion={criterion} />;
  const group = at.is === 'group' ? draft.groups.find(({ key }) => key === at.key) : undefined;
  if (group !== undefined)
    return (
      <>
        <h2>{t('set.group', { id: group.id })}</h2>
        <p className="statement">{of(group.name)}</p>
      </>
    );
  return (
    <>
      <h2>{t('set.tree.whole')}</h2>
      <Facts
        rows={[
          [t('set.field.set.id'), draft.id],
          [t('set.field.set.version'), draft.version],
          [t('set.field.set.vi'), draft.name.vi],
          [t('set.field.set.en'), draft.name.en],
          [
            t('set.field.set.legal'),
            <ul key="legal">
              {draft.legalBasis.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>,
          ],
          ...(draft.attribution === '' ? [] : [[t('set.field.set.attribution'), draft.attribution] as const]),
        ]}
      />
    </>
  );
}
