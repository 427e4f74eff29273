// A share of the rules in words: "trên 3/4", "từ 2/3 trở lên".
import type { ShareRule } from '../../shared/council/share.ts';
import { shareWords } from '../../shared/lang/rules-words.ts';
import { useWords } from '../state/words.ts';

export function useShare(): (rule: ShareRule) => string {
  const { language } = useWords();
  return (rule) => shareWords(rule, language);
}
