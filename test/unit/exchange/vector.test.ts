// The version vector: small, exact, and unclear only where it says so.
import { expect, test } from 'vitest';
import { compareVector, markOf, writeVector } from '../../../electron/exchange/vector.ts';
import { nodeCiphers } from '../../../electron/seal/node-ciphers.ts';
import type { FeedId, Hash } from '../../../shared/base/ids.ts';
import type { HeadRef } from '../../../shared/book/head.ts';
import { type Random, seeded } from '../../helpers/seed.ts';

const { sha256 } = nodeCiphers;
const hex = (random: Random, length: number) => Buffer.from(random.bytes(length)).toString('hex');
const head = (random: Random, seq = random.integer(1, 5_000)): HeadRef => ({
  feed: hex(random, 16) as FeedId,
  seq,
  hash: hex(random, 32) as Hash,
});

test('[XC5] the question of a hundred feeds fits 2 KB, as it goes over the wire', () => {
  const random = seeded('vector size');
  const heads = Array.from({ length: 100 }, () => head(random));
  const text = `.${JSON.stringify({ have: 0, vector: writeVector(heads, sha256) })}`;
  expect(text.length).toBeLessThanOrEqual(2_048);
});

test('[XC5] what the other side has of each feed is read exactly, and what is not here is counted', () => {
  const random = seeded('vector compare');
  for (let round = 0; round < 50; round++) {
    const shared = Array.from({ length: random.integer(0, 30) }, () => head(random));
    const theirs = [
      ...shared.map((each) =>
        random.chance(50) ? each : { ...each, seq: random.integer(1, 5_000), hash: hex(random, 32) as Hash },
      ),
    ];
    const extra = Array.from({ length: random.integer(0, 5) }, () => head(random));
    const given = writeVector(random.shuffle([...theirs, ...extra]), sha256, { isWide: random.chance(30) });
    const compared = compareVector(given, random.shuffle(shared), sha256);
    expect(compared?.unknown).toBe(extra.reduce((sum, { seq }) => sum + seq, 0));
    expect(Object.fromEntries(compared?.theirs ?? [])).toEqual(
      Object.fromEntries(theirs.map(({ feed, seq, hash }) => [feed, { seq, mark: markOf(hash) }])),
    );
    expect(compared?.isUnclear).toBe(false);
  }
});

test('[XC5] the same number with another hash is seen at once', () => {
  const random = seeded('vector fork');
  const own = [head(random), head(random), head(random)];
  const other = own.map((each, at) => (at === 1 ? { ...each, hash: hex(random, 32) as Hash } : each));
  expect(compareVector(writeVector(other, sha256), own, sha256)?.differ).toEqual([own[1]?.feed]);
});

test('[XC5] feeds whose ids begin alike are told apart, at home by more bytes and abroad by asking', () => {
  const random = seeded('vector alike');
  const one = head(random);
  const alike = { ...head(random, one.seq), feed: `${one.feed.slice(0, 16)}${hex(random, 8)}` as FeedId };
  expect(writeVector([one, alike], sha256).width).toBe(9);
  // Both sides hold one feed that looks like the other's at the width of the question.
  const equal = { ...alike, hash: `${one.hash.slice(0, 16)}${hex(random, 24)}` as Hash };
  const asked = writeVector([equal], sha256);
  expect(compareVector(asked, [one], sha256)).toMatchObject({ isUnclear: true });
  const wide = compareVector(writeVector([equal], sha256, { isWide: true }), [one], sha256);
  expect(wide).toMatchObject({ isUnclear: false, unknown: one.seq });
  // A width at which two of ours begin alike says nothing of either.
  expect(compareVector(writeVector([one], sha256), [one, alike], sha256)?.isUnclear).toBe(true);
});

test('[XC5] what is no vector is none', () => {
  const random = seeded('vector nonsense');
  const own = [head(random)];
  const good = writeVector(own, sha256);
  for (const feeds of ['A', good.feeds.slice(0, -2), `${good.feeds}AAAA`, '_'.repeat(40), 'AAAAAAAAAAAAAAAAAAAA'])
    expect(compareVector({ ...good, feeds }, own, sha256), feeds).toBeUndefined();
  for (let round = 0; round < 500; round++) {
    const feeds = Buffer.from(random.bytes(random.integer(0, 60))).toString('base64url');
    expect(() => compareVector({ ...good, feeds, width: random.integer(4, 16) }, own, sha256)).not.toThrow();
  }
});
