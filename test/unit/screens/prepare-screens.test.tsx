// The screens before scoring, drawn from given views: doors that say the truth, errors that lead somewhere, what is missing.
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { HomeScreen } from '../../../renderer/screens/home-screen.tsx';
import { CouncilFields } from '../../../renderer/screens/new-council.tsx';
import { CriteriaFields } from '../../../renderer/screens/new-criteria.tsx';
import { ErrorList } from '../../../renderer/screens/new-errors.tsx';
import { LookOver } from '../../../renderer/screens/new-look.tsx';
import { MeetingFields } from '../../../renderer/screens/new-meeting.tsx';
import { PlatformsFields } from '../../../renderer/screens/new-platforms.tsx';
import { PrepareScreen } from '../../../renderer/screens/prepare-screen.tsx';
import { RollCall } from '../../../renderer/screens/roll-call.tsx';
import { formErrors } from '../../../renderer/state/form-errors.ts';
import { HouseProvider } from '../../../renderer/state/house.ts';
import { SessionProvider } from '../../../renderer/state/session.ts';
import { FIRST_FORM, type FormState, newEvidence } from '../../../renderer/state/session-form.ts';
import { FIRST_SETTINGS } from '../../../renderer/state/settings.ts';
import { storeFor } from '../../../renderer/state/use-view.ts';
import { ChosenProvider } from '../../../renderer/state/words.ts';
import { ok } from '../../../shared/base/result.ts';
import { EDIT_REASONS } from '../../../shared/contract/session-edit.ts';
import { WAITS } from '../../../shared/contract/views.ts';
import { LANGUAGES, type Language, sentences } from '../../../shared/lang/say.ts';
import { BOOK, type Given } from '../../gallery/given.ts';
import { LIBRARY } from '../../gallery/given-criteria.ts';
import { givenHouse } from '../../gallery/given-house.ts';
import { givenSession } from '../../gallery/given-session.ts';
import { prepareStates } from '../../gallery/states-prepare.ts';

function draw(
  language: Language,
  screen: ReactNode,
  given: Given = { phase: 'prepare' },
  states: Parameters<typeof givenHouse>[2] = [],
) {
  const house = givenHouse(given, undefined, states);
  const store = storeFor(house.client);
  store.subscribe('home', {}, () => {});
  for (const view of ['session', 'criteria'] as const) store.subscribe(view, { book: BOOK }, () => {});
  return renderToString(
    <HouseProvider value={house}>
      <ChosenProvider value={{ settings: { ...FIRST_SETTINGS, language }, change: () => {} }}>
        <SessionProvider value={givenSession(given)}>{screen}</SessionProvider>
      </ChosenProvider>
    </HouseProvider>,
  );
}
const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

test.each(LANGUAGES)(
  '[PR16] the desk has its five doors in %s; the two that are not built say so and are off',
  (language) => {
    const t = sentences(language);
    const html = draw(language, <HomeScreen />);
    for (const door of ['home.new', 'home.join', 'home.package', 'home.check', 'home.register'] as const)
      expect(html).toContain(`>${t(door)}<`);
    expect(textOf(html).split(t('home.later'))).toHaveLength(3);
    for (const door of ['home.package', 'home.register'] as const)
      expect(html).toMatch(new RegExp(`<button[^>]*disabled[^>]*>${t(door)}<`));
  },
);

test('[PR16] an empty desk teaches: what it is for, the steps, a rehearsal before anything else', () => {
  const states = Object.entries(prepareStates).flatMap(([name, state]) => (name === 'home-empty' ? [state] : []));
  const html = draw('vi', <HomeScreen />, { phase: 'prepare' }, states);
  const t = sentences('vi');
  expect(html).toContain(t('home.empty'));
  expect(html).toMatch(new RegExp(`class="button main"[^>]*>${t('home.rehearse.start')}<`));
});

test('[PR9] every state a card can tell has a sentence of its own', () => {
  for (const language of LANGUAGES) {
    const told = WAITS.map((what) => sentences(language)(`wait.${what}`, { count: 7 }));
    expect(new Set(told).size).toBe(WAITS.length);
  }
});

