// Where a session stands: one phase after the other, one screen each.

export const PHASES = [
  'prepare',
  'attendance',
  'scoring',
  'reveal',
  'conclusion',
  'minutes',
  'signing',
  'done',
] as const;
/** Where the session stands; one screen each. */
export type Phase = (typeof PHASES)[number];
