// Opening: every machine that opens a ballot sees the same ballot, or none, whichever key or share came first.
import { expect, test } from 'vitest';
import { toBase64 } from '../../../shared/base/bytes.ts';
import type { Hash } from '../../../shared/base/ids.ts';
import { draftErrors, readBallot } from '../../../shared/book/ballot.ts';
import { shareCommit } from '../../../shared/book/decide-ballot.ts';
import type { Poll, State } from '../../../shared/book/state.ts';
import { countedHash, openBallots } from '../../../shared/seal/open-ballots.ts';
import { NOTHING_OPENED } from '../../../shared/seal/opened.ts';
import { frame } from '../../../shared/seal/seal-ballot.ts';
import { setOf } from '../results/given.ts';
import {
  admit,
  cast,
  closeRound,
  council,
  deviceOf,
  fixed,
  nodeCiphers,
  openPoll,
  POLL,
  release,
  revealed,
  rule,
  SALT,
  say,
  sha256,
  stateOf,
} from './given.ts';

const item = { mark: 'met' } as const;
const items = { c0: item, c1: item };
const honest = `{"_salt":"${SALT}","items":${JSON.stringify(items)},"poll":"${POLL}"}`;

test('a ballot as we write it is read', () => {
  expect(readBallot(honest, POLL)).toMatchObject({ ok: true });
});

test.each([
  ['a member twice', honest.replace('"items":', `"items":{"c0":{"mark":"not-met"}},"items":`)],
  ['white space', honest.replace(',', ', ')],
  ['a seat', honest.replace('}}', '}},"seat":"x"')],
  ['a prototype', honest.replace('{"c0"', '{"__proto__":{"mark":"met","remark":"ẩn"},"c0"')],
  ['a salt of another length', honest.replace(SALT, 'A')],
  [
    'a page number in another spelling',
    honest.replace(
      '"mark":"met"',
      `"cites":[{"evidence":"${POLL}","page":1e0,"sha256":"${'a'.repeat(64)}"}],"mark":"met"`,
    ),
  ],
  [
    'a citation with more in it',
    honest.replace(
      '"mark":"met"',
      `"cites":[{"evidence":"${POLL}","more":"x","sha256":"${'a'.repeat(64)}"}],"mark":"met"`,
    ),
  ],
  ['half a surrogate pair', honest.replace('"mark":"met"', '"mark":"met","remark":"\\ud800"')],
])('[F19] an opened ballot has one reading: refused with %s', (_, text) => {
  expect(text).not.toBe(honest);
  expect(readBallot(text, POLL)).toMatchObject({ ok: false });
});

test('[F19] whether a ballot is valid does not depend on the version of Unicode', () => {
  // Composed differently before and after Unicode 16 (U+16D68 came with it): one machine would count it, another not.
  const text = honest.replace('"mark":"met"', '"mark":"met","remark":"\u{16d67}\u{16d67}"');
  expect(readBallot(text, POLL)).toMatchObject({ ok: true });
});

test('[F19] marks are asked for even where a criterion is called like something every object has', () => {
  const set = setOf('p');
  const named = {
    ...set,
    groups: set.groups.map((group) => ({
      ...group,
      criteria: group.criteria.map((one) => ({ ...one, id: 'constructor' })),
    })),
  };
  expect(draftErrors(named, { items: {} })).toMatchObject([{ code: 'mark-missing' }]);
});

/** A ballot of An whose shares have right commitments and do not make the key. */
async function falseShares() {
  const session = openPoll(council());
  const probe = await cast(session, 'bình');
  admit(session, 'bình');
  const state = stateOf(session);
  const { holders } = state.polls[POLL] as Poll;
  const own = [fixed('one', 32), fixed('two', 32)];
  const shares = holders.slice(0, 2).map((holder, index) => ({
    holder,
    key: toBase64(deviceOf(index === 0 ? 'chair' : 'secretary').kem),
    wrapped: 'A'.repeat(107),
    commit: shareCommit(sha256, own[index] as Uint8Array) as Hash,
  }));
  const bad = await cast(session, 'an', { shares });
  admit(session, 'an');
  closeRound(session, [probe, bad]);
  rule(session, 'revealed', { poll: POLL });
  release(session, probe);
  admit(session, 'bình');
  for (const [index, name] of ['chair', 'secretary'].entries()) {
    say(session, name, 'share-released', { poll: POLL, ballot: bad.entry, share: toBase64(own[index] as Uint8Array) });
    admit(session, name);
  }
  return { session, bad };
}

test('[F20] shares that do not make the key open nothing, so that a late key does not change a count', async () => {
  const { session, bad } = await falseShares();
  const before = await openBallots(nodeCiphers, stateOf(session), session.book);
  release(session, bad);
  admit(session, 'an');
  const after = await openBallots(nodeCiphers, stateOf(session), session.book, before);
  const fresh = await openBallots(nodeCiphers, stateOf(session), session.book);
  expect(after).toEqual(fresh);
  expect(before.size).toBe(0);
});

test('[F20] a count waits for keys that fit', async () => {
  const { session } = await falseShares();
  const { decideRuling } = await import('../../../shared/book/decide-ruling.ts');
  const refused = decideRuling(
    stateOf(session),
    { kind: 'counted', body: { poll: POLL, sha256: 'a'.repeat(64) as Hash } },
    sha256,
  );
  expect(refused).toMatchObject({ code: 'keys-missing' });
});

test('[F21] the hash of a count is checked by whoever opens the ballots', async () => {
  const { session, casts } = await revealed();
  for (const one of casts) {
    release(session, one);
    admit(session, one.name);
  }
  const { countFaults } = (await import('../../../shared/seal/open-ballots.ts')) as unknown as {
    countFaults: (sha: unknown, state: State, opened: unknown) => readonly { code: string }[];
  };
  rule(session, 'counted', { poll: POLL, sha256: 'ab'.repeat(32) as Hash });
  const state = stateOf(session);
  const opened = await openBallots(nodeCiphers, state, session.book);
  expect(opened.size).toBe(casts.length);
  expect(countFaults(sha256, state, opened)).toMatchObject([{ code: 'count-differs' }]);
});

test('[F21] a count is hashed only when everything counted is opened', async () => {
  const { session } = await revealed();
  const poll = stateOf(session).polls[POLL] as Poll;
  expect(() => countedHash(sha256, poll, NOTHING_OPENED)).toThrow();
});

test('[F22] the length of an envelope does not tell one mark from another', async () => {
  const lengths = new Set<number>();
  const set = setOf('p'.repeat(144));
  for (const mark of ['met', 'not-met'] as const)
    for (let odd = 0; odd < 4; odd++) {
      const marks = Object.fromEntries(
        set.groups.flatMap(({ criteria }) =>
          criteria.map(({ id }, at) => [id, { mark: at % 5 === odd ? 'met' : mark }]),
        ),
      );
      const packed = await nodeCiphers.deflateRaw(
        new TextEncoder().encode(JSON.stringify({ _salt: SALT, items: marks, poll: POLL })),
      );
      lengths.add(frame(packed).length);
    }
  expect([...lengths]).toEqual([4_096]);
});
