// `npm start`: makes sure that everything is there, then opens the application; plain JavaScript, so that any Node can explain.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const words = process.argv.slice(2);
const say = (...lines) => process.stdout.write(`${lines.join('\n')}\n`);
const stop = (...lines) => {
  process.stderr.write(`\n${lines.join('\n')}\n\n`);
  process.exit(1);
};

const USAGE = [
  'npm start [-- --no-open] [--port N] [--data DIR]',
  '  --no-open   không tự mở trình duyệt / do not open the browser',
  '  --port N    cổng trên máy này / port on this machine (0: any that is free)',
  '  --data DIR  thư mục giữ sổ và khóa / folder of books and keys',
];
const known = new Set(['--browser', '--no-open', '--help']);
const optionOf = (name, otherwise) => {
  const at = words.indexOf(name);
  if (at < 0) return otherwise;
  known.add(name).add(words[at + 1]);
  return words[at + 1] ?? stop(...USAGE);
};
const port = optionOf('--port', '0');
const data = optionOf('--data', process.env.HOIDONG_DATA ?? dataFolder());
const stray = words.find((word) => !known.has(word));
if (words.includes('--help')) {
  say(...USAGE);
  process.exit(0);
}
if (stray !== undefined) stop(`Không hiểu "${stray}" / not understood.`, ...USAGE);

/** Where applications of this system keep what is theirs. */
function dataFolder() {
  const home = os.homedir();
  if (process.platform === 'win32')
    return path.join(process.env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'Hoidong');
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Hoidong');
  return path.join(process.env.XDG_DATA_HOME ?? path.join(home, '.local', 'share'), 'hoidong');
}

if (Number(process.versions.node.split('.')[0]) < 24)
  stop(
    `Cần Node.js 24 trở lên; đang chạy ${process.version}. Trên Linux x64, "npm ci" cài kèm bản đúng: hãy dùng "npm start".`,
    `Node.js 24 or newer is needed; this is ${process.version}. On Linux x64, "npm ci" brings the right one: use "npm start".`,
  );
if (!existsSync(path.join(root, 'node_modules', 'better-sqlite3')))
  stop('Chưa cài các gói. Hãy chạy: npm ci', 'The packages are not installed yet. Run: npm ci');

const newest = (folder) =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(path.join(entry.parentPath, entry.name)).mtimeMs), 0);
const page = path.join(root, 'dist', 'renderer', 'index.html');
if (!existsSync(page) || Math.max(newest('renderer'), newest('shared')) > statSync(page).mtimeMs) {
  say('Đang dựng giao diện… / Building the screens…');
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

const child = spawn(
  process.execPath,
  [path.join(root, 'electron', 'hoidong.mjs'), 'host', '--data', data, '--port', port, '--json'],
  { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
);
let told = '';
let isRefused = false;
child.stdout.setEncoding('utf8').on('data', (text) => {
  told += text;
  if (!told.endsWith('\n')) return;
  const opened = JSON.parse(told);
  if (opened.ok !== true) return refused(opened);
  say(
    'Hội đồng chạy trong trình duyệt của máy này; không có gì rời khỏi máy.',
    'Hội đồng runs in this machine’s browser; nothing leaves the machine.',
    '',
    `  ${opened.url}`,
    '',
    `Sổ và khóa / books and keys: ${data}`,
    'Dừng / stop: Ctrl+C',
  );
  if (!words.includes('--no-open')) openBrowser(opened.url);
});
child.on('exit', (code, signal) => {
  if (!isRefused) process.exit(code ?? (signal ? 0 : 1));
});
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => (isRefused ? process.exit(0) : child.kill(signal)));

/** A store that cannot be opened (a newer version's, another program's) is a calm page, and nothing of it is touched. */
function refused({ vi, en, refusal }) {
  if (words.includes('--no-open')) stop(vi, en);
  isRefused = true;
  const text = (words) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const style =
    'body{font:18px/1.6 system-ui,sans-serif;max-width:38rem;margin:18vh auto;padding:0 1.5rem;color:#1b1c1e;background:#fff}small{color:#565a60}';
  const page = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Hội đồng</title><style>${style}</style><h1>Hội đồng</h1><p>${text(vi)}</p><p lang="en">${text(en)}</p><p><small>${text(refusal.code)} · ${text(data)}</small></p></html>`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
  const server = createServer((_, response) => response.writeHead(200, headers).end(page));
  server.listen({ host: '127.0.0.1', port: Number(port) || 0 }, () => {
    const url = `http://127.0.0.1:${server.address().port}/`;
    say(vi, en, '', `  ${url}`, '', 'Dừng / stop: Ctrl+C');
    openBrowser(url);
  });
}

/** The default browser where there is one; the printed address serves everywhere else. */
function openBrowser(url) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const [command, ...args] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', url]
      : process.platform === 'darwin'
        ? ['open', url]
        : ['xdg-open', url];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
