// The work of one member of the counting committee: sheets without names on one side, what is counted on the other.
import type { ReactNode } from 'react';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { Shown } from '../parts/page.tsx';
import { useSession } from '../state/session.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';
import { CountDifferences } from './count-differences.tsx';
import { CountForm } from './count-form.tsx';
import { CountSheets } from './count-sheets.tsx';

export function CountWork({ poll }: { readonly poll: string }): ReactNode {
  const { book, rules } = useSession();
  const { t } = useWords();
  const count = useView('count', { book });
  const criteria = useView('criteria', { book });
  return (
    <Shown of={count} what={t('count.title')}>
      {(view) => (
        <Shown of={criteria} what={t('scoring.tree')}>
          {({ set }) => {
            const work = view.polls.find((each) => each.poll === poll);
            if (work === undefined) return <p className="soft">{t('state.waiting', { what: t('count.sheets') })}</p>;
            const isPoints = rules.scale.of === 'points';
            return (
              <>
                <CountDifferences work={work} />
                <div className="count-work">
                  <CountSheets set={set} work={work} />
                  <CountForm key={poll} criteria={criteriaOf(set)} work={work} isPoints={isPoints} />
                </div>
              </>
            );
          }}
        </Shown>
      )}
    </Shown>
  );
}
