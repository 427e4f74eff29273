// Nothing of a mark or a remark is anywhere but with its author before its round is counted; then all see the same.
import { expect, test } from 'vitest';
import { checkpointOf } from '../../electron/host/checkpoint.ts';
import type { Item } from '../../shared/book/ballot.ts';
import type { Client } from '../../shared/contract/client.ts';
import type { ViewName } from '../../shared/contract/views.ts';
import {
  concluding,
  counted,
  deskCast,
  inRound,
  joinAs,
  pageCast,
  pageNo,
  seatNo,
  sessionOf,
  sheet,
  stateOf,
} from './host-meeting.ts';
import { CRITERIA, clientTo, codeOf, deskOf, granted, type Room, room, type Said, seen } from './host-room.ts';
import { releaseAs, type Sealed, stateAs } from './host-seat.ts';
import { tracesIn, tracesInFiles, tracesInTables } from './leak-traces.ts';

const remark = (number: number) => `HƯƠU-CAO-CỔ-7431-${number}`;
const reason = (number: number) => `NGOÀI PHẠM VI ${number}-5520`;
const comment = (number: number) => `TÊ-GIÁC-${number}-9968`;
/** Every sheet another; p2 is not applicable, with a reason. */
const plantedSheet = (number: number): Record<string, Item> => ({
  ...sheet(number % 2 === 0 ? 'not-met' : 'met', remark(number)),
  p2: { mark: 'not-applicable', reason: reason(number) },
});
const secretsOf = (numbers: readonly number[]) =>
  new Map(
    numbers.flatMap(
      (number) =>
        [
          [`remark ${number}`, remark(number)],
          [`reason ${number}`, reason(number)],
          [`comment ${number}`, comment(number)],
        ] as const,
    ),
  );
/** Words that only a sheet has; `"mark"` is a member of every item. */
const MARKS = ['"mark"', '"not-applicable"', '"not-met"', '"insufficient"', '\\"mark\\"'];

const VIEWS = ['session', 'criteria', 'results', 'minutes', 'log'] satisfies ViewName[];
/** Watches all that a link may watch for as long as it lives, so that every push is written down. */
const watchAll = (client: Client, book: string, more: readonly ViewName[] = []) => {
  for (const view of [...VIEWS, ...more]) client.watch(view as 'session', { book }, () => undefined);
};
const settled = async () => await new Promise((done) => setTimeout(done, 20));

/** Texts but the author's own saving, and its own draft on its own link. */
function overheard(said: readonly Said[]): readonly Said[] {
  const drafts = new Set(
    said
      .filter(({ way, text }) => way === 'up' && text.includes('"view":"draft"'))
      .map(({ link, text }) => `${link} ${JSON.parse(text).watch}`),
  );
  return said.filter(({ link, way, text }) =>
    way === 'up' ? !/"call":"draft\.(save|comment)"/.test(text) : !drafts.has(`${link} ${JSON.parse(text).watch}`),
  );
}

const told = (at: Room, numbers: readonly number[]): string[] => {
  const secrets = secretsOf(numbers);
  const inTexts = overheard(at.said).flatMap(({ link, way, text }) => [
    ...tracesIn(text, secrets).map((name) => `${link} ${way}: ${name}`),
    ...MARKS.filter((word) => text.includes(word)).map((word) => `${link} ${way}: ${word} in ${text.slice(0, 200)}`),
  ]);
  return [...inTexts, ...at.log.flatMap((line) => tracesIn(line, secrets).map((name) => `log: ${name}`))];
};

