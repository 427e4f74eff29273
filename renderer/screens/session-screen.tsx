// A session: chooses the screen of the phase in view and puts the session around it.
import { type ReactNode, useEffect } from 'react';
import type { Phase } from '../../shared/contract/phases.ts';
import type { SessionView } from '../../shared/contract/views.ts';
import { Notice } from '../parts/notice.tsx';
import { useLink } from '../parts/trust-bar.tsx';
import { FollowProvider } from '../state/follow.tsx';
import { useAuthor } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { AttendanceScreen } from './attendance-screen.tsx';
import { ConclusionScreen } from './conclusion-screen.tsx';
import { DoneScreen } from './done-screen.tsx';
import { FollowStrip } from './follow-strip.tsx';
import { LogScreen } from './log-screen.tsx';
import { MinutesScreen } from './minutes-screen.tsx';
import { PrepareScreen } from './prepare-screen.tsx';
import { RevealScreen } from './reveal-screen.tsx';
import { ScoringScreen } from './scoring-screen.tsx';
import { SigningScreen } from './signing-screen.tsx';

const SCREENS: Readonly<Record<Phase | 'log', () => ReactNode>> = {
  prepare: PrepareScreen,
  attendance: AttendanceScreen,
  scoring: ScoringScreen,
  reveal: RevealScreen,
  conclusion: ConclusionScreen,
  minutes: MinutesScreen,
  signing: SigningScreen,
  done: DoneScreen,
  log: LogScreen,
};

export function SessionScreen(props: { readonly session: SessionView; readonly shown: Phase | 'log' }): ReactNode {
  const Screen = SCREENS[props.shown];
  const { session } = props;
  return (
    <FollowProvider shown={props.shown}>
      <KeyKeeper session={session} />
      {session.readOnly === undefined ? null : <ReadOnly session={session} />}
      <FollowStrip />
      <Screen />
    </FollowProvider>
  );
}

function ReadOnly({ session }: { readonly session: SessionView }): ReactNode {
  const { t, say } = useWords();
  return session.readOnly === undefined ? null : (
    <div className="pad">
      <Notice tone="stop">
        <p className="strong">{t('tag.readonly')}</p>
        <p>{say(session.readOnly)}</p>
      </Notice>
    </div>
  );
}

/** At each change of the session the author checks whether a key may be given, and sends what waits. */
function KeyKeeper({ session }: { readonly session: SessionView }): ReactNode {
  const author = useAuthor();
  const link = useLink();
  useEffect(() => {
    if (session.book !== '') void author?.release();
  }, [author, session]);
  useEffect(() => {
    if (link === 'open') void author?.resume();
  }, [author, link]);
  return null;
}
