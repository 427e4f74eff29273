// The rules of a council as data: who must be there, who may vote, what divides what, and when something has passed.
import { z } from 'zod';
import { type ShareRule, shareRule } from './share.ts';

const words = (max: number) => z.string().min(1).max(max);
const whole = (least: number, most: number) => z.int().min(least).max(most);

/** Two scales (domain, section 3, "Mark"). `outlier`: a ballot further than this percentage off the mean is set aside once. */
const scale = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('pass-fail') }),
  z.strictObject({ of: z.literal('points'), passMark: whole(0, 100), outlier: whole(1, 100).nullable() }),
]);
export type Scale = z.output<typeof scale>;

export const COUNTINGS = ['per-criterion', 'per-ballot', 'mean'] as const;
export type Counting = (typeof COUNTINGS)[number];

/** Every row of the table of rules (domain, section 3); what is advice only warns, the rest binds. */
export const rulesShape = {
  v: z.literal(1),
  id: words(60),
  name: z.strictObject({ vi: words(200), en: words(200) }),
  /** Where the rules come from (decree and article, circular, or the council's own decision); printed in the minutes. */
  source: z.string().max(500),
  /** Who evaluates. A hired unit makes one report that one person signs. */
  body: z.enum(['council', 'expert-group', 'hired-unit']),
  /** Advice: a council outside it is warned about, never refused. Voting members. */
  size: z.strictObject({ least: whole(1, 200), most: whole(1, 200), even: z.enum(['warned', 'allowed']) }),
  /** Advice: at most so many vice-chairs, at least so many reviewers. */
  roles: z.strictObject({ viceChairs: whole(0, 9), reviewers: whole(0, 20) }),
  quorum: z.strictObject({
    /** Of the voting seats appointed, less the recused. */
    share: shareRule,
    chair: z.enum(['required', 'not-required']),
    /** Whether a vice-chair with the chair's written authorisation (giấy ủy quyền) stands in for the chair. */
    viceChair: z.enum(['with-authorisation', 'never']),
    secretary: z.enum(['required', 'not-required']),
    reviewers: z.enum(['not-required', 'one', 'all']),
    /** What a recusal is from, and so what the quorum is recounted for: a platform, or single criteria of it. */
    per: z.enum(['platform', 'criterion']),
  }),
  /** Whether who attends online counts as present and votes. */
  online: z.enum(['counts', 'does-not-count']),
  /** `from-a-distance`: who does not attend may cast as well; never part of the quorum. */
  casting: z.enum(['attending', 'from-a-distance']),
  /** Written opinions of absent members: never counted. Marks in them are sealed and opened with the rest. */
  opinions: z.strictObject({
    shown: z.enum(['before-scoring', 'after-reveal']),
    marks: z.enum(['none', 'sealed']),
  }),
  /** Who has opened which evidence: before the reveal counts, for chair and secretary; names after it, or at once. */
  openings: z.enum(['named-after-reveal', 'named-at-once']),
  scale,
  /** `mean` goes with points only, `per-criterion` with pass or fail only. */
  counting: z.enum(COUNTINGS),
  threshold: shareRule,
  /** What a count is divided by. `present`: who took part in the round, at its close. */
  denominator: z.enum(['present', 'valid-ballots', 'appointed']),
  /** Only where more than half decides and exactly half are for it. */
  tie: z.enum(['chairs-side', 'not-passed']),
  /** `blind`: until the reveal; `open`: every ballot is seen as it is cast; `secret`: nobody's name stands on a ballot. */
  secrecy: z.enum(['blind', 'open', 'secret']),
  /** Who holds the two key shares of each sealed ballot; `none`: a ballot whose device is lost cannot be opened. */
  shares: z.enum(['chair-and-secretary', 'counting-committee', 'none']),
  rounds: z.strictObject({ most: whole(1, 9), change: z.enum(['reason-required', 'free']) }),
  /** Three elected members of whom two count on their own; `none`: the count is the application's, open to everybody. */
  committee: z.enum(['three', 'none']),
  /** Needed among those entitled, for a conclusion and for an election. */
  conclusion: shareRule,
  /** How the vote on a conclusion is taken. */
  vote: z.enum(['hands', 'open', 'secret']),
  individualSheets: z.boolean(),
} as const;

const shape = z.strictObject(rulesShape);
export type CouncilRules = z.output<typeof shape>;

/** A rule that does not go with another: where it stands, and which (refusal code `rules-conflict`). */
export type RulesConflict = { readonly path: readonly string[]; readonly with: readonly string[] };

const SHARES: readonly { readonly path: readonly string[]; readonly of: (rules: CouncilRules) => ShareRule }[] = [
  { path: ['quorum', 'share'], of: ({ quorum }) => quorum.share },
  { path: ['threshold'], of: ({ threshold }) => threshold },
  { path: ['conclusion'], of: ({ conclusion }) => conclusion },
];

/** Neither a share that nobody reaches ("more than 4/4") nor one that nobody is needed for ("at least 0/4"). */
const isReachable = ({ comparator, numerator, denominator }: ShareRule): boolean =>
  comparator === 'more-than' ? numerator < denominator : numerator > 0 && numerator <= denominator;

export function rulesConflicts(rules: CouncilRules): readonly RulesConflict[] {
  const { scale, counting, size, secrecy, committee, shares, body } = rules;
  const fits = scale.of === 'points' ? counting !== 'per-criterion' : counting !== 'mean';
  const found: (RulesConflict | false)[] = [
    !fits && { path: ['counting'], with: ['scale', 'of'] },
    size.least > size.most && { path: ['size', 'least'], with: ['size', 'most'] },
    // A sheet with a name on it is no secret ballot.
    secrecy === 'secret' && rules.individualSheets && { path: ['individualSheets'], with: ['secrecy'] },
    // Who is barred from a criterion would be known by what the ballot lacks.
    secrecy === 'secret' && rules.quorum.per === 'criterion' && { path: ['quorum', 'per'], with: ['secrecy'] },
    shares === 'counting-committee' && committee === 'none' && { path: ['shares'], with: ['committee'] },
    // One report by one unit: nobody to elect, nobody to hold a share, nobody to hide a mark from.
    body === 'hired-unit' && committee !== 'none' && { path: ['committee'], with: ['body'] },
    body === 'hired-unit' && shares !== 'none' && { path: ['shares'], with: ['body'] },
    ...SHARES.map(
      ({ path, of }) => !isReachable(of(rules)) && { path: [...path, 'numerator'], with: [...path, 'denominator'] },
    ),
  ];
  return found.filter((each) => each !== false);
}

export const councilRules = shape.superRefine((rules, context) => {
  for (const { path, with: other } of rulesConflicts(rules))
    context.addIssue({ code: 'custom', path: [...path], message: `rules-conflict ${other.join('.')}` });
});
