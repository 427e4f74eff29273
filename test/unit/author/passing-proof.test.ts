// What a page believes when the recording goes to another machine, and that no key leaves for what is void.
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { nodeSha256 } from '../../../electron/seal/node-ciphers.ts';
import { newDeviceSecret, nodeVerify, openDevice } from '../../../electron/seal/node-keys.ts';
import { toBase64, toHex } from '../../../shared/base/bytes.ts';
import type { FeedId, Hash, PollId, PublicKey } from '../../../shared/base/ids.ts';
import { appendRun, checkRun, type RunText, wireRun } from '../../../shared/book/book.ts';
import { writeBody } from '../../../shared/book/fact.ts';
import { foldTo } from '../../../shared/book/fold.ts';
import type { HeadRef } from '../../../shared/book/head.ts';
import { type Passage, takeoverMessage } from '../../../shared/book/passing.ts';
import { shownNext } from '../../../shared/book/recorded.ts';
import { commitFacts, newFeed, type OwnFeed } from '../../../shared/book/write-entry.ts';
import { type CheckedRecording, isBehind, newRecording, seenOf } from '../../../shared/seal/checked-recording.ts';
import type { DeviceKeys } from '../../../shared/seal/ciphers.ts';
import { growRecording } from '../../../shared/seal/grow-recording.ts';
import { releaseBarred } from '../../../shared/seal/recording-proof.ts';
import { type Device, openRecorder, type Recorder } from './recorder.ts';

const AT = '2026-11-23T02:00:00.000Z';
const grow = async (checked: CheckedRecording, run: RunText | null): Promise<string> => {
  const grown = run && (await growRecording(checked, run, nodeSha256, nodeVerify));
  return grown === null ? 'nothing' : grown.ok ? 'taken' : grown.refusal.code;
};
const read = async (recorder: Recorder, checked = newRecording(recorder.id())) => {
  expect(await grow(checked, recorder.recordingRun((seenOf(checked, nodeSha256)?.seq ?? 0) + 1))).toBe('taken');
  return checked;
};

type Next = { own: OwnFeed; readonly keys: DeviceKeys };
const write = async (next: Next, kind: string, body: object): Promise<RunText> => {
  const fact = { kind, body: writeBody(body as never), at: AT };
  const { run, own } = await commitFacts(nodeSha256, next.own, [fact], next.keys.sign, toBase64);
  next.own = own;
  return wireRun(run);
};

const cutOf = (recorder: Recorder): HeadRef => {
  const { feed, seq, hash } = recorder.own();
  return { feed, seq, hash };
};

/** Seat 2 takes over from a cut, with the words of these seats. */
async function takeOver(recorder: Recorder, from: HeadRef, agreed: readonly number[], term = 1) {
  const { keys } = recorder.devices.get(recorder.seat(2)) as Device;
  const feed = toHex(randomBytes(16)) as FeedId;
  const key = toBase64(keys.key) as PublicKey;
  const over: Passage = { book: recorder.id(), term, from, feed, seat: recorder.seat(2), key };
  const words = agreed.map(async (at) => {
    const device = recorder.devices.get(recorder.seat(at)) as Device;
    const sig = toBase64(await device.keys.sign(takeoverMessage(over)));
    return { seat: recorder.seat(at), key: toBase64(device.keys.key) as PublicKey, sig };
  });
  const ground = { of: 'takeover' as const, agreed: await Promise.all(words) };
  const next: Next = {
    own: newFeed(nodeSha256, { book: recorder.id(), feed, key, seat: recorder.seat(2), via: 'app' }),
    keys,
  };
  return { next, run: await write(next, 'recording-passed', { term, from, ground }) };
}

async function withBallot() {
  const recorder = await openRecorder([]);
  await recorder.declareAll();
  const poll = await recorder.openPoll();
  const { ballot } = await recorder.castFor(recorder.seat(4), poll);
  return { recorder, poll, ballot };
}
const close = (recorder: Recorder, poll: PollId, ballot: Hash) => ({
  poll,
  upTo: Object.values(recorder.state().feeds).map(({ feed, ruledTo }) => ({ feed, ...ruledTo })),
  counted: [ballot],
  setAside: [],
});

