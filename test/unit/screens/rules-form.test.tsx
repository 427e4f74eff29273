// Rules in the session form: every rule has its control, what differs is told, what does not go together stands at its place.
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CouncilFields } from '../../../renderer/screens/new-council.tsx';
import { ErrorList } from '../../../renderer/screens/new-errors.tsx';
import { AllRules } from '../../../renderer/screens/new-rules-groups.tsx';
import { formErrors, stepOf } from '../../../renderer/state/form-errors.ts';
import { HouseProvider } from '../../../renderer/state/house.ts';
import { differing, namedAfter, RULE_PATHS, readWhole, valueWords } from '../../../renderer/state/rules-form.ts';
import { FIRST_FORM, type FormState } from '../../../renderer/state/session-form.ts';
import { FIRST_SETTINGS } from '../../../renderer/state/settings.ts';
import { ChosenProvider } from '../../../renderer/state/words.ts';
import { sessionDraft } from '../../../shared/contract/session-draft.ts';
import { adviceFor } from '../../../shared/council/advice.ts';
import { DEFAULT_RULES } from '../../../shared/council/default-rules.ts';
import type { Role } from '../../../shared/council/roles.ts';
import { type CouncilRules, councilRules } from '../../../shared/council/rules.ts';
import { choiceName, ruleName } from '../../../shared/lang/rules-words.ts';
import { LANGUAGES, type Language } from '../../../shared/lang/say.ts';
import { givenHouse } from '../../gallery/given-house.ts';
import { OWN, PER_BALLOT, POINTS } from '../../gallery/given-rules.ts';

const draw = (language: Language, screen: ReactNode): string =>
  renderToString(
    <HouseProvider value={givenHouse({ phase: 'prepare' })}>
      <ChosenProvider value={{ settings: { ...FIRST_SETTINGS, language }, change: () => {} }}>{screen}</ChosenProvider>
    </HouseProvider>,
  ).replaceAll('&#x27;', "'");
const rulesIn = (language: Language, rules: CouncilRules, profile: CouncilRules = rules): string =>
  draw(language, <AllRules rules={rules} profile={profile} put={() => {}} />);
const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const placeOf = (html: string, path: string): string => {
  const [, after = ''] = html.split(`data-place="rules.${path}"`);
  return after.split('data-place=')[0] ?? '';
};

/** The leaves of the rules by path; a share is one. */
function* leaves(value: object, at = ''): Generator<string> {
  for (const [key, each] of Object.entries(value)) {
    const path = at === '' ? key : `${at}.${key}`;
    if (typeof each === 'object' && each !== null && !('comparator' in each)) yield* leaves(each, path);
    else yield path;
  }
}

test.each(LANGUAGES)('[RF13] every rule of the schema has its control and its name in %s', (language) => {
  const html = rulesIn(language, POINTS);
  const expected = [...leaves(POINTS)].filter((path) => !/^(v|id|source|name\..*)$/.test(path));
  expect(Object.values(RULE_PATHS).flat().sort()).toEqual(expected.sort());
  for (const path of expected) {
    expect(ruleName(path, language), path).not.toBe(path);
    expect(placeOf(html, path), path).toContain(`>${ruleName(path, language)}</label>`);
  }
  // And every choice of it: those that the schema takes.
  const options = (path: string): readonly string[] =>
    [...placeOf(html, path).matchAll(/<option value="([^"]*)"/g)].flatMap(([, value = '']) => [value]);
  for (const [path, choices] of [
    ['body', councilRules.shape.body.options],
    ['online', councilRules.shape.online.options],
    ['quorum.reviewers', councilRules.shape.quorum.shape.reviewers.options],
    ['opinions.marks', councilRules.shape.opinions.shape.marks.options],
    ['counting', councilRules.shape.counting.options],
    ['denominator', councilRules.shape.denominator.options],
    ['tie', councilRules.shape.tie.options],
    ['secrecy', councilRules.shape.secrecy.options],
    ['shares', councilRules.shape.shares.options],
    ['committee', councilRules.shape.committee.options],
    ['vote', councilRules.shape.vote.options],
  ] as const) {
    expect([...options(path)].sort(), path).toEqual([...choices].sort());
    for (const choice of choices) expect(choiceName(path, choice, language), `${path} ${choice}`).not.toBe(choice);
  }
});

