// Holds our code against the published vectors of the stored format, which were made without it.

import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nodeCiphers, nodeSha256 as sha256 } from '../../../electron/seal/node-ciphers.ts';
import { nodeVerify, openDevice } from '../../../electron/seal/node-keys.ts';
import { concat, fromBase64, fromHex, toBase64, toHex, utf8 } from '../../../shared/base/bytes.ts';
import { canonical } from '../../../shared/base/canonical.ts';
import type { BookId, FeedId, Hash, PollId, SeatId } from '../../../shared/base/ids.ts';
import { checkRun, emptyBook } from '../../../shared/book/book.ts';
import { keyCommit, shareCommit } from '../../../shared/book/decide-ballot.ts';
import { bodyHashOf, commitMessage, entryHash, feedStart } from '../../../shared/book/entry.ts';
import { readFact } from '../../../shared/book/fact.ts';
import { readHead, writeHead } from '../../../shared/book/head.ts';
import { resumedMessage, takeoverMessage } from '../../../shared/book/passing.ts';
import type { Poll } from '../../../shared/book/state.ts';
import { textHash } from '../../../shared/book/text-hash.ts';
import { deviceProofMessage } from '../../../shared/seal/device-proof.ts';
import { countedHash, openEnvelope } from '../../../shared/seal/open-ballots.ts';
import type { OpenedBallot } from '../../../shared/seal/opened.ts';
import { ballotAad, frame, sealBallot, shareInfo } from '../../../shared/seal/seal-ballot.ts';

const vectors = JSON.parse(readFileSync(new URL('../../fixtures/format/vectors.json', import.meta.url), 'utf8'));

const PKCS8 = { ed25519: '302e020100300506032b657004220420', x25519: '302e020100300506032b656e04220420' };
const pkcs8 = (kind: keyof typeof PKCS8, secret: string) => toBase64(fromHex(PKCS8[kind] + secret));
const device = openDevice({
  sign: pkcs8('ed25519', vectors.device.ed25519Seed),
  kem: pkcs8('x25519', vectors.device.x25519Private),
});
const placeOf = (vector: Record<string, string | number>) => ({
  book: vector['book'] as BookId,
  feed: vector['feed'] as FeedId,
  seq: vector['seq'] as number,
  seat: vector['seat'] as SeatId,
  poll: vector['poll'] as PollId,
});

describe('entries and commits', () => {
  test('[F1] the start of a feed binds its id and its key', () => {
    expect(toBase64(device.key)).toBe(vectors.feedStart.key);
    expect(feedStart(sha256, vectors.feedStart.feed, device.key)).toBe(vectors.feedStart.hash);
  });

  const rows: [string, (typeof vectors.entries)[number]][] = vectors.entries.map((entry: { name: string }) => [
    entry.name,
    entry,
  ]);
  test.each(rows)('[F1] entry: %s', async (_, row) => {
    const { previous, head, headLength, body, bodyHash, hash, commit } = row;
    expect(utf8(head).length).toBe(headLength);
    if (body !== null) expect(bodyHashOf(sha256, body)).toBe(bodyHash);
    expect(entryHash(sha256, previous, head, bodyHash)).toBe(hash);
    const message = commitMessage(commit.book, commit.feed, commit.seq, hash);
    expect(toHex(message)).toBe(commit.message);
    expect(toBase64(await device.sign(message))).toBe(commit.sig);
    expect(nodeVerify(device.key, message, fromBase64(commit.sig))).toBe(true);
  });

  test('[F1] a sequence number has eight bytes', async () => {
    const { book, feed, seq, hash, message, sig } = vectors.commitOfALargeSeq;
    expect(toHex(commitMessage(book, feed, seq, hash))).toBe(message);
    expect(toBase64(await device.sign(fromHex(message)))).toBe(sig);
  });

  test('[F1] real heads of the vectors are read, and written again as the same text', () => {
    for (const { name, head } of vectors.entries) {
      const read = readHead(head);
      expect(read.ok, name).toBe(name !== 'bytes-not-characters');
      if (read.ok) expect(writeHead(read.value)).toBe(head);
    }
  });

  test('[F1] the first entry is taken with its signature over 32 zero bytes, and with no other', async () => {
    const [first] = vectors.entries;
    const run = (sig: string) => ({
      feed: first.commit.feed,
      from: 1,
      entries: [{ head: first.head, body: first.body }],
      commits: [{ seq: 1, sig }],
    });
    const book = emptyBook(vectors.book);
    expect((await checkRun(book, run(first.commit.sig), sha256, nodeVerify)).ok).toBe(true);
    const named = await device.sign(commitMessage(vectors.book, first.commit.feed, 1, first.hash));
    expect(await checkRun(book, run(toBase64(named)), sha256, nodeVerify)).toMatchObject({
      ok: false,
      refusal: { code: 'bad-signature' },
    });
  });
});

