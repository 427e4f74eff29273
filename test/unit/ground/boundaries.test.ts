// Proves each rule of the rooms on a small planted tree, then holds the real tree to all of them.
import { describe, expect, test } from 'vitest';
import { violationsOf } from '../../helpers/boundaries.ts';
import { isCatalogue, linesOf, long } from '../../helpers/shape.ts';
import { readPackages, readRooms } from '../../helpers/tree.ts';

const opening = '// Says in one sentence what it is for.\n';
const packages = new Set([
  'zod',
  'electron',
  'better-sqlite3',
  'ws',
  'react',
  'pdfmake',
  'vitest',
  'vite',
  'uuid',
  '@hpke/core',
]);
const shared = { 'shared/base/ids.ts': 'export const one = 1;' };

const judge = (tree: Readonly<Record<string, string>>) =>
  violationsOf(new Map(Object.entries(tree).map(([file, source]) => [file, opening + source])), packages);

/** Given a tree with one planted violation, exactly that rule is broken, in that file. */
const planted = (title: string, tree: Readonly<Record<string, string>>, rule: string, file: string) =>
  test(title, () => {
    expect(judge(tree).map((broken) => ({ rule: broken.rule, file: broken.file }))).toEqual([{ rule, file }]);
  });

/** Given a tree that comes close, nothing is broken. */
const allowed = (title: string, tree: Readonly<Record<string, string>>) =>
  test(title, () => {
    expect(judge(tree)).toEqual([]);
  });

describe('rooms', () => {
  const host = { 'electron/host/open.ts': 'export const open = 1;' };
  planted(
    '[G1] the renderer may not import electron/, not even a type',
    { ...host, 'renderer/link/a.ts': `import type { open } from '../../electron/host/open.ts';` },
    'G1',
    'renderer/link/a.ts',
  );
  planted(
    '[G1] electron/ may not import the renderer',
    { 'renderer/look/a.ts': 'export const a = 1;', 'electron/desk/b.ts': `import '../../renderer/look/a.ts';` },
    'G1',
    'electron/desk/b.ts',
  );
  planted(
    '[G1] shared may not re-export from electron/',
    { ...host, 'shared/base/a.ts': `export * from '../../electron/host/open.ts'; export const a = 1;` },
    'G1',
    'shared/base/a.ts',
  );
  planted(
    '[G1] shared may not name a type of electron/ inside a type',
    { ...host, 'shared/base/a.ts': `export type A = import('../../electron/host/open.ts').open;` },
    'G1',
    'shared/base/a.ts',
  );
  planted(
    '[G1] shared may not read assets',
    { 'shared/base/a.ts': `import '../../assets/criteria/sample.yaml';` },
    'G1',
    'shared/base/a.ts',
  );
  planted(
    '[G2] shared may import no package but the pure ones',
    { 'shared/base/a.ts': `import 'zod'; export const a = import('uuid');` },
    'G2',
    'shared/base/a.ts',
  );
  allowed('both sides may import shared, assets and the manifest', {
    ...shared,
    'renderer/look/a.ts': `import '../../shared/base/ids.ts'; import '../../assets/fonts/a.woff2?url';`,
    'electron/host/a.ts': `import '../../shared/base/ids.ts'; import manifest from '../../package.json';`,
    'shared/base/b.ts': `import { z } from 'zod/mini'; import './ids.ts';`,
  });
});

describe('packages', () => {
  planted(
    '[G3] better-sqlite3 belongs in the store only',
    { 'electron/host/a.ts': `import type Database from 'better-sqlite3';` },
    'G3',
    'electron/host/a.ts',
  );
  planted(
    '[G3] electron belongs in the desk and the entries only, subpaths too',
    { 'electron/headless.ts': `import { app } from 'electron/main';` },
    'G3',
    'electron/headless.ts',
  );
  planted(
    '[G3] ws does not leak by require either',
    { 'electron/signing/a.ts': `const ws = require('ws');` },
    'G3',
    'electron/signing/a.ts',
  );
  planted(
    '[G3] the product imports no test tool',
    { 'renderer/link/a.ts': `import { expect } from 'vitest';` },
    'G3',
    'renderer/link/a.ts',
  );
  allowed('each package is at home', {
    'electron/main.ts': `import { app } from 'electron';`,
    'electron/desk/a.ts': `import { dialog } from 'electron/main';`,
    'electron/store/a.ts': `import Database from 'better-sqlite3';`,
    'electron/hub/a.ts': `import { WebSocketServer } from 'ws';`,
    'electron/minutes/a.ts': `import 'pdfmake/build/pdfmake.js';`,
    'renderer/parts/a.tsx': `import { useState } from 'react'; import type {} from 'vite/client';`,
    'renderer/seal/a.ts': `import '@hpke/core';`,
  });
  planted(
    '[G4] the renderer may not import Node, whatever the spelling',
    { 'renderer/link/a.ts': `import { readFile } from 'fs/promises';` },
    'G4',
    'renderer/link/a.ts',
  );
  planted(
    '[G4] shared may not import Node',
    { 'shared/base/a.ts': `import { createHash } from 'node:crypto';` },
    'G4',
    'shared/base/a.ts',
  );
});

