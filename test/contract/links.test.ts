// One suite for every carrier of a link: what the host and the screen rely on holds over memory, IPC, sockets and a browser.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BACKLOG_LIMIT } from '../../electron/room/web-socket-link.ts';
import { openClient } from '../../shared/contract/client.ts';
import { serveLink } from '../../shared/contract/dispatcher.ts';
import { type LinkState, lastingClient, pauseAfter } from '../../shared/contract/lasting-client.ts';
import type { Link } from '../../shared/contract/link.ts';
import { MESSAGE_LIMIT } from '../../shared/contract/messages.ts';
import { findChromium } from '../helpers/find-chromium.ts';
import { isMissing } from '../helpers/tools.ts';
import { BOOK, echoHost, KEY, SIG, TOKEN } from './echo-host.ts';
import { ipcWire } from './ipc-wire.ts';
import { ends, texts } from './link-ears.ts';
import { chromiumWire, memoryWire, nodeWire, standardWire, type Wire } from './wires.ts';

const wires: readonly { name: string; make: () => Promise<Wire>; idle?: boolean }[] = [
  { name: 'memory', make: memoryWire },
  { name: "the window's IPC", make: ipcWire },
  { name: 'ws', make: nodeWire },
  { name: "the renderer's WebSocket", make: standardWire },
  { name: 'a page in Chromium', make: () => chromiumWire(findChromium() ?? 'chromium'), idle: isMissing('chromium') },
];

/** Resolves when `isSo`, or fails. */
async function until(isSo: () => boolean, what = 'what was waited for'): Promise<void> {
  const end = performance.now() + 10_000;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`did not happen: ${what}`);
    await new Promise((done) => setTimeout(done, 2));
  }
}
const aWhile = () => new Promise((done) => setTimeout(done, 60));

const serve = (link: Link, echo: ReturnType<typeof echoHost>): void =>
  serveLink(link, echo.host, {
    id: 'a-link',
    challenge: new Uint8Array(32),
    now: () => performance.now(),
    soon: setImmediate,
    note: () => {},
  });

