// Machines of members round one that records: each a real host with a store of its own, and what carries runs between them.

import type { Replica } from '../../electron/exchange/replica.ts';
import { openReplica } from '../../electron/host/replica.ts';
import { admitDevice, prepareDevice } from '../../electron/host/seat-device.ts';
import type { BookId, SeatId } from '../../shared/base/ids.ts';
import type { State } from '../../shared/book/state.ts';
import type { Client } from '../../shared/contract/client.ts';
import type { SessionView } from '../../shared/contract/views.ts';
import { deskOf, granted, type Room, room, seen } from './host-room.ts';

export type Machine = { readonly at: Room; readonly desk: Client; readonly replica: Replica; readonly seat: string };

export const replicaOf = (at: Room): Replica => openReplica(at.headless.host.desk);

export const liveStateOf = ({ at }: Pick<Machine, 'at'>, book: string): State =>
  at.headless.host.desk.books.peek(book)?.state as State;

export const sessionAt = async ({ desk }: Pick<Machine, 'desk'>, book: string): Promise<SessionView> =>
  await seen(desk, 'session', { book });

/** Carries what `to` lacks of a book from `from`: one direction, whole, in the order in which feeds came. */
export async function carry(from: Replica, to: Replica, book: string): Promise<readonly string[]> {
  const id = book as BookId;
  const codes: string[] = [];
  const has = new Map((await to.tips(id)).map(({ feed, seq }) => [feed, seq]));
  for (const { feed, seq } of await from.tips(id)) {
    for (let at = has.get(feed) ?? 0; at < seq; ) {
      const run = await from.read(id, feed, at + 1, 64 * 1024);
      if (run === undefined) break;
      const taken = await to.take(id, [run]);
      if (!taken.ok) {
        codes.push(taken.refusal.code);
        break;
      }
      at = run.from + run.entries.length - 1;
    }
  }
  return codes;
}

/** Until nobody lacks anything of anybody. */
export async function meet(machines: readonly Machine[], book: string): Promise<void> {
  for (let round = 0; round < 8; round++) {
    const before = await Promise.all(
      machines.map(async ({ replica }) => JSON.stringify(await replica.tips(book as BookId))),
    );
    for (const one of machines)
      for (const other of machines) if (one !== other) await carry(one.replica, other.replica, book);
    const after = await Promise.all(
      machines.map(async ({ replica }) => JSON.stringify(await replica.tips(book as BookId))),
    );
    if (after.every((tips, at) => tips === before[at])) return;
  }
  throw new Error('machines that meet never come to an end');
}

/** A new machine for a seat: its device is bound by the recorder, and the book is carried to it. */
export async function machineFor(recorder: Machine, book: string, seat: string): Promise<Machine> {
  const at = await room();
  const machine = { at, desk: await deskOf(at), replica: replicaOf(at), seat };
  const shown = granted(await prepareDevice(at.headless.host.desk.around, book as BookId, seat as SeatId));
  const { desk } = recorder.at.headless.host;
  granted(await desk.inBook(book, async (live) => await admitDevice(desk.around, live, seat as SeatId, shown)));
  await carry(recorder.replica, machine.replica, book);
  return machine;
}
