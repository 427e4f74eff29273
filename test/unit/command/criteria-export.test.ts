// `hoidong criteria export`: a set that any format brings, written in another one.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { hoidong, root } from './run-command.ts';

vi.setConfig({ testTimeout: 60_000 });

const sample = path.join(root, 'assets', 'criteria', 'toi-thieu-224.yaml');
const foreign = path.join(root, 'test', 'fixtures', 'criteria', 'foreign', 'framework.ciso.yaml');

it('[FO12] the sample goes through every format and comes back as it was', async () => {
  const folder = tempFolder('export');
  const steps = [
    ['oscal', path.join(folder, 'a.json')],
    ['xlsx', path.join(folder, 'b.xlsx')],
    ['json', path.join(folder, 'c.json')],
    ['yaml', path.join(folder, 'd.yaml')],
  ] as const;
  let from = sample;
  for (const [format, out] of steps) {
    const ran = await hoidong(['criteria', 'export', from, '--to', format, '--out', out]);
    expect(ran, format).toMatchObject({ code: 0, out: `${out}\n` });
    from = out;
  }
  const checked = await hoidong(['criteria', 'check', from, '--json']);
  expect(JSON.parse(checked.out)).toMatchObject({
    ok: true,
    id: 'toi-thieu-224',
    groups: 2,
    criteria: 10,
    sample: true,
  });
  const direct = path.join(folder, 'e.yaml');
  await hoidong(['criteria', 'export', sample, '--to', 'yaml', '--out', direct]);
  expect(readFileSync(from, 'utf8')).toBe(readFileSync(direct, 'utf8'));
});

it('[FO12] a set of another format: what it was, what was lost on either side, as one line of JSON', async () => {
  const out = path.join(tempFolder('export'), 'x.oscal.json');
  const ran = await hoidong(['criteria', 'export', foreign, '--to', 'oscal', '--out', out, '--json']);
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out.trimEnd().split('\n')).toHaveLength(1);
  const told = JSON.parse(ran.out);
  expect(told).toMatchObject({ ok: true, format: 'ciso-assistant', to: 'oscal', file: out, criteria: 3 });
  expect(told.leftOut).toContain('node.questions (1)');
  expect(told.left).toMatchObject([{ code: 'kept-as-own', en: expect.stringContaining('levels') }]);
});

it('[FO12] a file that is there, and a set that is none, are refused and nothing is written', async () => {
  const folder = tempFolder('export');
  const [there, bad, out] = ['there.yaml', 'bad.yaml', 'out.yaml'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(there, 'mine');
  writeFileSync(bad, 'id: x\n');
  const over = await hoidong(['criteria', 'export', sample, '--to', 'yaml', '--out', there]);
  expect(over).toMatchObject({ code: 1, out: '' });
  expect(over.err).toContain('there.yaml');
  expect(readFileSync(there, 'utf8')).toBe('mine');
  const broken = await hoidong(['criteria', 'export', bad, '--to', 'json', '--out', out]);
  expect(broken).toMatchObject({ code: 1, out: '' });
  expect(broken.err).toContain('groups');
  expect(existsSync(out)).toBe(false);
});

it.each([
  ['no format', ['export', sample, '--out', 'x']],
  ['a format that there is not', ['export', sample, '--to', 'docx', '--out', 'x']],
  ['no place', ['export', sample, '--to', 'yaml']],
  ['--to without export', ['check', sample, '--to', 'yaml']],
])('[CL2] criteria with %s: exit 2, the usage', async (_, words) => {
  const ran = await hoidong(['criteria', ...words]);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain('criteria export FILE');
});
