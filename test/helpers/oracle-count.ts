// The count as the rules tell it, by brute force over fractions of whole numbers: what the engine is compared with. It shares nothing with the engine.

/** A fraction; the second number is above zero. */
export type Fraction = readonly [bigint, bigint];

export type ToldShare = { readonly comparator: string; readonly numerator: number; readonly denominator: number };
/** As much of a book of rules as a count asks for; a profile is one. */
export type ToldRules = {
  readonly scale:
    | { readonly of: 'pass-fail' }
    | { readonly of: 'points'; readonly passMark: number; readonly outlier: number | null };
  readonly counting: string;
  readonly threshold: ToldShare;
  readonly denominator: string;
  readonly tie: string;
  readonly secrecy: string;
};
export type ToldCriterion = {
  readonly id: string;
  readonly tags: readonly string[];
  readonly weight?: number | undefined;
};
export type ToldOutcome = {
  readonly outcome: string;
  readonly when: { readonly is: string; readonly tag?: string | undefined };
};
export type ToldSet = { readonly criteria: readonly ToldCriterion[]; readonly outcomes: readonly ToldOutcome[] };
export type ToldItem = { readonly mark: string; readonly points?: number | undefined };
/** A valid ballot and whose it is; what a barred member may not judge has no item. */
export type ToldBallot = { readonly who: string; readonly items: Readonly<Record<string, ToldItem>> };
/** The council at the close. */
export type ToldCouncil = {
  readonly present: readonly string[];
  readonly appointed: readonly string[];
  readonly presiding?: string | undefined;
  readonly barred: Readonly<Record<string, readonly string[]>>;
  /** Criteria whose own quorum did not hold. */
  readonly noQuorum: readonly string[];
};

export type ToldLine = {
  readonly id: string;
  readonly met: number;
  readonly notMet: number;
  readonly notApplicable: number;
  readonly of: number;
  readonly verdict: 'met' | 'not-met' | 'left-out';
  readonly noQuorum: boolean;
  /** Points: their sum and of how many ballots, the outlying ones among them. */
  readonly points: number;
  readonly ballots: number;
};
export type ToldResult = {
  readonly of: number;
  readonly lines: readonly ToldLine[];
  readonly positive: number;
  readonly outcome: string;
  /** What each way of counting gives; a scale knows two of the three. */
  readonly ways: Readonly<Record<string, string>>;
  /** Points: whose ballots lie too far off, in the order of the ballots. */
  readonly outliers: readonly string[];
  /** Points, over everything that is asked: the mean of all and of those that are left. */
  readonly mean: Fraction | undefined;
  readonly meanLeft: Fraction | undefined;
};

const whole = (number: number): Fraction => [BigInt(number), 1n];
const plus = (a: Fraction, b: Fraction): Fraction => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
const over = (a: Fraction, by: Fraction): Fraction => [a[0] * by[1], a[1] * by[0]];
/** Negative, zero or positive as `a` is below, at or above `b`. */
const compare = (a: Fraction, b: Fraction): bigint => a[0] * b[1] - b[0] * a[1];
const sum = (all: readonly Fraction[]): Fraction => all.reduce(plus, whole(0));
const average = (all: readonly Fraction[]): Fraction | undefined =>
  all.length === 0 ? undefined : over(sum(all), whole(all.length));

/** "More than 3/4", "at least 2/3": of nobody no share holds. */
export function holdsShare(share: ToldShare, count: number, of: number): boolean {
  if (of === 0) return false;
  const difference = compare([BigInt(count), BigInt(of)], [BigInt(share.numerator), BigInt(share.denominator)]);
  return share.comparator === 'more-than' ? difference > 0n : difference >= 0n;
}

/** Sides are even only where more than a half is asked for and exactly a half is there. */
export const isEven = (share: ToldShare, count: number, of: number): boolean =>
  of > 0 &&
  share.comparator === 'more-than' &&
  share.numerator + share.numerator === share.denominator &&
  count + count === of;

