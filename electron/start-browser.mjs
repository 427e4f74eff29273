// The browser mode of `npm start`: the host on loopback, its address, and the default browser; a refusal is a calm page.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import path from 'node:path';
import { inBrowser } from './start-words.mjs';

/**
 * Runs until it is stopped, and ends this process with the host's own exit code.
 *
 * @param {{ root: string, data: string, port: string, open: boolean }} options
 * @param {{ lines: (...lines: string[]) => void, stop: (code: number, ...lines: string[]) => never }} say
 */
export function runInBrowser({ root, data, port, open }, say) {
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
    told = '';
    if (opened.ok === true) {
      say.lines(...inBrowser(opened.url, data));
      if (open) openBrowser(opened.url);
      return;
    }
    if (!open) say.stop(1, opened.vi, opened.en);
    isRefused = true;
    showRefusal(opened, { data, port }, say);
  });
  child.on('exit', (code, signal) => {
    if (!isRefused) process.exit(code ?? (signal ? 0 : 1));
  });
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => (isRefused ? process.exit(0) : child.kill(signal)));
}

/** A store that cannot be opened (in use, a newer version's, another program's) is a calm page, and nothing of it is touched. */
function showRefusal({ vi, en, refusal }, { data, port }, say) {
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
  server.listen({ host: '127.0.0.1', port: Number(port) }, () => {
    const url = `http://127.0.0.1:${server.address().port}/`;
    say.lines(vi, en, '', `  ${url}`, '', 'Dừng / stop: Ctrl+C');
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
