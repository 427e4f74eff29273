// What the rules advise about who sits, in words: beside the members of the form, and before the opening.
import { adviceFor } from '../../shared/council/advice.ts';
import type { Role } from '../../shared/council/roles.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import type { Words } from './words.ts';

export const adviceWords = (
  { t }: Pick<Words, 't'>,
  rules: Pick<CouncilRules, 'size' | 'roles'>,
  roles: readonly Role[],
): readonly string[] =>
  adviceFor(rules, roles).map(({ about, count, named }) => {
    if (about === 'even') return t('council.size.even', { count });
    if (about === 'vice-chairs') return t('council.vice-chairs', { count, most: named });
    if (about === 'reviewers') return t('council.reviewers', { count, least: named });
    return t('council.size', { count, least: rules.size.least, most: rules.size.most });
  });
