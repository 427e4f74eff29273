// The host inside a window: the program round the page is for the desk alone, and what is stored is covered.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openKeptState } from '../../electron/desk/kept-state.ts';
import { openShell } from '../../electron/desk/shell.ts';
import { openHeadless } from '../../electron/headless.ts';
import { coverUnder } from '../../electron/seal/cover.ts';
import { KEY_FILE } from '../../electron/store/key-file.ts';
import { refusal } from '../../shared/base/result.ts';
import type { ShellView } from '../../shared/contract/shell-view.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { joinAs, joined } from './host-meeting.ts';
import { clientTo, codeOf, deskOf, formOf, granted, look, openRoom, room, seen } from './host-room.ts';

const CHOICE = { language: 'en', theme: 'dark' } as const;

function windowShell() {
  const opened: string[] = [];
  const kept = openKeptState(tempFolder('shell'));
  const worries = [refusal('data-not-covered', { keystore: 'weak-key-store' })];
  const shell = openShell({
    machine: { covered: false, worries },
    kept,
    onChosen: () => {},
    openProjector: (fragment) => opened.push(fragment),
  });
  return { shell, kept, opened };
}

test('[DK15] the desk learns of its program and tells what it has chosen; a host without a window says so', async () => {
  const { shell, kept, opened } = windowShell();
  const at = await room({ shell });
  const desk = await deskOf(at);
  const views: ShellView[] = [];
  desk.watch('shell', {}, (value) => views.push(granted(value)));
  await expect.poll(() => views.length).toBe(1);
  const machine = {
    place: 'window',
    covered: false,
    worries: [{ code: 'data-not-covered', params: { keystore: 'weak-key-store' } }],
  };
  expect(views).toEqual([machine]);
  granted(await desk.call('shell.chosen', CHOICE));
  expect(kept.now()).toMatchObject(CHOICE);
  shell.command('/new');
  await expect.poll(() => views.length).toBe(2);
  expect(views[1]).toEqual({ ...machine, command: { number: 1, act: '/new' } });
  const { book } = await joined(at);
  granted(await desk.call('projector.open', { book }));
  expect(opened).toEqual([expect.stringMatching(/^#projector=[0-9a-f]{48}$/)]);

  const bare = await deskOf(await room(), 'browser');
  expect(await seen(bare, 'shell', {})).toEqual({
    place: 'browser',
    covered: false,
    worries: [{ code: 'data-not-covered', params: { keystore: 'browser' } }],
  });
  granted(await bare.call('shell.chosen', CHOICE));
});

test('[DK15] nobody but the desk learns of the program, or commands it, and nothing of a book is in its view', async () => {
  const { shell, kept } = windowShell();
  const at = await room({ shell });
  const meeting = await joined(at);
  const { client: seat } = await joinAs(meeting, 6);
  const stranger = clientTo(at, 'stranger');
  const desk = await deskOf(at, 'desk again');
  const { fragment } = granted(await desk.call('projector.open', { book: meeting.book }));
  const wall = clientTo(at, 'wall');
  granted(await wall.call('projector.enter', { token: fragment.replace('#projector=', '') }));
  for (const other of [seat, stranger, wall]) {
    expect(codeOf(await look(other, 'shell', {}))).toBe('not-allowed');
    expect(codeOf(await other.call('shell.chosen', CHOICE))).toBe('not-allowed');
  }
  expect(kept.now().theme).toBe('system');
  const view = await seen(desk, 'shell', {});
  expect(Object.keys(view).sort()).toEqual(['covered', 'place', 'worries']);
  expect(JSON.stringify(view)).not.toContain(meeting.book);
});

test('[DK8] a whole session under a data key leaves none of its words on the disk, and is there again', async () => {
  const folder = tempFolder('covered');
  const protect = coverUnder(randomBytes(32), randomBytes);
  const subject = 'HƯƠU-CAO-CỔ-7431';
  const at = await openRoom(folder, { protect });
  const { book } = granted(await (await deskOf(at)).call('session.create', formOf({ subject })));
  await at.headless.close();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const entry of files)
    expect(readFileSync(join(entry.parentPath, entry.name)).includes(subject), entry.name).toBe(false);
  const again = await room({ protect }, folder);
  expect((await seen(await deskOf(again), 'session', { book })).subject).toBe(subject);
});

test('[DK9] a folder under a data key is not opened in clear, and stays as it is', async () => {
  const folder = tempFolder('covered');
  writeFileSync(join(folder, KEY_FILE), '{"v":1,"wrapped":"AAAA"}');
  const opened = await openHeadless({ data: folder, log: { error: () => {}, info: () => {} } });
  expect(opened).toEqual({ ok: false, refusal: { code: 'data-key-elsewhere', params: {} } });
  expect(readdirSync(folder)).toEqual([KEY_FILE]);
});

test('[DK7] the door opens where it stood last, and elsewhere only where that is taken', async () => {
  const renderer = tempFolder('renderer');
  writeFileSync(join(renderer, 'index.html'), '<!doctype html>');
  const free = createServer();
  const portOf = async (port: number): Promise<number> => {
    await new Promise<void>((done) => free.listen(port, '127.0.0.1', done));
    return (free.address() as AddressInfo).port;
  };
  const shut = () => new Promise((done) => free.close(done));
  const port = await portOf(0);
  await shut();
  const first = await room({ door: { port, orAnyPort: true, renderer } });
  expect(first.headless.door?.port).toBe(port);
  await first.headless.close();
  await portOf(port);
  onTestFinished(() => void free.close());
  const second = await room({ door: { port, orAnyPort: true, renderer } });
  expect([second.headless.door?.port === port, (second.headless.door?.port ?? 0) > 0]).toEqual([false, true]);
  const opened = await openHeadless({
    data: tempFolder('taken'),
    log: { error: () => {}, info: () => {} },
    door: { port, renderer },
  });
  expect(opened).toMatchObject({ ok: false, refusal: { code: 'port-in-use' } });
});
