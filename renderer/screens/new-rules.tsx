// The rules of the new session: a profile to begin with, what it says, what was changed in it, and how to keep one's own.
import { type ReactNode, useState } from 'react';
import type { RulesProfile } from '../../shared/contract/rules-library.ts';
import { type CouncilRules, rulesConflicts } from '../../shared/council/rules.ts';
import { ruleName } from '../../shared/lang/rules-words.ts';
import { Button } from '../parts/button.tsx';
import { Choice, TextLine } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Section, Shown } from '../parts/page.tsx';
import { type KnownProfiles, useRuleProfiles } from '../state/rule-profiles.ts';
import { differing, namedAfter } from '../state/rules-form.ts';
import type { FormProps } from '../state/session-form.ts';
import { useWords } from '../state/words.ts';
import { AllRules } from './new-rules-groups.tsx';
import { OwnRules } from './new-rules-own.tsx';
import { RulesSentence } from './rules-sentence.tsx';

export function RulesFields({ form, change }: FormProps): ReactNode {
  const { t } = useWords();
  const known = useRuleProfiles();
  const [isOpen, setOpen] = useState(false);
  const { rules } = form;
  const profiles = known.answer?.ok === true ? known.answer.value.profiles : [];
  const profile = profiles.find((each) => each.rules.id === rules.id);
  const take = (next: CouncilRules): void => change((now) => ({ ...now, rules: next }));
  const put = (part: Partial<CouncilRules>): void =>
    change((now) => ({ ...now, rules: namedAfter({ ...now.rules, ...part }, profile) }));
  // What does not go together must be in view: an error leads to its place.
  const isForced = rulesConflicts(rules).length > 0;
  // Once in view it stays: what is mended must not fold away under the hand that mends it.
  if (isForced && !isOpen) setOpen(true);
  return (
    <Section title={t('rules.title')} words={t('rules.frozen')}>
      <Profiles known={known} profile={profile} rules={rules} take={take} />
      <p>
        <RulesSentence rules={rules} />
      </p>
      <p className="soft small breaks">{t('rules.from', { source: rules.source })}</p>
      {profile === undefined ? null : <Differences profile={profile} rules={rules} take={take} />}
      <div className="row">
        <Button expanded={isOpen} isDisabled={isForced} onPress={() => setOpen(!isOpen)}>
          {t(isOpen ? 'rules.fold' : 'rules.change')}
        </Button>
      </div>
      {isOpen ? (
        <>
          <TextLine
            label={t('rules.source')}
            value={rules.source}
            onChange={(source) => put({ source })}
            maxLength={500}
          />
          <AllRules rules={rules} profile={profile?.rules} put={put} />
          <OwnRules rules={rules} profile={profile} take={take} onKept={known.again} />
        </>
      ) : null}
    </Section>
  );
}

type ProfileProps = { readonly rules: CouncilRules; readonly take: (rules: CouncilRules) => void };

/** The profiles to choose from; what was changed in the rules before can be had back. */
function Profiles(
  props: ProfileProps & { readonly known: KnownProfiles; readonly profile: RulesProfile | undefined },
): ReactNode {
  const { known, profile, rules, take } = props;
  const { t, of, say } = useWords();
  const [before, setBefore] = useState<CouncilRules | undefined>(undefined);
  const isWhole = profile !== undefined && differing(rules, profile.rules).length === 0;
  const nameOf = (each: RulesProfile): string =>
    each.own ? t('rules.pick.own', { name: of(each.rules.name) }) : of(each.rules.name);
  return (
    <Shown of={known.answer} what={t('rules.pick.waiting')}>
      {({ profiles, leftOut }) => (
        <>
          <Choice
            label={t('rules.pick')}
            value={profile === undefined ? '' : rules.id}
            options={profiles.map((each) => ({ value: each.rules.id, label: nameOf(each) }))}
            {...(profile === undefined ? { empty: t('rules.pick.other') } : {})}
            onChange={(id) => {
              const chosen = profiles.find((each) => each.rules.id === id);
              if (chosen === undefined) return;
              // Arrows walk through the profiles: what lies between is nothing to go back to.
              if (!isWhole) setBefore(rules);
              take(chosen.rules);
            }}
          />
          {before === undefined || profile === undefined || !isWhole ? null : (
            <Notice tone="note">
              <p>{t('rules.replaced', { name: of(profile.rules.name) })}</p>
              <Button
                kind="quiet"
                small={true}
                onPress={() => {
                  take(before);
                  setBefore(undefined);
                }}
              >
                {t('rules.replaced.undo')}
              </Button>
            </Notice>
          )}
          {leftOut.map(({ file, why }) => (
            <Notice key={file} tone="warn">
              <p>{t('rules.left', { file: file === '' ? t('rules.left.own') : file, why: say(why) })}</p>
            </Notice>
          ))}
        </>
      )}
    </Shown>
  );
}

function Differences({ profile, rules, take }: ProfileProps & { readonly profile: RulesProfile }): ReactNode {
  const { t, of, language } = useWords();
  const paths = differing(rules, profile.rules);
  if (paths.length === 0) return null;
  const named = paths.map((path) => ruleName(path, language));
  return (
    <div className="row">
      <p className="grow small rule-differs">
        {t('rules.differs', { name: of(profile.rules.name), count: paths.length, rules: named.join('; ') })}
      </p>
      <Button kind="quiet" small={true} onPress={() => take({ ...profile.rules, source: rules.source })}>
        {t('rules.differs.undo')}
      </Button>
    </div>
  );
}
