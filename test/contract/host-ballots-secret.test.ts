// Secret ballots in a proof extract: their texts without their names, recounted by anybody, and every forgery found out.
import { expect, test } from 'vitest';
import type { LiveBook } from '../../electron/host/live-book.ts';
import { recount } from '../../electron/proof/recount.ts';
import { nodeCiphers, nodeSha256 } from '../../electron/seal/node-ciphers.ts';
import { nodeVerify } from '../../electron/seal/node-keys.ts';
import type { Item } from '../../shared/book/ballot.ts';
import type { SecretText } from '../../shared/book/book.ts';
import { type Extract, extractOf, readExtract, wholeBook } from '../../shared/book/extract.ts';
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import { EMPTY_PROSE, minutesOf } from '../../shared/minutes/minutes-of.ts';
import { pollResult } from '../../shared/results/session-result.ts';
import { openBallots, secretTexts } from '../../shared/seal/open-ballots.ts';
import { deskCast, inRound, openRound, pageCast, pageNo, sheet, stateOf } from './host-meeting.ts';
import { formOf, granted, room } from './host-room.ts';
import { releaseAs, type Sealed } from './host-seat.ts';

const worded = ({ code }: { readonly code: string }) => ({ vi: code, en: code });
const heads = ({ book }: LiveBook) =>
  [...book.feeds.values()].map(({ feed, entries }) => ({
    feed,
    seq: entries.length,
    hash: entries.at(-1)?.hash as never,
  }));

/** Two secret rounds; in the second seat 3 changes a mark and gives no reason, so its ballot is invalid. */
async function secretMeeting(secrecy: 'secret' | 'blind' = 'secret') {
  const rules = { ...DEFAULT_RULES, secrecy, individualSheets: false };
  const { meeting, poll } = await inRound(await room(), formOf({ rules }));
  const round = async (id: string, of: (number: number) => Record<string, Item>) => {
    const casts: (readonly [number, Sealed])[] = [];
    for (const number of [0, 3, 4, 5]) casts.push([number, await pageCast(meeting, number, id, of(number))]);
    await deskCast(meeting, id, of(1));
    granted(await meeting.desk.call('round.reveal', { book: meeting.book, poll: id }));
    for (const [number, sealed] of casts) expect(await releaseAs(pageNo(meeting, number), sealed)).toBe('ok');
    expect(stateOf(meeting).polls[id]?.step).toBe('counted');
  };
  await round(poll, (number) => sheet(number === 4 ? 'not-met' : 'met', `lời ${number}`));
  const second = await openRound(meeting);
  await round(second, (number) => sheet(number === 3 || number === 4 ? 'not-met' : 'met', `lời ${number}`));
  const live = meeting.at.headless.host.desk.books.peek(meeting.book) as LiveBook;
  return { live, poll, second, extract: extractOf(live.book, heads(live), secretTexts(live.state, live.opened)) };
}

/** What a check of an extract comes to: the code of what it refuses, or what is broken, or `holds`. */
async function judged(extract: unknown): Promise<string> {
  const book = await readExtract(JSON.stringify(extract), nodeSha256, nodeVerify);
  if (!book.ok) return book.refusal.code;
  const found = await recount(book.value, worded);
  return found?.findings.find(({ level }) => level === 'broken')?.en ?? 'holds';
}

let whole: Awaited<ReturnType<typeof secretMeeting>>;
const given = async () => {
  whole ??= await secretMeeting();
  return whole;
};
const forged = (extract: Extract, poll: string, change: (texts: readonly SecretText[]) => readonly SecretText[]) => ({
  ...extract,
  secret: extract.secret?.map((each) => (each.poll === poll ? { poll, ballots: change(each.ballots) } : each)),
});
const sorted = (texts: readonly SecretText[]) => [...texts].sort((a, b) => (a.text < b.text ? -1 : 1));

