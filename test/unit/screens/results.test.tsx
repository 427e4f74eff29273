// From the count to the vote as it is drawn: who sees what before the counting minutes, orders, rounds, figures, votes.
import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { countedOf, keysOf, readFigure, typedOf } from '../../../renderer/screens/count-figures.ts';
import { byDistance, distanceOf } from '../../../renderer/screens/matrix-order.ts';
import { ProjectorScreen } from '../../../renderer/screens/projector-screen.tsx';
import { alphaWord } from '../../../renderer/screens/results-agreement.tsx';
import { changesBetweenRounds, talliesBetweenRounds } from '../../../renderer/screens/rounds-diff.ts';
import { SessionScreen } from '../../../renderer/screens/session-screen.tsx';
import { minutesOf } from '../../../renderer/screens/talk-clock.tsx';
import { HouseProvider } from '../../../renderer/state/house.ts';
import { SessionProvider } from '../../../renderer/state/session.ts';
import { FIRST_SETTINGS } from '../../../renderer/state/settings.ts';
import { storeFor } from '../../../renderer/state/use-view.ts';
import { ChosenProvider } from '../../../renderer/state/words.ts';
import type { Phase } from '../../../shared/contract/phases.ts';
import type { Views } from '../../../shared/contract/views.ts';
import { DEFAULT_RULES } from '../../../shared/council/default-rules.ts';
import { LANGUAGES, type Language, sentences } from '../../../shared/lang/say.ts';
import { BOOK, type Given, hex, POLL } from '../../gallery/given.ts';
import { givenHouse } from '../../gallery/given-house.ts';
import { givenPlatform, givenRound, markOf } from '../../gallery/given-results.ts';
import { seatId } from '../../gallery/given-session.ts';
import { stateOf } from '../../gallery/states.ts';

const t = sentences('vi');

function open(given: Given, states: readonly string[]) {
  const house = givenHouse(given, given.as ?? 'desk', states.map(stateOf));
  const store = storeFor(house.client);
  for (const view of ['session', 'criteria', 'results', 'minutes', 'count', 'talk', 'projector'] as const)
    store.subscribe(view, { book: BOOK }, () => {});
  const viewOf = <V extends keyof Views>(view: V): Views[V]['value'] => {
    const value = store.now(view, { book: BOOK } as never);
    if (value?.ok !== true) throw new Error(`no ${view}`);
    return value.value as Views[V]['value'];
  };
  return { house, viewOf };
}

function draw(given: Given, states: readonly string[], shown: Phase, language: Language = 'vi'): string {
  const { house, viewOf } = open(given, states);
  const session = viewOf('session');
  return renderToString(
    <HouseProvider value={house}>
      <ChosenProvider value={{ settings: { ...FIRST_SETTINGS, language, theme: 'light' }, change: () => {} }}>
        <SessionProvider value={session}>
          <SessionScreen session={session} shown={shown} />
        </SessionProvider>
      </ChosenProvider>
    </HouseProvider>,
  );
}

function drawWall(given: Given, states: readonly string[]): string {
  const { viewOf } = open(given, states);
  return renderToString(
    <ChosenProvider value={{ settings: { ...FIRST_SETTINGS, language: 'vi', theme: 'light' }, change: () => {} }}>
      <ProjectorScreen view={viewOf('projector')} />
    </ChosenProvider>,
  );
}

