// Desk, progress and reveal as they are drawn: what a reader without a sheet learns, what a sealed sheet shows, what charts say.
import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { SessionScreen } from '../../../renderer/screens/session-screen.tsx';
import { HouseProvider } from '../../../renderer/state/house.ts';
import { SessionProvider } from '../../../renderer/state/session.ts';
import { FIRST_SETTINGS } from '../../../renderer/state/settings.ts';
import { storeFor } from '../../../renderer/state/use-view.ts';
import { ChosenProvider } from '../../../renderer/state/words.ts';
import type { Phase } from '../../../shared/contract/phases.ts';
import type { SessionView } from '../../../shared/contract/views.ts';
import { sentences } from '../../../shared/lang/say.ts';
import { BOOK, type Given, hex, type State } from '../../gallery/given.ts';
import { givenHouse } from '../../gallery/given-house.ts';
import { stateOf } from '../../gallery/states.ts';

const t = sentences('vi');
const ME = 3;

function draw(given: Given, states: readonly (string | State)[], shown: Phase = 'scoring'): string {
  const asked = states.map((state) => (typeof state === 'string' ? stateOf(state) : state));
  const house = givenHouse(given, given.as ?? 'desk', asked);
  const store = storeFor(house.client);
  for (const view of ['session', 'criteria', 'results', 'minutes'] as const)
    store.subscribe(view, { book: BOOK }, () => {});
  const session = store.now('session', { book: BOOK });
  if (session?.ok !== true) throw new Error('no session');
  return renderToString(
    <HouseProvider value={house}>
      <ChosenProvider value={{ settings: { ...FIRST_SETTINGS, language: 'vi', theme: 'light' }, change: () => {} }}>
        <SessionProvider value={session.value}>
          <SessionScreen session={session.value} shown={shown} />
        </SessionProvider>
      </ChosenProvider>
    </HouseProvider>,
  );
}

const text = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ')
    .trim();

const session = (change: (session: SessionView) => SessionView): State => ({ views: { session: change } });
/** Nobody issued my seat a sheet, for the reason that is laid over it. */
const without = (change: (session: SessionView) => SessionView): readonly (string | State)[] => [
  'recused',
  session((given) => {
    const mine = given.me.seat;
    const bare: SessionView = {
      ...given,
      seats: given.seats.map((seat) => (seat.seat === mine ? { ...seat, presence: 'present', votes: true } : seat)),
      platforms: given.platforms.map((platform) => ({ ...platform, recused: [], undeclared: [] })),
    };
    return change(bare);
  }),
];
const mySeat = hex(ME + 1, 16);

describe('who holds no sheet', () => {
  const seat: Given = { phase: 'scoring', as: 'seat', me: ME };
  test.each([
    [
      'recused',
      (given: SessionView): SessionView => ({
        ...given,
        platforms: given.platforms.map((platform) => ({ ...platform, recused: [mySeat] })),
      }),
    ],
    [
      'absent',
      (given: SessionView): SessionView => ({
        ...given,
        // Where opinions carry no marks: else an absent member has a sheet of another kind.
        rules: { ...given.rules, opinions: { shown: 'before-scoring', marks: 'none' } },
        seats: given.seats.map((each) => (each.seat === mySeat ? { ...each, presence: 'excused' } : each)),
      }),
    ],
    [
      'novote',
      (given: SessionView): SessionView => ({
        ...given,
        seats: given.seats.map((each) => (each.seat === mySeat ? { ...each, votes: false } : each)),
      }),
    ],
    [
      'undeclared',
      (given: SessionView): SessionView => ({
        ...given,
        platforms: given.platforms.map((platform) => ({ ...platform, undeclared: [mySeat] })),
      }),
    ],
    ['late', (given: SessionView): SessionView => given],
  ] as const)('[SX4] reads why: %s', (why, change) => {
    const html = draw(seat, without(change));
    expect(text(html)).toContain(t(`scoring.why.${why}`));
    expect(html).not.toContain('class="marks"');
  });

  test('[SX4] reads criteria and evidence all the same', () => {
    const html = draw(
      seat,
      without((given) => given),
    );
    expect(html.match(/class="tree-row"/g)).toHaveLength(30);
    expect(html).toContain(t('evidence.choose'));
  });
});

describe('my sheet', () => {
  const seat: Given = { phase: 'scoring', as: 'seat' };
  test('[SX5] can be read after it is sealed, and not be changed', () => {
    const html = draw(seat, ['sheet-cast']);
    expect(text(html)).toContain(t('scoring.cast.done'));
    expect(text(html)).toContain(t('scoring.stand.received'));
    expect(html).toContain('class="sealed-mark"');
    expect(html).not.toContain('class="marks"');
    expect(html).not.toContain('<textarea');
  });

  test('[SX5] a sheet that is not sent yet says so', () => {
    expect(text(draw(seat, ['sheet-waiting']))).toContain(t('scoring.stand.waiting'));
  });

  test('[SX5] after the round is closed it is still there to be read, and the way on is named once', () => {
    const html = draw(seat, ['sheet-cast', 'round-closed']);
    expect(html).toContain('class="sealed-mark"');
    expect(text(html)).not.toContain(t('scoring.reopen'));
    expect(text(html).split(t('scoring.closed.go'))).toHaveLength(2);
    expect(text(html)).toContain(t('scoring.stand.closed'));
  });
});

test('[SX6] before the count the reveal tells who is done, seat by seat, and no mark of anybody', () => {
  const html = text(draw({ phase: 'scoring', as: 'desk' }, [], 'reveal'));
  expect(html).toContain(t('progress.summary', { done: 1, all: 5 }));
  for (const word of ['met', 'not-met', 'not-applicable', 'insufficient'] as const)
    expect(html).not.toContain(t(`mark.${word}`));
});

test('[SX7] every bar after the count says in words what it shows', () => {
  const html = draw({ phase: 'reveal', members: 15, criteria: 120 }, [], 'reveal');
  const said = [...html.matchAll(/class="chart-stack"[^>]*aria-label="([^"]*)"[^>]*aria-hidden="false"/g)].map(
    ([, words = '']) => words,
  );
  // One for each criterion and one for each group.
  expect(said).toHaveLength(126);
  expect(said.every((words) => /\d/.test(words) && words.includes(t('matrix.notMet')))).toBe(true);
});