describe('sealing', () => {
  test('[F1] commitments of a key and of its shares', () => {
    const { key, commit } = vectors.keyCommit;
    expect(keyCommit(sha256, fromBase64(key))).toBe(commit);
    const shares = vectors.shareCommits.map((row: { share: string }) => fromBase64(row.share));
    for (const row of vectors.shareCommits) expect(shareCommit(sha256, fromBase64(row.share))).toBe(row.commit);
    expect(toBase64(shares[0].map((byte: number, at: number) => byte ^ shares[1][at]))).toBe(key);
  });

  test('[F1] where an envelope belongs, and for whom a share is', () => {
    const aad = ballotAad(placeOf(vectors.ballotAad));
    expect(toHex(aad)).toBe(vectors.ballotAad.aad);
    for (const { holder, info } of vectors.wrappedShares) expect(toHex(shareInfo(aad, holder))).toBe(info);
  });

  test('[F1] frames', () => {
    for (const { dataLength, dataSha256, frameLength, frameSha256 } of vectors.frames) {
      const parts = Array.from({ length: Math.ceil(dataLength / 32) }, (_, at) =>
        sha256(utf8(`hoidong test vector/frame/${at}`)),
      );
      const data = concat(...parts).subarray(0, dataLength);
      expect(toHex(sha256(data))).toBe(dataSha256);
      expect(frame(data).length).toBe(frameLength);
      expect(toHex(sha256(frame(data)))).toBe(frameSha256);
    }
  });

  const { key, commit, plaintext } = vectors.envelope;
  const open = (envelope: string, more: object = {}) =>
    openEnvelope(nodeCiphers, { ...placeOf(vectors.envelope), ...more }, envelope, fromBase64(key), commit);

  test('[F1] an envelope made elsewhere opens', async () => {
    expect(await open(vectors.envelope.envelope)).toEqual({ ok: true, value: plaintext });
    for (const { envelope } of vectors.longerEnvelopes)
      expect(await open(envelope)).toEqual({ ok: true, value: plaintext });
  });

  test('[F1] what is sealed here is framed and encrypted as there', async () => {
    const fixed = [fromBase64(key), fromHex(vectors.envelope.nonce)];
    const ciphers = {
      ...nodeCiphers,
      random: () => fixed.shift() as Uint8Array,
      deflateRaw: async () => fromHex(vectors.envelope.deflated),
    };
    const sealed = await sealBallot(ciphers, placeOf(vectors.envelope), plaintext, []);
    expect(sealed.body.envelope).toBe(vectors.envelope.envelope);
    expect(sealed.body.commit).toBe(commit);
  });

  test('[F1] an envelope opens in no other place and with no other key', async () => {
    const { envelope, book, feed, seat, poll } = vectors.envelope;
    const other = (hex: string) => (hex.startsWith('0') ? `1${hex.slice(1)}` : `0${hex.slice(1)}`);
    for (const more of [
      { book: other(book) },
      { feed: other(feed) },
      { seq: 8 },
      { seat: other(seat) },
      { poll: other(poll) },
    ])
      expect(await open(envelope, more)).toMatchObject({ refusal: { code: 'envelope-broken' } });
    const wrong = fromBase64(vectors.shareCommits[0].share);
    expect(await openEnvelope(nodeCiphers, placeOf(vectors.envelope), envelope, wrong, commit)).toMatchObject({
      refusal: { code: 'key-mismatch' },
    });
  });

  const broken: [string, string][] = vectors.brokenEnvelopes.map((row: { why: string; envelope: string }) => [
    row.why,
    row.envelope,
  ]);
  const isLax = (why: string) => /padding|after the end|shorter than|power of two/.test(why);
  test.each(broken.filter(([why]) => !isLax(why)))(
    '[F23] an envelope opens to nothing where %s',
    async (_, envelope) => {
      expect(await open(envelope)).toMatchObject({ ok: false, refusal: { code: 'envelope-broken' } });
    },
  );
  test.each(broken.filter(([why]) => isLax(why)))(
    '[F23] an envelope opens to nothing where %s',
    async (_, envelope) => {
      expect(await open(envelope)).toMatchObject({ ok: false, refusal: { code: 'envelope-broken' } });
    },
  );

  test('[F1] shares wrapped elsewhere are opened by the holder, for this ballot and this holder only', async () => {
    for (const { wrapped, info, share } of vectors.wrappedShares) {
      expect(fromBase64(wrapped)).toHaveLength(80);
      expect(toBase64(await device.unwrap(fromBase64(wrapped), fromHex(info)))).toBe(share);
      await expect(device.unwrap(fromBase64(wrapped), fromHex(info).fill(0, -8))).rejects.toThrow();
    }
  });
});