describe('arrows inside electron/', () => {
  planted(
    '[G5] the host stands without the room',
    { 'electron/room/door.ts': 'export const door = 1;', 'electron/host/a.ts': `import '../room/door.ts';` },
    'G5',
    'electron/host/a.ts',
  );
  planted(
    '[G6] nobody but composition imports composition',
    { 'electron/headless.ts': 'export const start = 1;', 'electron/hub/a.ts': `import '../headless.ts';` },
    'G6',
    'electron/hub/a.ts',
  );
  allowed('composition may import everything, itself too', {
    'electron/store/a.ts': 'export const a = 1;',
    'electron/desk/b.ts': 'export const b = 1;',
    'electron/command/run.ts': `import '../headless.ts'; import '../store/a.ts';`,
    'electron/headless.ts': `import './store/a.ts';`,
    'electron/hoidong.ts': `import './command/run.ts';`,
    'electron/main.ts': `import './desk/b.ts';`,
  });
});

describe('cycles and pairs', () => {
  planted(
    '[G7] two files that import each other, one by a type only',
    {
      'shared/book/a.ts': `import type { B } from './b.ts'; export type A = B;`,
      'shared/book/b.ts': `import { c } from './c.ts'; export type B = typeof c;`,
      'shared/book/c.ts': `export const c = () => import('./a.ts');`,
    },
    'G7',
    'shared/book/a.ts',
  );
  planted(
    '[G7] a file that imports itself',
    { 'renderer/state/a.ts': `export const a = 1; export { a as b } from './a.ts'; export const c = 1;` },
    'G7',
    'renderer/state/a.ts',
  );
  planted(
    '[G8] two folders that import each other, though no file does',
    {
      'electron/seal/a.ts': `import '../store/b.ts';`,
      'electron/store/b.ts': 'export const b = 1;',
      'electron/store/c.ts': `import type { d } from '../seal/d.ts';`,
      'electron/seal/d.ts': 'export const d = 1;',
    },
    'G8',
    'electron/store/c.ts',
  );
});

describe('imports that can be followed', () => {
  const lost = (source: string) => ({ 'electron/host/a.ts': source });
  planted(
    '[G9] a computed import is refused',
    lost('export const a = (x: string) => import(x);'),
    'G9',
    'electron/host/a.ts',
  );
  planted('[G9] a missing file is refused', lost(`import './gone.ts';`), 'G9', 'electron/host/a.ts');
  planted(
    '[G9] an import without .ts is refused',
    { ...lost(`import './b';`), 'electron/host/b.ts': '' },
    'G9',
    'electron/host/a.ts',
  );
  planted('[G9] an alias is refused', lost(`import '@/host/b.ts';`), 'G9', 'electron/host/a.ts');
  planted(
    '[G9] a glob import is refused',
    lost(`export const a = import.meta.glob('./*.ts');`),
    'G9',
    'electron/host/a.ts',
  );
  planted('[G9] a reference comment is refused', lost(`/// <reference path="./b.ts" />`), 'G9', 'electron/host/a.ts');
  planted(
    '[G9] a package the manifest does not name is refused',
    lost(`import 'left-pad';`),
    'G9',
    'electron/host/a.ts',
  );
  planted(
    '[G5] a worker named by its URL is an import too',
    {
      'electron/desk/worker.ts': 'export const w = 1;',
      'electron/host/a.ts': `export const url = new URL('../desk/worker.ts', import.meta.url);`,
    },
    'G5',
    'electron/host/a.ts',
  );
});

