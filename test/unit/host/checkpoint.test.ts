// The checkpoint of a folded state: equal to the fold or gone.

import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Headless, openHeadless } from '../../../electron/headless.ts';
import { checkpointOf, type Kept, readKept, stateIn } from '../../../electron/host/checkpoint.ts';
import { type LiveBook, rule } from '../../../electron/host/live-book.ts';
import { StoreFault } from '../../../electron/store/connect-store.ts';
import { toHex, utf8 } from '../../../shared/base/bytes.ts';
import type { BookId, Hash } from '../../../shared/base/ids.ts';
import { refusal } from '../../../shared/base/result.ts';
import { emptyBook } from '../../../shared/book/book.ts';
import { fold } from '../../../shared/book/fold.ts';
import type { State } from '../../../shared/book/state.ts';
import { pollResult } from '../../../shared/results/session-result.ts';
import { openBallots } from '../../../shared/seal/open-ballots.ts';
import { sheetIn } from '../../../shared/seal/opened.ts';
import { openMeeting, playBook, USUAL } from '../../bench/played-book.ts';
import { makeFolder, removeFolder } from '../../helpers/temp-folder.ts';
import { granted } from '../store/samples.ts';

const SMALL = { members: 5, platforms: 1, rounds: 1, criteria: 10 };
const folder = makeFolder('checkpoint');
const log = { error: () => undefined, info: () => undefined };
let headless: Headless;
let id: BookId;

const open = async () => granted(await openHeadless({ data: join(folder, 'host'), log }));
const reopen = async (): Promise<LiveBook> => {
  await headless.close();
  headless = await open();
  return granted(await headless.host.desk.books.open(id));
};
const around = () => headless.host.desk.around;
const folded = (live: LiveBook) => fold(live.book, around().ciphers.sha256);
const kept = async () => (await readKept(around(), id)) as Kept;
const save = async (checkpoint: Kept) => granted(await around().store.saveCheckpoint(id, checkpoint));
/** A text with its true digest, as only the program itself makes it. */
const remade = ({ head, text }: Kept, change: (state: State) => void): Kept => {
  const [mark = '', , json = ''] = text.split('\n');
  const state = JSON.parse(json) as State;
  change(state);
  const changed = JSON.stringify(state);
  return { head, text: `${mark}\n${toHex(around().ciphers.sha256(utf8(changed)))}\n${changed}` };
};

beforeAll(async () => {
  headless = await open();
  const live = await playBook(headless, USUAL);
  id = live.id;
  await headless.host.desk.books.keep();
}, 60_000);

afterAll(async () => {
  await headless.close();
  removeFolder(folder);
});

test('[CP1] a book opened by its checkpoint has the state that the fold gives, and its ballots open', async () => {
  const live = await reopen();
  expect(stateIn(around(), live.book, await kept())).toEqual(folded(live));
  expect(live.state).toEqual(folded(live));
  await headless.host.desk.books.whole(live);
  expect(live.opened.size).toBe(USUAL.members * USUAL.platforms * USUAL.rounds);
});

test('the state is really read from it, and acts go on from there', async () => {
  await save(remade(await kept(), (state) => Object.assign(state.described ?? {}, { place: 'từ điểm lưu' })));
  const live = await reopen();
  expect(live.state.described?.place).toBe('từ điểm lưu');
  const seat = live.state.opened?.recorder as never;
  granted(
    await rule(around(), live, [{ kind: 'attendance-marked', body: { seat, presence: 'online', note: 'sau đó' } }]),
  );
  expect(live.state.seats[seat]?.presence).toBe('online');
});

test('[CP2] a checkpoint that the log has outgrown is thrown away', async () => {
  const live = await reopen();
  // What the act of the test before left: the old checkpoint, and a longer log.
  expect((await kept()).head).not.toBe(live.book.feeds.get(live.state.recording.feed)?.entries.at(-1)?.hash);
  expect(live.state).toEqual(folded(live));
  expect(live.state.described?.place).toBe('Phòng họp');
  await save(checkpointOf(around(), live) as Kept);
});

