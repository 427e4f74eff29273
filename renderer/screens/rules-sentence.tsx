// The rules of a council folded into one sentence.
import type { ReactNode } from 'react';
import type { CouncilRules } from '../../shared/council/rules.ts';
import { useShare } from '../parts/share-words.ts';
import { useWords } from '../state/words.ts';

export function RulesSentence({ rules }: { readonly rules: CouncilRules }): ReactNode {
  const { t } = useWords();
  const share = useShare();
  return t('prepare.rules.words', {
    threshold: share(rules.threshold),
    denominator: t(`new.rules.denominator.${rules.denominator}`).toLowerCase(),
    counting: t(`new.rules.counting.${rules.counting}`).toLowerCase(),
    quorum: share(rules.quorum.share),
    conclusion: share(rules.conclusion),
  });
}
