// What a page believes of the recording feed: forged variants of close and reveal give no key away.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { nodeCiphers, nodeSha256 } from '../../../electron/seal/node-ciphers.ts';
import { newDeviceSecret, nodeVerify, openDevice } from '../../../electron/seal/node-keys.ts';
import { toBase64, toHex } from '../../../shared/base/bytes.ts';
import type { BookId, FeedId, Hash, PollId, PublicKey, SeatId } from '../../../shared/base/ids.ts';
import { type RunText, wireRun } from '../../../shared/book/book.ts';
import { bodyHashOf, commitMessage, makeEntry } from '../../../shared/book/entry.ts';
import { writeBody } from '../../../shared/book/fact.ts';
import { writeHead } from '../../../shared/book/head.ts';
import { holdersOf } from '../../../shared/book/seating.ts';
import { commitFacts, newFeed } from '../../../shared/book/write-entry.ts';
import { type CheckedRecording, deviceOf, newRecording, seenOf } from '../../../shared/seal/checked-recording.ts';
import { deviceProofMessage, rebindMessage } from '../../../shared/seal/device-proof.ts';
import { growRecording } from '../../../shared/seal/grow-recording.ts';
import { holderKeys, pollOf, releaseAllowed, releaseBarred, rulingOn } from '../../../shared/seal/recording-proof.ts';
import { sealBallot } from '../../../shared/seal/seal-ballot.ts';
import { openRecorder, type Recorder } from './recorder.ts';

const grow = async (checked: CheckedRecording, run: RunText | null) =>
  run ? await growRecording(checked, run, nodeSha256, nodeVerify) : undefined;
const codeOf = (result: Awaited<ReturnType<typeof grow>>) => (result?.ok === false ? result.refusal.code : 'taken');

async function readAll(recorder: Recorder, checked = newRecording(recorder.id())): Promise<CheckedRecording> {
  const from = (seenOf(checked, nodeSha256)?.seq ?? 0) + 1;
  expect(codeOf(await grow(checked, recorder.recordingRun(from)))).toBe('taken');
  return checked;
}

/** Member 4 casts in a poll of the reviewer's and the others' session. */
async function castBy(recorder: Recorder, at: number, poll: PollId): Promise<Hash> {
  const seat = recorder.seat(at);
  const own = recorder.devices.get(seat)?.own;
  if (own === undefined) throw new Error('no device');
  const holders = holdersOf(recorder.state(), { holders: recorder.state().polls[poll]?.holders ?? [] }, seat);
  const place = { book: recorder.id(), feed: own.feed, seq: own.seq + 1, seat, poll };
  const { body } = await sealBallot(nodeCiphers, place, '{"_salt":"x"}', holders);
  const { taken, entry } = await recorder.say(seat, 'ballot-cast', body);
  expect(taken).toEqual({ ok: true, value: { refused: [] } });
  return entry.hash;
}

async function withBallot() {
  const recorder = await openRecorder([]);
  await recorder.declareAll();
  const poll = await recorder.openPoll();
  const ballot = await castBy(recorder, 4, poll);
  const other = await castBy(recorder, 2, poll);
  return { recorder, poll, ballot, other };
}

