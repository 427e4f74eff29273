// An exchange that is cut after any of its messages goes on where it stopped.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BookId } from '../../shared/base/ids.ts';
import { seeded } from '../helpers/seed.ts';
import {
  breath,
  entriesIn,
  headsOf,
  type Machine,
  newBook,
  openStage,
  roomOn,
  type Stage,
  sameHeads,
  say,
  trusting,
  until,
} from './exchange-stage.ts';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(async () => await stage.close());

/** A host and a member who have each written what the other lacks. */
async function apart() {
  const room = await roomOn(stage, 1);
  const { host, writing, book, seats } = room;
  const [member] = seats;
  const near = { grants: trusting([book]) };
  const first = stage.link(member.own, host, { near });
  await until(stage, () => sameHeads(member.own, host, book), 'the beginning');
  first.cut();
  await say(member.own, member.writing, 3, 2, 200_000);
  await say(host, writing, 3, 2, 200_000);
  return { host, member: member.own, book, near };
}

const seqs = (text: string): number => text.split('\n').reduce((sum, line) => sum + Number(line.split(' ')[1]), 0);

async function missing(a: Machine, b: Machine, book: BookId): Promise<number> {
  const [left, right] = [await a.replica.tips(book), await b.replica.tips(book)];
  const feeds = new Set([...left, ...right].map(({ feed }) => feed));
  const seqOf = (tips: typeof left, feed: string) => tips.find((tip) => tip.feed === feed)?.seq ?? 0;
  return [...feeds].reduce((sum, feed) => sum + Math.abs(seqOf(left, feed) - seqOf(right, feed)), 0);
}

test('[XC6] cut at every message of a whole exchange: the same heads, nothing twice, nothing lost', async () => {
  const whole = await apart();
  const { texts } = stage.link(whole.member, whole.host, { near: whole.near });
  await until(stage, () => sameHeads(whole.member, whole.host, whole.book), 'the whole');
  await breath();
  const messages = texts.length;
  expect(messages).toBeGreaterThan(10);
  for (let cutAt = 0; cutAt <= messages; cutAt++) {
    const { host, member, book, near } = await apart();
    stage.link(member, host, { near, cutAt });
    await breath();
    const lacking = await missing(host, member, book);
    const again = stage.link(member, host, { near });
    await until(stage, () => sameHeads(member, host, book), `after a cut at ${cutAt}`);
    await until(stage, () => again.near.state().books[0]?.ahead === 0, 'nothing owed');
    // Each wrote 6 entries, on top of 3 that both had; what had become durable before the cut is not sent again.
    expect([seqs(await headsOf(host, book)), entriesIn(again.texts)], `${cutAt}`).toEqual([15, lacking]);
    again.cut();
  }
}, 60_000);

test('[XC6] many cuts at places a seed draws, while both write', async () => {
  const random = seeded('exchange cuts');
  const { host, writing, book, seats } = await roomOn(stage, 1);
  const [{ own, writing: seat }] = seats;
  const near = { grants: trusting([book]) };
  const start = stage.link(own, host, { near });
  await until(stage, () => sameHeads(own, host, book), 'the beginning');
  start.cut();
  const write = async (machine: Machine, what: typeof seat) =>
    await say(machine, what, random.integer(0, 3), random.integer(1, 4), random.integer(10, 50_000));
  for (let round = 0; round < 25; round++) {
    stage.link(own, host, { near, cutAt: random.integer(0, 25) });
    await Promise.all([write(host, writing), write(own, seat)]);
    await breath();
  }
  stage.link(own, host, { near });
  await until(stage, () => sameHeads(own, host, book), 'the end');
  const tips = await host.replica.tips(book);
  for (const { feed, seq } of tips) expect(host.replica.held(book)?.feeds.get(feed)?.entries).toHaveLength(seq);
});

test('[XC6] a machine that is stopped in the middle has on its disk what it acknowledged, and goes on', async () => {
  const { host, writing, book, seats } = await roomOn(stage, 1);
  const [{ own }] = seats;
  await say(host, writing, 20, 2, 60_000);
  const near = { grants: trusting([book]) };
  const link = stage.link(own, host, { near });
  await until(stage, async () => (await own.replica.tips(book)).length > 0, 'it has begun');
  link.cut();
  await breath();
  const told = link.far.state().books[0];
  const again = await stage.machine('again', own.disk);
  const held = (await again.replica.tips(book)).reduce((sum, { seq }) => sum + seq, 0);
  const all = (await host.replica.tips(book)).reduce((sum, { seq }) => sum + seq, 0);
  expect(held).toBeGreaterThanOrEqual(all - (told?.ahead ?? 0));
  const device = await own.replica.prove(book, new Uint8Array(32));
  expect(device).toBeDefined();
  stage.link(again, host, { near, far: { grants: trusting([book]) } });
  await until(stage, () => sameHeads(again, host, book), 'the rest');
});

test('[XC1] two machines with nothing in common exchange nothing', async () => {
  const [a, b] = [await stage.machine('a'), await stage.machine('b')];
  const { book } = await newBook(a);
  await newBook(b);
  const { near } = stage.link(a, b, {});
  await until(stage, () => near.state().version !== undefined, 'greeted');
  await breath();
  expect([await b.replica.tips(book), near.state().books]).toEqual([[], []]);
});
