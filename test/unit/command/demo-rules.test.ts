// The demonstration under every shipped profile of rules, and under rules that are broken.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeFolder, removeFolder } from '../../helpers/temp-folder.ts';
import { hoidong, root } from './run-command.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const shipped = path.join(root, 'assets', 'rules');
const profiles = readdirSync(shipped);
let folder: string;
beforeAll(() => {
  folder = makeFolder('demo-rules');
});
afterAll(() => removeFolder(folder));

/** Signed minutes of a played meeting, checked as anybody can. */
async function signedBy(name: string, file: string, ...more: readonly string[]): Promise<string> {
  const out = path.join(folder, name);
  const ran = await hoidong(['demo', '--out', out, '--rules', file, ...more]);
  expect(ran.err).toBe('');
  expect(ran.code).toBe(0);
  const checked = await hoidong(['verify', path.join(out, 'bien-ban.pdf'), '--roots', path.join(out, 'roots.pem')]);
  expect(checked.code, checked.out + checked.err).toBe(0);
  return ran.out;
}

test.each(profiles)('[DR1] %s runs to signed minutes that hold', async (name) => {
  const told = await signedBy(name, path.join(shipped, name));
  // A hired unit's report is signed by one person, everybody else's minutes by two.
  expect(told.match(/ThuKy|ChuToa/g)).toEqual(name === 'hired-unit.yaml' ? ['ChuToa'] : ['ThuKy', 'ChuToa']);
});

const usual = (): string => readFileSync(path.join(shipped, 'per-criterion-three-quarters.yaml'), 'utf8');
const changedFile = (name: string, changes: readonly (readonly [RegExp, string])[]): string => {
  const file = path.join(folder, `${name}.yaml`);
  const text = changes.reduce((before, [from, to]) => {
    const after = before.replace(from, to);
    expect(after, String(from)).not.toBe(before);
    return after;
  }, usual());
  writeFileSync(file, text);
  return file;
};

test('[DR2] secret ballots and secret votes run to signed minutes, and so do open ones with raised hands and two rounds', async () => {
  const secret = changedFile('secret', [
    [/^secrecy: \w+/m, 'secrecy: secret'],
    [/^vote: \w+/m, 'vote: secret'],
    [/^individualSheets: \w+/m, 'individualSheets: false'],
  ]);
  const open = changedFile('open', [
    [/^secrecy: \w+/m, 'secrecy: open'],
    [/^vote: \w+/m, 'vote: hands'],
  ]);
  await signedBy('secret', secret);
  await signedBy('open', open, '--rounds', '2');
});

test('[DR3] a broken rule is refused with its line and the reason in both languages, and nothing is played', async () => {
  const file = changedFile('broken', [[/^counting: .*/m, 'counting: mean']]);
  const line =
    readFileSync(file, 'utf8')
      .split('\n')
      .findIndex((text) => text.startsWith('counting:')) + 1;
  const ran = await hoidong(['demo', '--out', path.join(folder, 'none'), '--rules', file]);
  expect(ran.code).toBe(1);
  expect(ran.out).toBe('');
  const told = ran.err.split('\n').filter((text) => text.startsWith(`broken.yaml:${line}:`));
  expect(told).toHaveLength(2);
  expect(told[0]).toContain('LỖI');
  expect(told[1]).toContain('ERROR');
  expect(readdirSync(folder)).not.toContain('none');
});