test('[CP3] a checkpoint of another book, of another entry or of another program is thrown away', async () => {
  const live = await reopen();
  const true_ = await kept();
  expect(stateIn(around(), live.book, true_)).toEqual(live.state);
  const small = await openMeeting(headless, SMALL);
  const foreign = checkpointOf(around(), small) as Kept;
  const newer = { ...true_, text: true_.text.replace('checkpoint/1', 'checkpoint/2') };
  const others: readonly Kept[] = [
    foreign,
    { ...foreign, head: true_.head },
    newer,
    { ...true_, text: true_.text.replace(around().version, '99.0.0') },
    { ...true_, head: small.state.recording.hash },
    remade(true_, (state) => Object.assign(state, { book: small.id })),
    remade(true_, (state) => Object.assign(state.recording, { seq: state.recording.seq - 1 })),
    remade(true_, (state) => Object.assign(state.recording, { hash: '0'.repeat(64) })),
    remade(true_, (state) => Object.assign(state.recording, { feed: '0'.repeat(32) })),
  ];
  for (const other of others) {
    expect(stateIn(around(), live.book, other)).toBeUndefined();
    expect(stateIn(around(), emptyBook(id), other)).toBeUndefined();
  }
  await save(newer);
  expect((await reopen()).state).toEqual(live.state);
  await save(true_);
});

test('[CP4] a damaged checkpoint is thrown away, wherever it is damaged', async () => {
  const live = await reopen();
  const { head, text } = await kept();
  const places = Array.from({ length: 40 }, (_, at) => Math.floor((at * (text.length - 1)) / 39));
  for (const at of places) {
    const other = text[at] === '0' ? '1' : '0';
    expect(
      stateIn(around(), live.book, { head, text: text.slice(0, at) + other + text.slice(at + 1) }),
    ).toBeUndefined();
    expect(stateIn(around(), live.book, { head, text: text.slice(0, at) })).toBeUndefined();
  }
  await save({ head, text: `${text.slice(0, -1)} ` });
  expect((await reopen()).state).toEqual(live.state);
  await save({ head, text });
});

test('a value that another key protects is thrown away; any other fault of the store is not hidden', async () => {
  const failing = (code: string) => ({
    ...around(),
    store: { ...around().store, readCheckpoint: () => Promise.reject(new StoreFault(refusal(code))) },
  });
  expect(await readKept(failing('store-unreadable'), id)).toBeNull();
  await expect(readKept(failing('store-damaged'), id)).rejects.toThrow('store-damaged');
});

test('[CP5] a state that does not stand at the end of its log, or is read-only, is not kept', async () => {
  const live = await reopen();
  expect(checkpointOf(around(), live)).toBeDefined();
  expect(
    checkpointOf(around(), { ...live, state: { ...live.state, readOnly: refusal('fact-unknown') } }),
  ).toBeUndefined();
  const { recording } = live.state;
  const behind = { ...live.state, recording: { ...recording, hash: '0'.repeat(64) as Hash } };
  expect(checkpointOf(around(), { ...live, state: behind })).toBeUndefined();
});

test('[CP6] nothing that a ballot says stands in it', async () => {
  const live = await reopen();
  await headless.host.desk.books.whole(live);
  const { text } = await kept();
  const said = [...live.opened.values()].flatMap((ballot) =>
    Object.values(sheetIn(ballot)?.items ?? {}).flatMap(({ remark }) => remark ?? []),
  );
  expect(said.length).toBeGreaterThan(1_000);
  expect(said.filter((remark) => remark.length > 20 && text.includes(remark))).toEqual([]);
  expect(text).not.toContain('not-met');
});

test('[CP7] a body that goes or comes takes the checkpoint with it', async () => {
  const live = await reopen();
  const { feed } = live.state.recording;
  const [run] = (await around().store.readBook(id)).filter((each) => each.feed === feed);
  const personal = (run?.entries ?? []).findIndex(({ head }) => head.includes('person-named')) + 1;
  granted(await around().store.eraseBody(id, live.state.recording.feed, personal));
  expect(await readKept(around(), id)).toBeNull();

  const whole = granted(await openHeadless({ data: join(folder, 'second'), log }));
  const runs = await around().store.readBook(id);
  const lacking = runs.map((each) => ({ ...each, entries: each.entries.map((entry) => ({ ...entry })) }));
  const at = lacking.find((each) => each.feed === feed)?.entries[personal];
  if (at) Object.assign(at, { body: null });
  granted(await whole.store.append(id, lacking));
  granted(await whole.store.saveCheckpoint(id, { head: 'a'.repeat(64) as Hash, text: 'x' }));
  granted(await whole.store.append(id, lacking));
  expect(await whole.store.readCheckpoint(id)).not.toBeNull();
  granted(await whole.store.append(id, runs));
  expect(await whole.store.readCheckpoint(id)).toBeNull();
  await whole.close();
});

test('[CP8] the ballots of one poll open without the others', async () => {
  const live = await reopen();
  const poll = Object.values(live.state.polls).at(-1) as State['polls'][string];
  const opened = await openBallots(around().ciphers, live.state, live.book, live.opened, [poll]);
  expect(opened.size).toBe(USUAL.members);
  await headless.host.desk.books.whole(live);
  expect(pollResult(live.state, opened, poll)).toEqual(pollResult(live.state, live.opened, poll));
});