test('[TK22] a page goes on with the feed that more than half of the keepers signed for, and gives its key there', async () => {
  const { recorder, poll, ballot } = await withBallot();
  const checked = await read(recorder);
  const { next, run } = await takeOver(recorder, cutOf(recorder), [0]);
  expect(await grow(checked, run)).toBe('taken');
  expect(checked).toMatchObject({ feed: next.own.feed, term: 1, recorder: recorder.seat(2) });
  expect(releaseBarred(checked, poll, ballot)?.code).toBe('round-open');
  expect(await grow(checked, await write(next, 'round-closed', close(recorder, poll, ballot)))).toBe('taken');
  expect(releaseBarred(checked, poll, ballot)?.code).toBe('not-revealed');
  expect(await grow(checked, await write(next, 'revealed', { poll }))).toBe('taken');
  expect(releaseBarred(checked, poll, ballot)).toBeUndefined();
});

test('[TK22] a page follows nobody else, and stays where it was', async () => {
  const { recorder, poll, ballot } = await withBallot();
  const checked = await read(recorder);
  const cut = cutOf(recorder);
  const before = seenOf(checked, nodeSha256);
  expect(await grow(checked, (await takeOver(recorder, cut, [2, 3])).run)).toBe('recording-unproved');
  expect(await grow(checked, await forged(recorder, cut))).toBe('passing-unsigned');
  expect(await grow(checked, (await takeOver(recorder, { ...cut, seq: cut.seq + 1 }, [0])).run)).toBe('run-gap');
  expect(await grow(checked, (await takeOver(recorder, { ...cut, hash: 'ab'.repeat(32) as Hash }, [0])).run)).toBe(
    'run-gap',
  );
  expect(await grow(checked, (await takeOver(recorder, { ...cut, feed: 'ab'.repeat(16) as FeedId }, [0])).run)).toBe(
    'wrong-feed',
  );
  expect(await grow(checked, await handed(recorder, cut))).toBe('recording-unproved');
  expect(seenOf(checked, nodeSha256)).toEqual(before);
  expect(checked.stopped).toBeUndefined();
  await recorder.close(poll);
  await recorder.reveal(poll);
  await read(recorder, checked);
  expect(releaseBarred(checked, poll, ballot)).toBeUndefined();
});

/** Signed by the keeper for another cut. */
async function forged(recorder: Recorder, cut: HeadRef): Promise<RunText> {
  const { keys } = recorder.devices.get(recorder.seat(2)) as Device;
  const key = toBase64(keys.key) as PublicKey;
  const feed = toHex(randomBytes(16)) as FeedId;
  const chair = recorder.devices.get(recorder.seat(0)) as Device;
  const over = { book: recorder.id(), term: 2, from: cut, feed, seat: recorder.seat(2), key };
  const sig = toBase64(await chair.keys.sign(takeoverMessage(over)));
  const agreed = [{ seat: recorder.seat(0), key: toBase64(chair.keys.key), sig }];
  const next = {
    own: newFeed(nodeSha256, { book: recorder.id(), feed, key, seat: recorder.seat(2), via: 'app' as const }),
    keys,
  };
  return await write(next, 'recording-passed', { term: 1, from: cut, ground: { of: 'takeover', agreed } });
}

/** A handover that the recording feed does not have. */
async function handed(recorder: Recorder, cut: HeadRef): Promise<RunText> {
  const keys = openDevice(newDeviceSecret());
  const feed = toHex(randomBytes(16)) as FeedId;
  const key = toBase64(keys.key) as PublicKey;
  const next = {
    own: newFeed(nodeSha256, { book: recorder.id(), feed, key, seat: recorder.seat(2), via: 'app' as const }),
    keys,
  };
  return await write(next, 'recording-passed', { term: 1, from: cut, ground: { of: 'handover' } });
}

