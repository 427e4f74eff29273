// The rules of the new session: who must be there, what a majority is, how it is counted.
import { type ReactNode, useState } from 'react';
import type { CouncilRules } from '../../shared/council/rules.ts';
import type { ShareRule } from '../../shared/council/share.ts';
import { Button } from '../parts/button.tsx';
import { Choice, TextLine } from '../parts/field.tsx';
import { Section } from '../parts/page.tsx';
import { Pick, Tick } from '../parts/pick.tsx';
import { useShare } from '../parts/share-words.ts';
import type { FormProps } from '../state/session-form.ts';
import { useWords } from '../state/words.ts';
import { RulesSentence } from './rules-sentence.tsx';

const SHARES: Readonly<Record<string, ShareRule>> = {
  'more-than 3/4': { comparator: 'more-than', numerator: 3, denominator: 4 },
  'at-least 3/4': { comparator: 'at-least', numerator: 3, denominator: 4 },
  'at-least 2/3': { comparator: 'at-least', numerator: 2, denominator: 3 },
  'more-than 1/2': { comparator: 'more-than', numerator: 1, denominator: 2 },
  'at-least 1/1': { comparator: 'at-least', numerator: 1, denominator: 1 },
};
const nameOfShare = ({ comparator, numerator, denominator }: ShareRule): string =>
  `${comparator} ${numerator}/${denominator}`;

/** Folded into one sentence: the defaults of Vietnamese practice hold for most councils (domain, section 3). */
export function RulesFields(props: FormProps): ReactNode {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { rules } = props.form;
  return (
    <Section title={t('new.step.rules')}>
      <p>
        <RulesSentence rules={rules} />
      </p>
      <p className="soft small">{t('new.rules.from', { source: rules.source })}</p>
      <div className="row">
        <Button expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {t(isOpen ? 'new.rules.fold' : 'new.rules.change')}
        </Button>
      </div>
      {isOpen ? <AllRules {...props} /> : null}
    </Section>
  );
}

function AllRules({ form, change }: FormProps): ReactNode {
  const { t } = useWords();
  const { rules } = form;
  const put = (part: Partial<CouncilRules>): void => change((now) => ({ ...now, rules: { ...now.rules, ...part } }));
  const quorum = (part: Partial<CouncilRules['quorum']>): void => put({ quorum: { ...rules.quorum, ...part } });
  return (
    <div className="stack">
      <TextLine
        label={t('new.rules.source')}
        value={rules.source}
        onChange={(source) => put({ source })}
        maxLength={500}
      />
      <Pick
        label={t('new.rules.counting')}
        value={rules.counting}
        options={(['per-criterion', 'per-ballot'] as const).map((value) => ({
          value,
          label: t(`new.rules.counting.${value}`),
        }))}
        onChange={(counting) => put({ counting })}
      />
      <div className="cols">
        <Share label={t('new.rules.threshold')} value={rules.threshold} onChange={(threshold) => put({ threshold })} />
        <Choice
          label={t('new.rules.denominator')}
          value={rules.denominator}
          options={(['present', 'valid-ballots', 'appointed'] as const).map((value) => ({
            value,
            label: t(`new.rules.denominator.${value}`),
          }))}
          onChange={(denominator) => put({ denominator })}
        />
        <Share label={t('new.rules.quorum')} value={rules.quorum.share} onChange={(share) => quorum({ share })} />
        <Share
          label={t('new.rules.conclusion')}
          value={rules.conclusion}
          onChange={(conclusion) => put({ conclusion })}
        />
      </div>
      <Tick
        label={t('new.rules.chair')}
        isOn={rules.quorum.chair === 'required'}
        onChange={(isOn) => quorum({ chair: isOn ? 'required' : 'not-required' })}
      />
      <Tick
        label={t('new.rules.secretary')}
        isOn={rules.quorum.secretary === 'required'}
        onChange={(isOn) => quorum({ secretary: isOn ? 'required' : 'not-required' })}
      />
      <Tick
        label={t('new.rules.sheets')}
        isOn={rules.individualSheets}
        onChange={(individualSheets) => put({ individualSheets })}
      />
      <Tick
        label={t('new.rules.shares')}
        hint={t('new.rules.shares.words')}
        isOn={rules.shares === 'chair-and-secretary'}
        onChange={(isOn) => put({ shares: isOn ? 'chair-and-secretary' : 'none' })}
      />
    </div>
  );
}

function Share(props: {
  readonly label: string;
  readonly value: ShareRule;
  readonly onChange: (share: ShareRule) => void;
}): ReactNode {
  const share = useShare();
  return (
    <Choice
      label={props.label}
      value={nameOfShare(props.value)}
      options={Object.entries(SHARES).map(([value, rule]) => ({ value, label: share(rule) }))}
      onChange={(name) => {
        const rule = SHARES[name];
        if (rule !== undefined) props.onChange(rule);
      }}
    />
  );
}
