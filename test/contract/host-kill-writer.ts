// A host that is worked without pause until it is killed: what it acknowledged is printed, and only after it was told.
import { readFileSync, writeSync } from 'node:fs';
import type { DeviceSecret } from '../../electron/seal/node-keys.ts';
import type { FeedId } from '../../shared/base/ids.ts';
import type { Client } from '../../shared/contract/client.ts';
import { type Meeting, pageCast, sessionOf, sheet } from './host-meeting.ts';
import { CRITERIA, clientTo, deskOf, granted, openRoom } from './host-room.ts';
import { returnSeat, stateAs } from './host-seat.ts';

export type Task = {
  readonly folder: string;
  readonly book: string;
  readonly poll: string;
  readonly seats: readonly string[];
  readonly pages: readonly { readonly number: number; readonly secret: DeviceSecret; readonly feed: string }[];
  /** Remarks go on from here, so that a later round is told from an earlier one. */
  readonly from: number;
};

const task = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Task;
const { book, poll, seats } = task;
const at = await openRoom(task.folder);
const desk = await deskOf(at);
const meeting: Meeting = { at, desk, book, seats, platforms: [], pages: new Map() };
// Synchronously: nothing is left in this process when it dies.
const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

/** What stands of a seat from an earlier life of this host. */
const standing = async (number: number): Promise<string | undefined> => {
  const sheets = (await sessionOf(meeting)).polls.find((each) => each.poll === poll)?.sheets;
  return sheets?.find(({ seat, state }) => seat === seats[number] && state === 'cast')?.ballot;
};

async function workDesk(client: Client): Promise<never> {
  let n = task.from;
  const reopen = async (entry: string) => {
    granted(await client.call('ballot.reopen', { book, poll, reason: 'evidence' }));
    say(`reopen 1 ${entry}`);
  };
  const before = await standing(1);
  if (before !== undefined) await reopen(before);
  for (;;) {
    for (const criterion of CRITERIA) {
      n += 1;
      granted(await client.call('draft.save', { book, poll, criterion, item: { mark: 'met', remark: `${n}` } }));
      say(`draft ${criterion} ${n}`);
    }
    const { ballot } = granted(await client.call('ballot.cast', { book, poll }));
    say(`cast 1 ${ballot}`);
    await reopen(ballot);
  }
}

async function workPage({ number, secret, feed }: Task['pages'][number]): Promise<never> {
  const back = granted(await returnSeat(clientTo(at, `seat ${number}`), book, secret));
  const tip = granted(await back.client.call('feed.tip', { book, feed }));
  const page = { ...back, own: { ...back.own, feed: feed as FeedId, seq: tip.seq, hash: tip.hash as never } };
  meeting.pages.set(number, page);
  const reopen = async (entry: string) => {
    const { code } = await stateAs(page, {
      kind: 'ballot-reopened',
      body: { poll, ballot: entry as never, reason: 'slip' },
    });
    if (code !== 'ok') throw new Error(code);
    say(`reopen ${number} ${entry}`);
  };
  const before = await standing(number);
  if (before !== undefined) await reopen(before);
  for (;;) {
    const sealed = await pageCast(meeting, number, poll, sheet());
    if (sealed.code !== 'ok') throw new Error(sealed.code);
    say(`cast ${number} ${sealed.entry} ${sealed.commit} ${Buffer.from(sealed.key).toString('hex')}`);
    await reopen(sealed.entry);
  }
}

say('begun');
await Promise.all([workDesk(await deskOf(at)), ...task.pages.map(workPage)]);