test('[RF13] pass or fail asks for no pass mark, and a share that no list has can be written', () => {
  expect(placeOf(rulesIn('vi', DEFAULT_RULES), 'scale.passMark')).toBe('');
  const odd = { ...DEFAULT_RULES, threshold: { comparator: 'at-least', numerator: 3, denominator: 5 } } as const;
  const html = placeOf(rulesIn('vi', odd), 'threshold');
  expect(html).toContain('Tỷ lệ thông qua: tỷ lệ khác');
  expect(html).toMatch(/value="3"[\s\S]*value="5"/);
  expect(placeOf(rulesIn('vi', DEFAULT_RULES), 'threshold')).not.toContain('tỷ lệ khác"');
});

test('[RF14] what differs from the profile is told at its place and by name, and only that', () => {
  const changed: CouncilRules = { ...DEFAULT_RULES, vote: 'secret', threshold: DEFAULT_RULES.quorum.share };
  expect(differing(changed, DEFAULT_RULES)).toEqual(['threshold', 'vote']);
  expect(differing({ ...changed, source: 'khác', id: 'x' }, changed)).toEqual([]);
  // What another scale brings with it is told by the scale alone.
  expect(differing(POINTS, { ...POINTS, scale: { of: 'pass-fail' } })).toEqual(['scale.of']);
  expect(differing({ ...POINTS, scale: { of: 'points', passMark: 60, outlier: null } }, POINTS)).toEqual([
    'scale.passMark',
    'scale.outlier',
  ]);
  const html = rulesIn('vi', changed, DEFAULT_RULES);
  expect(textOf(placeOf(html, 'threshold'))).toContain('Quy chế mẫu: trên 3/4');
  expect(textOf(placeOf(html, 'vote'))).toContain('Quy chế mẫu: Công khai, ghi tên');
  expect(html.split('rule-differs')).toHaveLength(3);
  expect(valueWords(POINTS, 'scale.outlier', 'vi')).toBe('20');
  expect(valueWords({ ...POINTS, scale: { of: 'points', passMark: 1, outlier: null } }, 'scale.outlier', 'en')).toBe(
    'none set aside',
  );
});

test('[RF14] changed rules do not go under the name of their profile', () => {
  const profile = { own: false, rules: PER_BALLOT };
  const changed = namedAfter({ ...PER_BALLOT, vote: 'hands' }, profile);
  expect(changed.name).toEqual({ vi: `${PER_BALLOT.name.vi} (đã sửa)`, en: `${PER_BALLOT.name.en} (changed)` });
  expect(namedAfter({ ...changed, vote: PER_BALLOT.vote }, profile)).toEqual(PER_BALLOT);
  expect(namedAfter({ ...OWN, vote: 'hands' }, undefined).name).toEqual(OWN.name);
  const long = { own: true, rules: { ...OWN, name: { vi: 'ă'.repeat(200), en: 'a'.repeat(200) } } };
  expect(councilRules.safeParse(namedAfter({ ...long.rules, vote: 'hands' }, long)).success).toBe(true);
});

test('[RF15] rules that do not go together stand at their control, and the list of errors leads there', () => {
  const form: FormState = { ...FIRST_FORM, rules: { ...DEFAULT_RULES, counting: 'mean', secrecy: 'secret' } };
  const errors = formErrors(form, undefined);
  for (const place of ['rules.counting', 'rules.individualSheets']) {
    expect(errors.get(place)).toBe('conflict');
    expect(stepOf(place)).toBe('rules');
  }
  const html = rulesIn('vi', form.rules);
  expect(placeOf(html, 'counting')).toMatch(/aria-invalid="true"[\s\S]*không đi cùng thang đánh giá/);
  expect(placeOf(html, 'individualSheets')).toContain('Bỏ phiếu kín thì không in được');
  expect(placeOf(html, 'tie')).toContain('aria-invalid="false"');
  const listed = textOf(draw('vi', <ErrorList form={form} errors={errors} />));
  expect(listed).toContain('Cách đếm Không đi cùng một mục khác của quy chế. ( Quy chế )');
});

test('[RF15] a draft keeps rules that do not go together yet; a session is not made of them', () => {
  const rules: CouncilRules = { ...DEFAULT_RULES, counting: 'mean' };
  expect(sessionDraft.safeParse({ ...FIRST_FORM, rules })).toMatchObject({ success: true, data: { rules } });
  expect(councilRules.safeParse(rules).success).toBe(false);
  expect(sessionDraft.safeParse({ ...FIRST_FORM, rules: { ...rules, more: 1 } }).success).toBe(false);
});

