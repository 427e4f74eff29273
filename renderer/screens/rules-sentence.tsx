// The rules of a council folded into one paragraph.
import type { ReactNode } from 'react';
import type { CouncilRules } from '../../shared/council/rules.ts';
import { rulesSummary } from '../../shared/lang/rules-words.ts';
import { useWords } from '../state/words.ts';

export function RulesSentence({ rules }: { readonly rules: CouncilRules }): ReactNode {
  const { language } = useWords();
  return rulesSummary(rules, language);
}