const WRONG: FormState = {
  ...FIRST_FORM,
  criteria: LIBRARY.sha256 as never,
  thresholds: { 'G1-05': { how: 'set', value: 'x', source: '' } },
  members: FIRST_FORM.members.slice(0, 2).map((member) => ({ ...member, role: 'observer' as const })),
  platforms: FIRST_FORM.platforms.map((platform) => ({
    ...platform,
    measured: { 'G1-05': '1e3' },
    evidence: [
      {
        ...newEvidence(
          7,
          { name: '[Mật] báo cáo.pdf', path: '[Mật] báo cáo.pdf', size: 1 },
          'a'.repeat(64),
          new Date(0),
        ),
        date: '31/02/2026',
        criteria: 'KHONG-CO',
      },
    ],
  })),
};

test('[PR17] every place that an error names is a place of the form, and the list leads to each', () => {
  const errors = formErrors(WRONG, LIBRARY);
  expect([...new Set(errors.values())].sort()).toEqual(
    ['chair', 'codes', 'date', 'decimal', 'required', 'secret', 'secretary', 'voters'].sort(),
  );
  const errorAt = (place: string) => (errors.has(place) ? 'sai' : undefined);
  const parts = { form: WRONG, change: () => {}, errorAt };
  const sets = ok({ sets: [LIBRARY], leftOut: [] });
  const html = draw(
    'vi',
    <>
      <MeetingFields {...parts} />
      <CriteriaFields {...parts} sets={sets} set={LIBRARY} />
      <CouncilFields {...parts} />
      <PlatformsFields {...parts} set={LIBRARY} />
    </>,
  );
  const places = new Set([...html.matchAll(/data-place="([^"]+)"/g)].map(([, place]) => place));
  expect([...errors.keys()].filter((place) => !places.has(place))).toEqual([]);
  const list = draw('vi', <ErrorList form={WRONG} errors={errors} />);
  expect(list.match(/<li>/g)).toHaveLength(errors.size);
  expect(textOf(list)).not.toMatch(/undefined|NaN/);
});

test('[PR18] before an edit is saved the form says whether the book stays, and who needs a new code', () => {
  const t = sentences('vi');
  const session = givenSession({ phase: 'prepare' });
  const joined = session.seats.filter(({ seat, device }) => device === 'own' && seat !== session.me.seat).length;
  const form = { ...FIRST_FORM, book: BOOK as never };
  const look = (how: 'in-place' | 'new-book') =>
    textOf(
      draw(
        'vi',
        <LookOver
          form={form}
          set={LIBRARY}
          plan={{ edit: { how, reasons: how === 'new-book' ? EDIT_REASONS : [] }, session }}
        />,
      ),
    );
  expect(look('in-place')).toContain(t('edit.plan.same.words', { count: joined }));
  expect(look('new-book')).toContain(t('edit.plan.new.codes', { count: joined }));
  for (const reason of EDIT_REASONS) expect(look('new-book')).toContain(t(`edit.why.${reason}`));
});

test('[PR19] prepare says what is missing, and offers the edit only until the meeting is opened', () => {
  const t = sentences('vi');
  const before = draw('vi', <PrepareScreen />);
  expect(textOf(before)).toContain(t('ready.title'));
  expect(textOf(before)).toContain(t('ready.set.sample', { count: 30 }));
  expect(before).toContain(`#/new/${BOOK}`);
  const after = draw('vi', <PrepareScreen />, { phase: 'scoring' });
  expect(after).not.toContain(`#/new/${BOOK}`);
  expect(draw('vi', <PrepareScreen />, { phase: 'prepare', as: 'seat' })).not.toContain(`#/new/${BOOK}`);
});

test('[PR20] the roll is one stop of the keyboard a member, every presence has its letter, and no letter means two', () => {
  const html = draw('vi', <RollCall />, { phase: 'attendance', members: 15 });
  expect(html.match(/class="presences"/g)).toHaveLength(15);
  expect(html.match(/class="presence"[^>]*tabindex="0"/gi)).toHaveLength(15);
  for (const language of LANGUAGES) {
    const t = sentences(language);
    const keys = (['present', 'online', 'absent', 'excused', 'left'] as const).map((each) => t(`presence.key.${each}`));
    expect(new Set(keys).size).toBe(5);
    expect(textOf(draw(language, <RollCall />, { phase: 'attendance' }))).toContain(
      `${keys[0]} ${t('presence.short.present')}`,
    );
  }
  // A member sees who is there and may mark nobody.
  expect(draw('vi', <RollCall />, { phase: 'attendance', as: 'seat' })).not.toContain('class="presences"');
});
