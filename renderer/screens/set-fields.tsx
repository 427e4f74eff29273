// The fields of what is open in the tree: the set as a whole, a group, or one criterion.
import type { ReactNode } from 'react';
import { Tick } from '../parts/pick.tsx';
import { type At, criterionAt, MOST, putGroup } from '../state/set-edits.ts';
import { groupPlace, setPlace } from '../state/set-places.ts';
import { useSetWork } from '../state/set-work.ts';
import { useWords } from '../state/words.ts';
import { CriterionFields } from './set-criterion.tsx';
import { BothLines, Line, ListLine } from './set-lines.tsx';

export function SetFields({ at }: { readonly at: At }): ReactNode {
  const { draft } = useSetWork();
  if (at.is === 'set') return <WholeFields />;
  if (at.is === 'group') return <GroupFields key={at.key} at={at.key} />;
  const criterion = criterionAt(draft, at.key);
  return criterion === undefined ? null : <CriterionFields key={at.key} criterion={criterion} />;
}

const linesOf = (typed: string): readonly string[] =>
  typed === ''
    ? []
    : typed
        .split('\n')
        .slice(0, MOST.legal)
        .map((line) => line.slice(0, 600));

function WholeFields(): ReactNode {
  const { draft, edit } = useSetWork();
  const { t } = useWords();
  const at = { is: 'set' } as const;
  return (
    <>
      <h2>{t('set.tree.whole')}</h2>
      <div className="cols">
        <Line
          place={setPlace('id')}
          label={t('set.field.set.id')}
          hint={t('set.field.set.id.hint')}
          value={draft.id}
          most={60}
          onChange={(id) => edit((now) => ({ ...now, id }), { mark: 'set.id', at })}
        />
        <Line
          place={setPlace('version')}
          label={t('set.field.set.version')}
          value={draft.version}
          most={40}
          onChange={(version) => edit((now) => ({ ...now, version }), { mark: 'set.version', at })}
        />
      </div>
      <BothLines
        vi={{ place: setPlace('vi'), label: t('set.field.set.vi') }}
        en={{ place: setPlace('en'), label: t('set.field.set.en') }}
        value={draft.name}
        onChange={(name, mark) => edit((now) => ({ ...now, name }), { mark, at })}
      />
      <ListLine
        place={setPlace('legal')}
        label={t('set.field.set.legal')}
        hint={t('set.field.set.legal.hint')}
        values={draft.legalBasis}
        read={linesOf}
        between={'\n'}
        rows={4}
        most={30_000}
        onChange={(legalBasis) => edit((now) => ({ ...now, legalBasis }), { mark: 'set.legal', at })}
      />
      <Line
        place={setPlace('attribution')}
        label={t('set.field.set.attribution')}
        hint={t('set.field.set.attribution.hint')}
        value={draft.attribution}
        most={1_200}
        rows={2}
        onChange={(attribution) => edit((now) => ({ ...now, attribution }), { mark: 'set.attribution', at })}
      />
      <Tick
        label={t('set.field.set.sample')}
        hint={t('set.field.set.sample.hint')}
        isOn={draft.sample}
        onChange={(sample) => edit((now) => ({ ...now, sample }), { at })}
      />
    </>
  );
}

function GroupFields({ at }: { readonly at: number }): ReactNode {
  const { draft, edit, said } = useSetWork();
  const { t } = useWords();
  const group = draft.groups.find(({ key }) => key === at);
  if (group === undefined) return null;
  const put = (part: Parameters<typeof putGroup>[2], mark: string): void =>
    edit((now) => putGroup(now, at, part), { mark, at: { is: 'group', key: at } });
  const empty = said(groupPlace(at, 'criteria')).error;
  return (
    <>
      <h2>{t('set.group', { id: group.id })}</h2>
      <Line
        place={groupPlace(at, 'id')}
        label={t('set.field.group.id')}
        value={group.id}
        most={60}
        onChange={(id) => put({ id }, groupPlace(at, 'id'))}
      />
      <BothLines
        vi={{ place: groupPlace(at, 'vi'), label: t('set.field.group.vi') }}
        en={{ place: groupPlace(at, 'en'), label: t('set.field.group.en') }}
        value={group.name}
        rows={2}
        onChange={(name, mark) => put({ name }, mark)}
      />
      {empty === undefined ? null : <p className="error">{`${t('set.field.group.criteria')}: ${empty}`}</p>}
    </>
  );
}
