// Peers that lie, forge, fork, or do not settle: refused, shown, logged without content, and never believed.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WINDOW } from '../../electron/exchange/on-link.ts';
import type { FeedId } from '../../shared/base/ids.ts';
import type { RunText } from '../../shared/book/book.ts';
import { memoryLinks } from '../../shared/contract/memory-link.ts';
import { smallReplica, startFeed } from '../helpers/small-replica.ts';
import { newDisk, volatileStore } from '../helpers/volatile-store.ts';
import { helloText, type Liar, liarOn } from './exchange-liar.ts';
import {
  breath,
  feedIdOf,
  listed,
  type Machine,
  newDevice,
  openStage,
  roomOn,
  type Seated,
  type Stage,
  sameHeads,
  say,
  seatOf,
  trusting,
  until,
  type Writing,
} from './exchange-stage.ts';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(async () => await stage.close());

/** A member's device in the hands of a liar, admitted to the book at the host. */
async function inside(
  host: Machine,
  { writing }: Seated,
): Promise<{ liar: Liar; far: ReturnType<Stage['link']>['far'] }> {
  const [a, b] = memoryLinks();
  const { far } = stage.link(await stage.machine('unused'), host, { links: [memoryLinks()[0], b] });
  const challenge = new Uint8Array(32).fill(9);
  const liar = liarOn(a, challenge);
  liar.send(helloText(challenge));
  await until(stage, () => liar.heard('challenge') !== undefined, 'greeting');
  await liar.offer(writing.book, writing.device);
  await until(stage, () => liar.heard('admit') !== undefined, 'admitted');
  return { liar, far };
}

/** What the device would write in its feed, on a machine that knows the book up to its first commits. */
async function written(
  host: Machine,
  { book, feed, device }: Writing,
  bodies: readonly string[],
  seat = seatOf(2),
): Promise<RunText[]> {
  const disk = newDisk();
  stage.folder(disk.folder);
  const replica = await smallReplica((await volatileStore(disk, setImmediate)).store);
  const tips = await host.replica.tips(book);
  for (const tip of tips) {
    const run = await host.replica.read(book, tip.feed, 1, 1e9);
    if (run) await replica.take(book, [run]);
  }
  replica.holdFeed(startFeed(book, feed, device, seat), device);
  const runs: RunText[] = [];
  for (const body of bodies) {
    const from = replica.ownFeed(feed).seq + 1;
    await replica.write(feed, [{ kind: 'remark-made', body }]);
    const run = await replica.read(book, feed, from, 1);
    if (run) runs.push(run);
  }
  return runs;
}

const refusedCodes = (liar: Liar) => liar.told.filter((each) => 'refused' in each).map((each) => each['code']);

describe('forks', () => {
  test('[XC9] two entries at one number: both machines keep the proof, stop the feed, and go on with the rest', async () => {
    const { host, writing, book, seats } = await roomOn(stage, 2);
    const [first, second] = seats as unknown as [Seated, Seated];
    for (const { own } of seats) {
      const link = stage.link(own, host, { near: { grants: trusting([book]) } });
      await until(stage, () => sameHeads(own, host, book), 'the beginning');
      link.cut();
    }
    // The same device writes on two machines, as after a copied folder.
    await say(first.own, first.writing, 3);
    const copy = startFeed(book, first.writing.feed, first.writing.device, seatOf(2));
    second.own.replica.holdFeed(copy, first.writing.device);
    await say(second.own, { ...first.writing }, 2);
    for (const { own } of seats) stage.link(own, host, { near: { grants: trusting([book]) } });
    const provedAt = async ({ replica }: Machine) => (await replica.forks(book)).map(({ feed, seq }) => [feed, seq]);
    for (const each of [host, first.own, second.own])
      await until(stage, async () => (await provedAt(each)).length === 1, `proof at ${each.name}`);
    expect(await provedAt(host)).toEqual([[first.writing.feed, 1]]);
    const [proof] = await host.replica.forks(book);
    expect(proof?.kept.entries[0]).not.toEqual(proof?.other.entries[0]);
    // Everything else goes on, and the stopped feed does not.
    await say(second.own, second.writing, 2);
    await say(host, writing, 2);
    const tipOf = async ({ replica }: Machine, feed: FeedId) =>
      (await replica.tips(book)).find((tip) => tip.feed === feed)?.seq;
    await until(stage, async () => (await tipOf(first.own, second.writing.feed)) === 2, 'the rest goes on');
    await say(first.own, first.writing, 2);
    await breath();
    expect(await tipOf(host, first.writing.feed)).toBe(await tipOf(host, first.writing.feed));
    expect((await tipOf(host, first.writing.feed)) ?? 9).toBeLessThanOrEqual(3);
    expect(host.logged.join()).toContain('fork');
  });

  test('[XC9] a fork that is told without proof is an offence', async () => {
    const { host, book, seats } = await roomOn(stage, 1);
    const [seated] = seats;
    const runs = await written(host, seated.writing, ['{"a":1}']);
    const { liar, far } = await inside(host, seated);
    liar.send({ runs: 0, list: runs });
    liar.send({ fork: 0, runs: [runs[0], runs[0]] });
    await until(stage, () => far.state().refused.some(({ why }) => why.code === 'exchange-no-fork'), 'shown');
    expect(await host.replica.forks(book)).toEqual([]);
  });
});