test('[BA3] an extract recounts secret ballots to the same result and carries nothing that gives a ballot its name', async () => {
  const { live, poll, second, extract } = await given();
  expect(await judged(extract)).toBe('holds');
  const text = JSON.stringify(extract);
  const keys = Object.values(live.state.polls).flatMap(({ ballots }) => Object.values(ballots).map(({ key }) => key));
  expect(keys).toHaveLength(10);
  for (const key of keys) expect(text.includes(key ?? '?')).toBe(false);
  expect(JSON.stringify(wholeBook(live.book)).includes(keys[0] ?? '?')).toBe(true);

  const book = granted(await readExtract(text, nodeSha256, nodeVerify));
  const found = await recount(book, worded);
  if (found === undefined) throw new Error('not recounted');
  for (const id of [poll, second]) {
    const before = live.state.polls[id] as never;
    expect(pollResult(found.state, found.opened, found.state.polls[id] as never)).toEqual(
      pollResult(live.state, live.opened, before),
    );
  }
  expect(pollResult(found.state, found.opened, found.state.polls[second] as never)).toMatchObject({
    valid: 4,
    invalid: 1,
  });
  expect(found.findings.some(({ level, en }) => level === 'note' && en.includes('authorship'))).toBe(true);
  // And so every word of the minutes comes again from the extract alone.
  const prose = EMPTY_PROSE;
  expect(minutesOf({ state: found.state, opened: found.opened, prose })).toEqual(
    minutesOf({ state: live.state, opened: live.opened, prose }),
  );
  // By the order of the texts, which begin with their salt: not by seat, feed or time.
  const texts = extract.secret?.find((each) => each.poll === poll)?.ballots ?? [];
  expect(texts.map((each) => each.text)).toEqual([...texts.map((each) => each.text)].sort());
});

test('[BA3] a text that is changed, added, left out, doubled or moved to another poll is found out', async () => {
  const { poll, second, extract } = await given();
  const change = async (make: (texts: readonly SecretText[]) => readonly SecretText[]) =>
    await judged(forged(extract, poll, make));
  const DIFFER = 'The opened ballots differ from those counted in the meeting.';
  const UNOPENED = 'There are counted ballots that cannot be opened.';
  const turned = (text: string) => text.replaceAll('"not-met"', '"met"');
  expect(await change((texts) => sorted(texts.map((each) => ({ ...each, text: turned(each.text) }))))).toBe(DIFFER);
  expect(await change((texts) => texts.slice(1))).toBe(UNOPENED);
  expect(await change((texts) => sorted([...texts, ...texts.slice(0, 1)]))).toBe(UNOPENED);
  expect(await change((texts) => sorted([...texts.slice(1), ...texts.slice(1, 2)]))).toBe(DIFFER);
  expect(await change((texts) => [...texts].reverse())).toBe('extract-malformed');
  // A valid ballot called invalid, or an invalid one called valid.
  expect(await change((texts) => texts.map((each) => ({ ...each, code: 'mark-missing' })))).toBe(UNOPENED);
  expect(await change((texts) => texts.map((each) => ({ ...each, code: 'change-reason-missing' })))).toBe(UNOPENED);
  const other = extract.secret?.find((each) => each.poll === second)?.ballots ?? [];
  expect(await change(() => other)).toBe(UNOPENED);
  expect(await judged({ ...extract, secret: [...(extract.secret ?? []), ...(extract.secret ?? [])] })).toBe(
    'extract-malformed',
  );
  expect(await judged({ ...extract, secret: [] })).not.toBe('holds');
  const { secret: _, ...bare } = extract;
  expect(await judged(bare)).not.toBe('holds');
});

test('[BA3] a key held back of a poll that is not secret is found out, also beside texts', async () => {
  const { live, poll, second, extract } = await secretMeeting('blind');
  expect(extract.secret).toBeUndefined();
  expect(await judged(extract)).toBe('holds');
  const without = {
    ...extract,
    feeds: extract.feeds.map((run) => ({
      ...run,
      entries: run.entries.map((entry, at) => {
        const { bodyHash } = live.book.feeds.get(run.feed as never)?.entries[at] ?? {};
        return entry.head.includes('"key-released"') ? { head: entry.head, bodyHash } : entry;
      }),
    })),
  };
  expect(await judged(without)).not.toBe('holds');
  const texts = [poll, second].sort().map((id) => ({
    poll: id,
    ballots: sorted(
      Object.values(live.state.polls[id]?.ballots ?? {}).map(({ entry }) => ({
        text: live.opened.get(entry)?.text ?? '',
      })),
    ),
  }));
  expect(await judged({ ...without, secret: texts })).not.toBe('holds');
  expect(await judged({ ...without, secret: [] })).not.toBe('holds');
  // Texts of a poll that was not secret belong to nothing, though the keys are there.
  expect(await judged({ ...extract, secret: texts })).toContain('not secret');
});

test('[BA3] outside an extract nobody holds a key back: the fold stops', async () => {
  const { live, extract } = await given();
  const { secret: _, ...bare } = extract;
  const book = granted(await readExtract(JSON.stringify(bare), nodeSha256, nodeVerify));
  const found = await recount(book, worded);
  expect(found?.state.readOnly?.code).toBe('body-withheld');
  expect((await openBallots(nodeCiphers, live.state, live.book)).size).toBe(10);
});
