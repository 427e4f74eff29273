// Finds Electron's program or fetches it; never by require('electron'), which starts a download by itself and ends in a stack.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fetching, noElectron, noOverride, STALLED, silent, unpacking } from './start-words.mjs';

/** Milliseconds for the place of the download to answer; a firewall that drops packets would hold us for minutes. */
const PROBE = 1500;
/** Milliseconds without a new byte after which a download counts as dead. */
const STALL = 120_000;

/** As in electron/install.js. */
const programName = () =>
  ({ win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' })[process.platform] ?? 'electron';

/** Names in the order in which @electron/get reads them: .npmrc, package.json, environment. */
const chosen = (name) =>
  process.env[`npm_config_electron_${name}`] ||
  process.env[`NPM_CONFIG_ELECTRON_${name.toUpperCase()}`] ||
  process.env[`npm_package_config_electron_${name}`] ||
  process.env[`ELECTRON_${name.toUpperCase()}`];

/** Which file is wanted, from where, and where an earlier download of it lies. */
function artifactOf(home) {
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  const arch = process.env.npm_config_arch || process.arch;
  const zip = `electron-v${version}-${process.platform}-${arch}.zip`;
  const base = chosen('mirror') || 'https://github.com/electron/electron/releases/download/';
  const folder = (chosen('custom_dir') || `v${version}`).replace('{{ version }}', version);
  const url = `${base}${folder}/${chosen('custom_filename') || zip}`;
  return { version, zip, url, kept: keptCopy(url, zip) };
}

/** @electron/get keeps each download under the hash of its folder's address; `npm ci` empties node_modules, not this. */
function keptCopy(url, zip) {
  const home = os.homedir();
  const own =
    process.platform === 'win32'
      ? path.join(process.env.LOCALAPPDATA || path.join(home, 'AppData', 'Local'), 'electron', 'Cache')
      : process.platform === 'darwin'
        ? path.join(home, 'Library', 'Caches', 'electron')
        : path.join(process.env.XDG_CACHE_HOME || path.join(home, '.cache'), 'electron');
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  parsed.hash = parsed.search = '';
  parsed.pathname = path.posix.dirname(parsed.pathname);
  const folder = createHash('sha256').update(parsed.toString()).digest('hex');
  const file = path.join(process.env.electron_config_cache || own, folder, zip);
  return existsSync(file) ? file : undefined;
}

const isFile = (file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true;

function installed(home) {
  const note = path.join(home, 'path.txt');
  if (!existsSync(note)) return undefined;
  const program = path.join(home, 'dist', readFileSync(note, 'utf8').trim());
  return isFile(program) ? program : undefined;
}

/** A short code such as ECONNREFUSED where there is one: fetch itself says only "fetch failed". */
const codeOf = (fault) =>
  fault.name === 'TimeoutError' ? silent(PROBE / 1000) : (fault.cause?.code ?? fault.cause?.message ?? fault.message);

/** Why nothing can be fetched from there, undefined when it can; behind a proxy it is the proxy that must answer. */
async function whyUnreachable(url) {
  const { ELECTRON_GET_USE_PROXY, HTTPS_PROXY, https_proxy, HTTP_PROXY, http_proxy } = process.env;
  const proxy = ELECTRON_GET_USE_PROXY ? HTTPS_PROXY || https_proxy || HTTP_PROXY || http_proxy : undefined;
  try {
    // A redirect is an answer: following it would need twice the time on a slow line.
    const signal = AbortSignal.timeout(PROBE);
    const { status } = await fetch(proxy ?? url, { method: 'HEAD', redirect: 'manual', signal });
    return proxy !== undefined || status < 400 || status === 405 || status === 501 ? undefined : `HTTP ${status}`;
  } catch (fault) {
    return codeOf(fault);
  }
}

const bytesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => {
      // It may be moved away between the listing and the look.
      return sum + (statSync(path.join(parentPath, name), { throwIfNoEntry: false })?.size ?? 0);
    }, 0);

/** Runs Electron's own installer in a temporary folder of its own, so that the growing file can be watched. Resolves to a reason or undefined. */
function install(home, say) {
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'hoidong-electron-'));
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, ELECTRON_GET_NO_PROGRESS: '1' };
  const child = spawn(process.execPath, [path.join(home, 'install.js')], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  let bytes = 0;
  let since = Date.now();
  let isStalled = false;
  child.stderr.setEncoding('utf8').on('data', (text) => {
    told += text;
  });
  const watch = setInterval(() => {
    const now = bytesIn(temporary);
    if (now !== bytes) {
      [bytes, since] = [now, Date.now()];
      if (bytes > 0) say.progress(`  ${Math.round(bytes / 1e6)} MB`);
    } else if (Date.now() - since > STALL) {
      isStalled = true;
      child.kill();
    }
  }, 500);
  return new Promise((settle) => {
    const end = (reason) => {
      clearInterval(watch);
      rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      settle(reason);
    };
    child.on('error', (fault) => end(fault.message));
    child.on('close', (code) => {
      if (code === 0) return end(undefined);
      const line = told.split('\n').find((each) => each.trim() !== '' && !/^\s+at /.test(each));
      end(isStalled ? STALLED : (line?.trim() ?? `install.js: ${code}`));
    });
  });
}

/**
 * Electron's program, fetched where it is missing and can be had.
 *
 * @param {string} home node_modules/electron
 * @param {{ lines: (...lines: string[]) => void, progress: (line: string) => void }} say
 * @returns {Promise<{ program: string } | { missing: string[] }>} `missing` says in both languages what is not there
 */
export async function findElectron(home, say) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const program = path.join(override, programName());
    return isFile(program) ? { program } : { missing: noOverride(override, programName()) };
  }
  const here = installed(home);
  if (here !== undefined) return { program: here };
  const artifact = artifactOf(home);
  let reason;
  if (artifact.kept === undefined) reason = await whyUnreachable(artifact.url);
  if (reason === undefined) {
    if (artifact.kept === undefined) say.lines(...fetching(artifact.version, artifact.url));
    else say.lines(unpacking(artifact.version));
    const failed = await install(home, say);
    const program = installed(home);
    if (program !== undefined) return { program };
    // The installer tells no cause; asked once more, the network often does.
    const cause = await whyUnreachable(artifact.url);
    reason = [failed, cause].filter(Boolean).join('; ');
  }
  return { missing: noElectron({ ...artifact, reason }) };
}