describe.each(wires)('$name', ({ make, idle }) => {
  const on = test.skipIf(idle === true);
  let wire: Wire;
  beforeAll(async () => {
    if (idle !== true) wire = await make();
  });
  afterAll(async () => await wire?.stop());

  on('[LI1] texts arrive whole and in order, both ways at once', async () => {
    const { near, far } = await wire.open();
    const [atFar, atNear] = [texts(far), texts(near)];
    const sent = Array.from({ length: 500 }, (_, at) => `${at}`.repeat(1 + (at % 7)));
    for (const text of sent) {
      near.send(text);
      far.send(text);
    }
    await until(() => atFar.length === 500 && atNear.length === 500);
    expect([atFar, atNear]).toEqual([sent, sent]);
    near.close();
  });

  on('[LI1] nothing is delivered while the sender still runs', async () => {
    const { near, far } = await wire.open();
    const came = texts(far);
    near.send('first');
    expect(came).toEqual([]);
    await until(() => came.length === 1);
    near.close();
  });

  on('[LI2] what came before there was a receiver is kept for it', async () => {
    const { near, far } = await wire.open();
    near.send('one');
    near.send('two');
    await aWhile();
    const came = texts(far);
    expect(came).toEqual(['one', 'two']);
    near.close();
  });

  on('[LI3] the longest text there may be arrives whole', async () => {
    const { near, far } = await wire.open();
    const came = texts(far);
    // Three bytes a unit: the most there is.
    const text = 'ậ'.repeat(MESSAGE_LIMIT);
    near.send(text);
    near.send('after');
    await until(() => came.length === 2);
    expect(came[0] === text).toBe(true);
    near.close();
  });

  on('[LI3] a text longer than any queue may be, and what follows it, arrive', async () => {
    const { near, far } = await wire.open();
    const came = texts(near);
    const text = 'x'.repeat(BACKLOG_LIMIT + 1);
    far.send(text);
    far.send('after');
    await until(() => came.length === 2);
    expect([came[0]?.length, came[1]]).toEqual([text.length, 'after']);
    near.close();
  });

  on('[LI3] every character arrives as it was', async () => {
    const { near, far } = await wire.open();
    const came = texts(far);
    const sent = [
      '',
      'Nguyễn Phước Bảo Ngọc Quỳnh Trâm',
      'Trâm'.normalize('NFD'),
      '\u0000\u2028\u2029\ufeff',
      '😀👩‍👩‍👧',
      '\ufffd',
    ];
    for (const text of sent) near.send(text);
    await until(() => came.length === sent.length);
    expect(came).toEqual(sent);
    near.close();
  });

  on.each(['near', 'far'] as const)(
    '[LI4] closed from the %s side, both are told once, after what was sent',
    async (side) => {
      const pair = await wire.open();
      const [own, other] = side === 'near' ? [pair.near, pair.far] : [pair.far, pair.near];
      const [ownEnd, otherEnd, came] = [ends(own), ends(other), texts(other)];
      for (let at = 0; at < 20; at++) own.send(`${at}`);
      own.close();
      expect(ownEnd.count).toBe(1);
      await until(() => otherEnd.count === 1);
      expect(came).toHaveLength(20);
      own.close();
      other.close();
      await aWhile();
      expect([ownEnd.count, otherEnd.count]).toEqual([1, 1]);
    },
  );

  on('[LI4] after the end sending is quiet, nothing arrives, and who asks is told at once', async () => {
    const { near, far } = await wire.open();
    const [atFar, atNear] = [texts(far), texts(near)];
    far.send('too late');
    near.close();
    near.send('dropped');
    const late = ends(near);
    expect(late.count).toBe(1);
    const farEnd = ends(far);
    await until(() => farEnd.count === 1);
    far.send('dropped too');
    await aWhile();
    expect([atFar, atNear]).toEqual([[], []]);
  });

  on.each(['near', 'far'] as const)('[LI5] calls under way settle when the %s side closes', async (side) => {
    const never = echoHost({ 'criteria.list': () => new Promise(() => {}) });
    const { near, far } = await wire.open();
    serve(far, never);
    const client = openClient(near);
    expect((await client.call('desk.enter', { token: TOKEN })).ok).toBe(true);
    const calls = [client.call('criteria.list', {}), client.call('criteria.list', {})];
    await until(() => never.calls.length === 3);
    const states: string[] = [];
    client.onState((state) => states.push(state));
    (side === 'near' ? near : far).close();
    const lost = { ok: false, refusal: { code: 'link-lost', params: {} } };
    expect(await Promise.all(calls)).toEqual([lost, lost]);
    expect(await client.call('criteria.list', {})).toEqual(lost);
    expect([client.state, states]).toEqual(['closed', ['closed']]);
  });

  on('[LI6] many changes in one tick are sent once, the newest', async () => {
    const echo = echoHost();
    const { near, far } = await wire.open();
    serve(far, echo);
    const client = openClient(near);
    await client.call('desk.enter', { token: TOKEN });
    const [home, log]: unknown[][] = [[], []];
    client.watch('home', {}, (value) => home?.push(value));
    client.watch('log', { book: BOOK }, (value) => log?.push(value));
    await until(() => echo.watching.size === 2);
    for (let at = 1; at <= 50; at++) {
      echo.change('home', { cards: [at] });
      if (at % 2 === 0) echo.change('log', { rows: [at] });
    }
    await until(() => home?.length === 1 && log?.length === 1);
    await aWhile();
    expect(home).toEqual([{ ok: true, value: { cards: [50] } }]);
    expect(log).toEqual([{ ok: true, value: { rows: [50] } }]);
    echo.change('home', { cards: [51] });
    await until(() => home?.length === 2);
    near.close();
  });

  on('[LI7] a lasting client enters and watches again after its link is lost', async () => {
    const echo = echoHost();
    const links: Link[] = [];
    let attempts = 0;
    const pauses: number[] = [];
    const lasting = lastingClient({
      connect: async () => {
        attempts += 1;
        // The second and the third time nobody is there.
        if (attempts === 2 || attempts === 3) throw new Error('nobody');
        const { near, far } = await wire.open();
        links.push(far);
        serve(far, echo);
        return near;
      },
      enter: (client) => client.call('seat.return', { book: BOOK, key: KEY, sig: SIG }),
      wait: async (ms) => {
        pauses.push(ms);
        await aWhile();
      },
    });
    const words: string[] = [];
    lasting.onState((state) => words.push(state.word));
    expect(lasting.state.word).toBe('connecting');
    const [kept, stopped]: unknown[][] = [[], []];
    lasting.watch('session', { book: BOOK }, (value) => kept?.push(value));
    const stop = lasting.watch('session', { book: BOOK }, (value) => stopped?.push(value));
    await until(() => echo.watching.size === 2);
    echo.change('session', { n: 1 });
    await until(() => kept?.length === 1 && stopped?.length === 1);
    links[0]?.close();
    await until(() => lasting.state.word === 'lost');
    stop();
    expect(await lasting.call('feed.tip', { book: BOOK, feed: '0'.repeat(32) })).toMatchObject({
      refusal: { code: 'link-lost' },
    });
    echo.change('session', { n: 2 });
    await until(() => lasting.state.word === 'open');
    await until(() => kept?.length === 2);
    expect((await lasting.call('feed.tip', { book: BOOK, feed: '0'.repeat(32) })).ok).toBe(true);
    expect(kept).toEqual([1, 2].map((n) => ({ ok: true, value: { n } })));
    expect([stopped?.length, words, pauses, attempts]).toEqual([1, ['open', 'lost', 'open'], [500, 1_000, 2_000], 4]);
    expect(echo.watching.size).toBe(1);
    lasting.close();
    await until(() => echo.watching.size === 0);
    await aWhile();
    expect(attempts).toBe(4);
  });
});

