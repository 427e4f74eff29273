// The exchange between two machines: what one has the other gets, both ways, once, and only what it has a right to.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BookId } from '../../shared/base/ids.ts';
import { memoryLinks } from '../../shared/contract/memory-link.ts';
import { helloText, liarOn } from './exchange-liar.ts';
import {
  breath,
  headsOf,
  hold,
  type Machine,
  newBook,
  newDevice,
  openStage,
  roomOn,
  type Stage,
  sameHeads,
  say,
  seatOf,
  seatsOnly,
  trusting,
  until,
} from './exchange-stage.ts';
import { memoryWire, nodeWire, type Wire } from './wires.ts';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(async () => await stage.close());

const room = (members: number) => roomOn(stage, members);
const joining = (book: BookId) => ({ near: { grants: trusting([book]) } });
const agree = (a: Machine, b: Machine, book: BookId) => until(stage, () => sameHeads(a, b, book), 'the same heads');

describe.each([
  { name: 'memory', make: memoryWire },
  { name: 'ws', make: nodeWire },
])('over $name', ({ make }) => {
  let wire: Wire;
  beforeEach(async () => {
    wire = await make();
  });
  afterEach(async () => await wire.stop());
  const links = async () => {
    const { near, far } = await wire.open();
    return [near, far] as const;
  };

  test('[XC1] a machine with nothing gets the whole book, and both know it', async () => {
    const { host, writing, book, seats } = await room(1);
    const [member] = seats;
    await say(host, writing, 30, 3);
    const { near, far } = stage.link(member.own, host, { ...joining(book), links: await links() });
    await agree(member.own, host, book);
    await until(stage, () => far.state().books[0]?.isWhole === true, 'the host knows');
    expect(near.state()).toMatchObject({ word: 'linked', books: [{ book, ahead: 0, behind: 0, isWhole: true }] });
    expect(far.state().books).toMatchObject([{ seat: seatOf(2), ahead: 0, behind: 0 }]);
  });

  test('[XC1] both append while they exchange, and end with the same heads', async () => {
    const { host, writing, book, seats } = await room(2);
    await say(host, writing, 5);
    for (const { own } of seats) stage.link(own, host, { ...joining(book), links: await links() });
    for (const { own } of seats) await agree(own, host, book);
    const acts = seats.map(async ({ own, writing: seat }) => {
      for (let at = 0; at < 20; at++) {
        await say(own, seat);
        if (at % 5 === 0) await breath();
      }
    });
    await Promise.all([...acts, say(host, writing, 40, 2)]);
    for (const { own } of seats) await agree(own, host, book);
    expect((await headsOf(host, book)).split('\n')).toHaveLength(3);
  });

  test('[XC1] a commit of more than one frame and one of the longest body arrive whole', async () => {
    const { host, writing, book, seats } = await room(1);
    const [member] = seats;
    await say(host, writing, 1, 1, 4 * 1024 * 1024 - 100);
    await say(host, writing, 1, 300, 5_000);
    stage.link(member.own, host, { ...joining(book), links: await links() });
    await agree(member.own, host, book);
  });
});

test('[XC1] a book far larger than what may be on its way arrives, with the other side writing meanwhile', async () => {
  const { host, writing, book, seats } = await room(1);
  const [member] = seats;
  await say(host, writing, 60, 10, 10_000);
  const { near } = stage.link(member.own, host, joining(book));
  await until(stage, () => (near.state().books[0]?.behind ?? 0) > 0, 'it has begun');
  await say(host, writing, 3);
  await agree(member.own, host, book);
  await until(stage, () => near.state().books[0]?.behind === 0, 'it knows');
});

test('[XC1] what a third machine brought is owed to nobody who has it', async () => {
  const { host, writing, book, seats } = await room(1);
  const [member] = seats;
  const hub = await stage.machine('hub');
  stage.link(member.own, host, joining(book));
  const second = stage.link(hub, host, { near: { grants: trusting([book]) }, far: { grants: trusting([book]) } });
  const third = stage.link(member.own, hub, { near: { grants: trusting([book]) }, far: { grants: trusting([book]) } });
  await agree(member.own, host, book);
  await say(member.own, member.writing, 5);
  await say(host, writing, 5);
  await agree(hub, host, book);
  await agree(member.own, host, book);
  await until(
    stage,
    () => [second, third].every(({ near, far }) => [near, far].every((each) => each.state().books[0]?.ahead === 0)),
    'nothing is owed',
  );
});

