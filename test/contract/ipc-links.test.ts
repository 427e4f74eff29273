// The window's links: who may speak, what ends them, and that several pages and several links do not mix.
import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { bridgeOver, CHANNEL } from '../../electron/desk/bridge.ts';
import { LINKS_PER_PAGE } from '../../electron/desk/ipc-links.ts';
import { ipcLinks } from '../../renderer/link/ipc-link.ts';
import { readFrame, writeFrame } from '../../shared/contract/link-frames.ts';
import { MESSAGE_LIMIT } from '../../shared/contract/messages.ts';
import { seeded } from '../helpers/seed.ts';
import { fakeWindow, ipcHost } from './ipc-wire.ts';
import { ends, texts } from './link-ears.ts';

/** Every message takes one turn each way. */
const aWhile = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await new Promise((done) => setImmediate(done));
};

async function open(host: ReturnType<typeof ipcHost>, window: ReturnType<typeof fakeWindow>, load = 'a') {
  const near = await ipcLinks(window.bridge, load)();
  const far = await host.accepted();
  return { near, far, nearEnd: ends(near), farEnd: ends(far), atNear: texts(near), atFar: texts(far) };
}

describe('the bridge', () => {
  test('[DK3] is two functions, and passes texts without the event that came with them', () => {
    const ipc = new EventEmitter();
    const sent: unknown[][] = [];
    const bridge = bridgeOver({
      send: (...given) => void sent.push(given),
      on: (channel, listener) => ipc.on(channel, listener),
      removeListener: (channel, listener) => ipc.removeListener(channel, listener),
    });
    expect(Object.entries(bridge).map(([name, value]) => [name, typeof value])).toEqual([
      ['send', 'function'],
      ['onText', 'function'],
    ]);
    const came: unknown[][] = [];
    const stop = bridge.onText((...given) => came.push(given));
    ipc.emit(CHANNEL, { sender: 'ipcRenderer' }, 'text', 'more');
    ipc.emit(CHANNEL, { sender: 'ipcRenderer' }, { a: 1 });
    ipc.emit('another', {}, 'text');
    stop();
    ipc.emit(CHANNEL, {}, 'late');
    bridge.send('up');
    bridge.send({ toString: () => 'a text all the same' } as never);
    expect([came, sent]).toEqual([
      [['text']],
      [
        [CHANNEL, 'up'],
        [CHANNEL, 'a text all the same'],
      ],
    ]);
  });
});

describe('who may speak', () => {
  test('[DK1] a page of another origin, a frame in ours, and a frame that has left open nothing', async () => {
    const host = ipcHost();
    const windows = [
      fakeWindow(host.main, 'https://evil.example/index.html'),
      fakeWindow(host.main, 'app://desk.evil/index.html'),
      fakeWindow(host.main, 'about:blank'),
    ];
    const inside = fakeWindow(host.main);
    inside.frame.parent = { url: 'app://desk/index.html' };
    for (const window of [...windows, inside]) await ipcLinks(window.bridge, 'a')();
    const gone = fakeWindow(host.main);
    host.main.emit(CHANNEL, { sender: gone.contents, senderFrame: null }, writeFrame('open', 'a.1'));
    await aWhile();
    expect([host.arrived.length, host.words]).toEqual([0, Array(5).fill('foreign-sender')]);
  });

  test('[DK1] what is no frame is not heard and hurts nobody', async () => {
    const host = ipcHost();
    const window = fakeWindow(host.main);
    const { near, atFar, farEnd } = await open(host, window);
    const random = seeded('frames of the window');
    const crooked: unknown[] = [
      undefined,
      null,
      7,
      {},
      ['open a.2 '],
      new Uint8Array(3),
      '',
      'open',
      'open a.2',
      'shut a.1 ',
      `open ${'a'.repeat(61)} `,
      'open a/2 ',
      'text  a.1 x',
    ];
    for (const given of crooked) window.sendRaw(given);
    for (let round = 0; round < 200; round++) window.sendRaw(Buffer.from(random.bytes(20)).toString('latin1'));
    await aWhile();
    near.send('still here');
    await aWhile();
    expect([atFar, farEnd.count, host.arrived.length]).toEqual([['still here'], 0, 0]);
    expect(new Set(host.words)).toEqual(new Set(['no-frame']));
  });

  test('[DK1] a text longer than a message may be ends its link', async () => {
    const host = ipcHost();
    const { near, atFar, nearEnd, farEnd } = await open(host, fakeWindow(host.main));
    near.send('x'.repeat(MESSAGE_LIMIT + 1));
    await aWhile();
    expect([atFar, nearEnd.count, farEnd.count, host.words]).toEqual([[], 1, 1, ['too-long']]);
  });

  test('[DK1] a page opens so many links at once and no more', async () => {
    const host = ipcHost();
    const window = fakeWindow(host.main);
    const connect = ipcLinks(window.bridge, 'a');
    const near = await Promise.all(Array.from({ length: LINKS_PER_PAGE + 3 }, () => connect()));
    const told = near.map(ends);
    await aWhile();
    expect([host.arrived.length, told.filter(({ count }) => count === 1).length]).toEqual([LINKS_PER_PAGE, 3]);
    near[0]?.close();
    await aWhile();
    await connect();
    await aWhile();
    expect(host.arrived).toHaveLength(LINKS_PER_PAGE + 1);
  });
});

