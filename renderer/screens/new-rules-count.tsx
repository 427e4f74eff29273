// The rules about counting: marks, thresholds, ties, secrecy, rounds, the committee, the vote on a conclusion.
import type { ReactNode } from 'react';
import { COUNTINGS, type CouncilRules } from '../../shared/council/rules.ts';
import { useWords } from '../state/words.ts';
import { RuleChoice, RuleNumber, RuleNumberOrNone, type RuleProps, RuleShare } from './new-rules-controls.tsx';

/** The pass mark and the outlier rule that points begin with (domain, section 3, "Mark"). */
const POINTS = { of: 'points', passMark: 70, outlier: 20 } as const;

export function Counting({ put, ...at }: RuleProps): ReactNode {
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
}: RuleProps & { readonly scale: Extract<CouncilRules['scale'], { readonly of: 'points' }> }): ReactNode {
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

export function Tie({ put, ...at }: RuleProps): ReactNode {
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

export function Secrecy({ put, ...at }: RuleProps): ReactNode {
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

export function Rounds({ put, ...at }: RuleProps): ReactNode {
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

export function Committee({ put, ...at }: RuleProps): ReactNode {
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

export function Conclusion({ put, ...at }: RuleProps): ReactNode {
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