/** A round with everybody's sheet planted and cast; the desk saves its own on a link of its own. */
async function planted() {
  const at = await room();
  const { meeting, poll } = await inRound(at);
  const { book, desk } = meeting;
  const observer = await joinAs(meeting, 6);
  for (const page of [...meeting.pages.values(), observer]) watchAll(page.client, book);
  watchAll(desk, book);
  desk.watch('home', {}, () => undefined);
  const author = await deskOf(at, 'author');
  watchAll(author, book);
  author.watch('draft', { book, poll }, () => undefined);
  const save = async (items: Readonly<Record<string, object>>) => {
    for (const [criterion, item] of Object.entries(items))
      granted(await author.call('draft.save', { book, poll, criterion, item }));
  };
  await save({ p1: { mark: 'insufficient', remark: remark(1) } });
  expect(codeOf(await author.call('ballot.cast', { book, poll }))).toBe('mark-insufficient');
  await save(plantedSheet(1));
  granted(await author.call('draft.comment', { book, poll, comment: comment(1) }));
  granted(await author.call('presence.report', { book, poll, marked: 4 }));
  granted(await author.call('ballot.cast', { book, poll }));
  granted(await author.call('ballot.reopen', { book, poll, reason: 'evidence' }));
  granted(await author.call('ballot.cast', { book, poll }));
  const casts = new Map<number, Sealed>();
  for (const number of [0, 3, 4, 5]) {
    granted(await pageNo(meeting, number).client.call('presence.report', { book, poll, marked: number }));
    casts.set(number, await pageCast(meeting, number, poll, plantedSheet(number), comment(number)));
  }
  // What is refused is not said either.
  expect((await pageCast(meeting, 3, poll, plantedSheet(3), comment(3))).code).toBe('ballot-standing');
  for (const [name, input] of [
    ['blob.open', { book, sha256: 'ab'.repeat(32) }],
    ['draft.save', { book, poll: 'x', criterion: 'p1', item: {} }],
    ['no.such', {}],
  ] as const)
    expect(codeOf(await pageNo(meeting, 3).client.call(name as 'blob.open', input as never))).not.toBe('ok');
  await settled();
  return { at, meeting, poll, casts, author };
}
const ALL = [0, 1, 3, 4, 5] as const;
const PAGES = [0, 3, 4, 5] as const;

test('[L1] before a round is counted no link carries a mark or a remark but the author\u2019s own', async () => {
  const { at, meeting, poll, casts } = await planted();
  const { desk, book } = meeting;
  expect(told(at, ALL)).toEqual([]);
  granted(await desk.call('round.close', { book, poll }));
  await settled();
  expect(told(at, ALL)).toEqual([]);
  granted(await desk.call('round.reveal', { book, poll }));
  for (const number of [0, 3, 4])
    expect(await releaseAs(pageNo(meeting, number), casts.get(number) as Sealed)).toBe('ok');
  await settled();
  // Every key but one is out: still nothing.
  expect(stateOf(meeting).polls[poll]?.step).toBe('revealed');
  expect(told(at, ALL)).toEqual([]);
  expect(at.said.length).toBeGreaterThan(300);
});

test('[L1] the listening finds what is there: a planted word on any link is heard', async () => {
  const { at, meeting, poll, author } = await planted();
  await seen(author, 'draft', { book: meeting.book, poll });
  const before = told(at, ALL);
  const everything = at.said.filter(({ text }) => tracesIn(text, secretsOf(ALL)).length > 0);
  expect(before).toEqual([]);
  expect(everything.some(({ way, link }) => way === 'up' && link === 'author')).toBe(true);
  expect(everything.some(({ way, link }) => way === 'down' && link === 'author')).toBe(true);
  at.said.push({
    link: 'seat 3',
    way: 'down',
    text: `{"id":1,"value":{"x":"${Buffer.from(`..${remark(1)}..`).toString('base64url')}"}}`,
  });
  expect(told(at, ALL)).toEqual(['seat 3 down: remark 1']);
});

test('[L2] after it is counted everybody sees the same, and all of it', async () => {
  const { meeting, poll, casts } = await planted();
  const { desk, book } = meeting;
  granted(await desk.call('round.reveal', { book, poll }));
  for (const [number, sealed] of casts) expect(await releaseAs(pageNo(meeting, number), sealed)).toBe('ok');
  const shown = await seen(desk, 'results', { book });
  expect(tracesIn(JSON.stringify(shown), secretsOf(ALL)).sort()).toEqual([...secretsOf(ALL).keys()].sort());
  for (const page of meeting.pages.values()) expect(await seen(page.client, 'results', { book })).toEqual(shown);
  expect(shown.platforms[0]?.sheets.map(({ seat, items }) => [seat, items['p1']?.mark])).toEqual(
    ALL.map((number) => [seatNo(meeting, number), number % 2 === 0 ? 'not-met' : 'met']),
  );
});

