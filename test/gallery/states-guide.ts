// States of a rehearsal whose other members this machine plays: the guide stands there.
import type { States } from './given.ts';

export const guideStates: States = {
  played: {
    views: {
      session: (session) => ({
        ...session,
        seats: session.seats.map((seat) => ({ ...seat, device: 'host' as const, here: true })),
      }),
    },
  },
};
