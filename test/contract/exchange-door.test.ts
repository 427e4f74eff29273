// The door of the exchange under seeded frames: malformed, oversize, deep, of wrong types, truncated, or valid and lying.

import { zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FRAME_LIMIT, isDeeper, MESSAGE_LIMIT, STRANGER_LIMIT } from '../../electron/exchange/messages.ts';
import { joinParts, sendInParts } from '../../electron/exchange/parts.ts';
import { unsqueeze } from '../../electron/exchange/squeeze.ts';
import { memoryLinks } from '../../shared/contract/memory-link.ts';
import { type Random, seeded } from '../helpers/seed.ts';
import { helloText, type Liar, liarOn } from './exchange-liar.ts';
import { breath, headsOf, openStage, roomOn, type Stage, sameHeads, say, trusting, until } from './exchange-stage.ts';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(async () => await stage.close());

const hex = (random: Random, length: number) => Buffer.from(random.bytes(length)).toString('hex');
const base64 = (random: Random, length: number) => Buffer.from(random.bytes(length)).toString('base64url');

/** Messages that are well formed and mean nothing good. */
function lie(random: Random): object {
  const n = random.pick([0, 0, 0, 1, 511, 1_000_000]);
  const feed = hex(random, 16);
  const run = {
    feed,
    from: random.integer(1, 9),
    entries: [{ head: random.pick(['{}', '', '[[[', '{"v":1}']), body: hex(random, random.integer(0, 40)) }],
    commits: [{ seq: random.integer(1, 9), sig: base64(random, 64) }],
  };
  return random.pick<() => object>([
    () => ({ runs: n, list: [run] }),
    () => ({ runs: n, zstd: base64(random, random.integer(0, 200)) }),
    () => ({ runs: n, zstd: zstdCompressSync(JSON.stringify([run])).toString('base64url') }),
    () => ({ took: n, tips: [[feed, 1, hex(random, 8)]], units: random.pick([0, 1, 10 ** 15]) }),
    () => ({ again: n, feed, from: random.integer(1, 2 ** 31) }),
    () => ({ fork: n, runs: [run, run] }),
    () => ({ refused: n, feed, code: 'bad-signature' }),
    () => ({
      have: n,
      vector: { width: random.integer(4, 16), feeds: base64(random, random.integer(0, 300)), all: base64(random, 16) },
    }),
    () => ({ wide: n }),
    () => ({ get: n, sha256: hex(random, 32), at: random.integer(0, 2 ** 31) }),
    () => ({ piece: hex(random, 32), at: 0, bytes: base64(random, 30) }),
    () => ({ none: hex(random, 32) }),
    () => ({ has: n, sha256: hex(random, 32) }),
    () => ({ note: n, says: { kind: 'presence', done: 1, of: 2 } }),
    () => ({ ping: random.integer(0, 1_000) }),
    () => ({ pong: random.integer(0, 1_000), came: -(2 ** 40), left: 2 ** 40 }),
    () => ({ drop: n, code: 'key-unbound' }),
    () => ({ bye: 'exchange-slow' }),
    () => ({ offer: [{ tag: base64(random, 16), key: base64(random, 32), sig: base64(random, 64) }] }),
    () => ({ admit: [{ n, tag: base64(random, 16), vector: { width: 4, feeds: '', all: base64(random, 16) } }] }),
  ])();
}

