// Scoring: my own sheet at the desk, and how far the others are; who holds no sheet reads criteria and evidence.
import { type ReactNode, useState } from 'react';
import type { PlatformView, PollView } from '../../shared/contract/views.ts';
import { ActButton } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Shown } from '../parts/page.tsx';
import { Pick } from '../parts/pick.tsx';
import { PlatformPick } from '../parts/platform-pick.tsx';
import { useHouse } from '../state/house.ts';
import { writeRoute } from '../state/route.ts';
import { isDesk, platformAtHand, roundOf, useSession } from '../state/session.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';
import { ProgressPart } from './progress-part.tsx';
import { ScoringDesk } from './scoring-desk.tsx';

export function ScoringScreen(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const criteria = useView('criteria', { book: session.book });
  const [chosen, setChosen] = useState('');
  const [pane, setPane] = useState<'mine' | 'progress'>('mine');
  const platform = session.platforms.find((each) => each.platform === chosen) ?? platformAtHand(session);
  if (platform === undefined) return null;
  const poll = roundOf(session, platform.platform);
  return (
    <div className="scoring">
      <h1 className="unseen">{t('scoring.title')}</h1>
      <div className="scoring-head">
        <PlatformPick value={platform.platform} onChange={setChosen} />
        <p className="strong">
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
      <RoundNotice platform={platform} poll={poll} />
      {pane === 'progress' && poll !== undefined ? (
        <ProgressPart poll={poll} />
      ) : (
        <Shown of={criteria} what={t('scoring.tree')}>
          {(view) => (
            <ScoringDesk
              key={`${platform.platform}${poll?.poll ?? ''}`}
              platform={platform}
              poll={poll}
              criteria={view}
            />
          )}
        </Shown>
      )}
    </div>
  );
}

/** Opening the round at the desk; everybody else reads why there is no sheet. */
function RoundNotice(props: { readonly platform: PlatformView; readonly poll: PollView | undefined }): ReactNode {
  const { platform, poll } = props;
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const mine = poll?.sheets.find((sheet) => sheet.seat === session.me.seat);
  const open = session.possible?.openRound[platform.platform];
  if (poll === undefined)
    return (
      <div className="pad">
        {isDesk(session) ? (
          <div className="stack tight">
            <p className="soft small">{t('scoring.open.words')}</p>
            <ActButton
              kind="main"
              doing={t('scoring.opening')}
              why={open === undefined || open.possible ? undefined : open.why}
              act={() => client.call('round.open', { book: session.book, platform: platform.platform })}
            >
              {t('scoring.open', { name: platform.name })}
            </ActButton>
          </div>
        ) : (
          <Notice tone="note">
            <p className="strong">{t('scoring.notopen')}</p>
            <p>{t('scoring.notopen.words')}</p>
          </Notice>
        )}
      </div>
    );
  if (poll.step !== 'open')
    return (
      <div className="pad">
        <Notice tone="note">
          <p className="strong">{t('scoring.closed')}</p>
          <p>
            {t('scoring.closed.words')}{' '}
            <a href={writeRoute({ at: 'session', book: session.book, phase: 'reveal' })}>{t('phase.reveal')}</a>
          </p>
        </Notice>
      </div>
    );
  if (mine === undefined || mine.state === 'not-entitled')
    return (
      <div className="pad">
        <Notice tone="note">
          <p className="strong">{t('scoring.notentitled')}</p>
          <p>{t('scoring.notentitled.words')}</p>
        </Notice>
      </div>
    );
  return null;
}