describe('what is not believed', () => {
  test('[XC10] a changed body, a gap, a foreign signature: refused by name, and the third forgery ends the link', async () => {
    const { host, book, seats } = await roomOn(stage, 1);
    const [seated] = seats;
    const [run, next] = (await written(host, seated.writing, ['{"a":1}', '{"b":2}'])) as [RunText, RunText];
    const { liar, far } = await inside(host, seated);
    const forged = { ...run, entries: [{ ...run.entries[0], body: '{"a":2}' }] };
    liar.send({ runs: 0, list: [forged] });
    await until(stage, () => liar.heard('again') !== undefined, 'asked for the whole feed');
    liar.send({ runs: 0, list: [forged] });
    await until(stage, () => refusedCodes(liar).length === 1, 'refused');
    expect(refusedCodes(liar)).toEqual(['bad-signature']);
    expect(far.state()).toMatchObject({ word: 'linked', refused: [{ why: { code: 'bad-signature' } }] });
    // The feed is closed to this peer; two more feeds of its making end the link.
    for (const feed of ['1'.repeat(32), '2'.repeat(32)])
      liar.send({
        runs: 0,
        list: [
          { ...next, feed },
          { ...next, feed, from: 1 },
        ],
      });
    await until(stage, () => liar.isClosed(), 'the end');
    expect(far.state().why).toMatchObject({ code: 'exchange-dishonest' });
    expect((await host.replica.tips(book)).length).toBe(1);
    expect(host.logged.join()).not.toContain('"a"');
  });

  test('[XC10] an unbound key and another’s seat are refused by name, and the link goes on', async () => {
    const { host, book, seats } = await roomOn(stage, 2);
    const [seated] = seats;
    const { liar, far } = await inside(host, seated);
    const stranger = newDevice();
    const unbound = await hostless(host, seated.writing.book, stranger, seatOf(2));
    liar.send({ runs: 0, list: [unbound] });
    await until(stage, () => refusedCodes(liar).length === 1, 'refused');
    const other = { ...seated.writing, feed: feedIdOf(seated.writing.device, 'other') };
    liar.send({ runs: 0, list: [await hostless(host, book, other.device, seatOf(3))] });
    await until(stage, () => refusedCodes(liar).length === 2, 'refused');
    expect(refusedCodes(liar)).toEqual(['key-unbound', 'seat-not-held']);
    expect(far.state().word).toBe('linked');
    liar.send({ runs: 0, list: await written(host, seated.writing, ['{"a":1}']) });
    await until(stage, async () => (await host.replica.tips(book)).length === 2, 'its own is taken');
  });

  /** One entry as a device that the book does not know, or knows otherwise, would write it. */
  async function hostless(
    host: Machine,
    book: Writing['book'],
    device: Writing['device'],
    seat: string,
  ): Promise<RunText> {
    const disk = newDisk();
    stage.folder(disk.folder);
    const replica = await smallReplica((await volatileStore(disk, setImmediate)).store);
    const feed = feedIdOf(device, seat);
    for (const tip of await host.replica.tips(book)) {
      const run = await host.replica.read(book, tip.feed, 1, 1e9);
      if (run) await replica.take(book, [run]);
    }
    replica.holdFeed(startFeed(book, feed, device, seat), device);
    await replica.write(feed, [{ kind: 'remark-made', body: '{}' }]);
    return (await replica.read(book, feed, 1, 1)) as RunText;
  }

  test.each([
    [
      'runs of a book that was never admitted',
      { runs: 7, list: [{ feed: 'a'.repeat(32), from: 1, entries: [{ head: '{}', body: '' }], commits: [] }] },
    ],
    ['an acknowledgement of what was not sent', { took: 0, tips: [], units: 5_000 }],
    ['a piece of a file nobody asked for', { piece: 'a'.repeat(64), at: 0, bytes: 'AAAA' }],
    ['an admission from the side that dials', { admit: [] }],
  ])('[XC10] %s ends the link', async (_, message) => {
    const { host, seats } = await roomOn(stage, 1);
    const { liar, far } = await inside(host, seats[0]);
    liar.send(message);
    await until(stage, () => liar.isClosed(), 'the end');
    expect(far.state().why).toMatchObject({ code: 'exchange-unasked' });
  });

  test('[XC10] a disk that is full ends the book on the link and nothing else, and the next link goes on', async () => {
    const { host, writing, book, seats } = await roomOn(stage, 1);
    const [{ own }] = seats;
    own.replica.refuseAll = 'store-full';
    const { near, far } = stage.link(own, host, { near: { grants: trusting([book]) } });
    await until(stage, () => far.state().books[0]?.why?.code === 'store-full', 'told');
    expect(near.state()).toMatchObject({ word: 'linked', books: [{ why: { code: 'store-full' } }] });
    own.replica.refuseAll = undefined;
    await say(host, writing);
    near.offer();
    await until(stage, () => sameHeads(own, host, book), 'offered again');
  });
});