describe('a lasting client', () => {
  const openWire = async (echo: ReturnType<typeof echoHost>) => {
    const { near, far } = await (await memoryWire()).open();
    serve(far, echo);
    return near;
  };

  test('[LI7] whoever is refused is told why, is not tried again by itself, and can try again', async () => {
    const echo = echoHost();
    let token = 'wrong';
    const waits: number[] = [];
    const lasting = lastingClient({
      connect: () => openWire(echo),
      enter: (client) => client.call('desk.enter', { token }),
      wait: async (ms) => void waits.push(ms),
    });
    const states: LinkState[] = [];
    lasting.onState((state) => states.push(state));
    await until(() => states.length === 1);
    expect(states).toEqual([{ word: 'refused', why: { code: 'token-wrong', params: {} } }]);
    await aWhile();
    expect([echo.calls.length, waits, echo.peers.size]).toEqual([1, [], 0]);
    token = TOKEN;
    lasting.retry();
    lasting.retry();
    await until(() => lasting.state.word === 'open');
    expect(echo.calls.length).toBe(2);
    lasting.close();
  });

  test('[LI7] an entering that throws or faults is a lost link, closed and tried again', async () => {
    const echo = echoHost();
    let tries = 0;
    const lasting = lastingClient({
      connect: () => openWire(echo),
      enter: async (client) => {
        tries += 1;
        if (tries === 1) throw new Error('no key');
        if (tries === 2) return { ok: false, refusal: { code: 'fault', params: { number: '7' } } };
        return await client.call('desk.enter', { token: TOKEN });
      },
      wait: aWhile as () => Promise<void>,
    });
    await until(() => lasting.state.word === 'open');
    expect([tries, echo.gone.length, echo.peers.size]).toEqual([3, 2, 1]);
    lasting.close();
  });

  test('[LI7] pauses double from half a second to ten seconds', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 1_000].map(pauseAfter)).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000,
    ]);
  });

  test('[LI5] a host that does not speak the contract is no host', async () => {
    for (const text of ['', 'null', '[]', '{"id":1}', '{"id":1,"refusal":{}}']) {
      const { near, far } = await (await memoryWire()).open();
      const client = openClient(near);
      const call = client.call('seat.challenge', {});
      far.send(text);
      expect(await call, text).toMatchObject({ refusal: { code: 'link-lost' } });
      expect(client.state).toBe('closed');
    }
  });
});
