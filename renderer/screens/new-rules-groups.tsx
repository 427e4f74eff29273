// Every rule of a council to be chosen, grouped as the table of rules has them, each group with what it comes to in words.
import { type ReactNode, useId } from 'react';
import { RULE_GROUPS, type RuleGroup, rulesWords } from '../../shared/lang/rules-words.ts';
import { useWords } from '../state/words.ts';
import type { RuleProps } from './new-rules-controls.tsx';
import { Committee, Conclusion, Counting, Rounds, Secrecy, Tie } from './new-rules-count.tsx';
import { Quorum, Sits, Voting } from './new-rules-who.tsx';

const GROUPS: Readonly<Record<RuleGroup, (props: RuleProps) => ReactNode>> = {
  sits: Sits,
  quorum: Quorum,
  voting: Voting,
  counting: Counting,
  tie: Tie,
  secrecy: Secrecy,
  rounds: Rounds,
  committee: Committee,
  conclusion: Conclusion,
};

export function AllRules(props: RuleProps): ReactNode {
  const { language } = useWords();
  const told = rulesWords(props.rules, language);
  return (
    <div className="rule-groups">
      {RULE_GROUPS.map((group) => {
        const Fields = GROUPS[group];
        const words = told.filter((each) => each.group === group).map(({ text }) => text);
        return (
          <Group key={group} group={group} words={words}>
            <Fields {...props} />
          </Group>
        );
      })}
    </div>
  );
}

function Group(props: {
  readonly group: RuleGroup;
  readonly words: readonly string[];
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useWords();
  const id = useId();
  return (
    <section className="rule-group" aria-labelledby={id}>
      <div>
        <h3 id={id}>{t(`rules.group.${props.group}`)}</h3>
        <ul className="soft small">
          {props.words.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </div>
      <div className="cols">{props.children}</div>
    </section>
  );
}