/** One frame, as it goes over the wire. */
function frame(random: Random): string {
  const good = `.${JSON.stringify(lie(random))}`;
  return random.pick<() => string>([
    () => good,
    () => good,
    () => good.slice(0, random.integer(0, good.length)),
    () => good.replace(/\d/, 'x'),
    () => good.replace(/[{[]/, (found) => found.repeat(random.integer(2, 2_000))),
    () => `.${'['.repeat(random.integer(1, FRAME_LIMIT - 1))}`,
    () => `.${JSON.stringify('x'.repeat(random.integer(1, FRAME_LIMIT)))}`,
    () => `+${'{"a":'.repeat(random.integer(1, 50_000))}`,
    () => '+',
    () => Buffer.from(random.bytes(random.integer(0, 300))).toString('latin1'),
    () =>
      `.${random.pick(['null', '[]', '{}', '""', '0', 'true', '{"runs":null}', '{"__proto__":{"runs":0}}', '{"ping":1e999}'])}`,
    () => good.replace(/"[a-f0-9]{8}/, '"\ud800\u0000'),
  ])();
}

test('[XC11] thousands of frames from strangers and from seats: the host stays up, the book stays whole, memory stays low', async () => {
  const random = seeded('exchange door');
  const { host, writing, book, seats } = await roomOn(stage, 2);
  const [seated, other] = seats as unknown as [(typeof seats)[0], (typeof seats)[0]];
  await say(host, writing, 5);
  const before = await headsOf(host, book);
  const unused = await stage.machine('unused');
  let most = 0;
  let frames = 0;
  const rounds = 220;
  for (let round = 0; round < rounds; round++) {
    const [a, b] = memoryLinks();
    const { far } = stage.link(unused, host, { links: [memoryLinks()[0], b] });
    const challenge = random.bytes(32);
    const liar: Liar = liarOn(a, challenge);
    const greets = random.chance(90);
    if (greets) {
      liar.send(helloText(challenge));
      await until(stage, () => liar.heard('challenge') !== undefined, 'greeting');
    }
    if (greets && random.chance(80)) {
      await liar.offer(book, seated.writing.device);
      await until(stage, () => liar.heard('admit') !== undefined, 'admitted');
    }
    for (let at = random.integer(1, 40); at > 0 && !liar.isClosed(); at--) {
      liar.raw(frame(random));
      frames += 1;
    }
    await breath();
    most = Math.max(most, process.memoryUsage().rss);
    far.close();
  }
  console.log(`${frames} frames, ${Math.round(most / 1e6)} MB`);
  expect(await headsOf(host, book)).toBe(before);
  expect(host.logged.filter((line) => line.startsWith('exchange {'))).toEqual([]);
  // And it still serves whoever is honest.
  stage.link(other.own, host, { near: { grants: trusting([book]) } });
  await until(stage, () => sameHeads(other.own, host, book), 'the honest one');
}, 60_000);

test('[XC11] a stranger’s message is short, anybody’s is bounded, and what is built from parts is counted as it comes', () => {
  const limits = { stranger: STRANGER_LIMIT, anybody: MESSAGE_LIMIT };
  for (const limit of Object.values(limits)) {
    const join = joinParts(() => limit);
    let kept = 0;
    let end: unknown = 'more';
    while (end === 'more') {
      end = join(`+${'x'.repeat(FRAME_LIMIT / 8)}`);
      kept += FRAME_LIMIT / 8;
    }
    expect([end, kept <= limit + FRAME_LIMIT]).toEqual(['too-long', true]);
  }
  expect(joinParts(() => 10)(`.${'x'.repeat(FRAME_LIMIT)}`)).toBe('too-long');
});

test('[XC11] parts come together as they were, also where a cut would fall into a pair', async () => {
  const [a, b] = memoryLinks();
  const text = `${'x'.repeat(FRAME_LIMIT - 2)}😀${'ậ😀'.repeat(FRAME_LIMIT / 2)}`;
  const join = joinParts(() => MESSAGE_LIMIT);
  const came: unknown[] = [];
  let frames = 0;
  b.onText((each) => {
    frames += 1;
    expect(each.isWellFormed()).toBe(true);
    const joined = join(each);
    if (typeof joined !== 'string') came.push(joined.text);
  });
  sendInParts(a, text);
  sendInParts(a, '');
  await breath();
  expect([came[0] === text, came[1], frames]).toEqual([true, '', 4]);
});

test('[XC11] depth is seen before anything is parsed, brackets in texts are none', () => {
  expect(isDeeper('['.repeat(13), 12)).toBe(true);
  expect(isDeeper(`${'['.repeat(12)}${']'.repeat(12)}${'['.repeat(12)}`, 12)).toBe(false);
  expect(isDeeper(JSON.stringify({ a: '[['.repeat(50), b: '\\"[[[[[[[[[[[[[[[' }), 12)).toBe(false);
  expect(isDeeper('"\\\\"[[[[[[[[[[[[[', 12)).toBe(true);
});

test('[XC11] a small frame that unfolds without end does not', () => {
  const bomb = zstdCompressSync(Buffer.alloc(200 * 1024 * 1024, 0x5b)).toString('base64url');
  expect(bomb.length).toBeLessThan(100_000);
  const before = process.memoryUsage().rss;
  expect(unsqueeze(bomb)).toBeUndefined();
  expect(process.memoryUsage().rss - before).toBeLessThan(150e6);
});
