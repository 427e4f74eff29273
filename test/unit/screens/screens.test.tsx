// Every screen, drawn from given views in both languages: it stands, speaks that language, and names what can be pressed.

import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { CheckFileScreen } from '../../../renderer/screens/check-file-screen.tsx';
import { HomeScreen } from '../../../renderer/screens/home-screen.tsx';
import { JoinScreen } from '../../../renderer/screens/join-screen.tsx';
import { NewSessionScreen } from '../../../renderer/screens/new-session-screen.tsx';
import { SessionScreen } from '../../../renderer/screens/session-screen.tsx';
import { SettingsScreen } from '../../../renderer/screens/settings-screen.tsx';
import { HouseProvider } from '../../../renderer/state/house.ts';
import { SessionProvider } from '../../../renderer/state/session.ts';
import { FIRST_SETTINGS } from '../../../renderer/state/settings.ts';
import { storeFor } from '../../../renderer/state/use-view.ts';
import { ChosenProvider } from '../../../renderer/state/words.ts';
import { PHASES } from '../../../shared/contract/phases.ts';
import { LANGUAGES, type Language } from '../../../shared/lang/say.ts';
import { screensVi } from '../../../shared/lang/screens-vi.ts';
import { BOOK, type Given } from '../../gallery/given.ts';
import { givenHouse } from '../../gallery/given-house.ts';
import { givenContent } from '../../gallery/given-minutes.ts';
import { givenSession } from '../../gallery/given-session.ts';

function draw(language: Language, given: Given, screen: ReactNode): string {
  const house = givenHouse(given);
  // A server drawing waits for nobody: the views are there before it begins.
  const store = storeFor(house.client);
  store.subscribe('home', {}, () => {});
  for (const view of ['session', 'criteria', 'results', 'minutes', 'log'] as const)
    store.subscribe(view, { book: BOOK }, () => {});
  return renderToString(
    <HouseProvider value={house}>
      <ChosenProvider value={{ settings: { ...FIRST_SETTINGS, language, theme: 'light' }, change: () => {} }}>
        <SessionProvider value={givenSession(given)}>{screen}</SessionProvider>
      </ChosenProvider>
    </HouseProvider>,
  );
}

const text = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Buttons without any word of their own. */
const nameless = (html: string): readonly string[] =>
  [...html.matchAll(/<button([^>]*)>(.*?)<\/button>/gs)]
    .filter(([, attributes = '', inside = '']) => !/aria-label(ledby)?="[^"]+"/.test(attributes) && text(inside) === '')
    .map(([whole]) => whole.slice(0, 120));

describe.each(LANGUAGES)('in %s', (language) => {
  test.each([...PHASES, 'log'] as const)('the screen of %s stands for the desk and for a member', (shown) => {
    for (const as of ['desk', 'seat'] as const) {
      const given: Given = { phase: shown === 'log' ? 'minutes' : shown, as, kind: 'rehearsal' };
      const html = draw(language, given, <SessionScreen session={givenSession(given)} shown={shown} />);
      expect(text(html).length).toBeGreaterThan(20);
      expect(html).not.toMatch(/undefined|\[object|NaN|\{\w+\}/);
      expect(nameless(html)).toEqual([]);
    }
  });

  test('the screens outside a session stand', () => {
    for (const screen of [
      <HomeScreen key="h" />,
      <JoinScreen key="j" code="" />,
      <NewSessionScreen key="n" />,
      <SettingsScreen key="s" />,
      <CheckFileScreen key="c" />,
    ]) {
      const html = draw(language, { phase: 'prepare' }, screen);
      expect(text(html).length).toBeGreaterThan(20);
      expect(nameless(html)).toEqual([]);
    }
  });
});

test('[U9] no mark of anybody stands on the progress or reveal screen before the count', () => {
  const given: Given = { phase: 'scoring', as: 'desk' };
  const html = text(draw('vi', given, <SessionScreen session={givenSession(given)} shown="reveal" />));
  expect(html).toContain(screensVi['reveal.sealed']);
  expect(html).not.toContain(screensVi['matrix.title']);
  expect(html).not.toContain(screensVi['mark.not-met']);
});

test('the matrix has a row for every criterion and a column for every sheet', () => {
  const given: Given = { phase: 'conclusion', members: 15, criteria: 120 };
  const html = draw('vi', given, <SessionScreen session={givenSession(given)} shown="reveal" />);
  expect(html.match(/class="matrix-row"/g)).toHaveLength(120);
  expect(html.match(/class="member-head"/g)).toHaveLength(13);
  expect(html.match(/class="cell (met|not-met|not-applicable)"/g)).toHaveLength(120 * 13);
});

test('every fact in the minutes is a chip that can be pressed', () => {
  const given: Given = { phase: 'minutes' };
  const html = draw('vi', given, <SessionScreen session={givenSession(given)} shown="minutes" />);
  const paragraphs = [...givenContent.fields.flatMap((field) => field.paragraphs), givenContent.closing];
  const facts = paragraphs.flatMap(({ parts }) => parts.filter((part) => typeof part !== 'string'));
  expect(facts.length).toBeGreaterThan(10);
  expect(html.match(/class="fact"/g)).toHaveLength(facts.length);
  expect(html).toContain('Số liệu khóa: 05. Xem nguồn.');
});

test('an act that is not possible yet is off and says why', () => {
  const given: Given = { phase: 'attendance', as: 'desk' };
  const html = draw('vi', given, <SessionScreen session={givenSession(given)} shown="scoring" />);
  expect(text(html)).toContain('chưa cam kết về xung đột lợi ích');
  expect(html).toMatch(/<button[^>]*disabled[^>]*>Mở vòng chấm/);
});