const has = (ballot: ToldBallot, id: string): boolean => ballot.items[id] !== undefined;
const without = (seats: readonly string[], { barred }: ToldCouncil, id: string): number =>
  seats.filter((seat) => !(barred[seat] ?? []).includes(id)).length;

function divisor(rules: ToldRules, council: ToldCouncil, ballots: readonly ToldBallot[], id?: string): number {
  const judged = id === undefined ? ballots.length : ballots.filter((ballot) => has(ballot, id)).length;
  if (rules.denominator === 'valid-ballots') return judged;
  const seats = rules.denominator === 'present' ? council.present : council.appointed;
  return Math.max(judged, id === undefined ? seats.length : without(seats, council, id));
}

export function toldResult(
  rules: ToldRules,
  set: ToldSet,
  ballots: readonly ToldBallot[],
  council: ToldCouncil,
): ToldResult {
  const { scale } = rules;
  const of = divisor(rules, council, ballots);
  const presiding = rules.secrecy === 'secret' ? undefined : ballots.find(({ who }) => who === council.presiding);
  const chairsSide = (count: number, among: number, isFor: (ballot: ToldBallot) => boolean): boolean =>
    rules.tie === 'chairs-side' && isEven(rules.threshold, count, among) && presiding !== undefined && isFor(presiding);
  const passes = (count: number, among: number, isFor: (ballot: ToldBallot) => boolean): boolean =>
    holdsShare(rules.threshold, count, among) || chairsSide(count, among, isFor);

  const marked = (id: string, mark: string) => (ballot: ToldBallot) => ballot.items[id]?.mark === mark;
  const leftOut = new Set(
    set.criteria
      .filter(({ id }) => {
        const out = ballots.filter(marked(id, 'not-applicable')).length;
        const ofThis = divisor(rules, council, ballots, id);
        return out > 0 && holdsShare(rules.threshold, out, ofThis) && !council.noQuorum.includes(id);
      })
      .map(({ id }) => id),
  );
  const left = (asked: readonly ToldCriterion[]) => asked.filter(({ id }) => !leftOut.has(id));

  // Points: what a ballot says of a list of criteria, each as heavy as the set has it.
  const score = (ballot: ToldBallot, asked: readonly ToldCriterion[]): Fraction | undefined => {
    const judged = left(asked).filter(({ id }) => has(ballot, id));
    if (judged.length === 0) return undefined;
    const heavy = ({ weight }: ToldCriterion) => whole(weight ?? 1);
    const given = judged.map((each): Fraction => {
      const [points] = whole(ballot.items[each.id]?.points ?? 0);
      return [points * heavy(each)[0], 1n];
    });
    return over(sum(given), sum(judged.map(heavy)));
  };
  const scores = (among: readonly ToldBallot[], asked: readonly ToldCriterion[]): Fraction[] =>
    (scale.of === 'points' ? among : []).flatMap((ballot) => {
      const found = score(ballot, asked);
      return found === undefined ? [] : [found];
    });

  const meanOfAll = scale.of === 'points' ? average(scores(ballots, set.criteria)) : undefined;
  const farOff = (ballot: ToldBallot): boolean => {
    const own = score(ballot, set.criteria);
    if (scale.of !== 'points' || scale.outlier === null || own === undefined || meanOfAll === undefined) return false;
    const difference = plus(own, [-meanOfAll[0], meanOfAll[1]]);
    const distance: Fraction = difference[0] < 0n ? [-difference[0], difference[1]] : difference;
    return compare([distance[0] * 100n, distance[1]], [meanOfAll[0] * BigInt(scale.outlier), meanOfAll[1]]) > 0n;
  };
  const far = scale.of === 'points' ? ballots.filter(farOff) : [];
  // Were all of them set aside, nothing would be left to count: then none is.
  const outliers = far.length === scores(ballots, set.criteria).length ? [] : far;
  const kept = ballots.filter((ballot) => !outliers.includes(ballot));
  const passMark = scale.of === 'points' ? whole(scale.passMark) : whole(0);
  const reaches = (mean: Fraction | undefined): boolean => mean !== undefined && compare(mean, passMark) >= 0n;

  const positive =
    (asked: readonly ToldCriterion[]) =>
    (ballot: ToldBallot): boolean => {
      if (scale.of === 'points') return reaches(score(ballot, asked));
      const judged = left(asked).filter(({ id }) => has(ballot, id));
      return judged.length > 0 && judged.every(({ id }) => marked(id, 'met')(ballot));
    };

  const lineOf = ({ id }: ToldCriterion): ToldLine => {
    const ofThis = divisor(rules, council, ballots, id);
    const count = (mark: string) => ballots.filter(marked(id, mark)).length;
    const noQuorum = council.noQuorum.includes(id);
    const met = count('met');
    const pointsIn = (among: readonly ToldBallot[]) =>
      among.filter((ballot) => has(ballot, id)).map((ballot) => whole(ballot.items[id]?.points ?? 0));
    const passed = scale.of === 'points' ? reaches(average(pointsIn(kept))) : passes(met, ofThis, marked(id, 'met'));
    return {
      id,
      met,
      notMet: count('not-met'),
      notApplicable: count('not-applicable'),
      of: ofThis,
      verdict: leftOut.has(id) ? 'left-out' : passed && !noQuorum ? 'met' : 'not-met',
      noQuorum,
      points: Number(sum(pointsIn(ballots))[0]),
      ballots: pointsIn(ballots).length,
    };
  };
  const lines = set.criteria.map(lineOf);

  const ways: Record<string, (asked: readonly ToldCriterion[]) => boolean> = {
    'per-ballot': (asked) => passes(ballots.filter(positive(asked)).length, of, positive(asked)),
    ...(scale.of === 'points'
      ? { mean: (asked) => reaches(average(scores(kept, asked))) }
      : {
          'per-criterion': (asked) =>
            left(asked).length > 0 &&
            left(asked).every(({ id }) => lines.find((line) => line.id === id)?.verdict === 'met'),
        }),
  };
  // A criterion that too few may judge stands in the way of "all", however it is counted.
  const short = (asked: readonly ToldCriterion[]) => asked.some(({ id }) => council.noQuorum.includes(id));
  const told = Object.fromEntries(
    Object.entries(ways).map(([way, holds]) => [way, firstThat(set, (asked) => !short(asked) && holds(asked))]),
  );
  return {
    of,
    lines,
    positive: ballots.filter(positive(set.criteria)).length,
    outcome: told[rules.counting] ?? '',
    ways: told,
    outliers: outliers.map(({ who }) => who),
    mean: meanOfAll,
    meanLeft: scale.of === 'points' ? average(scores(kept, set.criteria)) : undefined,
  };
}

function firstThat({ criteria, outcomes }: ToldSet, holds: (asked: readonly ToldCriterion[]) => boolean): string {
  for (const { outcome, when } of outcomes) {
    if (when.is === 'otherwise') return outcome;
    const asked = when.is === 'all-met' ? criteria : criteria.filter(({ tags }) => !tags.includes(when.tag ?? ''));
    if (holds(asked)) return outcome;
  }
  return '';
}

/** The same number, however it is written. */
export const isSame = (a: Fraction | undefined, b: Fraction | undefined): boolean =>
  a === undefined || b === undefined ? a === b : compare(a, b) === 0n;

export type ToldVotes = { readonly agree: number; readonly of: number; readonly presidingAgrees: boolean };

/** A conclusion or an election: a share of those entitled; on a tie the side of who presides. */
export const carries = (
  { conclusion, tie }: { readonly conclusion: ToldShare; readonly tie: string },
  { agree, of, presidingAgrees }: ToldVotes,
): boolean =>
  holdsShare(conclusion, agree, of) || (tie === 'chairs-side' && isEven(conclusion, agree, of) && presidingAgrees);