describe('texts', () => {
  test('[F1] what a vote names is the hash of the very words', () => {
    for (const { text, hash } of vectors.textHashes) expect(textHash(sha256, text)).toBe(hash);
  });

  test('[F1] what a device signs to be bound', async () => {
    const { book, seat, key, kem, message, proof } = vectors.deviceProof;
    expect(toBase64(device.kem)).toBe(kem);
    expect(toHex(deviceProofMessage(book, seat, fromBase64(key), fromBase64(kem)))).toBe(message);
    expect(toBase64(await device.sign(fromHex(message)))).toBe(proof);
  });

  test('[F1] what is signed to pass the recording on', async () => {
    for (const { tag, message, signer, sig, ...over } of vectors.passings) {
      const made = tag === 'hoidong/takeover/1' ? takeoverMessage(over) : resumedMessage(over);
      expect(toHex(made), over.name).toBe(message);
      expect(await nodeVerify(fromBase64(signer), made, fromBase64(sig)), over.name).toBe(true);
    }
    expect(vectors.passings).toHaveLength(3);
  });

  test('[F1] canonical text sorts by UTF-16 code units', () => {
    expect(canonical(JSON.parse(vectors.canonical.json))).toBe(vectors.canonical.text);
  });

  const escaped = (text: string) =>
    JSON.stringify(text).replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
  const texts: [string, string][] = vectors.notCanonical.map((text: string) => [escaped(text), text]);
  const isLone = (text: string) => /\\ud[8-f]/i.test(text);
  const taken = (text: string): boolean => {
    try {
      return canonical(JSON.parse(text)) === text;
    } catch {
      return false;
    }
  };
  test.each(texts.filter(([, text]) => !isLone(text)))('[F1] is no canonical text: %s', (_, text) => {
    expect(taken(text)).toBe(false);
    const entry = { head: vectors.entries[2].head, body: text, bodyHash: '' as Hash, hash: '' as Hash };
    expect(readFact(entry)).toMatchObject({ ok: false, refusal: { code: 'body-malformed' } });
  });
  test.each(texts.filter(([, text]) => isLone(text)))('[F3] is no canonical text: %s', (_, text) => {
    expect(taken(text)).toBe(false);
  });

  test('[F1] the hash of a count', () => {
    const { texts: opened, hash } = vectors.countedHash;
    const ids = opened.map((_: string, at: number) => at.toString(16).padStart(64, '0'));
    const ballots = Object.fromEntries(ids.map((entry: string) => [entry, { entry, status: 'counted' }]));
    const sheets = new Map<string, OpenedBallot>(
      ids.map((entry: string, at: number) => [entry, { valid: false, code: 'x', text: opened[at] }]),
    );
    expect(countedHash(sha256, { ballots } as unknown as Poll, sheets)).toBe(hash);
  });
});

test('[F1] the keys of the vectors are what node:crypto makes of their secrets', () => {
  const key = createPrivateKey({
    key: Buffer.from(fromBase64(pkcs8('ed25519', vectors.device.ed25519Seed))),
    type: 'pkcs8',
    format: 'der',
  });
  expect(createPublicKey(key).export({ format: 'jwk' }).x).toBe(vectors.device.key);
});