describe('bounds', () => {
  test('[XC7] no more than the window is on its way, and a peer that settles nothing is cut with a word', async () => {
    const { host, writing, seats } = await roomOn(stage, 1);
    await say(host, writing, 40, 1, 250_000);
    const { liar, far } = await inside(host, seats[0]);
    liar.send({ have: 0, vector: { width: 4, feeds: '', all: 'AAAAAAAAAAAAAAAAAAAAAA' } });
    await breath();
    await breath();
    const sent = liar.told.filter((each) => 'runs' in each).map((each) => JSON.stringify(listed(each)['list']).length);
    const inFlight = sent.reduce((sum, units) => sum + units, 0);
    expect(inFlight).toBeGreaterThan(WINDOW / 2);
    expect(inFlight).toBeLessThan(WINDOW + 600_000);
    // It says that it lives, and settles nothing.
    for (let second = 0; second < 70 && !liar.isClosed(); second++) {
      liar.send({ pong: 1, came: 0, left: 0 });
      await breath();
      stage.clock.advance(1_000);
    }
    expect(far.state().why).toMatchObject({ code: 'exchange-slow' });
  });

  test('[XC7] a side that sends more than its window is cut', async () => {
    const { host, seats, book } = await roomOn(stage, 1);
    const { liar, far } = await inside(host, seats[0]);
    const [run] = (await written(host, seats[0].writing, [JSON.stringify({ text: 'x'.repeat(3_900_000) })])) as [
      RunText,
    ];
    for (let at = 0; at < 12 && !liar.isClosed(); at++) liar.send({ runs: 0, list: [run] });
    await until(stage, () => liar.isClosed(), 'the end');
    expect(far.state().why).toMatchObject({ code: 'exchange-too-fast' });
    expect((await host.replica.tips(book)).length).toBeLessThanOrEqual(2);
  });

  test('[XC7] who never greets, never is anybody, or falls silent is cut with a word', async () => {
    const host = await stage.machine('host');
    const [a, b] = memoryLinks();
    const { far } = stage.link(await stage.machine('unused'), host, { links: [memoryLinks()[0], b] });
    const liar = liarOn(a);
    stage.clock.advance(15_000);
    await breath();
    expect([liar.isClosed(), far.state().why?.code]).toEqual([true, 'exchange-silent']);
    const { host: other, seats } = await roomOn(stage, 1);
    const inner = await inside(other, seats[0]);
    stage.clock.advance(50_000);
    await breath();
    expect([inner.liar.isClosed(), inner.far.state().why?.code]).toEqual([true, 'exchange-silent']);
  });
});
