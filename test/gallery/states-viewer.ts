// States of reading evidence: one file of each kind, first in the pane.
import type { State, States } from './given.ts';
import { plainAnswer, VIEWER_KINDS, viewerEvidence } from './given-viewer.ts';

export const viewerStates: States = Object.fromEntries(
  VIEWER_KINDS.map((kind): [string, State] => [
    `viewer-${kind}`,
    {
      views: {
        session: (session) => ({
          ...session,
          platforms: session.platforms.map((platform) => ({
            ...platform,
            evidence: [viewerEvidence(kind), ...platform.evidence.map((each) => ({ ...each, criteria: [] }))],
          })),
        }),
      },
      answers: { 'evidence.plain': (input: object) => plainAnswer(input as never) },
    },
  ]),
);
