// The screen a session opens with.
import type { Phase } from '../../shared/contract/phases.ts';
import type { SessionView } from '../../shared/contract/views.ts';

/** Members do not prepare; their first screen is the declaration. */
export const firstScreen = (session: SessionView): Phase =>
  session.phase === 'prepare' && session.me.as === 'seat' ? 'attendance' : session.phase;
