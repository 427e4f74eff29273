// What each criterion of a set says, in the reader's language.
import { useMemo } from 'react';
import { type CriteriaSet, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { useWords } from './words.ts';

/** By the criterion's id; the same map as long as set and language are the same. */
export function useStatements(set: CriteriaSet): ReadonlyMap<string, string> {
  const { of } = useWords();
  return useMemo(() => new Map(criteriaOf(set).map((each) => [each.id, of(each.statement)])), [set, of]);
}
