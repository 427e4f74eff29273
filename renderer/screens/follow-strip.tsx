// Over every screen while somebody else leads the discussion: what is pointed at, and how to leave it or come back (F).
import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { KeySign } from '../parts/key-sign.tsx';
import { useFollow } from '../state/follow.tsx';
import { nameOf, useSession } from '../state/session.ts';
import { useKeys } from '../state/use-keys.ts';
import { useWords } from '../state/words.ts';

export function FollowStrip(): ReactNode {
  const session = useSession();
  const { talk, isLed, isFollowing, leave, comeBack } = useFollow();
  const { t } = useWords();
  const turn = isFollowing ? leave : comeBack;
  useKeys(({ act }) => {
    if (act !== 'follow' || !isLed) return false;
    turn();
    return true;
  });
  if (!isLed || talk === undefined) return null;
  const name = nameOf(session, session.meeting.presiding);
  return (
    <div className="follow-strip" role="status">
      <p>
        {talk.criterion === undefined ? t('talk.led', { name }) : t('talk.led.at', { name, id: talk.criterion })}{' '}
        <span className="soft">{t(isFollowing ? 'talk.led.in' : 'talk.led.out')}</span>
      </p>
      <Button small={true} onPress={turn}>
        {t(isFollowing ? 'talk.leave' : 'talk.comeback')} <KeySign keys="F" />
      </Button>
    </div>
  );
}
