// The evidence of a platform in the order in which the council names it.
import type { Evidence, Platform } from './state.ts';

/** By number, from 1. */
export const evidenceOf = ({ evidence }: Pick<Platform, 'evidence'>): readonly Evidence[] =>
  Object.values(evidence).sort((a, b) => a.number - b.number);
