// Profiles of rules at the host: what is shipped, what an agency keeps as its own, what a file of rules comes to.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readShippedRules } from '../../electron/headless.ts';
import type { Client } from '../../shared/contract/client.ts';
import { METHODS } from '../../shared/contract/methods.ts';
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { declare, joined, opened, stateOf } from './host-meeting.ts';
import { clientTo, codeOf, deskOf, formOf, granted, openRoom, room } from './host-room.ts';

const named = (vi: string, more: Partial<CouncilRules> = {}): CouncilRules => ({
  ...DEFAULT_RULES,
  ...more,
  name: { vi, en: vi },
});
const profiles = async (desk: Client) => granted(await desk.call('rules.list', {})).profiles;
const own = async (desk: Client) => (await profiles(desk)).filter((each) => each.own).map(({ rules }) => rules);
const save = async (desk: Client, rules: CouncilRules) => await desk.call('rules.save', { rules });

test('[RF8] the shipped profiles are offered, the one of a new session first, each with its source', async () => {
  const desk = await deskOf(await room());
  const { profiles: all, leftOut } = granted(await desk.call('rules.list', {}));
  expect(all.map(({ rules, own: isOwn }) => [rules.id, isOwn])).toEqual([
    ['per-criterion-three-quarters', false],
    ['per-ballot-circular-06', false],
    ['points-circular-20', false],
    ['expert-group', false],
    ['hired-unit', false],
  ]);
  expect(all[0]?.rules).toEqual(DEFAULT_RULES);
  for (const { rules } of all) expect(rules.source).not.toBe('');
  expect(leftOut).toEqual([]);
});

test('[RF8] a broken file among them is named and left out', async () => {
  const { profiles: read, leftOut } = await readShippedRules(new URL('../fixtures/rules', import.meta.url).pathname);
  expect(read.map(({ id }) => id)).toEqual(['whole']);
  expect(leftOut).toEqual([{ file: 'broken.yaml', why: { code: 'rules-file-broken', params: { count: 2 } } }]);
});

test('[RF9] an own copy is kept under an id of its own, outlives the host, is changed and discarded', async () => {
  const folder = tempFolder('rules');
  const first = await openRoom(folder);
  const desk = await deskOf(first);
  // A copy of a shipped one: its id is never taken over, nor the shipped one changed.
  const { rules: mine } = granted(await save(desk, named('  Quy chế  của Cục A ', { tie: 'not-passed' })));
  expect(mine.id).toMatch(/^own-[0-9a-f]{16}$/);
  expect(mine).toEqual({ ...named('Quy chế của Cục A', { tie: 'not-passed' }), id: mine.id });
  granted(await save(desk, { ...mine, online: 'does-not-count' }));
  granted(await save(desk, named('Quy chế của Cục B')));
  await first.headless.close();

  const later = await deskOf(await room({}, folder));
  expect((await own(later)).map(({ id, name, online }) => [id === mine.id, name.vi, online])).toEqual([
    [true, 'Quy chế của Cục A', 'does-not-count'],
    [false, 'Quy chế của Cục B', 'counts'],
  ]);
  expect((await profiles(later)).slice(0, 5).every((each) => !each.own)).toBe(true);
  granted(await later.call('rules.discard', { id: mine.id }));
  expect((await own(later)).map(({ name }) => name.vi)).toEqual(['Quy chế của Cục B']);
  expect(codeOf(await later.call('rules.discard', { id: mine.id }))).toBe('rules-unknown');
});

test('[RF9] no name, a name that is taken, rules that do not go together: refused, and nothing is kept', async () => {
  const desk = await deskOf(await room());
  expect(codeOf(await save(desk, named(' ')))).toBe('rules-nameless');
  expect(codeOf(await save(desk, named(DEFAULT_RULES.name.vi.toUpperCase())))).toBe('rules-name-taken');
  granted(await save(desk, named('Của tôi')));
  expect(codeOf(await save(desk, named('của TÔI')))).toBe('rules-name-taken');
  for (const wrong of [{ counting: 'mean' }, { online: 'perhaps' }, { secrecy: 'secret' }, { more: 1 }])
    expect(codeOf(await save(desk, { ...named('Khác'), ...wrong } as never)), JSON.stringify(wrong)).not.toBe('ok');
  expect(codeOf(await desk.call('rules.discard', { id: DEFAULT_RULES.id }))).toBe('rules-unknown');
  expect((await own(desk)).map(({ name }) => name.vi)).toEqual(['Của tôi']);
});