test('[L3] no file of the host holds a page\u2019s mark, remark or key, the write-ahead files included', async () => {
  const { at, meeting, casts, poll } = await planted();
  const keys = new Map([...casts].map(([number, { key }]) => [`key ${number}`, key] as const));
  const secrets = new Map<string, string | Uint8Array>([...secretsOf(PAGES), ...keys]);
  expect(tracesInFiles(at.folder, secrets)).toEqual([]);
  granted(await meeting.desk.call('round.reveal', { book: meeting.book, poll }));
  expect(tracesInFiles(at.folder, secrets)).toEqual([]);
  await at.headless.close();
  expect(tracesInFiles(at.folder, secrets)).toEqual([]);
});

test('[L3] what the desk\u2019s own seat wrote is in its draft rows and in no other row; its key in the key file only', async () => {
  const { at, meeting, poll } = await planted();
  expect(tracesInTables(at.folder, secretsOf([1]))).toEqual([
    'drafts: comment 1',
    'drafts: reason 1',
    'drafts: remark 1',
  ]);
  const commits = Object.values(stateOf(meeting).polls[poll]?.ballots ?? {})
    .filter(({ seat }) => seat === seatNo(meeting, 1))
    .map(({ commit }) => commit);
  expect(commits).toHaveLength(2);
  for (const commit of commits) {
    const key = (await at.headless.store.readKey('ballot', commit)) as Uint8Array;
    expect(tracesInTables(at.folder, new Map([['key', key]]))).toEqual(['keys: key']);
    expect(tracesInFiles(at.folder, new Map([['key', key]])).every((trace) => trace.startsWith('keys.db'))).toBe(true);
  }
});

test('[L4] the state, its checkpoint and what a page may read of the book hold nothing of a sealed sheet', async () => {
  const { at, meeting } = await planted();
  const live = at.headless.host.desk.books.peek(meeting.book);
  if (live === undefined) throw new Error('not open');
  const checkpoint = checkpointOf(at.headless.host.desk.around, live)?.text ?? '';
  expect(checkpoint.length).toBeGreaterThan(1_000);
  const { client, book } = pageNo(meeting, 3);
  const { run } = granted(await client.call('recording.read', { book, from: 1 }));
  for (const text of [checkpoint, JSON.stringify(live.state), JSON.stringify([...live.opened]), JSON.stringify(run)]) {
    expect(tracesIn(text, secretsOf(ALL))).toEqual([]);
    expect(MARKS.filter((word) => text.includes(word))).toEqual([]);
  }
});

test('[L5] a fault in the middle of casting says nothing of what was cast: neither log, nor answer, nor view', async () => {
  const words = [
    new Error(`one line ${remark(1)}`),
    new Error(`first\n${remark(1)}\n    at ${remark(1)} (/x.ts:1:1)\n${comment(1)}`),
    Object.assign(new Error('named'), { name: remark(1) }),
    Object.assign(new Error('before'), { message: remark(1) }),
    new Error('outer', { cause: new Error(remark(1)) }),
    new AggregateError([new Error(remark(1))], comment(1)),
    remark(1),
    { toString: () => remark(1), code: remark(1) },
    null,
  ];
  const at = await room();
  const { append } = at.headless.store;
  for (const [number, thrown] of words.entries()) {
    const { meeting, poll } = await inRound(at);
    const { book } = meeting;
    for (const page of meeting.pages.values()) watchAll(page.client, book);
    const author = await deskOf(at, 'author');
    watchAll(author, book);
    for (const [criterion, item] of Object.entries(plantedSheet(1)))
      granted(await author.call('draft.save', { book, poll, criterion, item: item as never }));
    Object.assign(at.headless.store, {
      append: async () => {
        throw thrown;
      },
    });
    expect(codeOf(await author.call('ballot.cast', { book, poll }))).toBe('fault');
    Object.assign(at.headless.store, { append });
    await settled();
    expect(at.log.filter((line) => line.startsWith('error fault'))).toHaveLength(number + 1);
    expect(told(at, ALL), String(at.log)).toEqual([]);
    at.said.length = 0;
    expect((await sessionOf(meeting)).readOnly?.code).toBe('fault');
  }
});

