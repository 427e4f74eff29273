// The rules this session is held by, every one in a plain sentence, under what it is about.
import type { ReactNode } from 'react';
import { RULE_GROUPS, rulesWords } from '../../shared/lang/rules-words.ts';
import { Section } from '../parts/page.tsx';
import { useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

export function PrepareRules(): ReactNode {
  const { rules } = useSession();
  const { t, of, language } = useWords();
  const sentences = rulesWords(rules, language);
  return (
    <Section
      title={t('prepare.rules')}
      words={[of(rules.name), rules.source === '' ? '' : t('council.rules.source', { source: rules.source })]
        .filter(Boolean)
        .join('. ')}
    >
      <dl className="facts">
        {RULE_GROUPS.map((group) => (
          <div key={group} className="pair">
            <dt>{t(`rules.group.${group}`)}</dt>
            <dd>
              {sentences
                .filter((each) => each.group === group)
                .map(({ text }) => text)
                .join(' ')}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