test('[TK22] what was closed and revealed after the cut is void for a page that had read it', async () => {
  const { recorder, poll, ballot } = await withBallot();
  const cut = cutOf(recorder);
  const pinned = await read(recorder);
  await recorder.close(poll);
  await recorder.reveal(poll);
  const checked = await read(recorder, pinned);
  expect(releaseBarred(checked, poll, ballot)).toBeUndefined();
  const { next, run } = await takeOver(recorder, cut, [0]);
  expect(await grow(checked, run)).toBe('taken');
  expect(releaseBarred(checked, poll, ballot)?.code).toBe('round-open');
  const whole = recorder.recordingRun(1);
  expect(await grow(checked, whole)).toBe('taken');
  expect(await grow(checked, recorder.recordingRun(cut.seq + 1))).toBe('wrong-feed');
  expect(releaseBarred(checked, poll, ballot)?.code).toBe('round-open');
  expect(await grow(checked, await write(next, 'poll-spoiled', { poll, proof: cutOf(recorder) }))).toBe('taken');
  expect(releaseBarred(checked, poll, ballot)?.code).toBe('poll-voided');
});

test('[TK22] a page that had read the new feed is not taken back to the former one', async () => {
  const { recorder, poll, ballot } = await withBallot();
  const checked = await read(recorder);
  const { run } = await takeOver(recorder, cutOf(recorder), [0]);
  await grow(checked, run);
  const tip = seenOf(checked, nodeSha256);
  if (tip === undefined || checked.feed === undefined) throw new Error('nothing checked');
  const again = newRecording(recorder.id(), { pinned: { ...tip, feed: checked.feed } });
  await recorder.close(poll);
  await recorder.reveal(poll);
  await read(recorder, again);
  expect(isBehind(again)).toBe(true);
  expect(releaseBarred(again, poll, ballot)?.code).toBe('recording-behind');
  expect(await grow(again, run)).toBe('taken');
  expect(isBehind(again)).toBe(false);
  expect(releaseBarred(again, poll, ballot)?.code).toBe('round-open');
});

test('[TK22] a former feed told otherwise before its cut is a fork, and stops the page', async () => {
  const { recorder } = await withBallot();
  const checked = await read(recorder);
  const cut = cutOf(recorder);
  await grow(checked, (await takeOver(recorder, cut, [0])).run);
  expect(await grow(checked, await recorder.forkedAt(cut.seq))).toBe('recording-forked');
  expect(checked.stopped?.code).toBe('recording-forked');
});

test('[TK22] a page is shown the feeds one after another, up to each cut', async () => {
  const { recorder, poll } = await withBallot();
  const cut = cutOf(recorder);
  const { next, run } = await takeOver(recorder, cut, [0]);
  await recorder.close(poll);
  const book = recorder.book();
  const shown = (at: { readonly feed?: FeedId; readonly from: number }, most = 500) => {
    const found = shownNext(book, nodeSha256, at, most);
    return found && [found.feed, found.from, found.entries.length];
  };
  expect(shown({ feed: cut.feed, from: cut.seq + 1 })).toEqual([cut.feed, cut.seq + 1, 1]);
  const taken = await checkRun(book, run, nodeSha256, nodeVerify);
  if (!taken.ok) throw new Error(taken.refusal.code);
  appendRun(book, taken.value);
  expect(shown({ from: 1 }, 5)).toEqual([cut.feed, 1, 5]);
  expect(shown({ feed: cut.feed, from: cut.seq })).toEqual([cut.feed, cut.seq, 1]);
  expect(shown({ feed: cut.feed, from: cut.seq + 1 })).toEqual([next.own.feed, 1, 1]);
  expect(shown({ feed: next.own.feed, from: 2 })).toBeUndefined();
  expect(shown({ feed: 'ab'.repeat(16) as FeedId, from: 9 })?.slice(0, 2)).toEqual([cut.feed, 1]);
  expect(foldTo(book, nodeSha256, cut)?.polls[poll]?.step).toBe('open');
});
