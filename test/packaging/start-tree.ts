// A copy of the tree for `npm start`: its own Electron package without the program, its own dist, all else by link.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from '../helpers/steps.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

export type StartTree = {
  /** The root of the copy. */
  readonly folder: string;
  /** node_modules/electron of the copy. */
  readonly electron: string;
  readonly data: string;
  /** Written by the browser that is opened: its address. */
  readonly opened: string;
  readonly start: (words: readonly string[], env?: NodeJS.ProcessEnv) => Started;
};

export type Started = {
  readonly child: ChildProcess;
  /** Both streams so far. */
  readonly told: () => string;
  /** Milliseconds from the start to the first time the words stood there. */
  readonly until: (words: string | RegExp) => Promise<number>;
  readonly ended: Promise<number | null>;
};

const link = (from: string, to: string, but: (name: string) => boolean): void => {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) if (!but(name)) symlinkSync(path.join(from, name), path.join(to, name));
};

/** Writes a script that this Node runs when it is started like a program. */
export function writeProgram(file: string, source: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!${process.execPath}\n${source}\n`);
  chmodSync(file, 0o755);
}

const TOMORROW = new Date(Date.now() + 86_400_000);

/** Call inside a test: folder and processes are gone when it is over. */
export function makeStartTree(): StartTree {
  const folder = tempFolder('start');
  const real = (...parts: readonly string[]) => path.join(root, ...parts);
  const own = (...parts: readonly string[]) => path.join(folder, ...parts);
  link(real('node_modules'), own('node_modules'), (name) => name === 'electron');
  const electron = own('node_modules', 'electron');
  const isProgram = (file: string) => /electron[\\/](dist|path\.txt)/.test(file.slice(root.length));
  cpSync(real('node_modules', 'electron'), electron, { recursive: true, filter: (file) => !isProgram(file) });
  const isStart = (name: string) => /^start.*\.mjs$/.test(name);
  link(real('electron'), own('electron'), isStart);
  for (const name of readdirSync(real('electron')).filter(isStart))
    cpSync(real('electron', name), own('electron', name));
  for (const room of ['renderer', 'shared', 'assets', 'package.json']) symlinkSync(real(room), own(room));
  // Newer than any source ever is, so that nothing is built; the host itself runs in the real tree and serves its pages.
  for (const file of ['renderer/index.html', 'main/main.js']) {
    mkdirSync(path.dirname(own('dist', file)), { recursive: true });
    writeFileSync(own('dist', file), '');
    utimesSync(own('dist', file), TOMORROW, TOMORROW);
  }
  const opened = own('opened.txt');
  mkdirSync(own('bin'));
  // A shell's own words, so that it is quick on a loaded machine.
  writeFileSync(own('bin', 'xdg-open'), `#!/bin/sh\nprintf %s "$1" > '${opened}'\n`, { mode: 0o755 });
  const data = own('data');
  const start: StartTree['start'] = (words, env = {}) =>
    follow(
      spawn(process.execPath, [own('electron', 'start.mjs'), '--data', data, ...words], {
        cwd: folder,
        env: {
          ...bare(),
          PATH: `${own('bin')}${path.delimiter}${process.env['PATH']}`,
          HOME: own('home'),
          XDG_CACHE_HOME: own('cache'),
          DISPLAY: ':77',
          ...env,
        },
      }),
    );
  return { folder, electron, data, opened, start };
}

/** The environment without what steers Electron or its download. */
const bare = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/electron|^(https?_proxy|wayland_display|hoidong_data)$/i.test(name),
    ),
  );

function follow(child: ChildProcess): Started {
  const began = performance.now();
  let text = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      for (const look of waiting) look();
    });
  const ended = new Promise<number | null>((settle) => child.once('close', settle));
  onTestFinished(async () => {
    // SIGTERM lets it take its host along.
    child.kill();
    const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(timer);
  });
  const until = async (words: string | RegExp): Promise<number> =>
    await new Promise((settle, fail) => {
      const look = () => {
        if (!(typeof words === 'string' ? text.includes(words) : words.test(text))) return;
        waiting.delete(look);
        settle(performance.now() - began);
      };
      waiting.add(look);
      look();
      ended.then(() => fail(new Error(`ended without ${words}:\n${text}`))).catch(fail);
    });
  return { child, told: () => text, until, ended };
}