describe('the shape of a file', () => {
  const one = 'export const one = 1;';
  planted(
    '[G10] no third level of folders',
    { 'renderer/parts/table/row.tsx': one },
    'G10',
    'renderer/parts/table/row.tsx',
  );
  planted(
    '[G10] nor one below migrations',
    { 'electron/store/migrations/a/b.ts': one },
    'G10',
    'electron/store/migrations/a/b.ts',
  );
  planted('[G11] no index.ts', { 'shared/book/index.ts': one }, 'G11', 'shared/book/index.ts');
  planted(
    '[G11] no barrel under another name',
    { ...shared, 'shared/base/all.ts': `export * from './ids.ts';` },
    'G11',
    'shared/base/all.ts',
  );
  planted('[G11] no default export', { 'shared/book/a.ts': 'export default 1;' }, 'G11', 'shared/book/a.ts');
  planted(
    '[G11] no default export by renaming',
    { 'shared/book/a.ts': `${one} export { one as default };` },
    'G11',
    'shared/book/a.ts',
  );
  planted('[G13] no file over 400 lines', { 'shared/book/a.ts': `${one}\n`.repeat(400) }, 'G13', 'shared/book/a.ts');
  allowed('migrations, catalogues and files of 400 lines', {
    'electron/store/migrations/0001-first.ts': one,
    'shared/lang/vi.ts': `${one}\n`.repeat(900),
    'shared/book/a.ts': `${one}\n`.repeat(399),
  });

  test.each([
    '',
    '// eslint-disable-next-line\n',
    '// Ids\n',
    '/** Two words. */',
    "import './b.ts';\n// Comes too late to open it.\n",
  ])('[G12] a file that opens with %j is refused', (start) => {
    const sources = new Map([
      ['shared/base/a.ts', `${start}\n${one}`],
      ['shared/base/b.ts', opening + one],
    ]);
    expect(violationsOf(sources, packages).map((broken) => broken.rule)).toEqual(['G12']);
  });
  test.each(['// Mints the ids of facts.\n', '#!/usr/bin/env node\n/** Mints the\n * ids of facts. */\n'])(
    'a file may open with %j',
    (start) => {
      expect(violationsOf(new Map([['shared/base/a.ts', start + one]]), packages)).toEqual([]);
    },
  );
});

describe('purity of shared', () => {
  test.each([
    ['Date.now()', 'Date.now'],
    [`Date['now']()`, 'Date.now'],
    ['new Date(0)', 'Date'],
    ['Date()', 'Date'],
    ['((d: DateConstructor) => d)(Date)', 'Date'],
    ['Math.random()', 'Math.random'],
    ['performance.now()', 'performance'],
    ['crypto.subtle', 'crypto'],
    ['process.env', 'process'],
    ['setTimeout(() => {}, 1)', 'setTimeout'],
    ['{ fetch }', 'fetch'],
    ['globalThis', 'globalThis'],
    [`parseFloat('1')`, 'parseFloat'],
    [`Number.parseFloat('1')`, 'Number.parseFloat'],
    ['(1).toFixed(2)', 'toFixed'],
    [`(1)['toFixed'](2)`, 'toFixed'],
  ])('[G14] %s is refused in shared', (expression, name) => {
    expect(judge({ 'shared/base/a.ts': `export const a = ${expression};` })).toEqual([
      { rule: 'G14', file: 'shared/base/a.ts', says: `${name} is passed in` },
    ]);
  });
  allowed('names that only look impure, and the same code in electron/', {
    'shared/base/a.ts': `export type Clock = { now(): Date; process: string };
      export const sign = (crypto: { sign(): void }, { fetch }: { fetch(): void }) => { crypto.sign(); fetch(); };
      export const utc = (when: unknown) => Date.UTC(2026, 10) + Math.floor(Number('1')) + (when instanceof Date ? 1 : 0);
      export const a = { process: 1, performance: { now: 2 } }; export const b = a.performance.now;`,
    'electron/host/a.ts': 'export const now = () => Date.now();',
  });
});

describe('the real tree', { timeout: 60_000 }, () => {
  const rooms = readRooms();

  test('[G1] [G2] [G3] [G4] [G5] [G6] [G7] [G8] [G9] [G10] [G11] [G12] [G13] [G14] breaks no rule', () => {
    const broken = violationsOf(rooms, readPackages()).map(({ rule, file, says }) => `${rule} ${file}: ${says}`);
    expect(broken).toEqual([]);
  });

  test('is read at all', () => {
    // A checker that sees nothing finds nothing wrong.
    expect([...rooms.keys()]).toContain('shared/base/result.ts');
    const asking = [...rooms].filter(([file, source]) => linesOf(source) >= long && !isCatalogue(file));
    for (const [file, source] of asking) console.warn(`${file} has ${linesOf(source)} lines and asks to be split`);
  });
});
