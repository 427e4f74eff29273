// The rules of a council in plain sentences, for whoever must read them: the form, the preparation, the minutes.
import type { CouncilRules, RulesConflict } from '../council/rules.ts';
import { isMajority, type ShareRule } from '../council/share.ts';
import { rulesVi } from './rules-vi.ts';
import { type Language, type Sentence, sentences } from './say.ts';

/** In the order of the table of rules (domain, section 3). */
export const RULE_GROUPS = [
  'sits',
  'quorum',
  'voting',
  'counting',
  'tie',
  'secrecy',
  'rounds',
  'committee',
  'conclusion',
] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

/** One sentence about one rule; `main`: it belongs to the short account. */
export type RuleSentence = { readonly group: RuleGroup; readonly text: string; readonly main: boolean };

type Of = 'present' | 'valid-ballots' | 'appointed' | 'entitled';

/** "trên 3/4 thành viên có mặt"; `at-least` n/n is all of them. */
function portionWords(t: Sentence, { comparator, numerator, denominator }: ShareRule, who: Of): string {
  const of = t(`rules.of.${who}`);
  return comparator === 'at-least' && numerator === denominator
    ? t('rules.portion.all', { of })
    : t(`rules.portion.${comparator}`, { numerator, denominator, of });
}

/** What the people are called where this body evaluates. */
const peopleOf = (t: Sentence, { body }: CouncilRules) => ({
  chair: t(`rules.chair.${body}`),
  viceChair: t(`rules.vice-chair.${body}`),
  secretary: t(`rules.secretary.${body}`),
  reviewer: t(`rules.reviewer.${body}`),
});

function sitsWords(t: Sentence, rules: CouncilRules): readonly string[] {
  const { body, size, roles } = rules;
  const who = t(`rules.say.body.${body}`);
  if (body === 'hired-unit') return [who];
  const { least, most } = size;
  const one = least === most;
  const odd = size.even === 'warned';
  const count =
    one && odd
      ? t('rules.say.size.odd.one', { least })
      : one
        ? t('rules.say.size.one', { least })
        : t(odd ? 'rules.say.size.odd' : 'rules.say.size', { least, most });
  const none = roles.viceChairs === 0 && roles.reviewers === 0;
  const people = peopleOf(t, rules);
  return [who, count, none ? t('rules.say.roles.none', people) : t('rules.say.roles', { ...people, ...roles })];
}

/** One alone who reports for a unit is a whole meeting: nothing is said of shares of one. */
const isOne = ({ body }: CouncilRules): boolean => body === 'hired-unit';

function quorumWords(t: Sentence, rules: CouncilRules): readonly string[] {
  const { quorum } = rules;
  const { share, chair, viceChair, secretary, reviewers, per } = quorum;
  const orVice = viceChair === 'with-authorisation' ? 'rules.say.quorum.chair.or-vice' : 'rules.say.quorum.chair';
  const people = peopleOf(t, rules);
  return [
    ...(isOne(rules) ? [] : [t('rules.say.quorum.share', { portion: portionWords(t, share, 'appointed') })]),
    t(chair === 'required' ? orVice : 'rules.say.quorum.chair.none', people),
    ...(isOne(rules) && secretary === 'not-required' ? [] : [t(`rules.say.quorum.secretary.${secretary}`, people)]),
    ...(reviewers === 'not-required' ? [] : [t(`rules.say.quorum.reviewers.${reviewers}`, people)]),
    t(`rules.say.quorum.per.${per}`),
  ];
}

function countingWords(t: Sentence, rules: CouncilRules): readonly string[] {
  const { scale, counting, threshold, denominator } = rules;
  const portion = portionWords(t, threshold, denominator);
  const passMark = scale.of === 'points' ? scale.passMark : '';
  const counted = {
    'per-criterion': () =>
      t(
        denominator === 'valid-ballots'
          ? 'rules.say.counting.per-criterion.ballots'
          : 'rules.say.counting.per-criterion',
        { portion },
      ),
    'per-ballot': () =>
      scale.of === 'points'
        ? t('rules.say.counting.per-ballot.points', { portion, passMark })
        : t('rules.say.counting.per-ballot', { portion }),
    mean: () => t('rules.say.counting.mean', { passMark }),
  };
  const marks =
    scale.of === 'pass-fail'
      ? [t('rules.say.scale.pass-fail')]
      : [
          t('rules.say.scale.points', { passMark }),
          scale.outlier === null ? t('rules.say.outlier.none') : t('rules.say.outlier', { outlier: scale.outlier }),
        ];
  if (isOne(rules) && scale.of === 'pass-fail')
    return [...marks, t('rules.say.counting.one'), t('rules.say.left-out.one')];
  return [
    ...marks,
    counted[counting](),
    isOne(rules) ? t('rules.say.left-out.one') : t('rules.say.left-out', { portion }),
  ];
}

