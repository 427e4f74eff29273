// The controls of single rules: a choice, a whole number, a share; each shows where it differs from the profile and why not.
import { type ReactNode, useState } from 'react';
import type { CouncilRules } from '../../shared/council/rules.ts';
import { rulesConflicts } from '../../shared/council/rules.ts';
import type { ShareRule } from '../../shared/council/share.ts';
import { choiceName, conflictWords, ruleName, shareWords } from '../../shared/lang/rules-words.ts';
import { Choice, TextLine } from '../parts/field.tsx';
import { differing, type RulePath, readWhole, valueWords } from '../state/rules-form.ts';
import { useWords } from '../state/words.ts';
import { Place } from './form-place.tsx';

/** What every control of the rules is given: the rules as chosen, and the profile they began from, where it is known. */
export type RulesAt = { readonly rules: CouncilRules; readonly profile: CouncilRules | undefined };

/** What a group of controls is given beside: how to change some of the rules. */
export type RuleProps = RulesAt & { readonly put: (part: Partial<CouncilRules>) => void };

/** One rule at its place, with what the profile says where that is something else. */
function RulePlace(props: RulesAt & { readonly path: RulePath; readonly children: ReactNode }): ReactNode {
  const { rules, profile, path, children } = props;
  const { t, language } = useWords();
  const differs = profile !== undefined && differing(rules, profile).includes(path);
  return (
    <Place name={`rules.${path}`}>
      {children}
      {differs ? (
        <p className="small rule-differs">{t('rules.differs.here', { value: valueWords(profile, path, language) })}</p>
      ) : null}
    </Place>
  );
}

/** Why the rule at this path does not go with another, where it does not. */
function useConflict(rules: CouncilRules, path: RulePath): string | undefined {
  const { language } = useWords();
  const words = rulesConflicts(rules)
    .filter((conflict) => conflict.path.join('.') === path)
    .map((conflict) => conflictWords(conflict, language));
  return words.length === 0 ? undefined : words.join(' ');
}

export function RuleChoice<T extends string>(
  props: RulesAt & {
    readonly path: RulePath;
    readonly value: T;
    readonly choices: readonly T[];
    readonly onChange: (value: T) => void;
  },
): ReactNode {
  const { rules, profile, path, value, choices, onChange } = props;
  const { language } = useWords();
  return (
    <RulePlace rules={rules} profile={profile} path={path}>
      <Choice
        label={ruleName(path, language)}
        value={value}
        options={choices.map((choice) => ({ value: choice, label: choiceName(path, choice, language) }))}
        onChange={onChange}
        error={useConflict(rules, path)}
      />
    </RulePlace>
  );
}

type Bounds = { readonly least: number; readonly most: number };

/** As typed until it is a number of these bounds; what is none is said, and gives way to the last number on leaving. */
function Whole(
  props: Bounds & {
    readonly label: string;
    readonly value: number | null;
    /** Whether nothing may be written, which is `null`. */
    readonly canBeEmpty?: boolean;
    readonly hint?: string;
    readonly error?: string | undefined;
    readonly onChange: (value: number | null) => void;
  },
): ReactNode {
  const { label, value, least, most, canBeEmpty = false, hint, error, onChange } = props;
  const { t } = useWords();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const shown = typed ?? (value === null ? '' : String(value));
  const read = (text: string): number | null | undefined =>
    canBeEmpty && text.trim() === '' ? null : readWhole(text, least, most);
  const isWrong = read(shown) === undefined;
  return (
    <TextLine
      label={label}
      value={shown}
      numeric={true}
      maxLength={6}
      hint={hint}
      error={isWrong ? t(canBeEmpty ? 'rules.number.empty' : 'rules.number', { least, most }) : error}
      onChange={(text) => {
        setTyped(text);
        const next = read(text);
        if (next !== undefined && next !== value) onChange(next);
      }}
      onLeave={() => setTyped(undefined)}
    />
  );
}

