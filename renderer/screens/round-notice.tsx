// Opening the round at the desk; everybody else reads how the round stands, or why there is no sheet for them.
import type { ReactNode } from 'react';
import type { PlatformView, PollView, SessionView } from '../../shared/contract/views.ts';
import { ActButton } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import { writeRoute } from '../state/route.ts';
import { isDesk, seatOf, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

type Why = 'noseat' | 'novote' | 'recused' | 'absent' | 'undeclared' | 'late';

/** Why this reader was issued no sheet: the first reason that the session shows. */
function whyNoSheet(session: SessionView, platform: PlatformView): Why {
  const seat = seatOf(session, session.me.seat);
  if (seat === undefined) return 'noseat';
  if (!seat.votes) return 'novote';
  if (platform.recused.includes(seat.seat)) return 'recused';
  if (seat.presence !== 'present' && seat.presence !== 'online') return 'absent';
  return platform.undeclared.includes(seat.seat) ? 'undeclared' : 'late';
}

export function RoundNotice(props: {
  readonly platform: PlatformView;
  readonly poll: PollView | undefined;
}): ReactNode {
  const { platform, poll } = props;
  const session = useSession();
  const { t } = useWords();
  if (poll === undefined) return isDesk(session) ? <OpenRound platform={platform} /> : <NotOpen />;
  const mine = poll.sheets.find((sheet) => sheet.seat === session.me.seat);
  const isEntitled = mine !== undefined && mine.state !== 'not-entitled';
  if (poll.step === 'open' && isEntitled) return null;
  return (
    <div className="round-notice">
      <Notice tone="note">
        {poll.step === 'open' ? null : (
          <p>
            <strong>{t(`scoring.closed.${poll.step}`)}</strong>{' '}
            <a href={writeRoute({ at: 'session', book: session.book, phase: 'reveal' })}>{t('scoring.closed.go')}</a>
          </p>
        )}
        {isEntitled ? null : (
          <p>
            <strong>{t('scoring.notentitled')}.</strong> {t(`scoring.why.${whyNoSheet(session, platform)}`)}{' '}
            {t('scoring.notentitled.words')}
          </p>
        )}
      </Notice>
    </div>
  );
}

function NotOpen(): ReactNode {
  const { t } = useWords();
  return (
    <div className="round-notice">
      <Notice tone="note">
        <p>
          <strong>{t('scoring.notopen')}.</strong> {t('scoring.notopen.words')}
        </p>
      </Notice>
    </div>
  );
}

function OpenRound({ platform }: { readonly platform: PlatformView }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const open = session.possible?.openRound[platform.platform];
  return (
    <div className="round-notice round-open">
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
  );
}