describe('a key may leave its device', () => {
  it('[RP1] once the poll is closed over its ballot and revealed, and not a step earlier', async () => {
    const { recorder, poll, ballot } = await withBallot();
    const checked = await readAll(recorder);
    expect(releaseBarred(checked, poll, ballot)?.code).toBe('round-open');
    await recorder.close(poll);
    await readAll(recorder, checked);
    expect(releaseBarred(checked, poll, ballot)?.code).toBe('not-revealed');
    await recorder.reveal(poll);
    await readAll(recorder, checked);
    expect(releaseAllowed(checked, poll, ballot)).toBe(true);
  });

  it('[RP1] not for a reveal without a close, even from the true recording device', async () => {
    const { recorder, poll, ballot } = await withBallot();
    await recorder.rule('revealed', { poll }, true);
    const checked = await readAll(recorder);
    expect(releaseBarred(checked, poll, ballot)?.code).toBe('rulings-out-of-order');
    await recorder.close(poll, undefined, true);
    await recorder.rule('revealed', { poll }, true);
    await readAll(recorder, checked);
    expect(releaseAllowed(checked, poll, ballot)).toBe(false);
  });

  it('[RP1] not for a close that names another ballot, another poll, or this one as set aside', async () => {
    const { recorder, poll, ballot, other } = await withBallot();
    await recorder.close(poll, [other], true);
    await recorder.rule('revealed', { poll });
    const checked = await readAll(recorder);
    expect(releaseBarred(checked, poll, ballot)?.code).toBe('ballot-not-counted');
    expect(releaseAllowed(checked, poll, other)).toBe(true);
    expect(releaseBarred(checked, toHex(randomBytes(8)), other)?.code).toBe('poll-unknown');
  });

  it('[RP1] not where it was set aside before the reveal, ruled unopenable, or is counted already', async () => {
    const { recorder, poll, ballot, other } = await withBallot();
    await recorder.close(poll);
    await recorder.rule('ballot-set-aside', { poll, ballot, code: 'torn', note: '' });
    await recorder.reveal(poll);
    await recorder.rule('ballot-unopenable', { poll, ballot: other, code: 'device-lost' });
    const checked = await readAll(recorder);
    expect(releaseBarred(checked, poll, ballot)?.code).toBe('ballot-not-counted');
    expect(releaseBarred(checked, poll, other)?.code).toBe('ballot-not-counted');

    const second = await withBallot();
    await second.recorder.close(second.poll);
    await second.recorder.reveal(second.poll);
    await second.recorder.rule('counted', { poll: second.poll, sha256: second.ballot }, true);
    expect(releaseBarred(await readAll(second.recorder), second.poll, second.ballot)?.code).toBe('already-counted');
  });

  it('[RP1] not for a second close or a poll opened twice', async () => {
    const { recorder, poll, ballot } = await withBallot();
    await recorder.close(poll, [], true);
    await recorder.rule('round-closed', { poll, upTo: [], counted: [ballot], setAside: [] }, true);
    await recorder.rule('revealed', { poll }, true);
    expect(releaseBarred(await readAll(recorder), poll, ballot)?.code).toBe('rulings-out-of-order');
  });
});

/** One more entry as somebody else would forge it. */
async function forged(recorder: Recorder, body: object, kind: string, change: { readonly book?: BookId } = {}) {
  const stranger = openDevice(newDeviceSecret());
  const own = recorder.own();
  const seq = own.seq + 1;
  const head = writeHead({
    v: 1,
    book: (change.book ?? recorder.id()) as string as Hash,
    feed: own.feed,
    seq,
    at: '2026-11-23T01:00:00.000Z',
    seat: own.seat,
    via: 'app',
    kind,
  });
  const text = writeBody(body as Parameters<typeof writeBody>[0]);
  const entry = makeEntry(nodeSha256, own.hash, head, text);
  const sig = toBase64(await stranger.sign(commitMessage(recorder.id(), own.feed, seq, entry.hash)));
  return { feed: own.feed, from: seq, entries: [{ head, body: text }], commits: [{ seq, sig }] };
}