describe('greeting', () => {
  test.each([
    ['newer', 2, 'exchange-newer'],
    ['older', 0.5, 'exchange-malformed'],
  ])('[XC2] a %s protocol is a sentence on this side and a word to the other', async (_, protocol, code) => {
    const host = await stage.machine('host');
    const [a, b] = memoryLinks();
    const { far } = stage.link(await stage.machine('other'), host, { links: memoryPair(b) });
    const liar = liarOn(a);
    liar.send(helloText(new Uint8Array(32), { protocol, version: '9.0.0', extra: { of: 'tomorrow' } }));
    await until(stage, () => liar.isClosed(), 'the end');
    expect(far.state()).toMatchObject({ word: 'ended', why: { code } });
    expect(liar.heard('bye')).toEqual({ bye: code });
    expect(liar.heard('hoidong')).toMatchObject({ protocol: 1, version: '0.1.0' });
  });

  test('[XC3] the key is believed over this link alone: not of another side, carrier or challenge, nor our own', async () => {
    const { host, book, seats } = await room(1);
    const [member] = seats;
    const wrongs = [
      { side: 'answers' as const },
      { channel: new Uint8Array([1]) },
      { answered: new Uint8Array(32) },
      { dialled: new Uint8Array(32).fill(7) },
    ];
    for (const wrong of [...wrongs, undefined]) {
      const [a, b] = memoryLinks();
      const { far } = stage.link(member.own, host, { links: memoryPair(b) });
      const challenge = new Uint8Array(32).fill(3);
      const liar = liarOn(a, challenge);
      liar.send(helloText(challenge));
      await until(stage, () => liar.heard('challenge') !== undefined, 'greeting');
      await liar.offer(book, member.writing.device, wrong);
      await until(stage, () => liar.heard('admit') !== undefined, 'answer');
      expect((liar.heard('admit')?.['admit'] as unknown[] | undefined)?.length).toBe(wrong ? 0 : 1);
      expect(far.state().books.length).toBe(wrong ? 0 : 1);
    }
  });

  test('[XC3] who sends our own challenge back is a mirror', async () => {
    const host = await stage.machine('host');
    const [a, b] = memoryLinks();
    const { far } = stage.link(await stage.machine('other'), host, { links: memoryPair(b) });
    const liar = liarOn(a);
    await until(stage, () => liar.heard('challenge') !== undefined, 'greeting');
    liar.send(liar.heard('challenge') ?? {});
    await until(stage, () => liar.isClosed(), 'the end');
    expect(far.state().why?.code).toBe('exchange-mirror');
  });

  test('[XC3] our own key at the other side is no seat', async () => {
    const { host, book, writing } = await room(1);
    const [a, b] = memoryLinks();
    stage.link(await stage.machine('other'), host, { links: memoryPair(b) });
    const challenge = new Uint8Array(32).fill(3);
    const liar = liarOn(a, challenge);
    liar.send(helloText(challenge));
    await until(stage, () => liar.heard('challenge') !== undefined, 'greeting');
    await liar.offer(book, writing.device);
    await until(stage, () => liar.heard('admit') !== undefined, 'answer');
    expect(liar.heard('admit')).toEqual({ admit: [] });
  });
});

