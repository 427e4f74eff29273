// Every rule of a council to be chosen, grouped as the table of rules has them, each group with what it comes to in words.
import { type ReactNode, useId } from 'react';
import { COUNTINGS, type CouncilRules } from '../../shared/council/rules.ts';
import { RULE_GROUPS, type RuleGroup, rulesWords } from '../../shared/lang/rules-words.ts';
import { useWords } from '../state/words.ts';
import { RuleChoice, RuleNumber, RuleNumberOrNone, RuleShare, type RulesAt } from './new-rules-controls.tsx';

type Put = (part: Partial<CouncilRules>) => void;
type Props = RulesAt & { readonly put: Put };

const GROUPS: Readonly<Record<RuleGroup, (props: Props) => ReactNode>> = {
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

export function AllRules(props: Props): ReactNode {
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

const REQUIRED = ['required', 'not-required'] as const;

function Sits({ put, ...at }: Props): ReactNode {
  const { body, size, roles } = at.rules;
  return (
    <>
      <RuleChoice
        {...at}
        path="body"
        value={body}
        choices={['council', 'expert-group', 'hired-unit']}
        onChange={(body) => put({ body })}
      />
      <RuleNumber
        {...at}
        path="size.least"
        value={size.least}
        {...{ least: 1, most: 200 }}
        onChange={(least) => put({ size: { ...size, least } })}
      />
      <RuleNumber
        {...at}
        path="size.most"
        value={size.most}
        {...{ least: 1, most: 200 }}
        onChange={(most) => put({ size: { ...size, most } })}
      />
      <RuleChoice
        {...at}
        path="size.even"
        value={size.even}
        choices={['warned', 'allowed']}
        onChange={(even) => put({ size: { ...size, even } })}
      />
      <RuleNumber
        {...at}
        path="roles.viceChairs"
        value={roles.viceChairs}
        {...{ least: 0, most: 9 }}
        onChange={(viceChairs) => put({ roles: { ...roles, viceChairs } })}
      />
      <RuleNumber
        {...at}
        path="roles.reviewers"
        value={roles.reviewers}
        {...{ least: 0, most: 20 }}
        onChange={(reviewers) => put({ roles: { ...roles, reviewers } })}
      />
    </>
  );
}

function Quorum({ put, ...at }: Props): ReactNode {
  const { quorum } = at.rules;
  const change = (part: Partial<CouncilRules['quorum']>): void => put({ quorum: { ...quorum, ...part } });
  return (
    <>
      <RuleShare {...at} path="quorum.share" value={quorum.share} onChange={(share) => change({ share })} />
      <RuleChoice
        {...at}
        path="quorum.chair"
        value={quorum.chair}
        choices={REQUIRED}
        onChange={(chair) => change({ chair })}
      />
      <RuleChoice
        {...at}
        path="quorum.viceChair"
        value={quorum.viceChair}
        choices={['with-authorisation', 'never']}
        onChange={(viceChair) => change({ viceChair })}
      />
      <RuleChoice
        {...at}
        path="quorum.secretary"
        value={quorum.secretary}
        choices={REQUIRED}
        onChange={(secretary) => change({ secretary })}
      />
      <RuleChoice
        {...at}
        path="quorum.reviewers"
        value={quorum.reviewers}
        choices={['not-required', 'one', 'all']}
        onChange={(reviewers) => change({ reviewers })}
      />
      <RuleChoice
        {...at}
        path="quorum.per"
        value={quorum.per}
        choices={['platform', 'criterion']}
        onChange={(per) => change({ per })}
      />
    </>
  );
}

function Voting({ put, ...at }: Props): ReactNode {
  const { online, casting, opinions } = at.rules;
  return (
    <>
      <RuleChoice
        {...at}
        path="online"
        value={online}
        choices={['counts', 'does-not-count']}
        onChange={(online) => put({ online })}
      />
      <RuleChoice
        {...at}
        path="casting"
        value={casting}
        choices={['attending', 'from-a-distance']}
        onChange={(casting) => put({ casting })}
      />
      <RuleChoice
        {...at}
        path="opinions.shown"
        value={opinions.shown}
        choices={['before-scoring', 'after-reveal']}
        onChange={(shown) => put({ opinions: { ...opinions, shown } })}
      />
      <RuleChoice
        {...at}
        path="opinions.marks"
        value={opinions.marks}
        choices={['sealed', 'none']}
        onChange={(marks) => put({ opinions: { ...opinions, marks } })}
      />
    </>
  );
}

/** The pass mark and the outlier rule that points begin with (domain, section 3, "Mark"). */
const POINTS = { of: 'points', passMark: 70, outlier: 20 } as const;

function Counting({ put, ...at }: Props): ReactNode {
  const { scale, counting, threshold, denominator } = at.rules;
  return (
    <>
      <RuleChoice
        {...at}
        path="scale.of"
        value={scale.of}
        choices={['pass-fail', 'points']}
        onChange={(of) => put({ scale: of === 'points' ? POINTS : { of } })}
      />
      {scale.of === 'points' ? (
        <>
          <RuleNumber
            {...at}
            path="scale.passMark"
            value={scale.passMark}
            {...{ least: 0, most: 100 }}
            onChange={(passMark) => put({ scale: { ...scale, passMark } })}
          />
          <Outlier {...at} scale={scale} put={put} />
        </>
      ) : null}
      <RuleChoice
        {...at}
        path="counting"
        value={counting}
        choices={COUNTINGS}
        onChange={(counting) => put({ counting })}
      />
      <RuleShare {...at} path="threshold" value={threshold} onChange={(threshold) => put({ threshold })} />
      <RuleChoice
        {...at}
        path="denominator"
        value={denominator}
        choices={['present', 'valid-ballots', 'appointed']}
        onChange={(denominator) => put({ denominator })}
      />
    </>
  );
}

function Outlier({
  scale,
  put,
  ...at
}: Props & { readonly scale: Extract<CouncilRules['scale'], { readonly of: 'points' }> }): ReactNode {
  const { t } = useWords();
  return (
    <RuleNumberOrNone
      {...at}
      path="scale.outlier"
      hint={t('rules.scale.outlier.hint')}
      value={scale.outlier}
      {...{ least: 1, most: 100 }}
      onChange={(outlier) => put({ scale: { ...scale, outlier } })}
    />
  );
}

function Tie({ put, ...at }: Props): ReactNode {
  return (
    <RuleChoice
      {...at}
      path="tie"
      value={at.rules.tie}
      choices={['chairs-side', 'not-passed']}
      onChange={(tie) => put({ tie })}
    />
  );
}

function Secrecy({ put, ...at }: Props): ReactNode {
  const { secrecy, shares, individualSheets } = at.rules;
  return (
    <>
      <RuleChoice
        {...at}
        path="secrecy"
        value={secrecy}
        choices={['blind', 'open', 'secret']}
        onChange={(secrecy) => put({ secrecy })}
      />
      <RuleChoice
        {...at}
        path="shares"
        value={shares}
        choices={['chair-and-secretary', 'counting-committee', 'none']}
        onChange={(shares) => put({ shares })}
      />
      <RuleChoice
        {...at}
        path="individualSheets"
        value={individualSheets ? 'true' : 'false'}
        choices={['true', 'false']}
        onChange={(value) => put({ individualSheets: value === 'true' })}
      />
    </>
  );
}

function Rounds({ put, ...at }: Props): ReactNode {
  const { rounds } = at.rules;
  return (
    <>
      <RuleNumber
        {...at}
        path="rounds.most"
        value={rounds.most}
        {...{ least: 1, most: 9 }}
        onChange={(most) => put({ rounds: { ...rounds, most } })}
      />
      <RuleChoice
        {...at}
        path="rounds.change"
        value={rounds.change}
        choices={['reason-required', 'free']}
        onChange={(change) => put({ rounds: { ...rounds, change } })}
      />
    </>
  );
}

function Committee({ put, ...at }: Props): ReactNode {
  return (
    <RuleChoice
      {...at}
      path="committee"
      value={at.rules.committee}
      choices={['none', 'three']}
      onChange={(committee) => put({ committee })}
    />
  );
}

function Conclusion({ put, ...at }: Props): ReactNode {
  const { conclusion, vote } = at.rules;
  return (
    <>
      <RuleShare {...at} path="conclusion" value={conclusion} onChange={(conclusion) => put({ conclusion })} />
      <RuleChoice
        {...at}
        path="vote"
        value={vote}
        choices={['hands', 'open', 'secret']}
        onChange={(vote) => put({ vote })}
      />
    </>
  );
}