describe('pages come and go', () => {
  test('[DK2] links of one page do not mix, nor do pages of several windows', async () => {
    const host = ipcHost();
    const [one, two] = [fakeWindow(host.main), fakeWindow(host.main)];
    const connect = ipcLinks(one.bridge, 'same');
    const a = { near: await connect(), far: await host.accepted() };
    const b = { near: await connect(), far: await host.accepted() };
    // Another window whose page took the same name.
    const c = { near: await ipcLinks(two.bridge, 'same')(), far: await host.accepted() };
    const came = [a, b, c].flatMap(({ near, far }) => [texts(near), texts(far)]);
    for (const [at, { near, far }] of [a, b, c].entries()) {
      near.send(`up ${at}`);
      far.send(`down ${at}`);
    }
    await aWhile();
    b.far.close();
    await aWhile();
    expect(came).toEqual([['down 0'], ['up 0'], ['down 1'], ['up 1'], ['down 2'], ['up 2']]);
    const told = [a, b, c].map(({ near }) => ends(near).count);
    expect(told).toEqual([0, 1, 0]);
  });

  test.each(['did-navigate', 'render-process-gone', 'destroyed'] as const)(
    '[DK2] %s ends the links of that window, and no other',
    async (event) => {
      const host = ipcHost();
      const [left, stays] = [fakeWindow(host.main), fakeWindow(host.main)];
      const [a, b] = [await open(host, left), await open(host, stays)];
      if (event === 'destroyed') left.destroy();
      else left.contents.emit(event);
      expect([a.farEnd.count, b.farEnd.count]).toEqual([1, 0]);
      // Whoever has left is told nothing more; what it had still sent goes nowhere.
      a.far.send('into the next page?');
      a.near.send('from the page before');
      await aWhile();
      expect([a.atNear, a.atFar, host.arrived.length]).toEqual([[], [], 0]);
      b.near.send('here');
      await aWhile();
      expect(b.atFar).toEqual(['here']);
    },
  );

  test('[DK2] after a reload the page opens links of its own, and none of the old texts reach it', async () => {
    const host = ipcHost();
    const window = fakeWindow(host.main);
    const old = await open(host, window, 'before');
    old.far.send('on its way when the page was left');
    window.navigate();
    const fresh = await open(host, window, 'after');
    fresh.far.send('for the new one');
    await aWhile();
    expect([old.farEnd.count, fresh.atNear]).toEqual([1, ['for the new one']]);
  });

  test('[DK2] closing the host ends every link, and both sides are told once', async () => {
    const host = ipcHost();
    const [a, b] = [await open(host, fakeWindow(host.main)), await open(host, fakeWindow(host.main))];
    host.close();
    await aWhile();
    expect([a, b].map(({ nearEnd, farEnd }) => [nearEnd.count, farEnd.count])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(host.main.listenerCount(CHANNEL)).toBe(0);
  });
});

describe('frames', () => {
  test('[DK1] what is written is read, whatever the text', () => {
    const random = seeded('frames');
    for (let round = 0; round < 500; round++) {
      const text = Buffer.from(random.bytes(random.integer(0, 40))).toString('utf16le');
      const word = random.pick(['open', 'text', 'close'] as const);
      expect(readFrame(writeFrame(word, 'ab3.7', text))).toEqual({ word, link: 'ab3.7', text });
    }
  });
});
