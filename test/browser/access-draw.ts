// Which states of the gallery a run looks at, in which look: all of them in all looks, or a selection that a seed draws.
import { SHOTS } from '../gallery/shots.ts';
import type { Look } from '../gallery/take-shot.ts';
import type { Random } from '../helpers/seed.ts';
import type { Visit } from './access-walk.ts';

const LOOKS: readonly Look[] = [
  { language: 'vi', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'en', theme: 'light' },
  { language: 'vi', theme: 'dark' },
];

/** States whose shape is not that of their screen: forms, long tables, dialogs, panes that something opens. */
export const SHAPES: readonly string[] = [
  'home-full',
  'check-broken',
  'library-acts',
  'load-sheet',
  'load-tree',
  'load-pack',
  'compare-120',
  'set-errors',
  'set-points',
  'set-consult-one',
  'set-promulgate',
  'new-errors',
  'new-large-council',
  'new-large-platforms',
  'new-large-look',
  'new-paste',
  'new-rules',
  'new-rules-conflict',
  'attendance-code',
  'attendance-long',
  'declare-conflict',
  'scoring-ask',
  'scoring-120',
  'scoring-cast',
  'progress-15',
  'reveal-ready',
  'matrix-cell',
  'matrix-file',
  'conclusion-put',
  'conclusion-vote-seat',
  'conclusion-platforms',
  'minutes-fact',
  'minutes-stale',
  'minutes-seat',
  'signing-two',
  'wall-reveal',
  'guide-mark',
  'help-found',
  'frame-find',
  'frame-worries',
];

/** A thousand rows of one shape hold a page up for half a minute: they are left to the long run. */
const LONGEST: readonly string[] = ['log-thousand', 'log-led'];

export const screenOf = (name: string): string => name.split('-')[0] ?? name;

const isFirst = (name: string): boolean => SHOTS.find(([other]) => screenOf(other) === screenOf(name))?.[0] === name;

const openedIn = (place: number): Visit['opened'] => (place % 2 === 0 ? 'wide' : 'zoomed');

/** Every state in each of the four looks. */
export const allVisits = (): readonly Visit[] =>
  LOOKS.flatMap((look, turn) => SHOTS.map(([name], place) => ({ name, look, opened: openedIn(place + turn) })));

/** One state of each screen, what has a shape of its own, and as many of the others as are asked for, in one look each. */
export function drawVisits(random: Random, others: number): readonly Visit[] {
  const always = SHOTS.map(([name]) => name).filter((name) => isFirst(name) || SHAPES.includes(name));
  const rest = SHOTS.map(([name]) => name).filter((name) => !always.includes(name) && !LONGEST.includes(name));
  const drawn = new Set([...always, ...random.shuffle(rest).slice(0, others)]);
  const looks = random.shuffle(LOOKS);
  return SHOTS.filter(([name]) => drawn.has(name)).map(([name], place) => ({
    name,
    look: looks[place % looks.length] ?? { language: 'vi', theme: 'light' },
    opened: openedIn(random.integer(0, 1)),
  }));
}