test('[RF9] saves at the same time all stay, up to a hundred', async () => {
  const at = await room();
  const desk = await deskOf(at);
  const many = async (from: number, count: number) =>
    await Promise.all(Array.from({ length: count }, (_, each) => save(desk, named(`Quy chế ${from + each}`))));
  // A link has at most 64 calls under way.
  const saved = [...(await many(0, 60)), ...(await many(60, 41))];
  expect(saved.filter(({ ok }) => ok)).toHaveLength(100);
  expect(saved.flatMap((each) => (each.ok ? [] : [each.refusal]))).toEqual([
    { code: 'rules-too-many', params: { most: 100 } },
  ]);
  expect(await own(desk)).toHaveLength(100);
});

test('[RF9] what another version has kept is not shown, is said, and stays', async () => {
  const at = await room();
  const desk = await deskOf(at);
  const { store } = at.headless;
  const strange = { v: 2, id: 'own-later', weather: 'sunny' };
  granted(await store.saveSetting('own-rules', JSON.stringify([strange, { ...named('Cũ'), id: 'own-1' }])));
  const { profiles: all, leftOut } = granted(await desk.call('rules.list', {}));
  expect(all.filter((each) => each.own).map(({ rules }) => rules.id)).toEqual(['own-1']);
  expect(leftOut).toEqual([{ file: '', why: { code: 'rules-unreadable', params: { count: 1 } } }]);
  granted(await save(desk, named('Mới')));
  granted(await desk.call('rules.discard', { id: 'own-1' }));
  expect(JSON.parse((await store.readSetting('own-rules')) ?? '')).toMatchObject([strange, { name: { vi: 'Mới' } }]);
});

test('[RF10] a file of rules is read as its text: its rules, or every reason in both languages; nothing is kept', async () => {
  const desk = await deskOf(await room());
  const text = readFileSync(new URL('../../assets/rules/expert-group.yaml', import.meta.url), 'utf8');
  const read = async (name: string, given: string) =>
    granted(await desk.call('rules.read-file', { name, text: given }));
  expect(await read('tổ.yaml', text)).toMatchObject({ file: 'tổ.yaml', rules: { id: 'expert-group' }, findings: [] });
  const broken = await read('tổ.yaml', text.replace('vote: open', 'vote: opn'));
  expect(broken.rules).toBeUndefined();
  expect(broken.findings).toMatchObject([{ severity: 'error', path: 'vote', line: expect.any(Number) }]);
  expect(broken.findings[0]?.vi).toContain('Có phải bạn muốn viết "open"');
  expect(broken.findings[0]?.en).toContain('Did you mean "open"');
  expect((await read('tổ.txt', text)).findings).toMatchObject([{ code: 'file-kind-unknown' }]);
  // Within the limit of characters, beyond that of bytes.
  expect((await read('a.yaml', `# ${'ế'.repeat(60_000)}`)).findings).toMatchObject([{ code: 'file-too-large' }]);
  expect(codeOf(await desk.call('rules.read-file', { name: 'a.yaml', text: 'x'.repeat(102_401) }))).not.toBe('ok');
  expect(await own(desk)).toEqual([]);
});

test('[RF11] a session freezes its copy: changing or discarding the profile changes no session', async () => {
  const at = await room();
  const desk = await deskOf(at);
  const { rules } = granted(await save(desk, named('Của Cục A', { threshold: DEFAULT_RULES.quorum.share })));
  const meeting = await joined(at, formOf({ rules }));
  granted(await save(desk, { ...rules, threshold: DEFAULT_RULES.threshold }));
  granted(await desk.call('rules.discard', { id: rules.id }));
  expect(stateOf(meeting).opened?.rules).toEqual(rules);
  await opened(meeting);
  await declare(meeting);
  expect(stateOf(meeting).opened?.rules).toEqual(rules);
});

test('[RF12] profiles are the desk’s alone', async () => {
  const meeting = await joined(await room());
  const page = meeting.pages.get(0);
  for (const client of [page?.client, clientTo(meeting.at, 'stranger')])
    for (const [method, input] of [
      ['rules.list', {}],
      ['rules.save', { rules: DEFAULT_RULES }],
      ['rules.discard', { id: 'own-1' }],
      ['rules.read-file', { name: 'a.yaml', text: 'v: 1' }],
    ] as const) {
      // Twice barred: by the list of who may, and because it is about no book of theirs.
      expect(METHODS[method].who, method).toEqual(['desk']);
      expect(codeOf(await (client?.call(method, input as never) ?? Promise.reject())), method).toBe('not-allowed');
    }
});
