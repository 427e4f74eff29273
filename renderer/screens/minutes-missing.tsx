// What stands in the way of the minutes, each with the way to where it is mended.
import type { ReactNode } from 'react';
import type { Refusal } from '../../shared/base/result.ts';
import type { Phase } from '../../shared/contract/phases.ts';
import { Notice } from '../parts/notice.tsx';
import { writeRoute } from '../state/route.ts';
import { useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

const PLACES: Readonly<Record<string, Phase>> = {
  'meeting-not-open': 'prepare',
  'platform-not-counted': 'reveal',
  'conclusion-missing': 'conclusion',
};

export function MinutesMissing({ missing }: { readonly missing: readonly Refusal[] }): ReactNode {
  const { book } = useSession();
  const { t, say } = useWords();
  if (missing.length === 0) return null;
  return (
    <Notice tone="warn">
      <p className="strong">{t('minutes.missing')}</p>
      <ul className="stack tight">
        {missing.map((each) => {
          const phase = PLACES[each.code];
          return (
            <li key={`${each.code} ${JSON.stringify(each.params)}`}>
              {say(each)}{' '}
              {phase === undefined ? null : (
                <a href={writeRoute({ at: 'session', book, phase })}>
                  {t('minutes.missing.go', { phase: t(`phase.${phase}`) })}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
