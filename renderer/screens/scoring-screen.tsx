// Scoring: my own sheet at the desk, and how far the others are; who holds no sheet reads criteria and evidence.
import { type ReactNode, useState } from 'react';
import { Shown } from '../parts/page.tsx';
import { Pick } from '../parts/pick.tsx';
import { PlatformPick } from '../parts/platform-pick.tsx';
import { isClosedToMe } from '../state/recusal.ts';
import { platformAtHand, roundOf, useSession } from '../state/session.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';
import { FIRST_WIDTHS, type PaneWidths } from './desk-panes.tsx';
import { ProgressPart } from './progress-part.tsx';
import { ClosedPlatform } from './recusal-part.tsx';
import { RoundNotice } from './round-notice.tsx';
import { ScoringDesk } from './scoring-desk.tsx';

export function ScoringScreen(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const criteria = useView('criteria', { book: session.book });
  const [chosen, setChosen] = useState('');
  const [pane, setPane] = useState<'mine' | 'progress'>('mine');
  const [widths, setWidths] = useState<PaneWidths>(FIRST_WIDTHS);
  const platform = session.platforms.find((each) => each.platform === chosen) ?? platformAtHand(session);
  if (platform === undefined) return null;
  const poll = roundOf(session, platform.platform);
  const isClosed = isClosedToMe(session, platform);
  return (
    <div className="scoring">
      <h1 className="unseen">{t('scoring.title')}</h1>
      <div className="scoring-head">
        <PlatformPick value={platform.platform} onChange={setChosen} />
        <p className="strong scoring-name" title={platform.name}>
          {platform.name}{' '}
          {poll === undefined ? null : (
            <span className="soft">
              · {t('scoring.round', { round: poll.round })} · {t(`step.${poll.step}`)}
            </span>
          )}
        </p>
        {poll === undefined ? null : (
          <Pick
            hideLabel={true}
            label={t('scoring.title')}
            value={pane}
            options={[
              { value: 'mine', label: t('scoring.mine') },
              { value: 'progress', label: t('scoring.progress') },
            ]}
            onChange={setPane}
          />
        )}
      </div>
      {isClosed ? null : <RoundNotice platform={platform} poll={poll} />}
      {isClosed && pane !== 'progress' ? (
        <ClosedPlatform platform={platform} />
      ) : pane === 'progress' && poll !== undefined ? (
        <div className="scoring-rest">
          <ProgressPart poll={poll} />
        </div>
      ) : (
        <Shown of={criteria} what={t('scoring.tree')}>
          {(view) => (
            <ScoringDesk
              key={`${platform.platform}${poll?.poll ?? ''}`}
              platform={platform}
              poll={poll}
              criteria={view}
              widths={widths}
              onWidths={setWidths}
            />
          )}
        </Shown>
      )}
    </div>
  );
}
