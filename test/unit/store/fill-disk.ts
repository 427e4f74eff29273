// Fills the small disk it is given until the store refuses, makes room, and goes on; prints what it saw.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, type Store } from '../../../electron/store/open-store.ts';
import { bookOf, chainHolds, feedOf, granted, joined, runOf, worker } from './samples.ts';

const disk = process.argv[2] ?? '';
const folder = join(disk, 'store');
const book = bookOf('full');
const feed = feedOf('full');
const big = 'x'.repeat(200_000);

const refusalOf = async (saving: ReturnType<Store['saveSetting']>): Promise<string> => {
  const saved = await saving;
  return saved.ok ? 'saved' : saved.refusal.code;
};

writeFileSync(join(disk, 'ballast'), Buffer.alloc(4_000_000));
const store = granted(await openStore({ folder, worker, idleMs: 3_600_000 }));
let kept = runOf({ feed, bodies: ['first'] });
granted(await store.append(book, [kept]));
let refused = '';
for (let n = 0; n < 200 && refused === ''; n++) {
  const next = runOf({ feed, bodies: [`${n}${big}`], after: kept });
  const done = await store.append(book, [next]);
  if (done.ok) kept = joined(kept, next);
  else refused = done.refusal.code;
}
// Several at once on a full disk: the group fails as a whole, so each is tried and told alone.
const codes = await Promise.all([1, 2, 3].map((n) => refusalOf(store.saveSetting(`s${n}`, big + big))));
const others = codes.every((code) => code === 'store-full') ? 'told too' : codes.join();
const blob = await store.putBlob([Buffer.alloc(3_900_000)], { maxBytes: 4_000_000 });
const same = async (from: Store) =>
  JSON.stringify(await from.readBook(book)) === JSON.stringify([kept]) && chainHolds(kept);
const isKept = await same(store);

rmSync(join(disk, 'ballast'));
const next = runOf({ feed, bodies: [`after ${big}`], after: kept });
const goesOn = (await store.append(book, [next])).ok;
if (goesOn) kept = joined(kept, next);
await store.close();

const again = granted(await openStore({ folder, worker }));
const reopened = await same(again);
await again.close();
const blobRefused = blob.ok ? 'saved' : blob.refusal.code;
process.stdout.write(JSON.stringify({ refused, blobRefused, others, kept: isKept, goesOn, reopened }));
