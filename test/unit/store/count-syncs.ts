// Saves in several ways, with a mark before and after each that a system-call tracer sees.
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openStore } from '../../../electron/store/open-store.ts';
import { bookOf, feedOf, granted, runOf, worker } from './samples.ts';

const [, , folder = '', mode = 'worker'] = process.argv;
const opened = async (idleMs: number) =>
  granted(await openStore({ folder, worker, idleMs, mode: mode === 'inline' ? 'inline' : 'worker' }));
const marks = openSync(join(folder, 'marks'), 'w');
const book = bookOf('syncs');

async function marked(name: string, save: () => Promise<unknown>): Promise<void> {
  writeSync(marks, `<${name}>`);
  await save();
  writeSync(marks, '</>');
}

// No checkpoint of its own accord: its syncs belong to no save.
let store = await opened(3_600_000);
// A new text each time: the same one again changes nothing, and SQLite then rightly syncs nothing.
let saves = 0;
const draft = (n: number) => store.saveDraft(book, 'seat', 'poll', `item ${n}`, `Đạt, lần ${saves++}`);
// Below the length that calls for a checkpoint at once, whose own syncs would be counted.
const LINES = 60;
const small = runOf({ feed: feedOf('small'), bodies: ['Phiếu'] });
const bulk = runOf({
  feed: feedOf('bulk'),
  bodies: Array.from({ length: LINES }, (_, n) => `${n}`.padEnd(22_000, '.')),
});

await marked('first draft', () => draft(1));
await marked('entry', () =>
  store.append(book, [small], { card: 'thẻ', ownFeeds: [{ feed: small.feed, text: 'của ta' }] }),
);
await marked('bulk', () => store.append(book, [bulk]));
await marked('draft after a bulk', () => draft(3));
await marked('fifty drafts at once', () => Promise.all(Array.from({ length: 50 }, (_, n) => draft(n))));
await marked('key', () => store.saveKey('seal', 'a', new Uint8Array(32)));
await marked('key and entry at once', () =>
  Promise.all([
    store.saveKey('seal', 'b', new Uint8Array(32)),
    store.append(book, [runOf({ feed: small.feed, bodies: ['tiếp'], after: small })]),
  ]),
);
await marked('ten drafts in turn', async () => {
  for (let n = 0; n < 10; n++) await draft(n);
});
await store.close();

store = await opened(10);
await draft(1);
await wait(1_000); // the checkpoint that the draft has called for comes after 10 ms
await marked('draft after a checkpoint', () => draft(2));
closeSync(marks);
await store.close();