describe('a run of the recording feed', () => {
  it('[RP2] is refused with a stranger’s signature, for another book, or as another feed, and nothing is taken', async () => {
    const { recorder, poll, ballot } = await withBallot();
    await recorder.close(poll);
    const checked = await readAll(recorder);
    expect(codeOf(await grow(checked, await forged(recorder, { poll }, 'revealed')))).toBe('bad-signature');
    const book = toHex(randomBytes(32)) as BookId;
    expect(codeOf(await grow(checked, await forged(recorder, { poll }, 'revealed', { book })))).toBe('wrong-book');
    const run = await forged(recorder, { poll }, 'revealed');
    expect(codeOf(await grow(checked, { ...run, feed: toHex(randomBytes(16)) }))).toBe('wrong-feed');
    expect(releaseBarred(checked, poll, ballot)?.code).toBe('not-revealed');
    expect(seenOf(checked, nodeSha256)?.seq).toBe(recorder.own().seq);
  });

  it('[RP2] is refused where its first entry is not the one the book is named after', async () => {
    const [one, two] = [await openRecorder([]), await openRecorder([])];
    const checked = newRecording(one.id());
    expect(codeOf(await grow(checked, two.recordingRun(1)))).toBe('wrong-book');
    // A stranger's own feed, in order and well signed, that names this book.
    const stranger = openDevice(newDeviceSecret());
    const feed = toHex(randomBytes(16)) as FeedId;
    const key = toBase64(stranger.key) as PublicKey;
    const own = newFeed(nodeSha256, { book: one.id(), feed, key, seat: one.seat(1), via: 'app' });
    const fact = { kind: 'meeting-closed', body: '{}', at: '2026-11-23T01:00:00.000Z' };
    const { run } = await commitFacts(nodeSha256, own, [fact], stranger.sign, toBase64);
    expect(codeOf(await grow(checked, wireRun(run)))).toBe('wrong-book');
    expect(checked.feed).toBeUndefined();
  });

  it('[RP2] is refused reordered, with a gap, with a changed body, or unsigned at its end', async () => {
    const { recorder, poll } = await withBallot();
    const known = recorder.own().seq;
    await recorder.close(poll);
    await recorder.reveal(poll);
    const whole = recorder.recordingRun(known + 1);
    const checked = newRecording(recorder.id());
    expect(codeOf(await grow(checked, recorder.recordingRun(1, known)))).toBe('taken');
    if (whole === null) throw new Error('nothing');
    const [close, reveal] = whole.entries;
    if (!(close && reveal && 'body' in close)) throw new Error('two entries');
    const swapped = { ...whole, entries: [reveal, close] };
    expect(codeOf(await grow(checked, swapped))).toBe('wrong-seq');
    expect(codeOf(await grow(checked, recorder.recordingRun(known + 2)))).toBe('run-gap');
    const body = close.body.replace('"counted":[', `"counted":["${'0'.repeat(64)}",`);
    expect(codeOf(await grow(checked, { ...whole, entries: [{ ...close, body }, reveal] }))).toBe('bad-signature');
    expect(codeOf(await grow(checked, { ...whole, commits: whole.commits.slice(0, 1) }))).toBe('run-unsigned');
    expect(codeOf(await grow(checked, whole))).toBe('taken');
  });

  it('[RP2] is refused where a ruling is held back, so that nobody hides a setting aside', async () => {
    const { recorder, poll, ballot } = await withBallot();
    await recorder.close(poll);
    const checked = await readAll(recorder);
    const known = recorder.own().seq;
    await recorder.rule('ballot-set-aside', { poll, ballot, code: 'torn', note: '' });
    await recorder.reveal(poll);
    const whole = recorder.recordingRun(known + 1);
    const [aside, ...rest] = whole?.entries ?? [];
    if (whole === null || aside === undefined || !('body' in aside)) throw new Error('nothing');
    const bodyHash = bodyHashOf(nodeSha256, aside.body);
    const hidden = { ...whole, entries: [{ head: aside.head, bodyHash }, ...rest] };
    expect(codeOf(await grow(checked, hidden))).toBe('body-withheld');
    expect(releaseBarred(checked, poll, ballot)?.code).toBe('not-revealed');
    expect(codeOf(await grow(checked, whole))).toBe('taken');
    expect(releaseBarred(checked, poll, ballot)?.code).toBe('ballot-not-counted');
  });

  it('[RP3] that shows another hash at a number already checked stops this copy for ever', async () => {
    const { recorder, poll, ballot } = await withBallot();
    const known = recorder.own();
    await recorder.close(poll);
    await recorder.reveal(poll);
    const checked = await readAll(recorder);
    expect(releaseAllowed(checked, poll, ballot)).toBe(true);
    // The true device signs another entry at the number of the close.
    const head = writeHead({
      v: 1,
      book: recorder.id() as string as Hash,
      feed: known.feed,
      seq: known.seq + 1,
      at: '2026-11-23T02:00:00.000Z',
      seat: known.seat,
      via: 'app',
      kind: 'meeting-closed',
    });
    const entry = makeEntry(nodeSha256, known.hash, head, '{}');
    const message = commitMessage(recorder.id(), known.feed, known.seq + 1, entry.hash);
    const sig = toBase64(await recorder.recording.sign(message));
    const fork = {
      feed: known.feed,
      from: known.seq + 1,
      entries: [{ head, body: '{}' }],
      commits: [{ seq: known.seq + 1, sig }],
    };
    expect(
      codeOf(await grow(checked, { ...fork, commits: [{ seq: known.seq + 1, sig: toBase64(randomBytes(64)) }] })),
    ).toBe('bad-signature');
    expect(releaseAllowed(checked, poll, ballot)).toBe(true);
    expect(codeOf(await grow(checked, fork))).toBe('recording-forked');
    expect(releaseBarred(checked, poll, ballot)?.code).toBe('recording-forked');
    expect(codeOf(await grow(checked, recorder.recordingRun(1)))).toBe('recording-forked');

    // After a reload only the farthest head is remembered: that is enough.
    const pinned = seenOf(await readAll(recorder), nodeSha256);
    if (pinned === undefined) throw new Error('nothing checked');
    const later = newRecording(recorder.id(), { pinned: { seq: known.seq + 1, hash: entry.hash } });
    expect(codeOf(await grow(later, recorder.recordingRun(1)))).toBe('recording-forked');
    const short = newRecording(recorder.id(), { pinned });
    await grow(short, recorder.recordingRun(1, pinned.seq - 1));
    expect(releaseBarred(short, poll, ballot)?.code).toBe('recording-behind');
    await readAll(recorder, short);
    expect(releaseAllowed(short, poll, ballot)).toBe(true);
  });

  it('[RP3] shown again as it was is nothing new, from wherever it begins', async () => {
    const { recorder } = await withBallot();
    const checked = await readAll(recorder);
    const before = seenOf(checked, nodeSha256);
    expect(codeOf(await grow(checked, recorder.recordingRun(1)))).toBe('taken');
    expect(codeOf(await grow(checked, recorder.recordingRun(3, 9)))).toBe('taken');
    expect(seenOf(checked, nodeSha256)).toEqual(before);
  });
});