test('[L6] a short and a long remark are sealed to one size, and so is what goes over the link', async () => {
  const { meeting, poll } = await inRound(await room());
  const { said } = meeting.at;
  const long = Array.from({ length: 60 }, (_, at) => `câu ${at * 7919}`).join(' ');
  await pageCast(meeting, 3, poll, sheet('met'));
  await pageCast(meeting, 4, poll, sheet('not-met', long), long.slice(0, 400));
  await deskCast(meeting, poll, sheet('not-met', 'ngắn'));
  const bodies = (await meeting.at.headless.store.readBook(meeting.book as never)).flatMap(({ entries }) =>
    entries.flatMap(({ body }) => (body?.includes('"envelope"') ? [body] : [])),
  );
  const envelopes = bodies.map((body) => (JSON.parse(body) as { envelope: string }).envelope);
  // nonce 12, frame 4096, tag 16, in base64url
  expect(envelopes.map((envelope) => envelope.length)).toEqual(
    [3, 4, 1].map(() => Math.ceil(((12 + 4_096 + 16) * 4) / 3)),
  );
  const sent = said
    .filter(({ text }) => text.includes('\\"envelope\\"'))
    .map(({ text }) => text.replace(/"id":\d+/, '').length);
  expect(new Set(sent).size).toBe(1);
});

test('[L7] progress is a number and nothing else, and only while the round is open', async () => {
  const { meeting, poll } = await planted();
  const { desk, book } = meeting;
  const marked = async () => (await sessionOf(meeting)).polls[0]?.sheets.map((one) => one.marked);
  expect(await marked()).toEqual([0, 4, undefined, 3, 4, 5]);
  for (const wrong of ['met', 1.5, -1, [1], { p1: 'met' }])
    expect(
      codeOf(await pageNo(meeting, 3).client.call('presence.report', { book, poll, marked: wrong as number })),
    ).toBe('bad-input');
  granted(await desk.call('round.close', { book, poll }));
  expect(await marked()).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
});

test('[L8] how a member votes on a conclusion is not said before the vote is closed', async () => {
  const at = await room();
  const { meeting, poll } = await inRound(at);
  await counted(meeting, poll);
  const { desk, book } = meeting;
  const { poll: vote, about } = await concluding(meeting);
  for (const page of meeting.pages.values()) watchAll(page.client, book);
  at.said.length = 0;
  expect(
    (
      await stateAs(pageNo(meeting, 3), {
        kind: 'vote-cast',
        body: { poll: vote, about: about as never, choice: 'disagree' },
      })
    ).code,
  ).toBe('ok');
  granted(await desk.call('vote.cast', { book, poll: vote, about, choice: 'abstain' }));
  await settled();
  const heard = () => at.said.filter(({ way, text }) => way === 'down' && /"choice"|"(disagree|abstain)"/.test(text));
  expect(heard()).toEqual([]);
  granted(await desk.call('conclusion.vote.close', { book, poll: vote }));
  await settled();
  expect(new Set(heard().map(({ link }) => link))).toEqual(new Set(['seat 0', 'seat 3', 'seat 4', 'seat 5']));
});

test('[L9] a stranger hears nothing of a book, whether it is there or not', async () => {
  const { at, meeting } = await planted();
  at.said.length = 0;
  const stranger = clientTo(at, 'stranger');
  const answers: string[] = [];
  for (const book of [meeting.book, 'ab'.repeat(32)]) {
    for (const view of VIEWS)
      stranger.watch(view as 'session', { book }, (value) => answers.push(JSON.stringify(value)));
    answers.push(
      JSON.stringify(await stranger.call('seat.return', { book, key: pageNo(meeting, 3).key, sig: 'A'.repeat(86) })),
    );
  }
  await settled();
  const [there, none] = [answers.slice(0, 6), answers.slice(6)];
  expect([...there].sort()).toEqual([...none].sort());
  expect(CRITERIA.some((id) => answers.join().includes(`"${id}"`))).toBe(false);
});
