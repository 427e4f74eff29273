// The profiles of rules, asked for once the link is open and again after one was kept or discarded.
import { type Answer, useAnswer } from './use-answer.ts';

export type KnownProfiles = Answer<'rules.list'>;

export const useRuleProfiles = (): KnownProfiles => useAnswer('rules.list');
