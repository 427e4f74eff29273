// The small pure parts behind the screens: keys, routes, days, the form, names, order.
import { expect, test } from 'vitest';
import { plain } from '../../../renderer/parts/find-panel.tsx';
import { byDissent, shortNames } from '../../../renderer/screens/matrix-order.ts';
import { deskAct, type Press } from '../../../renderer/state/desk-keys.ts';
import { formErrors } from '../../../renderer/state/form-errors.ts';
import { takePass } from '../../../renderer/state/pass.ts';
import { readRoute, writeRoute } from '../../../renderer/state/route.ts';
import { contractForm, FIRST_FORM } from '../../../renderer/state/session-form.ts';
import { FIRST_SETTINGS, readSettings } from '../../../renderer/state/settings.ts';
import { viewStore } from '../../../renderer/state/use-view.ts';
import type { Hash } from '../../../shared/base/ids.ts';
import { PHASES } from '../../../shared/contract/phases.ts';
import { sessionForm } from '../../../shared/contract/session-form.ts';
import { clockOf, dayOf, decimalOf, readDay, sizeOf } from '../../../shared/lang/when.ts';
import { BOOK } from '../../gallery/given.ts';
import { givenResults } from '../../gallery/given-results.ts';

const press = (part: Partial<Press>): Press => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...part,
});

test('[U4] one key is one mark, by its place on the keyboard whatever the layout writes there', () => {
  expect(deskAct(press({ key: '1', code: 'Digit1' }), false, true)).toEqual({ act: 'mark', mark: 'met' });
  expect(deskAct(press({ key: 'ă', code: 'Digit1' }), false, true)).toEqual({ act: 'mark', mark: 'met' });
  expect(deskAct(press({ key: '2', code: 'Numpad2' }), false, true)).toEqual({ act: 'mark', mark: 'not-met' });
  expect(deskAct(press({ key: '3', code: 'Digit3' }), false, true)).toEqual({ act: 'mark', mark: 'not-applicable' });
  expect(deskAct(press({ key: '0', code: 'Digit0' }), false, true)).toEqual({ act: 'mark', mark: 'insufficient' });
  expect(deskAct(press({ key: 'J', code: 'KeyJ' }), false, true)).toEqual({ act: 'next' });
});

test('[U5] single keys act only outside text fields, not while composing, and can be switched off', () => {
  for (const key of ['1', '2', '3', '0', 'j', 'k', 'e', 'c', 'r', 'd', '?']) {
    expect(deskAct(press({ key }), false, true), key).toBeDefined();
    expect(deskAct(press({ key }), true, true), key).toBeUndefined();
    expect(deskAct(press({ key }), false, false), key).toBeUndefined();
    expect(deskAct(press({ key, isComposing: true }), false, true), key).toBeUndefined();
  }
});

test('Ctrl+Enter casts and Ctrl+K finds everywhere; Ctrl+Z is left to a text field', () => {
  for (const isInText of [true, false]) {
    expect(deskAct(press({ key: 'Enter', ctrlKey: true }), isInText, false)).toEqual({ act: 'cast' });
    expect(deskAct(press({ key: 'k', ctrlKey: true }), isInText, false)).toEqual({ act: 'find' });
  }
  expect(deskAct(press({ key: 'z', ctrlKey: true }), false, true)).toEqual({ act: 'undo' });
  expect(deskAct(press({ key: 'z', ctrlKey: true }), true, true)).toBeUndefined();
  expect(deskAct(press({ key: '1', ctrlKey: true, code: 'Digit1' }), false, true)).toBeUndefined();
});

test('a route written is the route read', () => {
  for (const phase of [...PHASES, 'log'] as const)
    expect(readRoute(writeRoute({ at: 'session', book: BOOK, phase }))).toEqual({ at: 'session', book: BOOK, phase });
  expect(readRoute(writeRoute({ at: 'join', code: 'AB CD' }))).toEqual({ at: 'join', code: 'AB CD' });
  expect(readRoute('#join')).toEqual({ at: 'join', code: '' });
  expect(readRoute('')).toEqual({ at: 'home' });
  expect(readRoute('#/session/not-a-book/minutes')).toEqual({ at: 'home' });
  expect(readRoute('#%E0%A4%A')).toEqual({ at: 'home' });
});

test("[U6] the desk's pass leaves the address at once and lasts for the tab only", () => {
  const kept = new Map<string, string>();
  const place = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
  const shown: string[] = [];
  const history = { replaceState: (_: unknown, __: string, url?: string | URL | null) => void shown.push(String(url)) };
  expect(takePass({ hash: '#desk=abc', pathname: '/', search: '' }, history, place)).toBe('abc');
  expect(shown).toEqual(['/#/']);
  expect(takePass({ hash: '#/', pathname: '/', search: '' }, history, place)).toBe('abc');
  expect(takePass({ hash: '#/', pathname: '/', search: '' }, history, undefined)).toBeUndefined();
});

test('[U7] days and hours are those of Việt Nam, decimals with a comma', () => {
  expect(dayOf('vi', '2026-02-05T18:30:00.000Z')).toBe('06/02/2026');
  expect(clockOf('vi', '2026-02-05T18:30:00.000Z')).toBe('01:30');
  expect(dayOf('vi', '2026-02-05')).toBe('05/02/2026');
  expect(decimalOf('vi', '99.95')).toBe('99,95');
  expect(decimalOf('en', '99.95')).toBe('99.95');
  expect(sizeOf('vi', 3_400_000)).toBe('3.400 KB');
});

