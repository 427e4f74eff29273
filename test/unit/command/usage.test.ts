// How the command line answers: help, wrong use, bad input; words for people and one line for machines.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { hoidong, root } from './run-command.ts';

vi.setConfig({ testTimeout: 60_000 });

const COMMANDS = ['demo', 'verify', 'criteria', 'host', 'bench'] as const;
const VIETNAMESE = /[ăâđêôơưạảấầậẻếềệỉịọốồộớờợụủứừự]/u;

describe('help', () => {
  it('[CL1] names every command, exit 0; without any word it is wrong use', async () => {
    const asked = await hoidong(['--help']);
    expect(asked).toMatchObject({ code: 0, err: '' });
    for (const name of COMMANDS) expect(asked.out).toContain(`hoidong ${name}`);
    const bare = await hoidong([]);
    expect(bare).toMatchObject({ code: 2, out: '' });
    expect(bare.err).toBe(asked.out);
  });

  it.each(COMMANDS)('[CL1] %s --help, exit 0, also behind other words', async (name) => {
    const help = await hoidong([name, '--help']);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain(`hoidong ${name}`);
    expect(help.out).toMatch(VIETNAMESE);
    const later = await hoidong([name, '--bậy', '--help']);
    expect(later).toMatchObject({ code: 0, out: help.out });
  });
});

describe('wrong use', () => {
  it.each([
    ['an unknown command', ['fly'], 'demo'],
    ['a name that every object has', ['constructor'], 'demo'],
    ['an unknown option', ['verify', 'x.pdf', '--fast'], '--fast'],
    ['a value that is missing', ['demo', '--out'], '--out'],
    ['demo without a place', ['demo'], '--out'],
    ['verify without a file', ['verify'], 'verify FILE'],
    ['verify with two files', ['verify', 'a', 'b'], 'verify FILE'],
    ['a language that there is not', ['verify', 'x.pdf', '--lang', 'fr'], '--lang'],
    ['too few members', ['demo', '--out', 'x', '--members', '4'], '--members'],
    ['members that are no number', ['demo', '--out', 'x', '--members', '7.5'], '--members'],
    ['criteria without check', ['criteria', 'show', 'x.yaml'], 'criteria check'],
    ['host without a folder', ['host'], '--data'],
    ['a port that there is not', ['host', '--data', 'x', '--port', '65536'], '--port'],
  ])('[CL2] %s: exit 2, the usage, nothing on standard output', async (_, words, named) => {
    const ran = await hoidong(words);
    expect(ran.code).toBe(2);
    expect(ran.out).toBe('');
    expect(ran.err).toContain(named);
    expect(ran.err).toContain('hoidong ');
    expect(ran.err).not.toMatch(/\n\s+at /u);
  });
});

describe('bad input', () => {
  const cases = (): readonly (readonly [name: string, words: readonly string[]])[] => {
    const folder = tempFolder('usage');
    const file = (name: string, content: string | Uint8Array) => {
      writeFileSync(path.join(folder, name), content);
      return path.join(folder, name);
    };
    mkdirSync(path.join(folder, 'dir'));
    const garbage = file('rác.bin', Buffer.from([1, 2, 3, 0xff]));
    const roots = file('roots.pem', 'no certificate');
    return [
      ['verify: no such file', ['verify', path.join(folder, 'không-có.pdf')]],
      ['verify: a folder', ['verify', path.join(folder, 'dir')]],
      ['verify: no such roots', ['verify', garbage, '--roots', path.join(folder, 'không-có.pem')]],
      ['verify: roots that are none', ['verify', garbage, '--roots', roots]],
      ['criteria: no such file', ['criteria', 'check', path.join(folder, 'không-có.yaml')]],
      ['criteria: a folder', ['criteria', 'check', path.join(folder, 'dir')]],
    ];
  };

  it('[CL3] a sentence in both languages on standard error, exit 1; as JSON one line on standard output', async () => {
    for (const [name, words] of cases()) {
      const ran = await hoidong(words);
      expect(ran, name).toMatchObject({ code: 1, out: '' });
      const [vi = '', en = ''] = ran.err.split('\n');
      expect(vi, name).toMatch(VIETNAMESE);
      expect(en, name).toMatch(/^[\p{L}\p{N}\p{P}\p{Zs}\p{S}]+$/u);
      expect(ran.err, name).not.toMatch(/\n\s+at /u);
      const json = await hoidong([...words, '--json']);
      expect(json, name).toMatchObject({ code: 1, err: '' });
      expect(json.out.trimEnd().split('\n'), name).toHaveLength(1);
      expect(JSON.parse(json.out), name).toMatchObject({ ok: false });
    }
  });

  it.each([
    ['a set that is none', ['--set', 'package.json']],
    ['a set that is not there', ['--set', 'nowhere.yaml']],
    ['a set that is a folder', ['--set', 'assets']],
    ['a folder of evidence that is not there', ['--evidence', 'nowhere']],
    ['a place that is a file', []],
  ])('[CL3] demo: %s', async (name, words) => {
    const folder = tempFolder('usage');
    const out = name === 'a place that is a file' ? path.join(root, 'package.json') : folder;
    const ran = await hoidong(['demo', '--out', out, ...words]);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toMatch(VIETNAMESE);
    expect(ran.err).not.toMatch(/\n\s+at /u);
  });
});

describe('a system that refuses', () => {
  it('[CL3] host: a folder of data that is a file', async () => {
    const words = ['host', '--data', path.join(root, 'package.json')];
    const ran = await hoidong(words);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain('package.json');
    expect(ran.err).not.toMatch(/\n\s+at /u);
    const json = await hoidong([...words, '--json']);
    expect(json).toMatchObject({ code: 1, err: '' });
    expect(JSON.parse(json.out)).toMatchObject({ ok: false });
  });
});

describe('criteria check', () => {
  it.each(['mau-1230', 'toi-thieu-224'])(
    '[CL4] the sample %s passes, in words and as one line of JSON',
    async (name) => {
      const file = path.join(root, 'assets', 'criteria', `${name}.yaml`);
      const ran = await hoidong(['criteria', 'check', file]);
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect(ran.out).toMatch(VIETNAMESE);
      const json = await hoidong(['criteria', 'check', file, '--json']);
      expect(json.code).toBe(0);
      expect(json.out.trimEnd().split('\n')).toHaveLength(1);
      expect(JSON.parse(json.out)).toMatchObject({ ok: true });
    },
  );

  it('[CL4] a bad file: exit 1, what is wrong and in which line, on standard error; JSON on standard output', async () => {
    const file = path.join(tempFolder('criteria'), 'hỏng.yaml');
    writeFileSync(file, 'id: x\nversion: "1"\nname_vi: Bộ\nname_en: Set\nmarks: [dat, khong_dat]\ngroups: 5\n');
    const ran = await hoidong(['criteria', 'check', file, '--lang', 'en']);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain('groups');
    expect(ran.err).toMatch(/6/u);
    const json = await hoidong(['criteria', 'check', file, '--json']);
    expect(json.code).toBe(1);
    expect(json.out.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(json.out)).toMatchObject({ ok: false });
  });
});
