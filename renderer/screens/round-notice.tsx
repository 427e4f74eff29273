// Opening the round at the desk; everybody else reads how the round stands, or why there is no sheet for them.
import type { ReactNode } from 'react';
import type { PlatformView, PollView, SessionView } from '../../shared/contract/views.ts';
import { ActButton } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import { maySealMarks, mayWriteOpinion } from '../state/opinion.ts';
import { writeRoute } from '../state/route.ts';
import { isAttending, isDesk, seatOf, useAuthor, useSession, voidedOf } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { Adjourned } from './attendance-sitting.tsx';
import { RoundNeeds } from './round-needs.tsx';

type Why = 'noseat' | 'novote' | 'recused' | 'absent' | 'undeclared' | 'late';

/** Why this reader was issued no sheet: the first reason that the session shows. */
function whyNoSheet(session: SessionView, platform: PlatformView): Why {
  const seat = seatOf(session, session.me.seat);
  if (seat === undefined) return 'noseat';
  if (!seat.votes) return 'novote';
  if (platform.recused.includes(seat.seat)) return 'recused';
  if (!isAttending(session, seat)) return 'absent';
  return platform.undeclared.includes(seat.seat) ? 'undeclared' : 'late';
}

export function RoundNotice(props: {
  readonly platform: PlatformView;
  readonly poll: PollView | undefined;
}): ReactNode {
  const { platform, poll } = props;
  const session = useSession();
  const author = useAuthor();
  const { t } = useWords();
  if ((poll === undefined || poll.step === 'open') && mayWriteOpinion(session, author, platform))
    return <WriteHere platform={platform} isOpen={poll !== undefined} />;
  if (session.adjourned) return <Strip>{<Adjourned />}</Strip>;
  if (poll === undefined)
    return (
      <>
        <Voided platform={platform} />
        {isDesk(session) ? <OpenRound platform={platform} /> : <NotOpen />}
      </>
    );
  const mine = poll.sheets.find((sheet) => sheet.seat === session.me.seat);
  const isEntitled = mine !== undefined && mine.state !== 'not-entitled';
  if (poll.step === 'open' && isEntitled)
    return (
      <>
        {poll.secrecy === 'blind' ? null : (
          <Strip>
            <Notice tone="note">
              <p>{t(`secrecy.${poll.secrecy}`)}</p>
            </Notice>
          </Strip>
        )}
        <RoundNeeds platform={platform} poll={poll} />
      </>
    );
  const isLate = session.me.seat !== undefined && poll.unissued.includes(session.me.seat);
  return (
    <>
      <Strip>
        <Notice tone="note">
          {poll.step === 'open' ? null : (
            <p>
              <strong>{t(`scoring.closed.${poll.step}`)}</strong>{' '}
              <a href={writeRoute({ at: 'session', book: session.book, phase: 'reveal' })}>{t('scoring.closed.go')}</a>
            </p>
          )}
          {isEntitled ? null : isLate ? (
            <p>
              <strong>{t('issue.mine')}</strong> {t('issue.mine.words')}
            </p>
          ) : (
            <p>
              <strong>{t('scoring.notentitled')}.</strong> {t(`scoring.why.${whyNoSheet(session, platform)}`)}{' '}
              {t('scoring.notentitled.words')}
            </p>
          )}
        </Notice>
      </Strip>
      {poll.step === 'open' ? <RoundNeeds platform={platform} poll={poll} /> : null}
    </>
  );
}

/** To an absent member: what can be done from here, and what never comes of it. */
function WriteHere(props: { readonly platform: PlatformView; readonly isOpen: boolean }): ReactNode {
  const { platform, isOpen } = props;
  const session = useSession();
  const { t } = useWords();
  const withMarks = maySealMarks(session, platform);
  return (
    <Strip>
      <Notice tone="note">
        <p>
          <strong>{t(session.meeting.openedAt === undefined ? 'absent.before' : 'absent.title')}</strong>{' '}
          {t(withMarks ? 'absent.words.marks' : 'absent.words')} {isOpen ? t('scoring.why.absent') : ''}
        </p>
      </Notice>
    </Strip>
  );
}

const Strip = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className="round-notice">{children}</div>
);

/** Rounds that count for nothing, until another one is opened. */
function Voided({ platform }: { readonly platform: PlatformView }): ReactNode {
  const session = useSession();
  const { t, clock } = useWords();
  return voidedOf(session, platform.platform).map(({ poll, round, openedAt }) => (
    <Strip key={poll}>
      <Notice tone="warn">
        <p>{t('void.was', { round, time: clock(openedAt) })}</p>
      </Notice>
    </Strip>
  ));
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