const text = (html: string): string =>
  html
    .replace(/<!-- -->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const MARKS = [t('mark.met'), t('mark.not-met'), t('mark.not-applicable'), t('verdict.left-out')];

describe('before the counting minutes', () => {
  test('[CX1] who is not of the committee sees who has reported, and not one mark', () => {
    const html = draw({ phase: 'reveal', as: 'seat', me: 6 }, ['count-one'], 'reveal');
    expect(text(html)).toContain(`Lý Xuân Trường · ${t('count.reported')}`);
    expect(text(html)).toContain(t('count.others'));
    for (const mark of MARKS) expect(text(html)).not.toContain(mark);
    expect(html).not.toMatch(/class="cell|count-sheets|count-form/);
  });

  test('[CX1] the wall says that the committee is at work, and nothing that it counts', () => {
    const wall = drawWall({ phase: 'reveal' }, ['wall-counting']);
    expect(text(wall)).toContain(t('projector.counting.words'));
    expect(wall).not.toMatch(/wall-tally|wall-criterion/);
    for (const mark of MARKS) expect(text(wall)).not.toContain(mark);
  });

  test('[CX2] a member of it finds the sheets without a name, and a form with nothing filled in', () => {
    const html = draw({ phase: 'reveal', as: 'seat', me: 3 }, ['count-none'], 'reveal');
    const inputs = [...html.matchAll(/<input[^>]*class="input figure"[^>]*>/g)].map(([input]) => input);
    expect(inputs).toHaveLength(5 + 30 * 3);
    expect(inputs.every((input) => input.includes('value=""'))).toBe(true);
    const sheets = html.slice(html.indexOf('count-sheets'), html.indexOf('count-form'));
    expect(text(sheets)).toContain(t('count.sheet', { number: 1, all: 5 }));
    for (const name of ['Trâm', 'Trường', 'Hưởng', 'Ngữ', 'Oanh']) expect(sheets).not.toContain(name);
  });

  test('[CX3] where two counts differ each figure is named with mine and the other one; the desk is told how many', () => {
    const mine = text(draw({ phase: 'reveal', as: 'seat', me: 1 }, ['count-differ'], 'reveal'));
    expect(mine).toContain('G1-01 · Đạt 3 5');
    expect(mine).toContain('G1-03 · Không đạt 1 2');
    const others = text(draw({ phase: 'reveal', as: 'seat', me: 6 }, ['count-differ'], 'reveal'));
    expect(others).toContain(t('count.differ', { count: 3 }));
    expect(others).not.toContain('G1-01');
  });
});

test('[CX2] a count is whole numbers only, and is reported when every figure is one', () => {
  expect([readFigure('12'), readFigure(' 7 '), readFigure(''), readFigure('1,5'), readFigure('-1')]).toEqual([
    12,
    7,
    undefined,
    undefined,
    undefined,
  ]);
  const ids = ['a', 'b'];
  const keys = keysOf(ids, false);
  expect(keys).toHaveLength(5 + 6);
  const whole = Object.fromEntries(keys.map((key, at) => [key, String(at)]));
  const counted = countedOf(whole, ids, false);
  expect(counted?.lines[1]).toEqual({ criterion: 'b', met: 8, notMet: 9, notApplicable: 10, points: 0 });
  // What was reported can be typed again: it is one's own.
  expect(countedOf(typedOf(counted, false), ids, false)).toEqual(counted);
  for (const key of keys) expect(countedOf({ ...whole, [key]: '' }, ids, false), key).toBeUndefined();
  expect(countedOf(Object.fromEntries(keysOf(ids, true).map((key) => [key, '3'])), ids, true)?.lines[0]).toEqual({
    criterion: 'a',
    met: 0,
    notMet: 0,
    notApplicable: 3,
    points: 3,
  });
});

test('[CX4] distance is how many marks stand between a verdict and the other one; the nearest comes first', () => {
  const { result } = givenPlatform(15, 120);
  const row = result.criteria[0];
  if (row === undefined) throw new Error('no row');
  const at = (met: number, rest: Partial<typeof row> = {}) =>
    distanceOf(
      { ...row, met, notMet: 12 - met, notApplicable: 0, of: 12, verdict: met > 9 ? 'met' : 'not-met', ...rest },
      result,
    );
  // More than 3/4 of 12 is 10.
  expect([at(12), at(10), at(9), at(0)]).toEqual([3, 1, 1, 10]);
  expect(at(0, { notMet: 1, notApplicable: 11, verdict: 'left-out' })).toBe(2);
  const ordered = byDistance(result.criteria, result).map((each) => distanceOf(each, result));
  expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
  expect(new Set(ordered).size).toBeGreaterThan(1);
  expect(byDistance(result.criteria, result)).toHaveLength(120);
});

test('[CX5] the rounds are told apart by who changed what into what and why, and by what it did to the counts', () => {
  const asked = { rules: DEFAULT_RULES, mark: markOf };
  const before = givenRound(7, 30, { ...asked, poll: hex(950, 16), round: 1 });
  const after = givenRound(7, 30, {
    ...asked,
    poll: POLL,
    round: 2,
    mark: (at, index) => (at === 0 && index === 0 ? { mark: 'met', change: 'Đã bổ sung.' } : markOf(at, index)),
  });
  expect(changesBetweenRounds(before, before)).toEqual([]);
  expect(changesBetweenRounds(before, after)).toMatchObject([
    { criterion: 'G1-01', seat: seatId(0), before: { mark: 'not-met' }, after: { mark: 'met' }, reason: 'Đã bổ sung.' },
  ]);
  const changed = talliesBetweenRounds(before, after).filter(({ isChanged }) => isChanged);
  expect(changed.map(({ criterion }) => criterion)).toEqual(['G1-01']);
  const secret = (round: typeof after) => ({
    ...round,
    sheets: round.sheets.map((sheet) => ({ ...sheet, seat: null })),
  });
  expect(changesBetweenRounds(secret(before), secret(after))).toEqual([]);
});

test('[CX6] secret ballots stand by number; no name of a member is over a column', () => {
  const html = draw({ phase: 'reveal' }, ['secret-ballots'], 'reveal');
  const head = html.slice(html.indexOf('<thead'), html.indexOf('</thead'));
  expect(text(head)).toContain(t('results.sheet', { number: 5 }));
  for (const name of ['Trâm', 'Trường', 'Hưởng', 'Oanh']) expect(head).not.toContain(name);
});

test('[CX7] what alpha means is said by the marks its author set', () => {
  expect(['1.000', '0.800', '0.799', '0.667', '0.666', '0.001', '0.000', '-0.200'].map(alphaWord)).toEqual([
    'high',
    'high',
    'fair',
    'fair',
    'low',
    'low',
    'none',
    'none',
  ]);
});

describe('votes', () => {
  test.each(LANGUAGES)('[CX8] of a secret vote only the counts are told (%s)', (language) => {
    const html = text(draw({ phase: 'conclusion' }, ['secret-passed', 'reserved-none'], 'conclusion', language));
    expect(html).toContain(sentences(language)('conclusion.vote.count', { agree: 4, disagree: 1, abstain: 0, of: 5 }));
    expect(html).toContain(sentences(language)('vote.secret.counts'));
    for (const name of ['Lý Xuân Trường', 'Hoàng Thị Kiều Oanh']) expect(html).not.toContain(name);
  });

  test('[CX9] raised hands are told as counted, with how the presiding person voted and whose side settled a tie', () => {
    const html = text(draw({ phase: 'conclusion' }, ['hands-tied'], 'conclusion'));
    expect(html).toContain(t('vote.tie.carried'));
    expect(html).toContain(t('vote.hands.presided', { choice: t('choice.agree').toLowerCase() }));
  });

  test('[CX9] only the desk enters hands; a member is told to raise one', () => {
    expect(draw({ phase: 'conclusion' }, ['hands-open'], 'conclusion')).toContain('hands-form');
    const seat = draw({ phase: 'conclusion', as: 'seat' }, ['hands-open'], 'conclusion');
    expect(seat).not.toContain('hands-form');
    expect(text(seat)).toContain(t('vote.hands.members'));
  });

  test('[CX10] a conclusion that was not carried leaves room for another one, at the desk', () => {
    expect(text(draw({ phase: 'conclusion' }, ['vote-failed'], 'conclusion'))).toContain(t('conclusion.another'));
    expect(text(draw({ phase: 'conclusion', as: 'seat' }, ['vote-failed'], 'conclusion'))).not.toContain(
      t('conclusion.another'),
    );
    expect(text(draw({ phase: 'conclusion' }, ['vote-passed'], 'conclusion'))).not.toContain(t('conclusion.another'));
  });
});

test('[CX11] a screen that follows shows the discussion at the criterion that is pointed at, whoever it chose before', () => {
  const html = draw({ phase: 'reveal', as: 'seat' }, ['talk-led'], 'reveal');
  expect(text(html)).toContain(t('talk.led.in'));
  expect(html).toMatch(/id="talk-G1-01"[^>]*aria-current="true"/);
  // The desk leads: nothing leads it.
  expect(draw({ phase: 'reveal' }, ['talk-led'], 'reveal')).not.toContain('follow-strip');
});

test('[CX12] a decision that one mark turns names the criterion; the rule of counting has its divisor in words', () => {
  const html = text(draw({ phase: 'reveal' }, [], 'reveal'));
  expect(html).toContain(t('margin.weak.short', { criteria: 'G1-01' }));
  expect(html).toContain(t('results.of.present', { of: 5 }));
});

test('minutes and seconds', () => {
  expect([minutesOf(0), minutesOf(65), minutesOf(3600)]).toEqual(['0:00', '1:05', '60:00']);
});