describe('rights', () => {
  test('[XC4] of many books a machine gets the one it may have, and hears no word of the others', async () => {
    const { host, book, seats } = await room(1);
    const [member] = seats;
    const others: BookId[] = [];
    for (let at = 0; at < 12; at++) others.push((await newBook(host)).book);
    const { near, texts } = stage.link(member.own, host, {
      near: { grants: trusting([book, ...others.slice(0, 6)]) },
    });
    await agree(member.own, host, book);
    await breath();
    expect(await member.own.replica.books()).toEqual([book]);
    expect(near.state().books.map((each) => each.book)).toEqual([book]);
    const all = texts.map(({ text }) => text).join('');
    for (const other of others) expect(all).not.toContain(other);
    const [admit] = texts.filter(({ text }) => text.includes('"admit"'));
    expect((JSON.parse(admit?.text.slice(1) ?? '') as { admit: unknown[] }).admit).toHaveLength(1);
    // Of six more that it named and may not have, as of six it could not name: nothing.
    expect(texts.filter(({ from }) => from === 'host').every(({ text }) => !text.includes('"drop"'))).toBe(true);
  });

  test('[XC4] how many books a machine offers is hidden, and their names are other ones on every link', async () => {
    const machine = await stage.machine('machine');
    const writings = [await newBook(machine), await newBook(machine), await newBook(machine)];
    const host = await stage.machine('host');
    const offers: string[] = [];
    for (const grants of [
      trusting([]),
      trusting(writings.map(({ book }) => book)),
      trusting(writings.map(({ book }) => book)),
    ]) {
      const { texts } = stage.link(machine, host, { near: { grants } });
      await until(stage, () => texts.some(({ text }) => text.includes('"offer"')), 'offer');
      offers.push(texts.find(({ text }) => text.includes('"offer"'))?.text ?? '');
    }
    const tags = offers.map((text) =>
      (JSON.parse(text.slice(1)) as { offer: { tag: string }[] }).offer.map(({ tag }) => tag),
    );
    expect(tags.map(({ length }) => length)).toEqual([16, 16, 16]);
    expect(new Set(tags.flat()).size).toBe(48);
    expect(new Set(offers.map(({ length }) => length)).size).toBe(1);
  });

  test('[XC4] a machine that may not have the book sends and gets nothing of it', async () => {
    const { host, writing, book } = await room(0);
    const thief = await stage.machine('thief');
    const own = hold(thief, book, newDevice(), seatOf(9));
    await say(host, writing, 3);
    stage.link(thief, host, { near: { grants: { books: async () => [book], allows: () => true } } });
    await until(stage, () => host.logged.some((line) => line.includes('key-unbound')), 'it is logged');
    expect([await thief.replica.books(), (await host.replica.tips(book)).length]).toEqual([[], 1]);
    expect(own.book).toBe(book);
  });

  test('[XC4] who dials somebody that shows no right gives nothing', async () => {
    const { host, writing, book } = await room(0);
    const other = await stage.machine('other');
    await say(host, writing, 2);
    // The other admits whatever it hears of, having learnt of the book elsewhere.
    const { near } = stage.link(host, other, { far: { grants: trusting([book]) } });
    await until(stage, () => near.state().books[0]?.why?.code === 'exchange-unproved', 'refused');
    expect(await other.replica.books()).toEqual([]);
  });

  test('[XC17] a device that is bound gets the book without dialling again, and loses it when it is unbound', async () => {
    const { host, writing, book } = await room(0);
    const late = await stage.machine('late');
    const device = newDevice();
    const own = hold(late, book, device, seatOf(5));
    const { near, far } = stage.link(late, host, joining(book));
    await until(stage, () => host.logged.length > 0, 'it is not bound yet');
    expect(await late.replica.books()).toEqual([]);
    const key = Buffer.from(device.key).toString('base64url');
    await host.replica.write(writing.feed, [{ kind: 'device-bound', body: JSON.stringify({ seat: seatOf(5), key }) }]);
    await agree(late, host, book);
    await say(late, own);
    await agree(late, host, book);
    await host.replica.write(writing.feed, [{ kind: 'device-unbound', body: JSON.stringify({ key }) }]);
    await until(stage, () => far.state().books[0]?.why?.code === 'key-unbound', 'it leaves');
    await say(host, writing, 3);
    await until(stage, () => near.state().books[0]?.why?.code === 'key-unbound', 'it is told');
    expect(await sameHeads(late, host, book)).toBe(false);
  });

  test('[XC4] a machine that was enrolled gets books whose names it never knew', async () => {
    const hub = await stage.machine('hub');
    const { book } = await newBook(hub);
    const other = await newBook(hub);
    const enrolled = await stage.machine('enrolled');
    stage.link(enrolled, hub, {
      near: { grants: trusting([]) },
      far: { grants: seatsOnly(hub, { gives: async () => [book] }) },
    });
    await agree(enrolled, hub, book);
    expect(await enrolled.replica.books()).not.toContain(other.book);
  });
});

