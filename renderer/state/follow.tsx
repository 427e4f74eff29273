// "Follow me": while the one who presides leads the discussion, every screen shows what is pointed at; one key leaves it.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { TalkView } from '../../shared/contract/council-views.ts';
import type { Phase } from '../../shared/contract/phases.ts';
import type { SessionView } from '../../shared/contract/views.ts';
import { go } from './route.ts';
import { isDesk, isShown, roundOf, useSession } from './session.ts';
import { useView } from './use-view.ts';

export type Follow = {
  /** Undefined until the host has answered. */
  readonly talk: TalkView | undefined;
  readonly mayLead: boolean;
  /** Somebody else leads the discussion of a counted round. */
  readonly isLed: boolean;
  readonly isFollowing: boolean;
  readonly leave: () => void;
  readonly comeBack: () => void;
};

const NOBODY: Follow = {
  talk: undefined,
  mayLead: false,
  isLed: false,
  isFollowing: false,
  leave: () => {},
  comeBack: () => {},
};
const FollowContext = createContext<Follow>(NOBODY);
export const useFollow = (): Follow => useContext(FollowContext);

/** The desk, and who presides. */
export const mayLead = (session: SessionView): boolean =>
  isDesk(session) || (session.me.seat !== undefined && session.me.seat === session.meeting.presiding);

export function FollowProvider(props: { readonly shown: Phase | 'log'; readonly children: ReactNode }): ReactNode {
  const { shown, children } = props;
  const session = useSession();
  const { book } = session;
  const view = useView('talk', { book });
  const talk = view?.ok === true ? view.value : undefined;
  const leads = mayLead(session);
  const [hasLeft, setLeft] = useState(false);
  const poll = talk?.platform === undefined ? undefined : roundOf(session, talk.platform);
  const isLed = talk?.follow === true && !leads && poll !== undefined && isShown(poll);
  const isFollowing = isLed && !hasLeft;
  const criterion = talk?.criterion;
  useEffect(() => {
    // A new lead begins with everybody.
    if (!isLed) setLeft(false);
  }, [isLed]);
  useEffect(() => {
    if (isFollowing && criterion !== undefined && shown !== 'reveal') go({ at: 'session', book, phase: 'reveal' });
  }, [isFollowing, criterion, shown, book]);
  const value = useMemo(
    () => ({
      talk,
      mayLead: leads,
      isLed,
      isFollowing,
      leave: () => setLeft(true),
      comeBack: () => setLeft(false),
    }),
    [talk, leads, isLed, isFollowing],
  );
  return <FollowContext.Provider value={value}>{children}</FollowContext.Provider>;
}
