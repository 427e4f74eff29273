// `npm start`: makes sure that everything is there, then opens the window, or the browser where no window can be had.
// Plain JavaScript in this and the start-*.mjs beside it, so that any Node can explain what is missing.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInBrowser } from './start-browser.mjs';
import { findElectron } from './start-electron.mjs';
import { readOptions } from './start-options.mjs';
import {
  AS_ROOT,
  BUILDING,
  INSTEAD,
  NO_DISPLAY,
  NO_PACKAGES,
  OPEN_ALREADY,
  oldNode,
  opening,
  USAGE,
  windowFailed,
} from './start-words.mjs';

/** Milliseconds within which a window that ends with a fault counts as never opened. */
const EARLY = 10_000;
/** Milliseconds within which one that ends well has only handed over to the window that was open. */
const HANDED_OVER = 3000;

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { stdout } = process;
let isOnLine = false;
const lines = (...all) => {
  stdout.write(`${isOnLine ? '\n' : ''}${all.join('\n')}\n`);
  isOnLine = false;
};
const say = {
  lines,
  /** One line that is written over; only a terminal can do that. */
  progress: (line) => {
    if (stdout.isTTY) stdout.write(`\r${line}`);
    isOnLine = stdout.isTTY === true;
  },
  stop: (code, ...all) => {
    process.stderr.write(`\n${all.join('\n')}\n\n`);
    process.exit(code);
  },
};

const options = readOptions(process.argv.slice(2));
if ('wrong' in options) say.stop(2, `Không hiểu "${options.wrong}" / not understood.`, '', ...USAGE);
if (options.help) {
  say.lines(...USAGE);
  process.exit(0);
}
if (Number(process.versions.node.split('.')[0]) < 24) say.stop(1, ...oldNode(process.version));
if (['better-sqlite3', 'vite'].some((name) => !existsSync(path.join(root, 'node_modules', name))))
  say.stop(1, ...NO_PACKAGES);

const program = await windowProgram();
buildWhereStale();
if (program === undefined) runInBrowser({ ...options, root }, say);
else runWindow(program);

/** Electron's program, or undefined after a word about what is missing. */
async function windowProgram() {
  if (options.browser) return undefined;
  const hasDisplay =
    process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
  const found = hasDisplay
    ? await findElectron(path.join(root, 'node_modules', 'electron'), say)
    : { missing: NO_DISPLAY };
  if ('program' in found) return found.program;
  say.lines('', ...found.missing, '', ...INSTEAD, '');
  return undefined;
}

function buildWhereStale() {
  const newest = (folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
      .reduce((latest, entry) => Math.max(latest, statSync(path.join(entry.parentPath, entry.name)).mtimeMs), 0);
  // The browser mode runs the host from its source; only the window runs the bundle of it.
  const rooms = program === undefined ? ['renderer', 'shared'] : ['renderer', 'shared', 'electron'];
  const wanted = program === undefined ? ['renderer/index.html'] : ['renderer/index.html', 'main/main.js'];
  const made = wanted.map((file) => statSync(path.join(root, 'dist', file), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  if (Math.min(...made) >= Math.max(...rooms.map(newest))) return;
  say.lines(BUILDING);
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

/** The same folder of books and keys as in the browser; what ends at once with a fault has shown nobody a window. */
function runWindow(electron) {
  if (process.platform === 'linux' && process.getuid?.() === 0 && options.sandbox) say.lines(...AS_ROOT, '');
  say.lines(...opening(options.data));
  const env = { ...process.env, HOIDONG_DATA: options.data };
  // Set by some editors' terminals; Electron would then be a plain Node and open nothing.
  delete env.ELECTRON_RUN_AS_NODE;
  const began = performance.now();
  let isStopped = false;
  const child = spawn(electron, [root, ...(options.sandbox ? [] : ['--no-sandbox'])], { env, stdio: 'inherit' });
  const stop = (signal) => {
    isStopped = true;
    child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
  const failed = (reason) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stop);
    say.lines('', ...windowFailed(reason), '', ...INSTEAD, '');
    runInBrowser({ ...options, root }, say);
  };
  child.on('error', (fault) => failed(fault.code ?? fault.message));
  child.on('exit', (code, signal) => {
    const took = performance.now() - began;
    if (!isStopped && code === 0 && took < HANDED_OVER) say.lines('', ...OPEN_ALREADY);
    if (isStopped || code === 0 || took > EARLY) process.exit(code ?? 0);
    failed(signal ?? code);
  });
}
