// The criteria sets that a session can begin with, asked for once the link is open.
import { type Answer, useAnswer } from './use-answer.ts';

export const useCriteriaSets = (): Answer<'criteria.list'>['answer'] => useAnswer('criteria.list').answer;
