// Saves and tells what it saved, until it is killed: an acknowledgement is printed only after the promise resolved.
import { writeSync } from 'node:fs';
import { openStore } from '../../../electron/store/open-store.ts';
import { bookOf, feedOf, granted, joined, runOf, worker } from './samples.ts';

const [, , folder = '', round = '0'] = process.argv;
const book = bookOf('crash');
const store = granted(await openStore({ folder, worker, idleMs: 5 }));
const say = (line: string): void => {
  writeSync(1, `${line}\n`); // synchronously: nothing is buffered in this process when it dies
};

async function writeFeed(name: string): Promise<void> {
  const feed = feedOf(name);
  let before = await store.readFeed(book, feed);
  for (let n = 0; ; n++) {
    const bodies = Array.from({ length: 1 + (n % 3) }, (_, index) =>
      `${name} ${n} ${index} `.repeat(1 + ((n * 97) % 900)),
    );
    const next = runOf({ feed, bodies, ...(before.entries.length > 0 ? { after: before } : {}) });
    granted(await store.append(book, [next], { card: `${name} ${n}` }));
    before = joined(before, next);
    say(`entry ${name} ${before.entries.length} ${next.entries.at(-1)?.hash}`);
  }
}

async function writeDrafts(): Promise<void> {
  for (let n = 0; ; n++) {
    granted(await store.saveDraft(book, 'seat', `poll ${round}`, `item-${n % 40}`, `${n}`));
    say(`draft ${round} item-${n % 40} ${n}`);
  }
}

async function writeKeys(): Promise<void> {
  for (let n = 0; ; n++) {
    granted(await store.saveKey('seal', `${round}-${n}`, Uint8Array.of(n % 256)));
    say(`key ${round}-${n} ${n % 256}`);
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
}

async function writeBlobs(): Promise<void> {
  for (let n = 0; ; n++) {
    const blob = granted(await store.putBlob([Buffer.from(`${round} ${n} `.repeat(5_000))], { maxBytes: 1_000_000 }));
    say(`blob ${blob.sha256} ${blob.size}`);
  }
}

say('begun');
await Promise.all([writeFeed('one'), writeFeed('two'), writeDrafts(), writeKeys(), writeBlobs()]);
