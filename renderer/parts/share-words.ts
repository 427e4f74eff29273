// A share of the rules in words: "trên 3/4", "từ 2/3 trở lên".
import type { ShareRule } from '../../shared/council/share.ts';
import { useWords } from '../state/words.ts';

export function useShare(): (rule: ShareRule) => string {
  const { t } = useWords();
  return ({ comparator, numerator, denominator }) =>
    numerator === denominator ? t('share.all') : t(`share.${comparator}`, { numerator, denominator });
}