test('[RF16] size and roles are advised beside the members, by these rules, and never refused', () => {
  const roles = (voters: number, more: readonly Role[] = []): readonly Role[] => [
    ...Array.from({ length: voters }, () => 'member' as const),
    ...more,
  ];
  const about = (given: readonly Role[], rules: CouncilRules = DEFAULT_RULES) =>
    adviceFor(rules, given).map(({ about: of, count, named }) => [of, count, named]);
  expect(about(roles(5, ['reviewer', 'reviewer', 'observer']))).toEqual([]);
  // One below the range, and one above it.
  expect(about(roles(4, ['reviewer', 'reviewer']))).toEqual([
    ['few', 6, 7],
    ['even', 6, 6],
  ]);
  expect(about(roles(10, ['reviewer', 'reviewer'])).slice(0, 1)).toEqual([['many', 12, 11]]);
  expect(about(roles(2, ['reviewer']))).toEqual([
    ['few', 3, 7],
    ['reviewers', 1, 2],
  ]);
  expect(about(roles(9, ['reviewer', 'reviewer', 'vice-chair']))).toEqual([
    ['many', 12, 11],
    ['even', 12, 12],
  ]);
  expect(about(roles(2, ['reviewer', 'reviewer', 'vice-chair', 'vice-chair', 'vice-chair']))).toEqual([
    ['vice-chairs', 3, 2],
  ]);
  expect(
    about(roles(6, ['reviewer', 'reviewer']), { ...DEFAULT_RULES, size: { least: 3, most: 9, even: 'allowed' } }),
  ).toEqual([]);
  const members = FIRST_FORM.members.slice(0, 4).map((member) => ({ ...member, name: 'Một Người' }));
  const form: FormState = { ...FIRST_FORM, members };
  expect([...formErrors(form, undefined).keys()].filter((place) => place.startsWith('member'))).toEqual([]);
  const html = textOf(draw('vi', <CouncilFields form={form} change={() => {}} errorAt={() => undefined} />));
  expect(html).toContain('Nên có từ 7 đến 11 người biểu quyết, là số lẻ.');
  expect(html).toContain('4 người biểu quyết; quy chế khuyến nghị từ 7 đến 11 người.');
  expect(html).toContain('số chẵn, có thể ngang phiếu');
  expect(html).toContain('1 ủy viên phản biện; quy chế khuyến nghị ít nhất 2.');
});

test('[RF16] a hired unit has exactly one who votes, and needs no secretary of its own', () => {
  const hired: CouncilRules = {
    ...DEFAULT_RULES,
    body: 'hired-unit',
    shares: 'none',
    quorum: { ...DEFAULT_RULES.quorum, secretary: 'not-required' },
  };
  const wrong = (roles: readonly Role[]): readonly string[] => {
    const members = roles.map((role, key) => ({ key, name: 'Người', position: '', unit: '', role }));
    return [...formErrors({ ...FIRST_FORM, members, rules: hired }, undefined)]
      .filter(([place]) => place.startsWith('members'))
      .map(([place, error]) => `${place} ${error}`);
  };
  expect(wrong(['chair'])).toEqual([]);
  expect(wrong(['chair', 'administrative-secretary'])).toEqual([]);
  expect(wrong(['chair', 'member'])).toEqual(['members.voters voters.unit']);
  expect(wrong(['chair', 'administrative-secretary', 'administrative-secretary'])).toEqual([
    'members.secretary secretary',
  ]);
});

test('[RF13] what has no name of its own goes by the name of what it belongs to', () => {
  expect(ruleName('quorum.share.numerator', 'vi')).toBe('Tỷ lệ có mặt');
  expect(ruleName('roles.vice_chairs', 'vi')).toBe('Vai trò');
  expect(ruleName('weather', 'vi')).toBe('weather');
});

test('[RF13] only whole numbers within their bounds are taken', () => {
  expect(['7', ' 7 ', '0', '8', '7.0', '-1', '', '1e1', '٧', '0000007'].map((text) => readWhole(text, 1, 7))).toEqual([
    7,
    7,
    ...Array.from({ length: 8 }, () => undefined),
  ]);
});
