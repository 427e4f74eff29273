// `npm start` as a process: the window where Electron is or can be fetched, else a word in time and the browser.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSocket } from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeStartTree, type Started, type StartTree, writeProgram } from '../packaging/start-tree.ts';
import { storedZip } from '../packaging/stored-zip.ts';

/** Milliseconds in which a person is told what is missing. */
const TOLD_WITHIN = 3000;
/** Starting a process may take that long by itself where everything runs at once. */
const LOADED = { retry: 2 };
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/#desk=[\w-]+/;

type Closing = {
  readonly listen: (port: number, host: string, then: () => void) => unknown;
  readonly address: () => unknown;
  readonly close: () => unknown;
};
/** Listens on a free port for as long as the test runs; resolves to the address with a closing stroke. */
async function serve(server: Closing): Promise<string> {
  await new Promise<void>((opened) => server.listen(0, '127.0.0.1', opened));
  onTestFinished(() => {
    server.close();
  });
  const at = server.address();
  return `http://127.0.0.1:${typeof at === 'object' && at !== null && 'port' in at ? at.port : ''}/`;
}
const mirror = async (answer: RequestListener): Promise<string> => await serve(createServer(answer));

/** An address where nobody listens: taken once and given back. */
async function refusing(): Promise<string> {
  const server = createServer();
  await new Promise<void>((opened) => server.listen(0, '127.0.0.1', opened));
  const at = server.address();
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : ''}/`;
}

/** The host answers with its page on the printed address, and the browser was sent there. */
async function expectBrowser(tree: StartTree, started: Started): Promise<void> {
  await started.until(ADDRESS);
  const url = ADDRESS.exec(started.told())?.[0] ?? '';
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('id="root"');
  expect(started.told()).toContain(tree.data);
  const sent = () => existsSync(tree.opened) && readFileSync(tree.opened, 'utf8');
  await expect.poll(sent, { timeout: 10_000 }).toBe(url);
}

/** A stand-in for Electron's program: writes what it was given and ends with `code`. */
const recorder = (file: string, code = 0): string => `
  const { writeFileSync } = process.getBuiltinModule('node:fs');
  const { HOIDONG_DATA, ELECTRON_RUN_AS_NODE } = process.env;
  writeFileSync(${JSON.stringify(file)}, JSON.stringify({ args: process.argv.slice(2), HOIDONG_DATA, ELECTRON_RUN_AS_NODE }));
  process.exitCode = ${code};`;
const readRecord = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

// A program that is a script, and xdg-open: both are of Unix.
describe.skipIf(process.platform === 'win32')('npm start', () => {
  test.each([
    ['refuses', refusing, /reason: ECONNREFUSED/],
    ['is silent', async () => await serve(createSocket(() => undefined)), /reason: .*no answer in 1\.5 s/],
    ['lacks the file', async () => await mirror((_, answer) => answer.writeHead(404).end()), /reason: HTTP 404/],
  ] as const)(
    '[PK1] where the download %s it says what is missing in time, and goes on in the browser',
    LOADED,
    async (_, place, reason) => {
      const tree = makeStartTree();
      const started = tree.start([], { ELECTRON_MIRROR: await place() });
      const took = await started.until(reason);
      expect(took).toBeLessThan(TOLD_WITHIN);
      for (const way of ['github.com', 'ELECTRON_MIRROR', 'ELECTRON_OVERRIDE_DIST_PATH', 'path.txt'])
        expect(started.told()).toContain(way);
      expect(started.told()).toMatch(/không mở được cửa sổ/);
      expect(started.told()).not.toMatch(/^\s+at /m);
      await expectBrowser(tree, started);
    },
  );

  test('[PK2] the program that is there is started on the root with the data folder, and no browser', async () => {
    const tree = makeStartTree();
    const file = path.join(tree.folder, 'record.json');
    writeProgram(path.join(tree.folder, 'own', 'electron'), recorder(file));
    const started = tree.start([], {
      ELECTRON_OVERRIDE_DIST_PATH: path.join(tree.folder, 'own'),
      ELECTRON_RUN_AS_NODE: '1',
    });
    expect(await started.ended).toBe(0);
    expect(readRecord(file)).toEqual({ args: [tree.folder], HOIDONG_DATA: tree.data });
    expect(started.told()).not.toMatch(ADDRESS);
    expect(existsSync(tree.opened)).toBe(false);
    // What ends well at once has handed over to the window that was open.
    expect(started.told()).toContain('was open already');
  });

  test('[PK2] the program inside the package is found by its note, with nothing asked of the network', async () => {
    const tree = makeStartTree();
    const file = path.join(tree.folder, 'record.json');
    writeProgram(path.join(tree.electron, 'dist', 'electron'), recorder(file));
    writeFileSync(path.join(tree.electron, 'path.txt'), 'electron');
    let asked = 0;
    const place = await mirror((_, answer) => {
      asked++;
      answer.end();
    });
    const started = tree.start(['--no-sandbox'], { ELECTRON_MIRROR: place });
    expect(await started.ended).toBe(0);
    expect(readRecord(file)).toMatchObject({ args: [tree.folder, '--no-sandbox'] });
    expect(asked).toBe(0);
  });

  test('[PK3] a missing program is fetched from the mirror, kept, and started', async () => {
    const tree = makeStartTree();
    const file = path.join(tree.folder, 'record.json');
    const { version } = JSON.parse(readFileSync(path.join(tree.electron, 'package.json'), 'utf8')) as {
      version: string;
    };
    const name = `electron-v${version}-${process.platform}-${process.arch}.zip`;
    const program = Buffer.from(`#!${process.execPath}\n${recorder(file)}`);
    const zip = storedZip([
      {
        name: process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron',
        bytes: program,
        mode: 0o755,
      },
      { name: 'version', bytes: Buffer.from(version), mode: 0o644 },
    ]);
    const sums = `${createHash('sha256').update(zip).digest('hex')} *${name}\n`;
    const place = await mirror(({ url }, answer) => {
      if (url === `/v${version}/${name}`) answer.end(zip);
      else if (url === `/v${version}/SHASUMS256.txt`) answer.end(sums);
      else answer.writeHead(404).end();
    });
    // Our zip cannot have the sum that the package carries.
    const env = { ELECTRON_MIRROR: place, electron_use_remote_checksums: '1' };
    const started = tree.start([], env);
    expect(await started.ended, started.told()).toBe(0);
    expect(started.told()).toContain(`Fetching Electron ${version}`);
    expect(readRecord(file)).toMatchObject({ args: [tree.folder], HOIDONG_DATA: tree.data });
    // As after `npm ci` without a network: the program is gone, the file that was fetched is still kept.
    writeFileSync(path.join(tree.electron, 'path.txt'), 'gone');
    const again = tree.start([], { ELECTRON_MIRROR: place, electron_use_remote_checksums: '1' });
    expect(await again.ended, again.told()).toBe(0);
    expect(again.told()).toContain('fetched earlier');
  });

  test('[PK3] a download with another sum than the package names is not used', async () => {
    const tree = makeStartTree();
    const zip = storedZip([{ name: 'electron', bytes: Buffer.from('#!/bin/sh\n'), mode: 0o755 }]);
    const started = tree.start([], { ELECTRON_MIRROR: await mirror((_, answer) => answer.end(zip)) });
    await started.until(/reason: .*(sum|hash|SHA)/i);
    expect(existsSync(path.join(tree.electron, 'path.txt'))).toBe(false);
    await expectBrowser(tree, started);
  });

  test('[PK4] a window that fails at once is told, and the browser takes its place', async () => {
    const tree = makeStartTree();
    const file = path.join(tree.folder, 'record.json');
    writeProgram(path.join(tree.folder, 'own', 'electron'), recorder(file, 127));
    const started = tree.start([], { ELECTRON_OVERRIDE_DIST_PATH: path.join(tree.folder, 'own') });
    await started.until('The window did not open (127)');
    await expectBrowser(tree, started);
  });

  test('[PK4] an override without the program is named, and the browser takes its place', async () => {
    const tree = makeStartTree();
    const started = tree.start([], { ELECTRON_OVERRIDE_DIST_PATH: tree.folder });
    await started.until('there is no electron in it');
    await expectBrowser(tree, started);
  });

  test.each([
    ['without a display', [], { DISPLAY: '' }, 'This machine has no display'],
    ['with --browser', ['--browser'], {}, 'runs in this machine'],
  ] as const)('[PK5] %s nothing is asked of the network', async (_, words, env, says) => {
    const tree = makeStartTree();
    let asked = 0;
    const place = await mirror((__, answer) => {
      asked++;
      answer.end();
    });
    const started = tree.start([...words, '--no-open'], { ELECTRON_MIRROR: place, ...env });
    await started.until(ADDRESS);
    expect(started.told()).toContain(says);
    expect(asked).toBe(0);
    expect(existsSync(tree.opened)).toBe(false);
  });

  test('[PK6] a folder that is in use is a calm sentence in both languages', async () => {
    const tree = makeStartTree();
    const first = tree.start(['--browser', '--no-open']);
    await first.until(ADDRESS);
    const second = tree.start(['--browser', '--no-open']);
    expect(await second.ended).toBe(1);
    expect(second.told()).toMatch(/đang được một cửa sổ khác sử dụng/);
    expect(second.told()).toMatch(/in use by another window/);
    expect(second.told()).not.toMatch(/Error|^\s+at /m);
  });

  test.each([
    [['--port', '70000'], '--port 70000'],
    [['--port'], '--port'],
    [['--port', '--browser'], '--port'],
    [['--windows'], '--windows'],
  ])('[PK7] %j is wrong usage: named, explained, exit 2', async (words, named) => {
    const started = makeStartTree().start(words);
    expect(await started.ended).toBe(2);
    expect(started.told()).toContain(`"${named}"`);
    expect(started.told()).toContain('npm start [--');
  });
});
