// The rules about people: who evaluates, when a meeting is valid, who casts and how.
import type { ReactNode } from 'react';
import type { CouncilRules } from '../../shared/council/rules.ts';
import { RuleChoice, RuleNumber, type RuleProps, RuleShare } from './new-rules-controls.tsx';

const REQUIRED = ['required', 'not-required'] as const;

export function Sits({ put, ...at }: RuleProps): ReactNode {
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

export function Quorum({ put, ...at }: RuleProps): ReactNode {
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

export function Voting({ put, ...at }: RuleProps): ReactNode {
  const { online, casting, opinions, openings } = at.rules;
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
      <RuleChoice
        {...at}
        path="openings"
        value={openings}
        choices={['named-after-reveal', 'named-at-once']}
        onChange={(openings) => put({ openings })}
      />
    </>
  );
}
