// Scoring: my own sheet at the desk, and how far the others are; who holds no sheet reads criteria and evidence.
import { type ReactNode, useState } from 'react';
import { entitledIn } from '../../shared/contract/poll-sheets.ts';
import { Shown } from '../parts/page.tsx';
import { Pick } from '../parts/pick.tsx';
import { PlatformPick } from '../parts/platform-pick.tsx';
import { type Goal, useGoal, useGoals } from '../state/goal.ts';
import { isRecused } from '../state/recusal.ts';
import { isDesk, platformAtHand, roundOf, seatOf, useSession } from '../state/session.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';
import { FIRST_WIDTHS, type PaneWidths } from './desk-panes.tsx';
import { PaperConfirm } from './paper-confirm.tsx';
import { PaperPart } from './paper-part.tsx';
import { ProgressPart } from './progress-part.tsx';
import { ClosedPlatform } from './recusal-part.tsx';
import { RoundNotice } from './round-notice.tsx';
import { ScoringDesk } from './scoring-desk.tsx';

export function ScoringScreen(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const criteria = useView('criteria', { book: session.book });
  const open = session.platforms.find((each) => roundOf(session, each.platform)?.step === 'open')?.platform;
  const [lastOpen, setLastOpen] = useState(open);
  const [chosen, setChosen] = useState(platformAtHand(session)?.platform);
  if (open !== lastOpen) {
    setLastOpen(open);
    // A newly opened round is gone to; a round that closes stays until then, and an open one is torn from nobody.
    if (open !== undefined && !(chosen !== undefined && roundOf(session, chosen)?.step === 'open')) setChosen(open);
  }
  const goal = useGoal(useGoals());
  const [lastGoal, setLastGoal] = useState<Goal | undefined>(undefined);
  const [pane, setPane] = useState<'mine' | 'progress' | 'paper'>('mine');
  const [isPaperSeen, setPaperSeen] = useState(false);
  if (goal !== lastGoal) {
    // The desk of that platform takes it from there.
    setLastGoal(goal);
    if (goal !== undefined) setPane('mine');
    if (goal?.to === 'evidence' && goal.platform !== undefined) setChosen(goal.platform);
  }
  const [widths, setWidths] = useState<PaneWidths>(FIRST_WIDTHS);
  const platform = session.platforms.find((each) => each.platform === chosen) ?? platformAtHand(session);
  if (platform === undefined) return null;
  const poll = roundOf(session, platform.platform);
  const isClosed = isRecused(platform, session.me.seat);
  const atDesk = isDesk(session);
  const hasPaper =
    atDesk &&
    poll !== undefined &&
    (Object.keys(poll.paper).length > 0 ||
      (poll.step === 'open' && entitledIn(poll).some(({ seat }) => seatOf(session, seat)?.device === 'none')));
  return (
    <div className="scoring">
      <h1 className="unseen">{t('scoring.title')}</h1>
      <div className="scoring-head">
        <PlatformPick value={platform.platform} onChange={setChosen} />
        <p className="strong scoring-name" title={platform.name}>
          {session.platforms.length > 1 ? null : `${platform.name} `}
          {poll === undefined ? null : (
            <span className="soft">
              {session.platforms.length > 1 ? null : '· '}
              {t('scoring.round', { round: poll.round })} · {t(`step.${poll.step}`)}
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
              ...(hasPaper ? [{ value: 'paper' as const, label: t('paper.pane') }] : []),
            ]}
            onChange={(shown) => {
              setPane(shown);
              if (shown === 'paper') setPaperSeen(true);
            }}
          />
        )}
      </div>
      {isClosed && !atDesk ? null : <RoundNotice platform={platform} poll={poll} />}
      {poll === undefined ? null : <PaperConfirm poll={poll} />}
      {hasPaper && isPaperSeen ? (
        // Kept while another pane is looked at: what was typed off a sheet is nowhere else yet.
        <div className="scoring-rest" hidden={pane !== 'paper'}>
          <Shown of={criteria} what={t('scoring.tree')}>
            {(view) => <PaperPart key={poll.poll} platform={platform} poll={poll} criteria={view} />}
          </Shown>
        </div>
      ) : null}
      {pane === 'paper' && hasPaper ? null : isClosed && pane !== 'progress' ? (
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
