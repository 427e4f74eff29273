// A rehearsal at one press: a sample set and invented people; another set is tucked away.
import { type ReactNode, useState } from 'react';
import { ActButton, Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { useCriteriaSets } from '../state/criteria-sets.ts';
import { useHouse } from '../state/house.ts';
import { go } from '../state/route.ts';
import { useWords } from '../state/words.ts';

/** @param isFirst nobody has done anything here yet: the rehearsal is the first step */
export function Rehearsal({ isFirst }: { readonly isFirst: boolean }): ReactNode {
  const { t, of } = useWords();
  const { client, ownSeat } = useHouse();
  const sets = useCriteriaSets();
  const [chosen, setChosen] = useState('');
  const [isChoosing, setChoosing] = useState(false);
  const list = sets?.ok === true ? sets.value.sets : [];
  // The shortest one: a newcomer is through it soonest.
  const first = [...list].sort((a, b) => a.criteria - b.criteria)[0];
  const set = list.find(({ sha256 }) => sha256 === chosen) ?? first;
  return (
    <div className="rehearse stack tight">
      <h3>{t('home.rehearse')}</h3>
      <p className="soft small">{t('home.rehearse.words')}</p>
      {isChoosing ? (
        <Choice
          label={t('home.rehearse.set')}
          value={set?.sha256 ?? ''}
          options={list.map((each) => ({
            value: each.sha256,
            label: t('home.rehearse.option', { name: of(each.name), count: each.criteria }),
          }))}
          onChange={setChosen}
        />
      ) : null}
      <ActButton
        kind={isFirst ? 'main' : 'plain'}
        doing={t('new.creating')}
        isDisabled={set === undefined}
        act={() => client.call('rehearsal.create', { criteria: set?.sha256 as never, ownSeat })}
        onDone={({ book }) => go({ at: 'session', book })}
      >
        {t('home.rehearse.start')}
      </ActButton>
      {set === undefined || isChoosing ? null : (
        <p className="soft small">
          {t('home.rehearse.with', { name: of(set.name), count: set.criteria })}{' '}
          {list.length < 2 ? null : (
            <Button kind="quiet" small={true} onPress={() => setChoosing(true)}>
              {t('home.rehearse.other')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
