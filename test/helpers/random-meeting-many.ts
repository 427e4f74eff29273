// Many random meetings, each from a seed of its own; tells the seed of one that fails, and how often the rare things happened.
import { isEven } from './oracle-count.ts';
import { all, type ToldMeeting } from './oracle-happenings.ts';
import { polls, roundResult, sheets, stepOf, stood, type ToldPoll, voteResult } from './oracle-polls.ts';
import { type Plot, playMeeting } from './random-meeting.ts';
import { type Random, randomFrom } from './seed.ts';

/** What must come up among many meetings, else they prove little. */
export const RARE = [
  'arrived late and was issued a ballot',
  'cast and left',
  'recused while the round was open',
  'recused from single criteria',
  'criterion without quorum',
  'quorum lost, round voided',
  'adjourned and resumed',
  'member replaced',
  'vice-chair presides',
  'second round',
  'ballot reopened',
  'ballot set aside',
  'ballot invalid',
  'ballot unopenable',
  'ballot late',
  'criterion left out',
  'ballot too far off the mean',
  'both ways of counting differ',
  'tie settled by the chair',
  'tie not passed',
  'vote tied',
  'vote by hands',
  'vote in secret',
  'two counts differed',
  'platform passed',
] as const;
export type Rare = (typeof RARE)[number];

function ofRound(told: ToldMeeting, poll: ToldPoll, seen: Set<Rare>): void {
  const result = roundResult(told, poll);
  const council = stood(told, poll);
  if (stepOf(told, poll.poll) === 'voided') seen.add('quorum lost, round voided');
  if (result === undefined || council === undefined) return;
  const statuses = new Set(sheets(told, poll).map(({ status }) => status));
  const closed = all(told, 'close').find((each) => each.poll === poll.poll)?.place ?? 0;
  const within = (place: number) => place > poll.place && place < closed;
  const cast = all(told, 'cast').filter((each) => each.poll === poll.poll);
  const left = all(told, 'attend').filter(({ place, how }) => within(place) && how === 'left');
  const chair = told.seats.find(({ role }) => role === 'chair')?.seat;
  const even = (count: number, of: number) => isEven(told.rules.threshold, count, of);
  const isPassFail = told.rules.scale.of === 'pass-fail';
  const tied = isPassFail ? result.lines.filter(({ met, of, verdict }) => even(met, of) && verdict !== 'left-out') : [];
  const found: readonly [Rare, boolean][] = [
    ['cast and left', left.some(({ seat, place }) => cast.some((each) => each.seat === seat && each.place < place))],
    [
      'recused while the round was open',
      all(told, 'declare').some(
        ({ place, platform, conflict, seat }) =>
          within(place) && platform === poll.platform && conflict && cast.some((each) => each.seat === seat),
      ),
    ],
    ['recused from single criteria', Object.keys(council.barred).length > 0],
    ['criterion without quorum', result.lines.some(({ noQuorum }) => noQuorum)],
    ['vice-chair presides', council.presiding !== undefined && council.presiding !== chair],
    ['second round', (poll.round ?? 0) > 1],
    ['ballot reopened', statuses.has('superseded')],
    ['ballot set aside', statuses.has('set-aside')],
    ['ballot unopenable', statuses.has('unopenable')],
    ['ballot invalid', result.invalid > 0],
    ['criterion left out', result.lines.some(({ verdict }) => verdict === 'left-out')],
    ['ballot too far off the mean', result.outliers.length > 0],
    ['both ways of counting differ', new Set(Object.values(result.ways)).size > 1],
    ['tie settled by the chair', tied.some(({ verdict }) => verdict === 'met')],
    ['tie not passed', tied.some(({ verdict, noQuorum }) => verdict === 'not-met' && !noQuorum)],
    ['platform passed', result.outcome === 'all'],
  ];
  for (const [name, is] of found) if (is) seen.add(name);
}

function rareIn({ told, tried }: Plot): ReadonlySet<Rare> {
  const meeting = told();
  const seen = new Set<Rare>();
  for (const poll of polls(meeting)) {
    if (poll.round !== undefined) ofRound(meeting, poll, seen);
    const vote = voteResult(meeting, poll);
    if (vote === undefined) continue;
    if (isEven(meeting.rules.conclusion, vote.agree, vote.of)) seen.add('vote tied');
    if (poll.hands) seen.add('vote by hands');
    if (poll.sealed) seen.add('vote in secret');
  }
  const found: readonly [Rare, boolean][] = [
    ['arrived late and was issued a ballot', all(meeting, 'issue').length > 0],
    ['adjourned and resumed', all(meeting, 'resume').length > 0],
    ['member replaced', all(meeting, 'replace').length > 0],
    ['ballot late', tried.some(({ act }) => act.act === 'cast' && act.ballot.startsWith('late'))],
    ['two counts differed', tried.some(({ refused }) => refused === 'counts-differ')],
  ];
  for (const [name, is] of found) if (is) seen.add(name);
  return seen;
}

export type Many = {
  readonly acts: number;
  readonly allowed: number;
  /** In how many of the meetings. */
  readonly rare: ReadonlyMap<Rare, number>;
};

/** Throws at the first meeting on which the oracle and the engine disagree, with its seed and everything in it. */
export function playMany(random: Random, count: number): Many {
  const rare = new Map<Rare, number>(RARE.map((name) => [name, 0]));
  let acts = 0;
  let allowed = 0;
  for (let at = 0; at < count; at++) {
    const seed = random.next();
    try {
      const plot = playMeeting(randomFrom(seed));
      acts += plot.tried.length;
      allowed += plot.told().happened.length;
      for (const name of rareIn(plot)) rare.set(name, (rare.get(name) ?? 0) + 1);
    } catch (error) {
      throw new Error(`meeting ${seed} (playMeeting(randomFrom(${seed}))): ${String(error)}`, { cause: error });
    }
  }
  return { acts, allowed, rare };
}
