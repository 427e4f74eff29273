// The exchange between two machines: what one has the other gets, both ways, once, and only what it has a right to.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BookId } from '../../shared/base/ids.ts';
import {
  bind,
  breath,
  headsOf,
  type Machine,
  newBook,
  openStage,
  type Stage,
  sameHeads,
  say,
  seatOf,
  trusting,
  until,
} from './exchange-stage.ts';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(async () => await stage.close());

/** A room: who records, and members whose machines have nothing but their binding. */
async function room(members: number) {
  const host = await stage.machine('host');
  const writing = await newBook(host);
  const seats = [];
  for (let at = 0; at < members; at++) {
    const own = await stage.machine(`member ${at}`);
    seats.push({ own, writing: await bind(host, writing, own, seatOf(at + 2)) });
  }
  return { host, writing, book: writing.book, seats };
}
const joining = (book: BookId) => ({ near: { grants: trusting([book]) } });
const agree = (a: Machine, b: Machine, book: BookId) => until(stage, () => sameHeads(a, b, book), 'the same heads');

describe('runs', () => {
  test('[XC1] a machine with nothing gets the whole book, and both know it', async () => {
    const { host, writing, book, seats } = await room(1);
    const [member] = seats;
    if (!member) throw new Error();
    await say(host, writing, 30, 3);
    const { near, far } = stage.link(member.own, host, joining(book));
    await agree(member.own, host, book);
    await until(stage, () => far.state().books[0]?.isWhole === true, 'the host knows');
    expect(near.state()).toMatchObject({ word: 'linked', books: [{ book, ahead: 0, behind: 0, isWhole: true }] });
    expect(far.state().books).toMatchObject([{ seat: seatOf(2), ahead: 0, behind: 0 }]);
  });

  test('[XC1] both append while they exchange, and end with the same heads', async () => {
    const { host, writing, book, seats } = await room(2);
    await say(host, writing, 5);
    for (const { own } of seats) stage.link(own, host, joining(book));
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
});