describe('holders', () => {
  it('[RP4] are those of the folded state, never the author, with the keys their devices proved', async () => {
    const { recorder, poll } = await withBallot();
    const checked = await readAll(recorder);
    expect(pollOf(checked, poll)).toEqual({ entitled: recorder.seats, holders: recorder.state().polls[poll]?.holders });
    for (const seat of recorder.seats) {
      const expected = holdersOf(recorder.state(), { holders: recorder.state().polls[poll]?.holders ?? [] }, seat);
      expect(holderKeys(checked, poll, seat)).toEqual({ ok: true, value: expected });
      expect(expected.map((holder) => holder.seat)).not.toContain(seat);
    }
  });

  it('[RP4] with a device whose proof is another’s, or two devices at once, are not sealed to', async () => {
    const recorder = await openRecorder([1, 3]);
    const [true1, false1] = [openDevice(newDeviceSecret()), openDevice(newDeviceSecret())];
    await recorder.bind(recorder.seat(1), { key: true1.key, kem: false1.kem }, toBase64(randomBytes(64)));
    await recorder.declareAll([1, 3]);
    const entitled = [...recorder.seats];
    const subject = { of: 'platform' as const, platform: recorder.platform, round: 1 };
    const poll = toHex(randomBytes(8)) as PollId;
    const holders = [recorder.seat(0), recorder.seat(1)];
    await recorder.rule('poll-opened', { poll, subject, secrecy: 'blind', by: 'devices', entitled, holders }, true);
    const checked = await readAll(recorder);
    expect(holderKeys(checked, poll, recorder.seat(4))).toMatchObject({
      ok: false,
      refusal: { code: 'holder-unproved' },
    });

    const doubled = openDevice(newDeviceSecret());
    const fact = {
      seat: recorder.seat(0),
      key: toBase64(doubled.key) as PublicKey,
      kem: toBase64(doubled.kem) as PublicKey,
      proof: toBase64(randomBytes(64)),
    };
    await recorder.rule('device-bound', fact, true);
    await readAll(recorder, checked);
    expect(holderKeys(checked, poll, recorder.seat(4))).toMatchObject({
      ok: false,
      refusal: { code: 'holder-bound-twice' },
    });
  });

  it('[RP4] with a new device that neither the last one nor the chair consented to, are not sealed to', async () => {
    const { recorder, poll } = await withBallot();
    const secretary = recorder.seat(1);
    const old = recorder.devices.get(secretary)?.keys;
    const chair = recorder.devices.get(recorder.seat(0))?.keys;
    if (old === undefined || chair === undefined) throw new Error('no device');
    const bind = async (by: typeof old, named: typeof old) => {
      const last = recorder.state().seats[secretary]?.device as PublicKey;
      await recorder.rule('device-unbound', { key: last, feeds: [] });
      const fresh = openDevice(newDeviceSecret());
      const proof = toBase64(await fresh.sign(deviceProofMessage(recorder.id(), secretary, fresh.key, fresh.kem)));
      const sig = toBase64(await by.sign(rebindMessage(recorder.id(), secretary, fresh.key, fresh.kem)));
      const keys = { key: toBase64(fresh.key) as PublicKey, kem: toBase64(fresh.kem) as PublicKey };
      const consent = { key: toBase64(named.key) as PublicKey, sig };
      await recorder.rule('device-bound', { seat: secretary, ...keys, proof, consent }, true);
      return keys.kem;
    };
    const kem = await bind(chair, chair);
    const checked = await readAll(recorder);
    expect(holderKeys(checked, poll, recorder.seat(4))).toMatchObject({ ok: true, value: [{}, { kem }] });
    // The chair's name under somebody else's signature.
    await bind(openDevice(newDeviceSecret()), chair);
    await readAll(recorder, checked);
    expect(holderKeys(checked, poll, recorder.seat(4))).toMatchObject({
      ok: false,
      refusal: { code: 'holder-unproved' },
    });
    const stranger = openDevice(newDeviceSecret());
    await bind(stranger, stranger);
    await readAll(recorder, checked);
    expect(holderKeys(checked, poll, recorder.seat(4))).toMatchObject({
      ok: false,
      refusal: { code: 'holder-unproved' },
    });
  });

  it('[RP4] without two of them there are none; an unbound device holds nothing', async () => {
    const { recorder, poll } = await withBallot();
    for (const at of [0, 1]) {
      const key = recorder.state().seats[recorder.seat(at)]?.device as PublicKey;
      await recorder.rule('device-unbound', { key, feeds: [] });
    }
    const checked = await readAll(recorder);
    expect(deviceOf(checked, recorder.seat(0))).toBeUndefined();
    expect(holderKeys(checked, poll, recorder.seat(4) as SeatId)).toEqual({ ok: true, value: [] });
  });
});