describe('saves', () => {
  test('[XC8] what waits for one book is one save, and a false run spoils nobody else’s', async () => {
    const { host, book, seats } = await room(6);
    const links = seats.map(({ own }) => stage.link(own, host, joining(book)));
    for (const { own } of seats) await agree(own, host, book);
    for (const link of links) link.cut();
    const runs = await Promise.all(
      seats.map(async ({ own, writing }) => {
        await say(own, writing);
        return await own.replica.read(book, writing.feed, 1, 1);
      }),
    );
    const waits = runs.flatMap((run) => (run ? [host.intake.take(book, [run])] : []));
    host.replica.takes.count = 0;
    host.replica.takes.most = 0;
    const results = await Promise.all(waits);
    expect(results.flat().every(({ ok }) => ok)).toBe(true);
    expect([waits.length, host.replica.takes]).toEqual([6, { count: 1, most: 6 }]);
    const [first, second] = seats;
    const good = await first.own.replica.read(book, first.writing.feed, 1, 1);
    const bad = await second?.own.replica.read(book, second.writing.feed, 1, 1);
    const forged = { ...bad, feed: 'f'.repeat(32) } as NonNullable<typeof bad>;
    const [a, b] = await Promise.all([host.intake.take(book, [forged]), host.intake.take(book, [good ?? forged])]);
    expect([a?.map(({ ok }) => ok), b?.map(({ ok }) => ok)]).toEqual([[false], [true]]);
  });
});

describe('notes and clocks', () => {
  test('[XC14] presence arrives from the seat that was shown, the newest alone, and at a human pace', async () => {
    const { host, book, seats } = await room(1);
    const [member] = seats;
    const { near } = stage.link(member.own, host, joining(book));
    await agree(member.own, host, book);
    for (let done = 0; done <= 30; done++) near.tell(book, { kind: 'presence', criterion: done, done, of: 30 });
    await until(stage, () => host.notes.length > 0, 'it comes');
    expect(host.notes).toMatchObject([
      { from: { book, seat: seatOf(2) }, note: { kind: 'presence', done: 30, of: 30 } },
    ]);
  });

  test('[XC14] a note with any other member, or words in it, ends the link', async () => {
    const { host, book, seats } = await room(1);
    const [member] = seats;
    for (const extra of [{ mark: 'met' }, { criterion: 'Đạt' }, { name: 'A' }, { kind: 'remark' }]) {
      const [a, b] = memoryLinks();
      const { far } = stage.link(member.own, host, { links: memoryPair(b) });
      const challenge = new Uint8Array(32).fill(3);
      const liar = liarOn(a, challenge);
      liar.send(helloText(challenge));
      await until(stage, () => liar.heard('challenge') !== undefined, 'greeting');
      await liar.offer(book, member.writing.device);
      await until(stage, () => liar.heard('admit') !== undefined, 'admitted');
      liar.send({ note: 0, says: { kind: 'presence', done: 1, of: 3, ...extra } });
      await until(stage, () => liar.isClosed(), 'the end');
      expect(far.state().why?.code).toBe('exchange-malformed');
    }
    expect(host.notes).toEqual([]);
  });

  test('[XC15] days of drift are measured to the millisecond', async () => {
    const { host, book, seats } = await room(1);
    const [member] = seats;
    member.own.skew = -3 * 24 * 3_600_000 + 17;
    const { near, far } = stage.link(member.own, host, joining(book));
    await until(stage, () => near.state().drift !== undefined && far.state().drift !== undefined, 'measured');
    const drift = far.state().drift ?? 0;
    expect(Math.abs(drift - member.own.skew)).toBeLessThanOrEqual((far.state().roundTrip ?? 0) / 2 + 1);
    expect(near.state().drift).toBeGreaterThan(0);
  });
});

/** A pair of which only the far end is used by the stage; the near one leads nowhere. */
function memoryPair(far: ReturnType<typeof memoryLinks>[1]): ReturnType<typeof memoryLinks> {
  return [memoryLinks()[0], far];
}
