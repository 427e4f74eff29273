// `hoidong rules check FILE`: what it answers for files that can be used, that cannot, and that are not there.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { hoidong, root } from './run-command.ts';

// Each run is a process of its own.
vi.setConfig({ testTimeout: 60_000 });

const folder = path.join(root, 'assets', 'rules');

it('[RF6] a file that can be used: its name, its source and every rule in words; as JSON one line with the rules', async () => {
  for (const name of ['per-criterion-three-quarters.yaml', 'points-circular-20.yaml']) {
    const file = path.join(folder, name);
    const [ran, json] = await Promise.all([
      hoidong(['rules', 'check', file, '--lang', 'en']),
      hoidong(['rules', 'check', file, '--json']),
    ]);
    expect(ran, name).toMatchObject({ code: 0, err: '' });
    expect(ran.out, name).toMatch(/^[\w-]+: .+\nSource: .+\n(- .+\.\n){16,}It can be used\.\n$/u);
    expect(json, name).toMatchObject({ code: 0, err: '' });
    expect(json.out.trimEnd().split('\n'), name).toHaveLength(1);
    expect(JSON.parse(json.out), name).toMatchObject({ ok: true, findings: [], rules: { id: name.slice(0, -5) } });
  }
});

it('[RF6] a broken file: exit 1, the line and the reason in the language asked for; JSON has both', async () => {
  const file = path.join(tempFolder('rules'), 'quy chế.yaml');
  writeFileSync(file, readFileSync(path.join(folder, 'hired-unit.yaml'), 'utf8').replace('vote: open', 'vote: opn'));
  const [viet, en, json] = await Promise.all([
    hoidong(['rules', 'check', file]),
    hoidong(['rules', 'check', file, '--lang', 'en']),
    hoidong(['rules', 'check', file, '--json']),
  ]);
  expect(viet).toMatchObject({ code: 1, out: '' });
  expect(viet.err).toMatch(/^quy chế\.yaml:\d+: vote: LỖI \[rule-choice-near\] .*Có phải bạn muốn viết "open"/u);
  expect(en.err).toMatch(/^quy chế\.yaml:\d+: vote: ERROR \[rule-choice-near\] .*Did you mean "open"/u);
  expect(json).toMatchObject({ code: 1, err: '' });
  const told = JSON.parse(json.out);
  expect(told).toMatchObject({ ok: false, findings: [{ path: 'vote', line: expect.any(Number) }] });
  expect(told.findings[0].vi).not.toBe(told.findings[0].en);
  expect(told).not.toHaveProperty('rules');
});

it('[RF6] wrong use is exit 2, a file that is not there exit 1, and the help lists the command', async () => {
  const [shown, missing, large, help] = await Promise.all([
    hoidong(['rules', 'show', 'x.yaml']),
    hoidong(['rules', 'check', path.join(root, 'không-có.yaml'), '--json']),
    hoidong(['rules', 'check', path.join(root, 'package-lock.json')]),
    hoidong(['--help']),
  ]);
  expect(shown).toMatchObject({ code: 2, out: '' });
  expect(shown.err).toContain('rules check FILE');
  expect(missing).toMatchObject({ code: 1, err: '' });
  expect(JSON.parse(missing.out)).toMatchObject({ ok: false, refusal: { code: 'file-missing' } });
  expect(large).toMatchObject({ code: 1, out: '' });
  expect(large.err).toContain('[file-too-large]');
  expect(help.out).toContain('hoidong rules check FILE');
});
