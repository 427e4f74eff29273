// The words after `npm start --`, and where this system keeps an application's data.
import os from 'node:os';
import path from 'node:path';

const FLAGS = ['--browser', '--no-open', '--no-sandbox', '--help'];
const VALUES = ['--port', '--data'];

/**
 * @param {readonly string[]} words
 * @returns {{ wrong: string } | { browser: boolean, open: boolean, sandbox: boolean, help: boolean, port: string, data: string }}
 */
export function readOptions(words) {
  const flags = new Set();
  const values = new Map();
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (FLAGS.includes(word)) flags.add(word);
    else if (VALUES.includes(word)) {
      const value = words[++at];
      if (value === undefined || value === '' || value.startsWith('--')) return { wrong: word };
      values.set(word, value);
    } else return { wrong: word };
  }
  const port = values.get('--port') ?? '0';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return { wrong: `--port ${port}` };
  return {
    browser: flags.has('--browser'),
    open: !flags.has('--no-open'),
    sandbox: !flags.has('--no-sandbox'),
    help: flags.has('--help'),
    port,
    data: path.resolve(values.get('--data') ?? (process.env.HOIDONG_DATA || dataFolder())),
  };
}

/** Where applications of this system keep what is theirs. */
function dataFolder() {
  const home = os.homedir();
  if (process.platform === 'win32')
    return path.join(process.env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'Hoidong');
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Hoidong');
  return path.join(process.env.XDG_DATA_HOME ?? path.join(home, '.local', 'share'), 'hoidong');
}
