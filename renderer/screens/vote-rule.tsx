// What the rules ask of a vote, in words: the share, and what becomes of even sides.
import type { ReactNode } from 'react';
import { isMajority } from '../../shared/council/share.ts';
import { useShare } from '../parts/share-words.ts';
import { useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

/** Where the rule draws its line, as a share of those who may vote. */
export function useLine(of: number): { readonly at: number; readonly words: string } {
  const { rules } = useSession();
  const { t } = useWords();
  const share = useShare();
  const { numerator, denominator } = rules.conclusion;
  return { at: numerator / denominator, words: t('conclusion.vote.rule', { share: share(rules.conclusion), of }) };
}

/** Only where sides can be even at all. */
export function TieRule({ isSecret = false }: { readonly isSecret?: boolean }): ReactNode {
  const { rules } = useSession();
  const { t } = useWords();
  if (!isMajority(rules.conclusion)) return null;
  return t(rules.tie === 'chairs-side' && !isSecret ? 'vote.rule.tie.chair' : 'vote.rule.tie.fails');
}