/** A tie can come up in the count, unless the mean decides, and in the vote on the conclusion; without names no side leads. */
function tieWords(t: Sentence, { tie, secrecy, counting, threshold, conclusion, vote }: CouncilRules): string {
  const ways = [
    ...(counting !== 'mean' && isMajority(threshold) ? [secrecy] : []),
    ...(isMajority(conclusion) ? [vote] : []),
  ];
  if (ways.length === 0) return t('rules.say.tie.never');
  const nameless = ways.every((way) => way === 'secret');
  return t(tie === 'chairs-side' && nameless ? 'rules.say.tie.secret' : `rules.say.tie.${tie}`);
}

/** Every rule as a sentence, in the order of the table; `main` ones make the short account. */
export function rulesWords(rules: CouncilRules, language: Language): readonly RuleSentence[] {
  const t = sentences(language);
  const { opinions, rounds, conclusion, vote } = rules;
  const counting = countingWords(t, rules);
  const told: readonly (readonly [RuleGroup, readonly string[], (at: number) => boolean])[] = [
    ['sits', sitsWords(t, rules), (at) => at === 0],
    ['quorum', quorumWords(t, rules), (at) => at < 3],
    [
      'voting',
      [
        t(`rules.say.online.${rules.online}`),
        t(`rules.say.casting.${rules.casting}`),
        t(`rules.say.opinions.${opinions.shown}.${opinions.marks}`),
        ...(isOne(rules) ? [] : [t(`rules.say.openings.${rules.openings}`, peopleOf(t, rules))]),
      ],
      () => false,
    ],
    ['counting', counting, (at) => at < counting.length - 1],
    ['tie', isOne(rules) ? [] : [tieWords(t, rules)], () => false],
    [
      'secrecy',
      [
        t(`rules.say.secrecy.${rules.secrecy}`),
        t(`rules.say.shares.${rules.shares}`, peopleOf(t, rules)),
        t(`rules.say.individualSheets.${rules.individualSheets}`),
      ],
      (at) => at === 0,
    ],
    [
      'rounds',
      [rounds.most === 1 ? t('rules.say.rounds.one') : t(`rules.say.rounds.${rounds.change}`, { most: rounds.most })],
      () => true,
    ],
    ['committee', [t(`rules.say.committee.${rules.committee}`)], () => rules.committee !== 'none'],
    [
      'conclusion',
      [
        isOne(rules)
          ? t('rules.say.conclusion.one')
          : t(`rules.say.conclusion.${vote}`, { portion: portionWords(t, conclusion, 'entitled') }),
      ],
      () => true,
    ],
  ];
  return told.flatMap(([group, texts, isMain]) => texts.map((text, at) => ({ group, text, main: isMain(at) })));
}

/** What the rules come to, in one paragraph. */
export const rulesSummary = (rules: CouncilRules, language: Language): string =>
  rulesWords(rules, language)
    .filter(({ main }) => main)
    .map(({ text }) => text)
    .join(' ');

const isKey = (key: string): key is keyof typeof rulesVi => Object.hasOwn(rulesVi, key);

/** A share by itself: "trên 3/4", "từ 2/3 trở lên", "tất cả". */
export function shareWords({ comparator, numerator, denominator }: ShareRule, language: Language): string {
  const t = sentences(language);
  return comparator === 'at-least' && numerator === denominator
    ? t('share.all')
    : t(`share.${comparator}`, { numerator, denominator });
}

/** What a rule is called, by its path (`quorum.share`), or what it belongs to; the path itself where none of it is known. */
export function ruleName(path: string, language: Language): string {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const key = `rules.${at}`;
    if (isKey(key)) return sentences(language)(key as 'rules.source');
  }
  return path;
}

/** What one choice of a rule is called (`quorum.chair`, `required`); the choice itself where it has no name. */
export function choiceName(path: string, choice: string, language: Language): string {
  const key = `rules.${path}.${choice}`;
  return isKey(key) ? sentences(language)(key as 'rules.source') : choice;
}

/** Why two rules do not go together. */
export function conflictWords({ path, with: other }: RulesConflict, language: Language): string {
  const key = `rules.conflict.${[...path, ...other].join('.')}`;
  if (isKey(key)) return sentences(language)(key as 'rules.conflict.shares.body');
  const named = { rule: ruleName(path.join('.'), language), other: ruleName(other.join('.'), language) };
  return sentences(language)('rules.conflict', named);
}