type NumberProps = RulesAt & Bounds & { readonly path: RulePath; readonly hint?: string };

export function RuleNumber(
  props: NumberProps & { readonly value: number; readonly onChange: (value: number) => void },
): ReactNode {
  const { rules, profile, path, onChange, ...more } = props;
  const { language } = useWords();
  return (
    <RulePlace rules={rules} profile={profile} path={path}>
      <Whole
        label={ruleName(path, language)}
        error={useConflict(rules, path)}
        onChange={(value) => value !== null && onChange(value)}
        {...more}
      />
    </RulePlace>
  );
}

/** Empty is none: a rule that can be left out. */
export function RuleNumberOrNone(
  props: NumberProps & { readonly value: number | null; readonly onChange: (value: number | null) => void },
): ReactNode {
  const { rules, profile, path, ...more } = props;
  const { language } = useWords();
  return (
    <RulePlace rules={rules} profile={profile} path={path}>
      <Whole label={ruleName(path, language)} canBeEmpty={true} {...more} />
    </RulePlace>
  );
}

const share = (comparator: ShareRule['comparator'], numerator: number, denominator: number): ShareRule => ({
  comparator,
  numerator,
  denominator,
});
/** Those that Vietnamese regulations use (domain, section 3, "Threshold"). */
const SHARES: readonly ShareRule[] = [
  share('more-than', 3, 4),
  share('at-least', 3, 4),
  share('more-than', 2, 3),
  share('at-least', 2, 3),
  share('more-than', 1, 2),
  share('at-least', 1, 2),
  share('at-least', 1, 1),
];
const nameOfShare = ({ comparator, numerator, denominator }: ShareRule): string =>
  `${comparator} ${numerator}/${denominator}`;

export function RuleShare(
  props: RulesAt & {
    readonly path: RulePath;
    readonly value: ShareRule;
    readonly onChange: (share: ShareRule) => void;
  },
): ReactNode {
  const { rules, profile, path, value, onChange } = props;
  const { t, language } = useWords();
  const isKnown = SHARES.some((each) => nameOfShare(each) === nameOfShare(value));
  // Another share is being written as long as it is the one that was last written here.
  const [written, setWritten] = useState<string | undefined>(undefined);
  const isOther = !isKnown || written === nameOfShare(value);
  const write = (part: Partial<ShareRule>): void => {
    setWritten(nameOfShare({ ...value, ...part }));
    onChange({ ...value, ...part });
  };
  const label = ruleName(path, language);
  return (
    <RulePlace rules={rules} profile={profile} path={path}>
      <Choice
        label={label}
        value={isOther ? 'other' : nameOfShare(value)}
        options={[
          ...SHARES.map((each) => ({ value: nameOfShare(each), label: shareWords(each, language) })),
          { value: 'other', label: t('rules.share.other') },
        ]}
        onChange={(name) => {
          const chosen = SHARES.find((each) => nameOfShare(each) === name);
          setWritten(chosen === undefined ? nameOfShare(value) : undefined);
          if (chosen !== undefined) onChange(chosen);
        }}
        error={useConflict(rules, path)}
      />
      {isOther ? (
        <fieldset className="rule-share" aria-label={t('rules.share.other.of', { rule: label })}>
          <Choice
            label={t('rules.share.comparator')}
            value={value.comparator}
            options={(['more-than', 'at-least'] as const).map((each) => ({
              value: each,
              label: t(`rules.share.comparator.${each}`),
            }))}
            onChange={(comparator) => write({ comparator })}
          />
          <Whole
            label={t('rules.share.numerator')}
            value={value.numerator}
            least={1}
            most={value.denominator}
            onChange={(numerator) => numerator !== null && write({ numerator })}
          />
          <Whole
            label={t('rules.share.denominator')}
            value={value.denominator}
            least={value.numerator}
            most={100}
            onChange={(denominator) => denominator !== null && write({ denominator })}
          />
        </fieldset>
      ) : null}
    </RulePlace>
  );
}