test('a day is read only where the calendar has it', () => {
  expect(readDay('5/2/2026')).toBe('2026-02-05');
  expect(readDay('29/02/2028')).toBe('2028-02-29');
  for (const typed of ['31/04/2026', '29/02/2026', '2026-02-05', '00/01/2026', '1/13/2026', ''])
    expect(readDay(typed)).toBeUndefined();
});

const LIBRARY_SET = {
  sha256: 'a'.repeat(64),
  id: 'mau',
  version: '0.1',
  sample: true,
  name: { vi: 'Mẫu', en: 'Sample' },
  groups: 1,
  criteria: 2,
  codes: ['G1-05', 'G1-06'],
  open: [{ criterion: 'G1-05', statement: { vi: 'x', en: 'x' }, unit: '%', comparator: '>=' }],
  measured: [],
};
const filled = {
  ...FIRST_FORM,
  subject: 'Họp',
  council: 'Hội đồng',
  decisionNumber: '1',
  decisionDate: '05/02/2026',
  decisionBody: 'Bộ',
  place: 'Hà Nội',
  criteria: LIBRARY_SET.sha256 as Hash,
  members: FIRST_FORM.members.map((member, at) => ({ ...member, name: `Nguyễn Văn ${at}` })),
  platforms: FIRST_FORM.platforms.map((platform) => ({ ...platform, name: 'Nền tảng' })),
};

test('[U8] an open threshold must be set with its source or left to the council by hand', () => {
  expect([...formErrors(filled, LIBRARY_SET).keys()]).toEqual(['threshold.G1-05']);
  const set = { ...filled, thresholds: { 'G1-05': { how: 'set', value: '99,5', source: '' } } } as const;
  expect([...formErrors(set, LIBRARY_SET).keys()]).toEqual(['threshold.G1-05.source']);
  const byHand = { ...filled, thresholds: { 'G1-05': { how: 'hand', value: '99,5', source: 'cũ' } } } as const;
  expect(formErrors(byHand, LIBRARY_SET).size).toBe(0);
  expect(contractForm(byHand, LIBRARY_SET).thresholds).toEqual([{ criterion: 'G1-05', threshold: null, source: '' }]);
});

test('a form without errors is one the contract takes; an empty one says every place', () => {
  const form = { ...filled, thresholds: { 'G1-05': { how: 'set', value: '99,5', source: 'Quyết định 45' } } } as const;
  expect(sessionForm.safeParse(contractForm(form, LIBRARY_SET)).success).toBe(true);
  expect(formErrors(FIRST_FORM, undefined).size).toBe(6 + 1 + 7 + 1);
});

test('two chairs, or no secretary, are errors of the table', () => {
  const [chair, , secretary] = filled.members;
  const twoChairs = {
    ...filled,
    members: filled.members.map((member) => (member.key === 1 ? { ...member, role: 'chair' as const } : member)),
  };
  expect(formErrors(twoChairs, LIBRARY_SET).get('members.chair')).toBe('chair');
  const none = { ...filled, members: filled.members.filter((member) => member !== secretary) };
  expect(formErrors(none, LIBRARY_SET).get('members.secretary')).toBe('secretary');
  expect(chair?.role).toBe('chair');
});

test('the matrix puts most disagreement first and keeps the order of the set among equals', () => {
  const criteria = givenResults(7, 40).platforms[0]?.result.criteria ?? [];
  const ordered = byDissent(criteria);
  expect(ordered).toHaveLength(40);
  for (const [at, row] of ordered.entries()) {
    const next = ordered[at + 1];
    if (next === undefined) continue;
    expect(row.dissent).toBeGreaterThanOrEqual(next.dissent);
    if (row.dissent === next.dissent) expect(criteria.indexOf(row)).toBeLessThan(criteria.indexOf(next));
  }
  expect(new Set(ordered.map(({ dissent }) => dissent)).size).toBeGreaterThan(1);
});

test('short names tell people apart, whole names stand where they would not', () => {
  const short = shortNames([
    ['1', 'Nguyễn Phước Bảo Ngọc Quỳnh Trâm'],
    ['2', 'Lê Quỳnh Trâm'],
    ['3', 'Lý Xuân Trường'],
  ]);
  expect([...short.values()]).toEqual(['Nguyễn Phước Bảo Ngọc Quỳnh Trâm', 'Lê Quỳnh Trâm', 'Xuân Trường']);
});

test('search needs no accents', () => {
  expect(plain('Đạt được')).toBe('dat duoc');
});

test('settings that cannot be read are the first settings', () => {
  expect(readSettings('{"language":"fr","theme":7}')).toEqual(FIRST_SETTINGS);
  expect(readSettings('not json')).toEqual(readSettings(null));
  expect(readSettings('{"language":"en","singleKeys":false}')).toMatchObject({ language: 'en', singleKeys: false });
});

test('one watch serves everybody who looks, and ends a moment after the last has gone', () => {
  const started: string[] = [];
  let stopped = 0;
  const later: (() => void)[] = [];
  const store = viewStore(
    {
      watch: (view, _params, onValue) => {
        started.push(view);
        onValue({ ok: true, value: { cards: [] } as never });
        return () => {
          stopped++;
        };
      },
    },
    (act) => later.push(act),
  );
  const leaveFirst = store.subscribe('home', {}, () => {});
  const leaveSecond = store.subscribe('home', {}, () => {});
  expect(store.now('home', {})).toEqual({ ok: true, value: { cards: [] } });
  leaveFirst();
  leaveSecond();
  const leaveThird = store.subscribe('home', {}, () => {});
  for (const act of later.splice(0)) act();
  expect([started.length, stopped]).toEqual([1, 0]);
  leaveThird();
  for (const act of later.splice(0)) act();
  expect([started.length, stopped]).toEqual([1, 1]);
});