it('[RP5] the feed itself says how each statement was ruled', async () => {
  const { recorder, poll, ballot } = await withBallot();
  const own = recorder.devices.get(recorder.seat(4))?.own;
  if (own === undefined) throw new Error('no device');
  await recorder.say(recorder.seat(4), 'ballot-reopened', { poll, ballot: '0'.repeat(64) as Hash, reason: 'slip' });
  const checked = await readAll(recorder);
  expect(rulingOn(checked, own.feed, own.seq)).not.toHaveProperty('refused');
  expect(rulingOn(checked, own.feed, own.seq + 1)).toMatchObject({ refused: 'ballot-not-standing' });
  expect(rulingOn(checked, own.feed, own.seq + 2)).toBeUndefined();
  expect(ballot).toHaveLength(64);
});

it('[RP6] a fact of a newer version stops this copy: nothing is half believed', async () => {
  const { recorder, poll, ballot } = await withBallot();
  await recorder.close(poll);
  await recorder.reveal(poll);
  const checked = await readAll(recorder);
  const own = recorder.own();
  const head = writeHead({
    v: 1,
    book: recorder.id() as string as Hash,
    feed: own.feed,
    seq: own.seq + 1,
    at: '2026-11-23T02:00:00.000Z',
    seat: own.seat,
    via: 'app',
    kind: 'something-newer',
  });
  const entry = makeEntry(nodeSha256, own.hash, head, '{}');
  const sig = toBase64(await recorder.recording.sign(commitMessage(recorder.id(), own.feed, own.seq + 1, entry.hash)));
  const run = {
    feed: own.feed,
    from: own.seq + 1,
    entries: [{ head, body: '{}' }],
    commits: [{ seq: own.seq + 1, sig }],
  };
  expect(codeOf(await grow(checked, run))).toBe('recording-unreadable');
  expect(releaseBarred(checked, poll, ballot)?.code).toBe('recording-unreadable');
});
